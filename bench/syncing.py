"""A sync of a thousand items from the local server without delay, and the unchanged night after it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from bench.figures import Figure

ITEMS = 1000


def measure_sync() -> Iterator[Figure]:
    """Yield items a second of both nights, each in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("first night", "second night"):
            done = subprocess.run(  # noqa: S603 - our own module with a number
                [sys.executable, "-m", "bench.one_sync", str(ITEMS)],
                env=os.environ | {"PARAGRAF_HOME": home},
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
            pace, note = done.stdout.strip().split("\t")
            yield Figure(f"sync, {name}", float(pace), "items/s", note=note)
