"""Knows what stands under an item's labels: the proposal, who makes it, the decision, the debate."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.decision_announced import find_announced
from extract.decision_bodies import abbreviates
from extract.decision_content import content_of, text_of
from extract.decision_lines import Line
from extract.decision_people import first_persons, person_above
from extract.decision_sheet import Sheet, trimmed
from extract.labels import CONTENT, PERSONS, Label
from extract.people import PersonFound, find_people
from records.base import Span
from records.evidence import Found

_PERSON = re.compile(r"[A-ZÅÄÖÆØ][\w’'.-]*(?: [A-ZÅÄÖÆØ][\w’'-]*){1,3}")
NAMED_OWNER = "person whose name owns the proposal's label"
"""The rule that reads a proposer by name."""

_LONGEST_PERSON = 120
_LONGEST_GAP = 40
_LONGEST_LETTERS = 8
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class TextFound:
    """What one body's treatment says; `handling` is where the debate stands."""

    proposal: Found[str] | None = None
    decision: Found[str] | None = None
    presenter: PersonFound | None = None
    handling: Span | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """The labels of one treatment, each with the stretch of text that it stands in, by its start."""

    sheet: Sheet
    labels: Sequence[Label]
    stretches: Mapping[int, Span]

    def content(self, label: Label) -> Span:
        """Return the text under a label."""
        return content_of(self.sheet, label, self.stretches[label.start][1])


def labelled(sheet: Sheet, spans: Sequence[Span]) -> Labelled:
    """Return the labels of the stretches that belong to one treatment."""
    placed = [(label, span) for span in spans for label in sheet.labels_in(span)]
    return Labelled(sheet, [label for label, _ in placed], {label.start: span for label, span in placed})


def find_texts(sheet: Sheet, spans: Sequence[Span], body: Found[str] | None, paper: bool) -> TextFound:
    """Return proposal, decision, presenter and debate within the stretches that belong to one body.

    In a case paper (`paper`) a body's decision is one that it is asked for.
    """
    view = labelled(sheet, spans)
    proposal, presenter = _proposal(view)
    decision = _decision(view, proposal, paper) or (_body_label(sheet, spans, body) if body else None)
    decision = decision or (None if paper else find_announced(sheet, spans) or _own_advice(view, body))
    if proposal and decision:
        proposal = _before(sheet, proposal, decision)
    return TextFound(proposal, decision, presenter or _presenter(view), _debate(view))


def _debate(view: Labelled) -> Span | None:
    """The stretch of the debate: what stands under its first label and those that follow it."""
    debate: Span | None = None
    for label in view.labels:
        if label.kind == "handling":
            start, end = view.content(label)
            debate = (debate[0] if debate else start, end)
        elif debate and label.kind in CONTENT - {"proposal"}:
            break
    return debate


def _proposal(view: Labelled) -> tuple[Found[str] | None, PersonFound | None]:
    presenter: PersonFound | None = None
    for number, label in enumerate(view.labels):
        if label.kind != "proposal" or (label.owner and label.owner.kind == "code"):
            continue
        span = view.content(label)
        following = view.labels[number + 1] if number + 1 < len(view.labels) else None
        if span[0] >= span[1] and following and following.start - label.end < _LONGEST_GAP:
            span, presenter = _behind(view, following)
        else:
            span, presenter = _led_by_person(view.sheet, span)
        if span[0] < span[1]:
            text = text_of(view.sheet, span, "text under the proposal's label")
            above = person_above(view.sheet, label, view.stretches[label.start][0])
            return text, presenter or above or _owner(view.sheet, label)
    return None, presenter


def _behind(view: Labelled, following: Label) -> tuple[Span, PersonFound | None]:
    """A proposal whose label is followed by the presenter's, or doubled by the decision's own."""
    span = view.content(following)
    if following.kind == "presenter":
        people = first_persons(view.sheet, span)
        if people.persons:
            return trimmed(view.sheet.text, (people.end, span[1])), people.persons[0]
    if following.kind == "decision" and following.owner:
        return span, None
    return (following.start, following.start), None


def _led_by_person(sheet: Sheet, span: Span) -> tuple[Span, PersonFound | None]:
    """A proposal's first line may name who makes it: "Päätösehdotus Hyvinvointialuejohtaja Laine Sanna"."""
    end = sheet.text.find("\n", *span)
    if end < 0 or end - span[0] > _LONGEST_PERSON:
        return span, None
    first = trimmed(sheet.text, (span[0], end))
    line = Line(*first, 0, 0, False, False)
    people = find_people(sheet.text, sheet.folded, first, [line], sheet.words)
    if people.persons and people.end >= first[1] and sheet.text[first[1] - 1] != ":":
        return trimmed(sheet.text, (end, span[1])), people.persons[0]
    return span, None


