"""Knows years: `2026`, `vuosille 2026-2028`, `2022-25`, `läsåret 2024/25`, `2020-luvulla`, `viime vuonna`."""

import re

from extract.date_days import read_days, read_separator, read_year_after
from extract.date_lexicon import Entry
from extract.date_months import read_month, read_season
from extract.date_parts import Expression, Moment
from extract.date_parts_of_year import read_part
from extract.date_view import View

_YEAR_END = re.compile(r"((?:19|20)?\d\d)(?!\d)")
_CLOSED = re.compile(r"(?![\d/_]|[.,:-]\d|[^\W\d_])")
_SCHOOL = re.compile(r"((?:19|20)\d\d)/((?:19|20)?\d\d)(?![\d/])")
SCHOOL_START, SCHOOL_END = 8, 6
LONGEST = 50
OF_YEAR = "-of-year"
"""Ends the shape of what lies in a year told from today: `viime vuoden kesäkuussa`."""


def read_years(view: View, pos: int) -> Expression | None:
    """Read a year or a range of years in digits."""
    start = view.year(pos)
    if start is None:
        return None
    year, end = start
    if match := _SCHOOL.match(view.text, pos):
        following = int(match[2]) % 100 == (year + 1) % 100
        return Expression(pos, match.end(), "years", Moment(year), Moment(year + 1)) if following else None
    if last := _last_year(view, year, end):
        return Expression(pos, last[1], "years", Moment(year), Moment(last[0]))
    return Expression(pos, end, "year", Moment(year)) if _CLOSED.match(view.text, end) else None


def _last_year(view: View, year: int, pos: int) -> tuple[int, int] | None:
    separator = read_separator(view, pos)
    match = _YEAR_END.match(view.text, separator[1]) if separator and separator[0] != "joined" else None
    if match is None or not _CLOSED.match(view.text, match.end()):
        return None
    last = int(match[1]) if len(match[1]) == 4 else year - year % 100 + int(match[1])
    return (last, match.end()) if year < last <= year + LONGEST else None


def read_year_word(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read years after a word for them, and what lies within the year: `vuoden 2025 tammi-kesäkuun`."""
    end = pos + len(entry.phrase)
    start = view.gap(end + view.text.startswith(".", end))
    years = read_years(view, start) if start > end else None
    if years is None:
        return None
    if years.last is None and years.first is not None:
        inner = _within(view, years.end, years.first.year)
        if inner:
            return inner._replace(start=pos)
    return years._replace(start=pos, shape=years.shape + "-word")


def _within(view: View, pos: int, year: int | None) -> Expression | None:
    """Read what follows a year it lies in: `tammi-kesäkuun`, `ensimmäisen puoliskon`, `syksyllä`."""
    start = view.gap(pos)
    entry = view.find(start, "month", "month_short", "season", "rank") if start > pos else None
    if entry is None:
        return None
    reader = read_part if entry.kind == "rank" else read_season if entry.kind == "season" else read_month
    inner = reader(view, start, entry)
    if inner is None or inner.first is None or inner.first.year:
        return None
    last = inner.last.in_year(year) if inner.last else None
    return inner._replace(first=inner.first.in_year(year), last=last)


def read_school_year(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `läsåret 2024/25` as August to June, `lukuvuonna 2025–2026` as two years."""
    start = view.gap(pos + len(entry.phrase))
    if match := _SCHOOL.match(view.text, start):
        first = int(match[1])
        if (first + 1) % 100 == int(match[2]) % 100:
            bounds = Moment(first, SCHOOL_START), Moment(first + 1, SCHOOL_END)
            return Expression(pos, match.end(), "school-year", *bounds)
    years = read_years(view, start)
    return years._replace(start=pos, shape="school-year") if years else None


def read_decade(view: View, pos: int) -> Expression | None:
    """Read `2020-luvulla`, `1960-talet`."""
    year = view.year(pos)
    dash = view.text.startswith("-", year[1]) if year else False
    word = view.find(year[1] + 1, "decade") if year and dash else None
    if year is None or word is None or year[0] % 10:
        return None
    return Expression(pos, year[1] + 1 + len(word.phrase), "decade", Moment(year[0]), Moment(year[0] + 9))


def read_turn(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read the turn of a year (`årsskiftet 2025/2026`), a new year, the middle of a year."""
    end = pos + len(entry.phrase)
    years = read_years(view, view.gap(end)) if entry.kind == "turn" else None
    if years and years.first and years.last and years.first.year:
        year = years.first.year
        return Expression(pos, years.end, "turn", Moment(year, 12), Moment(year + 1, 1))
    if entry.kind == "turn":
        return Expression(pos, end, "turn", Moment(month=12), Moment(month=1))
    year_after, end = read_year_after(view, end)
    return Expression(pos, end, entry.kind, Moment(year_after, 1 if entry.kind == "new_year" else 6))


def read_year_shift(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read a year told from the document's own: `viime vuonna`, `årets`, with a month or day after it."""
    end = pos + len(entry.phrase)
    inner = _within(view, end, None)
    if inner:
        return inner._replace(start=pos, shift=entry.shift, shape=inner.shape + OF_YEAR)
    days = read_days(view, view.gap(end))
    if days and not days.weak and days.first.year is None:
        return Expression(pos, days.end, days.shape, days.first, days.last, shift=entry.shift)
    return Expression(pos, end, "year-shift", Moment(), shift=entry.shift)
