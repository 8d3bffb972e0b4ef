"""Knows how the word lists of a language file match: heads with endings, stems, numbers in words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from config.programme_words import ProgrammeWords
from extract.words_read import WordsRead
from records.base import Span

_WORD = re.compile(r"\w+(?:[-’':]\w+)*")
_LONGEST_WORD = 60


def stems(words: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of `words` at the beginning of a word of folded text."""
    return re.compile(rf"(?<!\w)(?:{_either(words)})" if words else r"(?!)")


def phrases(words: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of `words` as a word or words of their own in folded text."""
    return re.compile(rf"(?<!\w)(?:{_either(words)})(?!\w)" if words else r"(?!)")


def heads(words: Sequence[str], endings: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for `search` over one folded word that ends in a head and an ending."""
    return re.compile(rf"({_either(words)})(?:{_either(endings or ('',))})\Z" if words else r"(?!)")


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word that names training: `head` is the part that says so, `prefix` what stands before it.

    `part` tells that it names a part of a programme ("basisdagane"), `whole` that it can name the
    programme as such ("folkevalgtprogram").
    """

    span: Span
    head: str
    prefix: str
    part: bool
    whole: bool

    @property
    def specific(self) -> bool:
        """Whether the word says which training, and not only that there is some."""
        return self.part or (len(self.prefix) > 1 and not self.whole)

    def at(self, start: int) -> "EventWord":
        """Return the same word where it begins at a place of a text."""
        length = self.span[1] - self.span[0]
        return EventWord((start, start + length), self.head, self.prefix, self.part, self.whole)


class EventCues:
    """The words of training of one language, made ready for matching."""

    def __init__(self, words: ProgrammeWords) -> None:
        self.weak = heads(words.compound_events, words.endings)
        self._strong = heads(words.events, words.endings)
        self._parts = heads(words.parts, words.endings)
        self._never = heads(words.not_events, words.endings)
        self._whole = stems(words.whole)
        self._names = phrases(words.programme_names)
        self._known = WordsRead(self._read)

    def find(self, folded: str, span: Span) -> list[EventWord]:
        """Return the words in a stretch of folded text that name training, in order."""
        named = {name.start(): name.span() for name in self._names.finditer(folded, *span)}
        if not named:
            return [found.at(word.start()) for word, found in self._known.told(_WORD, folded, span)]
        words = _WORD.finditer(folded, *span)
        told = (_named(word, named) or self.read(word.group(), word.start()) for word in words)
        return [event for event in told if event]

    def read(self, word: str, start: int) -> EventWord | None:
        """Return a folded word as an event word, or None."""
        found = self._known[word]
        return found.at(start) if found else None

    def _read(self, word: str) -> EventWord | None:
        if len(word) > _LONGEST_WORD or self._never.search(word):
            return None
        part = self._parts.search(word)
        head = part or self._strong.search(word) or self._weak_part(word)
        if not head:
            return None
        prefix = word[: head.start()].rstrip("-:")
        return EventWord((0, len(word)), head.group(1)[:5], prefix, bool(part), bool(self._whole.match(word)))

    def _weak_part(self, word: str) -> re.Match[str] | None:
        """Return a head that names training only in a compound."""
        weak = self.weak.search(word)
        return weak if weak and weak.start() > 1 else None


def _named(word: re.Match[str], names: Mapping[int, Span]) -> EventWord | None:
    """Return the programme's name that begins with a word."""
    if word.start() not in names:
        return None
    return EventWord(names[word.start()], word.group()[:5], "", part=False, whole=True)


@lru_cache(maxsize=16)
def event_cues(words: ProgrammeWords) -> EventCues:
    """Return the event words of a language, compiled once."""
    return EventCues(words)


@lru_cache(maxsize=512)
def stem_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return `stems(words)`, compiled once."""
    return stems(words)


def find_stems(words: tuple[str, ...], folded: str, span: Span) -> Iterator[re.Match[str]]:
    """Yield what `stem_pattern(words)` finds in a long stretch of folded text, in order.

    The pattern is only asked where one of the words stands, which is seen far sooner than it looks itself.
    """
    pattern, (done, end) = stem_pattern(words), span
    for place in places_of(words, folded, span):
        match = pattern.match(folded, place, end) if place >= done else None
        if match:
            done = match.end()
            yield match


def places_of(words: tuple[str, ...], folded: str, span: Span) -> list[int]:
    """Return where any of `words` stands in a stretch of folded text, in or outside other words, in order."""
    start, end = span
    scan = _scan(words)
    hits = scan.find_matches_as_indexes(folded[start:end], overlapping=True) if scan else ()
    return sorted({start + first for _, first, _ in hits})


@lru_cache(maxsize=512)
def _scan(words: tuple[str, ...]) -> AhoCorasick | None:
    return AhoCorasick(words) if words else None


@lru_cache(maxsize=512)
def phrase_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return `phrases(words)`, compiled once."""
    return phrases(words)


@lru_cache(maxsize=64)
def head_pattern(words: tuple[str, ...], endings: tuple[str, ...]) -> re.Pattern[str]:
    """Return `heads(words, endings)`, compiled once."""
    return heads(words, endings)


def number_of(word: str, numbers: tuple[tuple[str, ...], ...]) -> int | None:
    """Return the number that a folded word or its digits tell, or None."""
    if word.isdecimal() and len(word) < 4:
        return int(word)
    return next((value for value, names in enumerate(numbers, 1) if word in names), None)
