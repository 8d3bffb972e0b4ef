"""Made-up councils behind a server in a process of its own, so that it shares no interpreter with the timed.

As a program it serves the load that its first line of input tells, prints the sources, and ends when its
input does.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import TypeAdapter

from records.base import Record
from records.council import Council as Publisher
from records.council import Source
from samples.bulk import BULK, PER_MEETING, bulk_council
from samples.council import Council, Meeting
from samples.server import Line, SampleServer

SOURCES = TypeAdapter(tuple[Source, ...])
SHOW = 100
"""How many entries a source's feed is asked for: what the settings say of one that says nothing.

More than it has, or its lists would be walked for what a full feed may have lost.
"""


class Load(Record):
    """So many sources of so many items, dealt out over hosts that answer after `latency` seconds."""

    sources: int
    items: int
    hosts: int = 1
    latency: float = 0.0


@contextmanager
def served(load: Load) -> Iterator[tuple[Source, ...]]:
    """Serve a load while the block runs, and yield its sources."""
    command = [sys.executable, "-m", "bench.served"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own module
        if server.stdin is None or server.stdout is None:
            raise OSError("no pipes to the server")
        server.stdin.write(load.model_dump_json() + "\n")
        server.stdin.flush()
        yield SOURCES.validate_json(server.stdout.readline())
        server.stdin.close()


def councils_of(load: Load) -> Iterator[Council]:
    """Yield the councils of a load: all of them have other texts, and meetings on the same days."""
    pattern = bulk_council(load.items)
    each = len(pattern.meetings)
    meetings = bulk_council(load.sources * each * PER_MEETING).meetings
    for number in range(load.sources):
        own = meetings[number * each : (number + 1) * each]
        yield _council(pattern, number, own, load)


def _council(pattern: Council, number: int, meetings: tuple[Meeting, ...], load: Load) -> Council:
    """Return the council of a number, with its share of the meetings on the days of the pattern's."""
    name = f"{BULK}{number:03}"
    publisher = Publisher(name=f"Suurlammen kaupunki {number:03}", country="FI")
    bases = tuple(
        base.model_copy(update={"url": base.url.replace(BULK, name)}) for base in pattern.source.bases
    )
    most = -(-load.items // len(meetings))
    told = {"id": name, "council": publisher, "bases": bases, "show": max(SHOW, load.items + 1)}
    return Council(
        source=pattern.source.model_copy(update=told),
        site=pattern.site.model_copy(update={"prefix": f"/{name}"}),
        meetings=tuple(
            one.model_copy(update={"date": day.date, "published": day.published, "item": one.item[:most]})
            for one, day in zip(meetings, pattern.meetings, strict=True)
        ),
    )


def _serve() -> None:
    load = Load.model_validate_json(sys.stdin.readline())
    addresses = tuple(f"127.0.{place // 250}.{place % 250 + 2}" for place in range(load.hosts))
    line = Line(addresses=addresses, latency=load.latency)
    with SampleServer(councils=list(councils_of(load)), line=line) as server:
        sys.stdout.write(SOURCES.dump_json(server.sources).decode() + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    _serve()
