"""Knows how the word lists of a language file match: heads with endings, stems, numbers in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from config.programme_words import ProgrammeWords
from records.base import Span

_WORD = re.compile(r"\w+(?:[-’':]\w+)*")
_LONGEST_WORD = 60
_MOST_KNOWN = 50_000


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


@dataclass(frozen=True, slots=True)
class EventCues:
    """The words of training of one language, made ready for matching."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    parts: re.Pattern[str]
    never: re.Pattern[str]
    whole: re.Pattern[str]
    names: re.Pattern[str]
    known: dict[str, EventWord | None] = field(default_factory=dict, compare=False, repr=False)
    """Words that were read already, each as if the text began with it: a text is made of few."""

    def find(self, folded: str, span: Span) -> Iterator[EventWord]:
        """Yield the words in a stretch of folded text that name training, in order."""
        named = {name.start(): name.span() for name in self.names.finditer(folded, *span)}
        for word in _WORD.finditer(folded, *span):
            if word.start() in named:
                yield EventWord(named[word.start()], word.group()[:5], "", part=False, whole=True)
            elif found := self.read(word.group(), word.start()):
                yield found

    def read(self, word: str, start: int) -> EventWord | None:
        """Return a folded word as an event word, or None."""
        if len(word) > _LONGEST_WORD:
            return None
        if word not in self.known:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            self.known[word] = self._read(word)
        found = self.known[word]
        return replace(found, span=(start, start + len(word))) if found else None

    def _read(self, word: str) -> EventWord | None:
        if self.never.search(word):
            return None
        part, strong, weak = self.parts.search(word), self.strong.search(word), self.weak.search(word)
        match = part or strong or (weak if weak and weak.start() > 1 else None)
        if not match:
            return None
        prefix = word[: match.start()].rstrip("-:")
        return EventWord((0, len(word)), match.group(1)[:5], prefix, bool(part), bool(self.whole.match(word)))


@lru_cache(maxsize=16)
def event_cues(words: ProgrammeWords) -> EventCues:
    """Return the event words of a language, compiled once."""
    return EventCues(
        strong=heads(words.events, words.endings),
        weak=heads(words.compound_events, words.endings),
        parts=heads(words.parts, words.endings),
        never=heads(words.not_events, words.endings),
        whole=stems(words.whole),
        names=phrases(words.programme_names),
    )


@lru_cache(maxsize=512)
def stem_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return `stems(words)`, compiled once."""
    return stems(words)


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
