"""Knows the tombstones: which items were taken down, and must never be stored again."""

import hashlib

from sqlalchemy import Connection, select, text

from store.database import Store
from store.ids import Key, item_id
from store.schema import tombstones


def is_taken_down(store: Store, key: Key) -> bool:
    """Tell whether an item was taken down: it must not be fetched or stored."""
    with store.read() as connection:
        return _has_stone(connection, key)


def holds_tombstone(connection: Connection, key: Key) -> bool:
    """Tell whether an item was taken down, in a transaction that would store it.

    Until that ends, nobody takes the item down.
    """
    lock_item(connection, key)
    return _has_stone(connection, key)


def lock_item(connection: Connection, key: Key) -> None:
    """Let one transaction at a time store an item or take it down; SQLite's write lock does so by itself."""
    if connection.dialect.name == "postgresql":
        digest = hashlib.sha256(f"item {item_id(key)}".encode()).digest()
        number = int.from_bytes(digest[:8], signed=True)
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})


def _has_stone(connection: Connection, key: Key) -> bool:
    columns = (tombstones.c.source, tombstones.c.base_id, tombstones.c.native_id)
    same = (column == told for column, told in zip(columns, key, strict=True))
    return connection.execute(select(tombstones.c.source).where(*same)).first() is not None
