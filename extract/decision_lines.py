"""Knows how a printed page falls into lines: rows, their columns, the marks that count pages."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from records.base import Span
from records.item import Block

_COLUMN_GAP = re.compile(r"[ \t\u00a0]{3,}|\t")
_GAP = "   "
_ROW = re.compile(r"\S(?:[^\n]*\S)?")
_PAGE_MARK = re.compile(r"(?P<page>\d{1,3}) (?:(?P=page)(?: ?\(\d{1,3}\))? )?|\d{1,3} ?\(\d{1,3}\) ")
_DIGIT = re.compile(r"[\d§]")
_RUNNING = 150
_PAGED = 200
_SHORTEST_PAGE = 25
_LONGEST_LEAP = 30
_FEWEST_LETTERS = 4
_LONGEST_SHORT = 30
"""A line that is shorter was not broken for want of room."""


class Line(NamedTuple):
    """A printed line, or one column of it, without its outer blanks.

    `row` numbers the printed lines that hold text, `column` the columns within one. `running` tells
    that the line is so long that several fields may stand in it, as in text drawn from PDF; `page`
    that a page begins with it (the page's number is left out). `digit` is where the first digit or
    section sign stands, -1 if none does: then it can hold no number, day or section.
    """

    start: int
    end: int
    row: int
    column: int
    running: bool
    page: bool
    digit: int = -1

    @property
    def digits(self) -> bool:
        """Whether a digit or a section sign stands in the line."""
        return self.digit >= 0

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return self.start, self.end


def split_lines(text: str, blocks: Iterable[Block] = ()) -> tuple[Line, ...]:
    """Return the lines of `text`, cut at wide gaps and where a table's cell begins."""
    rows = [match.span() for match in _ROW.finditer(text)]
    paged = any(end - first > _PAGED for first, end in rows)
    cells = sorted({block.start for block in blocks if block.kind == "cell"})
    plain = text.replace("\u00a0", " ")
    gaps = _GAP in plain or "\t" in plain
    lines: list[Line] = []
    page = 0
    for number, (first, end) in enumerate(rows):
        counts = paged and text[first].isdecimal()
        mark, page = _page_mark(text, (first, end), page) if counts else (None, page)
        begin = mark or first
        long = end - begin > _RUNNING or mark is not None
        cut = cells[bisect_right(cells, begin) : bisect_left(cells, end)] if cells else ()
        wide = gaps and (plain.find(_GAP, begin, end) >= 0 or plain.find("\t", begin, end) >= 0)
        if not (cut or wide):
            lines.append(Line(begin, end, number, 0, long, mark is not None, first_digit(text, begin, end)))
            continue
        for column, (left, right) in enumerate(_columns(text, begin, end, cut)):
            opens = mark is not None and column == 0
            lines.append(Line(left, right, number, column, long, opens, first_digit(text, left, right)))
    return tuple(lines)


def first_digit(text: str, start: int, end: int) -> int:
    """Return where the first digit or section sign stands, -1 if none does."""
    digit = _DIGIT.search(text, start, end)
    return digit.start() if digit else -1


def goes_on(text: str, above: Span, below: Line) -> bool:
    """Return whether a title goes on in the line right below: both in capitals, or a broken sentence."""
    if text.count("\n", above[1], below.start) != 1:
        return False
    first, second = text[slice(*above)], text[below.start : below.end]
    if first.isupper():
        return second.isupper()
    return len(first) >= _LONGEST_SHORT and second[0].islower() and first[-1] not in ".:;!?"


def is_spaced(line: str) -> bool:
    """Return whether a line is set with a blank behind each letter: "S A K S F R A M L E G G"."""
    parts = line.split()
    return len(parts) >= _FEWEST_LETTERS and all(len(part) == 1 for part in parts) and line[:1].isalpha()


def _page_mark(text: str, row: Span, page: int) -> tuple[int | None, int]:
    """Where the row goes on behind the number of a page, if it begins with the next one; and that number."""
    mark = _PAGE_MARK.match(text, *row) if row[1] - row[0] >= _SHORTEST_PAGE else None
    if mark is None or text[mark.end() : mark.end() + 1].islower():
        return None, page
    number = int(mark.group("page") or page)
    return (mark.end(), number) if page <= number <= page + _LONGEST_LEAP else (None, page)


def _columns(text: str, start: int, end: int, cells: Sequence[int]) -> Iterator[Span]:
    cuts = [(gap.start(), gap.end()) for gap in _COLUMN_GAP.finditer(text, start, end)]
    if cells:
        cuts = sorted([*cuts, *((at, at) for at in cells)])
    left = start
    for before, after in cuts:
        if left < before:
            yield left, before
        left = max(left, after)
    if left < end:
        yield left, end
