"""Knows rows that tell a day or a time by digits alone: `27.  Formannskap` below a month, `0930 Kaffe`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.date_parts import Expression
from extract.date_view import View

_DAY_ROW = re.compile(r"\n[ \t•*\u2013-]{0,4}(\d{1,2})\.?(?=[ \t]{1,6}[^\W\d_])")
_CLOCK = re.compile(r"((?:0\d|1\d|2[0-3]))([0-5]\d)(?=[ \t]{1,6}[^\W\d_])")
LONGEST_LINE, LINES_APART = 240, 3
MOST_ROWS = 31
FEWEST_ROWS, MOST_MONTHS = 3, 12


def read_rows(view: View, found: Sequence[Expression]) -> list[Expression]:
    """Return the days told by a number at the start of a line below their month, in a calendar of months.

    Numbers that count on from one are a list's, not days.
    """
    rows: list[Expression] = []
    calendars = 0
    for number, one in enumerate(found):
        if one.shape != "month" or not (view.starts_line(one.start) and view.ends_line(one.end)):
            continue
        limit = found[number + 1].start if _is_month_line(view, found, number + 1) else None
        below = list(_rows_below(view, one, limit))
        rows += below
        calendars += bool(below)
    counts = [one.first.day for one in rows if one.first]
    numbered = counts == list(range(1, len(counts) + 1)) or counts[:2] == [1, 2]
    return rows if calendars > 1 and not numbered else []


def _is_month_line(view: View, found: Sequence[Expression], number: int) -> bool:
    return number < len(found) and found[number].shape == "month" and view.starts_line(found[number].start)


def _rows_below(view: View, month: Expression, limit: int | None) -> Iterator[Expression]:
    """Yield the days of the lines right below a month, in order; the first other line ends them."""
    at, before = view.text.find("\n", month.end), 0
    for _ in range(MOST_ROWS):
        match = _DAY_ROW.match(view.text, at) if at >= 0 else None
        day = int(match[1]) if match else 0
        if match is None or not before <= day <= MOST_ROWS or day < 1 or (limit and match.start(1) >= limit):
            return
        if month.first:
            first = month.first._replace(day=day)
            yield Expression(match.start(1), match.end(), "day-row", first)
        before = day
        at = view.text.find("\n", match.end(), match.end() + LONGEST_LINE)


def day_rows(view: View, found: Sequence[Expression]) -> set[int]:
    """Return the places of days such as `25/1` that open three or more lines near by, each later.

    Lines that all name one month may be case numbers of one year (`12/9`, `13/9`), so they are none.
    """
    sure: set[int] = set()
    run: list[Expression] = []
    for one in (*(one for one in found if _opens_a_row(view, one)), None):
        if one and run and not _follows_in_rows(view, run[-1], one):
            sure |= _rows_of(run)
            run = []
        run += [one] if one else []
    return sure | _rows_of(run)


def _opens_a_row(view: View, one: Expression) -> bool:
    day = one.first is not None and one.first.day > 0 and one.last is None
    return one.weak and day and view.starts_line(one.start)


def _follows_in_rows(view: View, one: Expression, other: Expression) -> bool:
    later = other.first is not None and one.first is not None and other.first.follows(one.first)
    near = 1 <= view.text.count("\n", one.end, other.start) <= LINES_APART
    return later and near and one.shape == other.shape


def _rows_of(run: Sequence[Expression]) -> set[int]:
    days = {one.first.day for one in run if one.first}
    months = {one.first.month for one in run if one.first}
    sure = len(run) >= FEWEST_ROWS and len(months) > 1 and max(days) > MOST_MONTHS
    return {one.start for one in run} if sure else set()


def read_clock_row(view: View, pos: int) -> Expression | None:
    """Read `0930 Kaffe` at the start of a line, weak until a line near by tells a time so too."""
    match = _CLOCK.match(view.text, pos)
    if match is None or not view.starts_line(pos):
        return None
    return Expression(pos, match.end(), "clock-row", clock=f"{match[1]}:{match[2]}", weak=True)


def clock_rows(view: View, found: Sequence[Expression]) -> set[int]:
    """Return the places of times such as `0930` that have another within a few lines."""
    rows = [one for one in found if one.shape == "clock-row"]
    sure: set[int] = set()
    for one, other in pairwise(rows):
        rising = (one.clock or "") < (other.clock or "")
        if rising and view.text.count("\n", one.end, other.start) <= LINES_APART:
            sure |= {one.start, other.start}
    return sure
