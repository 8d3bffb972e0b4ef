"""Answers that break off, have no end, or are no answer."""

import gzip
import socket
import tracemalloc
from collections.abc import Callable

import pytest

from records.errors import FetchError, TooLarge
from tests.ingest.fetchers import FakeTime, fetcher, settings
from tests.ingest.servers import Reply, serve, serve_socket

LARGE = [
    (Reply(body=b"x" * 100_001), "told by its length"),
    (Reply(body=gzip.compress(b"x" * 1_000_000), headers={"Content-Encoding": "gzip"}), "packed"),
]


@pytest.mark.parametrize(("reply", "reason"), LARGE)
def test_too_large(reply: Reply, reason: str) -> None:
    """An answer over the limit is refused, whether told, sent or unpacked."""
    with (
        serve({"/": reply}) as server,
        fetcher() as f,
        pytest.raises(TooLarge, match="at most 100000") as raised,
    ):
        f.fetch(f"{server.base}/")

    assert raised.value.where.endswith("/"), reason


def test_packed_answer() -> None:
    """A packed answer within the limit is unpacked."""
    reply = Reply(body=gzip.compress(b"text"), headers={"Content-Encoding": "gzip"})
    with serve({"/": reply}) as server, fetcher() as f:
        assert f.fetch(f"{server.base}/").content == b"text"


def test_badly_packed_answer() -> None:
    """An answer that only claims to be packed is an error of the address, not a crash."""
    with (
        serve({"/": Reply(body=b"text", headers={"Content-Encoding": "gzip"})}) as server,
        fetcher() as f,
        pytest.raises(FetchError),
    ):
        f.fetch(f"{server.base}/")


def endless(connection: socket.socket) -> None:
    """Send an answer without end and without length."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    try:
        while True:
            connection.sendall(b"x" * 10_000)
    except OSError:
        return


def test_endless_answer() -> None:
    """An answer without length is cut off at the limit."""
    with serve_socket(endless) as base, fetcher(robots=False) as f, pytest.raises(TooLarge):
        f.fetch(f"{base}/")


def test_truncated_answer() -> None:
    """An answer shorter than it claims is tried again and then told."""
    with (
        serve({"/": Reply(length=10)}) as server,
        fetcher() as f,
        pytest.raises(FetchError, match=r"incomplete|without sending"),
    ):
        f.fetch(f"{server.base}/")

    assert server.paths() == ["/"] * 3


def wait_for_the_end(connection: socket.socket) -> None:
    """Say nothing until the other side goes."""
    connection.recv(1)


def test_silence() -> None:
    """A server that takes the connection and says nothing costs the time limit."""
    told = settings(timeout=0.2, attempts=1)
    with (
        serve_socket(wait_for_the_end) as base,
        fetcher(told, robots=False) as f,
        pytest.raises(FetchError, match=r"within 0\.2 seconds"),
    ):
        f.fetch(f"{base}/")


def test_dripping_answer() -> None:
    """An answer that drips in is given up when it takes several times the limit."""
    fake = FakeTime()

    def drip(connection: socket.socket) -> None:
        fake.time += 21
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nx")

    with (
        serve_socket(drip) as base,
        fetcher(robots=False, timing=fake.timing) as f,
        pytest.raises(FetchError, match="too slowly"),
    ):
        f.fetch(f"{base}/")


GARBAGE: list[tuple[Callable[[socket.socket], None], str]] = [
    (lambda connection: connection.close(), "a connection that closes"),
    (lambda connection: connection.sendall(b"\x00\x01 hello\r\n\r\n"), "no HTTP"),
]


@pytest.mark.parametrize(("answer", "reason"), GARBAGE)
def test_garbage(answer: Callable[[socket.socket], None], reason: str) -> None:
    """What is no HTTP answer is an error that names the address."""
    told = settings(attempts=1)
    with (
        serve_socket(answer) as base,
        fetcher(told, robots=False) as f,
        pytest.raises(FetchError) as raised,
    ):
        f.fetch(f"{base}/")

    assert raised.value.where == f"{base}/", reason


def test_nobody_listens() -> None:
    """A port where nobody listens is an error after the attempts allowed."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with fetcher(robots=False) as f, pytest.raises(FetchError, match="refused"):
        f.fetch(f"http://127.0.0.1:{port}/")


BOMB = gzip.compress(bytes(30_000_000))


def test_a_bomb_is_not_unfolded() -> None:
    """A packed answer is left as soon as it is too large: a thousandth of it is unfolded, not the whole."""
    reply = Reply(body=BOMB, headers={"Content-Encoding": "gzip"})
    tracemalloc.start()
    try:
        with serve({"/": reply}) as server, fetcher() as f, pytest.raises(TooLarge, match="at most 100000"):
            f.fetch(f"{server.base}/")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 5_000_000


CUTS = [
    (b"Content-Length: 100\r\n\r\nhalf", "fewer bytes than promised"),
    (b"Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", "chunks without the last one"),
    (b"Transfer-Encoding: chunked\r\n\r\nff\r\nhalf", "a chunk that breaks off"),
    (
        b"Content-Encoding: gzip\r\nContent-Length: 20\r\n\r\n" + gzip.compress(b"a long page", mtime=0)[:20],
        "all the bytes promised, of half a packed page",
    ),
]


@pytest.mark.parametrize(("cut", "reason"), CUTS)
def test_cut_off(cut: bytes, reason: str) -> None:
    """Half a page is never taken for a whole one."""
    with (
        serve_socket(lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\n" + cut)) as base,
        fetcher(settings(attempts=1), robots=False) as f,
        pytest.raises(FetchError) as raised,
    ):
        f.fetch(f"{base}/")

    assert raised.value.where == f"{base}/", reason


def test_part_of_a_page() -> None:
    """A status that announces a part is no page, and neither is a redirect that leads nowhere."""
    with serve({"/part": Reply(206), "/nowhere": Reply(302)}) as server, fetcher() as f:
        for path, status in (("/part", 206), ("/nowhere", 302)):
            with pytest.raises(FetchError, match=f"status {status}"):
                f.fetch(server.base + path)
