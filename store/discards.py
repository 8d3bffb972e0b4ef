"""Knows how pages are taken away: the row first, then the file, and a deletion that was cut off is ended."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from records.errors import StoreError
from store.database import Store, insert_missing
from store.engine import lock_page_files
from store.pages import file_of
from store.schema import discards, pages, version_pages, versions


def drop_pages(connection: Connection, names: Iterable[str]) -> list[str]:
    """Take away the rows of those pages that no version names, and return the ids of these.

    Their files go with `clear_discards`, once the transaction is kept.
    """
    return [
        name for name in sorted(set(names)) if not _is_named(connection, name) and _drop(connection, name)
    ]


def clear_discards(store: Store) -> int:
    """Remove the files that were to go, but for those that a page names again; return how many were to go.

    Raises StoreError when a file cannot be removed; it is tried again the next time.
    """
    with store.write() as connection:
        lock_page_files(connection, alone=True)
        listed = list(connection.execute(select(discards.c.sha256)).scalars())
        for sha256 in listed:
            if not _has_row(connection, sha256):
                _remove(store, sha256)
        connection.execute(discards.delete())
    return len(listed)


def _is_named(connection: Connection, name: str) -> bool:
    named = (select(table.c.page).where(table.c.page == name) for table in (versions, version_pages))
    return any(connection.execute(question).first() is not None for question in named)


def _drop(connection: Connection, name: str) -> bool:
    gone = connection.execute(pages.delete().where(pages.c.id == name).returning(pages.c.sha256)).first()
    if gone is not None and not _has_row(connection, gone.sha256):
        insert_missing(connection, discards, sha256=gone.sha256)
    return gone is not None


def _has_row(connection: Connection, sha256: str) -> bool:
    return connection.execute(select(pages.c.id).where(pages.c.sha256 == sha256)).first() is not None


def _remove(store: Store, sha256: str) -> None:
    place = file_of(store.pages_folder, sha256)
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            str(place),
            expected="a page file that can be removed",
            found=str(error),
            advice="Give this user the right to write to the folder, and run `paragraf doctor --repair`.",
        ) from error
