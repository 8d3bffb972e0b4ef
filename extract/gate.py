"""Knows which texts are worth reading: those with a word of training and one of an elected audience."""

import re
from collections.abc import Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from config.languages import Language
from extract.folded import fold
from extract.once import once_per_language
from extract.terms import AWAY, Term, WordPattern, parse_term

_REACH = 60
_ENDING = r"[^\W_]{0,40}"
_BETWEEN = r"\W{1,3}"


def gate_open(text: str, language: Language) -> bool:
    """Tell whether a text holds a word of training and a word of an elected audience."""
    lower = fold(text)
    return all(scan.finds(lower) for scan in _scans(language))


class _Scan:
    """A scan for any of some terms: each by its longest piece, and by all its words where it is found."""

    def __init__(self, terms: Sequence[Term]) -> None:
        forms: dict[str, dict[WordPattern, list[re.Pattern[str]]]] = {}
        for term in terms:
            if term.words:
                longest = max(term.words, key=lambda pattern: len(pattern.piece))
                phrases = forms.setdefault(longest.piece, {}).setdefault(longest, [])
                phrases.append(_phrase(term))
        self._forms = tuple(forms.values())
        self._scan = AhoCorasick(list(forms)) if forms else None

    def finds(self, lower: str) -> bool:
        """Tell whether any term stands in a text in lower case."""
        if self._scan is None:
            return False
        hits = self._scan.find_matches_as_indexes(lower, overlapping=True)
        return any(self._fits(lower, index, start, end) for index, start, end in hits)

    def _fits(self, lower: str, index: int, start: int, end: int) -> bool:
        begins = start == 0 or not lower[start - 1].isalnum()
        ends = end == len(lower) or not lower[end].isalnum()
        return any(
            any(phrase.search(lower, max(0, start - _REACH), end + _REACH) for phrase in phrases)
            for pattern, phrases in self._forms[index].items()
            if (pattern.before or begins) and (pattern.after or ends)
        )


def _phrase(term: Term) -> re.Pattern[str]:
    """Return a pattern for all words of a term, with blanks or signs between them."""
    words = (_ENDING * one.before + re.escape(one.piece) + _ENDING * one.after for one in term.words)
    return re.compile(rf"(?<![^\W_]){_BETWEEN.join(words)}(?![^\W_])")


@once_per_language
def _scans(language: Language) -> tuple[_Scan, ...]:
    words = language.vocabulary
    return _Scan(_terms(words.listed("events"))), _Scan(_terms(words.listed("audiences")))


def _terms(table: Mapping[str, Sequence[str]]) -> list[Term]:
    terms = [parse_term(code, text) for code, listed in table.items() for text in listed]
    return [term for term in terms if not term.label.startswith(AWAY)]
