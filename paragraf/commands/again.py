"""`paragraf extract --stored`: what is kept read anew, since words and rules have improved."""

from config.paths import home
from paragraf.again import extract_again
from paragraf.lock import sync_lock
from paragraf.progress import show_progress
from paragraf.stopping import stop_on_signals
from paragraf.summary import show_issues
from paragraf.workshop import enabled_sources, open_workshop


def run_again(wanted: tuple[str, ...]) -> int:
    """Extract the kept pages of the sources named, or of all, anew; return 1 when one cannot be read.

    Raises Busy when a sync is at work, ConfigError for an id that no source has, and StoreError for a page
    whose file is gone.
    """
    sources = enabled_sources(wanted)
    with (
        stop_on_signals() as stopping,
        sync_lock(home()),
        open_workshop(stopping=stopping) as workshop,
        show_progress() as progress,
    ):
        tallies = extract_again(workshop, sources, progress)
    issues = [issue for tally in tallies for issue in tally.issues]
    show_issues(issues)
    return int(bool(issues))
