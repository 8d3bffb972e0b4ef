"""Knows how a printed page falls into lines: rows, their columns, the marks that count pages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from records.base import Span
from records.item import Block

_COLUMN_GAP = re.compile(r"[ \t\u00a0]{3,}|\t")
_WIDE = re.compile(r"[ \u00a0][ \u00a0\t][ \u00a0\t]")
_PAGE_MARK = re.compile(r"(?P<page>\d{1,3}) (?:(?P=page)(?: ?\(\d{1,3}\))? )?|\d{1,3} ?\(\d{1,3}\) ")
_DIGIT = re.compile(r"[\d§]")
_RUNNING = 150
_PAGED = 200
_SHORTEST_PAGE = 25
_LONGEST_LEAP = 30
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or one column of it, without its outer blanks.

    `row` numbers the printed lines that hold text, `column` the columns within one. `running` tells
    that the line is so long that several fields may stand in it, as in text drawn from PDF; `page`
    that a page begins with it (the page's number is left out). `digits` tells that a digit stands in
    its row, without which it can be no number, day or section.
    """

    start: int
    end: int
    row: int
    column: int
    running: bool
    page: bool
    digits: bool = True

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return self.start, self.end


def split_lines(text: str, blocks: Iterable[Block] = ()) -> tuple[Line, ...]:
    """Return the lines of `text`, cut at wide gaps and where a table's cell begins."""
    rows = [(first, end) for first, end in _rows(text) if first < end]
    paged = any(end - first > _PAGED for first, end in rows)
    cells = {block.start for block in blocks if block.kind == "cell"}
    lines: list[Line] = []
    page = 0
    for number, (first, end) in enumerate(rows):
        mark, page = _page_mark(text, (first, end), page) if paged else (None, 0)
        begin = mark or first
        long = end - begin > _RUNNING or mark is not None
        digits = _DIGIT.search(text, begin, end) is not None
        for column, (left, right) in enumerate(_columns(text, begin, end, cells)):
            lines.append(Line(left, right, number, column, long, mark is not None and column == 0, digits))
    return tuple(lines)


def is_spaced(line: str) -> bool:
    """Return whether a line is set with a blank behind each letter: "S A K S F R A M L E G G"."""
    parts = line.split()
    return len(parts) >= _FEWEST_LETTERS and all(len(part) == 1 for part in parts) and line[:1].isalpha()


def _rows(text: str) -> Iterator[Span]:
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        first = start + len(raw) - len(raw.lstrip()) if stripped else start
        yield first, first + len(stripped)
        start += len(raw) + 1


def _page_mark(text: str, row: Span, page: int) -> tuple[int | None, int]:
    """Where the row goes on behind the number of a page, if it begins with the next one; and that number."""
    mark = _PAGE_MARK.match(text, *row) if row[1] - row[0] >= _SHORTEST_PAGE else None
    if mark is None or text[mark.end() : mark.end() + 1].islower():
        return None, page
    number = int(mark.group("page") or page)
    return (mark.end(), number) if page <= number <= page + _LONGEST_LEAP else (None, page)


def _columns(text: str, start: int, end: int, cells: set[int]) -> Iterator[Span]:
    if not cells and text.find("\t", start, end) < 0 and _WIDE.search(text, start, end) is None:
        yield start, end
        return
    cuts = [(gap.start(), gap.end()) for gap in _COLUMN_GAP.finditer(text, start, end)]
    if cells:
        cuts = sorted([*cuts, *((at, at) for at in range(start + 1, end) if at in cells)])
    left = start
    for before, after in cuts:
        if left < before:
            yield left, before
        left = max(left, after)
    if left < end:
        yield left, end
