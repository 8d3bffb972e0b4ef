"""The queue keeps what sources listed, and tells what is due."""

import datetime as dt

import pytest

from records.page import FeedEntry
from store.database import Store
from store.entries import (
    Queued,
    Reason,
    due_entries,
    is_noted,
    last_listed,
    note_entries,
    settle_entry,
)
from store.schema import tombstones
from tests.store.made import KUUSIRANTA, NIGHT, keep

NEXT_NIGHT = NIGHT + dt.timedelta(days=1)
SOURCE = KUUSIRANTA.id


def _entry(native_id: str, title: str = "Kaupunginhallitus 1.12.2025 / Koulutus") -> FeedEntry:
    return FeedEntry(
        url=f"https://kuusiranta.example/{native_id}", title=title, base_id="main", native_id=native_id
    )


def _now(entry: FeedEntry, known: Queued | None) -> tuple[Reason, dt.datetime] | None:
    del entry
    return ("new", NIGHT) if known is None else None


def _names(queued: list[Queued]) -> list[str]:
    return [one.entry.native_id for one in queued]


def test_what_is_listed_is_due_until_it_is_settled(store: Store) -> None:
    """In the source's order; a second listing changes nothing but when it was seen."""
    listed = [_entry("2"), _entry("1")]
    assert note_entries(store, SOURCE, listed, NIGHT, _now) == 2
    assert note_entries(store, SOURCE, listed, NEXT_NIGHT, _now) == 0
    assert _names(due_entries(store, SOURCE, NEXT_NIGHT)) == ["2", "1"]

    settle_entry(store, (SOURCE, "main", "2"), reason="correction", due_at=None)

    assert _names(due_entries(store, SOURCE, NEXT_NIGHT)) == ["1"]
    assert last_listed(store, SOURCE) == NEXT_NIGHT


def test_an_entry_that_is_listed_no_more_stays_due(store: Store) -> None:
    """What one night left is read on the next, whatever the feed shows by then."""
    note_entries(store, SOURCE, [_entry("1")], NIGHT, _now)
    note_entries(store, SOURCE, [_entry("2")], NEXT_NIGHT, _now)

    assert _names(due_entries(store, SOURCE, NEXT_NIGHT)) == ["2", "1"]


def test_new_entries_go_before_others(store: Store) -> None:
    """Then agendas, watched pages, retries, corrections and what a backfill found."""
    reasons: list[Reason] = ["backfill", "correction", "retry", "watch", "agenda", "new"]
    note_entries(store, SOURCE, [_entry(reason) for reason in reasons], NIGHT, _now)
    for reason in reasons:
        settle_entry(store, (SOURCE, "main", reason), reason=reason, due_at=NIGHT)

    assert _names(due_entries(store, SOURCE, NIGHT)) == reasons[::-1]


def test_what_is_due_later_is_not_due_now(store: Store) -> None:
    """A try that failed waits for its time, and says how it failed."""
    note_entries(store, SOURCE, [_entry("1")], NIGHT, _now)
    key = (SOURCE, "main", "1")
    settle_entry(store, key, reason="retry", due_at=NEXT_NIGHT, tries=2, problem="status 500")

    assert due_entries(store, SOURCE, NIGHT) == []
    (waiting,) = due_entries(store, SOURCE, NEXT_NIGHT)
    assert (waiting.reason, waiting.tries, waiting.problem) == ("retry", 2, "status 500")


def test_an_entry_listed_twice_is_kept_once(store: Store) -> None:
    """Feeds name an item twice now and then; the last title is kept."""
    assert note_entries(store, SOURCE, [_entry("1"), _entry("1", "Uusi otsikko")], NIGHT, _now) == 1

    (queued,) = due_entries(store, SOURCE, NIGHT)
    assert queued.entry.title == "Uusi otsikko"


def test_the_plan_is_told_what_is_kept(store: Store) -> None:
    """The document type of the item under the same key, None when none is kept."""
    keep(store)
    seen: list[str | None] = []

    def look(entry: FeedEntry, known: Queued | None) -> tuple[Reason, dt.datetime] | None:
        seen.append(known.document_type if known else None)
        return _now(entry, known)

    item = _entry("2025-12")
    note_entries(store, SOURCE, [item, _entry("other")], NIGHT, look)
    note_entries(store, SOURCE, [item, _entry("other")], NEXT_NIGHT, look)

    assert seen == [None, None, "minutes", None]


def test_what_was_taken_down_is_never_noted(store: Store) -> None:
    """A demand outlasts every feed."""
    grave = {"source": SOURCE, "base_id": "main", "native_id": "1", "reason": "asked for", "made_at": NIGHT}
    with store.write() as connection:
        connection.execute(tombstones.insert(), grave)

    assert note_entries(store, SOURCE, [_entry("1"), _entry("2")], NIGHT, _now) == 1
    assert not is_noted(store, SOURCE, _entry("1"))
    assert is_noted(store, SOURCE, _entry("2"))


@pytest.mark.parametrize("count", [1, 450])
def test_long_lists(store: Store, count: int) -> None:
    """A thousand entries are asked for in portions."""
    listed = [_entry(str(number)) for number in range(count)]

    assert note_entries(store, SOURCE, listed, NIGHT, _now) == count
    assert _names(due_entries(store, SOURCE, NIGHT)) == [one.native_id for one in listed]


def test_a_source_that_never_listed_anything(store: Store) -> None:
    """Nothing is due, and nobody knows when."""
    assert (due_entries(store, SOURCE, NIGHT), last_listed(store, SOURCE)) == ([], None)
