"""Knows where a date stands, as roles are told from it: its sentence, its line, its list's opening."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.date_context import Surroundings
from extract.date_parts import Expression
from extract.date_view import BULLETS
from records.base import Span

REACH = 160
LINES_APART = 4
MOST_LINES = 8
SECTION = "§"
_NOWHERE = (0, 0)
_GOES_ON = re.compile(r"[ ,;&/\u2010-\u2015-]{1,4}(?:[^\W\d_]{1,5} {1,2})?")


class Place(NamedTuple):
    """The stretches of text around a date, each cut to a few words.

    `before` and `after` are the rest of its sentence on the same line, `rest` what else the line
    holds after that, `above` the sentence before in the same paragraph. For a date that opens its
    line, or goes on from one that does, `intro` is the line that opens its list, and for one alone on
    its line `below` the next line. `heading` is the heading above. What there is none of is empty.
    """

    own: Span
    before: Span
    after: Span
    rest: Span
    above: Span
    opens_line: bool
    alone: bool
    intro: Span = _NOWHERE
    below: Span = _NOWHERE
    heading: Span = _NOWHERE


def last(window: Span, size: int) -> Span:
    """Return the last `size` characters of a stretch."""
    return max(window[0], window[1] - size), window[1]


def first(window: Span, size: int) -> Span:
    """Return the first `size` characters of a stretch."""
    return window[0], min(window[1], window[0] + size)


def places_of(expressions: Sequence[Expression], around: Surroundings) -> Iterator[Place]:
    """Yield the place of each expression, in order."""
    headings = [block.span for block in around.blocks if block.kind == "heading"]
    above, intro, listed = 0, _NOWHERE, -1
    for one in expressions:
        while above < len(headings) and headings[above][1] <= one.start:
            above += 1
        place = _place(one, around)
        goes_on = listed >= 0 and _GOES_ON.fullmatch(around.text, listed, one.start) is not None
        if place.opens_line:
            line = _line_above(one.start, around.text)
            near = listed >= 0 and around.text.count("\n", listed, one.start) <= LINES_APART
            opened = around.text[line[0] : line[1]].rstrip().endswith(":")
            intro = intro if near and not opened else line
        if place.opens_line or goes_on:
            listed = one.end
        yield place._replace(
            intro=intro if place.opens_line or goes_on else _NOWHERE,
            below=_line_below(one.end, around.text) if place.alone else _NOWHERE,
            heading=first(headings[above - 1], REACH) if above else _NOWHERE,
        )


def _place(one: Expression, around: Surroundings) -> Place:
    text = around.text
    start, end = around.sentence(one.start, one.end)
    line_end = end if text[end - 1 : end] == "\n" else text.find("\n", end, end + REACH)
    before, after = last((start, one.start), REACH), first((one.end, end), REACH)
    near = end - one.end <= REACH
    rest = (end, line_end) if near and line_end >= 0 else (end, end) if near else (after[1], after[1])
    opens = not text[before[0] : before[1]].strip(BULLETS)
    left = text[after[0] : after[1]] + text[rest[0] : rest[1]]
    return Place(
        own=(one.start, one.end),
        before=before,
        after=after,
        rest=rest,
        above=_sentence_above(start, text),
        opens_line=opens,
        alone=opens and not left.strip(BULLETS + ".:\n"),
    )


def _sentence_above(start: int, text: str) -> Span:
    window = last((0, start), REACH)
    gap = text.rfind("\n\n", *window)
    return (gap + 2, start) if gap >= 0 else window


def _line_above(pos: int, text: str) -> Span:
    """Return the last line with words or a section among the few above the line of `pos`, or nothing."""
    end = text.rfind("\n", 0, pos)
    for _ in range(MOST_LINES):
        if end <= 0:
            break
        start = max(text.rfind("\n", max(0, end - REACH), end) + 1, end - REACH)
        if any(char.isalpha() or char == SECTION for char in text[start:end]):
            return start, end
        end = start - 1
    return _NOWHERE


def _line_below(pos: int, text: str) -> Span:
    """Return the first line with words among the few below the line of `pos`, or nothing."""
    start = text.find("\n", pos) + 1
    for _ in range(MOST_LINES):
        if not 0 < start < len(text):
            break
        end = text.find("\n", start, start + REACH)
        end = end if end >= 0 else min(start + REACH, len(text))
        if any(char.isalpha() for char in text[start:end]):
            return start, end
        start = end + 1
    return _NOWHERE
