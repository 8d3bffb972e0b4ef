"""Knows what a sync asks before it fetches: which items are kept, in which state, and seen when."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from records.item import DocumentType
from records.page import Page
from store.database import Store
from store.ids import Key, item_id
from store.pages import file_of, read_page
from store.schema import IS_NEWEST, decisions, items, pages, versions


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item as the store knows it; all but `first_seen` and `last_seen` tell of its newest version.

    `seen_at` is when that version was first seen, `first_seen` when the item's first one was,
    `last_seen` when a fetch last found the newest one. `text_sha256` is of the clean text.
    """

    id: str
    source_id: str
    base_id: str
    native_id: str
    url: str | None
    title: str | None
    language: str
    document_type: DocumentType
    text_sha256: str
    is_programme: bool
    meeting_date: dt.date | None
    first_seen: dt.datetime
    seen_at: dt.datetime
    last_seen: dt.datetime

    @property
    def key(self) -> Key:
        """What identifies the item for good."""
        return self.source_id, self.base_id, self.native_id


def known_item(store: Store, source_id: str, base_id: str, native_id: str) -> KnownItem | None:
    """Return what is known of an item, or None when it was never kept."""
    wanted = _known().where(items.c.id == item_id((source_id, base_id, native_id)))
    with store.read() as connection:
        row = connection.execute(wanted).mappings().first()
    return KnownItem(**row) if row else None


def latest_page(store: Store, url: str) -> Page | None:
    """Return the page that was fetched last under an address, or None when none was.

    Raises StoreError when its file is gone or damaged.
    """
    wanted = select(pages).where(pages.c.url == url).order_by(pages.c.retrieved_at.desc(), pages.c.id)
    with store.read() as connection:
        row = connection.execute(wanted).mappings().first()
    return read_page(store.pages_folder, row) if row else None


def kept_headers(store: Store, key: Key, url: str) -> dict[str, str] | None:
    """Return the headers that the page of an item's newest version came with, names in small letters.

    None when it came from another address than `url`, when its file is gone, or when the site took the
    item off since: then the page has to be fetched whole.
    """
    wanted = (
        select(pages.c.sha256, pages.c.headers)
        .join(versions, versions.c.page == pages.c.id)
        .join(items, IS_NEWEST)
        .where(items.c.id == item_id(key), items.c.gone_at.is_(None), pages.c.url == url)
    )
    with store.read() as connection:
        row = connection.execute(wanted).first()
    if row is None or not file_of(store.pages_folder, row.sha256).exists():
        return None
    return dict(row.headers)


def list_known_items(store: Store, source_id: str, since: dt.datetime | None = None) -> list[KnownItem]:
    """Return what is known of a source's items, the ones first seen last before the others.

    With `since`, only items whose newest version was seen then or later.
    """
    wanted = _known().where(items.c.source == source_id).order_by(items.c.first_seen.desc(), items.c.number)
    if since is not None:
        wanted = wanted.where(versions.c.seen_at >= since)
    with store.read() as connection:
        return [KnownItem(**row) for row in connection.execute(wanted).mappings()]


def _known() -> Select[Any]:
    own = (decisions.c.item == items.c.number) & (decisions.c.position == 0)
    columns = (
        items.c.id,
        items.c.source.label("source_id"),
        items.c.base_id,
        items.c.native_id,
        items.c.url,
        items.c.title,
        items.c.language,
        versions.c.document_type,
        versions.c.text_sha256,
        versions.c.is_programme,
        decisions.c.meeting_date,
        items.c.first_seen,
        versions.c.seen_at,
        items.c.last_seen,
    )
    return select(*columns).select_from(items).join(versions, IS_NEWEST).outerjoin(decisions, own)
