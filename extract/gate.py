"""Knows which texts are worth reading: those that may train or invite an elected audience."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from config.languages import Language
from extract.folded import fold
from extract.once import once_per_language
from extract.terms import AWAY, Term, WordPattern, parse_term

_REACH = 60
_BESIDE = 200
"""Characters between the elected and a word of inviting, at most: a long sentence."""
_ENDING = r"[^\W_]{0,40}"
_BETWEEN = r"\W{1,3}"


def gate_open(text: str, language: Language) -> bool:
    """Tell whether a text names an elected audience, and either training or, inviting it, a topic.

    Training that is told without any word for it ("all members of the council are welcome to hear how
    money is shared out") invites its audience and says what it is about.
    """
    lower, scans = fold(text), _scans(language)
    if not scans.audiences.finds(lower):
        return False
    return scans.events.finds(lower) or (scans.topics.finds(lower) and _invites(lower, scans))


class _Scan:
    """A scan for any of some terms: each by its longest piece, and by all its words where it is found."""

    def __init__(self, terms: Sequence[Term]) -> None:
        forms: dict[str, dict[WordPattern, list[tuple[WordPattern, ...]]]] = {}
        for term in terms:
            if term.words:
                longest = max(term.words, key=lambda pattern: len(pattern.piece))
                phrases = forms.setdefault(longest.piece, {}).setdefault(longest, [])
                phrases.append(term.words)
        self._forms = tuple(forms.values())
        self._scan = AhoCorasick(list(forms)) if forms else None

    def finds(self, lower: str) -> bool:
        """Tell whether any term stands in a text in lower case."""
        return next(self.places(lower), None) is not None

    def places(self, lower: str) -> Iterator[int]:
        """Yield where terms end in a text in lower case, each by its longest piece, in text order."""
        if self._scan is not None:
            for index, start, end in self._scan.find_matches_as_indexes(lower, overlapping=True):
                if self._fits(lower, index, start, end):
                    yield end

    def _fits(self, lower: str, index: int, start: int, end: int) -> bool:
        begins = start == 0 or not lower[start - 1].isalnum()
        ends = end == len(lower) or not lower[end].isalnum()
        return any(
            any(_phrase(words).search(lower, max(0, start - _REACH), end + _REACH) for words in phrases)
            for pattern, phrases in self._forms[index].items()
            if (pattern.before or begins) and (pattern.after or ends)
        )


@lru_cache(maxsize=512)
def _phrase(patterns: tuple[WordPattern, ...]) -> re.Pattern[str]:
    """Return a pattern for all words of a term, with blanks or signs between them.

    Made when its longest piece is met: of thousands of terms few ever are.
    """
    words = (_ENDING * one.before + re.escape(one.piece) + _ENDING * one.after for one in patterns)
    return re.compile(rf"(?<![^\W_]){_BETWEEN.join(words)}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class _Scans:
    """A language's scans, each for the words of one kind."""

    events: _Scan
    audiences: _Scan
    topics: _Scan
    targets: _Scan


@once_per_language
def _scans(language: Language) -> _Scans:
    words = language.vocabulary
    cues = {code: terms for code, terms in words.listed("cues").items() if code == "targets"}
    tables = (words.listed("events"), words.listed("audiences"), words.listed("topics"), cues)
    return _Scans(*(_Scan(_terms(table)) for table in tables))


def _invites(lower: str, scans: _Scans) -> bool:
    """Tell whether a word of inviting stands beside the elected: both in text order, walked once."""
    bidding = scans.targets.places(lower)
    bid = next(bidding, None)
    for place in scans.audiences.places(lower):
        while bid is not None and bid < place - _BESIDE:
            bid = next(bidding, None)
        if bid is not None and bid <= place + _BESIDE:
            return True
    return False


def _terms(table: Mapping[str, Sequence[str]]) -> list[Term]:
    terms = [parse_term(code, text) for code, listed in table.items() for text in listed]
    return [term for term in terms if not term.label.startswith(AWAY)]
