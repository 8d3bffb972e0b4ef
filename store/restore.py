"""Knows how a backup's database is brought back to where there is none yet."""

import os
import shutil
from pathlib import Path

from sqlalchemy import Engine, inspect
from sqlalchemy.exc import StatementError

from records.errors import StoreError
from store.backup import POSTGRESQL, SQLITE, check_backup, read_marker
from store.engine import connect, printable, refusal
from store.pages import sync_folder
from store.postgresql_dump import restore_dump

_WAIT = 30.0


def check_vacant(folder: Path, url: str) -> None:
    """Raise StoreError unless the backup in `folder` is whole and fits an address where nothing is yet."""
    check_backup(folder)
    engine = connect(url, _WAIT)
    try:
        made_of, wanted = read_marker(folder), _name_of(engine)
        if made_of is None or made_of.database != wanted:
            raise _refused(
                str(folder),
                f"a backup with {wanted}",
                made_of.database if made_of else "none",
                "Name the database that it was made of in [store], in settings.toml.",
            )
        if _is_taken(engine):
            advice = "Move it away, or name an empty PARAGRAF_HOME; nothing was done."
            raise _refused(printable(engine.url), "no database yet", "one", advice)
    finally:
        engine.dispose()


def restore_database(folder: Path, url: str) -> None:
    """Bring the database of a backup to an address where there is none, whole or not at all.

    To be asked before: `check_vacant`; to be in place: its page files. Raises StoreError.
    """
    engine = connect(url, _WAIT)
    try:
        if engine.dialect.name == "sqlite":
            _restore_file(folder / SQLITE, Path(str(engine.url.database)))
        else:
            restore_dump(engine.url, folder / POSTGRESQL)
    finally:
        engine.dispose()


def _name_of(engine: Engine) -> str:
    return SQLITE if engine.dialect.name == "sqlite" else POSTGRESQL


def _is_taken(engine: Engine) -> bool:
    if engine.dialect.name == "sqlite":
        return Path(str(engine.url.database)).exists()
    try:
        with engine.connect() as connection:
            return inspect(connection).has_table("alembic_version")
    except StatementError as error:
        raise refusal(engine.url, error) from error


def _restore_file(copy: Path, database: Path) -> None:
    part = database.with_name(f".{database.name}.part")
    try:
        shutil.copyfile(copy, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(database)
        sync_folder(database.parent)
    except OSError as error:
        raise _refused(
            str(database), "room for the database", str(error), "Make room, and run it again."
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _refused(where: str, expected: str, found: str, advice: str) -> StoreError:
    return StoreError(where, expected=expected, found=found, advice=advice)