def _owner(sheet: Sheet, label: Label) -> PersonFound | None:
    """The office in "Kommundirektörens förslag", without its genitive where that leaves a known office.

    A label that is an office and nothing else is its own owner: "Kunnanjohtaja".
    """
    if label.owner is None and sheet.folded[label.start : label.end].endswith(sheet.words.people.offices):
        return PersonFound(sheet.found((label.start, label.end), "office as label of the proposal"))
    if label.owner is None or label.owner.kind != "office":
        return None
    start, end = label.owner.start, label.owner.end
    people = sheet.words.people
    if _PERSON.fullmatch(sheet.text, start, end) and not sheet.folded[start:end].endswith(people.offices):
        return PersonFound(sheet.found((start, end), NAMED_OWNER))
    word = sheet.folded[start:end]
    if word.endswith(people.office_genitives):
        end -= 1
        if not word[:-1].endswith(people.offices):
            return None
    return PersonFound(sheet.found((start, end), "owner of the proposal's label"))


def _decision(view: Labelled, proposal: Found[str] | None, paper: bool) -> Found[str] | None:
    told = _only_told(view)
    for label in view.labels:
        coded = label.kind == "proposal" and label.owner is not None and label.owner.kind == "code"
        if label.start in told or (not coded and (label.kind != "decision" or (paper and label.owner))):
            continue
        span = view.content(label)
        if span[0] < span[1] and not (proposal and _within(proposal, span)):
            return text_of(view.sheet, span, "text under the decision's label")
    return None


def _only_told(view: Labelled) -> frozenset[int]:
    """Where decisions begin that the background only tells of: a proposal and the own one follow."""
    back = reversed(view.labels)
    final = next((one for one in back if one.kind == "decision" and not _is_empty(view, one)), None)
    asked = next((one for one in back if one.kind == "proposal"), None) if final else None
    told: set[int] = set()
    above = ""
    for label in view.labels if asked else ():
        if label is asked:
            break
        if label.kind == "decision" and above in ("background", "history"):
            told.add(label.start)
        elif label.kind in CONTENT - PERSONS:
            above = label.kind
    return frozenset(told)


def _is_empty(view: Labelled, label: Label) -> bool:
    start, end = view.content(label)
    return start >= end


def _within(found: Found[str], span: Span) -> bool:
    return span[0] <= found.spans[0][0] and found.spans[-1][1] <= span[1]


def _body_label(sheet: Sheet, spans: Sequence[Span], body: Found[str]) -> Found[str] | None:
    """The body's name or letters and a colon as the decision's label: "Kunnanhallitus: ...", "Kh: ..."."""
    name = body.value.lower()
    for span in spans:
        for line in sheet.lines_in(span):
            colon = sheet.text.find(":", line.start, min(line.end, line.start + len(name) + 1))
            told = sheet.folded[line.start : colon] if colon > 0 else ""
            short = len(told) <= _LONGEST_LETTERS and sheet.text[line.start : line.start + 1].isupper()
            short = short and sheet.label_at(line.start) is None
            if told and (told == name or (short and abbreviates(told, name))):
                content = content_of(sheet, Label("decision", line.start, colon + 1, None, True), span[1])
                if content[0] < content[1]:
                    return text_of(sheet, content, "text under the body's name")
    return None


def _own_advice(view: Labelled, body: Found[str] | None) -> Found[str] | None:
    """What the own body recommends to the next one is what it decides: "Utskottets förslag till ..."."""
    last = body.value.lower().split()[-1] if body else ""
    for label in view.labels if len(last) > _SHORTEST_NAME else ():
        owner = label.owner if label.kind == "proposal" else None
        words = view.sheet.folded[owner.start : owner.end].split() if owner and owner.kind == "body" else []
        span = view.content(label)
        if words and words[-1].startswith(last[:-2]) and span[0] < span[1]:
            return text_of(view.sheet, span, "text under the own body's advice")
    return None


def _before(sheet: Sheet, proposal: Found[str], decision: Found[str]) -> Found[str]:
    """The proposal without the decision that no label parts from it."""
    start, end = proposal.span[0], decision.span[0]
    if not start < end < proposal.span[1]:
        return proposal
    line = sheet.line_at(end)
    return text_of(sheet, trimmed(sheet.text, (start, line.start if line else end)), proposal.rule)


def _presenter(view: Labelled) -> PersonFound | None:
    for label in view.labels:
        persons = first_persons(view.sheet, view.content(label)).persons if label.kind == "presenter" else ()
        if persons:
            return persons[0]
    return None


def with_proposal(texts: TextFound, proposal: Found[str], presenter: PersonFound) -> TextFound:
    """Return the texts with a proposal that no label gave away."""
    return replace(texts, proposal=proposal, presenter=presenter)
