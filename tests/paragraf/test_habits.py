"""When items count as published."""

import datetime as dt

import pytest

from paragraf.habits import published
from store.health import FirstSight

START = dt.date(2026, 1, 5)
LATER = dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("seen", "met", "day"),
    [
        (LATER, dt.date(2026, 5, 20), LATER),  # an ordinary night: the day it was seen
        (LATER, None, LATER),  # a page without a meeting
        (LATER, dt.date(2026, 6, 8), LATER),  # an agenda before its meeting
        (START, dt.date(2025, 10, 1), dt.date(2025, 10, 15)),  # the first night finds a year's minutes
        (START, dt.date(2026, 1, 2), START),  # never later than it was seen
        (LATER, dt.date(2025, 6, 1), dt.date(2025, 6, 15)),  # a walk back years later
        (
            START + dt.timedelta(20),
            dt.date(2025, 12, 1),
            dt.date(2025, 12, 15),
        ),  # the queue of the first nights
        (START, None, None),  # an old page of unknown age
    ],
)
def test_the_day_an_item_was_published(seen: dt.date, met: dt.date | None, day: dt.date | None) -> None:
    """What was old when it was first seen does not count as that night's news."""
    assert published([FirstSight(seen, met, 3)], START) == ({day: 3} if day else {})


def test_a_days_items_add_up() -> None:
    """Two meetings' minutes on one day are one day with news."""
    sights = [FirstSight(LATER, dt.date(2026, 5, 20), 3), FirstSight(LATER, dt.date(2026, 5, 21), 4)]
    assert published(sights, START) == {LATER: 7}
