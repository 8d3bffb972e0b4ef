"""A figure with its goal, and the table that figures are printed as."""

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HEADER = ("measure", "figure", "goal", "", "on")
_WIDTHS = (44, 14, 8, 6)
_CLOSE = 2
"""A ratio below this is told to a hundredth: its goal may be 1.1."""
_CPUS = Path("/proc/cpuinfo")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what was measured, how much, in what, the goal that it should keep, and on what.

    `at_most` and `at_least` are goals; a figure without either is told for the reader alone.
    """

    measure: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the goal is kept; None without one."""
        if self.at_most is not None:
            return self.value <= self.at_most
        return None if self.at_least is None else self.value >= self.at_least

    def row(self) -> tuple[str, ...]:
        """Return the figure as cells: measure, figure, goal, verdict, what it was taken on."""
        verdict = "" if self.met is None else "ok" if self.met else "MISSED"
        digits = 2 if self.unit == "x" and self.value < _CLOSE else 1
        return self.measure, f"{self.value:.{digits}f} {self.unit}", self._goal(), verdict, self.note

    def _goal(self) -> str:
        if self.at_most is not None:
            return f"<= {self.at_most:g}"
        return f">= {self.at_least:g}" if self.at_least is not None else ""


def line_of(row: tuple[str, ...]) -> str:
    """Return the cells of a row in columns; the last one runs on."""
    *cells, note = row
    padded = (cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True))
    return f"{'  '.join(padded)}  {note}".rstrip()


def machine() -> Iterator[str]:
    """Yield what the figures are taken on: processor, cores, system and Python."""
    yield f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"
    yield f"Python {platform.python_version()}"


def _processor() -> str:
    told = _CPUS.read_text(encoding="utf-8").splitlines() if _CPUS.exists() else []
    names = [line.partition(":")[2].strip() for line in told if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
