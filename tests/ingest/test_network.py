"""Which network addresses may be connected to, and that it is they that are."""

import httpx
import pytest

from ingest.network import CheckedTransport, is_loopback, is_public, resolve_host
from records.errors import Blocked
from tests.ingest.servers import Reply, serve

ADDRESSES = [
    ("93.184.215.14", True, "an address of the internet"),
    ("2606:2800:21f:cb07::1", True, "the same in IPv6"),
    ("127.0.0.1", False, "loopback"),
    ("10.1.2.3", False, "a private network"),
    ("192.168.1.1", False, "another"),
    ("169.254.169.254", False, "the metadata server of clouds"),
    ("100.64.0.1", False, "a carrier's network"),
    ("0.0.0.0", False, "this host"),
    ("224.0.0.1", False, "multicast"),
    ("::1", False, "loopback in IPv6"),
    ("fe80::1%eth0", False, "a link, with its zone"),
    ("fc00::1", False, "a private network in IPv6"),
    ("::ffff:10.0.0.1", False, "a private address inside an IPv6 one"),
    ("2002:7f00:1::", False, "loopback inside a 6to4 one"),
]


@pytest.mark.parametrize(("address", "public", "reason"), ADDRESSES)
def test_is_public(address: str, public: bool, reason: str) -> None:
    """Only addresses of the open internet are public, however they are wrapped."""
    assert is_public(address) is public, reason


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("localhost", True), ("demo.localhost", True), ("127.0.0.5", True), ("::1", True), ("a.example", False)],
)
def test_is_loopback(host: str, loopback: bool) -> None:
    """This machine is known by its names."""
    assert is_loopback(host) is loopback


def test_resolve_host() -> None:
    """A host's addresses come once each; what is no host name has none."""
    assert resolve_host("127.0.0.1", 80) == ("127.0.0.1",)
    with pytest.raises(OSError, match="no host name"):
        resolve_host("a" * 300 + ".example", 80)


def test_connects_to_the_address_that_was_checked() -> None:
    """The name stands in the Host header, the connection goes to the address of the one look-up."""
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> tuple[str, ...]:
        del port
        looked_up.append(host)
        return ("127.0.0.1",)

    with serve({"/": Reply()}) as server:
        port = server.base.rpartition(":")[2]
        transport = CheckedTransport(allow_private=True, resolve=resolve)
        with httpx.Client(transport=transport) as client:
            response = client.get(f"http://kuusiranta.example:{port}/")

    assert response.text == "ok"
    assert str(response.url) == f"http://kuusiranta.example:{port}/"
    assert server.seen[0].headers["host"] == f"kuusiranta.example:{port}"
    assert looked_up == ["kuusiranta.example"]


def test_next_address_is_tried() -> None:
    """When nobody answers at a host's first address, the next is tried."""
    with serve({"/": Reply()}) as server:
        port = server.base.rpartition(":")[2]
        transport = CheckedTransport(allow_private=True, resolve=lambda *_: ("::1", "127.0.0.1"))
        with httpx.Client(transport=transport) as client:
            assert client.get(f"http://kuusiranta.example:{port}/").text == "ok"


def test_one_private_address_is_enough_to_refuse() -> None:
    """A name that leads inside as well as outside is refused: the second look-up could differ."""
    transport = CheckedTransport(allow_private=False, resolve=lambda *_: ("93.184.215.14", "10.0.0.1"))
    with httpx.Client(transport=transport) as client, pytest.raises(Blocked, match=r"10\.0\.0\.1"):
        client.get("http://kuusiranta.example/")


def test_unknown_host() -> None:
    """A host without address is a failed connection."""

    def resolve(host: str, port: int) -> tuple[str, ...]:
        raise OSError(f"{host}:{port}")

    transport = CheckedTransport(allow_private=False, resolve=resolve)
    with httpx.Client(transport=transport) as client, pytest.raises(httpx.ConnectError, match="unknown"):
        client.get("http://kuusiranta.example/")
