"""Knows network addresses: which of them are public, and how to connect to the one that was checked."""

import ipaddress
import socket
import ssl
from collections.abc import Callable
from functools import cache

import httpx

from records.errors import Blocked

Resolve = Callable[[str, int], tuple[str, ...]]
"""Returns the IP addresses of a host; raises OSError if it has none."""


def resolve_host(host: str, port: int) -> tuple[str, ...]:
    """Return the IP addresses of `host` in the system's order; raises OSError if there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"{host!r} is no host name") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open internet, not of a loopback, local or special network."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or ip
    return ip.is_global and not ip.is_multicast


def is_loopback(host: str) -> bool:
    """Tell whether a host's name alone says that it is this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


class CheckedTransport(httpx.BaseTransport):
    """Sends requests to the very IP address that was checked, so that no second look-up can differ.

    Raises Blocked for a host with an address that is not public, unless `allow_private`. Connections
    are not kept, since hosts that share an address may not share their certificate.
    """

    def __init__(self, *, allow_private: bool, resolve: Resolve = resolve_host) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        limits = httpx.Limits(max_keepalive_connections=0)
        self._inner = httpx.HTTPTransport(verify=_certificates(), limits=limits)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request` to the first address of its host that takes it."""
        failure = httpx.ConnectError(f"{request.url.host} has no address", request=request)
        for address in self._addresses(request):
            try:
                return self._inner.handle_request(_addressed(request, address))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = httpx.ConnectError(str(error), request=request)
        raise failure

    def close(self) -> None:
        """Close what is open."""
        self._inner.close()

    def _addresses(self, request: httpx.Request) -> tuple[str, ...]:
        host = request.url.host
        try:
            addresses = self._resolve(host, request.url.port or 443)
        except OSError as error:
            raise httpx.ConnectError(f"{host} is unknown ({error})", request=request) from error
        inner = [address for address in addresses if not is_public(address)]
        if inner and not self._allow_private:
            raise Blocked(
                str(request.url),
                expected="a public address",
                found=f"{inner[0]}, which is not",
                advice="For a server of your own set fetch.allow_private = true in settings.toml",
            )
        return addresses


@cache
def _certificates() -> ssl.SSLContext:
    """Return what certificates are checked against; reading it takes a tenth of a second."""
    return httpx.create_ssl_context()


def _addressed(request: httpx.Request, address: str) -> httpx.Request:
    """Return the request with an IP address in place of the host, which header and certificate keep."""
    host = request.url.host
    name = {} if host == address else {"sni_hostname": host}
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        extensions={**request.extensions, **name},
    )
