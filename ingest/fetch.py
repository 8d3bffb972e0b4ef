"""Knows HTTP: fetches pages by name, at leisure, within bounds, from hosts that are configured."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from contextlib import closing
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpx

from config.settings import FetchSettings
from ingest.addresses import canonical_url, host_of
from ingest.answers import REDIRECTS, Answer, Validators, check_status, read_body, wait_told
from ingest.charset import decode
from ingest.gate import Gate
from ingest.pace import Pace, Timing
from ingest.refusals import Refusals
from ingest.retry import PATIENCE, RETRIED, Backoff, Unready, is_refusal, told_of
from ingest.robots import AGENT, Robots
from ingest.unpack import ACCEPTED, Unsound
from ingest.walls import find_wall
from ingest.wire import CheckedTransport
from records.errors import Blocked, FetchError, Walled
from records.page import Page

_HOPS = 5
_WHOLE_ANSWER = 4
"""The whole answer may take this many times the time limit of its parts."""
_AT_LEISURE = Timing()


def utc_now() -> dt.datetime:
    """Return this moment, in UTC."""
    return dt.datetime.now(dt.UTC)


class Fetcher:
    """Fetches pages from `hosts` (names without port) and no others; a context manager.

    Names itself and the contact of `settings`, keeps no cookies, follows robots.txt (unless `robots`
    is false: for an address that a person gave by hand), waits between requests to one host, tries
    again what may pass, leaves alone what refuses, and refuses private addresses. `keys` are sent, by
    host, as the header `api-key`. `now` tells UTC time, `timing` how time passes. For any number of
    threads: one host gets one request at a time.
    """

    def __init__(
        self,
        settings: FetchSettings,
        hosts: Collection[str],
        *,
        robots: bool = True,
        keys: Mapping[str, str] | None = None,
        now: Callable[[], dt.datetime] = utc_now,
        timing: Timing = _AT_LEISURE,
    ) -> None:
        self._settings = settings
        self._gate = Gate(settings, hosts, keys)
        self._now = now
        self._pace = Pace(settings.delay, timing)
        self._backoff = Backoff(settings.attempts, settings.delay, timing)
        self._refusals = Refusals(timing.clock)
        self._robots = Robots(self._robots_text) if robots else None
        longest = _WHOLE_ANSWER * settings.timeout
        self._transport = CheckedTransport(
            allow_private=settings.allow_private, longest=longest, clock=timing.clock
        )
        self._headers = {
            b"user-agent": _user_agent(settings.contact),
            b"accept": b"*/*",
            b"accept-encoding": ACCEPTED.encode(),
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transport.close()

    @property
    def requests(self) -> dict[str, int]:
        """How many requests each host was sent, robots.txt, redirects and attempts counted."""
        return self._pace.counts

    def robots_told(self, host: str) -> str | None:
        """Return in a sentence what robots.txt of `host` lets us fetch; None if it was not asked."""
        return self._robots.told(host) if self._robots else None

    def fetch(self, url: str, known: Validators | None = None) -> Page:
        """Return the page under `url`, redirects followed within the hosts.

        With `known`, what an earlier answer told of itself, the server is asked for the page only if
        it changed: where it did not, the page returned has status 304 and no content.
        Raises Blocked when a host, its address or its robots.txt forbids it or no contact is set,
        Gone for status 404 and 410, TooLarge for more than `max_bytes` unpacked, Walled for a login
        or a puzzle, Refusing for a host that refused three times in a row, and FetchError for any
        other status, for silence and for a connection that fails, after the attempts allowed.
        """
        validators = known.headers if known else {}
        answer = self._follow(url, self._robots, validators)
        page = Page(
            url=url,
            final_url=answer.url,
            status=answer.status,
            headers=answer.headers,
            content=answer.content,
            retrieved_at=self._now(),
        )
        host = host_of(answer.url)
        if wall := find_wall(page):
            advice = "Open the address in a browser; ask the publisher for leave if it is meant for people"
            raise Walled(url, expected="a page with content", found=wall, advice=advice)
        self._refusals.clear(host)
        check_status(url, answer.status, conditional=bool(validators))
        return page

    def _robots_text(self, url: str) -> tuple[int, str]:
        answer = self._follow(url, None, {})
        return answer.status, decode(answer.content)

    def _follow(self, url: str, robots: Robots | None, headers: Mapping[str, str]) -> Answer:
        target, seen = url.strip().replace("&amp;", "&"), set[str]()
        home = host_of(target)
        for _ in range(_HOPS + 1):
            self._check(url, target)
            seen.add(canonical_url(target))
            key = self._gate.key(target) if host_of(target) == home else {}
            answer = self._get(target, robots, {**headers, **key})
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return answer
            target = _joined(target, answer.headers["location"])
            home = home if host_of(target) == home else ""
            if canonical_url(target) in seen:
                raise FetchError(url, expected="a page", found=f"redirects in a circle over {target}")
        raise FetchError(url, expected="a page", found=f"more than {_HOPS} redirects")

    def _check(self, url: str, target: str) -> None:
        """Raise Blocked unless `target`, to which `url` led, may be asked."""
        try:
            self._gate.check(target)
        except Blocked as error:
            if canonical_url(target) == canonical_url(url):
                raise
            found = f"a redirect to {error.where}"
            raise Blocked(url, expected=error.expected, found=found, advice=error.advice) from error

    def _get(self, url: str, robots: Robots | None, headers: Mapping[str, str]) -> Answer:
        host = host_of(url)
        self._refusals.check(url, host)
        if robots:
            robots.check(url)
        delay = robots.delay(url) if robots else 0.0
        attempt = 0
        while True:
            attempt += 1
            try:
                with self._pace.turn(host, delay):
                    return self._ask(url, headers, delay)
            except Unsound as error:
                raise FetchError(url, expected="an answer that can be unpacked", found=str(error)) from error
            except (Unready, httpx.HTTPError) as error:
                wait = self._backoff.wait(error, attempt)
                if wait is None:
                    raise self._given_up(url, host, error) from error
                self._pace.postpone(host, wait)

    def _given_up(self, url: str, host: str, error: Exception) -> FetchError:
        """Return the error of an address that was tried in vain, and remember it of its host."""
        expected, found = told_of(error, self._settings.timeout)
        if is_refusal(error):
            self._refusals.note(host, found)
        if isinstance(error, Unready) and error.wait and error.wait > PATIENCE:
            self._refusals.rest(host, error.wait, str(error))
        return FetchError(url, expected=expected, found=found)

    def _ask(self, url: str, headers: Mapping[str, str], delay: float) -> Answer:
        def note(event: str, _told: Mapping[str, object]) -> None:
            if event.endswith("send_request_headers.started"):
                self._pace.restart(host_of(url), delay)

        sent = self._headers | {name.encode(): value.encode("latin-1") for name, value in headers.items()}
        extensions = {"timeout": httpx.Timeout(self._settings.timeout).as_dict(), "trace": note}
        request = httpx.Request("GET", url, headers=sent, extensions=extensions)
        with closing(self._transport.handle_request(request)) as response:
            told = {name.lower(): value for name, value in response.headers.items()}
            if response.status_code in RETRIED:
                raise Unready(response.status_code, wait_told(told, self._now()))
            content = read_body(url, response, self._settings.max_bytes)
        return Answer(str(request.url), response.status_code, told, content)


def _joined(url: str, link: str) -> str:
    try:
        return urljoin(url, link.strip())
    except ValueError as error:
        raise FetchError(url, expected="a redirect to an address", found=repr(link)) from error


def _user_agent(contact: str) -> bytes:
    try:
        told = version("paragraf")
    except PackageNotFoundError:
        told = "0"
    contact = " ".join(contact.split())
    return f"{AGENT}/{told}{f' (+{contact})' if contact else ''}".encode()
