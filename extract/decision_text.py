"""Knows what stands under an item's labels: the proposal, who makes it, the decision, the debate."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.decision_bodies import find_body
from extract.decision_lines import Line
from extract.decision_people import first_persons, preparers_in
from extract.decision_sheet import Sheet, trimmed
from extract.decision_title import is_frame
from extract.labels import CONTENT, Label
from extract.people import PersonFound, find_people
from records.base import Span
from records.evidence import Found

_RULE = re.compile(r"^[ \t\u00a0]*[_=*]{4,}.*$|^[ \t\u00a0]*-{6,}.*$", re.MULTILINE)
_BREAKS = CONTENT | {"attachments", "tail"}
_LAST_PAGE = re.compile(r"\n\s*\d{1,3}(?: \d{1,3} ?\(\d{1,3}\))?\s*$")
_BULLET = re.compile(r"[•·▪*–-][ \t\u00a0]+")
_LEAD_IN = 160
_BODY = 90
_FIRST_WORDS = re.compile(r"(?:[A-ZÅÄÖa-zåäö]{2}\.? )?(?P<office>[A-ZÅÄÖÆØ][a-zåäöæø-]+)[ \u00a0]{0,2}(?P<sign>:|)[ \u00a0]*")


@dataclass(frozen=True, slots=True)
class TextFound:
    """What one body's treatment says: spans of the debate, values of the rest."""

    proposal: Found[str] | None = None
    decision: Found[str] | None = None
    presenter: PersonFound | None = None
    handling: Span | None = None


def find_texts(sheet: Sheet, spans: Sequence[Span], body: Found[str] | None, paper: bool) -> TextFound:
    """Return proposal, decision, presenter and debate within the stretches that belong to one body."""
    labels = [label for span in spans for label in sheet.labels_in(span)]
    limits = {label.start: span[1] for span in spans for label in sheet.labels_in(span)}
    proposal, presenter = _proposal(sheet, labels, limits)
    if proposal is None and not any(label.kind == "proposal" for label in labels):
        proposal, presenter = find_office_proposal(sheet, spans)
    decision = _decision(sheet, labels, limits, proposal, paper)
    if decision is None and body is not None:
        decision = _body_label(sheet, spans, body)
    named = presenter or _presenter(sheet, labels, limits)
    handling = next((_content(sheet, label, limits[label.start]) for label in labels if label.kind == "handling"), None)
    return TextFound(proposal, decision, named, handling)


def _next_break(sheet: Sheet, label: Label, limit: int) -> int:
    following = (other for other in sheet.labels_in((label.end, limit)) if _breaks(other))
    after = next(following, None)
    return min(limit, after.start) if after else limit


def _breaks(label: Label) -> bool:
    return label.kind in _BREAKS or (label.inline and label.colon)


def _content(sheet: Sheet, label: Label, limit: int) -> Span:
    """The stretch below a label, up to the next one, a ruled line or the page's frame."""
    end = _next_break(sheet, label, limit)
    rule = _RULE.search(sheet.text, label.end, end)
    if rule:
        end = rule.start()
    frame = next((line for line in sheet.lines_in((label.end, end)) if _closes(sheet, line)), None)
    return trimmed(sheet.text, (label.end, frame.start if frame else end))


def _closes(sheet: Sheet, line: Line) -> bool:
    """Whether a line is navigation or counts pages."""
    text = sheet.folded[line.start : line.end]
    return any(text.startswith(word) for word in sheet.words.head.chrome if len(word) > 9) or _page_count(sheet, text)


def _page_count(sheet: Sheet, text: str) -> bool:
    pages = sheet.words.head.page
    return any(re.fullmatch(rf"{re.escape(page)}\s?\d+.{{0,10}}", text) for page in pages)


