"""Knows which of several times still holds: what a decision changed, and what was an alternative to it."""

import re
from collections.abc import Sequence

from extract.programme_cues import phrase_pattern
from extract.programme_material import DatedFound, Material
from records.base import Span

_WORD = re.compile(r"[^\W\d_]{3,}")
_ALIKE = 0.6
_FEW_DAYS = 10


def current_dates(
    material: Material, decided: Span | None, earlier: Sequence[Span] = ()
) -> tuple[DatedFound, ...]:
    """Return an item's dates without those of sessions that the decision set otherwise.

    `earlier` are what other bodies proposed and decided before: their days count only where the item
    itself tells none.
    A day is superseded when its sentence says the same as one of the decision, with another day, or
    when it stands beside the decided day as its alternative ("either the 10th or the 19th").
    """
    dates = _own(material, earlier)
    new = [found for found in material.dates_in(decided) if _is_day(found)] if decided else []
    kept = {found.value.edtf for found in new}
    return tuple(
        found
        for found in dates
        if not new or not _is_day(found) or found.value.edtf in kept or not _is_replaced(material, found, new)
    )


def _own(material: Material, earlier: Sequence[Span]) -> tuple[DatedFound, ...]:
    days = [found for found in material.dates if _is_day(found)]
    before = [found for found in days if any(start <= found.span[0] < end for start, end in earlier)]
    if len(before) == len(days):
        return material.dates
    return tuple(found for found in material.dates if found not in before)


def _is_day(found: DatedFound) -> bool:
    start, end = found.value.start, found.value.end
    return found.value.role == "session" and start is not None and ((end or start) - start).days < _FEW_DAYS


def _is_replaced(material: Material, found: DatedFound, new: Sequence[DatedFound]) -> bool:
    sentence = material.outline.sentence(found.span[0])
    if _says_or(material, sentence, {one.value.edtf for one in new}):
        return True
    words = _words(material, sentence)
    return any(_alike(words, _words(material, material.outline.sentence(one.span[0]))) for one in new)


def _says_or(material: Material, sentence: Span, kept: set[str | None]) -> bool:
    """Tell whether a sentence offers a day that was chosen beside others."""
    chosen = [found for found in material.dates_in(sentence) if found.value.edtf in kept]
    either = phrase_pattern(material.words.alternatives).search(material.outline.folded, *sentence)
    return bool(chosen and either)


def _words(material: Material, sentence: Span) -> frozenset[str]:
    dates = [found.span for found in material.dates_in(sentence)]
    return frozenset(
        word.group()
        for word in _WORD.finditer(material.outline.folded, *sentence)
        if not any(start <= word.start() < end for start, end in dates)
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    smaller = min(len(one), len(other))
    return smaller > 2 and len(one & other) / smaller >= _ALIKE
