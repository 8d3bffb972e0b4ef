"""Knows where a cover names its body: in a field, beside the document's name, in a line or a label."""

import re
from dataclasses import replace

from extract.decision_handling_heads import is_treatment
from extract.decision_lines import Line
from extract.decision_naming import Naming
from extract.decision_people import first_persons
from extract.decision_rows import in_way
from extract.decision_sheet import Sheet, trimmed
from extract.labels import Label
from records.base import Span
from records.evidence import Found

FIELD_OF_BODY = "field of the body"
"""The rule that reads a body behind its field."""

_NEAR = 200
_HEADING = 120
_FIELD_REACH = 120
_OPENING_LINES = 6
_SHORT = 40
_OFFICE_WORDS = 3
_MOST_TREATMENTS = 8
_WORD = re.compile(r"[^\W\d_]+")
_PARTING = re.compile(r"\s+[-–—/|>›»·•,]\s+|,\s+")


def find_cover_body(sheet: Sheet, front: Span, naming: Naming | None) -> Found[str] | None:
    """Return the body that a cover names; of an officer's decision, the office."""
    officer = naming is not None and naming.kind == "officer_decision"
    body = _deciding_office(sheet, front) or _office_line(sheet) if officer else None
    body = body or _field_body(sheet, front, naming) or _named_body(sheet, naming)
    return body or _line_body(sheet, front) or _asked_body(sheet)


def _field_body(sheet: Sheet, front: Span, naming: Naming | None) -> Found[str] | None:
    """The body behind its field; where fields stand in a row, behind the last of them."""
    for label in sheet.labels_in(front, "body_field"):
        value = sheet.value_of(label, front[1] + _NEAR)
        end = label.end
        for other in sheet.labels_in((label.end, label.end + _FIELD_REACH)):
            if sheet.text[end : other.start].strip():
                break
            value, end = sheet.value_of(other, front[1] + _NEAR), other.end
        span = _body_in(sheet, value)
        if span and (naming is None or naming.kind == "case_paper"):
            span = _last_body(sheet, span, value[1])
        if span:
            return sheet.found(span, FIELD_OF_BODY, "labelled")
    return None


def _last_body(sheet: Sheet, first: Span, end: int) -> Span:
    """The last of several bodies that a paper goes to: "Formannskapet 4.9., Kommunestyret 9.9."."""
    last = first
    while (after := sheet.find_body((last[1], end))) and "," in sheet.text[last[1] : after[0]]:
        last = after
    return last


def _deciding_office(sheet: Sheet, front: Span) -> Found[str] | None:
    """The office of the person who decides alone: "Beslutsfattare: Förvaltningschef Ada Ask"."""
    for label in sheet.labels_in(front, "body_field"):
        for person in first_persons(sheet, sheet.value_of(label, front[1])).persons:
            office = person.role or person.name
            return replace(office, rule="field of the officer who decides")
    return None


def _office_line(sheet: Sheet) -> Found[str] | None:
    """The office alone on one of the first lines: "Hallintojohtaja" below "Viranhaltijapäätös"."""
    for line in sheet.lines[:_OPENING_LINES]:
        words = sheet.folded[slice(*line.span)].split()
        alone = len(words) <= _OFFICE_WORDS and not line.digits and sheet.label_at(line.start) is None
        if alone and words[-1].endswith(sheet.words.people.offices):
            return sheet.found(line.span, "line of the office")
    return None


def _body_in(sheet: Sheet, span: Span) -> Span | None:
    return sheet.body_line(span) or sheet.find_body(span)


def _named_body(sheet: Sheet, naming: Naming | None) -> Found[str] | None:
    """The body in the line that names the document: "Kommunestyret - møtebok 14.12.2023"."""
    if naming is None:
        return None
    row = sheet.row_span(naming.span[0])
    before = (max(row[0], naming.span[0] - _NEAR), naming.span[0])
    after = (naming.span[1], min(row[1], naming.span[1] + _NEAR))
    for span in (before, after):
        body = sheet.find_body(span)
        if body and sheet.label_at(body[0]) is None:
            return sheet.found(body, "line that names the document", "placed")
    return None


