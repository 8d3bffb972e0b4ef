"""Knows times told from today: `i dag`, `viime viikolla`, `för två år sedan`, `om tre uker`, `i lördags`."""

import datetime as dt
import re

from extract.date_lexicon import Entry
from extract.date_parts import Expression, Moment, Offset
from extract.date_view import View
from records import edtf

_COUNT = re.compile(r"(\d{1,2})(?:,5)?(?= )")
UNITS = ("day", "week", "month", "year")
MOST = 60


def read_day_shift(_view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `tänään`, `i går`, `imorgon`."""
    return _offset(pos, pos + len(entry.phrase), "day", entry.shift or 0)


def read_opened_unit(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read a week, month or weekday that a word before it counts from today: `ensi viikolla`."""
    start = view.gap(pos + len(entry.phrase))
    unit = view.find(start, "week", "month_unit", "weekday") if start > pos + len(entry.phrase) else None
    if unit is None or entry.shift is None:
        return None
    end = start + len(unit.phrase)
    if unit.kind == "weekday":
        return _weekday(pos, end, unit.number, entry.shift) if entry.shift else None
    return _offset(pos, end, "week" if unit.kind == "week" else "month", entry.shift)


def read_past_weekday(_view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `i lördags`."""
    return _weekday(pos, pos + len(entry.phrase), entry.number, -1)


def read_count(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `två år sedan`, `kolmen viikon kuluttua`, whose count is a word."""
    return _counted(view, pos, view.gap(pos + len(entry.phrase)), entry.number)


def read_digit_count(view: View, pos: int) -> Expression | None:
    """Read `2 år sedan`, `1,5 vuotta sitten`."""
    match = _COUNT.match(view.text, pos)
    return _counted(view, pos, match.end() + 1, int(match[1])) if match else None


def _counted(view: View, pos: int, start: int, count: int) -> Expression | None:
    unit = view.find(start, "unit") if 0 < count <= MOST else None
    if unit is None:
        return None
    end = start + len(unit.phrase)
    after = view.gap(end)
    word = view.find(after, "ago", "hence")
    if word:
        return _offset(
            pos, after + len(word.phrase), UNITS[unit.number], -count if word.kind == "ago" else count
        )
    if view.lexicon.has(view.word_before(pos), "hence_before"):
        return _offset(pos, end, UNITS[unit.number], count)
    return None


def _offset(pos: int, end: int, unit: str, count: int) -> Expression:
    return Expression(pos, end, "relative", offset=Offset(unit, count))


def _weekday(pos: int, end: int, weekday: int, count: int) -> Expression:
    return Expression(pos, end, "relative", weekday=weekday, offset=Offset("weekday", count))


def counted_from(one: Expression, today: dt.date) -> tuple[Moment, Moment | None] | None:
    """Return what an offset names, counted from a day: a day, week, month or year; None out of reach."""
    offset = one.offset
    if offset is None:
        return None
    try:
        return _moment(one, offset, today)
    except (OverflowError, ValueError):
        return None


def _moment(one: Expression, offset: Offset, today: dt.date) -> tuple[Moment, Moment | None]:
    if offset.unit == "year":
        return Moment(today.year + offset.count), None
    if offset.unit == "month":
        month = edtf.months_from(today, offset.count)
        return Moment(month.year, month.month), None
    if offset.unit == "week":
        week = (today + dt.timedelta(weeks=offset.count)).isocalendar()
        return Moment(week.year, week=week.week), None
    if offset.unit == "weekday":
        return _day(_weekday_from(today, one.weekday or 0, offset.count)), None
    return _day(today + dt.timedelta(days=offset.count)), None


def _weekday_from(today: dt.date, weekday: int, count: int) -> dt.date:
    """Return the last such weekday before today, or the first after it."""
    ahead = (weekday - today.weekday()) % 7
    return today + dt.timedelta(days=(ahead or 7) if count > 0 else ahead - 7)


def _day(day: dt.date) -> Moment:
    return Moment(day.year, day.month, day.day)
