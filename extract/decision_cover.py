"""Knows covers: how minutes, agendas and papers name themselves, their body and their day."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.decision_bodies import nominative_of
from extract.decision_line_marks import kind_before
from extract.decision_lines import Line, is_spaced
from extract.decision_people import first_persons
from extract.decision_rows import in_way
from extract.decision_shapes import NUMBER, SIGN_FIRST, SIGN_LAST
from extract.decision_sheet import Sheet, trimmed
from extract.head import Head, find_item_head
from extract.labels import CONTENT, Label, LabelKind
from records.base import Span
from records.evidence import Found
from records.item import DocumentType

_FRONT = 2600
_NEAR = 200
_HEADING = 120
_WORD = re.compile(r"[^\W\d_]+")
_NAMING_REACH = 600
_FIELD_REACH = 120
_OPENING_LINES = 6
_LINES_BELOW = 2
_SHORT = 40
_WEEKDAY = 12
_GAP = re.compile(r"\s*[-–:,]?\s*")
_PLACE = re.compile(r"(?<![^\s.])[A-ZÅÄÖÆØ][\w-]+, (?:\w{2,3} )?$")
_COVER_LINES = 12
_TAIL = 300
_PARTING = re.compile(r"\s+[-–—/|>›»·•,]\s+|,\s+")


@dataclass(frozen=True, slots=True)
class Naming:
    """A word that names the document ("MØTEPROTOKOLL"), in its line."""

    kind: DocumentType
    line: Line
    span: Span


def find_head(sheet: Sheet) -> Head:
    """Return the document's head, as much of it as the text tells."""
    return find_item_head(sheet) or _digest(sheet) or _cover(sheet)


def _cover(sheet: Sheet) -> Head:
    front = (0, front_end(sheet))
    naming = _governing(sheet, list(_namings(sheet)))
    kind = naming.kind if naming else None
    body = _deciding_office(sheet, front) if kind == "officer_decision" else None
    body = body or _field_body(sheet, front) or _named_body(sheet, naming)
    body = body or _line_body(sheet, front) or _asked_body(sheet)
    day = _day(sheet, front, naming, body, kind == "case_paper")
    section = _row_section(sheet, body)
    if naming is None:
        return Head(kind, body, day, section)
    section = section or _named_section(sheet, naming)
    return Head(kind, body, day, section, None, naming.span[1], "meeting")


def _row_section(sheet: Sheet, body: Found[str] | None) -> Found[str] | None:
    """The section in the columns beside the body: "Kaupunginvaltuusto   § 72   30.08.2021"."""
    line = sheet.line_at(body.spans[0][0]) if body else None
    if line is None or line.running:
        return None
    for other in sheet.lines_in(sheet.row_span(line.start)):
        match = SIGN_FIRST.match(sheet.text, *other.span) or SIGN_LAST.match(sheet.text, *other.span)
        if match and match.end() == other.end:
            return sheet.found(match.span("number"), "section beside the body")
    return None


def _named_section(sheet: Sheet, naming: Naming) -> Found[str] | None:
    """The case in the line that names the document: "Saksprotokoll - PS 18/24"."""
    kinds = sheet.words.head.section_kinds
    gap = _GAP.match(sheet.text, naming.span[1], naming.line.end)
    kind = kind_before(kinds).match(sheet.folded, gap.end(), naming.line.end) if kinds and gap else None
    number = NUMBER.match(sheet.text, kind.end(), naming.line.end) if kind else None
    return sheet.found(number.span("number"), "case in the document's name") if number else None


def front_end(sheet: Sheet) -> int:
    """Return where the head ends: at the first label of content, the preparer's aside."""
    content = CONTENT - {"preparer", "contact"}
    if sheet.words.head.section_kinds:  # "Saksgang" heads the table of the bodies, not their debates
        content -= {"history"}
    first = next((label.start for label in sheet.labels if label.kind in content), len(sheet.text))
    return min(first, _FRONT)