def _proposal(
    sheet: Sheet, labels: Sequence[Label], limits: dict[int, int]
) -> tuple[Found[str] | None, PersonFound | None]:
    presenter: PersonFound | None = None
    for number, label in enumerate(labels):
        if label.kind != "proposal" or (label.owner and label.owner.kind == "code"):
            continue
        span = _content(sheet, label, limits[label.start])
        following = labels[number + 1] if number + 1 < len(labels) else None
        if span[0] >= span[1] and following and following.start - label.end < 40:
            span, presenter = _behind(sheet, following, limits)
        else:
            span, presenter = _led_by_person(sheet, span)
        if span[0] < span[1]:
            owner = presenter or _owner_person(sheet, label)
            return _text(sheet, span, "text under the proposal's label"), owner
    return None, presenter


def _behind(sheet: Sheet, following: Label, limits: dict[int, int]) -> tuple[Span, PersonFound | None]:
    """A proposal whose label is followed by the presenter's, or in a paper by the decision's own."""
    span = _content(sheet, following, limits[following.start])
    if following.kind == "presenter":
        people = first_persons(sheet, span)
        if people.persons:
            return trimmed(sheet.text, (people.end, span[1])), people.persons[0]
    if following.kind == "decision" and following.owner:
        return span, None
    return (following.start, following.start), None


def _led_by_person(sheet: Sheet, span: Span) -> tuple[Span, PersonFound | None]:
    """A proposal's first line may name who makes it: "Päätösehdotus Hyvinvointialuejohtaja Svahn Sanna"."""
    lines = sheet.lines_in((max(0, span[0]), span[1]))
    first_end = sheet.text.find("\n", span[0], span[1])
    first = (span[0], first_end if first_end > 0 else span[1])
    if first[1] >= span[1] or first[1] - first[0] > 120:
        return span, None
    people = find_people(sheet.text, sheet.folded, first, [_line_of(first), *lines[:0]], sheet.words)
    if people.persons and people.end >= trimmed(sheet.text, first)[1]:
        return trimmed(sheet.text, (first[1], span[1])), people.persons[0]
    return span, None


def _line_of(span: Span) -> Line:
    return Line(span[0], span[1], 0, 0, False, False)


def _owner_person(sheet: Sheet, label: Label) -> PersonFound | None:
    """The office in "Kommundirektörens förslag", without its genitive where that leaves a known office."""
    if label.owner is None or label.owner.kind != "office":
        return None
    start, end = label.owner.start, label.owner.end
    word = sheet.folded[start:end]
    offices = sheet.words.people.offices
    if word.endswith(sheet.words.people.office_genitives) and word[:-1].endswith(offices):
        end -= 1
    elif word.endswith(sheet.words.people.office_genitives):
        return None
    return PersonFound(sheet.found((start, end), "owner of the proposal's label"))


def _decision(
    sheet: Sheet, labels: Sequence[Label], limits: dict[int, int], proposal: Found[str] | None, paper: bool
) -> Found[str] | None:
    for label in labels:
        coded = label.kind == "proposal" and label.owner is not None and label.owner.kind == "code"
        if label.kind != "decision" and not coded:
            continue
        span = _content(sheet, label, limits[label.start])
        used = proposal is not None and proposal.spans[0][0] >= span[0] and proposal.spans[-1][1] <= span[1]
        if span[0] < span[1] and not used and not (paper and not coded and label.owner):
            return _text(sheet, span, "text under the decision's label")
    return None


def _body_label(sheet: Sheet, spans: Sequence[Span], body: Found[str]) -> Found[str] | None:
    """The body's name and a colon as the label of the decision: "Kunnanhallitus: Hyväksyttiin."."""
    name = body.value.lower() + ":"
    for span in spans:
        for line in sheet.lines_in(span):
            if sheet.folded.startswith(name, line.start):
                label = Label("decision", line.start, line.start + len(name), None, True)
                content = _content(sheet, label, span[1])
                if content[0] < content[1]:
                    return _text(sheet, content, "text under the body's name")
    return None


