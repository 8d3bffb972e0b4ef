"""The main path, on one screen: from a council's feed to records and drafts.

    discover -> choose -> fetch -> read -> split -> extract -> save -> draft

One item is one transaction. An item's error becomes an issue and its source goes on; a source's
error becomes an issue and the run goes on; wrong settings or a store that refuses end the run.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from extract.decision_types import SourceHints
from extract.document import extract_item, words_of
from extract.split import split_item
from ingest.systems import system_for
from ingest.systems.base import Discovery, Fetch, Horizon
from paragraf.choice import Budget, choose_entries
from paragraf.drafting import draft_new_programmes
from paragraf.names import name_readers
from paragraf.progress import Progress
from paragraf.tally import Tally
from paragraf.workshop import Workshop
from records.council import Source
from records.document import Origin
from records.errors import ConfigError, LayoutChanged, ParagrafError, Silent, StoreError
from records.item import Item
from records.page import FeedEntry, Page
from records.run import SourceSummary
from store.items import save_item
from store.known import KnownItem, known_item
from store.runs import end_run, save_summary, start_run

LAYOUT_FAILURES = 3
"""So many pages in a row without their landmarks mean that the system changed, not one odd page."""


def run_sync(workshop: Workshop, sources: Sequence[Source], progress: Progress) -> list[SourceSummary]:
    """Read every source once, store what is new, draft what follows from it; return what each gave.

    Raises ConfigError and StoreError, which end the run; what was stored by then stays.
    """
    run = start_run(workshop.store, workshop.now())
    budget = Budget(workshop.settings.fetch.details_per_night)
    tallies: dict[str, Tally] = {}
    with workshop.fetcher(sources) as fetcher:
        for source in sources:
            tallies[source.id] = run_source(workshop, source, fetcher.fetch, budget, progress)
            save_summary(workshop.store, run, tallies[source.id].summary)
    draft_new_programmes(workshop, tallies)
    summaries = [tally.summary for tally in tallies.values()]
    for summary in summaries:
        save_summary(workshop.store, run, summary)
    end_run(workshop.store, run, workshop.now())
    return summaries


def run_source(workshop: Workshop, source: Source, fetch: Fetch, budget: Budget, progress: Progress) -> Tally:
    """Read one source; its errors are issues of the tally."""
    tally = Tally(source.id)
    with _noted(tally):
        discovery = system_for(source.system).discover(source, fetch, Horizon(workshop.oldest_meeting))
        _note_discovery(discovery, source, tally)
        choice = choose_entries(
            discovery.entries, lambda entry: _known(workshop, source, entry), workshop.oldest_meeting, budget
        )
        tally.add("queued", len(choice.queued))
        progress.begin(source.id, len(choice.due))
        _run_entries(workshop, source, choice.due, fetch, tally, progress)
    progress.end(tally.describe())
    return tally


def _run_entries(
    workshop: Workshop,
    source: Source,
    entries: Sequence[FeedEntry],
    fetch: Fetch,
    tally: Tally,
    progress: Progress,
) -> None:
    """Fetch and keep the entries, until too many pages in a row have lost their landmarks."""
    failures = 0
    for entry in entries:
        progress.step(entry.title)
        failures = 0 if _run_entry(workshop, source, entry, fetch, tally) else failures + 1
        if failures == LAYOUT_FAILURES:
            break


def _run_entry(workshop: Workshop, source: Source, entry: FeedEntry, fetch: Fetch, tally: Tally) -> bool:
    """Fetch and keep what one entry leads to; return False when its page has lost its landmarks."""
    with _noted(tally, entry.url):
        try:
            page = fetch(entry.url)
            tally.add("fetched")
            for item in system_for(source.system).read(page, source, entry):
                _keep(workshop, source, item, page, entry, tally)
        except LayoutChanged as error:
            tally.fail(error, entry.url)
            return False
    return True


@contextmanager
def _noted(tally: Tally, url: str | None = None) -> Iterator[None]:
    """Make an error of the block an issue, but for those that end the run."""
    try:
        yield
    except (ConfigError, StoreError):
        raise
    except ParagrafError as error:
        tally.fail(error, url)
    except Exception as error:  # noqa: BLE001 - a fault of ours at one page must not cost the night
        tally.fail_unforeseen(error, url)


def _keep(workshop: Workshop, source: Source, item: Item, page: Page, entry: FeedEntry, tally: Tally) -> None:
    """Extract an item, or each section of a whole protocol, and store it."""
    whole = _origin(source, page, item)
    for part in split_item(item, words_of(item, whole, source.language)):
        origin = _origin(source, page, part)
        hints = _hints(source, part, entry)
        record = extract_item(part, origin, hints, source.language, name_readers(workshop.settings))
        change = save_item(workshop.store, source, part, (page,), record, page.retrieved_at)
        tally.add(change.kind)
        if change.kind != "unchanged":
            tally.add("relevant", int(record.relevance.is_programme))
            tally.add("programmes", len(record.programmes))


def _origin(source: Source, page: Page, item: Item) -> Origin:
    return Origin(
        url=item.url or page.final_url,
        system=source.system,
        publisher=source.council.name,
        publisher_type=source.council.type,
        country=source.council.country,
        retrieved_at=page.retrieved_at,
        sha256=page.sha256,
        media_type=page.media_type or None,
    )


def _hints(source: Source, item: Item, entry: FeedEntry) -> SourceHints:
    return SourceHints(
        url=item.url,
        feed_title=entry.subject,
        feed_body=entry.body,
        feed_date=entry.meeting_date,
        system=source.system,
        proposal_labels=source.proposal_labels,
        bodies=source.bodies,
    )


def _known(workshop: Workshop, source: Source, entry: FeedEntry) -> KnownItem | None:
    return known_item(workshop.store, source.id, entry.base_id, entry.native_id)


def _note_discovery(discovery: Discovery, source: Source, tally: Tally) -> None:
    """Count what a source showed; one that shows nothing has an issue, since feeds list what was, too."""
    tally.add("entries", len(discovery.entries))
    for warning in discovery.warnings:
        tally.warn(warning)
    if not discovery.entries:
        place = (source.bases[0].url if source.bases else "") or source.id
        tally.fail(
            Silent(
                place,
                expected="entries",
                found="a feed without any",
                advice=f"Open it in a browser; `paragraf sources check {source.id}` shows what it answers.",
            )
        )
