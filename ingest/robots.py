"""Knows robots.txt (RFC 9309): what a host lets programs fetch."""

from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from records.errors import Blocked

AGENT = "Paragraf"
_LONGEST = 500_000
"""RFC 9309 asks for this much to be read."""
_SLOWEST = 60.0
"""Seconds; a longer Crawl-delay is meant to keep programs out, and robots.txt can say that plainly."""


class Robots:
    """Asks each host once for its robots.txt and keeps to it.

    `ask` fetches the text under an address, empty if the host has none; its errors pass through.
    """

    def __init__(self, ask: Callable[[str], str]) -> None:
        self._ask = ask
        self._rules: dict[str, Protego] = {}

    def check(self, url: str) -> None:
        """Raise Blocked if the host's robots.txt forbids `url` to us."""
        if not self._of(url).can_fetch(url, AGENT):
            raise Blocked(
                url,
                expected="an address that programs may fetch",
                found=f"it is forbidden by {_place(url)}",
                advice="Ask the publisher for leave, or for another address",
            )

    def delay(self, url: str) -> float:
        """Return the seconds between two requests that the host asks for, 0 if it asks for none."""
        return min(float(self._of(url).crawl_delay(AGENT) or 0.0), _SLOWEST)

    def _of(self, url: str) -> Protego:
        place = _place(url)
        if place not in self._rules:
            self._rules[place] = Protego.parse(self._ask(place)[:_LONGEST])
        return self._rules[place]


def _place(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"
