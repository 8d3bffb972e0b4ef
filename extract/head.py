"""Knows the heads of items, minutes and papers: which body met, on which day, what the document is."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from config.decision_words import HeadWords
from extract.decision_bodies import body_line, find_body, nominative_of
from extract.decision_lines import Line
from extract.decision_sheet import Sheet, trimmed
from extract.labels import CONTENT
from records.base import Span
from records.evidence import Found
from records.item import DocumentType

Layout = Literal["item", "meeting", "none"]

_DAY = r"(?P<day>\d{1,2}\.\d{1,2}\.\d{4})"
_ITEM = re.compile(rf"(?P<word>[^\W\d][^\d/:]{{2,40}}?)\s+{_DAY}\s*[/ ]?\s*(?P<mark>§|[^\W\d]+)\s*(?P<number>\d+)")
_OFFICER = re.compile(r"(?P<word>[^\W\d][^\d/:]{2,40}?)\s+(?P<number>\d{1,5}/\d{4})(?=\D|$)")
_MEETING = re.compile(rf"(?P<body>[^\d]{{3,90}}?),\s*(?P<word>[^\d,]{{3,30}}?)\s+{_DAY}")
_ROW = re.compile(
    r"(?P<body>[^\W\d][^\d|\n]{3,80}?)[ \u00a0]*[\s|]*(?P<number>\d{1,4}?)[\s|]*(?P<day>\d{2}\.\d{2}\.\d{4})[\s|]*\d{0,3}(?=[\s|]|$)"
)
_TABLE = re.compile(r"§[\s|]*kokouspvm|§[\s|]*(?:mötesdatum|sammanträdesdatum)")
_LATEST_HEAD = 60
_FRONT = 2600
_NEAR = 200
_WORD = re.compile(r"[^\W\d_][^\W\d_/]*")


@dataclass(frozen=True, slots=True)
class Head:
    """What a document's head tells; `end` is where it ends and its first item may begin.

    `layout` "item" is the head of a single item. `numbered` tells that the number in it is the
    item's place on an agenda, no section. `words` counts the words that name such a document.
    """

    kind: DocumentType | None = None
    body: Found[str] | None = None
    day: Found[dt.date] | None = None
    section: Found[str] | None = None
    title: Span | None = None
    end: int = 0
    layout: Layout = "none"
    numbered: bool = False


def find_head(sheet: Sheet) -> Head:
    """Return the document's head, as much of it as the text tells."""
    return _item_head(sheet) or _meeting_line(sheet) or _handling_table(sheet) or _cover(sheet)


def _early(sheet: Sheet) -> Sequence[Line]:
    return sheet.lines[:_LATEST_HEAD]


def _item_head(sheet: Sheet) -> Head | None:
    """A body's line over "Pöytäkirja 24.02.2025/Pykälä 71"."""
    head = sheet.words.head
    for number, line in enumerate(_early(sheet)):
        match = _ITEM.match(sheet.folded, *line.span)
        kind = kind_of(match.group("word"), head) if match else None
        if match is None or kind is None or match.group("mark") not in (*head.section, *head.item):
            officer = _officer_head(sheet, number, line)
            if officer:
                return officer
            continue
        listed = match.group("mark") in head.item and match.group("mark") not in head.section
        section = None if listed else sheet.found(match.span("number"), "head of the item", confidence=0.99)
        rest = trimmed(sheet.text, (match.end(), line.end))
        return Head(
            kind, _body_above(sheet, number), sheet.day_in(match.span("day")), section,
            rest if rest[1] - rest[0] > 3 else None, line.end, "item", listed,
        )  # fmt: skip
    return None


def _officer_head(sheet: Sheet, number: int, line: Line) -> Head | None:
    match = _OFFICER.match(sheet.folded, *line.span)
    if match is None or kind_of(match.group("word"), sheet.words.head) != "officer_decision":
        return None
    rest = trimmed(sheet.text, (match.end(), line.end))
    above = sheet.lines[max(0, number - 3) : number]
    day = next((day for other in reversed(above) if (day := sheet.day_in(other.span))), None)
    office = next((other for other in reversed(above) if not sheet.day_in(other.span)), None)
    body = sheet.found(office.span, "head of the item") if office else None
    section = sheet.found(match.span("number"), "head of the item")
    return Head("officer_decision", body, day, section, rest if rest[1] > rest[0] else None, line.end, "item")


