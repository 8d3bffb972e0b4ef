"""Knows items that hold several bodies' treatments of one matter: which is the item's own, which came before."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.decision_bodies import body_line, find_body
from extract.decision_lines import Line
from extract.decision_sheet import Sheet
from extract.decision_shapes import day_of, DAY
from extract.head import Head
from extract.labels import CONTENT, Label
from records.base import Span
from records.evidence import Found

_DATED = re.compile(r"(?P<body>[^\d§\n]{2,80}?)\s+(?P<day>\d{1,2}\.\d{1,2}\.\d{4})(?:\s*(?:§\s*(?P<number>\d+)|(?P<other>\d+)\s*§))?[ .]*$")
_NUMBERED = re.compile(r"(?P<body>[A-ZÅÄÖ][\wåäöÅÄÖ-]{1,40}(?: [a-zåäö-]+){0,4})\s+§\s*(?P<number>\d+)$")
_CASE = re.compile(r"(?P<body>[A-ZÅÄÖÆØ][^\d\n]{3,60}?)\s[-–]\s(?P<word>[Ss]ak)\s+(?P<number>\d{1,4}\s?/\s?\d{2,4})")
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ][\wåäöÅÄÖ/]{1,13}$")
_SIGN = re.compile(r"§\s*(\d+)$|(\d+)\s*§$")
_NEXT = 30


@dataclass(frozen=True, slots=True)
class Treatment:
    """One body's treatment of the matter: its head line, and the stretch of text that belongs to it."""

    body: Found[str] | None
    day: Found[dt.date] | None
    section: Found[str] | None
    span: Span
    own: bool = False


def find_treatments(sheet: Sheet, span: Span, head: Head) -> tuple[Treatment, ...]:
    """Return the treatments printed within an item; what stands before the first belongs to none."""
    heads = list(_heads(sheet, span))
    if not heads:
        return _restarted(sheet, span, head)
    ends = [treatment.span[0] for treatment in heads[1:]] + [span[1]]
    bounded = [replace(one, span=(one.span[0], end)) for one, end in zip(heads, ends, strict=True)]
    return tuple(replace(one, own=one is _own(bounded, head)) for one in bounded)


def _own(treatments: Sequence[Treatment], head: Head) -> Treatment | None:
    """The treatment whose section, day and body agree with the head; without a head the last one."""
    if head.body is None and head.day is None and head.section is None:
        return treatments[-1]
    fits = [one for one in treatments if _agrees(one, head)]
    return max(fits, key=lambda one: _certainty(one, head), default=None)


def _agrees(one: Treatment, head: Head) -> bool:
    if head.section and one.section and _digits(one.section.value) != _digits(head.section.value):
        return False
    if head.day and one.day and one.day.value != head.day.value:
        return False
    told = bool(one.section and head.section) or bool(one.day and head.day)
    return told or _same_body(one, head)


def _certainty(one: Treatment, head: Head) -> tuple[bool, bool, int]:
    section = bool(one.section and head.section)
    return _same_body(one, head), section, one.span[0]


def _same_body(one: Treatment, head: Head) -> bool:
    if one.body is None or head.body is None:
        return False
    left, right = one.body.value.lower(), head.body.value.lower()
    return left == right or (len(left) < len(right) and left[:2] == right[:2]) or left[:1] == right[:1] and len(left) <= 4


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
        yield from _CASE.finditer(sheet.text, *line.span)
        return
    for shape in (_DATED, _NUMBERED, _CASE):
        match = shape.match(sheet.text, *line.span)
        if match and _is_body(sheet, match.span("body"), shape):
            yield match
            return


def _is_body(sheet: Sheet, span: Span, shape: re.Pattern[str]) -> bool:
    name = sheet.text[slice(*span)].strip()
    if body_line(sheet.text, sheet.folded, span, sheet.words.bodies):
        return True
    short = _ABBREVIATION.match(name) is not None
    return short and (shape is not _DATED or len(name) <= 10)


def _lists_only(sheet: Sheet, lines: Sequence[Line], number: int) -> bool:
    """Whether a head under "Päätöshistoria" is only named there: another label or head comes next."""
    line = lines[number]
    before = [label for label in sheet.labels_in((0, line.start)) if label.kind in CONTENT]
    if not before or before[-1].kind != "history":
        return False
    below = next((other for other in lines[number + 1 :] if other.row > line.row), None)
    if below is None:
        return False
    label = sheet.label_at(below.start)
    return label is not None or any(True for _ in _matches(sheet, below))


def _treatment(sheet: Sheet, lines: Sequence[Line], number: int, match: re.Match[str]) -> Treatment:
    line = lines[number]
    groups = match.groupdict()
    day = DAY.search(sheet.text, *match.span("day")) if groups.get("day") else None
    value = day_of(day) if day else None
    section = next((sheet.found(match.span(name), "head of the treatment") for name in ("number", "other") if groups.get(name)), None)
    if section is None and number + 1 < len(lines):
        below = lines[number + 1]
        sign = _SIGN.match(sheet.text, *below.span)
        section = sheet.found(sign.span(sign.lastindex or 1), "head of the treatment") if sign else None
    body = sheet.found(match.span("body"), "head of the treatment")
    found_day = Found(value, (match.span("day"),), "head of the treatment") if value else None
    return Treatment(body, found_day, section, (match.start(), line.end))


def _restarted(sheet: Sheet, span: Span, head: Head) -> tuple[Treatment, ...]:
    """Treatments without heads under an empty "Aikaisempi käsittely": the labels start over after a decision."""
    labels = [label for label in sheet.labels_in(span) if label.kind in CONTENT]
    opening = next((number for number, label in enumerate(labels) if label.kind == "history"), None)
    if opening is None or opening + 1 >= len(labels):
        return ()
    history, following = labels[opening], labels[opening + 1]
    if sheet.text[history.end : following.start].strip():
        return ()
    starts = [following.start, *_restarts(labels[opening + 1 :])]
    ends = [*starts[1:], span[1]]
    stretches = list(zip(starts, ends, strict=True))
    return tuple(
        Treatment(None, None, None, stretch, number == len(stretches) - 1 and len(stretches) > 1)
        for number, stretch in enumerate(stretches)
    )


def _restarts(labels: Sequence[Label]) -> Iterator[int]:
    decided = False
    for label in labels:
        if label.kind == "decision":
            decided = True
        elif decided and label.kind in ("preparer", "background", "proposal"):
            decided = False
            yield label.start
