"""Knows decisions that no label heads, only a line that announces them: "Kommunstyrelsen beslutar:"."""

from collections.abc import Iterator, Sequence
from itertools import islice

from extract.decision_content import content_of, text_of
from extract.decision_lines import Line
from extract.decision_sheet import Sheet
from extract.labels import CONTENT, Label
from records.base import Span
from records.evidence import Found

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
