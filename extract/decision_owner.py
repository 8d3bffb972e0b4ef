"""Knows whose label it is: an office or body in the genitive, "sitt" and "si", a body's code and a dash."""

import re
from dataclasses import dataclass
from typing import Literal

from config.decision_words import DecisionWords
from extract.decision_lines import Line

OwnerKind = Literal["office", "body", "code"]

_TOKEN = re.compile(r"[^\s]+")
_NUMBER = re.compile(r"\d{1,4} ?/ ?\d{2,4}$")
_CODE = re.compile(r"[A-ZÅÄÖÆØ][\wÅÄÖÆØåäöæø.-]{1,24}$")
_EDGE = "\"”»'(•*-– \t\u00a0"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Owner:
    """Who a label belongs to; `start` and `end` hold the name without the particle or dash after it.

    `at_start` tells that nothing stands before it in the line.
    """

    start: int
    end: int
    kind: OwnerKind
    at_start: bool


def find_owner(text: str, folded: str, line: Line, at: int, words: DecisionWords) -> Owner | None:
    """Return the owner that stands right before position `at` of the line, if one does."""
    begin = max(line.start, at - _LONGEST)
    before = text[begin:at].rstrip()
    if not before:
        return None
    dash = re.search(r"\s[-–]$", before)
    if dash:
        return _code(text, line, begin, before[: dash.start()])
    number = _NUMBER.search(before)
    if number:
        return _body(text, folded, line, (begin, begin + number.start()), words, words.bodies.endings)
    return _possessor(text, folded, line, (begin, begin + len(before)), words)


def _code(text: str, line: Line, begin: int, before: str) -> Owner | None:
    code = re.search(r"[^\s]+$", before)
    if code is None or not _CODE.match(code.group()):
        return None
    start = begin + code.start()
    return Owner(start, begin + code.end(), "code", not text[line.start : start].strip(_EDGE))


def _possessor(text: str, folded: str, line: Line, span: tuple[int, int], words: DecisionWords) -> Owner | None:
    tokens = [(token.start(), token.end()) for token in _TOKEN.finditer(folded, *span)]
    last = tokens[-1]
    word = folded[slice(*last)]
    if word in words.people.particles and len(tokens) > 1:
        return _walk(text, line, tokens[:-1], "office")
    if word.endswith(words.people.office_genitives):
        return _walk(text, line, tokens, "office")
    return _body(text, folded, line, span, words, words.bodies.genitives)


def _body(
    text: str, folded: str, line: Line, span: tuple[int, int], words: DecisionWords, endings: tuple[str, ...]
) -> Owner | None:
    tokens = [(token.start(), token.end()) for token in _TOKEN.finditer(folded, *span)]
    if not tokens or not endings or not folded[slice(*tokens[-1])].endswith(endings):
        return None
    return _walk(text, line, tokens, "body")


def _walk(text: str, line: Line, tokens: list[tuple[int, int]], kind: OwnerKind) -> Owner:
    """Take the words before into the name as far as the line's start, else while they are capitals."""
    if len(tokens) <= 4 and not text[line.start : tokens[0][0]].strip(_EDGE):
        return Owner(tokens[0][0], tokens[-1][1], kind, True)
    start = tokens[-1][0]
    shouted = text[start : tokens[-1][1]].isupper()
    for left, right in reversed(tokens[:-1]):
        if not shouted or not text[left:right].isupper():
            break
        start = left
    return Owner(start, tokens[-1][1], kind, not text[line.start : start].strip(_EDGE))
