"""Knows the heads of single items: body, day and section as record systems print them above an item."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.decision_lines import Line
from extract.decision_shapes import DAY, ITEM_HEAD, SIGN_FIRST, SIGN_LAST
from extract.decision_sheet import Sheet, trimmed
from records.base import Span
from records.evidence import Found
from records.item import DocumentType

Layout = Literal["item", "meeting", "digest", "none"]

_DAY = r"(?P<day>\d{1,2}\.\d{1,2}\.\d{4})"
_OFFICER = re.compile(r"(?P<word>[^\W\d][^\d/:]{2,40}?)\s+(?P<number>\d{1,5}/\d{4})(?=\D|$)")
_MEETING = re.compile(rf"(?P<body>[^\d]{{3,90}}?),\s*(?P<word>[^\d,]{{3,30}}?)\s+{_DAY}")
_ROW = re.compile(
    r"[\s|]*(?P<body>[^\W\d][^\d|\n]{3,80}?)[ \u00a0]*[\s|]*(?P<number>\d{1,4}?)[\s|]*"
    r"(?P<day>\d{2}\.\d{2}\.\d{4})[\s|]*\d{0,3}(?=[\s|]|$)"
)
_LATEST = 60
_EARLY = 20
_FRONT = 2600
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Head:
    """What a document's head tells; `end` is where it ends and its first item may begin.

    `layout` "item" is the head of a single item, "meeting" that of minutes, agendas and papers,
    "digest" that of a page listing decisions. `numbered` tells that the item's number is its place
    on an agenda, no section. `title` is what the head's own line says behind the number.
    """

    kind: DocumentType | None = None
    body: Found[str] | None = None
    day: Found[dt.date] | None = None
    section: Found[str] | None = None
    title: Span | None = None
    end: int = 0
    layout: Layout = "none"
    numbered: bool = False


def find_item_head(sheet: Sheet) -> Head | None:
    """Return the head of a single item, if the text has one."""
    return _titled_head(sheet) or _meeting_line(sheet) or _handling_table(sheet) or _section_line(sheet)


def _titled_head(sheet: Sheet) -> Head | None:
    """A body's line over "Pöytäkirja 24.02.2025/Pykälä 71"."""
    for number, line in enumerate(sheet.lines[:_LATEST]):
        if not line.digits:
            continue
        head = _item_line(sheet, number, line) or _officer_line(sheet, number, line)
        if head:
            return head
    return None


def _item_line(sheet: Sheet, number: int, line: Line) -> Head | None:
    words = sheet.words.head
    match = ITEM_HEAD.match(sheet.folded, *line.span)
    kind = sheet.lexicon.kind_of(match.group("word")) if match else None
    if match is None or kind is None or match.group("mark") not in (*words.section, *words.item):
        return None
    listed = match.group("mark") not in words.section
    section = None if listed else sheet.found(match.span("number"), "head of the item", "labelled")
    above = sheet.lines[number - 1] if number else None
    body = sheet.found(above.span, "line above the head", "labelled") if above else None
    title = _rest(sheet, match.end(), line.end)
    return Head(kind, body, sheet.day_in(match.span("day")), section, title, line.end, "item", listed)


def _rest(sheet: Sheet, start: int, end: int) -> Span | None:
    """What a head's line says behind the number, if it is words."""
    rest = trimmed(sheet.text, (start, end))
    return rest if rest[1] - rest[0] > 3 and sheet.text[rest[0]].isalpha() else None


def _officer_line(sheet: Sheet, number: int, line: Line) -> Head | None:
    """ "Viranhaltijapäätös 174/2026Lupa sijoittaa ..." below an office and a day."""
    match = _OFFICER.match(sheet.folded, *line.span)
    if match is None or sheet.lexicon.kind_of(match.group("word")) != "officer_decision":
        return None
    above = sheet.lines[max(0, number - 3) : number]
    day = next((day for other in reversed(above) if (day := sheet.day_in(other.span))), None)
    office = next((other for other in reversed(above) if not sheet.day_in(other.span)), None)
    body = sheet.found(office.span, "head of the item") if office else None
    section = sheet.found(match.span("number"), "head of the item")
    title = _rest(sheet, match.end(), line.end)
    return Head("officer_decision", body, day, section, title, line.end, "item")


def _meeting_line(sheet: Sheet) -> Head | None:
    """A line "Valtuusto, kokous 8.2.2021"."""
    for number, line in enumerate(sheet.lines[:_EARLY]):
        if not line.digits:
            continue
        match = _MEETING.match(sheet.folded, *line.span)
        if match and match.group("word").strip() in sheet.words.head.meeting:
            span = match.span("body")
            whose = span if sheet.body_line(span) else sheet.find_body(span) or span
            body = sheet.found(whose, "head of the meeting", "labelled")
            before = sheet.folded[span[0] : whose[0]]
            named = sheet.lexicon.kind_of(before) or sheet.lexicon.kind_of(match.group("word"))
            kind = named or _kind_below(sheet, number)
            layout: Layout = "meeting" if whose != span else "item"
            return Head(kind, body, sheet.day_in(match.span("day")), None, None, line.end, layout)
    return None


def _kind_below(sheet: Sheet, number: int) -> DocumentType:
    """The kind of document that a line right below names ("Esityslista on julkaistu"); else minutes."""
    for line in sheet.lines[number + 1 : number + 3]:
        word = _WORD.match(sheet.folded, *line.span)
        kind = sheet.lexicon.kind_of(word.group()) if word else None
        if kind:
            return kind
    return "minutes"


def _section_line(sheet: Sheet) -> Head | None:
    """A first line "3§ 20.01.2017 TITLE"."""
    line = sheet.lines[0] if sheet.lines else None
    match = line and (SIGN_LAST.match(sheet.text, *line.span) or SIGN_FIRST.match(sheet.text, *line.span))
    day = DAY.match(sheet.text, match.end(), line.end) if line and match else None
    if line is None or not match or day is None:
        return None
    section = sheet.found(match.span("number"), "first line of section and day", "placed")
    title = _rest(sheet, day.end(), line.end)
    return Head("minutes", None, sheet.day_in(day.span()), section, title, line.end, "item")


def _handling_table(sheet: Sheet) -> Head | None:
    """A table of the bodies that handled the matter, its cells glued or apart; the last row decides."""
    opening = sheet.lexicon.table_header.search(sheet.folded, 0, _FRONT)
    rows = list(_table_rows(sheet, opening.end())) if opening else []
    if not rows:
        return None
    last = rows[-1]
    body = sheet.found(trimmed(sheet.text, last.span("body")), "table of handlings", "labelled")
    section = sheet.found(last.span("number"), "table of handlings", "labelled")
    return Head("minutes", body, sheet.day_in(last.span("day")), section, None, last.end(), "item")


def _table_rows(sheet: Sheet, start: int) -> Iterator[re.Match[str]]:
    at = start
    while row := _ROW.match(sheet.text, at):
        yield row
        at = row.end()
