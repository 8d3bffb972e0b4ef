"""What is tried again, and how long is waited."""

import pytest

from records.errors import FetchError
from tests.ingest.fetchers import FakeTime, fetcher, settings
from tests.ingest.servers import Reply, serve


def test_pace() -> None:
    """Between two requests to a host lies the delay, or the longer one that it asks for."""
    fake = FakeTime()
    told = settings(delay=2.0)
    robots = Reply(body=b"User-agent: *\nCrawl-delay: 5")
    with (
        serve({"/robots.txt": robots, "/": Reply()}) as server,
        fetcher(told, timing=fake.timing) as f,
    ):
        f.fetch(f"{server.base}/")
        f.fetch(f"{server.base}/")

    assert fake.slept == [2.0, 5.0]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_tries_again(status: int) -> None:
    """What may pass is tried again."""
    with serve({"/": [Reply(status), Reply(status), Reply(body=b"at last")]}) as server, fetcher() as f:
        assert f.fetch(f"{server.base}/").content == b"at last"


def test_gives_up() -> None:
    """After the attempts allowed, the error tells the address and the status."""
    with (
        serve({"/": Reply(500)}) as server,
        fetcher() as f,
        pytest.raises(FetchError, match=r"127\.0\.0\.1.*status 500"),
    ):
        f.fetch(f"{server.base}/")

    assert server.paths() == ["/"] * 3


WAITS = [
    ("7", 7.0, "seconds"),
    ("Mon, 28 Sep 2026 12:00:09 GMT", 9.0, "a moment"),
    ("Mon, 28 Sep 2026 11:00:00 GMT", 0.0, "a moment gone by"),
]


@pytest.mark.parametrize(("told", "wait", "reason"), WAITS)
def test_retry_after(told: str, wait: float, reason: str) -> None:
    """A server that names a time is left alone until then."""
    fake = FakeTime()
    replies: dict[str, Reply | list[Reply]] = {"/": [Reply(429, headers={"Retry-After": told}), Reply()]}
    with serve(replies) as server, fetcher(timing=fake.timing) as f:
        f.fetch(f"{server.base}/")

    assert sum(fake.slept) == wait, reason


def test_long_retry_after_is_not_waited_for() -> None:
    """A server that asks for an hour is asked again another night."""
    fake = FakeTime()
    with (
        serve({"/": Reply(503, headers={"Retry-After": "3600"})}) as server,
        fetcher(timing=fake.timing) as f,
        pytest.raises(FetchError, match="3600 seconds"),
    ):
        f.fetch(f"{server.base}/")

    assert (server.paths(), fake.slept) == (["/"], [])


@pytest.mark.parametrize(
    "told", ["soon", "-1", "Mon, 99 Sep 2026 12:00:00 GMT", "Mon, 28 Sep 2026 12:00:09 -0000"]
)
def test_unreadable_retry_after(told: str) -> None:
    """A Retry-After that says nothing readable is none."""
    with serve({"/": [Reply(429, headers={"Retry-After": told}), Reply()]}) as server, fetcher() as f:
        assert f.fetch(f"{server.base}/").content == b"ok"


def test_says_nothing_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """Retries are not printed: standard output belongs to the records."""
    with serve({"/": [Reply(500), Reply()]}) as server, fetcher() as f:
        f.fetch(f"{server.base}/")

    assert capsys.readouterr().out == ""
