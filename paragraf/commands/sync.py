"""`paragraf sync` and `paragraf run`: the night's work, by hand and every night."""

import datetime as dt
from collections.abc import Sequence

from config.paths import home
from config.settings import load_settings
from paragraf.console import out, say_error
from paragraf.lock import sync_lock
from paragraf.pipeline import run_sync
from paragraf.progress import show_progress
from paragraf.schedule import build_scheduler, night_missed
from paragraf.stopping import stop_on_signals
from paragraf.summary import show_summaries
from paragraf.workshop import Workshop, enabled_sources, open_workshop, utc_now
from records.council import Source
from records.errors import ConfigError, ParagrafError
from records.run import SourceSummary
from store.runs import list_runs


def run_sync_command(wanted: tuple[str, ...], since: str | None = None) -> int:
    """Sync once and print the summary; return 0 when all is well, 1 when a source has issues.

    `since` (YYYY-MM-DD) walks the sites' lists back to that day instead of asking their feeds. Raises Busy
    when another sync is at work, ConfigError and StoreError when the run itself fails.
    """
    sources = enabled_sources(wanted)
    if not sources:
        raise ConfigError(
            "config/sources.toml",
            expected="an enabled source",
            found="none",
            advice="Add one as the README tells, or try `paragraf demo`.",
        )
    oldest = _day(since) if since else None
    with stop_on_signals() as stopping, sync_lock(home()), open_workshop(stopping=stopping) as workshop:
        summaries = sync_and_show(workshop, sources, oldest)
    return int(any(summary.issues for summary in summaries))


def _day(told: str) -> dt.date:
    try:
        return dt.date.fromisoformat(told)
    except ValueError as error:
        raise ConfigError("--since", expected="a day as YYYY-MM-DD", found=repr(told)) from error


def sync_and_show(
    workshop: Workshop, sources: Sequence[Source], since: dt.date | None = None
) -> list[SourceSummary]:
    """Run one sync with progress, and print what each source gave."""
    with show_progress() as progress:
        summaries = run_sync(workshop, sources, progress, since)
    show_summaries(summaries)
    return summaries


def run_nightly() -> None:
    """Stay, and sync every night; a night that was missed while the program was off is caught up at once."""
    settings = load_settings()
    with open_workshop() as workshop:
        ended = [run.ended_at for run in list_runs(workshop.store) if run.ended_at]
    missed = night_missed(settings.night, max(ended, default=None), utc_now())
    scheduler = build_scheduler(settings.night, _night, at_once=missed)
    night = settings.night
    when = "now, then every night" if missed else "every night"
    out().print(
        f"paragraf syncs {when} at {night.time:%H:%M} ({night.time_zone}); Ctrl-C ends it", markup=False
    )
    try:
        scheduler.start()
    except (KeyboardInterrupt, SystemExit):
        out().print("paragraf ended")


def _night() -> None:
    """Sync once; an error is told, and tomorrow is another night."""
    try:
        run_sync_command(())
    except ParagrafError as error:
        say_error(error)
