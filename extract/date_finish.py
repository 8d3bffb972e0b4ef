"""Adds to a day or another time what belongs to it: its clock, a weekday in brackets, what qualifies it."""

import re

from extract.date_clocks import read_bare_clock, read_clock, read_hours
from extract.date_days import Days, read_day, read_separator, read_year_after, skip_weekday
from extract.date_parts import Expression
from extract.date_view import View
from extract.date_years import OF_YEAR

_WEEKDAY_MARK = re.compile(r" ?\(([^\W\d_]{2,12})\.?\)")
_DASH_TO_CLOCK = re.compile(r" {0,2}[\u2010-\u2015-] {0,2}(?=kl)")
_AMOUNT_LIKE = re.compile(r"\d{1,2}\.\d\d(?:\.| ?(?:[%€§]|eur|kr))")
MOST_QUALIFIERS = 2


def finish_days(view: View, start: int, days: Days) -> Expression:
    """Add to a day what belongs to it: its clock, a weekday in brackets, the end of a longer span."""
    found = Expression(
        start, days.end, days.shape, days.first, days.last, weekday=days.weekday,
        weak=days.weak and days.weekday is None,
    )  # fmt: skip
    found = _with_weekday_mark(view, found)
    found = with_clock(view, found)
    found = _with_weekday_mark(view, found)
    return with_shift(view, with_qualifiers(view, _with_second_day(view, found)))


def with_shift(view: View, found: Expression) -> Expression:
    """Read on over `30. januar i år`."""
    start = view.gap(found.end)
    word = view.find(start, "year_shift") if found.yearless and start > found.end else None
    if word is None:
        return found
    shape = found.shape if found.first and found.first.day else found.shape + OF_YEAR
    return found._replace(end=start + len(word.phrase), shift=word.shift, shape=shape, weak=False)


def _with_weekday_mark(view: View, found: Expression) -> Expression:
    match = _WEEKDAY_MARK.match(view.text, found.end)
    word = view.find(match.start(1), "weekday", "weekday_short") if match else None
    if match is None or word is None or len(word.phrase) != len(match[1]):
        return found
    return found._replace(end=match.end(), weekday=word.number, weak=False)


def with_clock(view: View, found: Expression) -> Expression:
    """Return a day with the clock that follows it, `17:00` or `17:00/19:00`, if one does."""
    if found.clock:
        return found
    comma = view.text.startswith(",", found.end)
    start = view.gap(found.end + comma, 8)
    if dash := _DASH_TO_CLOCK.match(view.text, found.end):
        start = dash.end()
    elif start == found.end:
        return found
    opener = None if comma else view.find(start, "clock_from")
    start = view.gap(start + len(opener.phrase)) if opener else start
    clock = read_clock(view, start)
    if clock is None and not opener:
        clock = _bare_clock(view, start, found, comma=comma)
    return found._replace(end=clock[1], clock=clock[0], weak=False) if clock else found


def _bare_clock(view: View, start: int, found: Expression, *, comma: bool) -> tuple[str, int] | None:
    """Read `12 februari 2020 18.00`, `6 september, 13–16.30`: a clock that its place after a day tells."""
    dated = found.first is not None and found.first.year is not None
    dots = dated and not _AMOUNT_LIKE.match(view.text, start)
    clock = read_bare_clock(view, start, dots=dots, seconds=not comma)
    if clock or not comma or not (dated or found.weekday is not None or found.shape == "day-word"):
        return clock
    return read_hours(view, start)


def _with_second_day(view: View, found: Expression) -> Expression:
    """Read on over `27.9. klo 12 lauantaihin 28.9. klo 13`, `01.08.2021 00:00 - 31.07.2025 00:00`."""
    if found.last or not found.clock or "/" in found.clock or found.first is None:
        return found
    separator = read_separator(view, found.end)
    start = separator[1] if separator and separator[0] != "joined" else view.gap(found.end)
    if separator is None and not view.find(start, "weekday_to"):
        return found
    other = read_day(view, skip_weekday(view, start)[1])
    if other is None or (not other.first.follows(found.first) and other.first.year == found.first.year):
        return found
    last = with_clock(view, Expression(found.start, other.end, found.shape, other.first))
    if last.clock is None:
        return found
    return found._replace(end=last.end, last=last.first, clock=f"{found.clock}/{last.clock}")


def with_qualifiers(view: View, found: Expression) -> Expression:
    """Return a time with the qualifiers that follow it ("toukokuun alussa"), and a year behind them."""
    end = found.end
    for _ in range(MOST_QUALIFIERS):
        start = view.gap(end)
        word = view.find(start, "qualifier_after") if start > end else None
        if word is None:
            break
        end = start + len(word.phrase)
    if end == found.end:
        return found
    year, after = read_year_after(view, end)
    if year is None or found.first is None or found.last or not found.yearless or found.clock:
        return found._replace(end=end)
    return found._replace(end=after, first=found.first.in_year(year))
