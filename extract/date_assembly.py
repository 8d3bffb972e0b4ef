"""Reads an expression of time at a place: which rule reads the word or number that stands there."""

import re
from collections.abc import Callable
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from extract.date_clocks import read_bare_clock, read_clock, read_four_digits
from extract.date_days import (
    day_of_digits,
    read_days,
    read_listed_day,
    read_separator,
    skip_weekday,
)
from extract.date_finish import finish_days, with_clock, with_qualifiers, with_shift
from extract.date_lexicon import Entry, Lexicon, is_whole
from extract.date_months import (
    read_month,
    read_opened_season,
    read_own_season,
    read_season,
    read_short_season,
)
from extract.date_nth import read_nth_weekday
from extract.date_parts import Expression
from extract.date_parts_of_year import (
    read_named_half,
    read_numbered_months,
    read_part,
    read_part_number,
    read_quarter_sign,
    read_ranked_part,
    read_week,
)
from extract.date_relative import (
    read_count,
    read_day_shift,
    read_digit_count,
    read_opened_unit,
    read_past_weekday,
)
from extract.date_rows import read_clock_row
from extract.date_terms import read_each_term, read_ranked_term_year, read_term, read_term_year
from extract.date_view import View
from extract.date_years import (
    read_decade,
    read_school_year,
    read_turn,
    read_year_shift,
    read_year_word,
    read_years,
)

_AGENDA_TIME = re.compile(r"\d{1,2}\.\d\d: ")
_PROMISING = re.compile(
    r"\d{4}(?!\d)|\d{1,2}(?:[./](?=[\w \u2010-\u2015-])|:(?=[\dae])|\.?, {0,3}(?=[^\W_])"
    r"|[\u2010-\u2015\u2212-]|[^\W\d_]| {1,3}[^\W\d_]| {1,2}[\u2010-\u2015\u2212-])"
)
"""A year, or a number that something follows which can make it a time."""
_CLOCK_LIKE = re.compile(r"\d{1,2}[.:]\d\d|\d{4} {0,2}[\u2010-\u2015\u2212-]")
_PLAIN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?=[/)\n;]| {1,3}§|\.\s| {1,3}([^\W\d_]+))")
"""A day that nothing can go on from, but a word of time where a word is behind it."""
_WORD_NEXT = re.compile(r"\d{1,2}\.? {1,3}([^\W\d_]+)")
_WORD_BEHIND = re.compile(r"\.?,? {1,3}([^\W\d_]+)")
"""A word behind a short weekday, which needs a day or clock there: Norwegian "to" is mostly a number."""
Reader = Callable[[View, int, Entry], Expression | None]


class Openings:
    """The phrases that an expression of time may open with, found in a text by one scan for all."""

    def __init__(self, lexicon: Lexicon) -> None:
        opening = {
            entry.phrase: len(word)
            for word, entries in lexicon.by_word.items()
            for entry in entries
            if entry.kind in _READERS
        }
        self._scan = AhoCorasick(list(opening))
        self._lengths = tuple(opening.values())

    def places(self, text: str) -> set[int]:
        """Return where such a phrase stands in a folded text, its first word being a whole one."""
        lengths, padded = self._lengths, f" {text} "
        found = (
            (start, start + lengths[index])
            for index, start, _ in self._scan.find_matches_as_indexes(text, overlapping=True)
            if not (padded[start].isalpha() and padded[start + 1].isalpha())
        )
        return {start for start, end in found if not padded[end + 1].isalpha() and is_whole(text, start, end)}


@lru_cache(maxsize=16)
def openings_of(lexicon: Lexicon) -> Openings:
    """Return the phrases of a lexicon that an expression may open with."""
    return Openings(lexicon)


def read_number(view: View, pos: int) -> Expression | None:
    """Return the expression that opens with the number at `pos`, or None."""
    if not _PROMISING.match(view.text, pos):
        return None
    plain = _PLAIN_DAY.match(view.text, pos)
    if plain and plain[4] not in view.lexicon.by_word and (day := day_of_digits(plain)):
        return Expression(pos, plain.end(), "day-dots", day)
    word = _WORD_NEXT.match(view.text, pos)
    if word and word[1] not in view.lexicon.by_word:
        return None
    days = read_days(view, pos)
    if days:
        return finish_days(view, pos, days)
    if row := read_clock_row(view, pos):
        return row
    for reader in (
        read_listed_day, read_numbered_months, read_decade, read_years, read_ranked_part,
        read_ranked_term_year, read_digit_count,
    ):  # fmt: skip
        if expression := reader(view, pos):
            return with_qualifiers(view, expression)
    return _read_plain_clock(view, pos)


def _read_plain_clock(view: View, pos: int) -> Expression | None:
    """Read a clock without its word; `10.00` after "start" and the like, as `10.00:`, or first on a line."""
    if not _CLOCK_LIKE.match(view.text, pos):
        return None
    agenda = view.starts_line(pos) or _AGENDA_TIME.match(view.text, pos) is not None
    dots = agenda or view.lexicon.has(view.word_before(pos), "clock_bare")
    clock = read_bare_clock(view, pos, dots=dots) or read_four_digits(view, pos)
    if clock is None:
        return None
    return with_qualifiers(view, Expression(pos, clock[1], "clock-bare", clock=clock[0]))


