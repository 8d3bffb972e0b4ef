"""Knows how an SQLite database is brought forward on a copy first, and which copy is kept.

PostgreSQL needs none of this: a step that fails there leaves nothing, and `pg_dump` makes the copy.
"""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, func, inspect, select, table, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import StatementError

from records.errors import StoreError
from store.copies import copy_database, remove_database
from store.engine import connect, for_writing, printable
from store.migrations import migrate

_WAIT = 30.0


def rehearse(address: URL, head: str) -> None:
    """Take all steps up to `head` on a copy, check what comes out, and keep the copy as it was before.

    The copy lies beside the database, as "paragraf.db.before-0002". Raises StoreError, naming what
    failed, and leaves no copy then. Does nothing for PostgreSQL.
    """
    if address.get_backend_name() != "sqlite" or not address.database:
        return
    database = Path(address.database)
    copy = database.with_name(f"{database.name}.before-{head}")
    trial = database.with_name(f".{copy.name}.part")
    try:
        copy_database(database, trial)
        _try_steps(trial)
        trial.replace(copy)
    except (sqlite3.Error, StatementError, OSError) as error:
        raise _failed(address, head, error) from error
    finally:
        remove_database(trial)


def _try_steps(trial: Path) -> None:
    """Migrate and check inside a transaction that is taken back, so that the copy stays as it was."""
    engine = connect(URL.create("sqlite", database=str(trial)).render_as_string(), _WAIT)
    try:
        _migrate_and_undo(engine)
    finally:
        engine.dispose()


def _migrate_and_undo(engine: Engine) -> None:
    with for_writing(engine) as connection, connection.begin() as transaction:
        before = _rows(connection)
        migrate(connection)
        _check(connection, before)
        transaction.rollback()


def _check(connection: Connection, before: dict[str, int]) -> None:
    """Raise sqlite3.DatabaseError when a row was lost, or the database is no longer sound."""
    after = _rows(connection)
    lost = [name for name, rows in before.items() if after.get(name) != rows]
    if lost:
        raise sqlite3.DatabaseError(f"rows were lost in {', '.join(lost)}")
    sound = connection.execute(text("PRAGMA integrity_check")).scalar()
    if sound != "ok":
        raise sqlite3.DatabaseError(f"{sound}")
    if dangling := connection.execute(text("PRAGMA foreign_key_check")).first():
        raise sqlite3.DatabaseError(f"a row of {dangling[0]} names one of {dangling[2]} that is not there")


def _rows(connection: Connection) -> dict[str, int]:
    names = inspect(connection).get_table_names()
    counted = {name: select(func.count()).select_from(table(name)) for name in names}
    return {name: connection.execute(question).scalar_one() for name, question in counted.items()}


def _failed(address: URL, head: str, error: Exception) -> StoreError:
    cause = error.orig if isinstance(error, StatementError) and error.orig else error
    return StoreError(
        printable(address),
        expected=f"a database that can be brought to version {head}",
        found=" ".join(str(cause).split()),
        advice="It was tried on a copy, and nothing was changed. Make room beside the database, or bring "
        "back its last backup, and open it again.",
    )
