"""Knows EDTF (ISO 8601-2): writing days, months, seasons and spans, and reading their calendar days."""

import calendar
import datetime as dt
import re
from functools import lru_cache

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
FIRST_YEAR, LAST_YEAR = 1, 9998

# Months of the sub-year groupings, counted from January of the year named; 13 and 14 are next year's.
_GROUPS = {
    SPRING: (3, 5), SUMMER: (6, 8), AUTUMN: (9, 11), WINTER: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip
_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
Bounds = tuple[dt.date | None, dt.date | None]


def year_month(year: int, month: int) -> str:
    """Return a month or season as `2025-05`, `2025-23`."""
    return f"{year:04d}-{month:02d}"


def span(first: str, last: str) -> str:
    """Return an interval as `first/last`, or the one value when both are equal."""
    return first if first == last else f"{first}/{last}"


def week_days(year: int, week: int) -> tuple[dt.date, dt.date] | None:
    """Return Monday and Sunday of an ISO week, or None when the year has no such week."""
    try:
        return dt.date.fromisocalendar(year, week, 1), dt.date.fromisocalendar(year, week, 7)
    except ValueError:
        return None


def bounds(edtf: str | None) -> Bounds:
    """Return the first and last calendar day of an EDTF value, None for an open or unknown end.

    Reads days, months, seasons and other groups of months (21 to 24, 33 to 41), years, intervals
    with open ends (`..` or nothing) and the marks of doubt `~ ? %`; anything else, masked years
    such as `XXXX-02` among them, has no days.
    """
    if not edtf:
        return None, None
    first, slash, last = edtf.partition("/")
    return _value_bounds(first)[0], _value_bounds(last if slash else first)[1]


@lru_cache(maxsize=4096)
def _value_bounds(value: str) -> Bounds:
    match = _VALUE.fullmatch(value.strip().translate({ord(mark): None for mark in "~?%"}))
    if not match or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None, None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if match[3]:
        exact = valid_day(year, month, day)
        return exact, exact
    if not match[2]:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    first, last = _GROUPS.get(month, (month, month))
    if not 1 <= first <= 12:
        return None, None
    return dt.date(year, first, 1), month_end(year, last)


def valid_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the calendar day, or None when there is no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def months_from(day: dt.date, count: int) -> dt.date:
    """Return the first day of the month some months from that of `day`; ValueError beyond the calendar."""
    months = day.year * 12 + day.month - 1 + count
    return dt.date(months // 12, months % 12 + 1, 1)


def month_end(year: int, month: int) -> dt.date:
    """Return the last day of a month; months from 13 on fall in the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, calendar.monthrange(year, month)[1])
