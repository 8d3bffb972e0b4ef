"""What is put into a column comes out the same, or is refused in clear words."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from records.errors import StoreError
from store.database import Store
from store.runs import list_runs, start_run
from store.schema import programme_organisers, sessions
from tests.store.made import NIGHT, PROGRAMME, SESSION, keep


@pytest.mark.parametrize(
    "moment",
    [
        dt.datetime(2025, 3, 2, 2, 30, tzinfo=dt.UTC),
        dt.datetime(2025, 10, 26, 3, 30, fold=1, tzinfo=ZoneInfo("Europe/Helsinki")),
        dt.datetime(2025, 7, 1, 12, 0, 0, 123456, tzinfo=dt.timezone(dt.timedelta(hours=-7))),
    ],
)
def test_a_moment_keeps_its_place_in_time(store: Store, moment: dt.datetime) -> None:
    """Whatever zone a moment was told in, the same moment comes back, in UTC."""
    start_run(store, moment)
    (run,) = list_runs(store)
    assert run.started_at.timestamp() == moment.timestamp()
    assert run.started_at.utcoffset() == dt.timedelta(0)


def test_a_moment_without_zone_is_refused(store: Store) -> None:
    """Nobody could tell later which moment it was."""
    with pytest.raises(StoreError, match="expected a time zone, found 2025-03-02T02:30:00"):
        start_run(store, NIGHT.replace(tzinfo=None))
    assert list_runs(store) == []


def test_numbers_that_no_column_holds_become_null(store: Store) -> None:
    """A count that is misread from a long row of digits costs the count, not the item."""
    huge = SESSION.model_copy(update={"parts": 10**30, "term_year": -(2**31), "month": 5})
    keep(store, programmes=(PROGRAMME.model_copy(update={"sessions": (huge,)}),))
    with store.read() as connection:
        (row,) = connection.execute(select(sessions))
    assert (row.parts, row.term_year, row.month) == (None, None, 5)


def test_code_point_zero_becomes_the_replacement_character(store: Store) -> None:
    """PostgreSQL refuses it; one character for one keeps spans right."""
    name = PROGRAMME.organisers[0].model_copy(update={"name": "Kuusi\0ranta"})
    keep(store, programmes=(PROGRAMME.model_copy(update={"organisers": (name,)}),))
    with store.read() as connection:
        assert connection.execute(select(programme_organisers.c.name)).scalars().all() == ["Kuusi\ufffdranta"]
