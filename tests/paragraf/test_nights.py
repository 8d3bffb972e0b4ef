"""What becomes of a source's items over several nights: nothing is missed, lost or doubled."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from config.settings import FetchSettings, Settings
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.stopping import Stopping
from paragraf.workshop import Workshop
from records.council import Source
from records.run import SourceSummary
from samples.bulk import bulk_council
from samples.council import AgendaItem, Council, Meeting
from samples.load import load_council
from samples.server import SampleServer
from store.database import Store, open_store
from store.entries import due_entries
from store.filters import Query
from store.gaps import list_gaps
from store.ids import item_id
from store.known import known_item
from store.records import get_record
from store.runs import list_runs
from store.search import search_items
from tests.paragraf.conftest import NOW

ITEM = "2026418-10"


@dataclass
class Nights:
    """Some councils, a store, and a clock that moves from night to night."""

    store: Store
    server: SampleServer
    fetch: FetchSettings = field(
        default_factory=lambda: FetchSettings(delay=0, allow_private=True, attempts=1, timeout=5)
    )
    now: dt.datetime = NOW
    change: Callable[[Source], Source] = lambda source: source

    def sync(self, since: dt.date | None = None) -> SourceSummary:
        """Run one night; return what the first source gave."""
        workshop = Workshop(Settings(fetch=self.fetch), self.store, (), lambda: self.now)
        sources = [self.change(source) for source in self.server.sources]
        return run_sync(workshop, sources, Quiet(), since)[0]

    def sleep(self, days: int = 1) -> None:
        """Let so many days pass."""
        self.now += dt.timedelta(days=days)

    @property
    def kept(self) -> int:
        """How many items are kept."""
        return len(search_items(self.store, Query(limit=None)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open an empty store."""
    with open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store:
        yield store


@pytest.fixture
def nights(store: Store) -> Iterator[Nights]:
    """A town on Dynasty, read night after night."""
    with SampleServer(councils=["kuusiranta"]) as server:
        yield Nights(store, server)


@pytest.fixture
def many(store: Store) -> Iterator[Nights]:
    """A council with sixty items, newest first."""
    with SampleServer(councils=[bulk_council(60)]) as server:
        yield Nights(store, server)


def _versions(store: Store, name: str) -> list[str]:
    told: list[str] = []
    for number in range(1, 10):
        found = get_record(store, name, version=number)
        if found is None:
            break
        told.append(found.record.document_type)
    return told


def test_an_agenda_becomes_minutes_under_one_id(nights: Nights) -> None:
    """The second version tells what the meeting decided, and what differs from the agenda is kept."""
    nights.server.show("kuusiranta", "agenda")
    nights.sync()
    count = nights.kept
    nights.server.show("kuusiranta", "minutes")
    nights.sleep()

    summary = nights.sync()

    key = ("kuusiranta", "main", ITEM)
    known = known_item(nights.store, *key)
    assert known is not None
    assert known.document_type == "minutes"
    assert (summary.new, summary.changed > 0, nights.kept) == (0, True, count)
    assert _versions(nights.store, item_id(key)) == ["agenda", "minutes"]


def test_minutes_are_looked_at_again_after_a_week(nights: Nights) -> None:
    """In between they are left alone: the second night asks the feeds and what may still change."""
    first = nights.sync()
    nights.sleep()
    second = nights.sync()
    nights.sleep(6)
    third = nights.sync()

    assert first.fetched > second.fetched
    assert third.fetched >= first.fetched
    assert (third.new, third.changed) == (0, 0)


def test_an_item_that_vanishes_is_kept_and_marked(nights: Nights) -> None:
    """It is told once, its record stays, and the mark goes when the item comes back."""
    nights.sync()
    before = nights.kept
    nights.server.withdraw("kuusiranta", ITEM)
    nights.sleep(7)
    gone = nights.sync()
    nights.sleep(7)
    later = nights.sync()
    nights.sleep(7)
    silent = nights.sync()

    assert (gone.gone, later.gone, nights.kept) == (1, 0, before)
    told = [issue for issue in gone.issues if issue.kind == "gone"]
    assert ITEM in told[0].message
    assert [issue.severity for issue in told] == ["warning"]
    assert "gone" not in {issue.kind for issue in (*later.issues, *silent.issues)}


def test_what_a_budget_leaves_is_read_on_later_nights(many: Nights) -> None:
    """Even what the feed lists no more by then; nothing is read twice."""
    many.fetch = many.fetch.model_copy(update={"details_per_night": 25})
    counts = []
    for _ in range(4):
        counts.append(many.sync())
        many.change = lambda source: source.model_copy(update={"show": 1})
        many.sleep()

    assert [(one.new, one.queued) for one in counts] == [(25, 35), (25, 10), (10, 0), (0, 0)]
    assert many.kept == 60


