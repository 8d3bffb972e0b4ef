"""What the draft of an order says: the programme that was published, or the precedents it builds on."""

from collections.abc import Sequence

from config.codes import load_codes
from config.wording import Wording, load_wording
from export.basis import Basis
from export.draft import draft_precedents, draft_programme
from paragraf.triggers import Order
from records.draft import Draft, Trigger, TriggerKind

_PRECEDENTS: frozenset[TriggerKind] = frozenset({"due_again", "asked"})
"""Triggers whose drafts carry earlier decisions over; the others tell of what somebody has published."""


def compose(order: Order, trigger: Trigger, bases: Sequence[Basis]) -> Draft:
    """Return what the draft of an order says. Raises DraftError when the house has no wording for it."""
    house, wording = order.house, wording_of(order)
    told = (house, wording, load_codes().names_in(house.language), trigger, order.occasion)
    if order.kind in _PRECEDENTS:
        return draft_precedents(bases, *told)
    return draft_programme(bases[0], *told)


def wording_of(order: Order) -> Wording:
    """Return the wording of an order's house."""
    return load_wording(order.house.language, order.house.country)
