"""What the tables tell of the sources' habits, on both databases."""

import datetime as dt

from sqlalchemy import insert

from records.run import Issue, SourceSummary
from store.database import Store
from store.health import (
    FirstSight,
    Queue,
    Shapes,
    count_kept,
    last_reads,
    list_first_sights,
    list_queues,
    list_shapes,
    list_source_nights,
    list_source_starts,
)
from store.runs import end_run, save_summary, start_run
from store.schema import entries
from tests.store.made import DECISION, KUUSIRANTA, NIGHT, ODEBORG, keep

DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
ERROR = Issue(source_id="kuusiranta", kind="gone", message="gone")
WARNING = ERROR.model_copy(update={"severity": "warning"})


def test_items_are_counted_by_the_day_they_were_first_seen(store: Store) -> None:
    """With their meeting's day beside it; a second version is no second item."""
    keep(store, "1")
    keep(store, "2")
    keep(store, "1", "Kaupunginhallitus § 12 muuttui", seen_at=NIGHT + DAY)
    keep(store, "3", seen_at=NIGHT + 3 * DAY, decision=None)
    keep(store, "4", source=ODEBORG, seen_at=NIGHT.replace(hour=23, minute=59))

    sights = list_first_sights(store, NIGHT - DAY)

    assert sights == {
        "kuusiranta": [
            FirstSight(NIGHT.date(), DECISION.meeting_date, 2),
            FirstSight(NIGHT.date() + 3 * DAY, None, 1),
        ],
        "odeborg": [FirstSight(NIGHT.date(), DECISION.meeting_date, 1)],
    }
    assert set(list_first_sights(store, NIGHT + DAY)) == {"kuusiranta"}
    assert list_source_starts(store) == {"kuusiranta": NIGHT.date(), "odeborg": NIGHT.date()}


def _night(store: Store, number: int, *summaries: SourceSummary, ends: bool = True) -> int:
    run = start_run(store, NIGHT + number * DAY)
    for summary in summaries:
        save_summary(store, run, summary)
    if ends:
        end_run(store, run, NIGHT + number * DAY + HOUR)
    return run


def test_nights_are_told_newest_first_with_their_errors(store: Store) -> None:
    """Errors by kind, without warnings; as many runs back as asked for, and only a source's own."""
    for number in range(3):
        _night(store, number, SourceSummary(source_id="kuusiranta", issues=(ERROR,) * number + (WARNING,)))
    _night(store, 3, SourceSummary(source_id="odeborg", fetched=4, requests=9, robots="allowed"), ends=False)

    nights = list_source_nights(store, 3)

    assert [dict(night.errors) for night in nights["kuusiranta"]] == [{"gone": 2}, {"gone": 1}]
    (odeborg,) = nights["odeborg"]
    assert (odeborg.fetched, odeborg.requests, odeborg.robots, odeborg.ended_at) == (4, 9, "allowed", None)
    assert nights["kuusiranta"][0].ended_at == NIGHT + 2 * DAY + HOUR


def test_the_last_read_is_the_end_of_a_run(store: Store) -> None:
    """Whatever came of it; a run that was cut off reads nothing."""
    _night(store, 0, SourceSummary(source_id="kuusiranta", issues=(ERROR,)))
    _night(store, 1, SourceSummary(source_id="kuusiranta"), SourceSummary(source_id="odeborg"), ends=False)
    assert last_reads(store) == {"kuusiranta": NIGHT + HOUR}


def test_shapes_tell_odd_pages(store: Store) -> None:
    """Short texts, and papers without a proposal or decision, in the time asked for."""
    whole = DECISION.model_copy(update={"proposal": "Hyväksytään."})
    keep(store, "1", "x" * 300, decision=whole)
    keep(store, "2", "lyhyt", decision=DECISION)
    keep(store, "3", "sivu", decision=None)
    keep(store, "4", "y" * 300, decision=whole, seen_at=NIGHT + 5 * DAY)

    before = list_shapes(store, NIGHT - DAY, NIGHT + DAY, short_text=200)
    after = list_shapes(store, NIGHT + DAY, NIGHT + 9 * DAY, short_text=200)

    assert before == {"kuusiranta": Shapes(read=3, short=2, bare=1)}
    assert after == {"kuusiranta": Shapes(read=1)}


def _entry(native_id: str, due_at: dt.datetime | None, reason: str = "agenda") -> dict[str, object]:
    return {
        "id": native_id,
        "source": "kuusiranta",
        "base_id": "main",
        "native_id": native_id,
        "place": 0,
        "entry": {},
        "first_seen": NIGHT - 9 * DAY,
        "last_seen": NIGHT,
        "reason": reason,
        "due_at": due_at,
        "tries": 0,
    }


def test_a_queue_is_what_is_due(store: Store) -> None:
    """Entries that are due later, or never, do not wait."""
    due = [NIGHT - 3 * DAY, NIGHT - DAY, NIGHT + DAY, None]
    with store.write() as connection:
        connection.execute(insert(entries), [_entry(str(n), moment) for n, moment in enumerate(due)])

    assert list_queues(store, NIGHT) == {"kuusiranta": Queue(2, NIGHT - 3 * DAY)}
    assert list_queues(store, NIGHT - 9 * DAY) == {}


def test_a_new_entry_waits_since_it_was_seen(store: Store) -> None:
    """Though every night that lists it makes it due anew."""
    with store.write() as connection:
        connection.execute(insert(entries), _entry("1", NIGHT, "new"))

    assert list_queues(store, NIGHT) == {"kuusiranta": Queue(1, NIGHT - 9 * DAY)}


def test_what_is_kept_is_counted(store: Store) -> None:
    """Items, their versions and their programmes."""
    keep(store, "1")
    keep(store, "1", "Kaupunginhallitus § 12 muuttui", seen_at=NIGHT + DAY)
    keep(store, "2", programmes=())

    assert count_kept(store) == {"items": 2, "versions": 3, "programmes": 1}
    assert KUUSIRANTA.id in list_source_starts(store)
