"""When an entry is fetched, and when it is fetched again."""

import datetime as dt

import pytest

from paragraf.visits import TRIES, Budget, Plan, Visit, plan_next, plan_retry, plan_return
from records.item import DocumentType
from records.page import FeedEntry
from store.entries import Queued, Reason

NOW = dt.datetime(2026, 11, 20, 2, 30, tzinfo=dt.UTC)
OLDEST = dt.date(2025, 11, 1)
DAY = dt.timedelta(days=1)


def _entry(day: dt.date | None = dt.date(2026, 11, 17)) -> FeedEntry:
    return FeedEntry(url="http://127.0.0.1/1", title="x", base_id="main", native_id="1", meeting_date=day)


def _queued(
    reason: Reason, kind: DocumentType | None = None, due_at: dt.datetime | None = None, tries: int = 0
) -> Queued:
    return Queued("kuusiranta", _entry(), reason, due_at, tries, None, NOW, NOW, kind)


@pytest.mark.parametrize(
    ("day", "known", "planned"),
    [
        (dt.date(2026, 11, 17), None, "new"),  # never seen
        (None, None, "new"),  # its day is not told
        (dt.date(2025, 10, 31), None, None),  # before what is wanted
        (dt.date(2025, 10, 31), _queued("new"), None),  # seen, and not wanted then either
        (dt.date(2026, 11, 17), _queued("new"), "new"),  # seen, never read
        (dt.date(2026, 11, 17), _queued("agenda", "agenda"), "agenda"),  # minutes may have replaced it
        (dt.date(2026, 11, 17), _queued("agenda"), "agenda"),  # a whole agenda, kept item by item
        (dt.date(2026, 11, 17), _queued("watch", "page"), "watch"),
        (dt.date(2026, 11, 17), _queued("correction", "minutes"), None),  # visited by its own plan
        (dt.date(2026, 11, 17), _queued("retry", None, NOW + DAY, 2), None),  # waits for its next try
        (dt.date(2026, 11, 17), _queued("retry", None, None, TRIES), None),  # given up
        (dt.date(2026, 11, 17), _queued("retry", "agenda", None, TRIES), "agenda"),  # kept, and still listed
    ],
)
def test_what_a_listed_entry_is_due_for(
    day: dt.date | None, known: Queued | None, planned: Reason | None
) -> None:
    """What was never read is new, what may be replaced is read again, the rest has a plan of its own."""
    found = Plan(NOW, OLDEST)(_entry(day), known)

    assert found == ((planned, NOW) if planned else None)


@pytest.mark.parametrize(
    ("url", "reason", "planned"),
    [
        ("http://127.0.0.1/2", "correction", "correction"),  # a file was put in anew
        ("http://127.0.0.1/1?v=2", "correction", "correction"),  # so it was
        ("https://www.kuusiranta.example/1", "correction", None),  # the site moved
        ("http://127.0.0.1/2", "agenda", "agenda"),
    ],
)
def test_an_id_under_another_address_is_read_again(url: str, reason: Reason, planned: Reason | None) -> None:
    """Where an id outlives addresses, another address is another version; another host is none."""
    listed = _entry().model_copy(update={"url": url})

    found = Plan(NOW, OLDEST)(listed, _queued(reason, "minutes"))

    assert found == ((planned, NOW) if planned else None)


def test_a_backfill_wants_older_meetings() -> None:
    """What the first night left aside becomes due, under a name that is fetched after everything else."""
    plan = Plan(NOW, dt.date(2024, 1, 1), "backfill")

    assert plan(_entry(dt.date(2024, 2, 1)), _queued("new")) == ("backfill", NOW)


@pytest.mark.parametrize(
    ("held", "due"),
    [
        (dt.date(2026, 12, 1), dt.datetime(2026, 12, 1, tzinfo=dt.UTC)),  # not held yet: from that day on
        (dt.date(2026, 11, 17), NOW + dt.timedelta(hours=20)),  # every night
        (dt.date(2026, 9, 22), NOW + dt.timedelta(hours=20)),  # the 59th day
        (dt.date(2026, 9, 20), None),  # minutes that did not come in 60 days are waited for no longer
    ],
)
def test_an_agenda_is_visited_until_minutes_appear(held: dt.date, due: dt.datetime | None) -> None:
    """From its meeting day for sixty days."""
    assert plan_next(Visit(("agenda",), (held,)), NOW) == ("agenda", due)


def test_an_agenda_without_a_day_counts_from_its_first_sight() -> None:
    """Where no day is told, the first sight stands for it."""
    assert plan_next(Visit(("agenda",), (), NOW - 30 * DAY), NOW)[1] is not None
    assert plan_next(Visit(("agenda",), (), NOW - 61 * DAY), NOW)[1] is None


@pytest.mark.parametrize(
    ("age", "wait"), [(0, 7), (6, 1), (7, 23), (29, 1), (30, 60), (89, 1), (90, None), (400, None)]
)
def test_minutes_are_visited_for_corrections(age: int, wait: int | None) -> None:
    """After 7, 30 and 90 days from when they were first seen so; a correction starts anew."""
    due = NOW + wait * DAY if wait is not None else None

    assert plan_next(Visit(("minutes",), (), NOW - age * DAY), NOW) == ("correction", due)


@pytest.mark.parametrize("kinds", [("page",), ()])
def test_a_page_is_visited_when_it_is_listed(kinds: tuple[DocumentType, ...]) -> None:
    """A watched page is listed every night."""
    assert plan_next(Visit(kinds), NOW) == ("watch", None)


def test_failures_are_tried_further_and_further_apart() -> None:
    """At once, after a night, two, four, eight, and then no more."""
    waits = [plan_retry(tries, NOW)[1] for tries in range(1, TRIES + 1)]

    assert waits[-1] is None
    nights = [round((wait - NOW) / DAY + 0.1) for wait in waits if wait]
    assert nights == [0, 1, 2, 4, 8]


def test_what_vanished_is_looked_for_once_more() -> None:
    """A week later."""
    assert plan_return(NOW) == ("correction", NOW + 7 * DAY)


def test_a_host_gives_its_share_and_no_more() -> None:
    """Two hosts have a budget each; what is over waits."""
    budget = Budget(2)
    asked = ("https://a.example/1", "https://a.example:443/2", "https://b.example/1", "https://a.example/3")

    assert [budget.take(url) for url in asked] == [True, True, True, False]
