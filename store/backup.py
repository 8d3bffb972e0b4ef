"""Knows backups: one folder with the database, its page files, and what lies beside them.

backup.json   what it is, and when it was made
paragraf.db   the database as it stood at one moment (PostgreSQL: paragraf.dump)
pages/        every file that a row of it names
config/ ...   the folders that were handed in
"""

import datetime as dt
import json
import os
import shutil
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import select

from records.errors import StoreError
from store.copies import copy_database, faults_of
from store.database import HEAD, Store
from store.pages import file_of, is_whole
from store.postgresql_dump import check_dump, dump_database
from store.schema import pages

MARKER = "backup.json"
SQLITE, POSTGRESQL = "paragraf.db", "paragraf.dump"
PAGES = "pages"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says of itself: `version` is that of the tables, `pages` counts page files."""

    format: int
    made_at: str
    database: str
    version: str
    pages: int


def write_backup(store: Store, folder: Path, beside: Mapping[str, Path], at: dt.datetime) -> Backup:
    """Write a backup into an empty folder and check it; a sync may be at work meanwhile.

    The database is copied first: every page and draft that it names was written before its row. Page
    files never change, so they are linked where that is possible. `beside` are folders by the names
    that they get. Raises StoreError when something cannot be copied, or the copy is not whole.
    """
    try:
        digests = _copy_database(store, folder)
        for sha256 in digests:
            _link(file_of(store.pages_folder, sha256), file_of(folder / PAGES, sha256))
        for name, place in beside.items():
            if place.is_dir():
                shutil.copytree(place, folder / name, ignore=shutil.ignore_patterns(".*"))
        name = SQLITE if (folder / SQLITE).exists() else POSTGRESQL
        backup = Backup(FORMAT, at.isoformat(), name, HEAD, len(digests))
        (folder / MARKER).write_text(json.dumps(asdict(backup), indent=2) + "\n", encoding="utf-8")
        os.sync()
    except (OSError, sqlite3.Error) as error:
        raise _failed(folder, str(error)) from error
    check_backup(folder)
    return backup


def read_marker(folder: Path) -> Backup | None:
    """Return what the backup in a folder says of itself, or None when there is none."""
    try:
        return Backup(**json.loads((folder / MARKER).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def check_backup(folder: Path) -> None:
    """Raise StoreError, naming what is wrong, unless a backup is whole: database sound, every page there."""
    wrong = _wrong_with(folder) if (folder / SQLITE).exists() else _wrong_with_dump(folder)
    if wrong:
        more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        raise _failed(folder, f"{wrong[0]}{more}")


def _copy_database(store: Store, folder: Path) -> list[str]:
    """Copy the database, and return the digests of the pages that the copy names."""
    if store.engine.dialect.name == "sqlite":
        copy_database(Path(str(store.engine.url.database)), folder / SQLITE)
        return _pages_of(folder / SQLITE)
    dump_database(store.engine.url, folder / POSTGRESQL)
    # asked after the dump: these are all that it names, and what was added since
    with store.read() as connection:
        kept = select(pages.c.sha256).where(pages.c.lost_at.is_(None)).distinct()
        return sorted(connection.execute(kept).scalars())


def _pages_of(database: Path) -> list[str]:
    """Return the digests of the pages that should have a file; older tables do not know lost ones."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(pages)")}
        whole = "SELECT DISTINCT sha256 FROM pages ORDER BY sha256"
        there = "SELECT DISTINCT sha256 FROM pages WHERE lost_at IS NULL ORDER BY sha256"
        return [row[0] for row in connection.execute(there if "lost_at" in columns else whole)]


def _wrong_with(folder: Path) -> list[str]:
    try:
        found = faults_of(folder / SQLITE)
        named = _pages_of(folder / SQLITE)
    except sqlite3.Error as error:
        return [f"{SQLITE}: {error}"]
    return found + _missing(folder, named)


def _wrong_with_dump(folder: Path) -> list[str]:
    if not (folder / POSTGRESQL).exists():
        return [f"neither {SQLITE} nor {POSTGRESQL}"]
    check_dump(folder / POSTGRESQL)
    return _missing(folder, [place.name.partition(".")[0] for place in (folder / PAGES).glob("??/*.gz")])


def _missing(folder: Path, digests: Iterable[str]) -> list[str]:
    places = ((file_of(folder / PAGES, sha256), sha256) for sha256 in digests)
    return [f"{place} is missing or damaged" for place, sha256 in places if not is_whole(place, sha256)]


def _link(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copyfile(source, target)  # another disk, or one that knows no links


def _failed(folder: Path, found: str) -> StoreError:
    return StoreError(
        str(folder),
        expected="a whole copy of database and pages",
        found=found,
        advice="Run `paragraf doctor --repair`, make room, and back up again.",
    )
