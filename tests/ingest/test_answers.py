"""What header lines mean for the next request."""

import datetime as dt

import pytest

from ingest.answers import Validators, check_status, wait_told
from records.errors import FetchError, Gone
from tests.ingest.fetchers import NOON

YEAR = 366 * 24 * 3600.0
WAITS = [
    ("7", 7.0, "seconds"),
    (" 0 ", 0.0, "at once"),
    ("9" * 400, YEAR, "seconds beyond measure: at most a year"),
    ("Mon, 28 Sep 2026 12:00:09 GMT", 9.0, "a moment"),
    ("Mon, 28 Sep 2026 15:00:09 +0300", 9.0, "a moment elsewhere"),
    ("Mon, 28 Sep 2026 11:00:00 GMT", 0.0, "a moment gone by"),
    ("Fri, 31 Dec 9999 23:59:59 GMT", YEAR, "a moment beyond measure"),
    ("", None, "nothing"),
    ("-1", None, "seconds gone by"),
    ("1.5", None, "no whole number"),
    ("soon", None, "a word"),
    ("Mon, 99 Sep 2026 12:00:00 GMT", None, "a day that is none"),
    ("Mon, 28 Sep 99999 12:00:00 GMT", None, "a year that is none"),
    ("Mon, 28 Sep 2026 12:00:00 +99999999", None, "a zone that is none"),
    ("Mon, 28 Sep 2026 12:00:09 -0000", None, "a moment of no zone"),
    ("7, 8", None, "two at once"),
]


@pytest.mark.parametrize(("told", "wait", "reason"), WAITS)
def test_wait_told(told: str, wait: float | None, reason: str) -> None:
    """Retry-After is a number of seconds or a moment; what says nothing readable is none."""
    assert wait_told({"retry-after": told}, NOON) == wait, reason


def test_no_wait_told() -> None:
    """Most servers say nothing."""
    assert wait_told({}, dt.datetime.now(dt.UTC)) is None


def test_validators() -> None:
    """What a page's headers tell goes back as it came."""
    headers = {"etag": 'W/"a1"', "last-modified": "Mon, 28 Sep 2026 12:00:00 GMT", "server": "x"}
    assert Validators.of(headers).headers == {
        "If-None-Match": 'W/"a1"',
        "If-Modified-Since": "Mon, 28 Sep 2026 12:00:00 GMT",
    }
    assert Validators.of({}).headers == {}


@pytest.mark.parametrize("told", ["", '"a"\r\nHost: x', '"\u2026"', "x" * 5000])
def test_validators_that_cannot_be_sent(told: str) -> None:
    """What would break the request is left out, and the page is asked for as if nothing were known."""
    assert Validators(told, told).headers == {}


STATUSES = [
    (200, False, None), (203, False, None), (204, False, None), (304, True, None),
    (206, False, FetchError), (304, False, FetchError), (302, False, FetchError), (100, False, FetchError),
    (401, False, FetchError), (404, True, Gone), (410, False, Gone), (451, False, FetchError),
    (599, False, FetchError),
]  # fmt: skip


@pytest.mark.parametrize(("status", "conditional", "kind"), STATUSES)
def test_check_status(status: int, conditional: bool, kind: type[FetchError] | None) -> None:
    """Only a whole page is one, and no news only where news was asked for."""
    if kind is None:
        check_status("http://a/", status, conditional=conditional)
        return
    with pytest.raises(FetchError, match=f"status {status}") as raised:
        check_status("http://a/", status, conditional=conditional)
    assert type(raised.value) is kind
