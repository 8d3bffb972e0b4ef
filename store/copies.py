"""Knows how a copy of an SQLite database is made while others read and write it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

_COMPANIONS = ("", "-wal", "-shm", "-journal")
"""What SQLite lays beside a database, by the end of its name."""


def copy_database(database: Path, copy: Path) -> None:
    """Copy a database as it stands at one moment; `copy` is overwritten and is on the disk afterwards.

    The copy is one file, with nothing beside it. Raises sqlite3.Error and OSError.
    """
    remove_database(copy)
    with (
        closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=rw", uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    with copy.open("rb+") as file:
        os.fsync(file.fileno())


def remove_database(database: Path) -> None:
    """Remove a database file and what SQLite laid beside it, if they are there."""
    for companion in _COMPANIONS:
        database.with_name(database.name + companion).unlink(missing_ok=True)


def faults_of(database: Path) -> list[str]:
    """Return what is unsound in a database file, in SQLite's words; nothing when it is sound.

    Raises sqlite3.Error for a file that is no database.
    """
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        told = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    return told + [f"a row of {row[0]} names one of {row[2]} that is not there" for row in dangling]
