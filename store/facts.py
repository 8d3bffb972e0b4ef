"""Knows what a database can tell of itself: its kind, release and size."""

from pathlib import Path

from sqlalchemy import make_url, text

from records.base import Record
from store.database import Store
from store.engine import printable


class DatabaseFacts(Record):
    """A database as an operator asks for it; `size` in bytes, `tables` is the migration they are at."""

    address: str
    kind: str
    version: str
    size: int
    tables: str | None


def database_facts(store: Store) -> DatabaseFacts:
    """Return what the database tells of itself. Raises StoreError."""
    kind = store.engine.dialect.name
    version, size = _FACTS[kind]
    with store.read() as connection:
        return DatabaseFacts(
            address=printable(store.engine.url),
            kind=kind,
            version=str(connection.execute(text(version)).scalar_one()),
            size=int(connection.execute(text(size)).scalar_one()),
            tables=connection.execute(text("SELECT version_num FROM alembic_version")).scalar(),
        )


def database_file(url: str) -> Path | None:
    """Return the file of an SQLite address, or None for any other."""
    prefix = "sqlite:///"
    name = make_url(url).database if url.startswith(prefix) else None
    return Path(name) if name else None


def missing_database(url: str) -> Path | None:
    """Return the file of an SQLite address that is not there yet, or None where there is a database."""
    file = database_file(url)
    return None if file is None or file.exists() else file


_FACTS = {
    "sqlite": (
        "SELECT sqlite_version()",
        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    ),
    "postgresql": ("SHOW server_version", "SELECT pg_database_size(current_database())"),
}
