"""Knows the queue: everything that sources listed, and when each entry is to be fetched next.

An entry stays here for good, so that what a budget or a fault left unread is read on a later night
even when the source no longer lists it.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, RowMapping, Select, func, select, tuple_

from records.item import DocumentType
from records.page import FeedEntry
from store.database import Store
from store.ids import Key, item_id
from store.schema import IS_NEWEST, entries, items, tombstones, versions

Reason = Literal["new", "agenda", "watch", "correction", "retry", "backfill"]
_AT_ONCE = 200
"""So many keys are asked for in one question: databases have limits."""


@dataclass(frozen=True, slots=True)
class Queued:
    """An entry that waits, or does not (`due_at` null).

    `reason` tells why it is fetched, `tries` how many fetches in a row have failed, `problem` how the last
    one did. `document_type` is that of the item that is kept under its key, null when there is none.
    """

    source_id: str
    entry: FeedEntry
    reason: Reason
    due_at: dt.datetime | None
    tries: int
    problem: str | None
    first_seen: dt.datetime
    last_seen: dt.datetime
    document_type: DocumentType | None = None

    @property
    def key(self) -> Key:
        """What identifies the entry, and its item, for good."""
        return self.source_id, self.entry.base_id, self.entry.native_id


class _Listed(NamedTuple):
    """An entry where it stands in tonight's list."""

    key: Key
    entry: FeedEntry
    place: int
    seen_at: dt.datetime


Due = Callable[[FeedEntry, Queued | None], tuple[Reason, dt.datetime] | None]
"""Tells of a listed entry, and of what is known of it, why and when it is fetched; None: as it stands."""


def note_entries(
    store: Store, source_id: str, listed: Sequence[FeedEntry], seen_at: dt.datetime, due: Due
) -> int:
    """Keep what a source lists tonight, and return how many entries were never seen before.

    All of them or none. Those that were taken down on demand are left out. Raises StoreError.
    """
    fresh = 0
    with store.write() as connection:
        for start in range(0, len(listed), _AT_ONCE):
            part = listed[start : start + _AT_ONCE]
            known = {one.key: one for one in _find(connection, source_id, part)}
            buried = _buried(connection, source_id, part)
            for place, entry in enumerate(part, start):
                row = _Listed(_key(source_id, entry), entry, place, seen_at)
                if row.key not in buried:
                    fresh += _note(connection, row, known.get(row.key), due)
                    known.setdefault(
                        row.key, Queued(source_id, entry, "new", None, 0, None, seen_at, seen_at)
                    )
    return fresh


def due_entries(store: Store, source_id: str, now: dt.datetime) -> list[Queued]:
    """Return the entries that are due at `now`: new ones first, then the rest, in the source's order."""
    wanted = (
        _queued()
        .where(entries.c.source == source_id, entries.c.due_at <= now)
        .order_by(entries.c.last_seen.desc(), entries.c.place, entries.c.native_id)
    )
    with store.read() as connection:
        found = [_of_row(row) for row in connection.execute(wanted).mappings()]
    return sorted(found, key=lambda one: _ORDER.index(one.reason))


_ORDER: tuple[Reason, ...] = ("new", "agenda", "watch", "retry", "correction", "backfill")


def settle_entry(
    store: Store,
    key: Key,
    *,
    reason: Reason,
    due_at: dt.datetime | None,
    tries: int = 0,
    problem: str | None = None,
) -> None:
    """Write down how a fetch of an entry ended, and when the next one is due: never, if `due_at` is None."""
    with store.write() as connection:
        values = {"reason": reason, "due_at": due_at, "tries": tries, "problem": problem}
        connection.execute(entries.update().where(entries.c.id == item_id(key)), values)


def is_noted(store: Store, source_id: str, entry: FeedEntry) -> bool:
    """Tell whether an entry was noted on an earlier night."""
    wanted = select(entries.c.id).where(entries.c.id == item_id(_key(source_id, entry)))
    with store.read() as connection:
        return connection.execute(wanted).first() is not None


def last_listed(store: Store, source_id: str) -> dt.datetime | None:
    """Return when the source last listed an entry, or None when it never did."""
    wanted = select(func.max(entries.c.last_seen)).where(entries.c.source == source_id)
    with store.read() as connection:
        found: dt.datetime | None = connection.execute(wanted).scalar_one()
    return found


def _note(connection: Connection, listed: _Listed, known: Queued | None, due: Due) -> int:
    """Insert or renew the row of an entry; return 1 for a new one."""
    planned = due(listed.entry, known)
    told = {"place": listed.place, "entry": listed.entry.model_dump(mode="json"), "last_seen": listed.seen_at}
    when = {"reason": planned[0], "due_at": planned[1]} if planned else {}
    name = item_id(listed.key)
    if known is not None:
        connection.execute(entries.update().where(entries.c.id == name), {**told, **when})
        return 0
    own = {"id": name, **dict(zip(("source", "base_id", "native_id"), listed.key, strict=True))}
    first = {"first_seen": listed.seen_at, "reason": "new", "due_at": None, "tries": 0}
    connection.execute(entries.insert(), {**own, **first, **told, **when})
    return 1


def _find(connection: Connection, source_id: str, listed: Sequence[FeedEntry]) -> Iterator[Queued]:
    names = [item_id(_key(source_id, entry)) for entry in listed]
    rows = connection.execute(_queued().where(entries.c.id.in_(names))).mappings()
    yield from (_of_row(row) for row in rows)


def _buried(connection: Connection, source_id: str, listed: Sequence[FeedEntry]) -> set[Key]:
    keys = [(entry.base_id, entry.native_id) for entry in listed]
    own = tuple_(tombstones.c.base_id, tombstones.c.native_id).in_(keys)
    wanted = select(tombstones).where(tombstones.c.source == source_id, own)
    return {(row.source, row.base_id, row.native_id) for row in connection.execute(wanted)}


def _queued() -> Select[Any]:
    joined = entries.outerjoin(items, items.c.id == entries.c.id).outerjoin(versions, IS_NEWEST)
    return select(entries, versions.c.document_type).select_from(joined)


def _of_row(row: RowMapping) -> Queued:
    same = ("reason", "due_at", "tries", "problem", "first_seen", "last_seen", "document_type")
    return Queued(
        source_id=row["source"],
        entry=FeedEntry.model_validate(row["entry"]),
        **{name: row[name] for name in same},
    )


def _key(source_id: str, entry: FeedEntry) -> Key:
    return source_id, entry.base_id, entry.native_id
