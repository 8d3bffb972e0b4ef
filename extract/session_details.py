"""Knows what else is told of a session: how long it lasts, in how many parts, by when to sign up."""

import re
from functools import lru_cache

from extract.programme_cues import number_of, phrase_pattern, stem_pattern
from extract.programme_material import Material
from records.base import Span
from records.evidence import Found

_COUNT = re.compile(r"(?<![\w.,/:–-])(?:\d{1,2}(?:,\d)?(?![\d–-])|[^\W\d_]+)")
_URL = re.compile(r"https?://[^\s<>\"')\]]+")
_LONGEST_GAP = 25


def find_days(material: Material, span: Span) -> Found[float] | None:
    """Return how many days a session is told to last ("kaksipäiväinen", "två heldagar")."""
    return _measured(material, span, material.words.days, "duration_days")


def find_hours(material: Material, span: Span) -> Found[float] | None:
    """Return how many hours a session is told to last ("1,5 tuntia", "to timer")."""
    return _measured(material, span, material.words.hours, "duration_hours")


def _measured(material: Material, span: Span, units: tuple[str, ...], rule: str) -> Found[float] | None:
    folded = material.outline.folded
    for match in stem_pattern(units).finditer(folded, *span):
        if rule == "duration_hours" and match.end() < span[1] and folded[match.end()].isalpha():
            continue
        counted = _count_before(material, (span[0], match.start()))
        if counted:
            return Found(counted[0], ((counted[1], match.end()),), rule)
    return _compound(material, span, units, rule)


def _count_before(material: Material, span: Span) -> tuple[float, int] | None:
    """Return a number among the last two words of a stretch, and where it begins; a range is none."""
    start = max(span[0], span[1] - _LONGEST_GAP)
    words = [word.span() for word in _COUNT.finditer(material.outline.folded, start, span[1])][-2:]
    for first, last in reversed(words):
        number = _number(material, material.outline.folded[first:last])
        if number is not None:
            return number, first
    return None


def _compound(material: Material, span: Span, units: tuple[str, ...], rule: str) -> Found[float] | None:
    """Read a number glued to its unit: "kaksipäiväinen", "todagers", "tvådagars"."""
    names = material.words.numbers
    match = _glued(names, units).search(material.outline.folded, *span) if names and units else None
    if match is None:
        return None
    number = max(value for value, forms in enumerate(names, 1) if match.group(1) in forms)
    return Found(float(number), (match.span(),), rule)


@lru_cache(maxsize=32)
def _glued(numbers: tuple[tuple[str, ...], ...], units: tuple[str, ...]) -> re.Pattern[str]:
    names = sorted({name for forms in numbers for name in forms}, key=lambda name: (-len(name), name))
    counts, counted = ("|".join(map(re.escape, some)) for some in (names, units))
    return re.compile(rf"(?<!\w)({counts})(?:{counted})\w*")


def _number(material: Material, word: str) -> float | None:
    if re.fullmatch(r"\d{1,2},\d", word):
        return float(word.replace(",", "."))
    number = number_of(word, material.words.numbers)
    return float(number) if number is not None else None


def find_parts(material: Material, span: Span) -> Found[int] | None:
    """Return how many parts a path or series is told to have ("19 eri mittaista koulutusta")."""
    folded = material.outline.folded
    for match in phrase_pattern(material.words.pieces).finditer(folded, *span):
        window = folded[max(span[0], match.start() - _LONGEST_GAP) : match.start()]
        words = window.rstrip().split()
        for distance, word in enumerate(reversed(words)):
            number = number_of(word, material.words.numbers)
            if number is not None and number > 1 and distance < 3:
                start = match.start() - len(window) + window.rindex(word)
                return Found(number, ((start, match.end()),), "parts")
    return None


def find_deadline(material: Material, span: Span) -> Found[str] | None:
    """Return by when to sign up, as EDTF: a date of role deadline in a sentence on registration."""
    registration = stem_pattern(material.words.registration)
    for found in material.dates_in(span):
        sentence = material.outline.sentence(found.span[0])
        edtf = found.value.edtf if found.value.role == "deadline" else None
        if edtf and registration.search(material.outline.folded, *sentence):
            return Found(edtf, found.spans, "registration_deadline")
    return None


def find_url(material: Material, span: Span) -> Found[str] | None:
    """Return the address told with a session."""
    match = _URL.search(material.text, *span)
    return Found(match.group().rstrip(".,;"), (match.span(),), "session_url") if match else None
