"""`paragraf retention`: personal data that are no longer to be kept are overwritten."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from config.paths import home
from paragraf.console import err, out, say_error
from paragraf.lock import sync_lock
from paragraf.retention import finder_for, oldest_kept, overwritten_page
from paragraf.workshop import Workshop, open_begun
from records.errors import StoreError
from store.database import Store
from store.discards import clear_discards
from store.drafts import StoredDraft
from store.lock import night_lock
from store.page_repair import clear_orphans
from store.redact import Overdue, Redaction, list_overdue, preview_item, redact_item
from store.wipe import wipe

DONE = "overwritten"
Redact = Callable[[Overdue], Redaction]


def run_retention(*, apply: bool) -> int:
    """Overwrite what is overdue, or only say what would be; return 1 when an item could not be.

    Raises Busy when a sync is at work, and StoreError when the database refuses.
    """
    with open_begun() as workshop:
        store, finder = workshop.store, finder_for(workshop.store, workshop.settings)
        if not apply:
            preview = partial(preview_item, store, finder=finder)
            return _run(workshop, preview, "would be overwritten")
        redact = partial(redact_item, store, finder=finder, writer=overwritten_page, at=workshop.now())
        with sync_lock(home()), night_lock(store):
            clear_discards(store)  # of a run that was cut off
            code = _run(workshop, redact, DONE)
            if before := oldest_kept(workshop.settings, workshop.now()):
                clear_orphans(store, before)
            wipe(store)
    return code


def show_resting(drafts: list[StoredDraft]) -> None:
    """Print the drafts that rest on what was overwritten or taken down: a person has to look at them."""
    if drafts:
        out().print("drafts that rest on it, to be looked through:")
    for draft in drafts:
        out().print(f"  {draft.path or draft.id} ({draft.house}, {draft.state})", markup=False)


def _run(workshop: Workshop, redact: Redact, done: str) -> int:
    """Go through what is overdue, print a row for each item, and the drafts at the end."""
    now = workshop.now()
    gone_before = now - dt.timedelta(days=workshop.settings.retention.gone_days)
    overdue = list_overdue(workshop.store, oldest_kept(workshop.settings, now), gone_before)
    table = Table()
    for column in ("item", "title", "why", "stretches", "pages"):
        table.add_column(column, overflow="fold")
    drafts: list[StoredDraft] = []
    failed = 0
    for item in overdue:
        try:
            told = redact(item)
        except StoreError as error:
            say_error(error)
            failed += 1
            continue
        cells = (item.id, item.title or "", _reason(item), str(told.stretches), str(told.pages))
        table.add_row(*(escape(cell) for cell in cells))
        drafts += told.drafts
    if table.row_count:
        out().print(table)
    advice = "" if done == DONE or not table.row_count else "; run it with --apply"
    out().print(f"items: {table.row_count} {done}{advice}", markup=False)
    show_resting(drafts)
    _tell_of_copies(workshop.store)
    return int(failed > 0)


def _reason(item: Overdue) -> str:
    return f"{'gone from its site' if item.reason == 'gone' else 'last changed'} {item.since:%Y-%m-%d}"


def _tell_of_copies(store: Store) -> None:
    """Say which older copies of the database hold what is overwritten in it."""
    if store.engine.dialect.name != "sqlite":
        return
    database = Path(str(store.engine.url.database))
    for copy in sorted(database.parent.glob(f"{database.name}.before-*")):
        err().print(
            f"{copy} still holds everything as it was: remove it when you need it no longer", markup=False
        )