def _presenter(sheet: Sheet, labels: Sequence[Label], limits: dict[int, int]) -> PersonFound | None:
    for label in labels:
        if label.kind == "presenter":
            people = first_persons(sheet, _content(sheet, label, limits[label.start]))
            if people.persons:
                return people.persons[0]
    return None


def _text(sheet: Sheet, span: Span, rule: str) -> Found[str]:
    """The text of a span, without a lead-in, the bullet of a lone point and the marks of pages."""
    spans = tuple(_without_marks(sheet, _without_bullet(sheet, _without_lead_in(sheet, span))))
    value = " ".join(" ".join(sheet.text[slice(*piece)].split()) for piece in spans)
    return Found(value, spans, rule, "stated", 0.95)


def _without_lead_in(sheet: Sheet, span: Span) -> Span:
    lead_ins = sheet.words.labels.lead_ins
    end = sheet.text.find("\n", *span)
    line = sheet.folded[span[0] : end].strip().rstrip(" :") if end > 0 else ""
    if not lead_ins or not 0 < len(line) <= _LEAD_IN or not line.endswith(lead_ins):
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
            if piece[0] < piece[1] and not _is_count(sheet, piece):
                yield piece
            start = line.start
    page = _LAST_PAGE.search(sheet.text[start : span[1]])
    piece = trimmed(sheet.text, (start, start + page.start() if page else span[1]))
    if piece[0] < piece[1] or start == span[0]:
        yield piece


def _is_count(sheet: Sheet, span: Span) -> bool:
    """Whether a piece is but the number of a page."""
    return sheet.text[slice(*span)].isdigit()


def find_office_proposal(sheet: Sheet, spans: Sequence[Span]) -> tuple[Found[str] | None, PersonFound | None]:
    """Return the proposal that only the office of who makes it labels ("Kaupunginjohtaja", "Pormestari:")."""
    for span in reversed(spans):
        stop = next((label.start for label in sheet.labels_in(span, "decision")), span[1])
        for line in reversed(sheet.lines_in((span[0], stop))):
            office = _office_label(sheet, line)
            if office is None:
                continue
            label = Label("proposal", line.start, office[1], None, True)
            content = _content(sheet, label, span[1])
            if content[0] < content[1]:
                person = PersonFound(sheet.found((office[0], office[2]), "office that labels the proposal"))
                return _text(sheet, content, "text under an office"), person
    return None, None


def _office_label(sheet: Sheet, line: Line) -> tuple[int, int, int] | None:
    """An office that opens a line as a label: where it starts, where its text begins, where it ends."""
    match = _FIRST_WORDS.match(sheet.text, *line.span)
    if match is None or sheet.label_at(line.start):
        return None
    word = sheet.folded[match.start("office") : match.end("office")]
    if not word.endswith(sheet.words.people.offices):
        return None
    sign = match.group("sign")
    if sign == "" and not sheet.text[match.end() : match.end() + 1].isupper():
        return None
    body = find_body(sheet.text, sheet.folded, (match.end(), min(line.end, match.end() + _BODY)), sheet.words.bodies)
    if sign != ":" and (body is None or body[0] != match.end()):
        return None
    return line.start, match.end(), match.end("office")


def find_unlabelled(sheet: Sheet, span: Span) -> Found[str] | None:
    """Return the text of a short section without labels as its decision."""
    start, end = trimmed(sheet.text, span)
    if _closes(sheet, Line(start, end, 0, 0, False, False)):
        return None
    gap = re.search(r"\n[ \t\u00a0]*\n", sheet.text[start:end])
    end = start + gap.start() if gap else end
    lines = [line for line in sheet.lines_in((start, end)) if not is_frame(sheet, line)]
    if start >= end or not lines and not sheet.line_at(start) or any(_breaks(label) for label in sheet.labels_in((start, end))):
        return None
    return _text(sheet, trimmed(sheet.text, (start, end)), "text of a section without labels")


__all__ = ["TextFound", "find_texts", "find_unlabelled", "preparers_in"]
