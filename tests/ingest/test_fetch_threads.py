"""Many threads with one fetcher: hosts side by side, each host's requests one after the other."""

import itertools
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpcore
import pytest

from tests.ingest.fetchers import FakeTime, fetcher, settings
from tests.ingest.servers import Answers, Reply, serve

PAGES: dict[str, Reply | list[Reply]] = {
    **{f"/{number}": Reply() for number in range(8)},
    "/away": Reply(302, headers={"Location": "/0"}),
    "/robots.txt": Reply(body=b"User-agent: *\nDisallow: /x"),
}


class Overlap:
    """Notes how many requests a server has at once, and when each came."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.now = 0
        self.most = 0
        self.times: list[float] = []

    def ask(self) -> None:
        """Stand in for the server's work: long enough for another thread to come in between."""
        self.now += 1
        self.most = max(self.most, self.now)
        self.times.append(self.clock())
        for _ in range(200):
            threading.Event().wait(0)
        self.now -= 1


def watched(server: Answers, clock: Callable[[], float]) -> Overlap:
    """Return what is noted of a server's requests."""
    overlap = Overlap(clock)
    server.on_ask = overlap.ask
    return overlap


def test_one_host_gets_one_request_at_a_time() -> None:
    """Robots.txt, redirects and pages of sixteen threads: never two at once, never sooner than agreed."""
    fake = FakeTime()
    told = settings(delay=2.0)
    with serve(PAGES) as server, fetcher(told, timing=fake.timing) as f:
        overlap = watched(server, fake.timing.clock)
        paths = [f"{server.base}/{'away' if number % 4 == 0 else number % 8}" for number in range(16)]
        with ThreadPoolExecutor(16) as pool:
            pages = list(pool.map(f.fetch, paths))

        assert f.requests == {"127.0.0.1": 1 + 16 + 4}
    assert [page.content for page in pages] == [b"ok"] * 16
    assert [seen.path for seen in server.seen].count("/robots.txt") == 1
    assert overlap.most == 1
    assert all(later - sooner >= 2.0 for sooner, later in itertools.pairwise(overlap.times))


def test_connecting_is_no_part_of_the_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server sees the requests at the distance agreed, however long it took to reach it."""
    fake = FakeTime()
    connect = httpcore.SyncBackend.connect_tcp

    def connect_late(*told: Any) -> httpcore.NetworkStream:
        fake.time += 1.5 if len(fake.slept) == 0 else 0.0
        return connect(*told)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect_late)
    with serve(PAGES) as server, fetcher(settings(delay=2.0), timing=fake.timing, robots=False) as f:
        overlap = watched(server, fake.timing.clock)
        f.fetch(f"{server.base}/1")
        f.fetch(f"{server.base}/2")

    assert overlap.times == [1001.5, 1003.5]


def test_hosts_are_asked_side_by_side() -> None:
    """A host that is waited for holds up no other: both are in the middle of their request at once."""
    both = threading.Barrier(2, timeout=10)

    def meet() -> None:
        both.wait()

    with serve(PAGES) as one, serve(PAGES, "127.0.0.2") as other:
        one.on_ask = other.on_ask = meet
        with (
            fetcher(hosts={"127.0.0.1", "127.0.0.2"}, robots=False) as f,
            ThreadPoolExecutor(2) as pool,
        ):
            pages = list(pool.map(f.fetch, (f"{one.base}/1", f"{other.base}/1")))

    assert [page.status for page in pages] == [200, 200]
    assert f.requests == {"127.0.0.1": 1, "127.0.0.2": 1}


def test_attempts_are_requests() -> None:
    """What is tried again counts each time, and waits for its turn each time."""
    fake = FakeTime()
    replies: dict[str, Reply | list[Reply]] = {"/": [Reply(503), Reply(503), Reply()]}
    with serve(replies) as server, fetcher(settings(delay=2.0), timing=fake.timing, robots=False) as f:
        f.fetch(f"{server.base}/")

        assert f.requests == {"127.0.0.1": 3}
    assert fake.slept == [2.0, 4.0]
