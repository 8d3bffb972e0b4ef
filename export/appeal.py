"""Proposes which family of appeal clause a decision may need, and leaves the choice to the clerk.

The rules are the municipal acts' by their sections, never their words: in Finland kuntalaki
410/2015 134 § (a body's decision), 135 § (the council's) and 136 § (preparation and execution); in
Sweden kommunallagen 2017:725 ch. 13; in Norway kommuneloven 2018 ch. 27.
"""

from config.houses import APPEALS, AppealFamily, House
from config.wording import Wording
from config.wording_appeal import AppealReason
from export.phrases import enumerate_words, gap
from records.draft import Placeholder

Proposed = tuple[AppealFamily, AppealReason]


def propose_appeal(house: House, *, noted: bool = False) -> Proposed | None:
    """Return the family that a decision of the house's training body may need, and why; None if untold.

    `noted` tells that the matter is only to be noted. In Finland the family depends on the kind of
    body, and none is proposed where the profile does not tell it.
    """
    if house.appeal:
        return house.appeal, "house"
    if house.country not in APPEALS:
        return None
    body = house.training_body
    if noted:
        return "none", "noted"
    if body and house.receiver(body):
        return "none", "prepares"
    if house.country != "FI":
        return "legality", "body"
    if body is None or body.kind is None:
        return None
    return ("municipal_appeal", "council") if body.kind == "council" else ("correction", "body")


def appeal_gap(house: House, wording: Wording, *, noted: bool = False) -> Placeholder:
    """Return the placeholder of the appeal clause: a proposal where there is one, never a decision."""
    left, words = gap("appeal", wording), wording.appeal
    proposed = propose_appeal(house, noted=noted)
    if proposed is None or proposed[0] not in words.families:
        return left
    family, reason = proposed
    known = APPEALS.get(house.country, ())
    others = [words.families[each] for each in known if each != family and each in words.families]
    hint = words.hint.format(reason=words.reasons[reason], others=enumerate_words(others, wording))
    return left.model_copy(update={"text": words.text.format(clause=words.families[family]), "hint": hint})