def _line_body(sheet: Sheet, front: Span) -> Found[str] | None:
    lines = sheet.lines_in(front)
    for number, line in enumerate(lines):
        if sheet.label_at(line.start) or in_way(sheet, line):
            continue
        span = _addressed(sheet, line) or sheet.body_line(line.span) or _dated(sheet, line)
        span = span or (_behind_publisher(sheet, line) if number < _OPENING_LINES else None)
        if span:
            return sheet.found(_last_treating(sheet, line) or span, "line of the body", "placed")
    for number, line in enumerate(lines):
        opens = number < _OPENING_LINES and not sheet.way
        span = sheet.find_body(line.span) if line.running or opens else None
        span = span if span and (line.running or span[0] == line.start) else None
        if span and sheet.label_at(span[0]) is None:
            return sheet.found(span, "body in running text", "running")
    return None


def _last_treating(sheet: Sheet, line: Line) -> Span | None:
    """The body of the last of several treatments that are listed from a line on: it is the page's own."""
    run = [line]
    for below in sheet.lines[sheet.place_of(line) + 1 :][:_MOST_TREATMENTS]:
        if not is_treatment(sheet, below):
            break
        run.append(below)
    listed = len(run) > 1 and is_treatment(sheet, line)
    return sheet.find_body(run[-1].span) if listed else None


def _behind_publisher(sheet: Sheet, line: Line) -> Span | None:
    """The body in a line of several names: "LI KOMMUNE – ELDRERÅDET", "Start / Møte / Formannskapet"."""
    if line.end - line.start > _HEADING:
        return None
    ends = [*(match.span() for match in _PARTING.finditer(sheet.text, *line.span)), (line.end, line.end)]
    start = line.start
    for left, right in ends if len(ends) > 1 else ():
        body = sheet.body_line(trimmed(sheet.text, (start, left)))
        if body:
            return body
        start = right
    return None


def _addressed(sheet: Sheet, line: Line) -> Span | None:
    """The body that a paper is written to: "Till barn- och utbildningsnämnden"."""
    first = _WORD.match(sheet.folded, *line.span)
    if first is None or first.group() not in sheet.words.head.addressees:
        return None
    colon = sheet.text.startswith(":", first.end())
    return sheet.body_line(trimmed(sheet.text, (first.end() + colon, line.end)))


def _dated(sheet: Sheet, line: Line) -> Span | None:
    """A body and a day alone on a line: "Fylkesutvalget 19. september 2017"."""
    if line.end - line.start > _HEADING:
        return None
    body = sheet.find_body(line.span)
    day = sheet.day_in((body[1], line.end)) if body and body[0] == line.start else None
    if body is None or day is None:
        return None
    left = sheet.text[body[1] : day.spans[0][0]] + sheet.text[day.spans[-1][1] : line.end]
    return body if not any(char.isalpha() for char in left) else None


def _asked_body(sheet: Sheet) -> Found[str] | None:
    """The body in the label of the proposal: "Förslag till beslut i kommunfullmäktige"."""
    asked = [label for label in sheet.labels if label.kind == "proposal"]
    bodies = sheet.words.bodies.endings
    targets = (label.target for label in asked if label.target)
    target = next((span for span in targets if sheet.folded[slice(*span)].endswith(bodies)), None)
    target = target or next((body for label in asked if (body := _first_line_body(sheet, label))), None)
    return sheet.found(target, "body in the proposal's label", "running") if target else None


def _first_line_body(sheet: Sheet, label: Label) -> Span | None:
    """A body and a colon on the line below the label: "I kommunstyrelsen:"."""
    below = next(iter(sheet.lines_in((label.end, label.end + _NEAR))), None)
    if below is None or below.end - below.start > _SHORT or sheet.text[below.end - 1] != ":":
        return None
    return sheet.find_body(below.span)
