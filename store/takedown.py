"""Knows how an item is taken down for good: everything of it goes, and a tombstone keeps it away."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, select

from records.errors import StoreError
from store.aftermaths import forget_aftermaths
from store.database import Store, insert_missing
from store.discards import clear_discards, drop_pages
from store.draft_words import empty_drafts
from store.drafts import StoredDraft
from store.ids import Key, item_id
from store.redacted_pages import all_pages_of
from store.resting import drafts_on
from store.row_repair import remove_item_rows
from store.schema import entries, items, programmes, tombstones
from store.tombstones import lock_item
from store.wipe import wipe_on_delete


@dataclass(frozen=True, slots=True)
class TakenDown:
    """What taking an item down came to; `was_kept` is False when it was down before, or never stored.

    `pages` counts the page rows that went; a page that other items rest on stays. `drafts` rest on the
    item and stay where they are: a person has to look at them.
    """

    key: Key
    item: str
    was_kept: bool
    pages: int
    drafts: tuple[StoredDraft, ...]


def take_down(store: Store, name: str, reason: str, at: dt.datetime) -> TakenDown:
    """Take away an item with its versions, programmes, words and pages, and keep it from coming back.

    `name` is an item's or a programme's id, or a key "SOURCE/BASE/NATIVE" that need not be stored. All
    or nothing; done a second time, only the files that were left are removed. Raises StoreError when
    nothing has that name, or database or folder refuses.
    """
    with store.write() as connection:
        wipe_on_delete(connection)
        key = _key_of(connection, name)
        lock_item(connection, key)
        item = item_id(key)
        buried = dict(zip(("source", "base_id", "native_id"), key, strict=True))
        insert_missing(connection, tombstones, **buried, reason=reason, made_at=at)
        connection.execute(entries.delete().where(entries.c.id == item))
        pages = _remove(connection, item)
        forget_aftermaths(connection, item)
        empty_drafts(connection, item)
        resting = tuple(drafts_on(connection, item))
    clear_discards(store)
    return TakenDown(key, item, pages is not None, pages or 0, resting)


def _key_of(connection: Connection, name: str) -> Key:
    """Return the key that is meant by an id, also by that of an item which was taken down before."""
    source, _, rest = name.partition("/")
    base, _, native = rest.partition("/")
    if native:
        return source, base, native
    columns = items.c.source, items.c.base_id, items.c.native_id
    of_programme = select(programmes.c.item).where(programmes.c.id == name)
    wanted = select(*columns).where((items.c.id == name) | items.c.number.in_(of_programme))
    if row := connection.execute(wanted).first():
        return row.source, row.base_id, row.native_id
    for row in connection.execute(select(tombstones)):
        if item_id((row.source, row.base_id, row.native_id)) == name:
            return row.source, row.base_id, row.native_id
    raise StoreError(
        name,
        expected="the id of an item or programme, or SOURCE/BASE/ID",
        found="none of that name",
        advice="`paragraf search` lists ids, `paragraf show` tells more of one.",
    )


def _remove(connection: Connection, item: str) -> int | None:
    """Take away an item's rows; return how many pages went with them, or None when it was not kept."""
    number = connection.execute(select(items.c.number).where(items.c.id == item)).scalar()
    if number is None:
        return None
    pages = all_pages_of(connection, number)
    remove_item_rows(connection, number)
    return len(drop_pages(connection, pages))
