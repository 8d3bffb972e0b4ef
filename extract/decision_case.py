"""Knows where an item's case number stands: behind its label, on a line of its own, early in running text."""

import re
from collections.abc import Sequence

from extract.decision_shapes import ARCHIVE, BARE_CASE, CASE, LABELLED_CASE
from extract.decision_sheet import Sheet, trimmed
from records.base import Span
from records.evidence import Found

_REACH = 60
_EARLY = 300
_LONGEST_SECTION = 3
_HEAD_LINES = 40
_NAMED = re.compile(r"[^\W\d_]{2,20}[.:]?[ \u00a0]+")
_PREFIX = re.compile(r"[A-ZÅÄÖÆØ]{2,6}:")
_ENDS = re.compile(r"(?!\S)")
_CLASS = re.compile(r"(?:\s+[A-ZÅÄÖ]?(?:\s?\d\d)+)?\W*$")


def find_case_number(sheet: Sheet, spans: Sequence[Span], section: Found[str] | None) -> Found[str] | None:
    """Return the case number of the first span that tells one; `section` is the item's own number."""
    for span in spans:
        found = _labelled(sheet, span) or _on_line(sheet, span)
        if found:
            return found
    others = (_other_number(sheet, span, section) for span in spans)
    return next((found for found in others if found), None)


def _other_number(sheet: Sheet, span: Span, section: Found[str] | None) -> Found[str] | None:
    """The archive's number under a field that elsewhere holds the item's own: "Saksnr.: 24/2210-3"."""
    own = section.spans if section else ()
    for label in sheet.labels_in(span, "section_field") if sheet.words.head.section_kinds else ():
        value = sheet.value_of(label, span[1])
        number = ARCHIVE.match(sheet.text, *value)
        if number is None or any(row.span[0] <= number.start() < row.span[1] for row in sheet.way):
            continue
        ends = _ENDS.match(sheet.text, number.end()) is not None
        suffixed = "-" in number.group() or own or len(number.group().partition("/")[2]) > _LONGEST_SECTION
        if ends and suffixed and all(end <= number.start() or start >= number.end() for start, end in own):
            return sheet.found(number.span(), "field of the number", "placed")
    return None


def _labelled(sheet: Sheet, span: Span) -> Found[str] | None:
    for label in sheet.labels_in(span, "case_field"):
        value = sheet.value_of(label, span[1])
        reach = min(value[1], value[0] + _REACH)
        known = (shape.search(sheet.text, value[0], reach) for shape in (CASE, BARE_CASE, ARCHIVE))
        found = [match for match in known if match]
        if not found and (loose := LABELLED_CASE.match(sheet.text, value[0], reach)):
            found = [loose]
        if found:
            best = max(found, key=lambda match: (-match.start(), match.end()))
            start, end = _bare(best)
            start = value[0] if _PREFIX.fullmatch(sheet.text, value[0], start) else start
            return sheet.found((start, end), "field of the case number", "labelled")
    return None


def _bare(match: re.Match[str]) -> Span:
    """A case number without the class in brackets behind it."""
    cut = match.group().find("(")
    return trimmed(match.string, (match.start(), match.end() if cut < 0 else match.start() + cut))


def _on_line(sheet: Sheet, span: Span) -> Found[str] | None:
    for line in sheet.lines_in(span)[:_HEAD_LINES]:
        if not line.digits:
            continue
        if line.running:
            match = CASE.search(sheet.text, line.start, min(line.end, span[1], line.start + _EARLY))
            if match:
                return sheet.found(match.span(), "case number in running text", "running")
            continue
        named = _NAMED.match(sheet.text, *line.span)
        if named and (case := CASE.fullmatch(sheet.text, named.end(), line.end)):
            return sheet.found(case.span(), "line of the case number", "placed")
        for shape in (CASE, BARE_CASE):
            match = shape.match(sheet.text, *line.span)
            told = match and _CLASS.match(sheet.text[match.end() : line.end])
            if match and told and (shape is CASE or len(sheet.lines_in(sheet.row_span(line.start))) == 1):
                return sheet.found(_bare(match), "line of the case number", "labelled")
    return None
