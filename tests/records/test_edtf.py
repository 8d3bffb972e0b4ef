"""EDTF values and the calendar days they cover."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records import edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-09-03", "2025-09-03", "2025-09-03"),
        ("2025-08/2025-09", "2025-08-01", "2025-09-30"),
        ("2025-05", "2025-05-01", "2025-05-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-22", "2025-06-01", "2025-08-31"),
        ("2025-23", "2025-09-01", "2025-11-30"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2025-33", "2025-01-01", "2025-03-31"),
        ("2025-38", "2025-05-01", "2025-08-31"),
        ("2025-40", "2025-01-01", "2025-06-30"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2021/2025", "2021-01-01", "2025-12-31"),
        ("2020-01-13/..", "2020-01-13", None),
        ("../2020-01-13", None, "2020-01-13"),
        ("2025-09-03?", "2025-09-03", "2025-09-03"),
        ("2025~/2026%", "2025-01-01", "2026-12-31"),
    ],
)
def test_bounds_are_the_first_and_last_day(value: str, first: str | None, last: str | None) -> None:
    """Days, months, seasons, groups of months, years, intervals and open ends have their days."""
    start, end = edtf.bounds(value)
    assert (start.isoformat() if start else None, end.isoformat() if end else None) == (first, last)


@pytest.mark.parametrize(
    "value", [None, "", "XXXX-02", "2025-13", "2025-02-30", "2025-00", "0000", "9999", "term", "20250903"]
)
def test_what_is_no_known_day_has_no_bounds(value: str | None) -> None:
    """Masked years, days that no calendar has and other text give nothing."""
    assert edtf.bounds(value) == (None, None)


@given(st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9998, 12, 31)))
def test_a_day_comes_back_from_its_value(day: dt.date) -> None:
    """A written day has that day as both bounds."""
    assert edtf.bounds(day.isoformat()) == (day, day)


@given(st.integers(1, 9998), st.integers(1, 12))
def test_a_month_comes_back_from_its_value(year: int, month: int) -> None:
    """A written month runs from its first day to the day before the next month."""
    first, last = edtf.bounds(edtf.year_month(year, month))
    assert first == dt.date(year, month, 1)
    assert last is not None
    assert (last + dt.timedelta(days=1)).day == 1


@given(st.dates(dt.date(1, 1, 1), dt.date(9980, 1, 1)), st.integers(0, 4000))
def test_an_interval_comes_back_from_its_value(first: dt.date, days: int) -> None:
    """The bounds of a span are what it was made of; a span of one day is that day."""
    last = first + dt.timedelta(days=days)
    value = edtf.span(first.isoformat(), last.isoformat())
    assert edtf.bounds(value) == (first, last)
    assert ("/" in value) == (first != last)


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Bounds are either days or nothing, whatever the text."""
    assert all(bound is None or isinstance(bound, dt.date) for bound in edtf.bounds(text))


@pytest.mark.parametrize(("year", "week", "monday"), [(2025, 36, "2025-09-01"), (2020, 53, "2020-12-28")])
def test_a_week_runs_from_monday_to_sunday(year: int, week: int, monday: str) -> None:
    """ISO weeks have seven days."""
    days = edtf.week_days(year, week)
    assert days is not None
    assert days[0].isoformat() == monday
    assert (days[1] - days[0]).days == 6


def test_a_week_that_a_year_lacks_is_none() -> None:
    """2025 has 52 weeks."""
    assert edtf.week_days(2025, 53) is None
