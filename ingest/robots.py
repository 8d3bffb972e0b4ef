"""Knows robots.txt (RFC 9309): what a host lets programs fetch."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from protego import Protego

from ingest.addresses import host_of
from records.errors import Blocked, FetchError

AGENT = "Paragraf"
_LONGEST = 500_000
"""RFC 9309 asks for this much to be read."""
_SLOWEST = 60.0
"""Seconds; a longer Crawl-delay is meant to keep programs out, and robots.txt can say that plainly."""

_BROKEN = 500
"""From this status on, the server fails: what it allows is not known."""

Ask = Callable[[str], tuple[int, str]]
"""Fetches the robots.txt under an address: its status and text; raises FetchError."""


@dataclass(slots=True)
class _Origin:
    """Scheme, host and port: what a robots.txt speaks for."""

    place: str
    rules: Protego | None = None
    told: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)


class Robots:
    """Asks each origin once for its robots.txt and keeps to it; for any number of threads.

    A status of 4xx allows all. One that could not be read (5xx, silence) forbids for now: the error of
    `ask` passes through, and the next check asks again.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._origins: dict[str, _Origin] = {}
        self._lock = threading.Lock()

    def check(self, url: str) -> None:
        """Raise Blocked if the origin's robots.txt forbids `url` to us."""
        origin = self._origin(url)
        if self._rules(origin).can_fetch(url, AGENT):
            return
        origin.told = f"robots.txt at {origin.place}: forbids {urlsplit(url).path or '/'}"
        raise Blocked(
            url,
            expected="an address that programs may fetch",
            found=f"it is forbidden by {origin.place}",
            advice="Ask the publisher for leave, or for another address",
        )

    def delay(self, url: str) -> float:
        """Return the seconds between two requests that the host asks for, 0 if it asks for none."""
        return _delay(self._rules(self._origin(url)))

    def told(self, host: str) -> str | None:
        """Return in a sentence, one for each origin, why `host` may be fetched from; None if not asked."""
        with self._lock:
            origins = list(self._origins.values())
        told = (origin.told for origin in origins if host_of(origin.place) == host)
        return "; ".join(filter(None, told)) or None

    def _origin(self, url: str) -> _Origin:
        parts = urlsplit(url)
        place = f"{parts.scheme}://{parts.netloc}/robots.txt"
        with self._lock:
            return self._origins.setdefault(place, _Origin(place))

    def _rules(self, origin: _Origin) -> Protego:
        with origin.lock:
            if origin.rules is None:
                origin.rules = self._read(origin)
            return origin.rules

    def _read(self, origin: _Origin) -> Protego:
        try:
            status, text = self._ask(origin.place)
            if status >= _BROKEN:
                raise FetchError(origin.place, expected="a robots.txt", found=f"status {status}")
        except FetchError as error:
            origin.told = f"robots.txt at {origin.place}: could not be read: {error.found or error}"
            raise
        rules = Protego.parse(text[:_LONGEST] if status < 400 else "")
        verdict = "allows what was asked" if status < 400 else f"status {status}, so all is allowed"
        delay = _delay(rules)
        slower = f", {delay:g} seconds between two requests" if delay else ""
        origin.told = f"robots.txt at {origin.place}: {verdict}{slower}"
        return rules


def _delay(rules: Protego) -> float:
    return min(float(rules.crawl_delay(AGENT) or 0.0), _SLOWEST)
