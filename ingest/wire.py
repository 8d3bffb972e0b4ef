"""Knows sockets: connects to the very address that was checked, and reads no longer than allowed."""

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache

import httpcore
import httpx

from ingest.network import Resolve, checked_addresses, resolve_host
from records.errors import Blocked

_Options = Iterable[httpcore.SOCKET_OPTION] | None


class Dripping(httpx.ReadTimeout):
    """An answer took longer than the whole of it may, header lines or body."""


class CheckedTransport(httpx.BaseTransport):
    """Sends requests to the IP address that was checked, so that no second look-up can differ.

    Raises Blocked for a host with an address that is not public, unless `allow_private`; Dripping for
    an answer that is not there `longest` seconds after its connection. Connections are not kept. For
    any number of threads.
    """

    def __init__(
        self,
        *,
        allow_private: bool,
        longest: float = 120.0,
        resolve: Resolve = resolve_host,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_certificates(),
            max_connections=None,
            max_keepalive_connections=0,
            network_backend=_Network(allow_private, longest, resolve, clock),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request` to the first address of its host that takes it."""
        url = request.url
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            extensions=request.extensions,
        )
        try:
            with _as_httpx():
                answer = self._pool.handle_request(asked)
        except Blocked as error:
            told = {"expected": error.expected, "found": error.found, "advice": error.advice}
            raise Blocked(str(url), **told) from error
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close what is open."""
        self._pool.close()


@cache
def _certificates() -> ssl.SSLContext:
    """Return what certificates are checked against; reading it takes a tenth of a second."""
    return httpx.create_ssl_context()


@contextmanager
def _as_httpx() -> Iterator[None]:
    """Raise the errors of httpcore as those of httpx, which have the same names."""
    try:
        yield
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
        kind: type[httpx.TransportError] = getattr(httpx, type(error).__name__, httpx.TransportError)
        raise kind(str(error)) from error


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Network(httpcore.NetworkBackend):
    """Opens connections to checked addresses, in the order of the look-up."""

    def __init__(
        self, allow_private: bool, longest: float, resolve: Resolve, clock: Callable[[], float]
    ) -> None:
        self._inner = httpcore.SyncBackend()
        self._allow_private = allow_private
        self._longest = longest
        self._resolve = resolve
        self._clock = clock

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _Options = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = checked_addresses(host, port, self._resolve, allow_private=self._allow_private)
        except OSError as error:
            raise httpcore.ConnectError(f"{host} is unknown ({error})") from error
        failure = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                stream = self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = httpcore.ConnectError(str(error) or f"no answer from {address}")
            else:
                return _Stream(stream, self._clock() + self._longest, self._clock)
        raise failure


class _Stream(httpcore.NetworkStream):
    """A connection that can be read until `end`, a moment of `clock`: header lines can drip, too."""

    def __init__(self, inner: httpcore.NetworkStream, end: float, clock: Callable[[], float]) -> None:
        self._inner = inner
        self._end = end
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = self._end - self._clock()
        if left <= 0:
            raise Dripping("one that drips in too slowly")
        return self._inner.read(max_bytes, left if timeout is None else min(timeout, left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secure = self._inner.start_tls(ssl_context, server_hostname, timeout)
        return _Stream(secure, self._end, self._clock)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)
