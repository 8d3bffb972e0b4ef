"""Knows the table of a Norwegian case's way: number, body and day of each meeting that treats it."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.decision_lines import Line
from extract.decision_marks import number_of
from extract.decision_shapes import NUMBER
from extract.decision_sheet import Sheet, trimmed
from records.base import Span
from records.evidence import Found

_BEHIND = re.compile(r"[^\n]{0,40}")
_NAME = re.compile(r"[^\d\n]*")
_DAY_CELL = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_LOOSE_WORDS = 1


@dataclass(frozen=True, slots=True)
class WayRow:
    """One row: the case's number in a body, and the day if it is told."""

    number: Found[str]
    body: Found[str]
    day: Found[dt.date] | None
    span: Span


def find_way(sheet: Sheet, span: Span) -> tuple[WayRow, ...]:
    """Return the rows "61/23  Formannskapet  26.09.2023" within a span."""
    return tuple(_rows(sheet, span)) if sheet.words.head.section_kinds else ()


def _rows(sheet: Sheet, span: Span) -> Iterator[WayRow]:
    for match in NUMBER.finditer(sheet.text, *span):
        body = None if match.group("kind") else body_behind(sheet, match.end())
        if body is None:
            cells = _cells(sheet, match)
            yield from [cells] if cells else _number_last(sheet, match)
            continue
        rest = _BEHIND.match(sheet.text, body[1], span[1])
        end = rest.end() if rest else body[1]
        after = NUMBER.search(sheet.text, body[1], end)
        day = sheet.day_in((body[1], after.start() if after else end))
        number = number_of(sheet, (None, match.start()), match.span("number"))
        yield WayRow(number, sheet.found(body, "row of the case's way"), day, (match.start(), body[1]))


def _number_last(sheet: Sheet, match: re.Match[str]) -> Iterator[WayRow]:
    """A row "Formannskapet  17.09.2019  88/19", its columns apart."""
    row = sheet.row_span(match.start())
    cells = sheet.lines_in(row)
    body = sheet.body_line(cells[0].span) if len(cells) > 1 and not cells[0].running else None
    if body and match.end() == cells[-1].end:
        number = number_of(sheet, (None, match.start()), match.span("number"))
        yield WayRow(number, sheet.found(body, "row of the case's way"), sheet.day_in(row), row)


def _cells(sheet: Sheet, match: re.Match[str]) -> WayRow | None:
    """A row whose cells stand below each other, the body and its day behind or before the number."""
    line = sheet.line_at(match.start())
    if line is None or (match.start(), match.end()) != line.span:
        return None
    at = sheet.place_of(line)
    for first in (at + 1, at - 2):
        pair = sheet.lines[max(first, 0) : first + 2]
        bodies = [span for cell in pair if (span := sheet.body_line(cell.span))]
        days = [cell for cell in pair if _DAY_CELL.fullmatch(sheet.text, *cell.span)]
        if len(bodies) == len(days) == 1:
            number = number_of(sheet, (None, match.start()), match.span("number"))
            span = min(line.start, pair[0].start), max(line.end, pair[-1].end)
            body = sheet.found(bodies[0], "row of the case's way")
            return WayRow(number, body, sheet.day_in(days[0].span), span)
    return None


def _in_cells(sheet: Sheet, line: Line) -> bool:
    """Whether a line is a cell of such a row."""
    at = sheet.place_of(line)
    for other in sheet.lines[max(0, at - 2) : at + 3]:
        number = NUMBER.fullmatch(sheet.text, *other.span)
        row = _cells(sheet, number) if number else None
        if row and row.span[0] <= line.start < row.span[1]:
            return True
    return False


def in_way(sheet: Sheet, line: Line) -> bool:
    """Whether a line is a column of a row of that table."""
    if line.running or not sheet.words.head.section_kinds:
        return False
    if _in_cells(sheet, line):
        return True
    row = sheet.row_span(line.start)
    if line.column and NUMBER.match(sheet.text, row[0]):
        return True
    return any(any(True for _ in _number_last(sheet, match)) for match in NUMBER.finditer(sheet.text, *row))


def body_behind(sheet: Sheet, at: int) -> Span | None:
    """Return the body that stands right behind a number."""
    name = _NAME.match(sheet.text, at)
    span = trimmed(sheet.text, (at, min(name.end() if name else at, at + 90)))
    body = sheet.find_body(span) if span[0] < span[1] else None
    return body if body and body[0] == span[0] else None


def is_row(sheet: Sheet, number: int, start: int) -> bool:
    """Whether what stands behind a line's number, from `start` on, is a row of that table, not a title."""
    row = sheet.lines[number].row
    end = max(line.end for line in sheet.lines[number : number + 8] if line.row == row)
    body = body_behind(sheet, start)
    if body is None:
        return False
    rest = _NAME.match(sheet.text, body[1], end)
    loose = rest.group().split() if rest else []
    return len([word for word in loose if word.lower() not in sheet.words.head.section_kinds]) <= _LOOSE_WORDS