def _namings(sheet: Sheet) -> Iterator[Naming]:
    """The words that name the document, in their order: those that open such a name, and spaced ones."""
    openers = sheet.lexicon.kind_openers
    told = (sheet.line_at(start) for start, end in sheet.openers if sheet.folded[start:end] in openers)
    named = {line.start: line for line in told if line}
    spaced = (line for line in sheet.lines if sheet.text[line.start + 1 : line.start + 2] == " ")
    lines = named | {line.start: line for line in spaced}
    for _, line in sorted(lines.items()):
        spaced_naming = _spaced_naming(sheet, line)
        if spaced_naming:
            yield spaced_naming
        elif line.start in named:
            yield from _line_namings(sheet, line)


def _line_namings(sheet: Sheet, line: Line) -> Iterator[Naming]:
    reach = min(line.end, line.start + (_NAMING_REACH if line.running else _NEAR))
    tokens = [match.span() for match in _WORD.finditer(sheet.folded, line.start, reach)]
    for number in range(len(tokens)):
        naming = _naming_at(sheet, line, tokens[number : number + sheet.lexicon.longest_kind], number)
        if naming:
            yield naming


def _spaced_naming(sheet: Sheet, line: Line) -> Naming | None:
    """A document's name in spaced letters: "S A K S F R A M L E G G"."""
    text = sheet.folded[slice(*line.span)] if line.end - line.start < _NEAR else ""
    kind = sheet.lexicon.kinds.get("".join(text.split())) if is_spaced(text) else None
    return Naming(kind, line, line.span) if kind else None


def _naming_at(sheet: Sheet, line: Line, tokens: Sequence[Span], number: int) -> Naming | None:
    words = [sheet.folded[slice(*token)] for token in tokens]
    if words[0] not in sheet.lexicon.kind_openers:
        return None
    for size in range(len(tokens), 0, -1):
        kind = sheet.lexicon.kinds.get(" ".join(words[:size]))
        span = tokens[0][0], tokens[size - 1][1]
        if kind and _names_document(sheet, line, span, number):
            return Naming(kind, line, span)
    return None


def _names_document(sheet: Sheet, line: Line, span: Span, number: int) -> bool:
    """Whether a word names the document: capitals, a line's beginning or end, never mid-sentence."""
    word = sheet.text[slice(*span)]
    before = sheet.text[line.start : span[0]].rstrip()
    rest = sheet.text[span[1] : line.end].strip()
    if word.isupper() and len(word) > 4:
        return True
    if not number:
        return not rest[:1].islower() or span[0] < _NEAR
    if before.endswith(("-", "–", ":", "|", "/", ">", "›", "»")):
        return True
    return (line.running or " " in word) and word[0].isupper() and not rest[:1].islower()


def _governing(sheet: Sheet, namings: Sequence[Naming]) -> Naming | None:
    """The first word that names the document, unless minutes follow their own notice."""
    if not namings or namings[0].kind != "agenda":
        return namings[0] if namings else None
    for naming in namings[1:]:
        after = (naming.span[1], naming.span[1] + _NEAR)
        fields = sheet.labels_in(after, "date_field")
        dated = any(sheet.day_in(sheet.value_of(label, after[1])) for label in fields)
        if naming.kind == "minutes" and dated and len(sheet.text) - after[0] > _HEADING:
            return naming
    return namings[0]


def _digest(sheet: Sheet) -> Head | None:
    """A page headed "Kaupunginvaltuuston päätökset 10.11.2025"."""
    words = sheet.words
    for line in sheet.lines[:_OPENING_LINES]:
        if line.running or line.end - line.start > _HEADING:
            continue
        tokens = list(_WORD.finditer(sheet.folded, *line.span))
        for owner, noun in pairwise(tokens):
            day = sheet.day_in((noun.end(), line.end))
            if day and noun.group() in words.head.digest and owner.group().endswith(words.bodies.genitives):
                body = nominative_of(sheet.folded, owner.span(), words.bodies)
                found = sheet.found(body, "head of the digest", "inferred", 0.9) if body else None
                return Head("minutes", found, day, None, None, line.end, "digest")
    return None


