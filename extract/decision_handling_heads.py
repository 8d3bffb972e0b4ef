"""Knows the lines that head a body's treatment of a matter: "KH 1.12.2025 § 339", "Saksprotokoll i ..."."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extract.decision_lines import Line
from extract.decision_shapes import DAY, NUMBER, day_of
from extract.decision_sheet import Sheet, trimmed
from extract.decision_sure import found_as
from extract.labels import CONTENT, LabelKind
from records.base import Span
from records.evidence import Found

_DAY = r"(?P<day>\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})"
_DATED = re.compile(rf"{_DAY},?(?:\s*(?:§\s*(?P<number>\d+)|(?P<other>\d+)\s*§))?[ .]*$")
_DAY_FIRST = re.compile(rf"{_DAY}[ \u00a0]+(?P<body>[A-ZÅÄÖÆØ][^\d§\n]{{2,60}}?)[ :]*$")
_NUMBERED = re.compile(rf"§\s*(?P<number>\d+)(?:[ ,/]+{_DAY})?$")
_NAMED = re.compile(r"[A-ZÅÄÖ][\wåäöÅÄÖ-]{1,40}(?: [a-zåäö-]+){0,4}\s")
_CASE = re.compile(
    r"(?P<body>[A-ZÅÄÖÆØ][^\d\n]{3,60}?)\s[-–]\s[^\W\d_]{3}\s+(?P<number>\d{1,4}\s?/\s?\d{2,4})"
)
_ABBREVIATION = re.compile(
    r"[A-ZÅÄÖÆØ][\w/]{1,13}$|[A-ZÅÄÖÆØ][\w/-]{0,12}\.(?:[ ]?(?:ja |och |og |& )?[\w/-]{1,10}\.?){0,3}$"
)
_SIGN = re.compile(r"§\s*(\d+)$|(\d+)\s*§$")
_EDGE = " \t\u00a0,.:;(§"
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_ABBREVIATION = 10
_MOST_LETTERS = 60
_SESSION_WORDS = 6
_SMALL_WORD = 3
_SHORTEST_LAW = 8
"""An abbreviation longer than this, before a section, is a law's or statute's name."""
_LONGEST_BODY = 80
_LONGEST_SESSION = 140
_NEAR = 2000
_RULE = "head of the treatment"
_SETTLING: tuple[LabelKind, ...] = ("proposal", "decision")


@dataclass(frozen=True, slots=True)
class Treatment:
    """One body's treatment of the matter: what its head line tells, and the stretch that belongs to it."""

    body: Found[str] | None
    day: Found[dt.date] | None
    section: Found[str] | None
    span: Span
    own: bool = False


def treatment_heads(sheet: Sheet, span: Span) -> Iterator[Treatment]:
    """Return the heads within a span, each with the span of its own line."""
    lines = sheet.lines_in(span)
    for number, line in enumerate(lines):
        if line.column:
            continue
        session = _session(sheet, line)
        headings = [] if session else list(_headings(sheet, line))
        if not (session or headings) or _lists_only(sheet, lines, number):
            continue
        if session:
            yield session
        yield from (_treatment(sheet, lines, number, heading) for heading in headings)


def is_treatment(sheet: Sheet, line: Line) -> bool:
    """Whether a line is the head of a body's treatment."""
    if line.running:
        return False
    return any(True for _ in _headings(sheet, line)) or _session(sheet, line) is not None


@dataclass(frozen=True, slots=True)
class _Heading:
    """A head's line: the body's name, and what the shape of the rest holds."""

    body: Span
    match: re.Match[str]


def _headings(sheet: Sheet, line: Line) -> Iterator[_Heading]:
    if not line.digits:
        return
    cased = _CASE.finditer(sheet.text, *line.span) if sheet.words.head.section_kinds else ()
    if line.running:
        yield from (_Heading(match.span("body"), match) for match in cased)
        return
    if comes_back(sheet, line):
        return
    heading = _dated(sheet, line) or _day_first(sheet, line) or _numbered(sheet, line)
    if heading is None and sheet.words.head.section_kinds and (match := _CASE.match(sheet.text, *line.span)):
        body = match.span("body")
        heading = _Heading(body, match) if _is_body(sheet, body, _MOST_LETTERS) else None
    if heading:
        yield heading


def comes_back(sheet: Sheet, line: Line) -> bool:
    """Whether a line names the earlier meeting that a matter comes back from: "Pöydältä 21.3.2017 § 84."."""
    told = f" {sheet.folded[line.start : max(line.start, line.digit)].strip(_EDGE)} "
    return told.startswith(sheet.lexicon.taken_up) or told.endswith(sheet.lexicon.taken_up)


def _dated(sheet: Sheet, line: Line) -> _Heading | None:
    """ "Kaupunginhallitus 1.12.2025 § 339": what stands before the first digit is the body."""
    match = _DATED.match(sheet.text, line.digit, line.end)
    if match is None or line.digit - line.start > _LONGEST_BODY or not sheet.text[line.start].isupper():
        return None
    if _is_field(sheet, line):
        return None
    body = trimmed(sheet.text, (line.start, line.digit))
    body = body[0], body[1] - (sheet.text[body[1] - 1] == ",")
    named = 1 < body[1] - body[0] < line.digit - line.start
    numbered = match.group("number") or match.group("other")
    letters = _LONGEST_ABBREVIATION if numbered or "." in match.group("day") else 0
    return _Heading(body, match) if named and _is_body(sheet, body, letters) else None


