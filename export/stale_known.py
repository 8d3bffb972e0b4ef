"""Collects what a record tells of its own times, sums, numbers and names, to find it in the running text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from config.wording_precedent import StaleKey
from export.stale_shapes import Stale
from records.base import Span
from records.dates import DateFinding
from records.document import DocumentRecord
from records.evidence import kind_of

_LONGEST = 120
_WORD = re.compile(r"[^\W\d_]{2,}")
_WITHIN = re.compile(r"(?<=[a-zåäöæø,] )[A-ZÅÄÖÆØ][^\W\d_]{2,}")
_YEAR = re.compile(r"\d{4}")
_SHORTEST = 3
# an ending may replace the last letters of a long name ("Kuusirannan" of "Kuusiranta"), and add some
_KIND = 4
_REPLACED, _ADDED, _SHORT = 3, 5, 6

_KEYS: Mapping[str, StaleKey] = {
    "section": "section",
    "case_number": "case_number",
    "meeting_date": "when",
    "registration_deadline": "when",
    "edtf": "when",
    "time": "when",
    "term": "period",
    "place": "place",
    "name": "organiser",
    "organisers": "organiser",
    "preparers": "person",
    "presenter": "person",
}


@dataclass(frozen=True, slots=True)
class Stem:
    """How every form of a word of a name begins, and how long one may be; two letters are a whole name."""

    begin: str
    longest: int

    def fits(self, word: str) -> bool:
        """Tell whether a word in small letters is a form of this one."""
        return word.startswith(self.begin) and len(word) <= self.longest

    def is_among(self, words: Sequence[str]) -> bool:
        """Tell whether a form of the word is among sorted ones."""
        position = bisect_left(words, self.begin)
        return position < len(words) and self.fits(words[position])


@dataclass(frozen=True)
class KnownNames:
    """Names by the beginning of their words, so that inflected forms are found: `own` ones never go stale.

    Bodies count in small letters too. `proper` are words that have a capital inside a sentence somewhere
    and nowhere a small one: they are names at its beginning as well.
    """

    stems: Mapping[str, tuple[tuple[Stem, StaleKey], ...]]
    own: tuple[Stem, ...]
    proper: frozenset[str] = frozenset()

    def find(self, text: str, span: Span) -> Iterator[Stale]:
        """Yield the words of a stretch that are such a name, in any of its forms."""
        for match in _WORD.finditer(text, *span):
            word = match.group()
            key = self._key(word.casefold())
            if key and (key == "body" or word[0].isupper()):
                yield Stale(match.span(), key)
            elif word in self.proper:
                yield Stale(match.span(), "name")

    def knows_own(self, name: str) -> bool:
        """Tell whether a name is the house's own, in any form."""
        words = [word.casefold() for word in _WORD.findall(name)]
        if any(map(str.isnumeric, name)):
            return False
        return bool(words) and all(any(stem.fits(word) for stem in self.own) for word in words)

    def _key(self, word: str) -> StaleKey | None:
        if any(stem.fits(word) for stem in self.own):
            return None
        return next((key for stem, key in self.stems.get(word[:_SHORTEST], ()) if stem.fits(word)), None)


