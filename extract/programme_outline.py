"""Knows how a text is laid out: its lines, what stands above and below them, and their sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.folded import fold
from extract.reading import Reading
from records.base import Span
from records.item import Block, BlockKind, Item

_BULLET = re.compile(r"(?:[•·▪◦‣*–—-]\s*|(?:\d{1,2}[.)]|[a-z]\))\s+)(?=\S)")
_NEW_LINE = re.compile(r"\s*\n\s*(?=\S)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"”»(]?[A-ZÅÄÖÆØ0-9])")
_WITHIN_ENTRY = re.compile(
    r"(?:(?<=\w{3}[.])|(?<=[!?])|(?<=[^\w.][.]))(?<!\d[.])\s+(?=[\"”»(]?[A-ZÅÄÖÆØ0-9])"
)
"""An entry may hold "kl. 13" and "18.3. 14.00": what ends a sentence there is a longer word."""
_HEADING_LENGTH = 100
_ENTRY_LENGTH = 170
_LONGEST_SENTENCE = 1500


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line without bullet and blanks.

    `depth` grows with indentation for bullets and is 0 for all else. `gap` tells that a blank
    line precedes it. `cells` are those of a table's row that has several.
    """

    start: int
    end: int
    kind: BlockKind
    depth: int
    gap: bool
    bullet: bool
    cells: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """Where the line's words stand."""
        return self.start, self.end


@dataclass(frozen=True)
class Outline:
    """A text with its lines and sentences, both in reading order; `folded` is what matching runs on."""

    text: str
    folded: str
    lines: tuple[Line, ...]
    sentences: tuple[Span, ...]
    line_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]

    def line_index(self, position: int) -> int:
        """Return the index of the last line that begins at or before `position` (0 for none)."""
        return max(0, bisect_right(self.line_starts, position) - 1)

    def sentence_index(self, position: int) -> int:
        """Return the index of the last sentence that begins at or before `position` (0 for none)."""
        return max(0, bisect_right(self.sentence_starts, position) - 1)

    def sentence(self, position: int) -> Span:
        """Return the sentence that holds `position`, or the empty span there."""
        if not self.sentences:
            return position, position
        return self.sentences[self.sentence_index(position)]

    def quote(self, span: Span) -> str:
        """Return the text of a span with its white space folded."""
        return " ".join(self.text[span[0] : span[1]].split())

    @cached_property
    def headings(self) -> tuple[int, ...]:
        """The indices of the lines that are headings."""
        return tuple(index for index, line in enumerate(self.lines) if self.is_heading(line))

    def is_heading(self, line: Line) -> bool:
        """Tell whether a line stands above others as their title: marked so, or short and unclosed."""
        if line.kind == "heading" or line.cells:
            return not line.cells
        last = self.text[line.end - 1]
        return not line.bullet and line.gap and line.end - line.start < _HEADING_LENGTH and last not in ".;,"

    def heading_above(self, index: int) -> Line | None:
        """Return the last heading before the line at `index`."""
        place = bisect_left(self.headings, index)
        return self.lines[self.headings[place - 1]] if place else None

    def heading_below(self, index: int) -> Line | None:
        """Return the first heading behind the line at `index`."""
        place = bisect_right(self.headings, index)
        return self.lines[self.headings[place]] if place < len(self.headings) else None

    def is_entry(self, line: Line) -> bool:
        """Tell whether a line is a row of a list or table rather than running prose."""
        if line.bullet or line.kind in ("list_item", "cell", "heading"):
            return line.end - line.start < _ENTRY_LENGTH
        inner = self.text[line.start : line.end - 1]
        return line.end - line.start < _ENTRY_LENGTH and not _WITHIN_ENTRY.search(inner)


def outline(item: Item, reading: Reading, dates: Collection[int] = ()) -> Outline:
    """Return the lines and sentences of an item; sentences of `reading` win where it has any.

    `dates` are the places where dates begin: a number there ("6. februar") is no list number.
    """
    text = item.text
    lines = tuple(_lines(item, frozenset(dates)))
    sentences = tuple(_sentences(text, lines, reading.sentences))
    return Outline(
        text=text,
        folded=fold(text),
        lines=lines,
        sentences=sentences,
        line_starts=tuple(line.start for line in lines),
        sentence_starts=tuple(start for start, _ in sentences),
    )


def _lines(item: Item, dates: frozenset[int]) -> Iterator[Line]:
    text, before = item.text, 0
    for blocks in _rows(item.blocks):
        whole = (blocks[0].start, blocks[-1].end)
        for span in [whole] if len(blocks) > 1 else _printed(text, whole, dates):
            blank = text[before : span[0]]
            gap = before == 0 or len([char for char in blank if char == "\n"]) > 1
            cells = tuple(block.span for block in blocks) if len(blocks) > 1 else ()
            yield _line(text, span, blocks[0], gap, span[0] in dates, cells)
            before = span[1]


def _rows(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks one by one, but all cells of a table's row together."""
    row: list[Block] = []
    for block in blocks:
        if row and (block.kind != "cell" or block.row != row[-1].row or block.column <= row[-1].column):
            yield row
            row = []
        row.append(block)
        if block.kind != "cell":
            yield row
            row = []
    if row:
        yield row


def _printed(text: str, span: Span, dates: frozenset[int]) -> Iterator[Span]:
    """Yield the printed lines of a block; one that was only wrapped stays whole.

    A small letter continues the line above, but where a date opens it ("ti 18.2. klo 15.30 ...").
    """
    start = span[0]
    for mark in _NEW_LINE.finditer(text, *span):
        if text[mark.end()].islower() and mark.end() not in dates:
            continue
        if text[start : mark.start()].strip():
            yield start, mark.start()
        start = mark.end()
    if text[start : span[1]].strip():
        yield start, span[1]


def _line(text: str, span: Span, block: Block, gap: bool, dated: bool, cells: tuple[Span, ...]) -> Line:
    start, end = span
    if dated and text[start].isdigit() and block.kind == "list_item":
        return Line(start, end, "paragraph", 0, gap, False, cells)
    bullet = None if dated else _BULLET.match(text, start, end)
    if not bullet or (block.kind != "list_item" and text[start].isalnum()):
        listed = block.kind == "list_item"
        return Line(start, end, block.kind, block.level * 100 if listed else 0, gap, listed, cells)
    column = start - (text.rfind("\n", 0, start) + 1)
    depth = max(block.level, 1) * 100 + min(column, 99)
    return Line(bullet.end(), end, block.kind, depth, gap, True, cells)


def _sentences(text: str, lines: Sequence[Line], read: Sequence[Span]) -> Iterator[Span]:
    covered, spans = 0, iter(sorted(read))
    upcoming = next(spans, None)
    for line in lines:
        while upcoming and upcoming[0] < line.end:
            if upcoming[1] > covered and upcoming[1] > upcoming[0]:
                yield from _bounded(text, upcoming)
                covered = upcoming[1]
            upcoming = next(spans, None)
        if covered <= line.start:
            yield from _split(text, line.span)
            covered = line.end


def _split(text: str, span: Span) -> Iterator[Span]:
    start = span[0]
    for gap in _SENTENCE.finditer(text, *span):
        yield from _bounded(text, (start, gap.start()))
        start = gap.end()
    yield from _bounded(text, (start, span[1]))


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Yield a sentence, or its pieces where it is so long that searching it again and again would cost."""
    start, end = span
    while end - start > _LONGEST_SENTENCE:
        blank = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        stop = blank if blank > 0 else start + _LONGEST_SENTENCE
        yield start, stop
        start = stop
    yield start, end
