"""Knows halves, thirds, quarters, weeks, months in digits: `1. halvår 2020`, `uke 43`, `1-6/2025`."""

import calendar
import re

from extract.date_days import read_separator, read_year_after
from extract.date_lexicon import Entry
from extract.date_parts import Expression, Moment
from extract.date_view import View

_MONTHS_YEAR = re.compile(r"(\d{1,2}) ?[-\u2010-\u2015] ?(\d{1,2})(?:/| )((?:19|20)\d\d)(?![\d/])")
_MONTH_YEAR = re.compile(r"(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_MONTHS_NUMBERED = re.compile(r"(\d{1,2}) ?[-\u2010-\u2015] ?(\d{1,2}) ?")
_ISO_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\d-])")
_SMALL = re.compile(r"(\d{1,2})(?![\d/]|[.,:]\d)")
_RANK = re.compile(r"([1-4])(?:\.|:[ae]) ")
_QUARTER = re.compile(r"([1-4])(?: |/|-)((?:19|20)\d\d)(?!\d)")
_COMMON_YEAR = 2001
_SIZES = {"half": 6, "third": 4, "quarter": 3}


def read_numbered_months(view: View, pos: int) -> Expression | None:
    """Read months in digits: `1-6/2025`, `1-8 2020`, `1-7 kk`, `2024-02`, and `6/2025` after its words."""
    text = view.text
    if match := _ISO_MONTH.match(text, pos):
        year, month = int(match[1]), int(match[2])
        span_of_years = month == year % 100 + 1
        return None if span_of_years else Expression(pos, match.end(), "month-iso", Moment(year, month))
    if match := _MONTHS_YEAR.match(text, pos):
        return _numbered(pos, match.end(), int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTHS_NUMBERED.match(text, pos):
        return _months_named(view, pos, match)
    match = _MONTH_YEAR.match(text, pos)
    if match and 1 <= int(match[1]) <= 12 and _status_before(view, pos):
        return Expression(pos, match.end(), "month-slash", Moment(int(match[2]), int(match[1])))
    return None


def _status_before(view: View, pos: int) -> bool:
    opened = pos - view.text.startswith("(", pos - 1)
    return view.lexicon.has(view.word_before(opened), "month_status")


def _months_named(view: View, pos: int, match: re.Match[str]) -> Expression | None:
    word = view.find(match.end(), "month_numbers")
    if word is None:
        return None
    end = match.end() + len(word.phrase)
    year = view.year(end + 1) if view.text[end : end + 1] in ("/", " ") else None
    return _numbered(pos, year[1] if year else end, int(match[1]), int(match[2]), year[0] if year else None)


def _numbered(pos: int, end: int, first: int, last: int, year: int | None) -> Expression | None:
    if not 1 <= first < last <= 12:
        return None
    return Expression(pos, end, "months-numbered", Moment(year, first), Moment(year, last))


def read_part(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `första halvåret 2024`, `ensimmäisen puoliskon`, `siste halvår av 2026`."""
    start = view.gap(pos + len(entry.phrase))
    return (
        _last_day(view, pos, start)
        if entry.number == -1 and view.find(start, "month")
        else _part(view, pos, start, entry.number)
    )


def _last_day(view: View, pos: int, start: int) -> Expression | None:
    """Read `den sista juli 2026`; `sista april` alone, but not `siste mai-helg`."""
    month = view.find(start, "month")
    if month is None or not view.lexicon.has(view.word_before(pos), "den"):
        return None
    year, end = read_year_after(view, start + len(month.phrase))
    last = calendar.monthrange(year or _COMMON_YEAR, month.number)[1]
    return Expression(pos, end, "day-word", Moment(year, month.number, last))


def read_ranked_part(view: View, pos: int) -> Expression | None:
    """Read `1. halvår 2020`, `2. tertial`."""
    match = _RANK.match(view.text, pos)
    return _part(view, pos, match.end(), int(match[1])) if match else None


def read_named_half(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `vårhalvåret 2026`, `hausthalvåret`."""
    return _whole_part(view, pos, pos + len(entry.phrase), "half", entry.number)


def read_part_number(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `kvartal 1 2023`, `tertial 2`, `vuosikolmanneksella 1/2025`."""
    start = view.gap(pos + len(entry.phrase))
    if match := _MONTH_YEAR.match(view.text, start):
        return _part_months(pos, match.end(), entry.kind, int(match[1]), int(match[2]))
    match = _SMALL.match(view.text, start)
    return _whole_part(view, pos, match.end(), entry.kind, int(match[1])) if match else None


def read_quarter_sign(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `Q1 2024`."""
    match = _QUARTER.match(view.text, pos + len(entry.phrase))
    return _part_months(pos, match.end(), "quarter", int(match[1]), int(match[2])) if match else None


def _part(view: View, pos: int, start: int, number: int) -> Expression | None:
    word = view.find(start, *_SIZES)
    return _whole_part(view, pos, start + len(word.phrase), word.kind, number) if word else None


def _whole_part(view: View, pos: int, end: int, kind: str, number: int) -> Expression | None:
    year, end = read_year_after(view, end)
    return _part_months(pos, end, kind, number, year)


def _part_months(pos: int, end: int, kind: str, number: int, year: int | None) -> Expression | None:
    size = _SIZES[kind]
    number = 12 // size if number == -1 else number
    if not 1 <= number <= 12 // size:
        return None
    first, last = (number - 1) * size + 1, number * size
    return Expression(pos, end, kind, Moment(year, first), Moment(year, last))


def read_week(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `vecka 41`, `uke 43-44 2023`, `viikolla 39`, `viikolla 38/2025`."""
    start = pos + len(entry.phrase)
    start = view.gap(start + (view.text.startswith(".", start) and entry.kind == "week_short"))
    if (match := _MONTH_YEAR.match(view.text, start)) and 1 <= int(match[1]) <= 53:
        return Expression(pos, match.end(), "week", Moment(int(match[2]), week=int(match[1])))
    match = _SMALL.match(view.text, start)
    if match is None or not 1 <= int(match[1]) <= 53:
        return None
    first, last, end = Moment(week=int(match[1])), None, match.end()
    separator = read_separator(view, end)
    other = _SMALL.match(view.text, separator[1]) if separator else None
    if other and int(match[1]) < int(other[1]) <= 53:
        last, end = Moment(week=int(other[1])), other.end()
    year, end = read_year_after(view, end)
    return Expression(pos, end, "week", first.in_year(year), last.in_year(year) if last else None)
