"""Knows which terms of a table stand among a text's words: single ones and phrases, each word by its stem."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import compress, count
from typing import NamedTuple

from extract.terms import AWAY, UNSURE, Stems, Term
from extract.words_read import WordsRead
from records.base import Span

_NONE: frozenset[int] = frozenset()


class Hit(NamedTuple):
    """A term by its label, and its words: those from place `start` on, up to `end`."""

    start: int
    end: int
    label: str


class _Phrase(NamedTuple):
    """A term of several words behind its first: for each the stems that fit it."""

    label: str
    rest: tuple[frozenset[str], ...]


class _Begun(NamedTuple):
    """What a word may begin: terms of one word by their labels, and phrases. `stem` is its stem in those."""

    labels: tuple[str, ...]
    stem: str
    phrases: tuple[_Phrase, ...]


class TermFinder:
    """Finds the terms of one table: each word has one stem, and the stem the terms written so.

    Phrases not by spaCy's PhraseMatcher: a pattern fits every stem that is narrower than it, and all rows
    of such stems would have to be kept as Docs, thousands a language.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        single = [term for term in terms if len(term.words) == 1]
        away = [term.words[0] for term in single if term.label == AWAY]
        self._single = Stems((term.words[0] for term in single), away)
        self._labels: dict[str, list[str]] = defaultdict(list)
        for term in single:
            self._labels[str(term.words[0])].append(term.label)
        phrases = [term for term in terms if len(term.words) > 1]
        patterns = {pattern for term in phrases for pattern in term.words}
        self._stems = Stems(patterns)
        fitting = {pattern: self._stems.fitting(pattern) for pattern in patterns}
        self._phrases: dict[str, list[_Phrase]] = defaultdict(list)
        for term in phrases:
            first, *rest = (fitting[pattern] for pattern in term.words)
            for stem in first:
                self._phrases[stem].append(_Phrase(term.label, tuple(rest)))
        self._words = WordsRead(self._read)

    def find(self, words: Sequence[str]) -> list[Hit]:
        """Return the terms that a text's words in lower case match, but those that lie in a longer one.

        Those that one word makes come first, each kind in text order; equal ones of several codes stay.
        """
        told = [*map(self._words.__getitem__, words), None]
        begun = list(zip(compress(count(), told), filter(None, told), strict=False))
        found = [Hit(place, place + 1, label) for place, one in begun for label in one.labels]
        found += [
            Hit(place, place + 1 + len(phrase.rest), phrase.label)
            for place, one in begun
            if told[place + 1]
            for phrase in one.phrases
            if _goes_on(told, place + 1, phrase.rest)
        ]
        return _most_specific(found, words) if found else []

    def _read(self, word: str) -> _Begun | None:
        """Return what a word may begin or go on with; None for most, which are no term's."""
        labels, stem = self._labels.get(self._single.stem(word), ()), self._stems.stem(word)
        return _Begun(tuple(labels), stem, tuple(self._phrases.get(stem, ()))) if labels or stem else None


def _goes_on(told: Sequence[_Begun | None], place: int, rest: Sequence[frozenset[str]]) -> bool:
    """Tell whether the words from a place on are those of a phrase behind its first."""
    if place + len(rest) > len(told):
        return False
    return all((one := told[place + after]) and one.stem in fits for after, fits in enumerate(rest))


def _most_specific(hits: Sequence[Hit], words: Sequence[str]) -> list[Hit]:
    """Drop what lies in a longer term or in one that takes its code away."""
    gone: dict[str, set[int]] = defaultdict(set)
    for hit in hits:
        if hit.label.startswith(AWAY):
            gone[hit.label.removeprefix(AWAY)].update(range(*_reach(hit, words)))
    told = hits
    if gone:
        told = [hit for hit in hits if not hit.label.startswith(AWAY) and not _is_gone(hit, gone)]
    kept = _longest({(hit.start, hit.end) for hit in told})
    return [hit for hit in told if (hit.start, hit.end) in kept]


def _longest(spans: set[Span]) -> set[Span]:
    """Return the spans that overlap none but shorter or, of equal length, later ones."""
    kept: set[Span] = set()
    taken: set[int] = set()
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if start not in taken and end - 1 not in taken:
            kept.add((start, end))
            taken.update(range(start, end))
    return kept


def _is_gone(hit: Hit, gone: Mapping[str, set[int]]) -> bool:
    places, code = range(hit.start, hit.end), hit.label.removesuffix(UNSURE)
    everywhere, own = gone.get("", _NONE), gone.get(code, _NONE)
    return everywhere.issuperset(places) or own.issuperset(places)


def _reach(hit: Hit, words: Sequence[str]) -> Span:
    """Return the words that a name takes away: with "sosiaali- ja" before "terveyslautakunta"."""
    start = hit.start
    if start >= 2 and words[start - 2].endswith("-"):
        start -= 2
    return start, hit.end
