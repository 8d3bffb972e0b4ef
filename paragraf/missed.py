"""Whether a night was missed, as the store tells."""

import datetime as dt
from collections.abc import Iterable

from config.settings import NightSettings
from paragraf.schedule import latest_due
from records.council import Source
from records.run import Run
from store.database import Store
from store.health import last_reads
from store.runs import list_runs

MOST_STARTS = 3
"""A night that was begun so often and never came to its end is left alone until the next one."""


def missed_night(
    store: Store, sources: Iterable[Source], night: NightSettings, now: dt.datetime
) -> dt.datetime | None:
    """Return since when the last night is due (UTC), or None when nothing is to be caught up.

    A night is missed when a source that was read before has not been read since it was due, or when the
    last run never came to its end; whether that run is still at work tells its lock. An installation that
    never ran has missed nothing.
    """
    due = latest_due(night, now)
    runs = list_runs(store, limit=MOST_STARTS)
    if not runs or _given_up(runs, due):
        return None
    reads = last_reads(store)
    unread = any(source.id in reads and reads[source.id] < due for source in sources)
    return due if unread or runs[0].ended_at is None else None


def night_done(store: Store, sources: Iterable[Source], night: NightSettings, now: dt.datetime) -> bool:
    """Tell whether every source was read since the last night was due, by a run that came to its end.

    So it is when another machine that shares the store was quicker.
    """
    due = latest_due(night, now)
    runs, reads = list_runs(store, limit=1), last_reads(store)
    whole = bool(runs) and runs[0].ended_at is not None
    return whole and all(source.id in reads and reads[source.id] >= due for source in sources)


def _given_up(runs: list[Run], due: dt.datetime) -> bool:
    cut_off = [run for run in runs if run.ended_at is None and run.started_at >= due]
    return len(cut_off) == MOST_STARTS
