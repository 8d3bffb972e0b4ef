"""Knows which texts are worth reading: those with a word of training and one of an elected audience."""

from collections.abc import Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from config.languages import Language
from extract.folded import fold
from extract.once import once_per_language
from extract.terms import AWAY, Term, WordPattern, parse_term


def gate_open(text: str, language: Language) -> bool:
    """Tell whether a text holds a word of training and a word of an elected audience."""
    lower = fold(text)
    return all(scan.finds(lower) for scan in _scans(language))


class _Scan:
    """A scan for any of some terms, each by its word with the longest piece."""

    def __init__(self, terms: Sequence[Term]) -> None:
        patterns: dict[str, set[WordPattern]] = {}
        for term in terms:
            if term.words:
                longest = max(term.words, key=lambda pattern: len(pattern.piece))
                patterns.setdefault(longest.piece, set()).add(longest)
        self._patterns = tuple(patterns.values())
        self._scan = AhoCorasick(list(patterns)) if patterns else None

    def finds(self, lower: str) -> bool:
        """Tell whether any pattern fits a word of a text in lower case."""
        if self._scan is None:
            return False
        hits = self._scan.find_matches_as_indexes(lower, overlapping=True)
        return any(self._fits(lower, index, start, end) for index, start, end in hits)

    def _fits(self, lower: str, index: int, start: int, end: int) -> bool:
        begins = start == 0 or not lower[start - 1].isalnum()
        ends = end == len(lower) or not lower[end].isalnum()
        patterns = self._patterns[index]
        return any((pattern.before or begins) and (pattern.after or ends) for pattern in patterns)


@once_per_language
def _scans(language: Language) -> tuple[_Scan, ...]:
    words = language.vocabulary
    return _Scan(_terms(words.listed("events"))), _Scan(_terms(words.listed("audiences")))


def _terms(table: Mapping[str, Sequence[str]]) -> list[Term]:
    terms = [parse_term(code, text) for code, listed in table.items() for text in listed]
    return [term for term in terms if not term.label.startswith(AWAY)]
