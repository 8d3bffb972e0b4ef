"""Knows how an item is kept: what it says now, each state it was in before, and what changed."""

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, or_, select

from records.council import Source
from records.document import DocumentRecord
from records.errors import StoreError
from records.item import Block, Item
from records.page import Page
from store.changes import find_changes
from store.councils import save_source
from store.database import Store
from store.ids import Key, item_id, page_id
from store.index import save_words
from store.pages import file_of, keep_page, renew_pages, save_file
from store.programmes import programme_ids, replace_rows, searchable
from store.redacted import is_still_redacted, note_seen
from store.schema import IS_NEWEST, items, version_pages, versions
from store.tombstones import holds_tombstone

Row = dict[str, Any]


_STATE = ("digest", "text_sha256", "document_type", "page", "seen_at")
"""What tells one state of an item from another."""


@dataclass(frozen=True, slots=True)
class Change:
    """What keeping an item came to.

    `kind` tells of the site: "new", "changed" when a further version was made, or "unchanged"; an item that
    was "taken_down" is not kept. `since` is when the item was first seen in the state it is in. `reread`
    tells that the site said nothing new but the record differs, since words or cleaner improved.
    """

    kind: Literal["new", "changed", "unchanged", "taken_down"]
    item_id: str
    programme_ids: tuple[str, ...]
    since: dt.datetime
    reread: bool = False


def save_item(
    store: Store,
    source: Source,
    item: Item,
    pages: Sequence[Page],
    record: DocumentRecord,
    seen_at: dt.datetime,
) -> Change:
    """Keep an item, its page, the documents read with it, and its record, all or nothing; tell what changed.

    The first of `pages` is the item's own. A text or document type that differs from the newest version's
    makes a further version. The same page, or the same text and type, read into another record puts that
    record in the newest version's place. Otherwise, and where personal data in the same text were
    overwritten, nothing is written but when the item was last seen. `seen_at` is when the page was
    fetched. Raises StoreError when database or folder refuses, or two keys have one id.
    """
    content = _content(item, record)
    with store.write() as connection:
        if holds_tombstone(connection, item.key):
            return Change("taken_down", item_id(item.key), (), seen_at)
        council = save_source(connection, source, seen_at)
        known = _newest(connection, item)
        change = _compare(known, item, pages[0], record, content, seen_at)
        if known is not None and is_still_redacted(connection, known, item.text, record.document_type):
            note_seen(connection, known, seen_at)
            return Change("unchanged", change.item_id, change.programme_ids, known["seen_at"])
        number, version = _save_head(connection, known, change, _head(item, record), seen_at)
        if change.kind == "unchanged":
            renew_pages(connection, store.pages_folder, (number, version), pages)
        if change.kind == "unchanged" and not change.reread:
            return change
        if change.reread:
            same = versions.c.item == number, versions.c.number == version
            connection.execute(versions.update().where(*same), content)
        else:
            names = _save_pages(store, connection, pages)
            told = {"page": names[0], "seen_at": seen_at, "changes": _changes(connection, known, record)}
            connection.execute(versions.insert(), {**content, **told, "item": number, "number": version})
            _save_beside(connection, number, version, names[1:])
        replace_rows(connection, council, number, record)
        save_words(connection, number, searchable(item, record, store.topic_names))
    return change


def write_files(store: Store, item: Item, pages: Sequence[Page]) -> None:
    """Write the page files of an item that was never kept, before `save_item` and outside its transaction.

    Nobody who writes rows then waits for these files to be on the disk. `save_item` looks for them once
    more; without it they are what a killed writer leaves. Raises StoreError when the folder refuses.
    """
    wanted = select(items.c.number).where(items.c.id == item_id(item.key))
    with store.read() as connection:
        is_known = connection.execute(wanted).first() is not None
    for page in () if is_known else pages:
        if not file_of(store.pages_folder, page.sha256).exists():
            save_file(store.pages_folder, page)


def mark_gone(store: Store, key: Key, url: str, at: dt.datetime) -> bool:
    """Write down that the site publishes an item, or all items of its page, no longer; tell if that is news.

    `key` is that of the entry that led to the page `url`. What is kept stays; `save_item` takes the mark
    away when an item is seen later; a page that was fetched before tells nothing of that.
    """
    wanted = items.update().where(_of_page(key, url), items.c.gone_at.is_(None))
    with store.write() as connection:
        return connection.execute(wanted.values(gone_at=at)).rowcount > 0


def mark_left_out(store: Store, key: Key, url: str, present: Sequence[str], at: dt.datetime) -> int:
    """Write down that a page no longer holds items that it once did; return how many.

    `present` are the ids of those that it holds now: of a whole protocol its sections.
    """
    gone = items.update().where(_of_page(key, url), items.c.id.not_in(present), items.c.gone_at.is_(None))
    with store.write() as connection:
        return connection.execute(gone.values(gone_at=at)).rowcount


def mark_seen(store: Store, key: Key, at: dt.datetime) -> None:
    """Write down that a fetch found an item as it stands."""
    with store.write() as connection:
        connection.execute(items.update().where(items.c.id == item_id(key)).values(last_seen=at))


def is_kept(store: Store, key: Key, url: str) -> bool:
    """Tell whether an item of an entry, or of its page, is kept."""
    with store.read() as connection:
        return connection.execute(select(items.c.id).where(_of_page(key, url))).first() is not None


