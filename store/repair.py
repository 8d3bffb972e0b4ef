"""Mends what a doctor found, each fault in a transaction of its own: it can be cut off and run again."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from store.database import Store
from store.discards import clear_discards
from store.drafts import release_draft
from store.fault import Fault, FaultKind, Mended
from store.faults import find_faults
from store.page_repair import give_up_page, remove_leftover, set_aside, take_page_back
from store.row_repair import drop_row, mend_version, rebuild_database, rebuild_rows

Mend = Callable[[Store, Fault, dt.datetime], str]
"""Mends a fault and says what it did."""


def repair(store: Store, now: dt.datetime, *, outbox: Path | None = None) -> list[Mended]:
    """Mend every fault that is not lasting, and return what was done about each.

    Run it while no sync is at work. Rows and index are made anew from the records, an item whose page
    is lost is put into the queue, files that no row names are moved to `pages/orphans`. A second run
    finds nothing to do. Raises StoreError when database or folder refuses; what was mended until then
    stays.
    """
    done: list[Mended] = []
    for phase in _PHASES:
        found = [fault for fault in find_faults(store, now, outbox=outbox) if not fault.lasting]
        for kind, mend in phase.items():
            done += [Mended(fault, mend(store, fault, now)) for fault in found if fault.kind == kind]
    return done


def _release(store: Store, fault: Fault, _now: dt.datetime) -> str:
    release_draft(store, str(fault.key[0]))
    return "the next sync writes it"


def _clear(store: Store, _fault: Fault, _now: dt.datetime) -> str:
    clear_discards(store)
    return "removed"


_PHASES: tuple[Mapping[FaultKind, Mend], ...] = (
    {"database": rebuild_database, "row_dangling": drop_row, "version_missing": mend_version},
    {
        # what rows are worth is known now
        "rows_stale": rebuild_rows,
        "index_stale": rebuild_rows,
        "discard": _clear,
        "page_found": take_page_back,
        "page_missing": give_up_page,
        "page_damaged": give_up_page,
        "file_leftover": remove_leftover,
        "file_orphan": set_aside,
        "claim_forgotten": _release,
    },
)
