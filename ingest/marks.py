"""Knows the marks that the sheet html.xsl leaves in a page's text, and the blocks they part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.clean import Piece
from ingest.grid import MOST_SPAN, Grid
from ingest.joints import BOLD, PLAIN, join_inline
from records.item import BlockKind

LINE, NUMBERS = "\ufdd1", "\ufdd5"
_LEAD = re.compile(f"[\\s{LINE}{BOLD}{PLAIN}]*")


@dataclass(slots=True, eq=False)
class _Frame:
    """An open element that gives the text directly inside it its kind and place."""

    kind: BlockKind = "paragraph"
    level: int = 0
    lists: int = 0
    grid: Grid | None = None
    row: int = -1
    column: int = -1
    bold: bool = False


def read_pieces(marked: str, *, labelled: bool = False) -> list[Piece]:
    """Return the blocks of a text with marks in reading order; `labelled` as in `clean_element`."""
    reader = _Reader()
    for chunk in join_inline(f"p{marked}", labelled=labelled):
        code, words = chunk[0], chunk[1:]
        if code != "p":
            reader.open(code, words)
        elif words and not words.isspace():
            reader.add(words)
    return reader.pieces()


class _Reader:
    def __init__(self) -> None:
        self.frames = [_Frame()]
        self.stretches: list[tuple[_Frame, str, bool]] = []
        self.bold_depth = 0

    def open(self, code: str, words: str) -> None:
        """Open or close an element by its letter, and add the words behind it."""
        if code == "e":
            self.frames.pop()
        else:
            words = self._open(code, words)
        if words:
            self.add(words)

    def _open(self, code: str, words: str) -> str:
        top, numbers = self.frames[-1], ""
        if code in "chm":
            numbers, _, words = words.partition(NUMBERS)
        if code == "r":
            if top.grid:
                top.grid.open_row()
            return words
        if code in "ch":
            frame = _cell(top, numbers, bold=code == "h")
        elif code == "t":
            frame = _Frame(grid=Grid(top.grid))
        elif code in "lim":
            frame = _list_frame(top, code, numbers)
        else:
            frame = _heading(top, int(code))
        self.frames.append(frame)
        return words

    def add(self, words: str) -> None:
        """Add words to the innermost element."""
        frame = self.frames[-1]
        bold = frame.bold or self.bold_depth > 0
        if BOLD in words or PLAIN in words:
            bold = frame.bold or self._opens_bold(words)
            self.bold_depth += words.count(BOLD) - words.count(PLAIN)
            words = words.replace(BOLD, "").replace(PLAIN, "")
        grid = frame.grid if frame.row >= 0 else None
        for paragraph in _paragraphs(words) if LINE in words else (" ".join(words.split()),):
            self.stretches.append((frame, paragraph, bold))
            if grid:
                grid.count_paragraph()

    def _opens_bold(self, words: str) -> bool:
        match = _LEAD.match(words)
        lead = match[0] if match else ""
        return self.bold_depth + lead.count(BOLD) - lead.count(PLAIN) > 0 and len(lead) < len(words)

    def pieces(self) -> list[Piece]:
        """Return the stretches as pieces: paragraphs of one cell as one, cells of a layout as paragraphs."""
        pieces: list[Piece] = []
        before: _Frame | None = None
        for frame, words, bold in self.stretches:
            grid, kind = frame.grid, frame.kind
            if grid is None or frame.row < 0:
                pieces.append(Piece(kind, words, frame.level, -1, -1, bold))
            elif grid.is_layout:
                kind = "paragraph" if kind == "cell" else kind
                pieces.append(Piece(kind, words, frame.level, -1, -1, bold))
            elif kind == "cell" and frame is before:
                pieces[-1] = pieces[-1]._replace(text=f"{pieces[-1].text}\n{words}")
            else:
                pieces.append(Piece(kind, words, frame.level, frame.row, frame.column, bold))
            before = frame
        return pieces


def _list_frame(top: _Frame, code: str, numbers: str) -> _Frame:
    if code == "l":
        return _Frame(top.kind, top.level, top.lists + 1, top.grid, top.row, top.column)
    level = int(numbers) if numbers.isdecimal() else max(top.lists, 1)
    return _Frame("list_item", level, top.lists, top.grid, top.row, top.column)


def _heading(top: _Frame, level: int) -> _Frame:
    if top.grid:
        top.grid.nest()
    return _Frame("heading", level, grid=top.grid)


def _cell(top: _Frame, numbers: str, *, bold: bool) -> _Frame:
    if top.grid is None:
        return _Frame(top.kind, top.level, top.lists)
    columns, _, rows = numbers.partition(",")
    row, column = top.grid.open_cell(_span(columns), _span(rows))
    return _Frame("cell", grid=top.grid, row=row, column=column, bold=bold)


def _span(number: str) -> int:
    return min(max(int(number), 1), MOST_SPAN) if number.isdecimal() and len(number) < 6 else 1


def _paragraphs(words: str) -> Iterator[str]:
    """Yield the paragraphs of a block: its lines, squeezed, parted where two line ends meet."""
    lines = [" ".join(line.split()) for line in words.split(LINE)]
    paragraph: list[str] = []
    for line in (*lines, ""):
        if line:
            paragraph.append(line)
        elif paragraph:
            yield "\n".join(paragraph)
            paragraph = []