def _field_body(sheet: Sheet, front: Span) -> Found[str] | None:
    """The body behind its field; where fields stand in a row, behind the last of them."""
    for label in sheet.labels_in(front, "body_field"):
        value = sheet.value_of(label, front[1] + _NEAR)
        end = label.end
        for other in sheet.labels_in((label.end, label.end + _FIELD_REACH)):
            if sheet.text[end : other.start].strip():
                break
            value, end = sheet.value_of(other, front[1] + _NEAR), other.end
        span = _body_in(sheet, value)
        if span:
            return sheet.found(span, "field of the body", confidence=0.96)
    return None


def _deciding_office(sheet: Sheet, front: Span) -> Found[str] | None:
    """The office of the person who decides alone: "Beslutsfattare: Förvaltningschef Ada Ask"."""
    for label in sheet.labels_in(front, "body_field"):
        for person in first_persons(sheet, sheet.value_of(label, front[1])).persons:
            office = person.role or person.name
            return replace(office, rule="field of the officer who decides")
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
            return sheet.found(body, "line that names the document", confidence=0.93)
    return None


def _line_body(sheet: Sheet, front: Span) -> Found[str] | None:
    lines = sheet.lines_in(front)
    for number, line in enumerate(lines):
        if sheet.label_at(line.start) or in_way(sheet, line):
            continue
        span = _addressed(sheet, line) or sheet.body_line(line.span) or _dated(sheet, line)
        span = span or (_behind_publisher(sheet, line) if number < _OPENING_LINES else None)
        if span:
            return sheet.found(span, "line of the body", confidence=0.93)
    for line in lines:
        span = sheet.find_body(line.span) if line.running else None
        if span and sheet.label_at(span[0]) is None:
            return sheet.found(span, "body in running text", confidence=0.85)
    return None


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
    return sheet.found(target, "body in the proposal's label", confidence=0.85) if target else None


def _first_line_body(sheet: Sheet, label: Label) -> Span | None:
    """A body and a colon on the line below the label: "I kommunstyrelsen:"."""
    below = next(iter(sheet.lines_in((label.end, label.end + _NEAR))), None)
    if below is None or below.end - below.start > _SHORT or sheet.text[below.end - 1] != ":":
        return None
    return sheet.find_body(below.span)


def _day(
    sheet: Sheet, front: Span, naming: Naming | None, body: Found[str] | None, paper: bool
) -> Found[dt.date] | None:
    kinds: tuple[LabelKind, ...] = ("date_field",) if paper else ("date_field", "paper_date_field")
    for label in sheet.labels_in(front, *kinds):
        day = None if _heads_column(sheet, label) else sheet.day_in(sheet.value_of(label, front[1]))
        if day:
            return replace(day, rule="field of the date")
    if paper:
        return None
    places = [_around(sheet, naming.span)] if naming else []
    places += [_around(sheet, body.spans[0])] if body else []
    day = next((day for place in places if (day := sheet.day_in(place))), None) or _day_below(sheet, places)
    return day or _called_day(sheet, front) or (_signed_day(sheet) if naming else None)


def _called_day(sheet: Sheet, front: Span) -> Found[dt.date] | None:
    """The day in a sentence of the cover that calls to the meeting: "... til møte måndag 27. januar 2020"."""
    for line in sheet.lines_in(front)[:_COVER_LINES]:
        words = [match.end() for match in _WORD.finditer(sheet.folded, *line.span) if _meets(sheet, match)]
        day = sheet.day_in((words[0], min(line.end, words[0] + _NEAR))) if words else None
        if day and day.spans[0][0] - words[0] < _SHORT:
            return replace(day, rule="sentence that calls to the meeting", how="inferred", confidence=0.8)
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
            return replace(day, rule="day beside the place of signing", how="inferred", confidence=0.6)
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
    return len(sheet.labels_in(sheet.row_span(line.start))) > 1


def _around(sheet: Sheet, span: Span) -> Span:
    """The row around a name, as far as a day in it is the name's; in running text up to the next label."""
    row = sheet.row_span(span[0])
    line = sheet.line_at(span[0])
    after = min(row[1], span[1] + _HEADING)
    if line is None or not line.running:
        return max(row[0], span[0] - _NEAR), after
    return span[1], next((label.start for label in sheet.each_label((span[1], after))), after)
