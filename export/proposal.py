"""Writes the proposal in the house's grammar, of placeholders and sourced values alone."""

from config.houses import HouseBody
from export.brief import Brief
from export.phrases import plain
from records.draft import Block, Line, Paragraph, Points
from records.errors import DraftError


def proposal_blocks(brief: Brief) -> tuple[Block, ...]:
    """Return the proposal: one action a point, after its opening.

    A body that prepares for another one proposes that the other decide; one that only noted its
    programme before is proposed to do so again. Raises DraftError when the
    house wants a grammar for which its language has no points.
    """
    body = brief.house.training_body
    receiver = brief.house.receiver(body) if body and not is_noted(brief) else None
    opening, phrases = _opening(brief, receiver), _phrases(brief)
    if not phrases or (brief.house.proposal == "lead" and not opening):
        raise _unworded(brief)
    decider: dict[str, Line] = {"body": plain(receiver.name)} if receiver else {}
    points = tuple(brief.propose(phrase, **decider) for phrase in phrases)
    return *opening, Points(items=points, numbered=True)


def _phrases(brief: Brief) -> tuple[str, ...]:
    words, lead = brief.wording.proposal, brief.house.proposal == "lead"
    if is_noted(brief):
        return _noted(brief)
    if brief.aim == "own":
        return words.lead_own if lead else words.own
    return words.lead_attend if lead else words.attend


def is_noted(brief: Brief) -> bool:
    """Tell whether the draft goes on from own items of which each was only noted."""
    own = [each for each in brief.each if each.is_own] if brief.precedent else []
    outcomes = {each.decision.outcome if each.decision else None for each in own}
    return brief.aim == "own" and outcomes == {"noted"} and bool(_noted(brief))


def _noted(brief: Brief) -> tuple[str, ...]:
    words = brief.wording.proposal
    return words.lead_noted if brief.house.proposal == "lead" else words.noted


def _opening(brief: Brief, receiver: HouseBody | None) -> tuple[Block, ...]:
    """Return what stands before the points; nothing where every point stands alone and the body decides."""
    words, lead = brief.wording.proposal, brief.house.proposal == "lead"
    if receiver is None:
        return (Paragraph(line=brief.say(words.opening)),) if lead and words.opening else ()
    phrase = words.lead_proposes if lead else words.proposes
    if phrase is None:
        return ()
    slots = {"decider": plain(receiver.name)}
    if receiver.allative:
        slots["recipient"] = plain(receiver.allative)
    return (Paragraph(line=brief.say(phrase, **slots)),)


def _unworded(brief: Brief) -> DraftError:
    return DraftError(
        f"house {brief.house.id}",
        expected=f'proposal = "{brief.house.proposal}" with points in wording {brief.wording.id}',
        found="none there",
        advice="Choose the other style in the house profile, or add the points to the wording file.",
    )
