"""Runs every measurement and prints a line each: `python -m bench [NAME...]`."""

import sys

from bench.extraction import measure_extraction
from bench.syncing import measure_sync

MEASUREMENTS = {"extract": measure_extraction, "sync": measure_sync}


def main(wanted: list[str]) -> None:
    """Print the figures of the measurements named, or of all."""
    for name, measure in MEASUREMENTS.items():
        if not wanted or name in wanted:
            for line in measure():
                sys.stdout.write(f"{name}: {line}\n")
                sys.stdout.flush()


main(sys.argv[1:])
