"""Collects what a draft's precedents left behind, and reads numbers, § and years however they are written."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from export.check_dates import FindDates, Stretch, stretch_of
from export.check_words import any_of, lower
from export.text import fold
from records.base import Span
from records.draft import Cited, Draft, Placeholder

_NUMBER = re.compile(r"(?<![\w.,/:-])(?:\d{1,3}(?:[ \u202f.]\d{3})+|\d{1,9})(?:,\d{1,2})?(?![\w/:]|[.,-]\d)")
_SECTION = re.compile(r"§{1,2}\s{0,3}(\d{1,4})(?![\d/:.]\d)|(?<![\d/:.])(\d{1,4})\s{0,3}§")
_YEAR = re.compile(r"(?<![\d/.:-])(?:19|20)\d\d(?![\d/:])")
_YEARS = range(1900, 2100)
_SHORTEST = 4
_CERTAIN = frozenset({"amount", "section", "case_number", "person", "contact"})
"""Keys of placeholders whose old value cannot be right again; a place, a body or an organiser may be."""
_TIMES = frozenset({"when", "period", "year", "meeting", "date"})
"""Keys whose old values are compared as days: "februari" may be right again, 3.2.2025 may not."""
_PERIODS = frozenset({"period", "year"})
_LONGEST = dt.timedelta(days=200)
"""Longer stretches are years and terms, which a new decision may share."""
_SMALL = frozenset({"length", "number", "sessions"})
"""Keys whose old values are too common to be looked for: "2"."""


@dataclass(frozen=True)
class Olds:
    """What precedents left behind, by kind; `phrases` tells of numbers and names whether they are certain.

    `sums` are digits as `find_sums` gives them, `years` those before the year of the new decision,
    `periods` those for which a precedent decided, that year itself too.
    """

    dates: frozenset[Stretch] = frozenset()
    sums: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, bool], ...] = ()


def collect_olds(draft: Draft, find_dates: FindDates, currencies: tuple[str, ...]) -> Olds:
    """Return what stands in the old values of a draft's placeholders, and its precedents' years."""
    gaps = [piece for piece in draft.pieces() if isinstance(piece, Placeholder)]
    olds = [(gap.key, value) for gap in gaps for value in gap.olds if gap.key not in _SMALL]
    texts = list(
        dict.fromkeys(text for _, value in olds for text in (fold(value.text), fold(value.quote)) if text)
    )
    sums = [digits for text in texts for _, digits in find_sums(text, currencies)]
    sums += [
        _digits(match[0])
        for key, value in olds
        if key == "amount"
        for match in _NUMBER.finditer(fold(value.text))
    ]
    sections = [number for text in texts for _, number in find_sections(text)]
    sections += [value.text for key, value in olds if key == "section" and value.text.isdecimal()]
    days = map(stretch_of, find_dates("\n".join(texts)))
    return Olds(
        dates=frozenset(stretch for stretch in days if stretch and stretch[1] - stretch[0] <= _LONGEST),
        sums=frozenset(sums),
        sections=frozenset(sections),
        years=_past_years(draft, gaps, texts),
        periods=_periods(draft, olds),
        phrases=tuple(_phrases(olds).items()),
    )


def find_sums(text: str, currencies: tuple[str, ...]) -> Iterator[tuple[Span, str]]:
    """Yield the sums of money of a text and their digits: "4 000,00 euroa", "4.000 €" and "4000" are one.

    A number is a sum when money is named beside it, or when it is too large for a count and no year.
    """
    for match in _NUMBER.finditer(text):
        digits = _digits(match[0])
        if _is_large(digits) or _is_money(text, match, currencies):
            yield match.span(), digits


def find_sections(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the § of a text and their numbers, "§ 71" as "71 §"."""
    for match in _SECTION.finditer(text):
        yield match.span(), match[1] or match[2]


def find_years(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the years of a text, those in stretches ("2021–2025") too."""
    for match in _YEAR.finditer(text):
        yield match.span(), match[0]


def _past_years(draft: Draft, gaps: Sequence[Placeholder], texts: Sequence[str]) -> frozenset[str]:
    """Return the years of precedents that lie before the year in which the matter is decided now."""
    lent = {value.source for value in draft.cited() if value.precedent}
    lent |= {value.source for gap in gaps for value in gap.olds}
    days = (draft.sources[source].meeting_date for source in lent)
    years = {str(day.year) for day in days if day}
    years |= {year for text in texts for _, year in find_years(text)}
    return frozenset(year for year in years if int(year) < _now(draft))


def _periods(draft: Draft, olds: Sequence[tuple[str, Cited]]) -> frozenset[str]:
    told = (fold(value.text) for key, value in olds if key in _PERIODS)
    return frozenset(year for text in told for _, year in find_years(text) if int(year) <= _now(draft))


def _now(draft: Draft) -> int:
    return (draft.meeting_date or draft.trigger.made_at.date()).year


def _phrases(olds: Sequence[tuple[str, Cited]]) -> dict[str, bool]:
    phrases: dict[str, bool] = {}
    for key, value in olds:
        told = lower(fold(value.text))
        if len(told) >= _SHORTEST and key not in _TIMES and (key in _CERTAIN or _is_marked(value.text)):
            phrases[told] = phrases.get(told, False) or key in _CERTAIN
    return phrases


def _is_marked(text: str) -> bool:
    """Tell whether a name has a capital or a digit: else it is a common noun ("kommunfullmäktige")."""
    return any(char.isupper() or char.isdigit() for char in text)


def _digits(number: str) -> str:
    whole, _, rest = number.partition(",")
    return re.sub(r"\D", "", whole) + (f",{rest}" if rest.strip("0") else "")


def _is_large(digits: str) -> bool:
    whole = digits.partition(",")[0]
    return len(whole) > 3 and (len(whole) > 4 or int(whole) not in _YEARS)


def _is_money(text: str, match: re.Match[str], currencies: tuple[str, ...]) -> bool:
    after = match.end() + text[match.end() : match.end() + 1].isspace()
    before = text[max(0, match.start() - 6) : match.start()]
    return bool(any_of(currencies).match(text, after) or any_of(currencies).search(before))
