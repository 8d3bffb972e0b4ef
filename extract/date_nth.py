"""Knows weekdays counted within a month: `andre mandag i februar`, `sista onsdagen i mars`."""

import calendar

from extract.date_days import read_year_after
from extract.date_lexicon import Entry
from extract.date_parts import Expression, Moment, Offset
from extract.date_view import View

NTH = "nth weekday"
MOST = 5


def read_nth_weekday(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read a rank, a weekday and its month from `entry` on; the day is told once the year is."""
    start = view.gap(pos + len(entry.phrase))
    weekday = view.find(start, "weekday") if -1 <= entry.number <= MOST else None
    if weekday is None:
        return None
    start = view.gap(start + len(weekday.phrase))
    joiner = view.find(start, "year_joiner")
    start = view.gap(start + len(joiner.phrase)) if joiner else start
    month = view.find(start, "month", "month_short")
    if month is None:
        return None
    year, end = read_year_after(view, start + len(month.phrase))
    return _nth(Expression(pos, end, NTH), Moment(year, month.number), weekday.number, entry.number)


def read_month_nth(view: View, pos: int, end: int, month: int) -> Expression | None:
    """Read `helmikuun toinen maanantai`, whose month ends at `end`."""
    rank = view.find(view.gap(end), "rank", "ordinal")
    start = view.gap(view.gap(end) + len(rank.phrase)) if rank else end
    weekday = view.find(start, "weekday") if rank and -1 <= rank.number <= MOST else None
    if rank is None or weekday is None:
        return None
    year, after = read_year_after(view, start + len(weekday.phrase))
    return _nth(Expression(pos, after, NTH), Moment(year, month), weekday.number, rank.number)


def _nth(one: Expression, month: Moment, weekday: int, rank: int) -> Expression:
    return with_day(one._replace(first=month, weekday=weekday, offset=Offset(NTH, rank)))


def with_day(one: Expression) -> Expression:
    """Return a counted weekday with its day, where its year is told; others as they are."""
    first, offset = one.first, one.offset
    if first is None or first.year is None or first.day or offset is None or offset.unit != NTH:
        return one
    weeks = calendar.monthcalendar(first.year, first.month)
    days = [week[one.weekday or 0] for week in weeks if week[one.weekday or 0]]
    wanted = offset.count - 1 if offset.count > 0 else -1
    return one._replace(first=first._replace(day=days[wanted])) if wanted < len(days) else one
