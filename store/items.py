"""Knows how an item is kept: what it says now, each state it was in before, and what changed."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, RowMapping, select

from records.council import Source
from records.document import DocumentRecord
from records.errors import StoreError
from records.item import Block, Item
from records.page import Page
from store.councils import save_source
from store.database import Store
from store.ids import item_id, page_id
from store.index import save_words
from store.pages import insert_page, save_file
from store.programmes import programme_ids, replace_rows, searchable
from store.schema import IS_NEWEST, items, versions

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What keeping an item came to.

    `kind` tells of the site: "new", "changed" when a further version was made, or "unchanged".
    `reread` tells that the site said nothing new but the record differs, since words or cleaner improved.
    """

    kind: Literal["new", "changed", "unchanged"]
    item_id: str
    programme_ids: tuple[str, ...]
    reread: bool = False


def save_item(
    store: Store, source: Source, item: Item, page: Page, record: DocumentRecord, seen_at: dt.datetime
) -> Change:
    """Keep an item, the page it came from and its record, all or nothing; tell what changed.

    A text or document type that differs from the newest version's makes a further version. The same
    page, or the same text and type, read into another record puts that record in the newest version's
    place. Otherwise nothing is written but when the item was last seen. `seen_at` is when the page
    was fetched. Raises StoreError when database or folder refuses, or two keys have one id.
    """
    content = _content(item, record)
    with store.write() as connection:
        council = save_source(connection, source, seen_at)
        known = _newest(connection, item)
        change = _compare(known, item, page, record, content)
        number = known["number"] if known else _insert_item(connection, item, record, seen_at)
        if change.kind != "unchanged" or change.reread:
            save_file(store.pages_folder, page)
            _save_version(connection, number, content, page, seen_at if change.kind != "unchanged" else None)
            connection.execute(items.update().where(items.c.number == number).values(_head(item, record)))
            replace_rows(connection, council, number, record)
            save_words(connection, number, searchable(item, record, store.topic_names))
        seen = items.c.number == number, items.c.last_seen < seen_at
        connection.execute(items.update().where(*seen).values(last_seen=seen_at))
    return change


def get_item(store: Store, name: str) -> Item | None:
    """Return an item by its id as extraction last saw it, or None when there is none of that id."""
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
        select(items, versions.c.digest, versions.c.text_sha256, versions.c.document_type, versions.c.page)
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
    known: RowMapping | None, item: Item, page: Page, record: DocumentRecord, content: Row
) -> Change:
    owner = item_id(item.key)
    ids = programme_ids(owner, record)
    if known is None:
        return Change("new", owner, ids)
    if known["digest"] == content["digest"]:
        return Change("unchanged", owner, ids)
    same_page = known["page"] == page_id(page.sha256, page.url)
    same_words = all(known[name] == content[name] for name in ("text_sha256", "document_type"))
    return (
        Change("unchanged", owner, ids, reread=True)
        if same_page or same_words
        else Change("changed", owner, ids)
    )


def _insert_item(connection: Connection, item: Item, record: DocumentRecord, seen_at: dt.datetime) -> int:
    values = {
        "id": item_id(item.key),
        "source": item.source_id,
        "base_id": item.base_id,
        "native_id": item.native_id,
    }
    times = {"first_seen": seen_at, "last_seen": seen_at}
    added = (
        items.insert().values(**values, **times, **_head(item, record), version=0).returning(items.c.number)
    )
    number: int = connection.execute(added).scalar_one()
    return number


def _save_version(
    connection: Connection, item: int, content: Row, page: Page, seen_at: dt.datetime | None
) -> None:
    """Add a version, or, when it was not seen as new, put its content in the newest one's place."""
    newest = select(items.c.version).where(items.c.number == item)
    number: int = connection.execute(newest).scalar_one()
    if seen_at is None:
        same = versions.c.item == item, versions.c.number == number
        connection.execute(versions.update().where(*same).values(content))
        return
    row = {"item": item, "number": number + 1, "page": insert_page(connection, page), "seen_at": seen_at}
    connection.execute(versions.insert().values({**content, **row}))
    connection.execute(items.update().where(items.c.number == item).values(version=number + 1))


def _head(item: Item, record: DocumentRecord) -> Row:
    return {"url": item.url, "title": item.title, "language": record.language}


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
