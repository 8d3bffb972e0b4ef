"""What is tried again, and after how long."""

import httpx
import pytest

from ingest.retry import Backoff, Unready, is_refusal, told_of
from ingest.wire import Dripping
from tests.ingest.fetchers import FakeTime

SILENT = httpx.ReadTimeout("")
WAITS = [
    (SILENT, 1, 2.0, "the first wait is the delay"),
    (SILENT, 2, 4.0, "the next is twice as long"),
    (SILENT, 9, 300.0, "and none is longer than five minutes"),
    (SILENT, 10, None, "after the last attempt there is no other"),
    (Unready(503, None), 1, 2.0, "a server that names no time"),
    (Unready(429, 0.0), 1, 0.0, "a server that names none to wait"),
    (Unready(429, 60.0), 2, 60.0, "a server that names a time"),
    (Unready(503, 301.0), 1, None, "a server that asks for more than patience has"),
    (Dripping("slow"), 1, None, "an answer without end would have none the next time either"),
]


@pytest.mark.parametrize(("error", "attempt", "wait", "reason"), WAITS)
def test_wait(error: Exception, attempt: int, wait: float | None, reason: str) -> None:
    """Waits grow, unless the server names one."""
    assert Backoff(10, 2.0, FakeTime().timing).wait(error, attempt) == wait, reason


def test_chance_parts_those_who_wait() -> None:
    """Up to half as long again, so that many who failed together do not come back together."""
    assert Backoff(10, 2.0, FakeTime(chance=0.999).timing).wait(SILENT, 1) == pytest.approx(3.0, abs=0.01)


@pytest.mark.parametrize(
    ("error", "refusal"),
    [
        (Unready(500, None), False),
        (httpx.RemoteProtocolError("cut off"), False),
        (Unready(503, None), True),
        (httpx.ConnectError("refused"), True),
        (SILENT, True),
        (Dripping(""), True),
    ],
)
def test_is_refusal(error: Exception, refusal: bool) -> None:
    """A status of 500 and half an answer speak of one page alone."""
    assert is_refusal(error) is refusal


@pytest.mark.parametrize(
    ("error", "expected", "found"),
    [
        (Unready(503, None), "a page", "status 503"),
        (Unready(503, 900.0), "a page", "status 503, to be asked again in 900 seconds"),
        (SILENT, "an answer within 30 seconds", "none"),
        (Dripping("one that drips"), "a page", "one that drips"),
        (httpx.ConnectError(""), "a page", "ConnectError"),
    ],
)
def test_told_of(error: Exception, expected: str, found: str) -> None:
    """Each failure has words of its own."""
    assert told_of(error, 30.0) == (expected, found)
