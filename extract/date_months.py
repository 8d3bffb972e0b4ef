"""Knows months and seasons: `toukokuussa 2025`, `elo-syyskuussa`, `mars til mai`, `i höst`."""

import re

from extract.date_days import read_month_day, read_separator, read_year_after
from extract.date_lexicon import Entry
from extract.date_nth import read_month_nth
from extract.date_parts import Expression, Moment
from extract.date_view import View

_SHORT_YEAR = re.compile(r"[ -]?(20\d\d|[1-4]\d)(?![\d:/]|[.,]\d)")
CENTURY = 2000


def read_month(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read a month, a range or pair of months, or a day that stands after its month, from `entry` on."""
    end = pos + len(entry.phrase)
    if entry.kind == "month_pair":
        first, last = Moment(month=entry.number), Moment(month=entry.number % 12 + 1)
        return _dated(view, Expression(pos, end, "month-range", first, last))
    marked = view.lexicon.has(entry.phrase, "month_of")
    if entry.kind == "month" and (day := read_month_day(view, end, entry.number, marked=marked)):
        return Expression(pos, day.end, day.shape, day.first)
    if marked and (nth := read_month_nth(view, pos, end, entry.number)):
        return nth
    if entry.kind == "month_short":
        end += view.text.startswith(".", end)
    year, after = read_year_after(view, end)
    between = view.lexicon.has(view.word_before(pos), "between")
    if pair := _month_after(view, after, entry, between=between):
        first = Moment(year, entry.number)
        return _dated(view, Expression(pos, pair[1], "month-range", first, pair[0]))
    if entry.kind == "month_short" and year is None:
        return None
    return Expression(pos, after, "month", Moment(year, entry.number))


def _month_after(view: View, pos: int, entry: Entry, *, between: bool) -> tuple[Moment, int] | None:
    """Return the month that ends a range or pair and the place after it."""
    hyphen = view.text.startswith("-", pos) and view.find(view.gap(pos + 1), "joined")
    slash = view.text.startswith("/", pos)
    separator = ("joined", pos + 1) if slash else read_separator(view, pos + 1 if hyphen else pos)
    if (
        separator is None
        and view.lexicon.has(entry.phrase, "month_from")
        and view.find(view.gap(pos), "month_to")
    ):
        separator = ("until", view.gap(pos))
    other = view.find(separator[1], "month", "month_short") if separator else None
    if separator is None or other is None:
        return None
    if separator[0] == "joined" and not between and other.number != entry.number % 12 + 1:
        return None
    end = separator[1] + len(other.phrase)
    if other.kind == "month_short":
        end += view.text.startswith(".", end)
        if read_year_after(view, end)[0] is None:
            return None
    return Moment(month=other.number), end


def _dated(view: View, expression: Expression) -> Expression:
    """Give a range of months the year that follows it; an end before the start lies a year later."""
    first, last = expression.first, expression.last
    if first is None or last is None:
        return expression
    year, end = read_year_after(view, expression.end)
    if year is None:
        later = last.in_year(first.year + first.follows(last)) if first.year else last
        return expression._replace(last=later)
    first = first if first.year else first.in_year(year - first.follows(last))
    return expression._replace(first=first, last=last.in_year(year), end=end)


def read_season(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read a season or pair of seasons, with its year if it stands there, from `entry` on."""
    end = pos + len(entry.phrase)
    if entry.kind == "season_each":
        return Expression(pos, end, "season-each", Moment(season=entry.number), recurring="P1Y")
    year, after = read_year_after(view, end)
    if entry.kind == "season_own" and year is None and not _stands_alone(view, pos, end):
        return None
    first = Moment(year, season=entry.number)
    other = _season_after(view, after) if year is None else _year_after_season(view, after)
    if other is None:
        return Expression(pos, after, "season", first, shift=entry.shift)
    last, end = other
    return Expression(pos, end, "season-range", first.in_year(year or last.year), last, shift=entry.shift)


def _stands_alone(view: View, pos: int, end: int) -> bool:
    return view.starts_line(pos) and view.ends_line(end)


def _season_after(view: View, pos: int) -> tuple[Moment, int] | None:
    separator = read_separator(view, pos)
    other = view.find(separator[1], "season") if separator else None
    if separator is None or other is None:
        return None
    year, end = read_year_after(view, separator[1] + len(other.phrase))
    return Moment(year, season=other.number), end


def _year_after_season(view: View, pos: int) -> tuple[Moment, int] | None:
    """Return what ends a range that opens with a season of its own year: `og året 2020`, `– våren 2021`."""
    separator = read_separator(view, pos)
    word = view.find(separator[1], "year", "season") if separator else None
    if separator is None or word is None or (word.kind == "season" and separator[0] == "joined"):
        return None
    year = view.year(view.gap(separator[1] + len(word.phrase)))
    season = word.number if word.kind == "season" else 0
    return (Moment(year[0], season=season), year[1]) if year else None


def read_short_season(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `ht 2025`, `VT26`, `vt/ht 2025`: a season's letters, which a year must follow."""
    end, seasons = pos + len(entry.phrase), [entry.number]
    other = view.find(end + 1, "season_short") if view.text.startswith("/", end) else None
    if other:
        end, seasons = end + 1 + len(other.phrase), sorted((entry.number, other.number))
    match = _SHORT_YEAR.match(view.text, end)
    if match is None:
        return None
    year = int(match[1]) + (0 if len(match[1]) == 4 else CENTURY)
    last = Moment(year, season=seasons[-1]) if len(set(seasons)) > 1 else None
    return Expression(pos, match.end(), "season-short", Moment(year, season=seasons[0]), last)


def read_opened_season(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read a season or month whose year a word before it tells: `viime keväänä`, `ensi maaliskuussa`."""
    start = view.gap(pos + len(entry.phrase))
    season = view.find(start, "season")
    month = view.find(start, "month") if season is None else None
    read = read_season(view, start, season) if season else read_month(view, start, month) if month else None
    if read is None or (read.first and read.first.year) or (month and read.shape != "month"):
        return None
    return read._replace(start=pos, shift=entry.shift) if read else None


def read_own_season(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read a season that another word must introduce: `i vår`."""
    start = view.gap(pos + len(entry.phrase))
    season = view.find(start, "season_own")
    if season is None:
        return None
    year, end = read_year_after(view, start + len(season.phrase))
    return Expression(start, end, "season", Moment(year, season=season.number))
