"""Knows terms: how word patterns of the language files fit words, and which stem a word has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

AWAY = "!"
"""Sign before a term that takes away what it covers: its own code, or every code where it has none."""
UNSURE = "?"
"""Sign before a term that counts only in the right surroundings."""

_LONGEST_WORD = 80
_TRIM = "-‐‑–’'\""


class WordPattern(NamedTuple):
    """A piece of a word and whether letters may precede or follow it: `*piece*`."""

    piece: str
    before: bool
    after: bool

    def fits_at(self, word: str, start: int, end: int) -> bool:
        """Tell whether the piece, standing at word[start:end], stands where the pattern allows."""
        return (self.before or start == 0) and (self.after or end == len(word))

    def narrows(self, other: "WordPattern") -> bool:
        """Tell whether every word that fits this pattern fits `other` too."""
        at = self.piece.find(other.piece)
        if at < 0 or self == other:
            return False
        first = other.before or (at == 0 and not self.before)
        last = other.after or (self.piece.endswith(other.piece) and not self.after)
        return first and last

    def __str__(self) -> str:
        return f"{'*' * self.before}{self.piece}{'*' * self.after}"


class Term(NamedTuple):
    """A term of a language file: its code with its sign, and its words."""

    label: str
    words: tuple[WordPattern, ...]


def parse_term(code: str, text: str) -> Term:
    """Return a term as it stands under `code` in a language file; without letters it has no words.

    The label is the code with the term's sign: before it where the term takes away, behind it where
    it counts only in the right surroundings. A comma is a word of its own, as it is in a text.
    """
    sign = text[:1] if text[:1] in (AWAY, UNSURE) else ""
    words = (word for word in text[len(sign) :].replace(",", " ,").split() if word.strip("*"))
    patterns = tuple(WordPattern(word.strip("*"), word.startswith("*"), word.endswith("*")) for word in words)
    return Term(AWAY + code if sign == AWAY else code + sign, patterns)


class Stems:
    """Which stem a word has: of some patterns the longest that fits it, "" where none does.

    `first` outrank all others.
    """

    def __init__(self, patterns: Iterable[WordPattern], first: Iterable[WordPattern] = ()) -> None:
        self._first = frozenset(first)
        self.patterns = tuple(sorted({*patterns, *self._first}, key=self._rank, reverse=True))
        by_piece: dict[str, list[WordPattern]] = defaultdict(list)
        for pattern in self.patterns:
            by_piece[pattern.piece].append(pattern)
        self._by_piece = tuple(by_piece.values())
        self._scan = AhoCorasick(list(by_piece)) if by_piece else None

    def _rank(self, pattern: WordPattern) -> tuple[bool, int, bool, bool, str]:
        anchored = not pattern.before, not pattern.after
        return pattern in self._first, len(pattern.piece), *anchored, pattern.piece

    def stem(self, word: str) -> str:
        """Return the stem of a folded word, as the pattern is written."""
        return str(max(self._fits(word.strip(_TRIM)[:_LONGEST_WORD]), key=self._rank, default=""))

    def _fits(self, word: str) -> Iterator[WordPattern]:
        if self._scan is None:
            return
        for index, start, end in self._scan.find_matches_as_indexes(word, overlapping=True):
            for pattern in self._by_piece[index]:
                if pattern.fits_at(word, start, end):
                    yield pattern

    def fitting(self, pattern: WordPattern) -> frozenset[str]:
        """Return the stems of the words that fit a pattern: its own and every narrower one's."""
        return frozenset((str(pattern), *(str(other) for other in self.patterns if other.narrows(pattern))))