def read_word(view: View, pos: int) -> Expression | None:
    """Return the longest expression that opens with the known word at `pos`, or None."""
    best: Expression | None = None
    for entry in view.at(pos):
        reader = _READERS.get(entry.kind)
        expression = reader(view, pos, entry) if reader else None
        if expression and (best is None or (expression.end, best.start) > (best.end, expression.start)):
            best = expression
    if best is None:
        return None
    if best.shape in ("month", "season") and best.shift is None:
        best = with_shift(view, best)
    return with_qualifiers(view, best)


def _read_weekday(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read a weekday with its day or clock; without either, a weekday told for itself."""
    word = _WORD_BEHIND.match(view.text, pos + len(entry.phrase)) if entry.kind == "weekday_short" else None
    if word and word[1] not in view.lexicon.by_word:
        return None
    days = read_days(view, pos)
    if days:
        return finish_days(view, pos, days)
    if listed := read_listed_day(view, skip_weekday(view, pos)[1]):
        return listed._replace(start=pos, weekday=entry.number)
    end = pos + len(entry.phrase)
    pair = read_separator(view, end)
    other = view.find(pair[1], "weekday", "weekday_short") if pair else None
    if pair and other and other.kind == entry.kind:
        end = pair[1] + len(other.phrase)
        if days := read_days(view, view.gap(end)):
            return finish_days(view, pos, days)._replace(weekday=entry.number)
    if entry.kind in ("weekday_from", "weekday_to"):
        return None
    found = with_clock(view, Expression(pos, end, entry.kind.replace("_", "-"), weekday=entry.number))
    return None if entry.kind == "weekday_short" and not found.clock else found


def _read_opened(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read what "last", "this" or "next" opens: a season, a month, a week, a weekday."""
    return read_opened_season(view, pos, entry) or read_opened_unit(view, pos, entry)


def _read_day_part(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `förmiddagen den 20 april`."""
    start = view.gap(pos + len(entry.phrase))
    den = view.find(start, "den")
    days = read_days(view, view.gap(start + len(den.phrase)) if den else start)
    return finish_days(view, pos, days) if days else None


def _read_ordinal(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `första augusti`, `första året varje ny mandatperiod`."""
    if nth := read_nth_weekday(view, pos, entry):
        return nth
    days = read_days(view, pos)
    return finish_days(view, pos, days) if days else read_term_year(view, pos, entry)


def _read_rank(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `första halvåret 2024`, `siste onsdag i mars`."""
    return read_nth_weekday(view, pos, entry) or read_part(view, pos, entry)


def _read_opened_clock(view: View, pos: int, _entry: Entry) -> Expression | None:
    clock = read_clock(view, pos)
    return Expression(pos, clock[1], "clock", clock=clock[0]) if clock else None


def _read_qualified(view: View, pos: int, entry: Entry) -> Expression | None:
    """Read `början av mars`, `utgangen av oktober`, `tidig vår 2019`, `mitten av mandatperioden`."""
    start = view.gap(pos + len(entry.phrase))
    if start == pos + len(entry.phrase):
        return None
    if view.text[start : start + 1].isdecimal():
        inner = read_years(view, start)
    else:
        inner = None if view.find(start, "qualifier_before") else read_word(view, start)
    if inner is None or inner.clock or inner.weekday is not None or (inner.first and inner.first.day):
        return None
    return inner._replace(start=pos)


_READERS: dict[str, Reader] = {
    "weekday": _read_weekday,
    "weekday_short": _read_weekday,
    "weekday_each": _read_weekday,
    "weekday_from": _read_weekday,
    "day_part": _read_day_part,
    "ordinal": _read_ordinal,
    "month": read_month,
    "month_short": read_month,
    "month_pair": read_month,
    "season": read_season,
    "season_own": read_season,
    "season_each": read_season,
    "season_opener": _read_opened,
    "season_short": read_short_season,
    "half_named": read_named_half,
    "day_shift": read_day_shift,
    "weekday_past": read_past_weekday,
    "count": read_count,
    "season_own_after": read_own_season,
    "year": read_year_word,
    "school": read_school_year,
    "year_shift": read_year_shift,
    "turn": read_turn,
    "new_year": read_turn,
    "midyear": read_turn,
    "rank": _read_rank,
    "half": read_part_number,
    "third": read_part_number,
    "quarter": read_part_number,
    "quarter_sign": read_quarter_sign,
    "week": read_week,
    "week_short": read_week,
    "clock": _read_opened_clock,
    "between": _read_opened_clock,
    "qualifier_before": _read_qualified,
    "term": read_term,
    "term_guarded": read_term,
    "term_opener": read_term,
    "term_whose": read_term,
    "term_each": read_each_term,
    "every_four": read_each_term,
    "coming": read_each_term,
    "term_year": read_term_year,
}
