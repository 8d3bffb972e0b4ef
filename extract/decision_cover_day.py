"""Knows where a cover tells the day of its meeting: in a field, beside a name, in a sentence, at the end."""

import datetime as dt
import re
from collections.abc import Sequence

from extract.decision_naming import Naming
from extract.decision_sheet import Sheet
from extract.decision_sure import found_as
from extract.head import Head
from extract.labels import Label, LabelKind
from records.base import Span
from records.evidence import Found

FIELD_OF_DATE = "field of the date"
"""The rule that reads a day behind its field."""

_FRONT = 1200
_NEAR = 200
_HEADING = 120
_LINES_BELOW = 2
_SHORT = 40
_WEEKDAY = 12
_COVER_LINES = 12
_TAIL = 300
_WORD = re.compile(r"[^\W\d_]+")
_PLACE = re.compile(r"(?<![^\s.])[A-ZÅÄÖÆØ][\w-]+, (?:\w{2,3} )?$")


def find_cover_day(
    sheet: Sheet, front: Span, naming: Naming | None, body: Found[str] | None
) -> Found[dt.date] | None:
    """Return the day of the meeting that a cover tells; a case paper's own day is none."""
    paper = naming is not None and naming.kind == "case_paper"
    behind = _behind_body(sheet, body) if body and (paper or naming is None) else None
    if behind:
        return behind
    decided = naming is not None or any(label.kind == "decision" for label in sheet.labels)
    kinds: tuple[LabelKind, ...] = ("date_field", "paper_date_field") if decided else ("date_field",)
    if paper:
        kinds = ("date_field",)
    for label in sheet.labels_in(front, *kinds):
        day = None if _heads_column(sheet, label) else sheet.day_in(sheet.value_of(label, front[1]))
        if day:
            return found_as(day.value, day.spans, FIELD_OF_DATE, "labelled")
    if paper:
        return _cell_below(sheet, body) if body else None
    places = [_around(sheet, naming.span)] if naming else []
    places += [_around(sheet, body.spans[0])] if body else []
    places.sort()  # what stands first names the meeting; a name at the end is a stamp's
    day = next((day for place in places if (day := sheet.day_in(place))), None) or _day_below(sheet, places)
    return day or _called_day(sheet, front) or (_signed_day(sheet) if naming else None)


def _behind_body(sheet: Sheet, body: Found[str]) -> Found[dt.date] | None:
    """The day right behind a body in the field of the bodies that a paper goes to."""
    line = sheet.line_at(body.span[0])
    label = sheet.label_at(line.start) if line else None
    if line is None or label is None or label.kind != "body_field":
        return None
    day = sheet.day_in((body.span[1], min(line.end, body.span[1] + _SHORT)))
    near = day is not None and not sheet.text[body.span[1] : day.spans[0][0]].strip(" ,(-–")
    return found_as(day.value, day.spans, "day behind the body", "labelled") if day and near else None


def days_of_cover(sheet: Sheet, head: Head) -> tuple[Found[dt.date], ...]:
    """Return the days that stand in the cover's fields of dates, each field's first."""
    fields = sheet.labels_in((0, max(head.end, _FRONT)), "date_field")
    told = (
        sheet.day_in(sheet.value_of(label, _FRONT)) for label in fields if not _heads_column(sheet, label)
    )
    return tuple(day for day in told if day)


def _cell_below(sheet: Sheet, body: Found[str]) -> Found[dt.date] | None:
    """The day alone on the line below the body, as a table of meetings prints its cells."""
    line = sheet.line_at(body.spans[0][0])
    below = sheet.lines[sheet.place_of(line) + 1 :][:1] if line else ()
    for cell in below:
        day = sheet.day_in(cell.span)
        if day and day.spans == (cell.span,):
            return found_as(day.value, day.spans, "day below the body", "placed")
    return None


def _called_day(sheet: Sheet, front: Span) -> Found[dt.date] | None:
    """The day in a sentence of the cover that calls to the meeting: "... til møte måndag 27. januar 2020"."""
    for line in sheet.lines_in(front)[:_COVER_LINES]:
        words = [match.end() for match in _WORD.finditer(sheet.folded, *line.span) if _meets(sheet, match)]
        day = sheet.day_in((words[0], min(line.end, words[0] + _NEAR))) if words else None
        if day and day.spans[0][0] - words[0] < _SHORT:
            return found_as(day.value, day.spans, "sentence that calls to the meeting", "guessed")
    return None


def _meets(sheet: Sheet, word: re.Match[str]) -> bool:
    return word.group() in sheet.words.head.meeting


def _signed_day(sheet: Sheet) -> Found[dt.date] | None:
    """The day beside a place at the end of minutes: "Solvik, 21. september 2022"."""
    tail = max(0, len(sheet.text) - _TAIL)
    for date in reversed(sheet.dates):
        start = date.spans[0][0]
        if start < tail:
            return None
        signed = _PLACE.search(sheet.text, max(tail, start - _SHORT), start)
        day = sheet.day_in((start, date.spans[-1][1])) if signed else None
        if day:
            return found_as(day.value, day.spans, "day beside the place of signing", "guessed")
    return None


def _day_below(sheet: Sheet, places: Sequence[Span]) -> Found[dt.date] | None:
    """A day that opens one of the lines right below the name of document or body."""
    below = sheet.lines_in((max((place[1] for place in places), default=0), len(sheet.text)))[:_LINES_BELOW]
    for line in below if places else ():
        day = None if line.running or sheet.label_at(line.start) else sheet.day_in(line.span)
        if day and day.spans[0][0] - line.start < _WEEKDAY:
            return day
    return None


def _heads_column(sheet: Sheet, label: Label) -> bool:
    """Whether a label heads a column of the table of bodies, whose rows are read elsewhere."""
    line = sheet.line_at(label.start)
    if line is None or line.running or label.colon or not sheet.words.head.section_kinds:
        return False
    if sheet.day_in((label.end, line.end)):
        return False
    return len(sheet.labels_in(sheet.row_span(line.start))) > 1


def _around(sheet: Sheet, span: Span) -> Span:
    """The row around a name, as far as a day in it is the name's; in running text up to the next label."""
    row = sheet.row_span(span[0])
    line = sheet.line_at(span[0])
    after = min(row[1], span[1] + _HEADING)
    if line is None or not line.running:
        return max(row[0], span[0] - _NEAR), after
    return span[1], next((label.start for label in sheet.each_label((span[1], after))), after)
