"""Knows whole records: a document as it was read, who published it, and the states it was in."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, RowMapping, Select, or_, select

from records.council import Council
from records.document import DocumentRecord
from records.errors import StoreError
from records.item import Version
from records.programme import Programme
from store.database import Store
from store.filters import Query
from store.ids import Key
from store.schema import councils, items, pages, programmes, sources, versions
from store.search import programmes_that

_BATCH = 50
"""How many records are in memory at once while all are gone through."""


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A document's record with all that the store knows around it.

    `id` is the id that was asked for, an item's or a programme's; `programme` is then the
    programme's index in `record.programmes`. `versions` are all states of the item, oldest first;
    `version` is the number of the one that `record` was read from. `gone_at` is when the site was found
    to publish the item no longer.
    """

    id: str
    item_id: str
    programme: int | None
    source_id: str
    system: str
    council: Council
    key: Key
    url: str | None
    title: str | None
    version: int
    first_seen: dt.datetime
    last_seen: dt.datetime
    gone_at: dt.datetime | None
    record: DocumentRecord
    versions: tuple[Version, ...]

    @property
    def own_programme(self) -> Programme | None:
        """The programme that was asked for, if it was one."""
        return None if self.programme is None else self.record.programmes[self.programme]


def get_record(store: Store, name: str, version: int | None = None) -> StoredRecord | None:
    """Return the record of a programme or item by its id, or None when there is none of that id.

    The newest version's record, or that of the version with the given number. Raises StoreError
    when a record was kept in a shape that this release cannot read.
    """
    with store.read() as connection:
        return _find(connection, name, version)


def require_record(store: Store, name: str) -> StoredRecord:
    """Return the newest record of a programme or item by its id. Raises StoreError where nothing has it."""
    stored = get_record(store, name)
    if stored is None:
        raise StoreError(
            name,
            expected="the id of a programme or item",
            found="none",
            advice="`paragraf search` lists ids.",
        )
    return stored


def iterate_programmes(store: Store, query: Query) -> Iterator[StoredRecord]:
    """Yield the record of each programme that answers a query, in the order of `search_programmes`.

    One that is replaced while others are gone through is given as it then stands, or left out.
    """
    with store.read() as connection:
        names = list(connection.execute(programmes_that(connection, query, programmes.c.id)).scalars())
    for start in range(0, len(names), _BATCH):
        with store.read() as connection:
            found = [_find(connection, name, None) for name in names[start : start + _BATCH]]
        yield from filter(None, found)


def _find(connection: Connection, name: str, version: int | None) -> StoredRecord | None:
    row = connection.execute(_heads(name)).mappings().first()
    if row is None:
        return None
    number = row["version"] if version is None else version
    history = connection.execute(_history(row["number"])).mappings().all()
    if number not in (state["number"] for state in history):
        return None
    return StoredRecord(
        id=name,
        key=(row["source_id"], row["base_id"], row["native_id"]),
        council=Council.model_validate({field: row[field] for field in Council.model_fields}),
        version=number,
        record=_read_record(connection, row, number),
        versions=tuple(Version(**state) for state in history),
        **{field: row[field] for field in _PLAIN},
    )


def _heads(name: str) -> Select[Any]:
    """Return the query for the item that is called so, or whose programme is."""
    return (
        select(
            items.c.number,
            items.c.id.label("item_id"),
            items.c.source.label("source_id"),
            items.c.base_id,
            items.c.native_id,
            items.c.url,
            items.c.title,
            items.c.version,
            items.c.first_seen,
            items.c.last_seen,
            items.c.gone_at,
            sources.c.system,
            programmes.c.position.label("programme"),
            *(councils.c[field] for field in Council.model_fields),
        )
        .join(sources, sources.c.id == items.c.source)
        .join(councils, councils.c.number == sources.c.council)
        .outerjoin(programmes, (programmes.c.item == items.c.number) & (programmes.c.id == name))
        .where(or_(items.c.id == name, programmes.c.id == name))
    )


_PLAIN = ("item_id", "programme", "source_id", "system", "url", "title", "first_seen", "last_seen", "gone_at")


def _history(item: int) -> Select[Any]:
    return (
        select(
            versions.c.number,
            versions.c.document_type,
            versions.c.text_sha256,
            versions.c.text_version,
            pages.c.sha256.label("page_sha256"),
            pages.c.url.label("page_url"),
            versions.c.seen_at,
            versions.c.changes,
        )
        .join(pages, pages.c.id == versions.c.page)
        .where(versions.c.item == item)
        .order_by(versions.c.number)
    )


def _read_record(connection: Connection, head: RowMapping, version: int) -> DocumentRecord:
    wanted = select(versions.c.record, versions.c.text).where(
        versions.c.item == head["number"], versions.c.number == version
    )
    row = connection.execute(wanted).one()
    try:
        return DocumentRecord.model_validate({"text": row.text, **json.loads(row.record)})
    except ValidationError as error:
        first = error.errors()[0]
        raise StoreError(
            f"record {head['item_id']}, version {version}",
            expected="a record as this release writes it",
            found=f"{first['msg']} at {'/'.join(map(str, first['loc']))}",
            advice="Run `paragraf extract --stored`.",
        ) from error
