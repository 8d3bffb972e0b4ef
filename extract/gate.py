"""Knows which texts are worth reading: a scan for the words without which nothing is training for the elected."""

from ahocorasick_rs import AhoCorasick

from config.languages import Language
from extract.folded import fold
from extract.once import once_per_language
from extract.terms import Term, WordPattern, parse_term


def gate_open(text: str, language: Language) -> bool:
    """Tell whether a text holds a word of training and a word of an elected audience."""
    folded = fold(text)
    return all(scan.is_found(folded) for scan in _scans(language))


class _Scan:
    """A scan for any of some patterns; each term is looked for by the pattern with the longest piece."""

    def __init__(self, terms: list[Term]) -> None:
        keys = {max(term, key=lambda pattern: len(pattern.piece)) for term in terms if term}
        self._patterns: dict[str, list[WordPattern]] = {}
        for pattern in keys:
            self._patterns.setdefault(pattern.piece, []).append(pattern)
        self._pieces = list(self._patterns)
        self._scan = AhoCorasick(self._pieces) if self._pieces else None

    def is_found(self, folded: str) -> bool:
        """Tell whether any pattern fits a word of a folded text."""
        if self._scan is None:
            return False
        hits = self._scan.find_matches_as_indexes(folded, overlapping=True)
        return any(self._fits(folded, self._pieces[index], start, end) for index, start, end in hits)

    def _fits(self, folded: str, piece: str, start: int, end: int) -> bool:
        return any(
            (pattern.before or start == 0 or not folded[start - 1].isalnum())
            and (pattern.after or end == len(folded) or not folded[end].isalnum())
            for pattern in self._patterns[piece]
        )


@once_per_language
def _scans(language: Language) -> tuple[_Scan, ...]:
    words = language.vocabulary
    compounds = [*words.compounds, *words.more.compounds]
    return tuple(
        _Scan([parse_term(term) for term in (*compounds, *_all(words.listed(name))) if not term.startswith("!")])
        for name in ("events", "audiences")
    )


def _all(table: dict[str, tuple[str, ...]]) -> list[str]:
    return [term for terms in table.values() for term in terms]
