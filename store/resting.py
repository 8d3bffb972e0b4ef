"""Knows which drafts rest on an item: made from it, or from one of its programmes."""

from sqlalchemy import Column, ColumnElement, Connection, or_, select

from store.database import Store
from store.drafts import COLUMNS, StoredDraft
from store.ids import programme_id
from store.schema import IS_NEWEST, draft_records, drafts, items, programmes, versions


def drafts_on(connection: Connection, item: str) -> list[StoredDraft]:
    """Return the written drafts that rest on the item with this id, oldest first."""
    wanted = select(*COLUMNS).where(rests_on(item), drafts.c.state != "claimed")
    rows = connection.execute(wanted.order_by(drafts.c.created_at, drafts.c.id)).mappings()
    return [StoredDraft(**row) for row in rows]


def list_outdated(store: Store) -> list[StoredDraft]:
    """Return the drafts nobody has taken a stand on, and whose items have got a new version since."""
    named = (items.c.id == draft_records.c.record) | (programmes.c.id == draft_records.c.record)
    changed = (
        select(draft_records.c.draft)
        .select_from(items)
        .join(versions, IS_NEWEST)
        .outerjoin(programmes, programmes.c.item == items.c.number)
        .join(draft_records, named)
        .where(draft_records.c.draft == drafts.c.id, versions.c.number > 1)
        .where(versions.c.seen_at > drafts.c.written_at)
        .correlate(drafts)
    )
    wanted = select(*COLUMNS).where(drafts.c.state == "written", changed.exists()).order_by(drafts.c.id)
    with store.read() as connection:
        return [StoredDraft(**row) for row in connection.execute(wanted).mappings()]


def rests_on(item: str) -> ColumnElement[bool]:
    """Return the condition that a draft was made from the item, or from a programme that it has or had."""
    beside = select(draft_records.c.draft).where(_is_of(draft_records.c.record, item))
    return or_(_is_of(drafts.c.record, item), drafts.c.id.in_(beside))


def _is_of(record: Column[str], item: str) -> ColumnElement[bool]:
    programmes = programme_id(item, 0).removesuffix("1")
    return or_(record == item, record.startswith(programmes, autoescape=True))
