"""Finds what of an earlier text belongs to its own time and place, so that it is never carried on unseen."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from config.wording_precedent import StaleKey
from export.stale_known import KnownNames, KnownSpans
from export.stale_shapes import ShapeWords, Stale, find_shapes
from records.base import Span

__all__ = ["Stale", "StaleFinder"]

# of stretches that overlap, the one whose kind comes first tells what the whole is
_SUREST_FIRST: tuple[StaleKey, ...] = (
    "contact",
    "person",
    "when",
    "period",
    "section",
    "case_number",
    "amount",
    "organiser",
    "place",
    "body",
    "year",
    "number",
    "name",
)
_RANK = {key: rank for rank, key in enumerate(_SUREST_FIRST)}
_SAME = re.compile(r"[\s–/-]{1,3}")
_NAMES = frozenset({"name", "organiser", "body", "place"})
_JOINED = frozenset({"when", "period", "amount", "number", "section"})
_NAMED_PLACES = frozenset({("place", "name"), ("body", "name")})
"""A common word and the name behind it: "kulturhuset Naustet"."""
_CLOCK = re.compile(r"\d[.:/–-]\d|\d\.(?!\w)|[–-]")
_LETTER = re.compile(r"\w")


@dataclass(frozen=True)
class StaleFinder:
    """Knows one record's own times, sums, numbers and names, and finds them and their like in its text."""

    text: str
    spans: KnownSpans
    names: KnownNames
    words: ShapeWords

    def find(self, span: Span) -> tuple[Stale, ...]:
        """Return what must not be carried over from a stretch, in order, apart from each other.

        No character with a numeric value stands outside of them.
        """
        told = (Stale(self._whole(each.span, span), each.key) for each in self.spans.find(span))
        named = self.names.find(self.text, span)
        found = (*find_shapes(self.text, span, self.words), *named, *told)
        return tuple(_united(self.text, [each for each in found if not self._is_own(each)]))

    def _is_own(self, stale: Stale) -> bool:
        return stale.key in _NAMES and self.names.knows_own(self.text[slice(*stale.span)])

    def _whole(self, found: Span, within: Span) -> Span:
        """Return a stretch with the words that it begins and ends in, inside another."""
        start, end = max(found[0], within[0]), min(found[1], within[1])
        while start > within[0] and _LETTER.match(self.text, start) and _LETTER.match(self.text, start - 1):
            start -= 1
        while (
            within[0] < end < within[1]
            and _LETTER.match(self.text[end - 1 : end + 1], 0)
            and _LETTER.match(self.text, end)
        ):
            end += 1
        return start, end


def _united(text: str, found: Iterable[Stale]) -> Sequence[Stale]:
    united: list[Stale] = []
    for each in sorted(found, key=lambda stale: (stale.span, _RANK[stale.key])):
        before = united[-1] if united else None
        if before and (each.span[0] < before.span[1] or _belong(text, before, each)):
            end = max(before.span[1], each.span[1])
            united[-1] = Stale((before.span[0], end), min(before.key, each.key, key=_RANK.__getitem__))
        elif each.span[0] < each.span[1]:
            united.append(each)
    return united


def _belong(text: str, before: Stale, each: Stale) -> bool:
    """Tell whether two neighbours are one value: "§" and its number, "1" and "450", Monday and its date."""
    gap = text[before.span[1] : each.span[0]]
    if gap and not _SAME.fullmatch(gap):
        return False
    keys = {before.key, each.key}
    if gap.isspace() and (before.key, each.key) in _NAMED_PLACES:
        return True
    if (before.key, each.key) == ("when", "number") and not _CLOCK.search(text, *each.span):
        return False  # "last spring 38 members answered"
    return not gap or (keys <= _JOINED and (len(keys) == 1 or keys & {"section", "amount", "when"} != set()))
