"""Knows Babel: tells days, seasons, terms, clock times and lengths in the words of a language."""

import datetime as dt
import re

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from config.wording import DatePhrases
from records.dates import DateFinding
from records.programme import Session

_QUALIFIER = re.compile("[~?%]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"\d{4}/\d{4}")


def tell_time(when: Session | DateFinding, words: DatePhrases) -> str | None:
    """Return when something is, as a clerk writes it ("3.9.2025 klo 17–19"), or None if its day is untold.

    A value of a shape that has no words is told by its first and last day.
    """
    told = tell_edtf(when.edtf, words) or _in_term(when, words) or _recurring(when, words)
    if told is None and when.start and when.end:
        told = tell_days(when.start, when.end, words)
    clock = tell_clock(when.time, words)
    return f"{told} {clock}" if told and clock else told


def tell_day(day: dt.date, words: DatePhrases) -> str:
    """Return a day without its weekday ("24 februari 2025")."""
    return format_date(day, words.short, locale=words.locale)


def tell_days(first: dt.date, last: dt.date, words: DatePhrases) -> str:
    """Return a stretch of days ("3.–4.9.2025"), one day with its weekday where the language wants it."""
    if first == last:
        return format_date(first, words.day, locale=words.locale)
    pattern = words.last
    if first.year == last.year:
        pattern = words.same_month if first.month == last.month else words.same_year
    start = format_date(first, pattern, locale=words.locale)
    return f"{start}–{format_date(last, words.last, locale=words.locale)}"


def tell_edtf(edtf: str | None, words: DatePhrases) -> str | None:
    """Return a value of EDTF in words, its qualifiers left out, or None for one that has none."""
    if not edtf:
        return None
    first, slash, last = _QUALIFIER.sub("", edtf).partition("/")
    if not slash:
        return _point(first, words)
    if ".." in (first, last):
        phrase, point = (words.open_end, first) if last == ".." else (words.open_start, last)
        day = _day(point)
        told = tell_day(day, words) if day else _point(point, words)
        return phrase.format(day=told) if told else None
    return _stretch(first, last, words)


def tell_term(term: str | None, words: DatePhrases) -> str:
    """Return a term of office by its years alone ("2025–2029"), another stretch in words; empty if untold."""
    if term and _YEARS.fullmatch(term):
        return term.replace("/", "–")
    return tell_edtf(term, words) or ""


def tell_clock(time: str | None, words: DatePhrases) -> str | None:
    """Return "17:00/19:00" as "klo 17–19", or None for what is no time of day."""
    if not time:
        return None
    try:
        clocks = [dt.time.fromisoformat(part) for part in time.split("/")]
    except ValueError:
        return None
    if any(clock.minute for clock in clocks):
        told = [format_time(clock, words.minutes, locale=words.locale) for clock in clocks]
    else:
        told = [str(clock.hour) for clock in clocks]
    return words.clock.format(clock="–".join(told))


def tell_length(session: Session, words: DatePhrases) -> str | None:
    """Return how long a session takes ("2 tuntia"), hours before days, or None if that is untold."""
    for amount, phrases in ((session.duration_hours, words.hours), (session.duration_days, words.days)):
        if amount is not None:
            number = format_decimal(amount, locale=words.locale)
            return phrases[amount != 1].format(value=number)
    return None


def _point(value: str, words: DatePhrases) -> str | None:
    if day := _day(value):
        return tell_days(day, day, words)
    if month := _month(value):
        return format_date(month, words.month, locale=words.locale)
    if season := _SEASON.fullmatch(value):
        return words.season.format(season=words.seasons[int(season[2]) - 21], year=season[1])
    return words.year.format(value=value) if _YEAR.fullmatch(value) else None


def _stretch(first: str, last: str, words: DatePhrases) -> str | None:
    days = _day(first), _day(last)
    if days[0] and days[1]:
        return tell_days(days[0], days[1], words)
    months = _month(first), _month(last)
    if months[0] and months[1]:
        return _months(months[0], months[1], words)
    if _YEAR.fullmatch(first) and _YEAR.fullmatch(last):
        return words.years.format(value=f"{first}–{last}")
    return None


def _months(first: dt.date, last: dt.date, words: DatePhrases) -> str:
    end = format_date(last, words.month, locale=words.locale)
    if first.year != last.year:
        return f"{format_date(first, words.month, locale=words.locale)} – {end}"
    return f"{_first_month(first, words)}–{end}"


def _first_month(month: dt.date, words: DatePhrases) -> str:
    if words.first_months:
        return words.first_months[month.month - 1]
    return format_date(month, words.month_alone, locale=words.locale)


def _in_term(when: Session | DateFinding, words: DatePhrases) -> str | None:
    if when.term_year is None or not 1 <= when.term_year <= len(words.term_years):
        return None
    year, part = words.term_years[when.term_year - 1], _part(when, words)
    return words.in_term.format(year=year, part=part) if part else year


def _recurring(when: Session | DateFinding, words: DatePhrases) -> str | None:
    told = words.recurring.get(when.recurring or "")
    part = _part(when, words)
    return words.in_each.format(recurring=told, part=part) if told and part else told


def _part(when: Session | DateFinding, words: DatePhrases) -> str | None:
    if when.month is not None and 1 <= when.month <= 12:
        return format_date(dt.date(2000, when.month, 1), words.month_alone, locale=words.locale)
    if when.season is not None and 21 <= when.season <= 24:
        return words.seasons[when.season - 21]
    return None


def _day(value: str) -> dt.date | None:
    if not _DAY.fullmatch(value):
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def _month(value: str) -> dt.date | None:
    match = _MONTH.fullmatch(value)
    return dt.date(int(match[1]), int(match[2]), 1) if match and int(match[1]) else None
