"""Knows where a date stands, as roles are told from it: its sentence, its line, its list's opening."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.date_context import Surroundings
from extract.date_parts import Expression

REACH = 160
LINES_APART = 4
_BULLETS = " •·▪◦‣*–-|\t"


@dataclass(frozen=True, slots=True)
class Place:
    """The folded words around a date, each cut to a few dozen.

    `before` and `after` are the rest of its sentence on the same line, `rest` what else the line
    holds after that, `above` the sentence before in the same paragraph. For a date that opens its
    line, `intro` is the line that opens its list, and for one alone on its line `below` the next
    line. `heading` is the heading above.
    """

    own: str
    before: str
    after: str
    rest: str
    above: str
    intro: str
    below: str
    heading: str

    @property
    def opens_line(self) -> bool:
        """Whether nothing but a bullet stands before it."""
        return not self.before.strip(_BULLETS)

    @property
    def alone(self) -> bool:
        """Whether its line holds nothing else."""
        return self.opens_line and not (self.after + self.rest).strip(_BULLETS + ".:\n")


def places_of(expressions: Sequence[Expression], around: Surroundings) -> Iterator[Place]:
    """Yield the place of each expression, in order."""
    headings = [block for block in around.blocks if block.kind == "heading"]
    above, intro, listed = 0, "", -1
    for one in expressions:
        while above < len(headings) and headings[above].end <= one.start:
            above += 1
        block = headings[above - 1] if above else None
        heading = around.text[block.start : min(block.end, block.start + REACH)] if block else ""
        place = _place(one, around, heading)
        if place.opens_line:
            line = _line_above(one.start, around.text)
            near = listed >= 0 and around.text.count("\n", listed, one.start) <= LINES_APART
            intro = intro if near and not line.rstrip().endswith(":") else line
            listed = one.end
            place = replace(place, intro=intro)
        yield place


def _place(one: Expression, around: Surroundings, heading: str) -> Place:
    text = around.text
    start, end = around.sentence(one.start, one.end)
    line_end = end if text[end - 1 : end] == "\n" else text.find("\n", end, end + REACH)
    place = Place(
        own=text[one.start : one.end],
        before=text[max(start, one.start - REACH) : one.start],
        after=text[one.end : min(end, one.end + REACH)],
        rest=text[end : line_end if line_end >= 0 else end],
        above=text[max(0, start - REACH) : start].rpartition("\n\n")[2],
        intro="",
        below="",
        heading=heading,
    )
    return replace(place, below=_line_below(one.end, text)) if place.alone else place


def _line_above(pos: int, text: str) -> str:
    """Return the last line with words above the line of `pos`, or nothing."""
    start = text.rfind("\n", 0, pos)
    return _first_words(reversed(text[max(0, start - REACH) : max(0, start)].split("\n")))


def _line_below(pos: int, text: str) -> str:
    """Return the first line with words below the line of `pos`, or nothing."""
    end = text.find("\n", pos)
    return _first_words(text[end + 1 : end + 1 + REACH].split("\n")) if end >= 0 else ""


def _first_words(lines: Iterator[str] | Sequence[str]) -> str:
    return next((line for line in lines if any(char.isalpha() for char in line)), "")