@dataclass(frozen=True)
class KnownSpans:
    """Stretches of a text that must not be carried over, in the order of the text."""

    stretches: tuple[Stale, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [each.span[0] for each in self.stretches]

    def find(self, span: Span) -> Iterator[Stale]:
        """Yield those that touch a stretch."""
        for position in range(bisect_left(self._starts, span[0] - _LONGEST), len(self.stretches)):
            each = self.stretches[position]
            if each.span[0] >= span[1]:
                return
            if each.span[1] > span[0]:
                yield each


def known_spans(record: DocumentRecord, people: Iterable[Span]) -> KnownSpans:
    """Return where the record found its times, sums, numbers, organisers and places, and where people are."""
    found = (*_dates(record.dates), *_evidence(record), *_programmes(record), *_people(record.text, people))
    short = {each for each in found if 0 < each.span[1] - each.span[0] <= _LONGEST}
    return KnownSpans(tuple(sorted(short, key=lambda each: (each.span, each.key))))


def known_names(record: DocumentRecord, council: str | None, body: str | None, *, own: bool) -> KnownNames:
    """Return the names that may return anywhere: publisher, organisers, places and bodies of the record.

    `council` and `body` are the house's own, which may stay, as all bodies may if the record is its `own`.
    """
    bodies = [name for name, key in _told_names(record) if key == "body"] if own else []
    kept = tuple(stem for name in (council or "", body or "", *bodies) for stem in _stems(name))
    if own:
        kept += tuple(
            stem for name, key in _told_names(record) if key == "organiser" for stem in _common(name, council)
        )
    common = _small_words(record.text)
    table: dict[str, dict[Stem, StaleKey]] = {}
    for name, key in _told_names(record):
        for stem in _stems(name):
            if stem in kept or (key != "body" and stem.is_among(common)):
                continue
            table.setdefault(stem.begin[:_SHORTEST], {}).setdefault(stem, key)
    proper = set(_WITHIN.findall(record.text)) - set(map(str.capitalize, common))
    stems = {begin: tuple(each.items()) for begin, each in table.items()}
    return KnownNames(stems, kept, frozenset(proper))


def _told_names(record: DocumentRecord) -> Iterator[tuple[str, StaleKey]]:
    for decision in record.decisions:
        yield decision.body or "", "body"
        yield from ((handling.body or "", "body") for handling in decision.handlings)
    for programme in record.programmes:
        yield from ((named.name, "organiser") for named in (*programme.organisers, *programme.providers))
        for session in programme.sessions:
            yield session.place or "", "place"
            yield from ((name, "organiser") for name in session.organisers)
    yield record.source.publisher or "", "name"


def _stems(name: str) -> Iterator[Stem]:
    for word in map(str.casefold, filter(_is_capital, _WORD.findall(name))):
        if len(word) <= _SHORTEST:
            yield Stem(word, len(word))
        else:
            replaced = _REPLACED if len(word) > _SHORT else 1
            yield Stem(word[: len(word) - replaced], len(word) + _ADDED)


def _common(name: str, council: str | None) -> Iterator[Stem]:
    """Yield the common noun that a house calls itself: "staden" of "Strandholms stad"."""
    kind = (council or "").casefold().split()[-1:]
    if name.islower() and _WORD.fullmatch(name) and kind and name.startswith(kind[0][:_KIND]) and kind[0]:
        yield Stem(name[:-1], len(name) + _ADDED)


def _small_words(text: str) -> list[str]:
    """Return what is written in small letters: a word that is, is nobody's name alone ("kommunstyrelsen")."""
    return sorted({word for word in _WORD.findall(text) if word.islower()})


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _dates(dates: Iterable[DateFinding]) -> Iterator[Stale]:
    for date in dates:
        if date.edtf is not None and _YEAR.fullmatch(date.edtf):
            yield Stale(date.span, "year")
        elif date.role == "term":
            yield Stale(date.span, "period")
        elif date.edtf or date.start or date.time or date.month or date.season:
            yield Stale(date.span, "when")


def _evidence(record: DocumentRecord) -> Iterator[Stale]:
    for pointer, evidence in record.evidence.items():
        *above, last = kind_of(pointer).split(".")
        key = _KEYS.get(last)
        if last == "name" and above and above[-1] in _KEYS:
            key = _KEYS[above[-1]]
        if key and above and above[0] != "dates":
            yield from (Stale(span, key) for span in evidence.spans)


def _programmes(record: DocumentRecord) -> Iterator[Stale]:
    for programme in record.programmes:
        for named in (*programme.organisers, *programme.providers):
            yield Stale(named.span, "organiser")
        for cost in programme.costs:
            if cost.amount and cost.text.strip()[-1:].isalpha() and len(cost.text) < _LONGEST // 4:
                yield Stale(cost.span, "amount")


def _people(text: str, people: Iterable[Span]) -> Iterator[Stale]:
    for start, end in people:
        told = text[start:end]
        is_contact = "@" in told or any(map(str.isnumeric, told))
        yield Stale((start, end), "contact" if is_contact else "person")
