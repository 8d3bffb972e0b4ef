"""Knows how the name of a body is put together: "Kultur- och föreningsnämnden", "Utval for plan og næring"."""

import re
from collections.abc import Sequence

from config.decision_words import BodyWords
from records.base import Span

_TOKEN = re.compile(r"[^\W\d_](?:[\w’'-]*)")
_LONGEST = 9
_SHARED = 4
_PUNCTUATION = re.compile(r"[.:;!?§|/()]|\d|\s[-–]\s")
_YEARS = re.compile(r"\s+\d{4}\s?[-–]\s?\d{2,4}$")
_JOINED = re.compile(r"[ \u00a0]+")


def body_line(text: str, folded: str, span: Span, words: BodyWords) -> Span | None:
    """Return the span if the line as a whole is the name of a body (its term of years is left out)."""
    start, end = span
    years = _YEARS.search(text, start, end)
    end = years.start() if years else end
    if _PUNCTUATION.search(text, start, end) or not text[start : start + 1].isalpha():
        return None
    tokens = _TOKEN.findall(folded[start:end])
    if not tokens or len(tokens) > _LONGEST or not _named(tokens, words):
        return None
    return start, end


def _named(tokens: Sequence[str], words: BodyWords) -> bool:
    if tokens[-1].endswith(words.endings):
        return True
    heads = [number for number, token in enumerate(tokens) if token.endswith(words.endings)]
    linked = any(tokens[number + 1] in words.links for number in heads if number + 1 < len(tokens))
    return linked or (bool(heads) and heads[0] == 0 and len(tokens) == 2)


def find_body(text: str, folded: str, span: Span, words: BodyWords) -> Span | None:
    """Return the first name of a body within running text."""
    tokens = [match.span() for match in _TOKEN.finditer(folded, *span)]
    for number, token in enumerate(tokens):
        if not folded[slice(*token)].endswith(words.endings):
            continue
        first = _leftmost(text, folded, tokens, number, words)
        if not text[tokens[first][0]].isupper() and not text[token[0]].isupper():
            if not _alone(folded, token):
                continue
        return tokens[first][0], tokens[_rightmost(text, folded, tokens, number, words)][1]
    return None


def _alone(folded: str, token: Span) -> bool:
    return token[1] - token[0] > 6


def _leftmost(text: str, folded: str, tokens: Sequence[Span], number: int, words: BodyWords) -> int:
    first = number
    while first >= 2 and folded[slice(*tokens[first - 1])] in words.joints and folded[tokens[first - 2][1] - 1] == "-":
        first -= 2
    if first == number and first and _touch(text, tokens, first):
        before = tokens[first - 1]
        owner = folded[slice(*before)].endswith(words.genitives)
        name = text[tokens[first][0]].islower() and text[before[0]].isupper()
        if owner or name:
            first -= 1
    return first


def _rightmost(text: str, folded: str, tokens: Sequence[Span], number: int, words: BodyWords) -> int:
    last = number
    if last + 2 < len(tokens) and folded[slice(*tokens[last + 1])] in words.joints and _touch(text, tokens, last + 1):
        if folded[slice(*tokens[last + 2])].endswith(words.endings):
            return last + 2
    if last + 2 < len(tokens) and folded[slice(*tokens[last + 1])] in words.links and _touch(text, tokens, last + 1):
        last += 2
        while last + 2 < len(tokens) and folded[slice(*tokens[last + 1])] in words.joints and _touch(text, tokens, last + 1):
            last += 2
    return last


def _touch(text: str, tokens: Sequence[Span], number: int) -> bool:
    """Whether only blanks part a token from the one before it."""
    return _JOINED.fullmatch(text[tokens[number - 1][1] : tokens[number][0]]) is not None


def nominative_of(text: str, folded: str, genitive: Span, words: BodyWords) -> Span | None:
    """Return where the body whose genitive is given is named as such ("hallituksen" to "hallitus")."""
    word = folded[slice(*genitive)]
    ending = next((ending for ending in words.genitives if word.endswith(ending)), None)
    if ending is None:
        return None
    stem = word[: -len(ending)]
    same = [other for other in words.endings if other[:_SHARED] == ending[:_SHARED]]
    pattern = re.compile(rf"(?<!\w){re.escape(stem)}(?:{'|'.join(map(re.escape, same)) or '(?!)'})(?!\w)")
    match = pattern.search(folded)
    return match.span() if match else None
