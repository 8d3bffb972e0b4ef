"""Which network addresses are public."""

import pytest

from ingest.network import checked_addresses, is_loopback, is_public, resolve_host
from records.errors import Blocked

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
    ("255.255.255.255", False, "broadcast"),
    ("::1", False, "loopback in IPv6"),
    ("::", False, "no address in IPv6"),
    ("fe80::1%eth0", False, "a link, with its zone"),
    ("fc00::1", False, "a private network in IPv6"),
    ("::ffff:10.0.0.1", False, "a private address inside an IPv6 one"),
    ("::10.0.0.1", False, "the same in the old form"),
    ("64:ff9b::10.0.0.1", False, "a private address behind a translator"),
    ("64:ff9b::93.184.215.14", True, "a public address behind a translator"),
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


@pytest.mark.parametrize("inner", ["10.0.0.1", "::ffff:192.168.0.1", "127.0.0.1"])
def test_one_private_address_is_enough_to_refuse(inner: str) -> None:
    """A name that leads inside as well as outside is refused, unless the settings allow it."""

    def resolve(host: str, port: int) -> tuple[str, ...]:
        assert (host, port) == ("a.example", 443)
        return ("93.184.215.14", inner)

    with pytest.raises(Blocked, match=inner):
        checked_addresses("a.example", 443, resolve, allow_private=False)
    assert checked_addresses("a.example", 443, resolve, allow_private=True) == ("93.184.215.14", inner)
