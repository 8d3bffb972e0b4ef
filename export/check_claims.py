"""Checks that no sentence claims a duty or a right to training that the law does not give."""

import re
from collections.abc import Iterator

from config.wording_checks import ClaimWords
from export.check_findings import Finding, tell
from export.check_sheet import Sheet
from export.check_words import any_of

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s+[A-ZÅÄÖÆØ])[^.!?]*)*")
_WORD = re.compile(r"[^\W\d_][\w-]*|[,;:]")
_LEADS = 7
"""Within so many words a duty or right leads to what it is a duty or right to."""
_BESIDE = 3


def check_claims(sheet: Sheet) -> Iterator[Finding]:
    """Yield the sentences of the house's own that claim a duty or a right to training in law."""
    words = sheet.wording.checks
    law = any_of(words.claims.law)
    for passage in sheet.own():
        if not law.search(passage.own):
            continue
        for sentence in _SENTENCE.finditer(passage.own):
            if law.search(sentence[0]) and _claims(sentence[0], words.claims):
                told = passage.text[slice(*sentence.span())].strip()
                yield tell(words, "legal_claim", "error", passage, found=told)


def _claims(sentence: str, words: ClaimWords) -> bool:
    """Tell whether a duty or right leads to training, or a word like "lovpålagt" stands beside it."""
    if any_of(words.negations).search(sentence):
        return False
    told = [match[0] for match in _WORD.finditer(sentence)]
    training = frozenset(_places(told, words.training))
    leads = ((at, at + step) for at in _places(told, words.duty) for step in range(1, _LEADS + 1))
    beside = ((at, at + step) for at in _places(told, words.binding) for step in range(-_BESIDE, _BESIDE + 1))
    return any(place in training and _together(told, at, place) for at, place in (*leads, *beside))


def _together(told: list[str], first: int, last: int) -> bool:
    """Tell whether no mark parts two words."""
    return not any(word in ",;:" for word in told[min(first, last) : max(first, last)])


def _places(told: list[str], words: tuple[str, ...]) -> list[int]:
    pattern = any_of(words)
    return [position for position, word in enumerate(told) if pattern.fullmatch(word)]
