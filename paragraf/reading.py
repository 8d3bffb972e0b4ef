"""One visit: an entry's page fetched, read, extracted and kept, and the next visit planned."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from ingest.answers import NOT_MODIFIED, Validators
from ingest.systems import system_for
from paragraf.attachments import Reader
from paragraf.events import note_item
from paragraf.night import Night, noted
from paragraf.recording import Listed, Recorded, record_items
from paragraf.tally import Tally
from paragraf.visits import TRIES, Planned, Visit, plan_next, plan_retry, plan_return
from records.council import Source
from records.errors import Gone, LayoutChanged, Refusing, Walled, WrongItem
from records.item import Item
from records.page import FeedEntry, Page
from store.database import Store
from store.entries import Queued, settle_entry
from store.ids import item_id
from store.items import Change, is_kept, mark_gone, mark_left_out, mark_seen, save_item, write_files
from store.known import kept_headers, known_item
from store.tombstones import is_taken_down

T = TypeVar("T")
GONE = "gone"
GIVEN_UP = "given_up"
OF_ALL_PAGES = (LayoutChanged, Walled, Refusing)
"""What speaks of the source rather than of one page: landmarks gone, a wall, a host that refuses."""


def visit_entry(night: Night, source: Source, queued: Queued, tally: Tally) -> bool:
    """Fetch and keep what one entry leads to; return False when it fails as the source's others would."""
    entry = queued.entry
    with noted(tally, entry.url) as note:
        try:
            _read_entry(night, source, queued, tally)
        except Gone as gone:
            if not is_kept(night.workshop.store, queued.key, entry.url):
                raise
            _settle_gone(night, queued, gone, tally)
            return True
    if note.error:
        _settle_failure(night, queued, note.error, tally)
    return not isinstance(note.error, OF_ALL_PAGES)


def _read_entry(night: Night, source: Source, queued: Queued, tally: Tally) -> None:
    """Keep the items of an entry's page, and with the last of them when the entry is fetched again."""
    entry, kept = queued.entry, _kept(night, queued)
    page = night.fetcher.fetch(entry.url, kept.validators if kept else None)
    tally.add("fetched")
    if kept and page.status == NOT_MODIFIED:
        tally.add("unchanged")
        with night.saving, night.workshop.store.together() as saving:
            mark_seen(saving, queued.key, page.retrieved_at)
            _plan(saving, queued, kept.visit, night.now)
        return
    page, items = _read_items(night, source, entry, page, tally)
    reader = Reader(night.fetch, night.workshop.store, tally, night.workshop.settings.fetch.attachments)
    recorded = record_items(Listed(source, entry, page), items, reader, night.extractors.extract)
    visiting = _Visiting(queued)
    for found, is_last in told_last(recorded):
        _save(night, source, found, visiting, tally, is_last=is_last)
    if not visiting.names:
        _settle(night, queued, plan_next(visiting.visit, night.now))


def told_last(things: Iterable[T]) -> Iterator[tuple[T, bool]]:
    """Yield each thing and whether it is the last; an error is raised after the thing before it."""
    held: tuple[T, ...] = ()
    iterator = iter(things)
    while True:
        try:
            following = (next(iterator),)
        except StopIteration:
            yield from ((one, True) for one in held)
            return
        except Exception:
            yield from ((one, False) for one in held)
            raise
        yield from ((one, False) for one in held)
        held = following


@dataclass
class _Visiting:
    """What was found so far at an entry: the ids of its items, and what the next visit is planned by."""

    queued: Queued
    names: list[str] = field(default_factory=list)
    visit: Visit = field(default_factory=lambda: Visit(()))

    def add(self, found: Recorded, since: dt.datetime) -> None:
        """Take in an item that says what it says since then."""
        record, before = found.record, self.visit
        met = record.decision.meeting_date if record.decision else None
        self.names.append(item_id(found.item.key))
        self.visit = Visit(
            document_types=(*before.document_types, record.document_type),
            meeting_dates=(*before.meeting_dates, met) if met else before.meeting_dates,
            since=max(before.since or since, since),
        )

    def end(self, store: Store, now: dt.datetime) -> int:
        """Mark the items that the page shows no longer, plan the next visit; return how many these are."""
        left_out = mark_left_out(store, self.queued.key, self.queued.entry.url, self.names, now)
        _plan(store, self.queued, self.visit, now)
        return left_out


