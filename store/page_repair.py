"""Mends pages and their files: what is lost is fetched again, what nobody names is set aside."""

import datetime as dt
from pathlib import Path

from sqlalchemy import Connection, RowMapping, or_, select

from records.errors import StoreError
from store.database import Store
from store.fault import Fault
from store.page_faults import ORPHANS
from store.pages import file_of, sync_folder
from store.requeue import requeue
from store.schema import IS_NEWEST, items, pages, version_pages, versions


def give_up_page(store: Store, fault: Fault, now: dt.datetime) -> str:
    """Write down that a page is lost, set what is left of it aside, and queue the items that rest on it."""
    with store.write() as connection:
        lost = pages.update().where(pages.c.id == fault.key[0]).values(lost_at=now)
        sha256 = connection.execute(lost.returning(pages.c.sha256)).scalar_one()
        queued = [row["id"] for row in _items_of(connection, fault.key[0]) if requeue(connection, row, now)]
    place = file_of(store.pages_folder, sha256)
    if place.is_file():
        _move(place, store.pages_folder / ORPHANS)
    if queued:
        return f"to be fetched again: {', '.join(queued)}"
    return "lost for good; text and record are kept"


def take_page_back(store: Store, fault: Fault, _now: dt.datetime) -> str:
    """Write down that a page which was lost is there."""
    with store.write() as connection:
        connection.execute(pages.update().where(pages.c.id == fault.key[0]).values(lost_at=None))
    return "taken back"


def set_aside(store: Store, fault: Fault, _now: dt.datetime) -> str:
    """Move a file that no row names to the folder of such files."""
    aside = _move(Path(fault.where), store.pages_folder / ORPHANS)
    return f"moved to {aside}"


def remove_leftover(_store: Store, fault: Fault, _now: dt.datetime) -> str:
    """Remove a file that a killed program had begun to write."""
    try:
        Path(fault.where).unlink(missing_ok=True)
    except OSError as error:
        raise _refused(Path(fault.where), error) from error
    return "removed"


def clear_orphans(store: Store, before: dt.datetime) -> int:
    """Remove the files that were set aside and are older than a moment; return how many these were."""
    old = [
        place
        for place in (store.pages_folder / ORPHANS).glob("*")
        if place.stat().st_mtime < before.timestamp()
    ]
    for place in old:
        try:
            place.unlink(missing_ok=True)
        except OSError as error:
            raise _refused(place, error) from error
    return len(old)


def _items_of(connection: Connection, page: str | int) -> list[RowMapping]:
    """Return the items whose newest version rests on a page, and that the site still publishes."""
    beside = select(version_pages.c.item).where(
        version_pages.c.page == page,
        version_pages.c.item == items.c.number,
        version_pages.c.version == items.c.version,
    )
    wanted = (
        select(items)
        .join(versions, IS_NEWEST)
        .where(or_(versions.c.page == page, beside.exists()))
        .where(items.c.gone_at.is_(None), items.c.redacted_at.is_(None))
    )
    return list(connection.execute(wanted.order_by(items.c.number)).mappings())


def _move(place: Path, folder: Path) -> Path:
    aside = folder / place.name
    try:
        folder.mkdir(exist_ok=True)
        place.replace(aside)
        sync_folder(folder)
        sync_folder(place.parent)
    except OSError as error:
        raise _refused(place, error) from error
    return aside


def _refused(place: Path, error: OSError) -> StoreError:
    return StoreError(
        str(place),
        expected="a file that can be moved or removed",
        found=str(error),
        advice="Give this user the right to write to the folder.",
    )
