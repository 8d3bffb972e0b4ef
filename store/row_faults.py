"""Knows whether the rows of a store agree with one another."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, ForeignKeyConstraint, Select, Table, and_, func, select

from records.errors import StoreError
from store.database import Store
from store.drafts import CLAIM_LASTS
from store.fault import Fault
from store.index import has_words, indexed_items
from store.programmes import searchable
from store.schema import IS_NEWEST, decisions, drafts, items, metadata, programmes, versions
from store.stored import StoredVersion, newest_version

_MADE_ANEW = frozenset(
    {
        "decisions",
        "programmes",
        "sessions",
        "programme_topics",
        "programme_audiences",
        "programme_organisers",
        "version_pages",
        "body_aliases",
        "source_summaries",
        "issues",
    }
)
"""Tables whose rows follow from others, or tell of nights past: a row that names nothing may go."""


def row_faults(store: Store, now: dt.datetime, outbox: Path | None, *, deep: bool) -> Iterator[Fault]:
    """Yield what is wrong with rows; `deep` reads every record, else only what is there is looked at."""
    with store.read() as connection:
        yield from _unsound(connection, deep=deep)
        yield from _dangling(connection)
        yield from _without_version(connection)
        yield from _unindexed(connection)
        yield from _drafts(connection, now, outbox)
    if deep:
        yield from _stale(store)


def foreign_keys() -> Iterator[tuple[Table, ForeignKeyConstraint]]:
    """Yield every table with each of its references to another."""
    for table in metadata.sorted_tables:
        for constraint in sorted(table.foreign_key_constraints, key=lambda one: str(one.name)):
            yield table, constraint


def dangling_rows(table: Table, constraint: ForeignKeyConstraint) -> Select[Any]:
    """Return the query for the keys of rows that name another which is not there."""
    parent = constraint.referred_table.alias()
    pairs = [(element.parent, parent.c[element.column.name]) for element in constraint.elements]
    joined = table.outerjoin(parent, and_(*(child == there for child, there in pairs)))
    told = (child.is_not(None) for child, _ in pairs)
    return select(*table.primary_key).select_from(joined).where(*told, pairs[0][1].is_(None))


def _unsound(connection: Connection, *, deep: bool) -> Iterator[Fault]:
    """SQLite's own check; PostgreSQL watches its files by itself."""
    if connection.dialect.name != "sqlite":
        return
    check = "integrity_check" if deep else "quick_check"
    for row in connection.exec_driver_sql(f"PRAGMA {check}"):
        if row[0] != "ok":
            yield Fault("database", str(connection.engine.url.database), str(row[0]))


def _dangling(connection: Connection) -> Iterator[Fault]:
    for table, constraint in foreign_keys():
        other = constraint.referred_table.name
        for row in connection.execute(dangling_rows(table, constraint)):
            name = "/".join(map(str, row))
            message = f"a row of {table.name} names one of {other} that is not there"
            lasting = table.name not in _MADE_ANEW
            told = f"{message}; restore the last backup" if lasting else message
            yield Fault("row_dangling", f"{table.name} {name}", told, (table.name, *row), lasting)


def _without_version(connection: Connection) -> Iterator[Fault]:
    wanted = (
        select(items.c.number, items.c.id, items.c.version)
        .outerjoin(versions, IS_NEWEST)
        .where(versions.c.item.is_(None))
    )
    for row in connection.execute(wanted.order_by(items.c.number)):
        yield Fault("version_missing", row.id, f"version {row.version} is not there", (row.number,))


def _unindexed(connection: Connection) -> Iterator[Fault]:
    known = {row.number: row.id for row in connection.execute(select(items.c.number, items.c.id))}
    indexed = indexed_items(connection)
    for number in sorted(known.keys() - indexed):
        yield Fault("index_stale", known[number], "no search finds it", (number,))
    for number in sorted(indexed - known.keys()):
        yield Fault("index_stale", f"item {number}", "a search finds an item that is not there", (number,))


def _drafts(connection: Connection, now: dt.datetime, outbox: Path | None) -> Iterator[Fault]:
    for row in connection.execute(select(drafts).order_by(drafts.c.id)):
        if row.state == "claimed" and (row.claimed_at or row.created_at) <= now - CLAIM_LASTS:
            yield Fault("claim_forgotten", row.id, "it was begun and never written", (row.id,))
        elif row.state == "written" and outbox is not None and not (outbox / row.path).is_file():
            message = "the outbox has its document no longer; if nobody took it, bring it back from a backup"
            yield Fault("draft_missing", str(outbox / row.path), message, (row.id,), lasting=True)


def _stale(store: Store) -> Iterator[Fault]:
    """Compare what questions are asked of with each newest record."""
    with store.read() as connection:
        numbers = list(connection.execute(select(items.c.number).order_by(items.c.number)).scalars())
        indexed = indexed_items(connection)
    for number in numbers:
        with store.read() as connection:
            try:
                stored = newest_version(connection, number)
            except StoreError as error:
                yield Fault("record_unreadable", error.where, str(error), (number,), lasting=True)
                continue
            if stored is not None:
                yield from _differing(connection, store, stored, findable=number in indexed)


def _differing(
    connection: Connection, store: Store, stored: StoredVersion, *, findable: bool
) -> Iterator[Fault]:
    told = (len(stored.record.decisions), len(stored.record.programmes))
    kept = tuple(_count(connection, table, stored.number) for table in (decisions, programmes))
    if told != kept:
        message = (
            f"its record has {told[0]} decisions and {told[1]} programmes, tables {kept[0]} and {kept[1]}"
        )
        yield Fault("rows_stale", stored.item_id, message, (stored.number,))
    words = searchable(stored.item, stored.record, store.topic_names)
    if findable and not has_words(connection, stored.number, words):
        yield Fault(
            "index_stale", stored.item_id, "it is found by other words than its own", (stored.number,)
        )


def _count(connection: Connection, table: Table, item: int) -> int:
    counted: int = connection.execute(
        select(func.count()).select_from(table).where(table.c.item == item)
    ).scalar_one()
    return counted
