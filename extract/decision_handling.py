"""Knows items that hold several bodies' treatments of one matter, and which of them is the item's own."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.decision_lines import Line
from extract.decision_shapes import DAY, day_of
from extract.decision_sheet import Sheet
from extract.head import Head
from extract.labels import CONTENT, Label
from records.base import Span
from records.evidence import Found

_DATED = re.compile(
    r"(?P<body>[^\d§\n]{2,80}?)\s+(?P<day>\d{1,2}\.\d{1,2}\.\d{4})"
    r"(?:\s*(?:§\s*(?P<number>\d+)|(?P<other>\d+)\s*§))?[ .]*$"
)
_NUMBERED = re.compile(r"(?P<body>[A-ZÅÄÖ][\wåäöÅÄÖ-]{1,40}(?: [a-zåäö-]+){0,4})\s+§\s*(?P<number>\d+)$")
_CASE = re.compile(
    r"(?P<body>[A-ZÅÄÖÆØ][^\d\n]{3,60}?)\s[-–]\s[^\W\d_]{3}\s+(?P<number>\d{1,4}\s?/\s?\d{2,4})"
)
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ][\wåäöÅÄÖ/]{1,13}$")
_LONGEST_ABBREVIATION = 10
_NEAR = 2000
_SIGN = re.compile(r"§\s*(\d+)$|(\d+)\s*§$")
_RULE = "head of the treatment"


@dataclass(frozen=True, slots=True)
class Treatment:
    """One body's treatment of the matter: what its head line tells, and the stretch that belongs to it."""

    body: Found[str] | None
    day: Found[dt.date] | None
    section: Found[str] | None
    span: Span
    own: bool = False


def find_treatments(sheet: Sheet, span: Span, head: Head) -> tuple[Treatment, ...]:
    """Return the treatments printed within an item; what stands before the first belongs to none."""
    heads = list(_heads(sheet, span))
    if not heads:
        return tuple(_restarted(sheet, span))
    ends = [treatment.span[0] for treatment in heads[1:]] + [span[1]]
    bounded = [replace(one, span=(one.span[0], end)) for one, end in zip(heads, ends, strict=True)]
    own = _own(sheet, bounded, head)
    return tuple(replace(one, own=one is own) for one in bounded)


def _own(sheet: Sheet, treatments: Sequence[Treatment], head: Head) -> Treatment | None:
    """The treatment whose section, day and body agree with the head; without a head the last one."""
    if head.body is None and head.day is None and head.section is None:
        return treatments[-1]
    fits = [one for one in treatments if _agrees(sheet, one, head)]
    return max(fits, key=lambda one: _certainty(sheet, one, head), default=None)


def _agrees(sheet: Sheet, one: Treatment, head: Head) -> bool:
    if head.section and one.section and _digits(one.section.value) != _digits(head.section.value):
        return False
    if head.day and one.day and one.day.value != head.day.value:
        return False
    told = bool(one.section and head.section) or bool(one.day and head.day)
    return told or _same_body(sheet, one, head)


def _certainty(sheet: Sheet, one: Treatment, head: Head) -> tuple[bool, bool, int]:
    return _same_body(sheet, one, head), bool(one.section and head.section), one.span[0]


def _same_body(sheet: Sheet, one: Treatment, head: Head) -> bool:
    """Whether two names are one body's: alike, known to the source as such, or one short for the other."""
    if one.body is None or head.body is None:
        return False
    short, full = one.body.value.lower(), head.body.value.lower()
    for body in sheet.bodies:
        names = {name.lower() for name in (body.name, *body.aliases)}
        if short in names:
            return full in names
    return short == full or (len(short) < len(full) and _abbreviates(short, full))


def _abbreviates(short: str, full: str) -> bool:
    """Whether the letters of a short name stand in the full one in their order, the first first."""
    letters = iter(full)
    return short[0] == full[0] and all(letter in letters for letter in short)


def _digits(value: str) -> str:
    return "/".join(part.strip().lstrip("0") for part in re.sub(r"[^\d/]", "", value).split("/"))