def test_a_feed_that_is_too_short_is_widened(many: Nights) -> None:
    """A full page of new entries is followed by a wider one."""
    many.change = lambda source: source.model_copy(update={"show": 10})

    summary = many.sync()

    assert (summary.entries, summary.new, summary.issues) == (60, 60, ())


def test_what_a_feed_has_lost_is_found_by_a_walk(many: Nights) -> None:
    """The gap is noted and closed by a walk over the site's lists the same night."""
    feeds = tuple(f"{base.url}?page=rss/meetingitems&show=30" for base in many.server.sources[0].bases)
    many.change = lambda source: source.model_copy(update={"feeds": feeds})
    capped = many.server.fault("rss/meetingitems&show=", "procedural")
    many.sync()
    many.server.heal(capped)
    many.sleep()

    summary = many.sync()

    assert list_gaps(many.store) == []
    assert many.kept >= 60
    assert "open_gap" not in {issue.kind for issue in summary.issues}


@pytest.mark.parametrize("lists", ["page=meetings", "meeting_handlers"])
def test_a_gap_that_no_walk_closes_stays_open_until_one_does(many: Nights, lists: str) -> None:
    """It is told every night, with the command that closes it; a walk that reads everything does."""
    many.sync()
    site = many.server.sources[0].bases[0].url
    hidden = many.server.fault(lists, "server_error")
    swapped = many.server.fault(many.server.sources[0].id, "procedural")
    many.sleep()

    first = many.sync()
    assert first.new > 0
    many.server.heal(swapped)
    many.sleep()
    second = many.sync()
    many.server.heal(hidden)
    gap = list_gaps(many.store)[0]
    third = many.sync(since=gap.oldest)

    assert site in gap.message
    for summary in (first, second):
        (told,) = {issue.message for issue in summary.issues if issue.kind == "open_gap"}
        assert f"--since {gap.oldest}" in told
    assert "open_gap" not in {issue.kind for issue in third.issues}
    assert list_gaps(many.store) == []
    assert len(list_gaps(many.store, closed=True)) == 1


def test_since_walks_back_further_than_the_first_night(store: Store) -> None:
    """Meetings before the first night's window are read when they are asked for."""
    council = load_council("kuusiranta")
    old = council.meetings[-1]
    with SampleServer(councils=[council]) as server:
        nights = Nights(store, server, now=dt.datetime(2026, 11, 20, 2, 30, tzinfo=dt.UTC))
        nights.fetch = nights.fetch.model_copy(update={"first_months": 1})
        nights.sync()
        before = nights.kept
        nights.sync(since=old.date)

        expected = sum(len(meeting.item) for meeting in council.meetings) + len(council.officers)
        assert before < expected
        assert nights.kept == expected


def _asking(stopping: Stopping, after: int) -> Quiet:
    class Asking(Quiet):
        count = 0

        def step(self, source_id: str, title: str) -> None:
            del source_id, title
            self.count += 1
            if self.count == after:
                stopping.ask()

    return Asking()


def test_a_run_that_is_stopped_goes_on_next_time(many: Nights) -> None:
    """The item at work is kept, the rest stays due, and the run counts as not ended."""
    stopping = Stopping()
    workshop = Workshop(Settings(fetch=many.fetch), many.store, (), lambda: many.now, stopping)
    (stopped,) = run_sync(workshop, many.server.sources, _asking(stopping, 7))

    assert (stopped.new, many.kept) == (7, 7)
    assert list_runs(many.store)[0].ended_at is None
    assert len(due_entries(many.store, stopped.source_id, many.now)) == 53
    assert many.sync().new == 53
    assert list_runs(many.store)[0].ended_at is not None


def _minutes() -> Meeting:
    return next(one for one in load_council("kuusiranta").meetings if one.id == "2026418")


def _with_items(*items: AgendaItem) -> Council:
    council = load_council("kuusiranta")
    meeting = _minutes().model_copy(update={"item": items})
    return council.model_copy(update={"meetings": (meeting,), "officers": ()})


def test_a_document_that_hangs_on_an_item_is_read_with_it(nights: Nights) -> None:
    """What it tells has its quote in the attachment's own stretch of the text."""
    nights.sync()

    stored = get_record(nights.store, item_id(("kuusiranta", "main", ITEM)))
    assert stored is not None
    read = [one for one in stored.record.attachments if one.read]
    unread = [one for one in stored.record.attachments if not one.read]
    assert read
    assert unread
    for one in read:
        assert one.span is not None
        assert one.title in stored.record.text[slice(*one.span)]
    spans = [span for backing in stored.record.evidence.values() for span in backing.spans]
    start = min(one.span[0] for one in read if one.span)
    assert any(span[0] < start for span in spans)


