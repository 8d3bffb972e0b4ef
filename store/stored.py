"""Knows how an item and the record of one of its versions are read back from their rows."""

import json
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, RowMapping, Select, select

from records.document import DocumentRecord
from records.errors import StoreError
from records.item import Block, Item
from store.schema import IS_NEWEST, items, sources, versions


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One version of an item, with the numbers that its rows go by."""

    number: int
    version: int
    council: int
    item_id: str
    item: Item
    record: DocumentRecord


def newest_version(connection: Connection, number: int) -> StoredVersion | None:
    """Return the newest version of the item with this number, or None when it has none.

    Raises StoreError when its record is kept in a shape that this release cannot read.
    """
    wanted = _versions().where(IS_NEWEST, items.c.number == number)
    row = connection.execute(wanted).mappings().first()
    return read_version(row) if row else None


def all_versions(connection: Connection, number: int) -> list[StoredVersion]:
    """Return every version of the item with this number, oldest first. Raises StoreError as above."""
    wanted = _versions().where(versions.c.item == items.c.number, items.c.number == number)
    rows = connection.execute(wanted.order_by(versions.c.number)).mappings().all()
    return [read_version(row) for row in rows]


def read_version(row: RowMapping) -> StoredVersion:
    """Return the version that a row of these tables tells of."""
    same = ("base_id", "native_id", "url", "title", "language", "text", "text_version")
    try:
        record = DocumentRecord.model_validate({"text": row["text"], **json.loads(row["record"])})
    except ValidationError as error:
        first = error.errors()[0]
        raise StoreError(
            f"record {row['id']}, version {row['own_version']}",
            expected="a record as this release writes it",
            found=f"{first['msg']} at {'/'.join(map(str, first['loc']))}",
            advice="Run `paragraf extract --stored`.",
        ) from error
    item = Item(
        source_id=row["source"],
        blocks=tuple(Block(*block) for block in row["blocks"]),
        attachments=record.attachments,
        **{name: row[name] for name in same},
    )
    return StoredVersion(row["number"], row["own_version"], row["council"], row["id"], item, record)


def _versions() -> Select[Any]:
    texts = (versions.c.text, versions.c.text_version, versions.c.blocks, versions.c.record)
    return (
        select(items, *texts, versions.c.number.label("own_version"), sources.c.council)
        .select_from(items.join(sources, sources.c.id == items.c.source))
        .join(versions, versions.c.item == items.c.number)
    )