def _heads(sheet: Sheet, span: Span) -> Iterator[Treatment]:
    lines = sheet.lines_in(span)
    for number, line in enumerate(lines):
        if line.column:
            continue
        for match in _matches(sheet, line):
            if not _lists_only(sheet, lines, number):
                yield _treatment(sheet, lines, number, match)


def is_treatment(sheet: Sheet, line: Line) -> bool:
    """Whether a line is the head of a body's treatment."""
    return not line.running and any(True for _ in _matches(sheet, line))


def _matches(sheet: Sheet, line: Line) -> Iterator[re.Match[str]]:
    if line.running:
        yield from _CASE.finditer(sheet.text, *line.span) if sheet.words.head.section_kinds else ()
        return
    for shape in (_DATED, _NUMBERED, _CASE):
        match = shape.match(sheet.text, *line.span)
        if match and _is_body(sheet, match.span("body"), shape):
            yield match
            return


def _is_body(sheet: Sheet, span: Span, shape: re.Pattern[str]) -> bool:
    name = sheet.text[slice(*span)].strip()
    if sheet.body_line(span):
        return True
    if any(name in (body.name, *body.aliases) for body in sheet.bodies):
        return True
    return bool(_ABBREVIATION.match(name)) and (shape is not _DATED or len(name) <= _LONGEST_ABBREVIATION)


def _lists_only(sheet: Sheet, lines: Sequence[Line], number: int) -> bool:
    """Whether a head under "Päätöshistoria" is only named there: another label or head comes next."""
    line = lines[number]
    near = (max(0, line.start - _NEAR), line.start)
    before = [label for label in sheet.labels_in(near) if label.kind in CONTENT]
    below = next((other for other in lines[number + 1 : number + 8] if other.row > line.row), None)
    if not before or before[-1].kind != "history" or below is None:
        return False
    return sheet.label_at(below.start) is not None or is_treatment(sheet, below)


def _treatment(sheet: Sheet, lines: Sequence[Line], number: int, match: re.Match[str]) -> Treatment:
    groups = match.groupdict()
    day = DAY.search(sheet.text, *match.span("day")) if groups.get("day") else None
    value = day_of(day) if day else None
    told = next((name for name in ("number", "other") if groups.get(name)), None)
    section = sheet.found(match.span(told), _RULE) if told else None
    return Treatment(
        sheet.found(match.span("body"), _RULE),
        Found(value, (match.span("day"),), _RULE) if value else None,
        section or _section_below(sheet, lines, number),
        (match.start(), lines[number].end),
    )


def _section_below(sheet: Sheet, lines: Sequence[Line], number: int) -> Found[str] | None:
    """A section alone on the line below the head."""
    below = lines[number + 1] if number + 1 < len(lines) else None
    sign = _SIGN.match(sheet.text, *below.span) if below else None
    return sheet.found(sign.span(sign.lastindex or 1), _RULE) if sign else None


def _restarted(sheet: Sheet, span: Span) -> Iterator[Treatment]:
    """Treatments without heads under an empty "Aikaisempi käsittely": labels start over after a decision.

    A single one is the earlier body's, for the page's own would have to follow.
    """
    labels = [label for label in sheet.labels_in(span) if label.kind in CONTENT]
    opening = next((number for number, label in enumerate(labels) if label.kind == "history"), None)
    if opening is None or opening + 1 >= len(labels):
        return
    history, following = labels[opening], labels[opening + 1]
    if sheet.text[history.end : following.start].strip():
        return
    starts = [following.start, *_restarts(labels[opening + 1 :])]
    for start, end in zip(starts, [*starts[1:], span[1]], strict=True):
        yield Treatment(None, None, None, (start, end), end == span[1] and len(starts) > 1)


def _restarts(labels: Sequence[Label]) -> Iterator[int]:
    decided = False
    for label in labels:
        if label.kind == "decision":
            decided = True
        elif decided and label.kind in ("preparer", "background", "proposal"):
            decided = False
            yield label.start
