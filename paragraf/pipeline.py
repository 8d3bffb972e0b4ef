"""The main path, on one screen: from a council's feed to records and drafts.

    discover -> note -> fetch -> read -> split -> extract -> save -> draft -> link -> check

What a source lists is noted before anything is fetched, and stays noted: a run that ends at any
moment is made good by the next. One item is one transaction. An item's error becomes an issue and its
source goes on; a source's error becomes an issue and the run goes on; wrong settings or a store that
refuses end the run.
"""

import datetime as dt
from collections.abc import Sequence

from paragraf.aftermath import link_minutes
from paragraf.drafting import lay_drafts
from paragraf.events import at_source, note_source
from paragraf.extracting import Extractors
from paragraf.health import check_sources
from paragraf.listing import note_listed
from paragraf.night import Night, noted, side_by_side
from paragraf.progress import Progress
from paragraf.reading import visit_entry
from paragraf.tally import Tally
from paragraf.visits import Budget
from paragraf.workshop import Workshop, check_source
from records.council import Source
from records.errors import ConfigError
from records.run import SourceSummary
from store.entries import Queued, due_entries
from store.leftovers import sweep_leftovers
from store.lock import source_lock
from store.runs import end_run, save_summary, start_run

LAYOUT_FAILURES = 3
"""So many pages in a row without their landmarks mean that the system changed, not one odd page."""


def run_sync(
    workshop: Workshop, sources: Sequence[Source], progress: Progress, since: dt.date | None = None
) -> list[SourceSummary]:
    """Read every source once, store what is new, draft what follows from it; return what each gave.

    With `since`, everything that the sites list since that day. A run that is asked to stop ends after the
    items at work, and counts as not ended. Raises ConfigError and StoreError, which end the run; what
    was stored by then stays.
    """
    sweep_leftovers(workshop.store.pages_folder)
    run = start_run(workshop.store, workshop.now())
    budget = Budget(workshop.settings.fetch.details_per_night)

    def run_and_keep(source: Source) -> Tally | None:
        started = workshop.now()
        with at_source(source.id):
            tally = run_source(night, source)
        if tally is None:
            return None
        with night.saving:
            save_summary(workshop.store, run, tally.summary)
        note_source(tally.summary, ms=round((workshop.now() - started).total_seconds() * 1000))
        return tally

    with workshop.fetcher(sources) as fetcher, Extractors(workshop.settings) as extractors:
        night = Night(workshop, fetcher, extractors, progress, budget, since)
        tallies = side_by_side(sources, workshop.settings.fetch.hosts_at_once, night.stopping, run_and_keep)
    if not workshop.stopping.asked:
        by_source = {tally.source_id: tally for tally in tallies}
        lay_drafts(workshop, by_source)
        link_minutes(workshop, by_source)
        _end(workshop, run, sources, tallies)
    return [tally.summary for tally in tallies]


def run_source(night: Night, source: Source) -> Tally | None:
    """Read one source: note what it lists, then visit what is due; its errors are issues of the tally.

    None for a source that another machine is reading: it is left to that one.
    """
    tally = Tally(source.id)
    with source_lock(night.workshop.store, source.id) as is_ours:
        if not is_ours:
            return None
        before = night.requests(source)
        _read_source(night, source, tally)
        tally.add("requests", night.requests(source) - before)
        tally.robots = night.robots_told(source)
    night.progress.end(source.id, tally.describe())
    return tally


def _read_source(night: Night, source: Source, tally: Tally) -> None:
    with noted(tally):
        if not _list(night, source, tally):
            return
        due = due_entries(night.workshop.store, source.id, night.now)
        now = [queued for queued in due if night.budget.take(queued.entry.url)]
        tally.add("queued", len(due) - len(now))
        night.progress.begin(source.id, len(now))
        _visit(night, source, now, tally)


def _list(night: Night, source: Source, tally: Tally) -> bool:
    """Note what a source lists; what `sources.toml` tells wrongly of it is its own issue, no other's."""
    try:
        check_source(source)
        note_listed(night, source, tally)
    except ConfigError as error:
        tally.fail(error)
        return False
    return True


def _visit(night: Night, source: Source, due: Sequence[Queued], tally: Tally) -> None:
    """Visit the entries, until too many pages in a row have lost their landmarks or a stop is asked for."""
    failures = 0
    for queued in due:
        if night.stopping.asked or failures == LAYOUT_FAILURES:
            break
        night.progress.step(source.id, queued.entry.title)
        failures = 0 if visit_entry(night, source, queued, tally) else failures + 1


def _end(workshop: Workshop, run: int, sources: Sequence[Source], tallies: Sequence[Tally]) -> None:
    """Judge the sources by their habits, and keep what this night gave of each."""
    for issue in check_sources(workshop.store, sources, workshop.settings, workshop.now()):
        for tally in tallies:
            if tally.source_id == issue.source_id:
                tally.tell(issue)
    for tally in tallies:
        save_summary(workshop.store, run, tally.summary)
    end_run(workshop.store, run, workshop.now())