def _of_page(key: Key, url: str) -> ColumnElement[bool]:
    """Return the condition that an item is an entry's own, a section of its page, or of the same address."""
    own = items.c.source == key[0], items.c.base_id == key[1]
    section = items.c.native_id.startswith(f"{key[2]}#", autoescape=True)
    same_address = (items.c.source == key[0]) & (items.c.url == url)
    return or_(items.c.id == item_id(key), and_(*own, section), same_address)


def get_item(store: Store, name: str) -> Item | None:
    """Return an item by its id as extraction last saw it, in the language that its record tells.

    None when there is none of that id.
    """
    texts = (versions.c.text, versions.c.text_version, versions.c.blocks, versions.c.record)
    wanted = select(items, *texts).join(versions, IS_NEWEST).where(items.c.id == name)
    with store.read() as connection:
        row = connection.execute(wanted).mappings().first()
    if row is None:
        return None
    same = ("base_id", "native_id", "url", "title", "language", "text", "text_version")
    return Item(
        source_id=row["source"],
        blocks=tuple(Block(*block) for block in row["blocks"]),
        attachments=json.loads(row["record"])["attachments"],
        **{name: row[name] for name in same},
    )


def _newest(connection: Connection, item: Item) -> RowMapping | None:
    wanted = (
        select(items, *(versions.c[name] for name in _STATE))
        .join(versions, IS_NEWEST)
        .where(items.c.id == item_id(item.key))
    )
    known = connection.execute(wanted).mappings().first()
    if known is not None and (known["base_id"], known["native_id"]) != (item.base_id, item.native_id):
        raise StoreError(
            f"item {known['id']}",
            expected=f"{known['base_id']}/{known['native_id']}",
            found="/".join(item.key[1:]),
        )
    return known


def _compare(
    known: RowMapping | None,
    item: Item,
    page: Page,
    record: DocumentRecord,
    content: Row,
    seen_at: dt.datetime,
) -> Change:
    owner = item_id(item.key)
    ids = programme_ids(owner, record)
    if known is None:
        return Change("new", owner, ids, seen_at)
    if known["digest"] == content["digest"]:
        return Change("unchanged", owner, ids, known["seen_at"])
    same_page = known["page"] == page_id(page.sha256, page.url)
    same_words = all(known[name] == content[name] for name in ("text_sha256", "document_type"))
    kind: Literal["changed", "unchanged"] = "unchanged" if same_page or same_words else "changed"
    since = known["seen_at"] if kind == "unchanged" else seen_at
    return Change(kind, owner, ids, since, reread=kind == "unchanged")


def _save_head(
    connection: Connection, known: RowMapping | None, change: Change, head: Row, seen_at: dt.datetime
) -> tuple[int, int]:
    """Keep what an item is called and when it was seen; return its number and that of its newest version."""
    if known is None:
        times = {"first_seen": seen_at, "last_seen": seen_at}
        added = items.insert().returning(items.c.number)
        values = {**head, **times, "id": change.item_id, "version": 1}
        return connection.execute(added, values).scalar_one(), 1
    version: int = known["version"] + (change.kind == "changed")
    last_seen = max(known["last_seen"], seen_at)
    values = {**head, "version": version, "last_seen": last_seen, "redacted_at": None}
    if known["gone_at"] is not None and known["gone_at"] <= seen_at:
        values["gone_at"] = None
    connection.execute(items.update().where(items.c.number == known["number"]), values)
    return known["number"], version


def _changes(connection: Connection, known: RowMapping | None, record: DocumentRecord) -> Row | None:
    """Return what a further version changed, as it is kept; None for the first one."""
    if known is None:
        return None
    own = versions.c.item == known["number"], versions.c.number == known["version"]
    row = connection.execute(select(versions.c.text, versions.c.record).where(*own)).one()
    before = DocumentRecord.model_validate({"text": row.text, **json.loads(row.record)})
    return find_changes(before, record).model_dump(mode="json")


def _save_pages(store: Store, connection: Connection, pages: Sequence[Page]) -> list[str]:
    return [keep_page(connection, store.pages_folder, page) for page in pages]


def _save_beside(connection: Connection, number: int, version: int, names: Sequence[str]) -> None:
    for position, name in enumerate(names):
        row = {"item": number, "version": version, "position": position, "page": name}
        connection.execute(version_pages.insert(), row)


def _head(item: Item, record: DocumentRecord) -> Row:
    key = {"source": item.source_id, "base_id": item.base_id, "native_id": item.native_id}
    return {**key, "url": item.url, "title": item.title, "language": record.language}


def _content(item: Item, record: DocumentRecord) -> Row:
    """Return what a version's row says, apart from when and where it was seen."""
    # The text stands beside the record; a record of another text (it should not be) keeps its own.
    left_out = {"text"} if record.text == item.text else set()
    values = {
        "document_type": record.document_type,
        "text_sha256": hashlib.sha256(item.text.encode()).hexdigest(),
        "text_version": item.text_version,
        "blocks": [(b.kind, b.start, b.end, b.level, b.row, b.column, b.bold) for b in item.blocks],
        "is_programme": record.relevance.is_programme,
        "score": record.relevance.score,
    }
    # When and in which bytes a text was fetched is no part of what it says.
    said = record.model_dump_json(exclude={"text": True, "source": {"retrieved_at", "sha256"}})
    digest = hashlib.sha256(json.dumps([values, _head(item, record), said]).encode()).hexdigest()
    return {**values, "digest": digest, "text": item.text, "record": record.model_dump_json(exclude=left_out)}
