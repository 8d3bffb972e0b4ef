"""Which entries are fetched tonight."""

import datetime as dt
from dataclasses import dataclass

import pytest

from paragraf.choice import Budget, choose_entries
from records.item import DocumentType
from records.page import FeedEntry

OLDEST = dt.date(2025, 1, 1)


@dataclass(frozen=True)
class _Known:
    document_type: DocumentType


def _entry(native_id: str, day: dt.date | None = dt.date(2025, 3, 1)) -> FeedEntry:
    return FeedEntry(
        url=f"http://127.0.0.1/{native_id}", title="x", base_id="main", native_id=native_id, meeting_date=day
    )


@pytest.mark.parametrize(
    ("known", "day", "due"),
    [
        (None, dt.date(2025, 3, 1), True),  # never seen
        (None, dt.date(2024, 12, 31), False),  # never seen, but before the first run's window
        (None, None, True),  # the feed does not say when: look
        ("agenda", dt.date(2025, 3, 1), True),  # its minutes will come under the same id
        ("agenda", dt.date(2024, 3, 1), True),  # even when it has grown old
        ("case_paper", dt.date(2025, 3, 1), True),  # so will the case's own minutes
        ("page", None, True),  # a watched page may change any day
        ("minutes", dt.date(2025, 3, 1), False),
    ],
)
def test_due(known: DocumentType | None, day: dt.date | None, due: bool) -> None:
    """An entry is due when it is new, or known only as something that will change."""
    choice = choose_entries(
        [_entry("1-1", day)], lambda _: _Known(known) if known else None, OLDEST, Budget(60)
    )

    assert due == bool(choice.due)
    assert (not due) == bool(choice.settled)


def test_what_is_over_the_budget_waits_in_order() -> None:
    """The night's budget takes the first entries; the others are queued, not forgotten."""
    entries = [_entry(f"1-{number}") for number in range(5)]

    choice = choose_entries(entries, lambda _: None, OLDEST, Budget(2))

    assert [entry.native_id for entry in choice.due] == ["1-0", "1-1"]
    assert [entry.native_id for entry in choice.queued] == ["1-2", "1-3", "1-4"]


def test_two_sources_share_the_budget_of_their_host() -> None:
    """The budget is the host's: what one source took, the next does not get; another host has its own."""
    budget = Budget(3)
    here = [_entry(f"1-{number}") for number in range(2)]
    there = [_entry("2-1").model_copy(update={"url": "http://kuusiranta.example/2-1"})]

    taken = [len(choose_entries(some, lambda _: None, OLDEST, budget).due) for some in (here, here, there)]

    assert taken == [2, 1, 1]
