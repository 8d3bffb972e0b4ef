"""Knows which drafts rest on an item: made from it, or from one of its programmes."""

from sqlalchemy import ColumnElement, Connection, or_, select

from store.drafts import StoredDraft
from store.ids import programme_id
from store.schema import drafts


def drafts_on(connection: Connection, item: str) -> list[StoredDraft]:
    """Return the written drafts that rest on the item with this id, oldest first."""
    wanted = select(drafts).where(rests_on(item), drafts.c.state != "claimed")
    rows = connection.execute(wanted.order_by(drafts.c.created_at, drafts.c.id)).mappings()
    return [StoredDraft(**row) for row in rows]


def rests_on(item: str) -> ColumnElement[bool]:
    """Return the condition that a draft was made from the item, or from a programme that it has or had."""
    programmes = programme_id(item, 0).removesuffix("1")
    return or_(drafts.c.record == item, drafts.c.record.startswith(programmes, autoescape=True))