def _plan(store: Store, queued: Queued, visit: Visit, now: dt.datetime) -> None:
    reason, due_at = plan_next(visit, now)
    settle_entry(store, queued.key, reason=reason, due_at=due_at)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a page that did not change would say again, and by what its server knows it."""

    visit: Visit
    validators: Validators


def _kept(night: Night, queued: Queued) -> _Kept | None:
    """Return what is kept of an entry whose server told by what it knows the page again."""
    store = night.workshop.store
    known = known_item(store, *queued.key) if queued.document_type else None
    headers = kept_headers(store, queued.key, queued.entry.url) if known else None
    validators = Validators.of(headers or {})
    if known is None or not validators.headers:
        return None
    days = (known.meeting_date,) if known.meeting_date else ()
    return _Kept(Visit((known.document_type,), days, known.seen_at), validators)


def _read_items(
    night: Night, source: Source, entry: FeedEntry, page: Page, tally: Tally
) -> tuple[Page, tuple[Item, ...]]:
    """Return a page with its items; a system that showed another item is asked once more."""
    system = system_for(source.system)
    try:
        return page, system.read(page, source, entry)
    except WrongItem as wrong:
        page = night.fetch(entry.url)
        items = system.read(page, source, entry)
        tally.warn(f"{wrong}; asked once more, it showed the right one", entry.url, "wrong_item")
        return page, items


def _save(
    night: Night, source: Source, found: Recorded, visiting: _Visiting, tally: Tally, *, is_last: bool
) -> None:
    """Keep an item, the last one in one transaction with what follows for its entry.

    A section of minutes that was taken down on demand is left out, whatever else its page says.
    """
    item, store, seen_at = found.item, night.workshop.store, found.pages[0].retrieved_at
    if not is_taken_down(store, item.key):
        write_files(store, item, found.pages)
    with night.saving, store.together() as saving:
        change = save_item(saving, source, item, found.pages, found.record, seen_at)
        visiting.add(found, change.since)
        left_out = visiting.end(saving, night.now) if is_last else 0
    if change.kind != "taken_down":
        _count(source, found, change, tally)
    tally.add("gone", left_out)


def _count(source: Source, found: Recorded, change: Change, tally: Tally) -> None:
    """Count what keeping an item changed."""
    record = found.record
    tally.add(change.kind)
    if change.kind != "unchanged":
        tally.add("relevant", int(record.relevance.is_programme))
        tally.add("programmes", len(record.programmes))
    url, programmes = found.item.url, len(record.programmes)
    note_item(source.id, change.item_id, change.kind, url=url, programmes=programmes)


def _settle(
    night: Night, queued: Queued, planned: Planned, tries: int = 0, problem: str | None = None
) -> None:
    reason, due_at = planned
    with night.saving:
        settle_entry(
            night.workshop.store, queued.key, reason=reason, due_at=due_at, tries=tries, problem=problem
        )


def _settle_gone(night: Night, queued: Queued, gone: Gone, tally: Tally) -> None:
    """Mark an item that the site shows no longer; what is kept stays.

    It is looked for once more, since it may have been taken off by mistake. A page that the settings
    name should be there: its absence is told every night.
    """
    with night.saving, night.workshop.store.together() as saving:
        is_news = mark_gone(saving, queued.key, queued.entry.url, night.now)
        reason, due_at = plan_return(night.now) if is_news else ("correction", None)
        settle_entry(saving, queued.key, reason=reason, due_at=due_at, problem=str(gone))
    if is_news or queued.reason == "watch":
        tally.add("gone", int(is_news))
        tally.warn(f"{gone}; what is kept is marked as no longer published", queued.entry.url, GONE)


def _settle_failure(night: Night, queued: Queued, error: Exception, tally: Tally) -> None:
    if isinstance(error, Refusing):  # its turn did not come
        _settle(night, queued, (queued.reason, night.now), queued.tries, str(error))
        return
    tries = queued.tries + 1
    _settle(night, queued, plan_retry(tries, night.now), tries, str(error))
    if tries == TRIES:
        message = f"{queued.entry.url}: given up after {tries} nights that it could not be read"
        tally.warn(message, queued.entry.url, GIVEN_UP)
