"""Knows HTTP on loopback: a server that answers as the made-up councils' own systems would."""

import threading
import time
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from records.council import Source
from records.errors import ConfigError
from samples.bulk import bulk_council
from samples.council import Council, State
from samples.faults import Fault, FaultKind
from samples.load import load_council, load_councils, load_sources
from samples.world import Asked, Reply, World

LOOPBACK = "127.0.0.1"
IDLE = 5.0


@dataclass(frozen=True, slots=True)
class Request:
    """One request that came: `at` is the server's clock in seconds, `address` path and query.

    `council` is the id of the council that was asked, empty for robots.txt and unknown addresses.
    """

    at: float
    method: str
    address: str
    council: str
    status: int
    headers: dict[str, str]


class SampleServer:
    """The made-up councils behind one port of this machine, while the `with` block runs.

    `councils` are names of shipped councils or councils of one's own (default: all shipped ones),
    `items` the ids of the only Dynasty items to show (default: all), `bulk` adds a council with
    that many items made from templates, `robots` is served as robots.txt (default: what the
    councils' own files say, else 404). `port` 0 takes a free one. `clock` tells the time of requests.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        councils: Sequence[str | Council] | None = None,
        items: Container[str] | None = None,
        bulk: int = 0,
        robots: str | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        shipped = load_councils() if councils is None else tuple(_council(one) for one in councils)
        made = (bulk_council(bulk),) if bulk else ()
        self.requests: list[Request] = []
        self._world = World((*shipped, *made), only=items, robots=robots)
        self._clock = clock
        self._stopping = threading.Event()
        self._http = _Server((LOOPBACK, port), _Handler)
        self._http.sample = self
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), name="sample-server")

    @property
    def url(self) -> str:
        """The server's address, `http://127.0.0.1:PORT`."""
        return f"http://{LOOPBACK}:{self._http.server_port}"

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that this server answers for, enabled and ready to be polled."""
        return load_sources(self.url, self._world.councils)

    def start(self) -> Self:
        """Begin to answer."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """End answering, wake slow answers, and wait until every thread has ended."""
        self._stopping.set()
        if self._thread.is_alive():
            self._http.shutdown()
            self._thread.join()
        self._http.server_close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def fault(
        self,
        target: str,
        kind: FaultKind,
        *,
        within: str = "",
        times: int | None = None,
        amount: float = 1.0,
        to: str = "",
    ) -> Fault:
        """Make requests go wrong, and return the fault: see `samples.faults.Fault` for what is struck.

        `target` is a council's id or a part of addresses, `times` how many requests are struck, `amount`
        how slow (seconds) or how huge (megabytes).
        """
        fault = Fault(target, kind, within, times, amount, to)
        self._world.faults.append(fault)
        return fault

    def heal(self, fault: Fault | None = None) -> None:
        """Take one fault away, or all of them."""
        self._world.faults[:] = [one for one in self._world.faults if fault is not None and one is not fault]

    @contextmanager
    def broken(self, target: str, kind: FaultKind, *, within: str = "") -> Iterator[Fault]:
        """Make requests go wrong as `fault` does, inside a `with` block only."""
        fault = self.fault(target, kind, within=within)
        try:
            yield fault
        finally:
            self.heal(fault)

    def show(self, council: str, state: State, meeting: str | None = None) -> None:
        """Switch a council's meetings (or the one with that id) to agenda or minutes, ids unchanged."""
        found = self._find(council)
        ids = [meeting] if meeting else [one.id for one in found.meetings]
        self._world.states.setdefault(council, {}).update(dict.fromkeys(ids, state))

    def withdraw(self, council: str, item: str) -> None:
        """Take an item off the site: it leaves feed and lists, and its page answers 404."""
        self._world.withdrawn.setdefault(self._find(council).id, set()).add(item)

    def answer(self, method: str, address: str, headers: dict[str, str]) -> Reply:
        """Return the reply to a request and write the request down; the HTTP handler calls it."""
        reply = self._world.reply(Asked(address, headers, self.url))
        council = self._world.find(address)
        name = council.id if council else ""
        self.requests.append(Request(self._clock(), method, address, name, reply.answer.status, headers))
        if reply.delay:
            self._stopping.wait(reply.delay)
        return reply

    def _find(self, council: str) -> Council:
        for one in self._world.councils:
            if one.id == council:
                return one
        served = ", ".join(one.id for one in self._world.councils)
        raise ConfigError(council, expected=f"one of {served}", found="no such council on this server")


def _council(told: str | Council) -> Council:
    return load_council(told) if isinstance(told, str) else told


class _Server(ThreadingHTTPServer):
    """Joins its threads on closing, so that none outlives the `with` block."""

    daemon_threads = False
    block_on_close = True
    sample: SampleServer


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
        reply = self.server.sample.answer(self.command, self.path, headers)
        answer = reply.answer
        try:
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if with_body:
                self.wfile.write(answer.body[: len(answer.body) // 2] if reply.dropped else answer.body)
        except ConnectionError:
            self.close_connection = True
