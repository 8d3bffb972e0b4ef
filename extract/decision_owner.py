"""Knows whose label it is: an office or body in the genitive, "sitt" and "si", a body's code and a dash."""

import re
from dataclasses import dataclass
from typing import Literal

from config.decision_words import DecisionWords
from extract.decision_lines import Line
from records.base import Span

OwnerKind = Literal["office", "body", "code"]

_TOKEN = re.compile(r"[^\s]+")
_NUMBER = re.compile(r"\d{1,4} ?/ ?\d{2,4}$")
_DASH = re.compile(r"\s?[-–]$")
_CODE = re.compile(r"[A-ZÅÄÖÆØ][\wÅÄÖÆØåäöæø.-]{1,24}$")
_SHORT = re.compile(r"([A-ZÅÄÖÆØ][\w/]{0,9}):(?:n|ns|s)")
_CASE_CODE = re.compile(r"[a-zåäöæø]{2,6}")
_EDGE = "\"”»'(•*-– \t\u00a0"
_LONGEST = 60
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Owner:
    """Who a label belongs to; `start` and `end` hold the name without the particle or dash after it.

    `at_start` tells that nothing stands before it in the line, `loose` that only a heading of its own
    makes it an owner, for its words name no known office or body.
    """

    start: int
    end: int
    kind: OwnerKind
    at_start: bool
    loose: bool = False


def find_owner(text: str, folded: str, line: Line, at: int, words: DecisionWords) -> Owner | None:
    """Return the owner that stands right before position `at` of the line, if one does."""
    begin = max(line.start, at - _LONGEST)
    before = text[begin:at].rstrip()
    dash, number = _DASH.search(before), _NUMBER.search(before)
    if dash:
        return _code(text, line, begin, before[: dash.start()])
    end = begin + (number.start() if number else len(before))
    tokens = [token.span() for token in _TOKEN.finditer(folded, begin, end)]
    if not tokens or (tokens[0][0] == line.start and folded[slice(*tokens[0])] in words.bodies.outside):
        return None
    if number:
        bare = len(tokens) == 1 or all(folded[slice(*token)] in "-–" for token in tokens[1:])
        coded = bare and _CASE_CODE.fullmatch(folded[slice(*tokens[0])].rstrip("-")) is not None
        named = coded or _ends(folded, tokens, words.bodies.endings)
        return _walk(text, line, tokens, "body") if named else None
    return _possessor(text, folded, line, tokens, words)


def _ends(folded: str, tokens: list[Span], endings: tuple[str, ...]) -> bool:
    return folded[slice(*tokens[-1])].endswith(endings) if endings else False


def _code(text: str, line: Line, begin: int, before: str) -> Owner | None:
    code = re.search(r"[^\s]+$", before)
    if code is None or not _CODE.match(code.group()):
        return None
    start = begin + code.start()
    return Owner(start, begin + code.end(), "code", not text[line.start : start].strip(_EDGE))


def _possessor(text: str, folded: str, line: Line, tokens: list[Span], words: DecisionWords) -> Owner | None:
    if len(tokens) > 1 and folded[slice(*tokens[-1])] in words.people.particles:
        return _walk(text, line, tokens[:-1], "office")
    short = _SHORT.fullmatch(text, *tokens[-1])
    if short:
        if folded[slice(*short.span(1))] in words.people.firms:
            return None  # what a firm applies for is text: "Vesi Oy:n hakemus hyväksytään"
        office = folded[slice(*short.span(1))] in words.people.offices
        return _walk(text, line, tokens, "office" if office else "body")
    if _ends(folded, tokens, words.people.office_genitives):
        return _walk(text, line, tokens, "office")
    if _ends(folded, tokens, words.bodies.genitives):
        return _walk(text, line, tokens, "body")
    return _any_owner(text, folded, line, tokens, words)


def _any_owner(text: str, folded: str, line: Line, tokens: list[Span], words: DecisionWords) -> Owner | None:
    """A word in the genitive that opens the line with a capital: "Valberedningens förslag"."""
    alone = len(tokens) == 1 and not text[line.start : tokens[0][0]].strip(_EDGE)
    if not alone or not text[tokens[0][0]].isupper() or not _ends(folded, tokens, words.people.owners):
        return None
    return Owner(*tokens[0], "office", True, loose=True)


def _walk(text: str, line: Line, tokens: list[Span], kind: OwnerKind) -> Owner:
    """Take the words before into the name as far as the line's start, else while all are capitals."""
    if len(tokens) <= _MOST_WORDS and not text[line.start : tokens[0][0]].strip(_EDGE):
        return Owner(tokens[0][0], tokens[-1][1], kind, True)
    start = tokens[-1][0]
    shouted = text[start : tokens[-1][1]].isupper()
    for left, right in reversed(tokens[:-1]):
        if not shouted or not text[left:right].isupper():
            break
        start = left
    return Owner(start, tokens[-1][1], kind, not text[line.start : start].strip(_EDGE))