def _body_above(sheet: Sheet, number: int) -> Found[str] | None:
    if not number:
        return None
    line = sheet.lines[number - 1]
    return sheet.found(line.span, "line above the head", confidence=0.98)


def _meeting_line(sheet: Sheet) -> Head | None:
    """A line "Valtuusto, kokous 8.2.2021"."""
    for line in _early(sheet)[:20]:
        match = _MEETING.match(sheet.folded, *line.span)
        if match and match.group("word").strip() in sheet.words.head.meeting:
            body = sheet.found(match.span("body"), "head of the meeting", confidence=0.99)
            return Head("minutes", body, sheet.day_in(match.span("day")), None, None, line.end, "item")
    return None


def _handling_table(sheet: Sheet) -> Head | None:
    """A table of the bodies that handled the matter, its cells glued or apart; the last row decides."""
    opening = _TABLE.search(sheet.folded, 0, _FRONT)
    if opening is None:
        return None
    rows = list(_table_rows(sheet, opening.end()))
    if not rows:
        return None
    last = rows[-1]
    body = sheet.found(trimmed(sheet.text, last.span("body")), "table of handlings", confidence=0.98)
    section = sheet.found(last.span("number"), "table of handlings", confidence=0.97)
    return Head("minutes", body, sheet.day_in(last.span("day")), section, None, last.end(), "item")


def _table_rows(sheet: Sheet, start: int) -> Iterator[re.Match[str]]:
    at = start
    while True:
        skip = re.compile(r"[\s|]*(?:asia[\s|]*)?(?:1(?=[\s|]))?[\s|]*").match(sheet.folded, at)
        row = _ROW.match(sheet.text, skip.end() if skip else at)
        if row is None:
            return
        yield row
        at = row.end()


@lru_cache(maxsize=16)
def _kinds(head: HeadWords) -> dict[str, DocumentType]:
    tables: dict[DocumentType, tuple[str, ...]] = {
        "case_paper": head.case_paper,
        "agenda": head.agenda,
        "minutes": head.minutes,
        "officer_decision": head.officer_decision,
    }
    return {word: kind for kind, words in tables.items() for word in words}


def kind_of(word: str, head: HeadWords) -> DocumentType | None:
    """Return the kind of document that a folded word names."""
    return _kinds(head).get(" ".join(word.split()))


@dataclass(frozen=True, slots=True)
class _Naming:
    kind: DocumentType
    line: Line
    span: Span


def _cover(sheet: Sheet) -> Head:
    """The head of minutes, agendas and papers that name themselves somewhere at their beginning."""
    front = (0, front_end(sheet))
    namings = list(_namings(sheet))
    naming = _governing(sheet, namings)
    digest = _digest(sheet)
    kind = naming.kind if naming else None
    body = (digest and digest.body) or _cover_body(sheet, front, naming)
    day = _cover_day(sheet, front, naming, body) or (digest and digest.day)
    layout: Layout = "meeting" if naming or digest else "none"
    head = Head(kind, body, day, None, None, _cover_end(sheet, naming), layout)
    return replace(head, kind="minutes") if digest and kind is None else head


def _cover_end(sheet: Sheet, naming: _Naming | None) -> int:
    return naming.span[1] if naming else 0


def front_end(sheet: Sheet) -> int:
    """Return where the first label of content stands; the head lies before it."""
    first = next((label.start for label in sheet.labels if label.kind in CONTENT), len(sheet.text))
    return min(first, _FRONT)


def _namings(sheet: Sheet) -> Iterator[_Naming]:
    head = sheet.words.head
    kinds = _kinds(head)
    longest = 1 + max((word.count(" ") for word in kinds), default=0)
    for line in sheet.lines:
        reach = line.end if line.running else min(line.end, line.start + _NEAR)
        tokens = [match.span() for match in _WORD.finditer(sheet.folded, line.start, min(reach, line.start + 600))]
        for number, token in enumerate(tokens):
            for size in range(longest, 0, -1):
                if number + size > len(tokens):
                    continue
                span = token[0], tokens[number + size - 1][1]
                kind = kinds.get(" ".join(sheet.folded[slice(*span)].split()))
                if kind and _names_document(sheet, line, span, number):
                    yield _Naming(kind, line, span)
                    break


