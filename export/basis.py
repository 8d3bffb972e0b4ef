"""What a draft is made from and for: stored programmes or items, and the body and meeting to come."""

import datetime as dt
from dataclasses import dataclass

from config.houses import House, HouseBody
from records.base import Span
from records.document import DocumentRecord


@dataclass(frozen=True)
class Basis:
    """A stored programme or item that a draft is made from.

    `id` is the store's; `programme` indexes the record's programmes, None for an item without one.
    `names` are the spans of `record.text` that name people or tell how to reach them.
    """

    id: str
    record: DocumentRecord
    programme: int | None
    names: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Occasion:
    """For which body and meeting a draft is made.

    Without a body it is the house's training body, or else a placeholder; without a day a placeholder.
    """

    body: HouseBody | None = None
    meeting: dt.date | None = None


UNKNOWN = Occasion()
"""The occasion of which nothing is known yet."""


def convene(house: House, occasion: Occasion) -> House:
    """Return the house with the occasion's body as the one that training items go to."""
    if occasion.body is None:
        return house
    others = tuple(body for body in house.bodies if body.id != occasion.body.id)
    return house.model_copy(update={"bodies": (*others, occasion.body), "body": occasion.body.id})
