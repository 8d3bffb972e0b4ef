"""Knows tables drawn with blanks: lines that tabs or wide gaps part into columns."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from ingest.bullets import find_bullet
from ingest.lines import Line
from records.item import Block

_GAP = re.compile(r"\t|[ \u00a0]{3,}")
_DRIFT = 2
"""How many places a column may start before the one above it and still be the same."""

Cell = tuple[int, int]


def find_rows(lines: list[Line]) -> dict[int, tuple[Block, ...]]:
    """Return the cells of each line that is part of a table, by the line's place in `lines`.

    A table is two or more adjacent lines with at least two columns each. Rows and columns count
    from 0 in each table; a row with fewer columns than the first takes those it stands below.
    """
    rows: dict[int, tuple[Block, ...]] = {}
    for first, last in _tables(lines):
        head = _cells(lines[first])
        for place in range(first, last):
            line = lines[place]
            cells = _cells(line)
            columns = _columns(line, cells, lines[first], head)
            rows[place] = tuple(
                Block("cell", line.start + start, line.start + end, row=place - first, column=column)
                for (start, end), column in zip(cells, columns, strict=True)
            )
    return rows


def _tables(lines: list[Line]) -> Iterator[tuple[int, int]]:
    first = 0
    for place in range(1, len(lines) + 1):
        split = place < len(lines) and not lines[place].gap and _splits(lines[place])
        if not split:
            if place - first > 1:
                yield first, place
            first = place
        elif not _splits(lines[first]):
            first = place


def _splits(line: Line) -> bool:
    return find_bullet(line.text) is None and _GAP.search(line.text) is not None


def _cells(line: Line) -> list[Cell]:
    cells, start = [], 0
    for gap in _GAP.finditer(line.text):
        if gap.start() > start:
            cells.append((start, gap.start()))
        start = gap.end()
    return [*cells, (start, len(line.text))]


def _columns(line: Line, cells: list[Cell], above: Line, head: list[Cell]) -> list[int]:
    if len(cells) >= len(head) or "\t" in line.text:
        return list(range(len(cells)))
    edges = [above.indent + start - _DRIFT for start, _ in head]
    columns: list[int] = []
    for start, _ in cells:
        below = bisect_right(edges, line.indent + start) - 1
        columns.append(max(below, columns[-1] + 1 if columns else 0))
    return columns
