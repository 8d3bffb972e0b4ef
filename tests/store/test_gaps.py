"""Gaps are kept until a walk has covered them."""

import datetime as dt

import pytest

from store.database import Store
from store.gaps import Gap, close_gaps, list_gaps, note_gap
from tests.store.made import NIGHT

NEXT_NIGHT = NIGHT + dt.timedelta(days=1)
OLDEST = dt.date(2025, 10, 1)
GAP = Gap(source_id="kuusiranta", message="feed: 30 entries", oldest=OLDEST, noticed_at=NIGHT)


def test_a_gap_is_told_once(store: Store) -> None:
    """The same gap on the next night is the same gap; another source's is another."""
    note_gap(store, GAP)
    note_gap(store, GAP.model_copy(update={"noticed_at": NEXT_NIGHT}))
    note_gap(store, GAP.model_copy(update={"source_id": "odeborg"}))

    assert list_gaps(store, "kuusiranta") == [GAP]
    assert len(list_gaps(store)) == 2


@pytest.mark.parametrize(
    ("since", "open_gaps"),
    [(OLDEST, 0), (OLDEST - dt.timedelta(days=9), 0), (OLDEST + dt.timedelta(days=1), 1)],
    ids=["a walk back as far", "further", "not far enough"],
)
def test_a_walk_closes_what_it_covers(store: Store, since: dt.date, open_gaps: int) -> None:
    """A closed gap is kept, with when it was closed; a new one of the same words may follow."""
    note_gap(store, GAP)

    assert close_gaps(store, "kuusiranta", since, NEXT_NIGHT) == 1 - open_gaps

    assert len(list_gaps(store, "kuusiranta")) == open_gaps
    (kept,) = list_gaps(store, "kuusiranta", closed=True)
    assert kept.closed_at == (None if open_gaps else NEXT_NIGHT)
    note_gap(store, GAP)
    assert len(list_gaps(store)) == 1


def test_other_sources_gaps_stay_open(store: Store) -> None:
    """A walk over one site tells nothing of another."""
    note_gap(store, GAP)

    assert close_gaps(store, "odeborg", OLDEST, NEXT_NIGHT) == 0
    assert list_gaps(store) == [GAP]
