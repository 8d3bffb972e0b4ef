"""Knows terms: how word patterns of the language files fit words, and which stem a word has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from ahocorasick_rs import AhoCorasick

Term = tuple["WordPattern", ...]
_CACHE_SIZE = 200_000
_LONGEST_WORD = 120
_TRIM = "-‐‑–’'\""


@dataclass(frozen=True, slots=True)
class WordPattern:
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


def parse_term(term: str) -> Term:
    """Return the word patterns of a term as it stands in a language file; empty for one without letters."""
    words = (word for word in term.split() if word.strip("*"))
    return tuple(WordPattern(word.strip("*"), word.startswith("*"), word.endswith("*")) for word in words)


class Stems:
    """Which stem a word has among the patterns of some terms.

    A word's stem is the longest pattern that is a term by itself, or a narrower one than that of a
    longer term; "" for a word that fits none.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        terms = tuple(terms)
        self._alone = {term[0] for term in terms if len(term) == 1}
        self._by_piece: dict[str, list[WordPattern]] = defaultdict(list)
        for pattern in sorted({pattern for term in terms for pattern in term}, key=str):
            self._by_piece[pattern.piece].append(pattern)
        self._pieces = list(self._by_piece)
        self._known: dict[str, WordPattern | None] = {}

    @cached_property
    def patterns(self) -> tuple[WordPattern, ...]:
        """All patterns, longest piece first."""
        found = (pattern for patterns in self._by_piece.values() for pattern in patterns)
        return tuple(sorted(found, key=lambda pattern: (-len(pattern.piece), str(pattern))))

    @cached_property
    def _scan(self) -> AhoCorasick:
        return AhoCorasick(self._pieces)

    def stem(self, word: str) -> str:
        """Return the stem of a folded word, as the pattern is written."""
        if word not in self._known:
            if len(self._known) >= _CACHE_SIZE:
                self._known.clear()
            self._known[word] = self._find(word.strip(_TRIM)[:_LONGEST_WORD])
        pattern = self._known[word]
        return str(pattern) if pattern else ""

    def _find(self, word: str) -> WordPattern | None:
        fits = set(self._fits(word))
        if not fits:
            return None
        best = max(fits & self._alone or fits, key=_rank)
        return max((pattern for pattern in fits if pattern.narrows(best)), key=_rank, default=best)

    def _fits(self, word: str) -> Iterator[WordPattern]:
        if not self._pieces:
            return
        for index, start, end in self._scan.find_matches_as_indexes(word, overlapping=True):
            for pattern in self._by_piece[self._pieces[index]]:
                if pattern.fits_at(word, start, end):
                    yield pattern

    def phrases(self, term: Term) -> Iterator[tuple[str, ...]]:
        """Yield the rows of stems that a term matches: its own patterns and every narrower one.

        A term of one word leaves out narrower patterns that are terms themselves: the most specific
        term wins a word.
        """
        alone = len(term) == 1
        choices = []
        for pattern in term:
            narrower = [other for other in self.patterns if other.narrows(pattern)]
            choices.append([pattern, *(other for other in narrower if not (alone and other in self._alone))])
        for row in product(*choices):
            yield tuple(str(pattern) for pattern in row)


def _rank(pattern: WordPattern) -> tuple[int, bool, bool, str]:
    return len(pattern.piece), not pattern.before, not pattern.after, pattern.piece
