"""Knows whether page rows and page files agree."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from store.database import Store
from store.fault import Fault
from store.pages import file_of, is_whole
from store.schema import discards, pages

ORPHANS = "orphans"
"""The folder below the pages' own where files lie that no row names."""

SETTLED = dt.timedelta(hours=1)
"""A younger file may be one that a running sync is about to name in a row."""

_PAGE = re.compile(r"[0-9a-f]{64}\.gz")
_UNFINISHED = re.compile(r"\.[0-9a-f]{64}\.gz\..+")


def page_faults(store: Store, now: dt.datetime, *, deep: bool) -> Iterator[Fault]:
    """Yield what is wrong with pages and their files; `deep` reads every file, else it is only looked for."""
    with store.read() as connection:
        rows = connection.execute(select(pages.c.id, pages.c.sha256, pages.c.url, pages.c.lost_at)).all()
        doomed = set(connection.execute(select(discards.c.sha256)).scalars())
    digests = sorted({row.sha256 for row in rows})
    seen = {sha256: _state(store.pages_folder, sha256, deep=deep) for sha256 in digests}
    for row in rows:
        state = seen[row.sha256]
        if (state != "whole") == (row.lost_at is None):
            yield _page_fault(file_of(store.pages_folder, row.sha256), row.id, row.url, state)
    yield from _file_faults(store.pages_folder, seen.keys() | doomed, now)
    for sha256 in sorted(doomed):
        place = str(file_of(store.pages_folder, sha256))
        yield Fault("discard", place, "a page file that was to be removed", (sha256,))


def _state(folder: Path, sha256: str, *, deep: bool) -> str:
    place = file_of(folder, sha256)
    if not place.is_file():
        return "missing"
    return "whole" if not deep or is_whole(place, sha256) else "damaged"


def _page_fault(place: Path, page: str, url: str, state: str) -> Fault:
    if state == "missing":
        return Fault("page_missing", str(place), f"the file of {url} is missing", (page,))
    if state == "damaged":
        return Fault("page_damaged", str(place), f"the file of {url} is damaged", (page,))
    return Fault("page_found", str(place), f"the file of {url} was lost and is back", (page,))


def _file_faults(folder: Path, named: set[str], now: dt.datetime) -> Iterator[Fault]:
    for place in sorted(folder.glob("??/*")):
        if not _is_settled(place, now):
            continue
        if _UNFINISHED.fullmatch(place.name):
            yield Fault("file_leftover", str(place), "a file that was never finished")
        elif _PAGE.fullmatch(place.name) and place.name.partition(".")[0] not in named:
            yield Fault("file_orphan", str(place), "a page file that no row names")


def _is_settled(place: Path, now: dt.datetime) -> bool:
    """Whether a file is old enough; one from the future was written before the clock was put right."""
    try:
        age = now.timestamp() - place.stat().st_mtime
    except FileNotFoundError:
        return False  # a running sync has just finished it
    return abs(age) > SETTLED.total_seconds()
