"""Knows which drafts rest on an item: made from it, or from one of its programmes."""

from sqlalchemy import Column, ColumnElement, Connection, or_, select

from store.drafts import COLUMNS, StoredDraft
from store.ids import programme_id
from store.schema import draft_records, drafts


def drafts_on(connection: Connection, item: str) -> list[StoredDraft]:
    """Return the written drafts that rest on the item with this id, oldest first."""
    wanted = select(*COLUMNS).where(rests_on(item), drafts.c.state != "claimed")
    rows = connection.execute(wanted.order_by(drafts.c.created_at, drafts.c.id)).mappings()
    return [StoredDraft(**row) for row in rows]


def rests_on(item: str) -> ColumnElement[bool]:
    """Return the condition that a draft was made from the item, or from a programme that it has or had."""
    beside = select(draft_records.c.draft).where(_is_of(draft_records.c.record, item))
    return or_(_is_of(drafts.c.record, item), drafts.c.id.in_(beside))


def _is_of(record: Column[str], item: str) -> ColumnElement[bool]:
    programmes = programme_id(item, 0).removesuffix("1")
    return or_(record == item, record.startswith(programmes, autoescape=True))
