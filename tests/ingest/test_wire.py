"""That the address which was checked is the one connected to, and how long an answer may take."""

import socket
from collections.abc import Callable

import httpx
import pytest

from ingest.wire import CheckedTransport, Dripping
from records.errors import Blocked
from tests.ingest.fetchers import FakeTime
from tests.ingest.servers import Reply, serve, serve_socket


def client(*addresses: str, allow_private: bool = True) -> httpx.Client:
    """Return a client for which every name has these addresses."""
    return httpx.Client(
        transport=CheckedTransport(allow_private=allow_private, resolve=lambda *_: addresses), timeout=5
    )


def test_connects_to_the_address_that_was_checked() -> None:
    """The name stands in the Host header, the connection goes to the address of the one look-up."""
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> tuple[str, ...]:
        looked_up.append(f"{host}:{port}")
        return ("127.0.0.1",) if len(looked_up) == 1 else ("93.184.215.14",)

    with serve({"/": Reply()}) as server:
        port = server.base.rpartition(":")[2]
        transport = CheckedTransport(allow_private=True, resolve=resolve)
        with httpx.Client(transport=transport) as asking:
            response = asking.get(f"http://kuusiranta.example:{port}/")

    assert response.text == "ok"
    assert str(response.url) == f"http://kuusiranta.example:{port}/"
    assert server.seen[0].headers["host"] == f"kuusiranta.example:{port}"
    assert looked_up == [f"kuusiranta.example:{port}"]


def test_next_address_is_tried() -> None:
    """When nobody answers at a host's first address, the next is tried."""
    with serve({"/": Reply()}) as server, client("::1", "127.0.0.1") as asking:
        port = server.base.rpartition(":")[2]
        assert asking.get(f"http://kuusiranta.example:{port}/").text == "ok"


def test_a_private_address_is_refused_by_the_whole_address() -> None:
    """The error names the page that was asked, not the host alone."""
    with (
        client("93.184.215.14", "10.0.0.1", allow_private=False) as asking,
        pytest.raises(Blocked, match=r"10\.0\.0\.1") as raised,
    ):
        asking.get("http://kuusiranta.example/a?x=1")

    assert raised.value.where == "http://kuusiranta.example/a?x=1"


def test_unknown_host() -> None:
    """A host without address is a failed connection."""

    def resolve(host: str, port: int) -> tuple[str, ...]:
        raise OSError(f"{host}:{port}")

    transport = CheckedTransport(allow_private=False, resolve=resolve)
    with httpx.Client(transport=transport) as asking, pytest.raises(httpx.ConnectError, match="unknown"):
        asking.get("http://kuusiranta.example/")


def test_the_certificate_must_be_of_the_name() -> None:
    """The secure connection begins with the host's name, though it goes to an address."""
    heads: list[bytes] = []

    def keep(connection: socket.socket) -> None:
        heads.append(connection.recv(4096))
        connection.sendall(b"no TLS at all")

    with (
        serve_socket(keep, read=False) as base,
        client("127.0.0.1") as asking,
        pytest.raises(httpx.ConnectError) as raised,
    ):
        asking.get(f"https://kuusiranta.example:{base.rpartition(':')[2]}/")

    assert b"kuusiranta.example" in heads[0]
    assert "SSL" in str(raised.value)


def drip_head(connection: socket.socket) -> None:
    """Send header lines without end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    _drip(connection, b"X-Again: 1\r\n")


def drip_body(connection: socket.socket) -> None:
    """Send a body byte by byte."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    _drip(connection, b"x")


def early_hints(connection: socket.socket) -> None:
    """Send answers that only announce an answer."""
    _drip(connection, b"HTTP/1.1 103 Early Hints\r\n\r\n")


def _drip(connection: socket.socket, piece: bytes) -> None:
    try:
        while True:
            connection.sendall(piece)
    except OSError:
        return


@pytest.mark.parametrize("drip", [drip_head, drip_body, early_hints])
def test_the_whole_answer_has_a_limit(drip: Callable[[socket.socket], None]) -> None:
    """Each piece may come in time: header lines and body together must end."""
    fake = FakeTime()

    def clock() -> float:
        fake.time += 1
        return fake.time

    transport = CheckedTransport(allow_private=True, longest=5, clock=clock)
    with (
        serve_socket(drip) as base,
        httpx.Client(transport=transport) as asking,
        pytest.raises((Dripping, httpx.RemoteProtocolError), match=r"too slowly|limit|long"),
    ):
        asking.get(f"{base}/")


def test_header_lines_without_end() -> None:
    """An answer of nothing but header lines is given up by its size, long before it fills the memory."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
        _drip(connection, b"x" * 10_000)

    with serve_socket(answer) as base, client("127.0.0.1") as asking, pytest.raises(httpx.TransportError):
        asking.get(f"{base}/")
