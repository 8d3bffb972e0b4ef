"""Knows how the kept pages of an item are overwritten: new bytes, hence a new page; the old one is to go."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, RowMapping, select, union

from records.errors import StoreError
from records.page import Page
from store.discards import drop_pages
from store.pages import keep_page, read_page
from store.schema import pages, version_pages, versions

Write = Callable[[Page], bytes]
"""Returns the bytes that a page has once personal data in it are overwritten; none where that cannot be."""

_KEPT_HEADERS = frozenset({"content-type"})
"""Other headers may name persons too (a file's name), and nobody needs them any more."""


def pages_of(connection: Connection, item: int) -> list[RowMapping]:
    """Return the rows of all pages that an item's versions were read from, but those overwritten before."""
    wanted = select(pages).where(pages.c.id.in_(all_pages_of(connection, item)))
    plain = wanted.where(pages.c.redacted_at.is_(None)).order_by(pages.c.id)
    return list(connection.execute(plain).mappings())


def all_pages_of(connection: Connection, item: int) -> list[str]:
    """Return the ids of all pages that an item's versions were read from."""
    own = select(versions.c.page).where(versions.c.item == item)
    beside = select(version_pages.c.page).where(version_pages.c.item == item)
    return list(connection.execute(union(own, beside)).scalars())


def overwrite_pages(
    connection: Connection, folder: Path, item: int, write: Write, at: dt.datetime
) -> dict[str, str]:
    """Put overwritten pages in the place of an item's own; return the old digests with the new ones.

    Other items that rest on the same page rest on the new one then. A page in which nothing is
    overwritten stays. The old files go with `clear_discards`, once the transaction is kept.
    """
    changed: dict[str, str] = {}
    for row in pages_of(connection, item):
        before = _read(folder, row)
        content = write(before)
        if content != before.content or not content:
            changed[row["sha256"]] = _replace(connection, folder, row, before, content, at)
    return changed


def _replace(
    connection: Connection, folder: Path, row: RowMapping, before: Page, content: bytes, at: dt.datetime
) -> str:
    headers = {name: value for name, value in before.headers.items() if name in _KEPT_HEADERS}
    after = before.model_copy(update={"content": content, "headers": headers})
    fresh = Page(**after.model_dump())  # a copy would keep the digest of the old bytes
    name = keep_page(connection, folder, fresh)
    connection.execute(pages.update().where(pages.c.id == name).values(redacted_at=at))
    if name != row["id"]:
        for table in (versions, version_pages):
            connection.execute(table.update().where(table.c.page == row["id"]).values(page=name))
        drop_pages(connection, [row["id"]])
    return fresh.sha256


def _read(folder: Path, row: RowMapping) -> Page:
    """Return a page; one whose file is lost has no bytes that could be overwritten."""
    try:
        return read_page(folder, row)
    except StoreError:
        told: dict[str, Any] = {
            name: row[name] for name in ("url", "final_url", "status", "headers", "retrieved_at")
        }
        return Page(content=b"", **told)
