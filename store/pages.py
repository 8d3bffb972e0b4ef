"""Knows fetched pages: their bytes as compressed files, and a row that tells where they came from.

The file is whole and on the disk before its row is written: a program that is killed between leaves
a file that nobody names, never a row without its file. A file is never changed in its place.
"""

import gzip
import hashlib
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, RowMapping, Select, select

from records.errors import StoreError
from records.page import Page
from store.database import Store, insert_missing
from store.engine import lock_page_files
from store.ids import Key, page_id
from store.leftovers import unfinished_name
from store.schema import IS_NEWEST, items, pages, version_pages, versions


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A kept page with the keys of the items that were read from it."""

    source_id: str
    keys: tuple[Key, ...]
    page: Page


def save_page(store: Store, page: Page) -> str:
    """Keep a page and return the sha256 of its bytes, in hex.

    The same bytes at the same address are kept once, as they were first fetched. Raises StoreError
    when the folder or the database refuses.
    """
    with store.write() as connection:
        keep_page(connection, store.pages_folder, page)
    return page.sha256


def keep_page(connection: Connection, folder: Path, page: Page) -> str:
    """Keep a page's file and then its row, within the connection's transaction; return the page's id.

    Raises StoreError when the folder refuses.
    """
    lock_page_files(connection)
    save_file(folder, page)
    return insert_page(connection, page)


def load_page(store: Store, sha256: str, url: str | None = None) -> Page:
    """Return a kept page by the sha256 of its bytes; `url` chooses when they came from several addresses.

    Raises StoreError when there is no such page, or its file is gone or damaged.
    """
    wanted = select(pages).where(pages.c.sha256 == sha256).order_by(pages.c.retrieved_at, pages.c.id)
    if url is not None:
        wanted = wanted.where(pages.c.url == url)
    with store.read() as connection:
        row = connection.execute(wanted).mappings().first()
    if row is None:
        raise StoreError(f"page {sha256}", expected="a kept page", found="none of that digest")
    return read_page(store.pages_folder, row)


def stored_pages(store: Store, source_id: str | None = None) -> Iterator[StoredPage]:
    """Yield the pages that the newest versions were read from, by source.

    All, or those of one source; without pages known to be lost, and items whose personal data were
    overwritten: these stay as they are. Raises StoreError at a page whose file is gone or damaged.
    """
    wanted = (
        select(items.c.source, versions.c.page)
        .join(versions, IS_NEWEST)
        .join(pages, pages.c.id == versions.c.page)
        .where(items.c.redacted_at.is_(None), pages.c.redacted_at.is_(None), pages.c.lost_at.is_(None))
        .distinct()
    )
    if source_id is not None:
        wanted = wanted.where(items.c.source == source_id)
    with store.read() as connection:
        found = connection.execute(wanted.order_by(items.c.source, versions.c.page)).all()
    for source, page in found:
        with store.read() as connection:
            row = connection.execute(select(pages).where(pages.c.id == page)).mappings().one()
            read = connection.execute(_keys(source, page)).all()
        keys = tuple((item.source, item.base_id, item.native_id) for item in read)
        yield StoredPage(source, keys, read_page(store.pages_folder, row))


def save_file(folder: Path, page: Page) -> None:
    """Keep a page's bytes under the first letters of their digest, unless they are there whole already."""
    place = file_of(folder, page.sha256)
    try:
        if is_whole(place, page.sha256):
            return
        _make_folder(place.parent)
        _write_whole(place, gzip.compress(page.content, compresslevel=6, mtime=0))
    except OSError as error:
        raise StoreError(
            str(place),
            expected="room for a page file",
            found=str(error),
            advice="Make room, or give this user the right to write to the folder.",
        ) from error


def insert_page(connection: Connection, page: Page) -> str:
    """Keep the row of a page whose file is kept, and return the page's id."""
    known = page_id(page.sha256, page.url)
    values = page.model_dump(exclude={"content"})
    if not insert_missing(connection, pages, id=known, sha256=page.sha256, size=len(page.content), **values):
        was_lost = pages.c.id == known, pages.c.lost_at.is_not(None)
        connection.execute(pages.update().where(*was_lost).values(lost_at=None))
    return known


def renew_pages(
    connection: Connection, folder: Path, version: tuple[int, int], fetched: Sequence[Page]
) -> None:
    """Let pages that were fetched again stand for a version's own where those are lost.

    `version` is the number of an item and that of its version; the first of `fetched` is the item's
    own page, the others are known by their addresses.
    """
    own = versions.c.item == version[0], versions.c.number == version[1]
    beside = version_pages.c.item == version[0], version_pages.c.version == version[1]
    if connection.execute(_lost(versions.c.page, *own)).first() is not None:
        kept = keep_page(connection, folder, fetched[0])
        connection.execute(versions.update().where(*own).values(page=kept))
    by_address = {page.url: page for page in fetched[1:]}
    for row in connection.execute(_lost(version_pages.c.page, *beside)).all():
        if page := by_address.get(row.url):
            kept = keep_page(connection, folder, page)
            same = *beside, version_pages.c.page == row.id
            connection.execute(version_pages.update().where(*same).values(page=kept))


def _lost(named: Column[str], *own: ColumnElement[bool]) -> Select[Any]:
    """Return the query for the lost pages among those that rows name."""
    return (
        select(pages.c.id, pages.c.url)
        .join_from(pages, named.table, named == pages.c.id)
        .where(*own, pages.c.lost_at.is_not(None))
    )


def read_page(folder: Path, row: RowMapping) -> Page:
    """Return the page of a row of `pages`. Raises StoreError when its file is gone or damaged."""
    content = read_file(file_of(folder, row["sha256"]), row["sha256"])
    names = ("url", "final_url", "status", "headers", "retrieved_at")
    return Page(content=content, **{name: row[name] for name in names})


def read_file(place: Path, sha256: str) -> bytes:
    """Return the bytes that a page file holds. Raises StoreError when it is gone or damaged."""
    try:
        content = gzip.decompress(place.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(place, str(error)) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise _damaged(place, "other bytes")
    return content


def is_whole(place: Path, sha256: str) -> bool:
    """Whether a page file is there and holds the bytes of its digest."""
    if not place.exists():
        return False
    try:
        read_file(place, sha256)
    except StoreError:
        return False
    return True


def file_of(folder: Path, sha256: str) -> Path:
    """Return where the bytes of this digest lie: `ab/abcdef....gz`."""
    return folder / sha256[:2] / f"{sha256}.gz"


def _keys(source: str, page: str) -> Select[Any]:
    return (
        select(items.c.source, items.c.base_id, items.c.native_id)
        .join(versions, IS_NEWEST)
        .where(items.c.source == source, versions.c.page == page, items.c.redacted_at.is_(None))
        .order_by(items.c.number)
    )


def _write_whole(place: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever happens meanwhile."""
    part = place.with_name(unfinished_name(place.name))
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync_folder(place.parent)


def _make_folder(folder: Path) -> None:
    """Make a folder so that it outlasts a loss of power, as the files in it do."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    # Where folders cannot be opened (Windows), a rename is as lasting as it gets.
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _damaged(place: Path, found: str) -> StoreError:
    return StoreError(
        str(place),
        expected="the bytes of a kept page",
        found=found,
        advice="Restore the pages folder from its copy.",
    )
