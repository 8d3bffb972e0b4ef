"""Knows sockets on loopback: one port on one or several addresses of this machine."""

import selectors
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from samples.world import Reply

LOOPBACK = "127.0.0.1"
IDLE = 5.0
_TRIES = 20
Ask = Callable[[str, str, dict[str, str], str], Reply]
"""Returns the reply to a request: method, address (path and query), headers by small name, own address."""


@dataclass(frozen=True)
class Wiring:
    """What the handlers of requests share: whom to ask, and what ends their waiting."""

    ask: Ask
    stopping: threading.Event


class Listener:
    """Listens on one port of several loopback addresses (127.0.0.1, 127.0.0.2, ...; more than one: Linux).

    `port` 0 takes one that is free on all of them. Raises OSError when there is none.
    """

    def __init__(self, addresses: Sequence[str], port: int, wiring: Wiring) -> None:
        self._wiring = wiring
        self._servers = _bind(addresses, port, wiring)
        self._thread = threading.Thread(target=self._accept, name="sample-server")

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses, each as `http://127.0.0.1:PORT`."""
        return tuple(server.url for server in self._servers)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """End answering, wake slow answers, and wait until every thread has ended."""
        self._wiring.stopping.set()
        if self._thread.is_alive():
            self._thread.join()
        for server in self._servers:
            server.server_close()

    def _accept(self) -> None:
        with selectors.DefaultSelector() as selector:
            for server in self._servers:
                selector.register(server, selectors.EVENT_READ, server.handle_request)
            while not self._wiring.stopping.is_set():
                for key, _ in selector.select(0.05):
                    key.data()


def _bind(addresses: Sequence[str], port: int, wiring: Wiring) -> list["_Server"]:
    """Return a server for each address, all on one port."""
    for tries_left in reversed(range(1 if port else _TRIES)):
        bound: list[_Server] = []
        try:
            for address in addresses:
                bound.append(_Server((address, bound[0].server_port if bound else port), wiring))
        except OSError:
            for server in bound:
                server.server_close()
            if not tries_left:
                raise
        else:
            return bound
    return []


class _Server(ThreadingHTTPServer):
    """Joins its threads on closing, so that none outlives the `with` block."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 64
    timeout = 0

    def __init__(self, place: tuple[str, int], wiring: Wiring) -> None:
        self.wiring = wiring
        super().__init__(place, _Handler)

    @property
    def url(self) -> str:
        return f"http://{self.server_address[0]!s}:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    """One connection a request, as HTTP/1.0 has it: nothing idles when the server stops."""

    server: _Server
    timeout = IDLE

    def do_GET(self) -> None:
        """Send what is due."""
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        """Send the headers of what is due."""
        self._send(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: requests are kept in the server's list."""

    def _send(self, *, with_body: bool) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        wiring = self.server.wiring
        reply = wiring.ask(self.command, self.path, headers, self.server.url)
        if reply.delay:
            wiring.stopping.wait(reply.delay)
        answer = reply.answer
        try:
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if with_body:
                self._send_body(reply)
        except ConnectionError:
            self.close_connection = True

    def _send_body(self, reply: Reply) -> None:
        body = reply.answer.body
        if reply.dropped:
            self.wfile.write(body[: len(body) // 2])
        elif not reply.drip:
            self.wfile.write(body)
        else:
            for place in range(len(body)):
                self.wfile.write(body[place : place + 1])
                if self.server.wiring.stopping.wait(reply.drip):
                    return
