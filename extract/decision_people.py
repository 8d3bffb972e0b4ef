"""Knows where the persons of an item stand: under a label, in a table's row below it, before a colon, signed."""

import re
from collections.abc import Sequence

from extract.decision_lines import Line
from extract.decision_sheet import Sheet, trimmed
from extract.labels import CONTENT, Label, LabelKind
from extract.people import People, PersonFound, find_people, find_running_person, is_office
from records.base import Span

_STATEMENT = re.compile(r"(?P<who>[^\W\d][^:\n]{6,110}?)(?:\s+\d{1,2}\.\d{1,2}\.\d{4})?\s*:\s*$")
_REACH = 600


def preparers_in(sheet: Sheet, spans: Sequence[Span], kind: LabelKind) -> tuple[PersonFound, ...]:
    """Return the persons under the first label of a kind that names any."""
    for span in spans:
        for label in sheet.labels_in(span, kind):
            persons = _under(sheet, label, span[1])
            if persons:
                return persons
    return ()


def _under(sheet: Sheet, label: Label, limit: int) -> tuple[PersonFound, ...]:
    stop = _stop(sheet, label, limit)
    span = trimmed(sheet.text, (label.end, stop))
    line = next((line for line in sheet.lines if line.start <= label.start < line.end), None)
    if span[0] >= span[1]:
        return _in_table(sheet, label, limit)
    if line is not None and line.running:
        person = find_running_person(sheet.text, sheet.folded, span, sheet.words)
        return (person,) if person else ()
    return first_persons(sheet, span).persons


def _stop(sheet: Sheet, label: Label, limit: int) -> int:
    after = next(iter(sheet.labels_in((label.end, limit))), None)
    return min(limit, label.end + _REACH, after.start if after else limit)


def first_persons(sheet: Sheet, span: Span) -> People:
    """Return the persons that a stretch begins with."""
    lines = [Line(max(line.start, span[0]), line.end, line.row, line.column, False, False) for line in _lines(sheet, span)]
    return find_people(sheet.text, sheet.folded, span, lines, sheet.words)


def _lines(sheet: Sheet, span: Span) -> Sequence[Line]:
    inner = sheet.lines_in(span)
    opening = next((line for line in sheet.lines if line.start < span[0] < line.end), None)
    return [opening, *inner] if opening else inner


def _in_table(sheet: Sheet, label: Label, limit: int) -> tuple[PersonFound, ...]:
    """A label in a row of labels: the person stands below it, or behind the last label of the row."""
    line = next((line for line in sheet.lines if line.start <= label.start < line.end), None)
    if line is None:
        return ()
    if line.running:
        last = label
        for other in sheet.labels_in((label.end, limit)):
            if sheet.text[last.end : other.start].strip():
                break
            last = other
        person = find_running_person(sheet.text, sheet.folded, (last.end, min(limit, last.end + 80)), sheet.words)
        return (person,) if person and last is not label else ()
    below = next((one for one in sheet.lines_in((line.end, limit)) if one.row == line.row + 1 and one.column == line.column), None)
    return first_persons(sheet, below.span).persons if below else ()


def statement_people(sheet: Sheet, span: Span) -> tuple[PersonFound, ...]:
    """Return the persons of a line that opens their statement: "Aluepäällikkö Virpi Laine 18.3.2020:"."""
    for line in sheet.lines_in(span)[:30]:
        match = _STATEMENT.fullmatch(sheet.text[slice(*line.span)]) if line.end - line.start < 160 else None
        if match is None or sheet.label_at(line.start):
            continue
        who = line.start, line.start + match.end("who")
        people = find_people(sheet.text, sheet.folded, who, [Line(*who, 0, 0, False, False)], sheet.words)
        if any(person.role for person in people.persons):
            return people.persons
    return ()


def signatory(sheet: Sheet) -> tuple[PersonFound, ...]:
    """Return who signs a paper: a name on the last line but one, the office below it (or the reverse)."""
    tail = [line for line in sheet.lines[-4:] if not line.running]
    for above, below in zip(tail, tail[1:], strict=False):
        span = (above.start, below.end)
        office = is_office(sheet.folded[below.start : below.end].split()[-1], sheet.words)
        if not office or below.end - above.start > 90:
            continue
        people = find_people(sheet.text, sheet.folded, span, [above, below], sheet.words)
        if len(people.persons) == 1 and people.persons[0].role:
            return people.persons
    return ()


def labelled(sheet: Sheet, span: Span) -> bool:
    """Whether any label of content stands within a span."""
    return any(label.kind in CONTENT for label in sheet.labels_in(span))
