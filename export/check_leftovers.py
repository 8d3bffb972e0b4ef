"""Checks that nothing that was an earlier decision's own stands in a new one: dates, sums, names, years."""

import datetime as dt
import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from config.wording_checks import RuleKey, Severity
from export.check_dates import FindDates, Stretch, stretch_of
from export.check_findings import Finding, tell
from export.check_olds import Olds, collect_olds, find_sections, find_sums, find_years
from export.check_sheet import Passage, Sheet
from export.check_words import lower
from records.base import Span

_DECIDING = frozenset({"proposal", "title"})
"""Parts in which a year is what is decided; elsewhere the past may be told."""

Hit = tuple[Span, RuleKey, Severity]


def check_leftovers(sheet: Sheet, find_dates: FindDates) -> Iterator[Finding]:
    """Yield what of its precedents' own stands in the house's words, in whichever form it is written."""
    words = sheet.wording.checks
    if sheet.draft is None:
        return
    olds = collect_olds(sheet.draft, find_dates, words.currencies)
    search = _Search(olds, find_dates, words.currencies, sheet.draft.meeting_date)
    for passage in sheet.own():
        done = 0
        for (start, end), rule, severity in sorted(search.hits(passage), key=_outer_first):
            if start >= done:
                yield tell(words, rule, severity, passage, found=passage.text[start:end].strip())
                done = end


def _outer_first(hit: Hit) -> tuple[int, int, str]:
    return hit[0][0], -hit[0][1], hit[1]


class _Search:
    """Looks for what precedents left behind."""

    def __init__(
        self, olds: Olds, find_dates: FindDates, currencies: tuple[str, ...], meeting: dt.date | None
    ) -> None:
        self._olds, self._find_dates, self._currencies = olds, find_dates, currencies
        # an earlier session may have been held on the very day of the meeting that the head names
        self._meeting: frozenset[Stretch] = frozenset({(meeting, meeting)} if meeting else ())
        phrases = [phrase for phrase, _ in olds.phrases]
        self._finder = AhoCorasick(phrases, matchkind=MatchKind.LeftmostLongest) if phrases else None

    def hits(self, passage: Passage) -> Iterator[Hit]:
        """Yield where old values stand in a passage's own words."""
        own, olds = passage.own, self._olds
        dates = olds.dates - self._meeting if passage.region == "head" else olds.dates
        for date in self._find_dates(own) if dates else ():
            if stretch_of(date) in dates:
                yield date.span, "leftover", "error"
        yield from (
            (span, "leftover", "error")
            for span, digits in find_sums(own, self._currencies)
            if digits in olds.sums
        )
        yield from (
            (span, "leftover", "error") for span, number in find_sections(own) if number in olds.sections
        )
        yield from self._names(own)
        weight: Severity = "error" if passage.key in _DECIDING else "warning"
        for span, year in find_years(own):
            if year in olds.years:
                yield span, "leftover_year", weight
            elif year in olds.periods and passage.key in _DECIDING:
                yield span, "leftover_year", "warning"

    def _names(self, own: str) -> Iterator[Hit]:
        for number, start, end in self._finder.find_matches_as_indexes(lower(own)) if self._finder else ():
            if _is_name(own, start, end):
                yield (start, end), "leftover", "error" if self._olds.phrases[number][1] else "warning"


def _is_name(text: str, start: int, end: int) -> bool:
    """Tell whether a phrase begins with a word and ends with one, which may be inflected by a few letters."""
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    if not text[end - 1].isalpha():
        return not text[end : end + 1].isalnum()
    return re.match(r"[^\W\d_]{0,3}(?!\w)", text[end : end + 4]) is not None
