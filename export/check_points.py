"""Checks the points of a proposal: one action each, and each one understood alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from export.check_actions import Action, find_actions
from export.check_findings import Finding, tell
from export.check_sheet import Passage, Sheet
from export.check_words import MASK, Token, any_of, split_tokens

_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+")
_ENDS_WELL = re.compile(r"[.!][)”\"»’]*$")
_ENDS_OPEN = re.compile(r"[:,–-]$")
_FULL = re.compile(rf"[\s{MASK}.,;]*")
_SUBJECT_WORDS = 10
"""How far into a sentence the body may be named, after "Formannskapet i Granåsen kommune" or a date."""


@dataclass(frozen=True)
class _Point:
    """A point of a proposal, without the number typed before it: `filled` with what sources say in it.

    `leads` tells that something stands below it that is no point: a list of its own, a table.
    """

    passage: Passage
    own: str
    filled: str
    goes_on: bool
    last: bool
    leads: bool


def check_points(sheet: Sheet) -> Iterator[Finding]:
    """Yield what is wrong with the points of the proposal."""
    words = sheet.wording.checks
    lines = [passage for passage in sheet.passages if passage.key == "proposal"]
    if not any(_tells(passage) for passage in lines):
        if "proposal" in sheet.wanted or lines:
            yield tell(words, "no_points", "error", lines[0] if lines else None)
        return
    for point in _points(sheet, lines):
        if not _FULL.fullmatch(point.own):
            yield from _check_point(sheet, point)


def _tells(passage: Passage) -> bool:
    return bool(passage.text.strip())


def _points(sheet: Sheet, lines: list[Passage]) -> Iterator[_Point]:
    """Yield the points: items of lists, numbered paragraphs, or else every paragraph but an opening."""
    items = [line for line in lines if _is_item(line)]
    points = items or (lines[1:] if _opens(sheet, lines) else lines)
    goes_on = points[0] is not lines[0] and sheet.house.proposal == "lead"
    kept = {id(line) for line in points}
    leading = {id(line) for line, after in pairwise(lines) if id(after) not in kept}
    for line in points:
        number = _NUMBER.match(line.text)
        start = number.end() if number else 0
        yield _Point(
            passage=line,
            own=line.own[start:].strip(),
            filled=line.filled[start:].strip(),
            goes_on=goes_on,
            last=line is points[-1],
            leads=id(line) in leading,
        )


def _is_item(line: Passage) -> bool:
    return line.depth == 0 and (line.kind == "list_item" or _NUMBER.match(line.text) is not None)


def _opens(sheet: Sheet, lines: list[Passage]) -> bool:
    """Tell whether the first of several paragraphs only says who decides."""
    tokens = split_tokens(lines[0].own[-60:])
    decides = bool(tokens) and tokens[-1].word in (*sheet.wording.checks.points.decides, ":")
    return len(lines) > 1 and decides


def _check_point(sheet: Sheet, point: _Point) -> Iterator[Finding]:
    words, passage = sheet.wording.checks, point.passage
    actions = find_actions(point.own, words.points, goes_on=point.goes_on or _is_headless(sheet, point))
    if len({action.key for action in actions}) > 1:
        told = ", ".join(dict.fromkeys(point.own[slice(*action.span)] for action in actions))
        yield tell(words, "two_actions", "error", passage, found=told)
    if reference := _find_reference(sheet, point):
        yield tell(words, "refers", "error", passage, found=reference)
    if point.goes_on:
        yield from _check_going_on(sheet, point, actions)
    else:
        yield from _check_sentence(sheet, point, actions)
    yield from _check_end(sheet, point)


def _is_headless(sheet: Sheet, point: _Point) -> bool:
    """Tell whether a point begins with an infinitive or "att": then infinitives are its actions."""
    tokens = split_tokens(point.own[:80])
    return bool(tokens) and (_begins_clause(sheet, tokens) or _infinitive_first(sheet, point))


def _begins_clause(sheet: Sheet, tokens: list[Token]) -> bool:
    return tokens[0].word in sheet.wording.checks.points.clause_openers


def _infinitive_first(sheet: Sheet, point: _Point) -> bool:
    found = find_actions(point.own, sheet.wording.checks.points, goes_on=True)
    return bool(found) and found[0].position == 0 and found[0].mood == "infinitive"


def _find_reference(sheet: Sheet, point: _Point) -> str | None:
    """Return the words by which a point leans on other text, or None."""
    words = sheet.wording.checks.points
    found = any_of(words.references).search(point.own) or any_of(words.openers).match(point.own)
    if found:
        return found[0]
    return next(_numbered(point.own, any_of(words.point_words)), None)


def _numbered(text: str, words: re.Pattern[str]) -> Iterator[str]:
    for found in words.finditer(text):
        number = re.match(r"\.?\s?\d{1,2}(?!\d|[.:]\d)", text[found.end() : found.end() + 8])
        if number:
            yield f"{found[0]}{number[0]}"


def _check_going_on(sheet: Sheet, point: _Point, actions: list[Action]) -> Iterator[Finding]:
    """Yield what is wrong with a point that goes on from the opening: a sentence of its own does not."""
    if not actions or actions[0].mood != "finite" or not point.own[0].isupper():
        return
    if _names_body(sheet, point, split_tokens(point.own)[: actions[0].position]):
        yield tell(sheet.wording.checks, "mixed_grammar", "warning", point.passage)


def _check_sentence(sheet: Sheet, point: _Point, actions: list[Action]) -> Iterator[Finding]:
    """Yield what is wrong with a point that is to be a sentence: no clause, with the body that decides."""
    words, tokens = sheet.wording.checks, split_tokens(point.own)
    if not tokens:
        return
    first = point.own[slice(*tokens[0].span)]
    if _begins_clause(sheet, tokens) or (
        actions and actions[0].position == 0 and actions[0].mood == "infinitive"
    ):
        yield tell(words, "att_clause", "error", point.passage, found=first)
    elif actions and not any(action.mood == "passive" for action in actions):
        before = tokens[: min(actions[0].position, _SUBJECT_WORDS)]
        if not _names_body(sheet, point, before):
            yield tell(words, "no_subject", "warning" if before else "error", point.passage)


def _names_body(sheet: Sheet, point: _Point, tokens: list[Token]) -> bool:
    """Tell whether words name who decides; a placeholder or a source's name may stand for it."""
    if any(token.word == MASK for token in tokens):
        return True
    if not tokens:
        return False
    told = point.own[tokens[0].span[0] : tokens[-1].span[1]].casefold()
    names = [body.name.casefold() for body in sheet.house.bodies]
    if sheet.draft and sheet.draft.body:
        names.append(sheet.draft.body.casefold())
    return any(name in told for name in names) or bool(
        any_of(sheet.wording.checks.points.bodies).search(told)
    )


def _check_end(sheet: Sheet, point: _Point) -> Iterator[Finding]:
    """Yield what is wrong with the end of a point; of those that go on, only the last has a full stop."""
    words, text = sheet.wording.checks, point.filled
    tokens = split_tokens(text[-80:])
    if point.leads and text.endswith(":"):
        return
    between = point.goes_on and not point.last
    joins = bool(tokens) and tokens[-1].word in words.points.joining
    if (joins or _ENDS_OPEN.search(text)) and not (between and (joins or text.endswith(","))):
        yield tell(words, "unfinished", "error", point.passage, found=text[-30:].replace(MASK, ""))
    elif not between and not _ENDS_WELL.search(text):
        yield tell(words, "no_full_stop", "warning", point.passage)
