"""`paragraf takedown`: an item goes for good, on somebody's demand."""

from config.paths import home
from paragraf.commands.retention import show_resting
from paragraf.console import out
from paragraf.lock import sync_lock
from paragraf.workshop import open_begun
from store.lock import night_lock
from store.takedown import TakenDown, take_down
from store.wipe import wipe


def run_takedown(name: str, reason: str) -> int:
    """Take an item down, by its id, a programme's, or SOURCE/BASE/ID, and print what went; return 0.

    Raises StoreError when nothing has that name, and Busy when a sync is at work.
    """
    with open_begun() as workshop, sync_lock(home()), night_lock(workshop.store):
        gone = take_down(workshop.store, name, reason, workshop.now())
        wipe(workshop.store)
    out().print(_told(gone), markup=False)
    show_resting(list(gone.drafts))
    return 0


def _told(gone: TakenDown) -> str:
    kept_away = "it will not be fetched or stored again"
    if not gone.was_kept:
        return f"{gone.item}: nothing of it is kept; {kept_away}"
    return f"{gone.item}: taken down, with {gone.pages} pages; {kept_away}"
