"""Writes the proposal in the house's grammar, of placeholders and sourced values alone."""

from export.brief import Brief
from records.draft import Block, Paragraph, Points
from records.errors import DraftError


def proposal_blocks(brief: Brief) -> tuple[Block, ...]:
    """Return the proposal: one action a point.

    Raises DraftError when the house wants a grammar for which its language has no points.
    """
    house, words, own = brief.house, brief.wording.proposal, brief.aim == "own"
    if house.proposal == "sentences":
        return (_points(brief, words.own if own else words.attend),)
    if words.opening is None:
        raise _unworded(brief)
    opening = Paragraph(line=brief.say(words.opening))
    return opening, _points(brief, words.lead_own if own else words.lead_attend)


def _points(brief: Brief, phrases: tuple[str, ...]) -> Points:
    if not phrases:
        raise _unworded(brief)
    return Points(items=tuple(brief.propose(phrase) for phrase in phrases), numbered=True)


def _unworded(brief: Brief) -> DraftError:
    return DraftError(
        f"house {brief.house.id}",
        expected=f'proposal = "{brief.house.proposal}" with points in wording {brief.wording.id}',
        found="none there",
        advice="Choose the other style in the house profile, or add the points to the wording file.",
    )
