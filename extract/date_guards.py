"""Knows what looks like a date and is none: paragraph numbers, amounts, case numbers, names, list numbers."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.date_days import read_separator
from extract.date_parts import Expression
from extract.date_rows import clock_rows, day_rows
from extract.date_view import View

_SECTION_AFTER = re.compile(r" {0,2}§")
_WORD_AFTER = re.compile(r" {0,2}([^\W\d_]+\.?|[%€§])")
_SENTENCE_START = re.compile(r"(?:^|[\n.:!?•·|(\"”–-])[ ]*$")
_CAPITAL_AFTER = re.compile(r" [A-ZÅÄÖÆØ][a-zåäöæø]")
_COLUMN = re.compile(r",? {1,8}|\t")
_NUMBER_SLASH = re.compile(r"\d {0,2}/ {0,2}$")
_BARE_DAYS = frozenset(
    {"day-bare", "day-yearless", "day-short-year", "day-slash-bare", "day-bare-range", "day-listed"}
)
_REACH = 16
MOST_MONTHS, LEAST_RUN = 12, 3
_JOINT = re.compile(r",? {0,2}(?:[\u2010-\u2015-]|[^\W\d_]{1,4})? {0,2}")


def is_no_date(view: View, found: Expression) -> bool:
    """Whether the words or signs beside `found` make it something else than a time."""
    if found.shape in _BARE_DAYS and not found.clock and found.weekday is None:
        return _is_reference(view, found)
    if found.shape in ("year", "years"):
        return _is_case_year(view, found) or _is_amount(view, found)
    if found.shape == "clock-bare":
        return _is_amount(view, found) or _is_reference(view, found)
    return found.shape == "month" and found.yearless and _is_name(view, found)


def _is_reference(view: View, found: Expression) -> bool:
    if _SECTION_AFTER.match(view.text, found.end):
        return True
    before = view.word_before(found.start)
    return before == "§" or view.lexicon.has(before, "number_before")


def _is_case_year(view: View, found: Expression) -> bool:
    if _NUMBER_SLASH.search(view.text, max(0, found.start - _REACH), found.start):
        return True
    before = view.word_before(found.start).rstrip(".")
    return found.last is None and view.lexicon.has(before, "case_before")


def _is_amount(view: View, found: Expression) -> bool:
    match = _WORD_AFTER.match(view.text, found.end)
    return bool(match) and view.lexicon.has(match[1], "amount_after") if match else False


def _is_name(view: View, found: Expression) -> bool:
    """Whether a month's name with a capital is a person's (Maj, April, August)."""
    start = found.start
    if not view.lexicon.has(view.text[start : found.end], "month_person"):
        return False
    if not (view.original[start].isupper() and view.original[start + 1 : start + 2].islower()):
        return False
    opens = _SENTENCE_START.search(view.original, max(0, start - _REACH), start) or start == 0
    return not opens or _CAPITAL_AFTER.match(view.original, found.end) is not None


def confirmed(view: View, found: list[Expression]) -> Iterator[Expression]:
    """Yield the expressions without weak ones that nothing confirms, and without a list's numbers.

    A weak day such as 24.8 stands when `den` or another confirming word opens it, when "and" joins it
    to a later one, or when the text names the same day elsewhere.
    """
    days = {(one.first.month, one.first.day) for one in found if one.first and not one.weak}
    numbers = set(_list_numbers(view, found))
    paired = {*_pairs(view, found), *_runs(view, found), *clock_rows(view, found), *day_rows(view, found)}
    weeks = set(_week_columns(view, found))
    for one in found:
        if one.start in weeks:
            continue
        first = one.first
        known = first is not None and (first.month, first.day) in days
        opened = one.weak and _is_opened(view, one)
        if (not one.weak or known or opened or one.start in paired) and one.start not in numbers:
            yield one


def _week_columns(view: View, found: list[Expression]) -> Iterator[int]:
    """Yield the places of weeks that only stand before the day they hold: `v 4   måndag 19/1`."""
    for one, other in pairwise(found):
        day = other.first is not None and other.first.day > 0
        if one.shape == "week" and day and _COLUMN.fullmatch(view.text, one.end, other.start):
            yield one.start


def _is_opened(view: View, one: Expression) -> bool:
    before = view.word_before(one.start)
    return view.lexicon.has(before, "den") or (
        view.lexicon.has(before, "confirming") and not _is_amount(view, one)
    )


def _pairs(view: View, found: list[Expression]) -> Iterator[int]:
    """Yield the places of two weak days that "and" joins: `24.3 och 26.5`, `24/10 og 25/10`."""
    for one, other in pairwise(found):
        if not (one.weak and other.weak and one.first and other.first and one.shape == other.shape):
            continue
        joint = read_separator(view, one.end)
        days = one.first.day > MOST_MONTHS or other.first.day > MOST_MONTHS
        rising = other.first.follows(one.first) and (days or "slash" in one.shape)
        if (
            joint
            and joint[0] == "joined"
            and other.start == joint[1]
            and rising
            and not _is_amount(view, other)
        ):
            yield one.start
            yield other.start


def _runs(view: View, found: list[Expression]) -> Iterator[int]:
    """Yield the places of three or more weak days in a row that only get later: `30/1, 20/2, 27/3`."""
    run: list[Expression] = []
    for one in found:
        if run and not _goes_on(view, run[-1], one):
            yield from _places(view, run)
            run = []
        if one.weak and one.first and one.last is None and one.first.day:
            run.append(one)
    yield from _places(view, run)


def _goes_on(view: View, one: Expression, other: Expression) -> bool:
    later = other.first is not None and one.first is not None and other.first.follows(one.first)
    joint = _JOINT.fullmatch(view.text, one.end, other.start)
    return other.weak and other.shape == one.shape and later and joint is not None


def _places(view: View, run: list[Expression]) -> Iterator[int]:
    days = {one.first.day for one in run if one.first}
    if len(run) >= LEAST_RUN and max(days) > MOST_MONTHS and not _is_amount(view, run[-1]):
        yield from (one.start for one in run)


def _list_numbers(view: View, found: list[Expression]) -> Iterator[int]:
    """Yield the places of `1.1.`, `1.2.`, `1.3.` that number the lines of a document."""
    lines = [
        one for one in found
        if one.shape == "day-yearless" and one.first and not one.clock and view.starts_line(one.start)
    ]  # fmt: skip
    for one, other in pairwise(lines):
        if one.first and other.first == one.first._replace(month=one.first.month + 1):
            yield one.start
            yield other.start
