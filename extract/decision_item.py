"""Knows a page that holds one item: its number, title and case number, wherever the layout puts them."""

import re
from dataclasses import dataclass, replace

from extract.decision_case import find_case_number
from extract.decision_handling_heads import comes_back, is_treatment
from extract.decision_hints import known_title
from extract.decision_parts import Parts
from extract.decision_running_title import field_title
from extract.decision_shapes import NUMBER
from extract.decision_sheet import Sheet
from extract.decision_title import find_title
from extract.decision_types import WayRow
from extract.head import Head
from extract.protocol import ProtocolSection
from records.base import Span
from records.evidence import Found

_SIGN_LINE = re.compile(r"§\s*(\d{1,4})[.:]?[ \u00a0]+(?=\S)|(\d{1,4})\s?§\s+(?=\S)")
_LOOSE = re.compile(r"(?:§\s*(\d{1,4})|(\d{1,4})\s?§)$")
_EARLY_LINES = 8
_SHORT_LINE = 40
_FRONT = 600
_RULE = "line of section and title"


@dataclass(frozen=True, slots=True)
class Naming:
    """What names an item: its section, title and case number."""

    section: Found[str] | None
    title: Found[str] | None
    case_number: Found[str] | None


def place_head(sheet: Sheet, head: Head, section: ProtocolSection | None) -> Head:
    """Return the head with what the table of the case's way and the only section tell.

    A paper is for all bodies of the table; the last of them decides.
    """
    row = _way_row(sheet, head)
    if row and head.body and _in_rows(sheet, head.body.spans[0]):
        head = replace(head, body=row.body, day=row.day or head.day)
    number = head.section or (row.number if row else None) or (section.number if section else None)
    if row is None:
        return replace(head, section=number)
    if head.kind == "case_paper":
        return replace(head, section=number, body=row.body, day=row.day or head.day)
    return replace(head, section=number, body=head.body or row.body, day=head.day or row.day)


def _in_rows(sheet: Sheet, span: Span) -> bool:
    return any(row.span[0] <= span[0] < row.span[1] for row in sheet.way)


def _way_row(sheet: Sheet, head: Head) -> WayRow | None:
    """The row of the case's way that is the item's own: the head's body in minutes, else the last."""
    rows = sheet.way if head.layout != "item" else ()
    told = head.body if head.body and not _in_rows(sheet, head.body.spans[0]) else None
    wanted = told.value.lower() if told and head.kind != "case_paper" else None
    same = [row for row in rows if row.body.value.lower() == wanted]
    return same[-1] if same else (rows[-1] if rows else None)


def find_naming(
    sheet: Sheet, head: Head, section: ProtocolSection | None, parts: Parts, names: tuple[str | None, ...]
) -> Naming:
    """Return section, title and case number of a single item; `names` are titles that its source gives."""
    front = (head.end if head.layout == "item" else 0, len(sheet.text))
    line = _sign_line(sheet, front)
    title = sheet.found(head.title, "rest of the head's line") if head.title else None
    title = title or (section.title if section else None) or (line.title if line else None)
    title = title or known_title(sheet, front, names) or _running_title(sheet)
    title = title or find_title(sheet, front, head)
    spans = (parts.own_spans[-1], *parts.own_spans, front) if parts.own else (front,)
    number = head.section or (None if head.numbered else _section(sheet, head, parts, line, front))
    case = (section.case_number if section else None) or find_case_number(sheet, spans, number)
    return Naming(number, _whole_title(sheet, title) if title else None, case)


def _section(
    sheet: Sheet, head: Head, parts: Parts, line: "_SignLine | None", front: Span
) -> Found[str] | None:
    if parts.own and parts.own.section:
        return parts.own.section
    if line:
        return line.number
    found = loose_section(sheet, front) if head.layout == "none" else _lone_section(sheet, front)
    return found or _field_section(sheet, front)


def _running_title(sheet: Sheet) -> Found[str] | None:
    first = next((line for line in sheet.lines if line.running), None)
    return field_title(sheet, sheet.row_span(first.start)) if first else None


def _whole_title(sheet: Sheet, title: Found[str]) -> Found[str]:
    """The title as the page's first line repeats it, where that says more."""
    first = sheet.lines[0]
    start = sheet.folded.find(title.value.lower(), first.start, first.end)
    longer = len(title.value) < first.end - start <= 2 * len(title.value)
    if start < 0 or not longer or title.spans[0][0] < first.end:
        return title
    return sheet.found((start, first.end), "title of the page", "placed")


def _field_section(sheet: Sheet, front: Span) -> Found[str] | None:
    """The number in its field beside that of the archive: "Sak 71/22   ArkivsakID 22/955"."""
    if not sheet.words.head.section_kinds:
        return None
    for label in sheet.labels_in((front[0], min(front[1], front[0] + _FRONT)), "section_field"):
        row = sheet.row_span(label.start)
        archived = next(sheet.each_label(row, "case_field"), None)
        number = NUMBER.match(sheet.text, *sheet.value_of(label, row[1])) if archived else None
        if number:
            return sheet.found(number.span("number"), "field of the number", "labelled")
    return None


@dataclass(frozen=True, slots=True)
class _SignLine:
    """The line "§ 21 Title" near an item's head."""

    number: Found[str]
    title: Found[str]


def _sign_line(sheet: Sheet, span: Span) -> _SignLine | None:
    for line in sheet.lines_in(span)[:_EARLY_LINES]:
        match = _SIGN_LINE.match(sheet.text, *line.span)
        if match and any(char.isalpha() for char in sheet.text[match.end() : line.end]):
            number = sheet.found(match.span(match.lastindex or 1), _RULE, "labelled")
            return _SignLine(number, sheet.found((match.end(), line.end), _RULE, "labelled"))
    return None


def _lone_section(sheet: Sheet, span: Span) -> Found[str] | None:
    """A section alone in one of the first cells: "24.8.2018   § 61"."""
    for line in sheet.lines_in(span)[:_EARLY_LINES]:
        match = _LOOSE.fullmatch(sheet.text, *line.span) if line.digits else None
        if match:
            return sheet.found(match.span(match.lastindex or 1), "cell of the section")
    return None


def loose_section(sheet: Sheet, span: Span) -> Found[str] | None:
    """Return the section at the end of a short line: "Liite 1 § 128", "Case 15. / 85 §"."""
    for line in sheet.lines_in(span)[:_EARLY_LINES]:
        short = line.end - line.start < _SHORT_LINE
        match = _LOOSE.search(sheet.text, *line.span) if short else None
        if match and not (is_treatment(sheet, line) or comes_back(sheet, line)):
            return sheet.found(match.span(match.lastindex or 1), "section at a line's end", "running")
    return None
