"""Lays an item of the minutes beside the draft that led to it: what it made of the proposal."""

from collections.abc import Sequence

from config.wording_aftermath import AftermathPhrases
from export.difference import ALIKE, Forms, Worded, lay_beside, likeness, words_of_draft, words_of_text
from records.aftermath import Aftermath, Minuted, Point, Verdict
from records.base import Span
from records.decision import Decision, Outcome
from records.document import DocumentRecord, decision_pointer
from records.draft import Draft, Points, block_lines

RESTATED = 0.5
"""A decision that shares fewer words than this with a proposal does not restate it."""

_UNDECIDED: dict[Outcome | None, Verdict] = {
    "rejected": "rejected",
    "returned": "returned",
    "tabled": "tabled",
    "withdrawn": "withdrawn",
}


def forms_of(phrases: AftermathPhrases) -> Forms:
    """Return which words count as the same."""
    alike = {word.casefold(): group[0].casefold() for group in phrases.forms for word in group}
    return Forms(alike, frozenset(word.casefold() for word in phrases.silent))


def proposal_of(draft: Draft, forms: Forms) -> tuple[Worded, ...]:
    """Return the points that a draft proposes, those of a numbered list under their numbers."""
    blocks = [block for section in draft.sections if section.key == "proposal" for block in section.blocks]
    points: list[Worded] = []
    for block in blocks:
        numbered = isinstance(block, Points) and block.numbered
        points.extend(words_of_draft(block_lines(block), forms, numbered=numbered))
    return tuple(points)


def compare_minutes(
    draft: Draft,
    found: Minuted,
    record: DocumentRecord,
    forms: Forms,
    edited: tuple[Worded, ...] = (),
) -> Aftermath:
    """Return what an item of the home council's own made of a draft.

    The proposal as printed is laid beside the draft's; the decision in substance beside the proposal, or,
    where the minutes print none that is like it, beside the one in the file that a clerk `edited`, or the
    draft's own.
    """
    place = found.place
    decision = record.decisions[place]
    drafted, printed = proposal_of(draft, forms), proposal_words(record, place, forms)
    told = Aftermath(
        verdict="agenda",
        found=found,
        outcome=decision.outcome,
        prepared=lay_beside(drafted, printed) if likeness(drafted, printed) >= ALIKE else (),
    )
    if record.document_type == "agenda" or decision.decision is None:
        return told
    spans = _spans(record, place, "decision")
    decided = _beside((printed, edited, drafted), decision, record, forms)
    return told.model_copy(
        update={
            "verdict": _verdict(decision, decided),
            "decided": decided,
            "decision": decision.decision,
            "span": (spans[0][0], spans[-1][1]) if spans else None,
        }
    )


def proposal_words(record: DocumentRecord, place: int, forms: Forms) -> tuple[Worded, ...]:
    """Return the proposal of an item as printed, in points; none where the document prints none."""
    return words_of_text(record.text, _spans(record, place, "proposal"), forms)


def _spans(record: DocumentRecord, place: int, name: str) -> tuple[Span, ...]:
    backing = record.evidence.get(f"{decision_pointer(place)}/{name}")
    return backing.spans if backing else ()


def _beside(
    olds: Sequence[tuple[Worded, ...]], decision: Decision, record: DocumentRecord, forms: Forms
) -> tuple[Point, ...]:
    """Return the decision beside the first of the older wordings that it is like; nothing for none."""
    effective = decision.effective
    if effective is None or effective.origin == "proposal" or decision.outcome in _UNDECIDED:
        return ()
    new = words_of_text(record.text, (effective.span,), forms)
    old = next((old for old in olds if likeness(old, new) >= RESTATED), None)
    return lay_beside(old, new) if old else ()


def _verdict(decision: Decision, decided: Sequence[Point]) -> Verdict:
    if decision.outcome in _UNDECIDED:
        return _UNDECIDED[decision.outcome]
    if decision.outcome == "approved_amended" or any(point.is_changed for point in decided):
        return "amended"
    if decided or (decision.effective and decision.effective.origin == "proposal"):
        return "unchanged"
    return "noted" if decision.outcome == "noted" else "decided"
