"""Mends rows: those that follow from records are made anew, those that name nothing are taken away."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Table, func, select, text

from store.database import Store
from store.fault import Fault
from store.index import remove_words, save_words
from store.programmes import replace_rows, searchable
from store.requeue import requeue
from store.schema import decisions, items, metadata, programmes, versions
from store.stored import StoredVersion, newest_version


def rebuild_database(store: Store, _fault: Fault, _now: dt.datetime) -> str:
    """Have SQLite make its indexes anew, which is all of its file that can be made anew."""
    with store.write() as connection:
        connection.execute(text("REINDEX"))
        sound = connection.execute(text("PRAGMA integrity_check")).scalar()
    return "indexes made anew" if sound == "ok" else "not mended: restore the last backup"


def drop_row(store: Store, fault: Fault, _now: dt.datetime) -> str:
    """Take away a row that names another which is not there; what it told is made anew from the record."""
    name, *key = fault.key
    table = metadata.tables[str(name)]
    with store.write() as connection:
        connection.execute(table.delete().where(*_same(table, key)))
    return "taken away"


def mend_version(store: Store, fault: Fault, now: dt.datetime) -> str:
    """Let an item's last version be its newest; one without any is taken away and fetched again."""
    number = int(fault.key[0])
    own = items.c.number == number
    with store.write() as connection:
        last = select(func.max(versions.c.number)).where(versions.c.item == number)
        if (version := connection.execute(last).scalar_one()) is not None:
            connection.execute(items.update().where(own).values(version=version))
            if stored := newest_version(connection, number):
                replace(connection, store, stored)
            return f"version {version} is its newest now"
        row = connection.execute(select(items).where(own)).mappings().one()
        remove_item_rows(connection, number)
        queued = requeue(connection, row, now)
    return "to be fetched again" if queued else "taken away: it had no text and no address"


def rebuild_rows(store: Store, fault: Fault, _now: dt.datetime) -> str:
    """Make an item's decisions, programmes and words anew from its newest record."""
    number = int(fault.key[0])
    with store.write() as connection:
        stored = newest_version(connection, number)
        if stored is None:
            remove_words(connection, number)
            return "taken out of the index"
        replace(connection, store, stored)
    return "made anew from its record"


def replace(connection: Connection, store: Store, stored: StoredVersion) -> None:
    """Put what an item's newest record tells in the place of the rows that questions are asked of."""
    replace_rows(connection, stored.council, stored.number, stored.record)
    save_words(connection, stored.number, searchable(stored.item, stored.record, store.topic_names))


def remove_item_rows(connection: Connection, number: int) -> None:
    """Take away an item and everything that hangs on it, but for its pages."""
    remove_words(connection, number)
    for table in (decisions, programmes, versions):
        connection.execute(table.delete().where(table.c.item == number))
    connection.execute(items.delete().where(items.c.number == number))


def _same(table: Table, key: list[Any]) -> list[Any]:
    return [column == value for column, value in zip(table.primary_key, key, strict=True)]
