"""A sync of a thousand items from a local server without delay, and the unchanged night after it."""

import tempfile
from collections.abc import Iterator

from bench.figures import Figure
from bench.night import run_night
from bench.one_night import Task
from bench.served import Load, served

ITEMS = 1000


def measure_sync() -> Iterator[Figure]:
    """Yield items a second of both nights, each in a process of its own."""
    with tempfile.TemporaryDirectory() as home, served(Load(sources=1, items=ITEMS)) as sources:
        for number, name in enumerate(("first night", "second night")):
            night = run_night(Task(sources=sources, night=number), home)
            told = ", ".join(
                f"{night.total(count)} {count}"
                for count in ("entries", "fetched", "new", "relevant", "requests")
            )
            memory = f"memory {night.before:.0f} MB before, {night.peak:.0f} MB at its peak"
            pace = night.total("entries") / night.seconds
            yield Figure(f"sync, {name}", pace, "items/s", note=f"{told}, {night.seconds:.1f} s; {memory}")
