"""Knows where an item's persons stand: under a label, in the row below it, before a colon, in a signature."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.decision_lines import Line
from extract.decision_sheet import Sheet, trimmed
from extract.labels import Label, LabelKind
from extract.people import People, PersonFound, find_people, find_running_person, is_office
from records.base import Span

_STATEMENT = re.compile(r"(?P<who>[^\W\d][^:\n]{6,110}?)(?:\s+\d{1,2}\.\d{1,2}\.\d{4})?\s*:\s*")
_LONGEST_STATEMENT = 160
_STATEMENT_LINES = 30
_SIGNATURE_LINES = 4
_LONGEST_SIGNATURE = 90
_REACH = 600
_RUNNING_REACH = 80


def preparers_in(sheet: Sheet, spans: Sequence[Span], kind: LabelKind) -> tuple[PersonFound, ...]:
    """Return the persons under the first label of a kind that names any."""
    for span in spans:
        for label in sheet.labels_in(span, kind):
            persons = _under(sheet, label, span[1])
            if any(not _is_body(sheet, person) for person in persons):
                return persons
    return ()


def _is_body(sheet: Sheet, person: PersonFound) -> bool:
    """Whether a body stands where a person would: what is under its label is a part of the matter."""
    return person.role is None and sheet.body_line(person.name.span) is not None


def _under(sheet: Sheet, label: Label, limit: int) -> tuple[PersonFound, ...]:
    after = next(sheet.each_label((label.end, limit)), None)
    stop = min(limit, label.end + _REACH, after.start if after else limit)
    span = trimmed(sheet.text, (label.end, stop))
    line = sheet.line_at(label.start)
    if span[0] >= span[1]:
        return _below_header(sheet, label, line, limit) if line else ()
    if line is None or not line.running:
        below = _below_header(sheet, label, line, limit) if line and _heads_column(sheet, label, line) else ()
        return below or first_persons(sheet, span).persons
    row = trimmed(sheet.text, (span[0], min(span[1], sheet.row_span(label.start)[1])))
    people = first_persons(sheet, row)
    return people.persons if people.end >= row[1] else _running(sheet, row)


def _heads_column(sheet: Sheet, label: Label, line: Line) -> bool:
    """Whether a label stands in a row of labels, with nothing between them."""
    if label.colon or label.end < line.end:
        return False
    row = sheet.pieces_of(sheet.row_span(line.start))
    return len(row) > 1 and all(sheet.label_at(piece.start) for piece in row)


def _running(sheet: Sheet, span: Span) -> tuple[PersonFound, ...]:
    person = find_running_person(sheet.text, sheet.folded, span, sheet.words)
    return (person,) if person else ()


def first_persons(sheet: Sheet, span: Span) -> People:
    """Return the persons that a stretch begins with."""
    inner = sheet.lines_in(span)
    opening = sheet.line_at(span[0])
    lines = [opening, *inner] if opening and opening.start < span[0] else inner
    return find_people(sheet.text, sheet.folded, span, lines, sheet.words, lenient=True)


def _below_header(sheet: Sheet, label: Label, line: Line, limit: int) -> tuple[PersonFound, ...]:
    """A label in a row of labels: the person stands below it, or behind the last label of the row."""
    if not line.running:
        value = sheet.value_of(label, limit)
        return first_persons(sheet, value).persons if value[0] < value[1] else ()
    last = label
    for other in sheet.each_label((label.end, limit)):
        if sheet.text[last.end : other.start].strip():
            break
        last = other
    return () if last is label else _running(sheet, (last.end, min(limit, last.end + _RUNNING_REACH)))


def statement_people(sheet: Sheet, span: Span) -> tuple[PersonFound, ...]:
    """Return the persons of a line that opens their statement: "Aluepäällikkö Virpi Laine 18.3.2020:"."""
    for line in sheet.lines_in(span)[:_STATEMENT_LINES]:
        persons = () if _opens_proposal(sheet, line) else _stating(sheet, line)
        if persons:
            return persons
    return ()


def _stating(sheet: Sheet, line: Line) -> tuple[PersonFound, ...]:
    """The persons of a line that is their office and name and a colon, and no label."""
    opens = line.end - line.start < _LONGEST_STATEMENT and sheet.text[line.end - 1] == ":"
    match = _STATEMENT.fullmatch(sheet.text, *line.span) if opens else None
    if match is None or sheet.label_at(line.start):
        return ()
    who = line._replace(end=match.end("who"))
    people = find_people(sheet.text, sheet.folded, who.span, [who], sheet.words)
    return people.persons if any(person.role for person in people.persons) else ()


def _opens_proposal(sheet: Sheet, line: Line) -> bool:
    """Whether the label of a proposal stands right below a line."""
    below = next(iter(sheet.lines[sheet.place_of(line) + 1 :][:1]), None)
    label = sheet.label_at(below.start) if below else None
    return label is not None and label.kind == "proposal"


def person_above(sheet: Sheet, label: Label, first: int) -> PersonFound | None:
    """Return who makes a proposal, by the line right above its label: "Kaupunginjohtaja Veikko Laine:".

    `first` is where the stretch begins that the label belongs to.
    """
    line = sheet.line_at(label.start)
    place = sheet.place_of(line) if line and line.start == label.start else 0
    above = sheet.lines[place - 1] if place else None
    persons = _stating(sheet, above) if above and above.start >= first and not above.running else ()
    return persons[0] if len(persons) == 1 else None


def deciding_person(sheet: Sheet) -> tuple[PersonFound, ...]:
    """Return who decides alone, with a name: "Beslutsfattare: Förvaltningschef Ada Ask"."""
    for label in sheet.labels_in((0, _REACH), "body_field"):
        persons = first_persons(sheet, sheet.value_of(label, len(sheet.text))).persons
        if any(person.role for person in persons):
            return persons[:1]
    return ()


def signatory(sheet: Sheet) -> tuple[PersonFound, ...]:
    """Return who signs a paper: a name on one of its last lines, with the office below or above it."""
    tail = [line for line in sheet.lines[-_SIGNATURE_LINES:] if not line.running]
    for above, below in (*pairwise(tail), *((line, line) for line in tail)):
        span = (above.start, below.end)
        titled = any(is_office(word, sheet.words) for word in sheet.folded[slice(*span)].split())
        if not titled or below.end - above.start > _LONGEST_SIGNATURE:
            continue
        lines = [above, below] if above is not below else [above]
        people = find_people(sheet.text, sheet.folded, span, lines, sheet.words)
        if len(people.persons) == 1 and people.persons[0].role:
            return people.persons
    return ()