def test_a_page_without_text_is_read_from_its_printed_form(store: Store) -> None:
    """The item stands in the PDF beside its page, and is kept as any other."""
    item = next(one for one in _minutes().item if one.n == 10).model_copy(update={"printed_only": True})
    with SampleServer(councils=[_with_items(item)]) as server:
        nights = Nights(store, server)
        summary = nights.sync()

        (row,) = search_items(store, Query(limit=None))
        stored = get_record(store, row.id)
    assert {issue.kind for issue in summary.issues} == {"attachment_unread"}
    assert stored is not None
    assert stored.record.decision is not None
    assert stored.record.decision.section == str(item.section)
    assert item.title in stored.record.text


def test_a_server_that_mixes_up_sessions_is_asked_again(nights: Nights) -> None:
    """Another item than the one asked is never kept under its name."""
    nights.server.fault("id=" + ITEM, "wrong_item", times=1, to="2026418-2")

    summary = nights.sync()

    assert [issue.kind for issue in summary.issues if issue.kind == "wrong_item"] == ["wrong_item"]
    assert [issue.severity for issue in summary.issues if issue.kind == "wrong_item"] == ["warning"]
    known = known_item(nights.store, "kuusiranta", "main", ITEM)
    assert known is not None


def test_a_second_night_asks_for_little(many: Nights) -> None:
    """Nothing new: the feeds are asked, and no page."""
    many.sync()
    asked = len(many.server.requests)
    many.sleep()

    summary = many.sync()

    assert (summary.fetched, summary.new, summary.changed) == (0, 0, 0)
    assert len(many.server.requests) - asked <= 4


def test_a_page_that_did_not_change_is_not_sent_again(store: Store) -> None:
    """A site that tells how it knows its pages again is asked by that."""
    with SampleServer(councils=["alvasa"]) as server:
        nights = Nights(store, server)
        first = nights.sync()
        nights.sleep()
        second = nights.sync()

    statuses = [request.status for request in server.requests if "politikerutbildning" in request.address]
    assert statuses == [200, 304]
    assert (first.new > 0, second.fetched, second.changed) == (True, 2, 0)


def test_a_section_that_minutes_leave_out_is_marked(store: Store) -> None:
    """The rest of the meeting stays as it was; the section's record is kept."""
    with SampleServer(councils=["bjorkvanga"]) as server:
        nights = Nights(store, server)
        nights.sync()
        before = nights.kept
        meeting = next(one for one in load_council("bjorkvanga").meetings if len(one.item) > 3)
        server.withdraw("bjorkvanga", f"{meeting.id}-{meeting.item[1].n}")
        nights.sleep()
        summary = nights.sync()

        assert (summary.gone, nights.kept) == (1, before)
        gone = [row for row in search_items(store, Query(limit=None)) if _gone_at(store, row.id)]
        assert len(gone) == 1


def _gone_at(store: Store, name: str) -> dt.datetime | None:
    stored = get_record(store, name)
    assert stored is not None
    return stored.gone_at


def test_only_so_many_documents_of_an_item_are_read(nights: Nights) -> None:
    """What is over is told by its address, and the record says that it was not read."""
    nights.fetch = nights.fetch.model_copy(update={"attachments": 1})
    summary = nights.sync()

    told = [issue for issue in summary.issues if issue.kind == "attachment_unread"]
    stored = get_record(nights.store, item_id(("kuusiranta", "main", ITEM)))
    assert stored is not None
    assert [one.read for one in stored.record.attachments].count(True) == 1
    assert all("only 1 documents" in issue.message for issue in told)


def test_a_document_that_cannot_be_fetched_again_is_taken_from_what_is_kept(nights: Nights) -> None:
    """The item is not read without it, as if the site had taken its words back."""
    nights.sync()
    key = item_id(("kuusiranta", "main", ITEM))
    before = get_record(nights.store, key)
    nights.server.fault("kuusiranta", "server_error", within=f"/kokous/{ITEM}-")
    nights.sleep(7)
    summary = nights.sync()

    after = get_record(nights.store, key)
    assert before is not None
    assert after is not None
    assert (after.version, after.record.text) == (1, before.record.text)
    assert any("is used" in issue.message for issue in summary.issues)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"system": "dynastie"}, "Did you mean dynasty?"),
        ({"bases": (), "feeds": ()}, "expected bases or feeds in sources.toml"),
        ({"key_variable": "NO_SUCH_KEY"}, "environment variable NO_SUCH_KEY"),
    ],
)
def test_what_is_told_wrongly_of_one_source_costs_no_other(
    store: Store, wrong: dict[str, object], told: str
) -> None:
    """The others are read; the mistake is an issue of its source, with what to do."""
    with SampleServer(councils=["kuusiranta", "alvasa"]) as server:
        nights = Nights(store, server)
        nights.change = lambda one: one.model_copy(update=wrong) if one.id == "kuusiranta" else one
        summary = nights.sync()

    assert [(issue.kind, told in issue.message) for issue in summary.issues] == [("config_error", True)]
    assert nights.kept > 0
