"""Knows decisions that no label heads, only a line that announces them: "Kommunstyrelsen beslutar:"."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from extract.decision_content import content_of, text_of
from extract.decision_lines import Line
from extract.decision_sheet import Sheet
from extract.labels import CONTENT, Label
from records.base import Span
from records.evidence import Found

_GAP = re.compile(r"\n[ \t\u00a0]*\n")
_FRONT = 80
_NEAR_LABELS = 20


def find_announced(sheet: Sheet, spans: Sequence[Span]) -> Found[str] | None:
    """Return the decision under the first line that announces one without a label."""
    for span in spans:
        for line in _announcing_lines(sheet, span):
            start = _announcement(sheet, line)
            content = content_of(sheet, Label("decision", line.start, start), span[1]) if start else (0, 0)
            if content[0] < content[1]:
                return text_of(sheet, content, "text under a line that announces it")
    return None


def _announcing_lines(sheet: Sheet, span: Span) -> Iterator[Line]:
    """The lines within a span that hold a word which announces, each once."""
    seen = -1
    for start, end in sheet.openers_in(span):
        line = sheet.line_at(start) if sheet.folded[start:end] in sheet.lexicon.announcers else None
        if line and line.start != seen and not line.running:
            seen = line.start
            yield line


def find_decided(sheet: Sheet, spans: Sequence[Span]) -> Found[str] | None:
    """Return the last paragraph in which a body says what it decides, without a label or line above it."""
    for span in reversed(spans):
        lines = [line for line in _announcing_lines(sheet, span) if _says(sheet, line)]
        if lines:
            content = content_of(sheet, Label("decision", lines[-1].start, lines[-1].start), span[1])
            gap = _GAP.search(sheet.text, *content)
            return text_of(sheet, (content[0], gap.start() if gap else content[1]), "sentence of a decision")
    return None


def _says(sheet: Sheet, line: Line) -> bool:
    """Whether a line opens with a body and its verb: "Styrelsen beslutar att ..."."""
    body = sheet.find_body((line.start, min(line.end, line.start + _FRONT)))
    if body is None or body[0] != line.start or _introduces(sheet, line):
        return False
    return sheet.lexicon.deciding.match(sheet.folded, body[1], line.end) is not None


def _announcement(sheet: Sheet, line: Line) -> int:
    """Where the decision begins that a line announces behind a body's name; 0 where it announces none."""
    body = sheet.find_body((line.start, min(line.end, line.start + _FRONT)))
    if body is None or body[0] != line.start or _introduces(sheet, line):
        return 0
    match = sheet.lexicon.announcing.match(sheet.folded, body[1], line.end)
    return match.end() if match else 0


def _introduces(sheet: Sheet, line: Line) -> bool:
    """Whether a line stands in a proposal, whose words it only introduces."""
    before = islice(_labels_before(sheet, line.start), _NEAR_LABELS)
    above = next((one for one in before if one.kind in CONTENT), None)
    return above is not None and above.kind == "proposal"


def _labels_before(sheet: Sheet, position: int) -> Iterator[Label]:
    label = sheet.label_before(position)
    while label is not None:
        yield label
        label = sheet.label_before(label.start)
