"""Knows how an item's text parts into its own treatment and those of other bodies."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.decision_handling import find_treatments
from extract.decision_handling_heads import Treatment
from extract.decision_people import preparers_in
from extract.decision_sheet import Sheet
from extract.decision_text import TextFound, find_texts
from extract.decision_types import EffectiveFound, HandlingFound
from extract.decision_unlabelled import with_office_proposal
from extract.head import Head
from extract.labels import LabelKind
from extract.outcome import find_outcome, is_reference
from extract.people import PersonFound
from records.base import Span
from records.decision import Outcome
from records.evidence import Found

_PREPARING: tuple[LabelKind, ...] = ("preparer", "contact")


@dataclass(frozen=True, slots=True)
class Parts:
    """An item's text, parted into its own and the other bodies' treatments.

    `own_spans` are the stretches that belong to the item itself: what stands before the first
    treatment, and its own one.
    """

    texts: TextFound
    preparers: tuple[PersonFound, ...]
    treatments: tuple[Treatment, ...]
    own: Treatment | None
    own_spans: tuple[Span, ...]


def find_parts(sheet: Sheet, span: Span, head: Head) -> Parts:
    """Return the parts of an item that `span` holds, its own being the one that agrees with the head."""
    treatments = find_treatments(sheet, span, head)
    own = next((one for one in treatments if one.own), None)
    preface = (span[0], treatments[0].span[0] if treatments else span[1])
    spans = (preface, *(one.span for one in treatments if one.own))
    debated = any(sheet.labels_in(one.span, "handling") for one in treatments if one.own)
    labelled = find_texts(sheet, spans, head.body, head.kind == "case_paper" and not debated)
    texts = with_office_proposal(sheet, spans, labelled)
    return Parts(texts, _preparers(sheet, spans, span), treatments, own, spans)


def _preparers(sheet: Sheet, own: tuple[Span, ...], whole: Span) -> tuple[PersonFound, ...]:
    """The preparers of the own treatment, else of the matter; who is named for more information, last."""
    for kind in _PREPARING:
        for spans in (tuple(reversed(own)), (whole,)):
            persons = preparers_in(sheet, spans, kind)
            if persons:
                return persons
    return ()


def outcome_of(sheet: Sheet, texts: TextFound) -> Found[Outcome] | None:
    """Return how a treatment ended, None where no decision is told."""
    if texts.decision is None:
        return None
    proposal = texts.proposal.span if texts.proposal else None
    return find_outcome(sheet.folded, texts.decision.span, proposal, texts.handling, sheet.words)


def effective_of(sheet: Sheet, texts: TextFound, outcome: Found[Outcome] | None) -> EffectiveFound | None:
    """Return what was decided in substance: the proposal's words where the decision only refers to it."""
    if texts.decision is None:
        return None
    refers = is_reference(sheet.folded, texts.decision.span, sheet.words)
    told = texts.proposal is not None and not is_reference(sheet.folded, texts.proposal.span, sheet.words)
    if refers and told and texts.proposal and outcome and outcome.value in ("approved", "noted"):
        return EffectiveFound(texts.proposal, "proposal")
    return EffectiveFound(texts.decision, "decision")


def _recommended(texts: TextFound) -> TextFound:
    """Behind its debate an earlier body's recommendation to the next is what it decided."""
    proposal, debate = texts.proposal, texts.handling
    if texts.decision or proposal is None or debate is None or proposal.span[0] < debate[0]:
        return texts
    return replace(texts, proposal=None, decision=proposal)


def _name(one: Treatment) -> tuple[object, object]:
    """What makes two prints of one treatment equal: body and day."""
    return one.body and one.body.value, one.day and one.day.value


def handlings_of(sheet: Sheet, parts: Parts) -> Iterator[HandlingFound]:
    """Return the other bodies' treatments; one that is only named, and printed elsewhere, is left out."""
    told = Counter(map(_name, parts.treatments))
    for one in parts.treatments:
        if one.own:
            continue
        texts = with_office_proposal(sheet, (one.span,), find_texts(sheet, (one.span,), one.body, False))
        texts = _recommended(texts)
        empty = not (texts.decision or texts.proposal)
        listed = empty and told[_name(one)] > 1
        if (one.body and not listed) or not empty:
            outcome = outcome_of(sheet, texts)
            yield HandlingFound(one.body, one.day, one.section, texts.proposal, texts.decision, outcome)
