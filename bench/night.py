"""A night of three hundred sources, the unchanged night after it, and what looking at them all costs."""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.figures import Figure
from bench.one_night import Night, Task
from bench.served import Load, served
from ingest.addresses import host_of
from records.council import Source

LOAD = Load(sources=300, items=30, hosts=75, latency=0.2)
DELAY = 2.0
WORKERS = 2
AT_MOST = 1.1
_SOURCE = """
[[source]]
id = "{id}"
system = "{system}"
language = "{language}"
enabled = true
council = {{ name = "{council}", country = "{country}" }}
bases = [{{ id = "{base}", url = "{url}" }}]
"""


def measure_nights() -> Iterator[Figure]:
    """Yield how much longer a first night takes than politeness asks, and what the second one takes."""
    with tempfile.TemporaryDirectory() as home, served(LOAD) as sources:
        for number, name in enumerate(("first night", "unchanged second night")):
            night = run_night(Task(sources=sources, delay=DELAY, workers=WORKERS, night=number), home)
            yield from _figures(name, night, sources, is_first=number == 0)
        yield Figure("health of 300 sources", night.judging, "s", note="what a sync asks at its end")
        yield Figure("paragraf doctor", _doctor(home, sources), "s", note="as a command of its own")


def run_night(task: Task, home: str) -> Night:
    """Sync into a home in a process of its own, and return what it took."""
    return Night.model_validate_json(run_apart("bench.one_night", home, input_text=task.model_dump_json()))


def run_apart(module: str, home: str, *words: str, input_text: str = "") -> str:
    """Run a module with a home of its own, and return what it prints."""
    done = subprocess.run(  # noqa: S603 - our own modules
        [sys.executable, "-m", module, *words],
        input=input_text,
        env=os.environ | {"PARAGRAF_HOME": home},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


def requests_by_host(night: Night, sources: Sequence[Source]) -> Mapping[str, int]:
    """Return how many requests each host was sent."""
    counts: Counter[str] = Counter()
    for source, told in zip(sources, night.sources, strict=True):
        counts[host_of(source.bases[0].url)] += told.requests
    return counts


def floor_of(requests: int, delay: float, latency: float) -> float:
    """Return the seconds that so many requests to one host take at least: the last one is answered, too."""
    return (requests - 1) * delay + latency


def _figures(name: str, night: Night, sources: Sequence[Source], *, is_first: bool) -> Iterator[Figure]:
    asked = requests_by_host(night, sources)
    longest = max(asked.values())
    floor = floor_of(longest, DELAY, LOAD.latency)
    issues = sum(len(told.issues) for told in night.sources)
    note = (
        f"{LOAD.sources} sources of {LOAD.items} items on {LOAD.hosts} hosts, {LOAD.latency} s latency,"
        f" {DELAY:g} s apart: {night.total('new')} new, {night.total('fetched')} fetched, {issues} issues;"
        f" {night.seconds:.1f} s against {floor:.1f} s for {longest} requests to one host"
    )
    yield Figure(
        f"{name}: wall / floor", night.seconds / floor, "x", AT_MOST if is_first else None, note=note
    )
    yield Figure(f"{name}: time", night.seconds, "s", note=f"{night.cpu:.1f} s of the processor")
    yield Figure(f"{name}: requests", sum(asked.values()), "", note=f"{longest} to the host asked most")


def _doctor(home: str, sources: Sequence[Source]) -> float:
    """Return the seconds that `paragraf doctor` takes for a home's sources."""
    place = Path(home, "config", "sources.toml")
    place.parent.mkdir(exist_ok=True)
    place.write_text("".join(map(_told, sources)), encoding="utf-8")
    start = time.perf_counter()
    # it finds much ill: the nights are of another day
    subprocess.run(
        [sys.executable, "-m", "paragraf", "doctor"],
        env=os.environ | {"PARAGRAF_HOME": home},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - start


def _told(source: Source) -> str:
    base = source.bases[0]
    return _SOURCE.format(
        id=source.id,
        system=source.system,
        language=source.language,
        council=source.council.name,
        country=source.council.country,
        base=base.id,
        url=base.url,
    )
