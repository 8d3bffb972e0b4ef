"""Kept pages extracted anew, by one process and by two, and how memory grows with them."""

import tempfile
from collections.abc import Iterator

from bench.figures import Figure
from bench.night import run_apart, run_night
from bench.one_again import Reading
from bench.one_night import Task
from bench.served import Load, served

FEW, MANY = 1, 10
"""How many sources there are."""

ITEMS = 1000
AT_MOST = 1.1


def measure_again() -> Iterator[Figure]:
    """Yield pages a second with one process and with two, and the memory that ten times the pages take."""
    load = Load(sources=MANY, items=ITEMS, hosts=2)
    with tempfile.TemporaryDirectory() as home, served(load) as sources:
        run_night(Task(sources=sources, workers=2), home)
        one, two = (_extract(Task(sources=sources, workers=workers), home) for workers in (1, 2))
        few = _extract(Task(sources=sources[:FEW]), home)
    yield Figure("kept pages, one process", one.pages / one.seconds, "pages/s", note=_told(one))
    yield Figure("kept pages, two processes", two.pages / two.seconds, "pages/s", note=_told(two))
    note = f"{one.pages:,} against {few.pages:,}; {one.peak:.0f} and {few.peak:.0f} MB, one process"
    yield Figure("memory, ten times the pages", one.peak / few.peak, "x", AT_MOST, note=note)


def _extract(task: Task, home: str) -> Reading:
    return Reading.model_validate_json(run_apart("bench.one_again", home, input_text=task.model_dump_json()))


def _told(reading: Reading) -> str:
    worker = f", {reading.worker:.0f} MB a worker" if reading.worker else ""
    return (
        f"{reading.pages:,} pages in {reading.seconds:.1f} s, {reading.cpu:.1f} s of the processor;"
        f" {reading.peak:.0f} MB{worker}"
    )
