"""Knows the paragraphs of a Word file that people edited: split runs, tracked changes, boxes, tables."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from export.written_styles import Styles, child, is_on, name_of, value_of
from records.base import Span

LineKind = Literal["heading", "paragraph", "list_item", "cell"]

_BLANKS = re.compile(r"\s+")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WRAPPERS = frozenset(
    {"ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "choice", "alternatives"}
)
_INLINE = _WRAPPERS | {"hyperlink", "fldSimple", "dir", "bdo"}
_GONE = frozenset({"del", "moveFrom", "fallback"})
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})
_YELLOWS = frozenset({"ffff00", "fff200", "ffff66", "ffff99"})
"""The shades in which LibreOffice and Word's shading write what a marker pen would."""


@dataclass(frozen=True)
class Read:
    """A paragraph with words in it.

    `level` is a heading's (0 the title); `row` counts a table's rows from 1; `marked` are the stretches
    that are highlighted; `bold` tells that all of it is; `depth` is 0 for the outermost items of a list.
    """

    text: str
    kind: LineKind
    level: int = 0
    row: int | None = None
    marked: tuple[Span, ...] = ()
    bold: bool = False
    depth: int = 0


@dataclass
class _Words:
    """Text that grows run by run, its blanks folded, with what is highlighted and bold in it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blank: bool = True
    marked: list[Span] = field(default_factory=list)
    light: bool = False

    def add(self, text: str, *, marked: bool, bold: bool) -> None:
        folded = _BLANKS.sub(" ", unicodedata.normalize("NFC", text.translate(_UNSEEN)))
        if self.blank:
            folded = folded.removeprefix(" ")
        if not folded:
            return
        start, self.length = self.length, self.length + len(folded)
        self.parts.append(folded)
        self.blank = folded.endswith(" ")
        self.light |= not bold and not folded.isspace()
        if marked and self.marked and self.marked[-1][1] == start:
            self.marked[-1] = self.marked[-1][0], self.length
        elif marked:
            self.marked.append((start, self.length))

    @property
    def text(self) -> str:
        return "".join(self.parts).removesuffix(" ")

    def spans(self) -> tuple[Span, ...]:
        end = len(self.text)
        return tuple((start, min(stop, end)) for start, stop in self.marked if start < min(stop, end))


class LineReader:
    """Reads the lines of one document; `changes` tells afterwards whether it holds tracked changes."""

    def __init__(self, styles: Styles) -> None:
        self.changes = False
        self._styles = styles
        self._words = _Words()

    def read(self, parent: etree._Element) -> Iterator[Read]:
        """Yield the lines below an element in reading order; a text box's stand after their paragraph."""
        yield from self._blocks(parent, None)

    def _blocks(self, parent: etree._Element, row: int | None) -> Iterator[Read]:
        for element in parent:
            name = name_of(element)
            self.changes |= name in _CHANGES
            if name == "p":
                yield from self._paragraph(element, row)
            elif name == "tbl":
                yield from self._table(element, row)
            elif name in _WRAPPERS:
                yield from self._blocks(element, row)

    def _table(self, table: etree._Element, above: int | None) -> Iterator[Read]:
        for number, row in enumerate(self._inside(table, "tr"), 1):
            if child(row, "trPr", "del") is not None:
                self.changes = True
                continue
            for cell in self._inside(row, "tc"):
                yield from self._blocks(cell, above or number)

    def _inside(self, parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
        for element in parent:
            name = name_of(element)
            if name == wanted:
                yield element
            elif name in _WRAPPERS:
                yield from self._inside(element, wanted)

    def _paragraph(self, paragraph: etree._Element, row: int | None) -> Iterator[Read]:
        """Yield a paragraph; one whose mark was deleted under tracking runs on into the next."""
        properties = child(paragraph, "pPr")
        boxes: list[etree._Element] = []
        if not self._styles.is_contents(properties):
            self._runs(paragraph, boxes)
        if child(properties, "rPr", "del") is not None:
            self.changes = True
        else:
            words, self._words = self._words, _Words()
            if words.text:
                yield self._line(words, properties, row)
        for box in boxes:
            yield from self._blocks(box, row)

    def _line(self, words: _Words, properties: etree._Element | None, row: int | None) -> Read:
        level = self._styles.level(properties)
        kind: LineKind = "paragraph"
        if row is not None:
            kind = "cell"
        elif level is not None:
            kind = "heading"
        elif self._styles.is_list(properties):
            kind = "list_item"
        depth = self._styles.depth(properties) if kind == "list_item" else 0
        return Read(words.text, kind, level or 0, row, words.spans(), not words.light, depth)

    def _runs(self, parent: etree._Element, boxes: list[etree._Element]) -> None:
        for element in parent:
            name = name_of(element)
            self.changes |= name in _CHANGES
            if name == "r":
                self._run(element, boxes)
            elif name in _INLINE:
                self._runs(element, boxes)

    def _run(self, run: etree._Element, boxes: list[etree._Element]) -> None:
        look = child(run, "rPr")
        marked, bold = _is_marked(look), is_on(child(look, "b"))
        for element in run:
            name = name_of(element)
            if name == "t":
                self._words.add(element.text or "", marked=marked, bold=bold)
            elif name in _SIGNS:
                self._words.add(_SIGNS[name], marked=marked, bold=bold)
            elif name in ("drawing", "pict", "object", "alternatives"):
                boxes.extend(_boxes(element))


def _boxes(drawn: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes of a drawing, each once: Word writes them a second time for old readers."""
    walker = etree.iterwalk(drawn, events=("start",))
    for _, element in walker:
        name = name_of(element)
        if name in _GONE:
            walker.skip_subtree()
        elif name == "txbxContent":
            walker.skip_subtree()
            yield element


def _is_marked(look: etree._Element | None) -> bool:
    highlight = child(look, "highlight")
    if highlight is not None:
        return is_on(highlight)
    return (value_of(child(look, "shd"), "fill") or "").lower() in _YELLOWS
