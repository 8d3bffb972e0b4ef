"""Knows HTTP: fetches pages by name, at leisure, within bounds, from hosts that are configured."""

import datetime as dt
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpx
import stamina
from stamina.instrumentation import set_on_retry_hooks

from config.settings import FetchSettings
from ingest.addresses import canonical_url, host_of
from ingest.charset import decode
from ingest.network import CheckedTransport, is_loopback
from ingest.pace import Clock, Pace, Sleep
from ingest.robots import AGENT, Robots
from records.errors import Blocked, FetchError, Gone, TooLarge
from records.page import Page

_HOPS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_RETRIED = (408, 425, 429, 500, 502, 503, 504)
_GONE = (404, 410)
_PATIENCE = 300.0
"""Seconds; a server that asks for a longer wait is asked again the next night."""
_WHOLE_ANSWER = 4
"""The whole answer may take this many times the time limit of its parts."""


def utc_now() -> dt.datetime:
    """Return this moment, in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class _Answer:
    url: str
    status: int
    headers: dict[str, str]
    content: bytes


class _Unready(Exception):
    """The server asks to come back later; `wait` tells in how many seconds, None if it does not say."""

    def __init__(self, status: int, wait: float | None) -> None:
        super().__init__(f"status {status}")
        self.wait = wait


class Fetcher:
    """Fetches pages from `hosts` (names without port) and no others; a context manager.

    Names itself and the contact of `settings`, keeps no cookies, follows robots.txt (unless `robots`
    is false: for an address that a person gave by hand), waits between requests to one host, tries
    again what may pass, and refuses private addresses. `clock` and `now` tell monotonic seconds and
    UTC time, `sleep` waits.
    """

    def __init__(
        self,
        settings: FetchSettings,
        hosts: Collection[str],
        *,
        robots: bool = True,
        clock: Clock = time.monotonic,
        sleep: Sleep = time.sleep,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        self._settings = settings
        self._hosts = {host.lower() for host in hosts}
        self._clock, self._now = clock, now
        self._pace = Pace(settings.delay, clock, sleep)
        self._robots = Robots(self._robots_text) if robots else None
        self._client = httpx.Client(
            transport=CheckedTransport(allow_private=settings.allow_private),
            headers={b"user-agent": _user_agent(settings.contact), b"accept-encoding": b"gzip, deflate"},
            timeout=settings.timeout,
            follow_redirects=False,
        )
        self._client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        set_on_retry_hooks([])  # stamina would log retries to standard output, where records are printed

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def fetch(self, url: str) -> Page:
        """Return the page under `url`, redirects followed within the hosts.

        Raises Blocked when a host, its address or its robots.txt forbids it or no contact is set,
        Gone for status 404 and 410, TooLarge for more than `max_bytes` unpacked, and FetchError for
        any other status, for silence and for a connection that fails, after the attempts allowed.
        """
        answer = self._follow(url, self._robots)
        if answer.status >= 400:
            kind = Gone if answer.status in _GONE else FetchError
            raise kind(url, expected="a page", found=f"status {answer.status}")
        return Page(
            url=url,
            final_url=answer.url,
            status=answer.status,
            headers=answer.headers,
            content=answer.content,
            retrieved_at=self._now(),
        )

    def _robots_text(self, url: str) -> str:
        answer = self._follow(url, None)
        return decode(answer.content) if answer.status < 400 else ""

    def _follow(self, url: str, robots: Robots | None) -> _Answer:
        target, seen = url.strip().replace("&amp;", "&"), set[str]()
        for _ in range(_HOPS + 1):
            self._check(target)
            seen.add(canonical_url(target))
            answer = self._get(target, robots)
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                return answer
            target = _joined(target, answer.headers["location"])
            if canonical_url(target) in seen:
                raise FetchError(url, expected="a page", found=f"redirects in a circle over {target}")
        raise FetchError(url, expected="a page", found=f"more than {_HOPS} redirects")

    def _check(self, url: str) -> None:
        """Raise Blocked unless the address may be asked at all."""
        host = host_of(url)
        if not url.lower().startswith(("http://", "https://")) or not host:
            raise Blocked(url, expected="an http or https address", found="another")
        if host not in self._hosts:
            advice = "Add the host to the source in sources.toml if it belongs there"
            expected = f"one of the hosts {', '.join(sorted(self._hosts)) or '(none)'}"
            raise Blocked(url, expected=expected, found=host, advice=advice)
        if not self._settings.contact.strip() and not is_loopback(host):
            advice = "Set fetch.contact in settings.toml to your e-mail address or page"
            raise Blocked(url, expected="a contact to tell the server", found="none", advice=advice)

    def _get(self, url: str, robots: Robots | None) -> _Answer:
        if robots:
            robots.check(url)
        delay = robots.delay(url) if robots else 0.0
        host = host_of(url)
        tries = stamina.retry_context(
            on=lambda error: self._again(error, host),
            attempts=self._settings.attempts,
            timeout=None,
            wait_initial=self._settings.delay,
            wait_max=_PATIENCE,
            wait_jitter=self._settings.delay / 2,
        )
        try:
            for attempt in tries:
                with attempt:
                    self._pace.wait(host, delay)
                    return self._ask(url)
        except _Unready as error:
            later = f", to be asked again in {error.wait:.0f} seconds" if error.wait else ""
            raise FetchError(url, expected="a page", found=f"{error}{later}") from error
        except httpx.TimeoutException as error:
            limit = f"{self._settings.timeout:g} seconds"
            raise FetchError(url, expected=f"an answer within {limit}", found="none") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise FetchError(url, expected="a page", found=str(error) or type(error).__name__) from error
        raise FetchError(url, expected="a page", found="no attempt allowed")

    def _again(self, error: Exception, host: str) -> bool | float:
        """Tell whether to try again; a wait that the server asks for is kept by the pace of its host."""
        if not isinstance(error, _Unready):
            return isinstance(error, httpx.TransportError)
        if error.wait is None:
            return True
        if error.wait > _PATIENCE:
            return False
        self._pace.postpone(host, error.wait)
        return 0.0

    def _ask(self, url: str) -> _Answer:
        started = self._clock()
        with self._client.stream("GET", url) as response:
            headers = {name.lower(): value for name, value in response.headers.items()}
            if response.status_code in _RETRIED:
                raise _Unready(response.status_code, self._wait_told(headers))
            content = self._read(url, response, started)
        return _Answer(str(response.url), response.status_code, headers, content)

    def _wait_told(self, headers: dict[str, str]) -> float | None:
        """Return the seconds that the server asks to wait, told as a number or as a moment."""
        told = headers.get("retry-after", "").strip()
        if told.isdecimal():
            return float(told)
        try:
            moment = parsedate_to_datetime(told)
        except ValueError:
            return None
        return max((moment - self._now()).total_seconds(), 0.0) if moment.tzinfo else None

    def _read(self, url: str, response: httpx.Response, started: float) -> bytes:
        most, content = self._settings.max_bytes, bytearray()
        length = response.headers.get("content-length", "")
        if length.isdecimal() and int(length) > most:
            raise TooLarge(url, expected=f"at most {most} bytes", found=length)
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > most:
                raise TooLarge(url, expected=f"at most {most} bytes", found="more")
            if self._clock() - started > _WHOLE_ANSWER * self._settings.timeout:
                raise FetchError(url, expected="a whole answer", found="one that drips in too slowly")
        return bytes(content)


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
