"""Takes every figure and prints a table, line by line as it comes: `python -m bench [NAME...]`."""

import sys
from collections.abc import Callable, Iterator

from bench.again import measure_again
from bench.dates import measure_dates
from bench.drafts import measure_drafts
from bench.extraction import measure_against_stack, measure_extraction
from bench.figures import HEADER, Figure, line_of, machine
from bench.flat import measure_flat
from bench.growth import measure_growth
from bench.memory import measure_memory
from bench.night import measure_nights
from bench.syncing import measure_sync

MEASUREMENTS: dict[str, Callable[[], Iterator[Figure]]] = {
    "extract": measure_extraction,
    "dates": measure_dates,
    "stack": measure_against_stack,
    "growth": measure_growth,
    "memory": measure_memory,
    "sync": measure_sync,
    "nights": measure_nights,
    "flat": measure_flat,
    "again": measure_again,
    "drafts": measure_drafts,
}


def main(wanted: list[str]) -> int:
    """Print the figures of the measurements named, or of all; return how many goals were missed."""
    missed = 0
    for line in (*machine(), line_of(HEADER)):
        _print(line)
    for name, measure in MEASUREMENTS.items():
        for figure in measure() if not wanted or name in wanted else ():
            missed += figure.met is False
            _print(line_of(figure.row()))
    _print(f"{missed} goal{'s' * (missed != 1)} missed")
    return missed


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
