"""Knows the table of a Norwegian case's way: number, body and day of each meeting that treats it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.decision_lines import Line
from extract.decision_marks import number_of
from extract.decision_shapes import DAY, NUMBER
from extract.decision_sheet import Sheet, trimmed
from extract.decision_types import WayRow
from records.base import Span

_BEHIND = re.compile(r"[^\n]{0,40}")
_NAME = re.compile(r"[^\d\n]*")
_WORD = re.compile(r"[^\W\d_]+")
_DAY_CELL = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_LOOSE_WORDS = 1
_RULE = "row of the case's way"


def with_way(sheet: Sheet, end: int) -> Sheet:
    """Return the sheet with the rows "61/23  Formannskapet  26.09.2023" that stand before `end`."""
    if not sheet.words.head.section_kinds:
        return sheet
    rows = sorted(_rows(sheet, (0, end)), key=lambda row: row.span)
    return replace(sheet, way=tuple(rows))


def _rows(sheet: Sheet, span: Span) -> Iterator[WayRow]:
    read = -1
    for match in NUMBER.finditer(sheet.text, *span):
        line = sheet.line_at(match.start())
        if line is None or match.start() < read:
            continue
        row = sheet.row_span(match.start())
        if line.running:
            found = _running_row(sheet, match, span[1])
        else:
            read = row[1]
            found = _printed_row(sheet, row)
            if found is None and line.span == match.span():
                found = _cells(sheet, match)
        if found:
            yield found


def _running_row(sheet: Sheet, match: re.Match[str], limit: int) -> WayRow | None:
    """Number, body and day that follow each other in running text."""
    body = None if match.group("kind") else body_behind(sheet, match.end())
    if body is None:
        return None
    rest = _BEHIND.match(sheet.text, body[1], limit)
    end = rest.end() if rest else body[1]
    after = NUMBER.search(sheet.text, body[1], end)
    day = sheet.day_in((body[1], after.start() if after else end))
    number = number_of(sheet, (None, match.start()), match.span("number"))
    return WayRow(number, sheet.found(body, _RULE), day, (match.start(), body[1]))


def _printed_row(sheet: Sheet, row: Span) -> WayRow | None:
    """A printed line that holds a number, a body and perhaps a day, in any order, and hardly more."""
    days = [match.span() for match in DAY.finditer(sheet.text, *row)]
    numbers = [
        match
        for match in NUMBER.finditer(sheet.text, *row)
        if not any(start <= match.start("number") < end for start, end in days)
    ]
    if len(numbers) != 1:
        return None
    body = _body_cell(sheet, row)
    if body is None or _loose_words(sheet, row, [body, numbers[0].span(), *days]) > _LOOSE_WORDS:
        return None
    number = number_of(sheet, (None, row[0]), numbers[0].span("number"))
    return WayRow(number, sheet.found(body, _RULE), sheet.day_in(row), row)


def _body_cell(sheet: Sheet, row: Span) -> Span | None:
    """The cell that is a body's name as a whole, else the first name of a body in the row."""
    cells = (sheet.body_line(cell.span) for cell in sheet.lines_in(row))
    return next((cell for cell in cells if cell), None) or sheet.find_body(row)


def _loose_words(sheet: Sheet, row: Span, taken: Sequence[Span]) -> int:
    """How many words of a row are none of its number, body and day."""
    loose = 0
    for word in _WORD.finditer(sheet.folded, *row):
        held = any(start <= word.start() < end for start, end in taken)
        loose += not held and word.group() not in sheet.words.head.section_kinds
    return loose


def _cells(sheet: Sheet, match: re.Match[str]) -> WayRow | None:
    """A row whose cells stand below each other, the body and its day behind or before the number."""
    line = sheet.line_at(match.start())
    if line is None:
        return None
    at = sheet.place_of(line)
    for first in (at + 1, at - 2):
        pair = sheet.lines[max(first, 0) : first + 2]
        bodies = [span for cell in pair if (span := sheet.body_line(cell.span))]
        days = [cell for cell in pair if _DAY_CELL.fullmatch(sheet.text, *cell.span)]
        if len(bodies) == len(days) == 1:
            number = number_of(sheet, (None, match.start()), match.span("number"))
            span = min(line.start, pair[0].start), max(line.end, pair[-1].end)
            return WayRow(number, sheet.found(bodies[0], _RULE), sheet.day_in(days[0].span), span)
    return None


def in_way(sheet: Sheet, line: Line) -> bool:
    """Whether a line is of that table: a column of one of its rows, or of the row that heads them."""
    if line.running or not sheet.way:
        return False
    at = bisect_right(sheet.way, line.start, key=lambda row: row.span[0]) - 1
    if at >= 0:
        return line.start < sheet.way[at].span[1]
    first = sheet.line_at(sheet.way[0].span[0])
    return first is not None and line.row == first.row - 1 and _heads(sheet, line)


def _heads(sheet: Sheet, line: Line) -> bool:
    """Whether a line stands in a row of several columns, one of them a label."""
    cells = sheet.lines_in(sheet.row_span(line.start))
    return len(cells) > 1 and any(sheet.label_at(cell.start) for cell in cells)


def body_behind(sheet: Sheet, at: int) -> Span | None:
    """Return the body that stands right behind a number."""
    name = _NAME.match(sheet.text, at)
    span = trimmed(sheet.text, (at, min(name.end() if name else at, at + 90)))
    body = sheet.find_body(span) if span[0] < span[1] else None
    return body if body and body[0] == span[0] else None


def is_row(sheet: Sheet, number: int, start: int) -> bool:
    """Whether what stands behind a line's number, from `start` on, is a row of that table, not a title."""
    if in_way(sheet, sheet.lines[number]):
        return True
    row = sheet.lines[number].row
    end = max(line.end for line in sheet.lines[number : number + 8] if line.row == row)
    body = body_behind(sheet, start)
    if body is None:
        return False
    rest = _NAME.match(sheet.text, body[1], end)
    loose = rest.group().lower().split() if rest else []
    head = sheet.words.head
    handled = bool(loose) and loose[0] in head.session
    return handled or len([word for word in loose if word not in head.section_kinds]) <= _LOOSE_WORDS
