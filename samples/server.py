"""Knows HTTP on loopback: a server that answers as the made-up councils' own systems would."""

import threading
import time
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from records.council import Source
from records.errors import ConfigError
from samples.bulk import bulk_council
from samples.council import Council, State
from samples.faults import Fault, FaultKind
from samples.listener import LOOPBACK, Listener, Wiring
from samples.load import load_council, load_councils, load_sources
from samples.world import Asked, Reply, World


@dataclass(frozen=True, slots=True)
class Request:
    """One request that came: `at` is the server's clock in seconds, `address` path and query.

    `council` is the id of the council that was asked, empty for robots.txt and unknown addresses;
    `url` the address of the server that it came to, as `http://127.0.0.1:PORT`.
    """

    at: float
    method: str
    address: str
    council: str
    status: int
    headers: dict[str, str]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """How requests come: to which `addresses`, with how many seconds of `latency`, told by which `clock`.

    With several addresses (127.0.0.1, 127.0.0.2, ...; Linux) each answers for all councils, and the
    sources are dealt out over them, so that there are many hosts.
    """

    addresses: tuple[str, ...] = (LOOPBACK,)
    latency: float = 0.0
    clock: Callable[[], float] = time.monotonic


_PLAIN = Line()


class SampleServer:
    """The made-up councils behind one port of this machine, while the `with` block runs.

    `councils` are names of shipped councils or councils of one's own (default: all shipped ones),
    `items` the ids of the only Dynasty items to show (default: all), `bulk` adds a council with
    that many items made from templates, `robots` is served as robots.txt (default: what the
    councils' own files say, else 404). `port` 0 takes a free one. `line` is how requests come.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        councils: Sequence[str | Council] | None = None,
        items: Container[str] | None = None,
        bulk: int = 0,
        robots: str | None = None,
        line: Line = _PLAIN,
    ) -> None:
        shipped = load_councils() if councils is None else tuple(_council(one) for one in councils)
        made = (bulk_council(bulk),) if bulk else ()
        self.requests: list[Request] = []
        self._world = World((*shipped, *made), only=items, robots=robots, latency=line.latency)
        self._clock = line.clock
        self._listener = Listener(line.addresses, port, Wiring(self._answer, threading.Event()))

    @property
    def url(self) -> str:
        """The server's (first) address, `http://127.0.0.1:PORT`."""
        return self._listener.urls[0]

    @property
    def urls(self) -> tuple[str, ...]:
        """All its addresses."""
        return self._listener.urls

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that this server answers for, enabled and ready to be polled."""
        councils, urls = self._world.councils, self.urls
        dealt = (load_sources(urls[place % len(urls)], [one]) for place, one in enumerate(councils))
        return tuple(source for sources in dealt for source in sources)

    def start(self) -> Self:
        """Begin to answer."""
        self._listener.start()
        return self

    def stop(self) -> None:
        """End answering, wake slow answers, and wait until every thread has ended."""
        self._listener.stop()

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
        how slow (seconds) or how large (megabytes), `to` where a redirect leads or which item is shown.
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

    def _answer(self, method: str, address: str, headers: dict[str, str], url: str) -> Reply:
        """Return the reply to a request, and write the request down."""
        reply = self._world.reply(Asked(address, headers, url))
        council = self._world.find(address)
        name = council.id if council else ""
        at, status = self._clock(), reply.answer.status
        self.requests.append(Request(at, method, address, name, status, headers, url))
        return reply

    def _find(self, council: str) -> Council:
        for one in self._world.councils:
            if one.id == council:
                return one
        served = ", ".join(one.id for one in self._world.councils)
        raise ConfigError(council, expected=f"one of {served}", found="no such council on this server")


def _council(told: str | Council) -> Council:
    return load_council(told) if isinstance(told, str) else told
