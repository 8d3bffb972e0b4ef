"""A sync of many items from the local server without delay: items a second, and peak memory."""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator

ITEMS = 1000


def measure_sync() -> Iterator[str]:
    """Yield the figures of a first sync and of an unchanged second one, each in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("first sync", "second sync, nothing new"):
            done = subprocess.run(
                [sys.executable, "-m", "bench.one_sync", str(ITEMS)],
                env=os.environ | {"PARAGRAF_HOME": home},
                capture_output=True,
                text=True,
                check=True,
            )
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            yield f"{name}: {done.stdout.strip()}, peak of server and sync together {peak:.0f} MB"
