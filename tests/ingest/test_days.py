"""Days as record systems write them in digits."""

import datetime as dt

import pytest

from ingest.days import find_day, parse_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7.1.2026", dt.date(2026, 1, 7)),
        ("07.01.2026", dt.date(2026, 1, 7)),
        ("29.2.2028", dt.date(2028, 2, 29)),  # a leap day
        ("29.2.2026", None),  # no calendar has it
        ("0.0.0000", None),
        ("107.1.2026", None),
        ("7.1.20261", None),
        ("", None),
    ],
)
def test_days(text: str, day: dt.date | None) -> None:
    """A text that is a day, and one in which it stands."""
    assert parse_day(text) == day
    assert find_day(f"Kokous {text} klo 17.00") == day


def test_a_day_is_the_whole_text() -> None:
    """Words beside it are none of it."""
    assert parse_day("ke 7.1.2026") is None
