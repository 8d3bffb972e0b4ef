"""Knows what looks like a date and is none: paragraph numbers, amounts, case numbers, names, list numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extract.date_parts import Expression
from extract.date_view import View

_SECTION_AFTER = re.compile(r" {0,2}§")
_WORD_AFTER = re.compile(r" {0,2}([^\W\d_]+\.?|[%€§])")
_SENTENCE_START = re.compile(r"(?:^|[\n.:!?•·|(\"”–-])[ ]*$")
_CAPITAL_AFTER = re.compile(r" [A-ZÅÄÖÆØ][a-zåäöæø]")
_NUMBER_SLASH = re.compile(r"\d {0,2}/ {0,2}$")
_BARE_DAYS = frozenset(
    {"day-bare", "day-yearless", "day-short-year", "day-slash-bare", "day-bare-range", "day-listed"}
)
_REACH = 16


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

    A weak day such as 24.8 stands when `den` opens it or the text names the same day elsewhere.
    """
    days = {(one.first.month, one.first.day) for one in found if one.first and not one.weak}
    numbers = set(_list_numbers(view, found))
    for one in found:
        first = one.first
        known = first is not None and (first.month, first.day) in days
        opened = one.weak and view.lexicon.has(view.word_before(one.start), "den")
        if (not one.weak or known or opened) and one.start not in numbers:
            yield one


def _list_numbers(view: View, found: list[Expression]) -> Iterator[int]:
    """Yield the places of `1.1.`, `1.2.`, `1.3.` that number the lines of a document."""
    lines = [
        one for one in found
        if one.shape == "day-yearless" and one.first and not one.clock and view.starts_line(one.start)
    ]  # fmt: skip
    for one, other in pairwise(lines):
        if one.first and other.first == replace(one.first, month=one.first.month + 1):
            yield one.start
            yield other.start
