"""Memory of a sync as the items grow in number: it stays flat."""

import tempfile
from collections.abc import Iterator

from bench.figures import Figure
from bench.night import run_night
from bench.one_night import Night, Task
from bench.served import Load, served

FEW, MANY = 1, 20
"""How many sources there are."""

ITEMS = 1000
"""Items of a source: so many a feed lists at most."""

AT_MOST = 1.1


def measure_flat() -> Iterator[Figure]:
    """Yield how much more memory a sync takes at its peak for many times the items, without a delay."""
    few, many = (_sync(sources) for sources in (FEW, MANY))
    note = (
        f"{_told(many)} against {_told(few)} items; {many.peak:.0f} and {few.peak:.0f} MB,"
        f" {few.before:.0f} before"
    )
    yield Figure("memory of a sync, many times the items", many.peak / few.peak, "x", AT_MOST, note=note)
    yield Figure("items synced", many.total("fetched") / many.seconds, "/s", note=f"{many.cpu:.0f} s of cpu")


def _sync(sources: int) -> Night:
    with (
        tempfile.TemporaryDirectory() as home,
        served(Load(sources=sources, items=ITEMS)) as told,
    ):
        return run_night(Task(sources=told), home)


def _told(night: Night) -> str:
    return f"{night.total('fetched'):,}"