def _names_document(sheet: Sheet, line: Line, span: Span, number: int) -> bool:
    """Whether a word names the document: capitals, a line's beginning or end, never mid-sentence."""
    word = sheet.text[slice(*span)]
    before = sheet.text[line.start : span[0]].rstrip()
    rest = sheet.text[span[1] : line.end].strip()
    if word.isupper() and len(word) > 4:
        return True
    if not number:
        return not rest or not rest[0].islower() or span[0] < _NEAR
    if before.endswith(("-", "–", ":")):
        return True
    return line.running and word[0].isupper() and not rest[:1].islower()


def _governing(sheet: Sheet, namings: Sequence[_Naming]) -> _Naming | None:
    """The first word that names the document, unless minutes follow their own notice."""
    if not namings:
        return None
    first = namings[0]
    if first.kind != "agenda":
        return first
    for naming in namings[1:]:
        after = (naming.span[1], naming.span[1] + _NEAR)
        if naming.kind == "minutes" and sheet.labels_in(after, "date_field") and _goes_on(sheet, after[0]):
            return naming
    return first


def _goes_on(sheet: Sheet, start: int) -> bool:
    return bool(sheet.text[start : start + 400].strip()) and len(sheet.text) - start > _NEAR


def _digest(sheet: Sheet) -> Head | None:
    """A page headed "Kaupunginvaltuuston päätökset 10.11.2025"."""
    words = sheet.words
    for line in sheet.lines[:6]:
        tokens = list(_WORD.finditer(sheet.folded, *line.span))
        for owner, noun in zip(tokens, tokens[1:], strict=False):
            if noun.group() in words.head.digest and owner.group().endswith(words.bodies.genitives):
                body = nominative_of(sheet.text, sheet.folded, owner.span(), words.bodies)
                found = sheet.found(body, "head of the digest", "inferred", 0.9) if body else None
                return Head("minutes", found, sheet.day_in(line.span), None, None, line.end, "meeting")
    return None


def _cover_body(sheet: Sheet, front: Span, naming: _Naming | None) -> Found[str] | None:
    for body in (_field_body(sheet, front), _named_body(sheet, naming), _line_body(sheet, front)):
        if body:
            return body
    return None


def _field_body(sheet: Sheet, front: Span) -> Found[str] | None:
    words = sheet.words.bodies
    for label in sheet.labels_in(front, "body_field"):
        value = sheet.value_of(label, front[1] + _NEAR)
        span = body_line(sheet.text, sheet.folded, value, words) or find_body(sheet.text, sheet.folded, value, words)
        if span:
            return sheet.found(span, "field of the body", confidence=0.96)
    return None


def _named_body(sheet: Sheet, naming: _Naming | None) -> Found[str] | None:
    """The body in the line that names the document: "Kommunestyret - møtebok 14.12.2023"."""
    if naming is None:
        return None
    words = sheet.words.bodies
    line = naming.line
    after = (naming.span[1], min(line.end, naming.span[1] + _NEAR))
    before = (max(line.start, naming.span[0] - _NEAR), naming.span[0])
    for span in (before, after):
        body = find_body(sheet.text, sheet.folded, span, words)
        if body:
            return sheet.found(body, "line that names the document", confidence=0.93)
    return None


def _line_body(sheet: Sheet, front: Span) -> Found[str] | None:
    words = sheet.words.bodies
    for line in sheet.lines_in(front):
        span = body_line(sheet.text, sheet.folded, line.span, words)
        addressed = _addressed(sheet, line)
        if span or addressed:
            return sheet.found(span or addressed or line.span, "line of the body", confidence=0.93)
    for line in sheet.lines_in(front):
        if line.running:
            span = find_body(sheet.text, sheet.folded, line.span, words)
            if span:
                return sheet.found(span, "body in running text", confidence=0.85)
    return None


def _addressed(sheet: Sheet, line: Line) -> Span | None:
    first = _WORD.match(sheet.folded, *line.span)
    if first is None or first.group() not in sheet.words.head.addressees:
        return None
    span = trimmed(sheet.text, (first.end(), line.end))
    return body_line(sheet.text, sheet.folded, span, sheet.words.bodies)


def _cover_day(sheet: Sheet, front: Span, naming: _Naming | None, body: Found[str] | None) -> Found[dt.date] | None:
    for label in sheet.labels_in(front, "date_field"):
        day = sheet.day_in(sheet.value_of(label, front[1]))
        if day:
            return replace(day, rule="field of the date")
    places = [naming.line.span] if naming else []
    places += [line.span for line in sheet.lines if body and line.start <= body.spans[0][0] < line.end]
    for place in places:
        day = sheet.day_in((place[0], min(place[1], place[0] + 2 * _NEAR)))
        if day:
            return day
    return None
