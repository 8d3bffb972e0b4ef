"""Knows covers: how minutes, agendas and papers tell their kind, their body, their day and their case."""

import re
from itertools import pairwise

from extract.decision_bodies import nominative_of
from extract.decision_cover_body import find_cover_body
from extract.decision_cover_day import find_cover_day
from extract.decision_line_marks import kind_before
from extract.decision_naming import Naming, find_document_name
from extract.decision_shapes import NUMBER, SIGN_FIRST, SIGN_LAST
from extract.decision_sheet import Sheet
from extract.head import Head, find_item_head
from extract.labels import CONTENT
from records.evidence import Found

_FRONT = 2600
_HEADING = 120
_OPENING_LINES = 6
_WORD = re.compile(r"[^\W\d_]+")
_BARRED = re.compile(r"(?<=[|/·•,\s\w])[ \u00a0]+§[ \u00a0]*(?P<number>\d{1,4})(?=$|[ \u00a0]+[(\d])")
_YEARLY = re.compile(r"§[ \u00a0]*(?P<number>\d{1,5}/\d{4})")
_GAP = re.compile(r"\s*[-–:,]?\s*")


def find_head(sheet: Sheet) -> Head:
    """Return the document's head, as much of it as the text tells."""
    return find_item_head(sheet) or _digest(sheet) or _cover(sheet)


def _cover(sheet: Sheet) -> Head:
    front = (0, front_end(sheet))
    naming = find_document_name(sheet)
    kind = naming.kind if naming else None
    body = find_cover_body(sheet, front, naming)
    day = find_cover_day(sheet, front, naming, body)
    section = _row_section(sheet, body)
    if naming is None:
        return Head(kind, body, day, section)
    section = section or _named_section(sheet, naming)
    if kind == "officer_decision":
        section = section or _yearly_section(sheet)
    return Head(kind, body, day, section, None, naming.span[1], "meeting")


def _yearly_section(sheet: Sheet) -> Found[str] | None:
    """An officer's section, counted by the year, alone on a line: "§ 7/2024"."""
    for line in sheet.lines[:_OPENING_LINES]:
        match = _YEARLY.fullmatch(sheet.text, *line.span)
        if match:
            return sheet.found(match.span("number"), "line of the section", "labelled")
    return None


def front_end(sheet: Sheet) -> int:
    """Return where the head ends: at the first label of content, the preparer's aside."""
    content = CONTENT - {"preparer", "contact", "presenter"}
    if sheet.words.head.section_kinds:  # "Saksgang" heads the table of the bodies, not their debates
        content -= {"history"}
    first = next((label.start for label in sheet.labels if label.kind in content), len(sheet.text))
    return min(first, _FRONT)


def _row_section(sheet: Sheet, body: Found[str] | None) -> Found[str] | None:
    """The section in the columns beside the body: "Kaupunginvaltuusto   § 72   30.08.2021"."""
    line = sheet.line_at(body.spans[0][0]) if body else None
    if line is None or line.running:
        return None
    for other in sheet.lines_in(sheet.row_span(line.start)):
        match = SIGN_FIRST.match(sheet.text, *other.span) or SIGN_LAST.match(sheet.text, *other.span)
        if match and match.end() == other.end:
            return sheet.found(match.span("number"), "section beside the body")
    barred = _BARRED.search(sheet.text, *line.span)
    return sheet.found(barred.span("number"), "section beside the body") if barred else None


def _named_section(sheet: Sheet, naming: Naming) -> Found[str] | None:
    """The case in the line that names the document: "Saksprotokoll - PS 18/24"."""
    kinds = sheet.words.head.section_kinds
    gap = _GAP.match(sheet.text, naming.span[1], naming.line.end)
    kind = kind_before(kinds).match(sheet.folded, gap.end(), naming.line.end) if kinds and gap else None
    number = NUMBER.match(sheet.text, kind.end(), naming.line.end) if kind else None
    return sheet.found(number.span("number"), "case in the document's name") if number else None


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
                found = sheet.found(body, "head of the digest", "guessed") if body else None
                return Head("minutes", found, day, None, None, line.end, "digest")
    return None
