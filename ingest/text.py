"""Knows bare text: what its lines, bullets, columns and blank lines say of its blocks."""

from typing import NamedTuple

from ingest.bullets import UNSURE, Bullet, find_bullet
from ingest.columns import find_rows
from ingest.lines import Line, split_lines
from records.item import Block

TEXT_VERSION = "text-2"
_HEADING = 90
"""A heading is shorter than this."""
_CAPITALS = 60
"""A line of capitals shorter than this is a heading even without a blank line above it."""
_FULL_LINE = 45
"""A line that runs on into the next has at least this length."""
_NEAR = 4
"""How many lines away the next item of a list may open."""


class _Level(NamedTuple):
    indent: int
    mark: str


def infer_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks that the layout of `text` tells, in reading order.

    Adjacent lines that tabs or three blanks split are rows of cells. A bullet or number makes a list
    item, its depth read from indent and sign. A short line below a blank one, without closing
    punctuation, is a heading. A line that was only wrapped is one block with the next.
    """
    return _Layout(split_lines(text)).blocks()


class _Layout:
    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.rows = find_rows(lines)
        self.signs = [find_bullet(line.text) for line in lines]
        self.levels: list[_Level] = []

    def blocks(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        place = 0
        while place < len(self.lines):
            if place in self.rows:
                self.levels.clear()
                blocks.extend(self.rows[place])
            else:
                first, place = place, self._last_line(place)
                blocks.append(self._block(first, place))
            place += 1
        return tuple(blocks)

    def _block(self, first: int, last: int) -> Block:
        start, end = self.lines[first].start, self.lines[last].end
        bullet = self._bullet(first)
        if bullet:
            return Block("list_item", start, end, level=self._depth(self.lines[first].indent, bullet.mark))
        self.levels.clear()
        if first == last and self._is_heading(first):
            return Block("heading", start, end, level=1)
        return Block("paragraph", start, end)

    def _bullet(self, place: int) -> Bullet | None:
        """Return the bullet of a list item; a number, letter or long dash needs others of its kind near."""
        bullet = self.signs[place]
        if bullet is None or bullet.mark not in UNSURE:
            return bullet
        introduced = place > 0 and self.lines[place - 1].text.endswith(":")
        if bullet.number is not None and self._stands_alone(place) and self._is_heading(place):
            return None
        near = self.signs[max(place - _NEAR, 0) : place] + self.signs[place + 1 : place + 1 + _NEAR]
        return bullet if introduced or any(bullet.goes_with(other) for other in near) else None

    def _stands_alone(self, place: int) -> bool:
        return not any(self.signs[max(place - 1, 0) : place] + self.signs[place + 1 : place + 2])

    def _depth(self, indent: int, mark: str) -> int:
        levels = self.levels
        while levels and indent < levels[-1].indent:
            levels.pop()
        if _Level(indent, mark) in levels:
            while levels[-1].mark != mark:
                levels.pop()
        else:
            levels.append(_Level(indent, mark))
        return len(levels)

    def _is_heading(self, place: int) -> bool:
        line, sign = self.lines[place], self.signs[place]
        words = line.text[sign.length :] if sign else line.text
        if len(line.text) >= _HEADING or place + 1 == len(self.lines) or "@" in words:
            return False
        if line.stopped or line.text.endswith(","):
            return False
        if not line.gap:
            return len(words) < _CAPITALS and _is_capitals(words)
        letter = next((char for char in words if char.isalpha()), "")
        return letter.isupper() or words.startswith("§")

    def _last_line(self, place: int) -> int:
        item = self._bullet(place) is not None
        while place + 1 < len(self.lines) and self._runs_on(place, item):
            place += 1
        return place

    def _runs_on(self, place: int, item: bool) -> bool:
        line, after = self.lines[place], self.lines[place + 1]
        if after.gap or not after.text[0].islower() or place + 1 in self.rows or self._bullet(place + 1):
            return False
        if "@" in after.text.split(maxsplit=1)[0] or not (line.text[-1].isalpha() or line.text[-1] in ",-"):
            return False
        return len(line.text) >= _FULL_LINE or (item and after.indent > line.indent)


def _is_capitals(words: str) -> bool:
    return words.isupper() and sum(char.isalpha() for char in words) > 3 and not any(map(str.isdigit, words))
