"""A sync of a thousand items from the local server without delay, and the unchanged night after it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator

ITEMS = 1000


def measure_sync() -> Iterator[str]:
    """Yield items a second and peak memory of both, each in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("first night", "second night"):
            done = subprocess.run(  # noqa: S603 - our own module with a number
                [sys.executable, "-m", "bench.one_sync", str(ITEMS)],
                env=os.environ | {"PARAGRAF_HOME": home},
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
            yield f"{name}: {done.stdout.strip()}"
