"""Finds every expression of time in a text, as it stands, in one pass over its numbers and known words."""

import re
from functools import lru_cache

from config.date_words import DateWords
from extract.date_assembly import openings_of, read_number, read_word
from extract.date_days import read_glued_day
from extract.date_guards import confirmed, is_no_date
from extract.date_lexicon import lexicon_of
from extract.date_parts import Expression
from extract.date_rows import read_rows
from extract.date_view import View
from extract.folded import fold

_NUMBER = re.compile(r"\d+")
_LONG = 500
"""Texts longer than this are documents, whose scan is kept; a few words do not push them out."""
_JOINED_BEFORE = frozenset("_/.,:+#@&=§-")
_AFTER_SLASH = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d)")


def scan_expressions(text: str, words: DateWords) -> list[Expression]:
    """Return the expressions of time of `text` in order, none overlapping another.

    Runs in time linear to the length of `text` and raises nothing. What the words do not tell
    (a year, a month) is missing in the values. The last texts are remembered, since decisions and
    dates of one item are read from the same scan.
    """
    return list(_kept(text, words) if len(text) > _LONG else _scan(text, words))


@lru_cache(maxsize=2)
def _kept(text: str, words: DateWords) -> tuple[Expression, ...]:
    return _scan(text, words)


def _scan(text: str, words: DateWords) -> tuple[Expression, ...]:
    view = View(fold(text), text, lexicon_of(words))
    known = openings_of(view.lexicon).places(view.text)
    numbers = {one.start(): one.end() for one in _NUMBER.finditer(view.text) if one[0].isascii()}
    found: list[Expression] = []
    done = 0
    for pos in sorted(known | numbers.keys()):
        if pos < done:
            continue
        expression = _read_at(view, pos, numbers.get(pos), known=pos in known)
        if expression:
            done = expression.end
            if not is_no_date(view, expression):
                found.append(expression)
    kept = list(confirmed(view, found))
    rows = read_rows(view, kept)
    return tuple(sorted([*kept, *rows], key=lambda one: one.start)) if rows else tuple(kept)


def _read_at(view: View, pos: int, number_end: int | None, *, known: bool) -> Expression | None:
    expression = read_word(view, pos) if known and not _hyphened(view.text, pos) else None
    if expression is None and number_end is not None:
        expression = _number_at(view, pos, number_end)
    return expression


def _hyphened(text: str, pos: int) -> bool:
    """Whether the word at `pos` is the tail of a compound: `Anna-Maj`, `kalenteri-vuoden`."""
    return text[pos - 1 : pos] == "-" and text[pos - 2 : pos - 1].isalpha() and pos > 1


def _number_at(view: View, pos: int, end: int) -> Expression | None:
    expression = read_number(view, pos) if _stands_free(view.text, pos) else None
    if expression is None and view.text.startswith(".", end) and end - pos >= 2:
        return read_glued_day(view, end - 2)
    return expression


def _stands_free(text: str, pos: int) -> bool:
    """Whether the number at `pos` is not the tail of a longer number, name or reference."""
    before, further = text[pos - 1 : pos], text[pos - 2 : pos - 1]
    if not before or not (before.isalnum() or before in _JOINED_BEFORE):
        return True
    if before in ".:":
        return further.isalpha() or further == ")"
    if before == "/":
        return _AFTER_SLASH.match(text, pos) is not None
    return before == "-" and not further.isalnum()
