"""Knows how personal data of an item are overwritten wherever they are kept: rows, index and page files."""

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, Connection, RowMapping, or_, select

from records.document import DocumentRecord
from records.page import Page
from store.aftermaths import forget_aftermaths
from store.database import Store
from store.discards import clear_discards
from store.draft_words import overwrite_drafts
from store.drafts import StoredDraft
from store.redacted import overwrite
from store.redacted_pages import overwrite_pages, pages_of
from store.redacted_record import Find, overwrite_record, overwrite_words
from store.requeue import entry_names
from store.resting import drafts_on
from store.row_repair import replace
from store.schema import IS_NEWEST, entries, items, versions
from store.stored import StoredVersion, all_versions, newest_version
from store.wipe import wipe_on_delete

Finder = Callable[[str, Sequence[DocumentRecord]], Find]
"""Returns what finds personal data in an item, told its source and the records of all its versions."""

PageWriter = Callable[[Page, Find], bytes]
"""Returns the bytes that a page has with personal data overwritten; none where they cannot be."""

_ENTRY_WORDS = ("title", "subject")


@dataclass(frozen=True, slots=True)
class Overdue:
    """An item whose personal data are to be overwritten, since it is gone from its site or old enough."""

    number: int
    id: str
    source_id: str
    title: str | None
    url: str | None
    reason: Literal["gone", "old"]
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class Redaction:
    """What overwriting an item came to, or would: stretches of text, page files, drafts that rest on it."""

    item: str
    stretches: int
    pages: int
    drafts: tuple[StoredDraft, ...]


def list_overdue(store: Store, before: dt.datetime | None, gone_before: dt.datetime) -> list[Overdue]:
    """Return items not overwritten yet that last changed, or were gone from their sites, before a moment.

    With `before` None, only those that are gone.
    """
    due: ColumnElement[bool] = items.c.gone_at <= gone_before
    if before is not None:
        due = or_(due, versions.c.seen_at < before)
    wanted = (
        select(items, versions.c.seen_at)
        .join(versions, IS_NEWEST)
        .where(items.c.redacted_at.is_(None), due)
        .order_by(items.c.number)
    )
    with store.read() as connection:
        return [_overdue(row) for row in connection.execute(wanted).mappings()]


def preview_item(store: Store, overdue: Overdue, finder: Finder) -> Redaction:
    """Return what overwriting an item would come to; nothing is changed. Raises StoreError."""
    with store.read() as connection:
        kept = all_versions(connection, overdue.number)
        find = finder(overdue.source_id, [one.record for one in kept])
        stretches = sum(overwrite_record(one.record, find)[1] for one in kept)
        pages = len(pages_of(connection, overdue.number))
        return Redaction(overdue.id, stretches, pages, tuple(drafts_on(connection, overdue.id)))


def redact_item(
    store: Store, overdue: Overdue, finder: Finder, writer: PageWriter, at: dt.datetime
) -> Redaction:
    """Overwrite personal data in all versions of an item, in what follows from them and in their pages.

    Texts keep their length, so that spans hold. `writer` returns the bytes that a page has afterwards.
    All or nothing; old page files are removed at the end. Raises StoreError when a record or a page
    cannot be read, or database or folder refuses.
    """
    with store.write() as connection:
        wipe_on_delete(connection)
        kept = all_versions(connection, overdue.number)
        find = finder(overdue.source_id, [one.record for one in kept])
        pages = overwrite_pages(
            connection, store.pages_folder, overdue.number, lambda page: writer(page, find), at
        )
        stretches = sum(_overwrite_version(connection, one, find, pages) for one in kept)
        _overwrite_heads(connection, overdue, find, at)
        forget_aftermaths(connection, overdue.id)
        if newest := newest_version(connection, overdue.number):
            replace(connection, store, newest)
        resting = tuple(drafts_on(connection, overdue.id))
    clear_discards(store)
    return Redaction(overdue.id, stretches, len(pages), resting)


def _overdue(row: RowMapping) -> Overdue:
    gone = row["gone_at"]
    told = (row["number"], row["id"], row["source"], row["title"], row["url"])
    return Overdue(*told, "gone", gone) if gone else Overdue(*told, "old", row["seen_at"])


def _overwrite_version(
    connection: Connection, kept: StoredVersion, find: Find, pages: Mapping[str, str]
) -> int:
    """Overwrite one version's row, and return how many stretches of its text that took."""
    record, stretches = overwrite_record(_from_new_page(kept.record, pages), find)
    text = record.text
    if kept.record.text != kept.item.text:
        text = overwrite(kept.item.text, find(kept.item.text))
    own = versions.c.item == kept.number, versions.c.number == kept.version
    changes = connection.execute(select(versions.c.changes).where(*own)).scalar_one()
    said = record.model_dump_json(exclude={"text"} if record.text == text else set())
    values = {
        "text": text,
        "text_sha256": _digest(text),
        "digest": _digest(said),
        "record": said,
        "changes": overwrite_words(changes, find),
    }
    connection.execute(versions.update().where(*own), values)
    return stretches


def _from_new_page(record: DocumentRecord, pages: Mapping[str, str]) -> DocumentRecord:
    """Return a record that names the digest of the page as it is now."""
    sha256 = pages.get(record.source.sha256 or "")
    if sha256 is None:
        return record
    return record.model_copy(update={"source": record.source.model_copy(update={"sha256": sha256})})


def _overwrite_heads(connection: Connection, item: Overdue, find: Find, at: dt.datetime) -> None:
    """Overwrite what an item, its entry and its drafts are called, and write down when that was."""
    title = overwrite_words(item.title, find)
    own = items.c.number == item.number
    connection.execute(items.update().where(own).values(title=title, redacted_at=at))
    key = connection.execute(select(items).where(own)).mappings().one()
    for row in connection.execute(select(entries).where(entries.c.id.in_(entry_names(key)))).mappings().all():
        told = {name: overwrite_words(row["entry"].get(name), find) for name in _ENTRY_WORDS}
        values = {"entry": {**row["entry"], **told}}
        connection.execute(entries.update().where(entries.c.id == row["id"]), values)
    overwrite_drafts(connection, item.id, find)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