def _is_field(sheet: Sheet, line: Line) -> bool:
    """Whether a line begins with the label of a day ("Møtedato 30.08.2022"), no body's short name."""
    label = sheet.label_at(line.start)
    return label is not None and label.kind in ("date_field", "paper_date_field")


def _day_first(sheet: Sheet, line: Line) -> _Heading | None:
    """ "1.12.2025 Kaupunginhallitus:"."""
    match = _DAY_FIRST.match(sheet.text, *line.span) if line.digit == line.start else None
    body = match.span("body") if match else None
    return _Heading(body, match) if match and body and _is_body(sheet, body, _LONGEST_ABBREVIATION) else None


def _numbered(sheet: Sheet, line: Line) -> _Heading | None:
    """ "Kaupunginhallitus § 339"."""
    match = _NUMBERED.match(sheet.text, line.digit, line.end) if sheet.text[line.digit] == "§" else None
    body = line.start, line.digit
    named = match is not None and _NAMED.fullmatch(sheet.text, *body) is not None
    return _Heading(body, match) if match and named and _is_body(sheet, body, _SHORTEST_LAW) else None


def _is_body(sheet: Sheet, span: Span, longest: int) -> bool:
    """Whether a body is named: in full, as the source knows it, or by an abbreviation not too long."""
    name = sheet.text[slice(*span)].strip()
    if sheet.body_line(span) or any(name in (body.name, *body.aliases) for body in sheet.bodies):
        return True
    return _ABBREVIATION.match(name) is not None and len(name) <= longest


def _lists_only(sheet: Sheet, lines: Sequence[Line], number: int) -> bool:
    """Whether a head under "Päätöshistoria" is only named there: another head comes next, or the item's
    own labels, which then are not told twice."""
    line = lines[number]
    near = (max(0, line.start - _NEAR), line.start)
    before = [label for label in sheet.labels_in(near) if label.kind in CONTENT]
    if not before or before[-1].kind != "history":
        return False
    below = next((other for other in lines[number + 1 : number + 8] if other.row > line.row), None)
    if below is None or is_treatment(sheet, below):
        return below is not None
    rest = (line.end, len(sheet.text))
    twice = any(len(list(islice(sheet.each_label(rest, kind), 2))) > 1 for kind in _SETTLING)
    return sheet.label_at(below.start) is not None and not twice


def _treatment(sheet: Sheet, lines: Sequence[Line], number: int, heading: _Heading) -> Treatment:
    match, groups = heading.match, heading.match.groupdict()
    day = DAY.search(sheet.text, *match.span("day")) if groups.get("day") else None
    value = day_of(day) if day else None
    told = next((name for name in ("number", "other") if groups.get(name)), None)
    section = sheet.found(match.span(told), _RULE) if told else None
    return Treatment(
        sheet.found(heading.body, _RULE),
        found_as(value, (match.span("day"),), _RULE, "placed") if value else None,
        section or _section_below(sheet, lines, number),
        (min(match.start(), heading.body[0]), lines[number].end),
    )


def _joins(sheet: Sheet, word: Span) -> bool:
    """Whether a word may stand between that for a session and its body: "Behandling/vedtak i ..."."""
    told = sheet.folded[slice(*word)]
    return len(told) <= _SMALL_WORD or told in sheet.words.head.session or told in sheet.words.labels.decision


def _section_below(sheet: Sheet, lines: Sequence[Line], number: int) -> Found[str] | None:
    """A section alone on the line below the head."""
    below = lines[number + 1] if number + 1 < len(lines) else None
    sign = _SIGN.match(sheet.text, *below.span) if below else None
    return sheet.found(sign.span(sign.lastindex or 1), _RULE) if sign else None


def _session(sheet: Sheet, line: Line) -> Treatment | None:
    """ "Saksprotokoll i Kommunestyret", "Formannskapets behandling av sak 45/19 i møte den 12.03.2019:"."""
    if not sheet.words.head.session or line.running or line.end - line.start > _LONGEST_SESSION:
        return None
    body = _session_body(sheet, line)
    if body is None or sheet.label_at(line.start):
        return None
    number = NUMBER.search(sheet.text, *line.span)
    return Treatment(
        sheet.found(body, _RULE),
        sheet.day_in(line.span),
        sheet.found(number.span("number"), _RULE) if number else None,
        line.span,
    )


def _session_body(sheet: Sheet, line: Line) -> Span | None:
    """The body behind a word for minutes or debate, or the owner of such a word."""
    if not sheet.text[line.start].isupper():
        return None
    words = [match.span() for match in islice(_WORD.finditer(sheet.folded, *line.span), _SESSION_WORDS)]
    if len(words) < 2:
        return None
    first, second = (sheet.folded[slice(*word)] for word in words[:2])
    if first in sheet.words.head.session:
        body = sheet.find_body((words[0][1], line.end))
        between = [word for word in words[1:] if body and word[0] < body[0]]
        small = all(_joins(sheet, word) for word in between)
        return body if body and small and body[0] in {word[0] for word in words[2:]} else None
    bodies = sheet.words.bodies
    owner = first.endswith(bodies.genitives) and first[:-1].endswith(bodies.endings)
    return (words[0][0], words[0][1] - 1) if owner and second in sheet.words.head.session else None
