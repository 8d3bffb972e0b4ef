"""Knows what an HTTP answer is made of, and what its header lines mean for the next request."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Self

import httpx

from ingest.unpack import unpack
from records.errors import FetchError, Gone, TooLarge

REDIRECTS = (301, 302, 303, 307, 308)
NOT_MODIFIED = 304
GONE = (404, 410)
_PARTIAL = 206
_LONGEST_WAIT = 366 * 24 * 3600.0
_SENDABLE = re.compile(r"[\x20-\x7e\x80-\xff]{1,1000}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came for one request; header names in small letters, the body unpacked."""

    url: str
    status: int
    headers: dict[str, str]
    content: bytes


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a page by which it knows later whether the page changed (RFC 9110, 8.8).

    `etag` and `last_modified` are the header lines as they came; None or empty: not told.
    """

    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> Self:
        """Return what the headers of a page tell; their names are in small letters."""
        return cls(headers.get("etag"), headers.get("last-modified"))

    @property
    def headers(self) -> dict[str, str]:
        """The header lines that ask for the page only if it changed; what cannot be sent is left out."""
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in told.items() if value and _SENDABLE.fullmatch(value)}


def wait_told(headers: Mapping[str, str], now: dt.datetime) -> float | None:
    """Return the seconds that Retry-After asks to wait, as a number or as a moment, at most a year.

    None for none, and for one that says nothing readable.
    """
    told = headers.get("retry-after", "").strip()
    if told.isdecimal():
        return min(float(told), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(told)
        wait = (moment - now).total_seconds() if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
    return None if wait is None else min(max(wait, 0.0), _LONGEST_WAIT)


def read_body(url: str, response: httpx.Response, most: int) -> bytes:
    """Return the body of an answer, unpacked.

    Raises TooLarge as soon as more than `most` bytes are told, sent or unpacked, Unsound for what
    cannot be unpacked, and httpx's errors for a connection that breaks off.
    """
    length = response.headers.get("content-length", "")
    if length.isdecimal() and int(length[:20]) > most:
        raise TooLarge(url, expected=f"at most {most} bytes", found=length[:20])
    content = bytearray()
    encoding = response.headers.get("content-encoding", "")
    for piece in unpack(_counted(url, response, most), encoding):
        content += piece
        if len(content) > most:
            raise TooLarge(url, expected=f"at most {most} bytes", found="more")
    return bytes(content)


def _counted(url: str, response: httpx.Response, most: int) -> Iterator[bytes]:
    """Yield the bytes as they are sent: what unpacks to nothing must not come without end either."""
    for chunk in response.iter_raw():
        if response.num_bytes_downloaded > most:
            raise TooLarge(url, expected=f"at most {most} bytes", found="more")
        yield chunk


def check_status(url: str, status: int, *, conditional: bool) -> None:
    """Raise Gone for 404 and 410, FetchError for any other status that brings no whole page.

    With `conditional`, 304 is welcome: the page is still the one that is known.
    """
    whole = 200 <= status < 300 and status != _PARTIAL
    if not whole and not (conditional and status == NOT_MODIFIED):
        kind = Gone if status in GONE else FetchError
        raise kind(url, expected="a page", found=f"status {status}")
