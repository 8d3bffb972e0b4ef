"""`paragraf backup`: a whole copy of everything that is kept, and the way back."""

import os
from pathlib import Path

from config.paths import HOME_VARIABLE, home, own
from config.settings import load_settings
from paragraf.backup import bring_back, new_place, opened
from paragraf.console import out
from paragraf.lock import sync_lock
from paragraf.workshop import open_begun, utc_now
from records.errors import StoreError
from store.backup import PAGES, write_backup
from store.database import open_store
from store.facts import missing_database
from store.faults import find_faults
from store.restore import check_vacant, restore_database

CONFIG, OUTBOX = "config", "outbox"


def run_backup(place: Path) -> int:
    """Copy database, pages, settings and outbox to a folder or a .tar.gz file, checked; return 0.

    A sync may be at work. Raises StoreError when the copy is not whole, something else is at `place`, or
    there is nothing to copy: a home that was named wrongly makes no empty backup in the place of a full one.
    """
    settings = load_settings()
    _refuse_inside(place, settings.pages_folder)
    _refuse_nothing(settings.database_url)
    with open_begun() as workshop, new_place(place) as folder:
        beside = {CONFIG: own(), OUTBOX: workshop.settings.outbox}
        made = write_backup(workshop.store, folder, beside, workshop.now())
    out().print(f"{place}: database, {made.pages} pages, settings and outbox, checked", markup=False)
    return 0


def _refuse_nothing(url: str) -> None:
    file = missing_database(url)
    if file is not None:
        advice = f"Is {HOME_VARIABLE} the right folder? Nothing was done."
        raise StoreError(str(file), expected="a database to copy", found="none", advice=advice)


def _refuse_inside(place: Path, pages: Path) -> None:
    if place.resolve().is_relative_to(pages.resolve()):
        advice = "Name another place: a repair would take its files for pages."
        raise StoreError(
            str(place), expected=f"a place outside of {pages}", found="one inside", advice=advice
        )


def run_restore(place: Path) -> int:
    """Bring a backup back into an empty home, and look through what is there then; return 1 for a fault.

    Files that are there already stay as they are. Raises StoreError when the backup is not whole, or
    there is a database already, and Busy when a sync is at work.
    """
    with opened(place, home()) as folder, sync_lock(home()):
        bring_back(folder / CONFIG, own())
        settings = load_settings()
        check_vacant(folder, settings.database_url)
        bring_back(folder / PAGES, settings.pages_folder)
        bring_back(folder / OUTBOX, settings.outbox)
        os.sync()  # a row's file is on the disk before the row
        restore_database(folder, settings.database_url)
    with open_store(settings.database_url, settings.pages_folder) as store:
        faults = find_faults(store, utc_now(), deep=False)
    for fault in faults:
        out().print(f"{fault.where}: {fault.message}", markup=False)
    out().print(f"{home()}: brought back from {place}, faults: {len(faults)}", markup=False)
    return int(bool(faults))
