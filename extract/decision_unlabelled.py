"""Knows proposals that only an office labels, and decisions that nothing labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.decision_content import breaks, closes, content_of, text_of
from extract.decision_lines import Line
from extract.decision_sheet import Sheet, trimmed
from extract.decision_text import TextFound, with_proposal
from extract.labels import Label
from extract.people import PersonFound
from records.base import Span
from records.evidence import Found

_OFFICE = re.compile(
    r"(?:[A-ZÅÄÖa-zåäö]{2}\.? )?(?P<office>[A-ZÅÄÖÆØ][a-zåäöæø-]+)[ \u00a0]{0,2}"
    r"(?P<sign>:|)[ \u00a0]*(?![a-zåäöæø])"
)
_GAP = re.compile(r"\n[ \t\u00a0]*\n")
_LONGEST_BODY = 90


def with_office_proposal(sheet: Sheet, spans: Sequence[Span], texts: TextFound) -> TextFound:
    """Return the texts with the proposal that only its maker's office labels, where no label gives one.

    "Pormestari:" over the proposal, "Kaupunginjohtaja Kaupunginhallitus päättää ..." in one line.
    """
    if texts.proposal or any(sheet.labels_in(span, "proposal") for span in spans):
        return texts
    for span in reversed(spans):
        stop = next((label.start for label in sheet.each_label(span, "decision")), span[1])
        for office in _offices(sheet, (span[0], stop)):
            content = content_of(sheet, Label("proposal", office.start, office.text), span[1])
            if content[0] < content[1]:
                person = PersonFound(sheet.found((office.start, office.end), "office over the proposal"))
                return with_proposal(texts, text_of(sheet, content, "text under an office"), person)
    return texts


@dataclass(frozen=True, slots=True)
class _Office:
    """An office that opens a line as a label, and where its text begins."""

    start: int
    end: int
    text: int


def _offices(sheet: Sheet, span: Span) -> Iterator[_Office]:
    """The offices that open a line, the last first."""
    for line in reversed(sheet.lines_in(span)):
        office = _office(sheet, line)
        if office and sheet.label_at(line.start) is None:
            yield office


def _office(sheet: Sheet, line: Line) -> _Office | None:
    match = _OFFICE.match(sheet.text, *line.span)
    if match is None or not sheet.folded[slice(*match.span("office"))].endswith(sheet.words.people.offices):
        return None
    reach = (match.end(), min(line.end, match.end() + _LONGEST_BODY))
    body = sheet.find_body(reach)
    if match.group("sign") or (body is not None and body[0] == match.end()):
        return _Office(line.start, match.end("office"), match.end())
    return None


def find_unlabelled(sheet: Sheet, span: Span) -> Found[str] | None:
    """Return the first paragraph of a section without labels as its decision."""
    start, end = trimmed(sheet.text, span)
    gap = _GAP.search(sheet.text, start, end)
    end = gap.start() if gap else end
    if start >= end or closes(sheet, Line(start, end, 0, 0, False, False)):
        return None
    if any(breaks(label) for label in sheet.labels_in((start, end))):
        return None
    return text_of(sheet, (start, end), "text of a section without labels")
