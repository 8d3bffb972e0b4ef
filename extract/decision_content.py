"""Knows how far the text under a label reaches, and what in it is but a lead-in, a bullet, a page's mark."""

import re
from collections.abc import Iterator

from extract.decision_lines import Line
from extract.decision_sheet import Sheet, trimmed
from extract.decision_sure import found_as
from extract.labels import CONTENT, Label
from records.base import Span
from records.evidence import Found

_RULE = re.compile(r"^[ \t\u00a0]*[_=*]{4,}.*$|^[ \t\u00a0]*-{6,}.*$", re.MULTILINE)
_LAST_PAGE = re.compile(r"\n\s*\d{1,3}(?: \d{1,3} ?\(\d{1,3}\))?\s*$")
_HEADING = re.compile(
    r"[.!?][ \t\u00a0]*\n[ \t\u00a0]*\n\s*"
    r"(?P<line>[A-ZÅÄÖÆØ][^\n.:;,!?§\d]{4,60}[^\n.:;,!?§\d\s])\n(?=\s*[^\n]{60})"
)
_BULLET = re.compile(r"[•·▪*–-][ \t\u00a0]+")
_BREAKS = CONTENT | {"attachments", "tail"}
_LONGEST_LEAD_IN = 160


def content_of(sheet: Sheet, label: Label, limit: int) -> Span:
    """Return the stretch below a label: up to the next one, a ruled line or the page's frame."""
    following = (other for other in sheet.each_label((label.end, limit)) if breaks(other))
    after = next(following, None)
    end = min(limit, after.start) if after else limit
    rule = _RULE.search(sheet.text, label.end, end)
    end = rule.start() if rule else end
    frame = next((line for line in sheet.lines_in((label.end, end)) if closes(sheet, line)), None)
    end = frame.start if frame else end
    heading = _heading_in(sheet, (label.end, end)) if label.kind == "proposal" else None
    return trimmed(sheet.text, (label.end, end if heading is None else heading))


def _heading_in(sheet: Sheet, span: Span) -> int | None:
    """Where a heading that no table knows ends a proposal: a short line under a gap, text right below it."""
    for match in _HEADING.finditer(sheet.text, *span):
        line = match.span("line")
        if line[1] < span[1] and not sheet.find_body(line):
            return line[0]
    return None


def breaks(label: Label) -> bool:
    """Whether a label ends the text of the one before it."""
    return label.kind in _BREAKS or (label.inline and label.colon)


def closes(sheet: Sheet, line: Line) -> bool:
    """Whether a line is navigation or counts pages, and so ends the text above it."""
    text = sheet.folded[slice(*line.span)]
    return text.startswith(sheet.lexicon.frames) or sheet.lexicon.page_line.fullmatch(text) is not None


def text_of(sheet: Sheet, span: Span, rule: str) -> Found[str]:
    """Return the text of a span, without a lead-in, the bullet of a lone point and the marks of pages."""
    spans = tuple(_without_marks(sheet, _without_bullet(sheet, _without_lead_in(sheet, span))))
    return found_as(" ".join(sheet.quote(piece) for piece in spans), spans, rule, "labelled")


def _without_lead_in(sheet: Sheet, span: Span) -> Span:
    """Drop a first line that only announces what is decided ("Regionstyrelsen beslutar")."""
    lead_ins = sheet.words.labels.lead_ins
    end = sheet.text.find("\n", *span)
    line = sheet.folded[span[0] : end].strip().rstrip(" :") if end > 0 else ""
    if not lead_ins or not 0 < len(line) <= _LONGEST_LEAD_IN or not line.endswith(lead_ins):
        return span
    return trimmed(sheet.text, (end, span[1]))


def _without_bullet(sheet: Sheet, span: Span) -> Span:
    bullet = _BULLET.match(sheet.text, *span)
    if bullet is None or re.search(rf"\n\s*{re.escape(sheet.text[span[0]])}", sheet.text[slice(*span)]):
        return span
    return bullet.end(), span[1]


def _without_marks(sheet: Sheet, span: Span) -> Iterator[Span]:
    """The pieces of a span between the numbers that begin pages."""
    start = span[0]
    for line in sheet.lines_in(span):
        row_start = sheet.text.rfind("\n", 0, line.start) + 1
        if line.page and row_start > start and sheet.text[row_start : line.start].strip():
            piece = trimmed(sheet.text, (start, row_start))
            if piece[0] < piece[1] and not sheet.text[slice(*piece)].isdigit():
                yield piece
            start = line.start
    page = _LAST_PAGE.search(sheet.text[start : span[1]])
    piece = trimmed(sheet.text, (start, start + page.start() if page else span[1]))
    if piece[0] < piece[1] or start == span[0]:
        yield piece
