"""Knows how Finnish record systems write a day: day.month.year in digits."""

import datetime as dt
import re

_DAY = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")


def find_day(text: str) -> dt.date | None:
    """Return the first day that stands in `text`, or None; also for one that no calendar has."""
    return _day(_DAY.search(text))


def parse_day(text: str) -> dt.date | None:
    """Return the day that `text` is, or None; also for one that no calendar has."""
    return _day(_DAY.fullmatch(text))


def _day(found: re.Match[str] | None) -> dt.date | None:
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
