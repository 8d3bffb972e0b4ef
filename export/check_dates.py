"""Checks the dates of a document: each stands in a source, and falls on the weekday that it says."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from babel.dates import get_day_names

from export.check_findings import Finding, tell
from export.check_sheet import Passage, Sheet
from records.dates import DateFinding
from records.draft import Cited, Draft

FindDates = Callable[[str], Sequence[DateFinding]]
"""Finds the dates of a text by its own words, in the house's language; the rooms above hand it in."""

Stretch = tuple[dt.date, dt.date]

_LONGEST = dt.timedelta(days=31)
"""Longer stretches are years, terms and seasons, which a clerk is asked to write."""
_BEFORE = 24
_ENDING = 4
"""How many letters an inflected weekday may add: "keskiviikkona"."""
_WORD = re.compile(r"[^\W\d_]+")


def check_dates(sheet: Sheet, find_dates: FindDates) -> Iterator[Finding]:
    """Yield the dates that contradict their weekday and, where the data are known, those of no source.

    A date of no source is told where it stands first. The fields above the item ask the clerk for dates
    of their own: there only weekdays are checked.
    """
    words = sheet.wording.checks
    known = set(known_stretches(sheet.draft, find_dates)) if sheet.draft else None
    for passage in sheet.own():
        for date in find_dates(passage.own):
            yield from _check_weekday(sheet, passage, date)
            stretch = stretch_of(date)
            if known is None or stretch is None or passage.region != "item":
                continue
            if stretch not in known and stretch[1] - stretch[0] <= _LONGEST:
                known.add(stretch)
                yield tell(words, "unknown_date", "warning", passage, found=date.text)


def known_stretches(draft: Draft, find_dates: FindDates) -> frozenset[Stretch]:
    """Return the days and stretches that a draft's data tell, without those that a precedent left behind."""
    values = [piece for piece in draft.pieces() if isinstance(piece, Cited)]
    texts = dict.fromkeys(text for value in values for text in (value.text, value.quote))
    days = [citation.meeting_date for citation in draft.sources]
    days += [citation.retrieved_at.date() for citation in draft.sources if citation.retrieved_at]
    days += [draft.meeting_date, draft.trigger.made_at.date()]
    found = (stretch_of(date) for date in find_dates("\n".join(texts)))
    return frozenset((*((day, day) for day in days if day), *filter(None, found)))


def stretch_of(date: DateFinding) -> Stretch | None:
    """Return the first and last day of a date, or None where its words do not tell them."""
    return (date.start, date.end) if date.start and date.end else None


def _check_weekday(sheet: Sheet, passage: Passage, date: DateFinding) -> Iterator[Finding]:
    """Yield that a day's weekday, said with it or right before it, is another one's."""
    locale = sheet.wording.dates.locale
    if date.start is None or date.start != date.end or date.inherited:
        return
    start, end = date.span
    told = (
        _WORD.findall(passage.own[start:end])[:1]
        + _WORD.findall(passage.own[max(0, start - _BEFORE) : start])[-2:]
    )
    said = next((day for day in (weekday_of(word, locale) for word in told) if day is not None), None)
    if said is not None and said != date.start.weekday():
        name = _names(locale)[date.start.weekday()][0][0]
        yield tell(sheet.wording.checks, "weekday", "error", passage, found=date.text, wanted=name)


def weekday_of(word: str, locale: str) -> int | None:
    """Return which weekday a word is in a locale of Babel's, 0 for Monday; None for other words.

    Inflected forms count ("keskiviikkona", "onsdagen"), and the short ones as they are ("ke").
    """
    told = word.casefold()
    for day, (whole, short) in enumerate(_names(locale)):
        if told in short or any(told.startswith(name) and len(told) - len(name) <= _ENDING for name in whole):
            return day
    return None


@lru_cache(maxsize=16)
def _names(locale: str) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """Return how the weekdays are called, from Monday on: their whole names, then their short ones."""
    tables = [
        [get_day_names(width, context, locale) for context in ("format", "stand-alone")]
        for width in ("wide", "abbreviated")
    ]
    whole, short = ([[str(table[day]).casefold() for table in each] for day in range(7)] for each in tables)
    return tuple(
        (_shortest(names), frozenset(name.rstrip(".") for name in shorts))
        for names, shorts in zip(whole, short, strict=True)
    )


def _shortest(names: list[str]) -> tuple[str, ...]:
    """Return names, the shortest first: that is how the day is told alone."""
    return tuple(sorted(dict.fromkeys(names), key=len))
