"""`paragraf sync`: the night's work, once."""

import datetime as dt
from collections.abc import Sequence
from contextlib import nullcontext

from config.paths import home
from config.settings import LogSettings, Settings, load_settings
from paragraf.afterwards import tell_of_failure, tell_of_night
from paragraf.console import out
from paragraf.events import note_run
from paragraf.lock import sync_lock
from paragraf.log import logging_to
from paragraf.pipeline import run_sync
from paragraf.progress import show_progress
from paragraf.stopping import Stopping, stop_on_signals
from paragraf.summary import show_summaries
from paragraf.workshop import Workshop, enabled_sources, open_workshop
from records.council import Source
from records.errors import Busy, ConfigError
from records.run import SourceSummary
from store.lock import night_lock
from store.runs import list_runs


def run_sync_command(wanted: tuple[str, ...], since: str | None = None, log_file: str | None = None) -> int:
    """Sync once and print the summary; return 0 when all is well, 1 when a source has issues.

    `since` (YYYY-MM-DD) walks the sites' lists back to that day instead of asking their feeds. SIGTERM or
    Ctrl-C let the item at work come to its end; the code is 0 then. Raises Busy when another sync is at
    work, ConfigError and StoreError when the run itself fails.
    """
    oldest = _day(since) if since else None
    with logging_to(log_settings(load_settings(), log_file)), stop_on_signals() as stopping:
        return sync_once(wanted, stopping, oldest)


def sync_once(wanted: tuple[str, ...], stopping: Stopping, since: dt.date | None = None) -> int:
    """Sync once, as `run_sync_command` does, in a program that sees to signals and log itself."""
    sources = enabled_sources(wanted)
    if not sources:
        raise ConfigError(
            "config/sources.toml",
            expected="an enabled source",
            found="none",
            advice="Add one as the README tells, or try `paragraf demo`.",
        )
    try:
        summaries = _sync(wanted, sources, stopping, since)
    except Busy:
        raise  # the sync that is at work tells of itself
    except Exception as error:
        tell_of_failure(error)
        raise
    if stopping.asked:
        out().print("stopped as asked; the next sync goes on from here")
        return 0
    return int(any(summary.issues for summary in summaries))


def _sync(
    wanted: tuple[str, ...], sources: Sequence[Source], stopping: Stopping, since: dt.date | None
) -> list[SourceSummary]:
    # A flag of its own: a store that refuses stops this sync, not the nights to come. A whole night is one
    # machine's; sources that are named may be shared out among several.
    with (
        sync_lock(home()),
        open_workshop(stopping=Stopping(stopping)) as workshop,
        nullcontext() if wanted else night_lock(workshop.store),
    ):
        summaries = sync_and_show(workshop, sources, since)
        note_run(list_runs(workshop.store, limit=1)[0], stopped=stopping.asked)
        if not stopping.asked:
            tell_of_night(workshop)
        return summaries


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


def log_settings(settings: Settings, log_file: str | None) -> LogSettings:
    """Return where to log: where the command line says, else where the settings do."""
    return settings.log.model_copy(update={"to": log_file}) if log_file else settings.log
