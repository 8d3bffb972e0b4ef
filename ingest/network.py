"""Knows network addresses: which of them are public, and that a look-up's answer can lead inside."""

import ipaddress
import socket
from collections.abc import Callable

from records.errors import Blocked

Resolve = Callable[[str, int], tuple[str, ...]]
"""Returns the IP addresses of a host; raises OSError if it has none."""
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_WRAPPERS = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "::/96")))
"""NAT64 (RFC 6052) and the old compatible form (RFC 4291): an IPv4 address stands in the last 32 bits."""


def resolve_host(host: str, port: int) -> tuple[str, ...]:
    """Return the IP addresses of `host` in the system's order; raises OSError if there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"{host!r} is no host name") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open internet, not of a loopback, local or special network."""
    ip: _Address = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = _unwrapped(ip)
    return ip.is_global and not ip.is_multicast


def is_loopback(host: str) -> bool:
    """Tell whether a host's name alone says that it is this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def checked_addresses(host: str, port: int, resolve: Resolve, *, allow_private: bool) -> tuple[str, ...]:
    """Return the addresses of `host`.

    Raises Blocked when one of them is not public, unless `allow_private`: a name that leads inside as
    well as outside could lead inside the next time. OSError for a host without address.
    """
    addresses = resolve(host, port)
    inner = [address for address in addresses if not is_public(address)]
    if inner and not allow_private:
        raise Blocked(
            host,
            expected="a public address",
            found=f"{inner[0]}, which is not",
            advice="For a server of your own set fetch.allow_private = true in settings.toml",
        )
    return addresses


def _unwrapped(ip: ipaddress.IPv6Address) -> _Address:
    """Return the IPv4 address that an IPv6 one leads to, or the address itself."""
    if any(ip in network for network in _WRAPPERS) and int(ip) > 1:
        return ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip
