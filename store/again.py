"""Knows what is needed to read what is kept once more: pages, entries that led there, documents beside."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from records.page import FeedEntry, Page
from store.database import Store
from store.ids import Key, item_id
from store.pages import read_page, stored_pages
from store.schema import IS_NEWEST, entries, items, pages, version_pages, versions


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page that a newest version was read from, its entry, and the documents that were read with it."""

    source_id: str
    entry: FeedEntry
    page: Page
    beside: tuple[Page, ...]


def kept_pages(store: Store, source_id: str | None = None) -> Iterator[KeptPage]:
    """Yield the pages of all sources or of one, each once, by source.

    Raises StoreError at a page whose file is gone or damaged.
    """
    for stored in stored_pages(store, source_id):
        key = _whole(stored.keys[0])
        with store.read() as connection:
            entry = _entry(connection, key) or _made_up(key, stored.page)
            beside = tuple(_beside(store, connection, [item_id(one) for one in stored.keys]))
        yield KeptPage(stored.source_id, entry, stored.page, beside)


def _whole(key: Key) -> Key:
    """Return the key of the entry that an item came from: a section of a protocol has the protocol's."""
    return key[0], key[1], key[2].partition("#")[0]


def _entry(connection: Connection, key: Key) -> FeedEntry | None:
    row = connection.execute(select(entries.c.entry).where(entries.c.id == item_id(key))).first()
    return FeedEntry.model_validate(row.entry) if row else None


def _made_up(key: Key, page: Page) -> FeedEntry:
    """Return the entry of an item that was kept before entries were: its id and address are known."""
    return FeedEntry(url=page.url, title="", base_id=key[1], native_id=key[2])


def _beside(store: Store, connection: Connection, names: list[str]) -> Iterator[Page]:
    wanted = (
        select(pages)
        .join(version_pages, version_pages.c.page == pages.c.id)
        .join(
            versions,
            (versions.c.item == version_pages.c.item) & (versions.c.number == version_pages.c.version),
        )
        .join(items, IS_NEWEST)
        .where(items.c.id.in_(names), pages.c.lost_at.is_(None))
        .order_by(items.c.id, version_pages.c.position)
    )
    for row in connection.execute(wanted).mappings():
        yield read_page(store.pages_folder, row)
