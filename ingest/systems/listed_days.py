"""Knows how links, file names and headings write the day of a meeting."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ingest.systems.listed_words import ListedWords, fold

_YEARS = range(1990, 2100)
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<y>\d{4})(?P<sep>[-./ ]?)(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<![\d.])(?P<d>\d{1,2})[-./ ](?P<m>\d{1,2})[-./ ](?P<y>\d{4})(?!\d)")
_SHORT = re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{2})(?!\.?\d)")
_SIX_YEAR_FIRST = re.compile(r"(?<!\d)(?P<y>\d{2})(?P<m>\d{2})(?P<d>\d{2})(?!\d)")
_SIX_DAY_FIRST = re.compile(r"(?<!\d)(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{2})(?!\d)")
_NO_YEAR = re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.(?!\s?\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RANGE = r"(?<!\d)(?P<d>\d{1,2})\.?(?:\s?-\s?\d{1,2}\.?)?[\s.-]{0,3}(?:den )?"


def find_day(text: str, words: ListedWords) -> dt.date | None:
    """Return the day that `text` names with its year, or None; of a span of days the first.

    Read are 2026-10-28, 20261028, 28.10.2026, 28 oktober 2026, 28.10.26 and six digits in the
    order that the source's country writes them. A number that no calendar has is no day.
    """
    folded = fold(text)
    six = _SIX_YEAR_FIRST if words.year_first else _SIX_DAY_FIRST
    patterns = (_YEAR_FIRST, _DAY_FIRST, _named(words.months, dated=True), _SHORT, six)
    return next((day for pattern in patterns for day in _days(pattern, folded)), None)


def find_day_among(texts: Sequence[str], words: ListedWords) -> dt.date | None:
    """Return the day that the nearest of `texts` names; its year may stand in a text further away.

    A text that names several years tells none.
    """
    for place, text in enumerate(texts):
        day = find_day(text, words) or _day_with_year(text, texts[place:], words)
        if day:
            return day
    return None


def _day_with_year(text: str, texts: Iterable[str], words: ListedWords) -> dt.date | None:
    folded = fold(text)
    for pattern in (_named(words.months, dated=False), _NO_YEAR):
        for match in pattern.finditer(folded):
            year = next(filter(None, map(_only_year, texts)), None)
            return _day(year, _month(match), int(match["d"])) if year else None
    return None


def _only_year(text: str) -> int | None:
    told = set(_YEAR.findall(fold(text)))
    return int(told.pop()) if len(told) == 1 else None


def _days(pattern: re.Pattern[str], text: str) -> Iterator[dt.date]:
    for match in pattern.finditer(text):
        year = int(match["y"])
        day = _day(year + 2000 if len(match["y"]) == 2 else year, _month(match), int(match["d"]))
        if day:
            yield day


def _month(match: re.Match[str]) -> int:
    told = match.groupdict()
    if told.get("m"):
        return int(told["m"])
    named = next(name for name, value in told.items() if value and name.startswith("month"))
    return int(named.removeprefix("month"))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


@cache
def _named(months: str, *, dated: bool) -> re.Pattern[str]:
    """Return the pattern of a day with its month's name, with or without a year behind it."""
    tail = r"[\s.,-]{0,3}(?P<y>\d{4})(?!\d)" if dated else r"(?![a-z])"
    return re.compile(rf"{_RANGE}(?:{months}){tail}" if months else r"(?!)")
