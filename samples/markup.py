"""Knows the few marks that the made-up texts are written in, and makes blocks and HTML of them.

Blank lines part paragraphs, line ends inside one are blanks. A line of its own is each that starts
with `- ` (list item), `| ` (table row, cells parted by ` | `), `# ` or `## ` (heading), or a number
with a stop (numbered point).
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Kind = Literal["paragraph", "bullet", "row", "heading", "title", "point"]
MARKS: dict[str, Kind] = {"- ": "bullet", "| ": "row", "## ": "heading", "# ": "title"}
POINT = re.compile(r"\d{1,2}\. ")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, heading, numbered point or table row of a made-up text."""

    kind: Kind
    text: str

    @property
    def cells(self) -> tuple[str, ...]:
        """A row's cells."""
        return tuple(self.text.split(" | "))


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text in the marks above."""
    blocks: list[Block] = []
    going_on = False
    for line in text.splitlines():
        found = _start(line)
        if found:
            blocks.append(found)
        elif line.strip() and going_on:
            last = blocks[-1]
            blocks[-1] = Block(last.kind, f"{last.text} {line.strip()}")
        elif line.strip():
            blocks.append(Block("paragraph", line.strip()))
        going_on = bool(line.strip())
    return tuple(blocks)


def plain(blocks: Iterable[Block]) -> str:
    """Return the blocks as bare text, one line each."""
    return "\n".join(block.text.replace(" | ", "\t") for block in blocks)


def html_of(block: Block, attributes: str = "") -> str:
    """Return a paragraph, list item, heading or point as one HTML paragraph."""
    inner = html.escape(block.text, quote=False)
    if block.kind in ("heading", "title"):
        inner = f"<b>{inner}</b>"
    if block.kind == "bullet":
        inner = f"-&nbsp;&nbsp;&nbsp;{inner}"
    return f"<p{attributes}>{inner}</p>"


def html_table(rows: Iterable[Block], attributes: str = "") -> str:
    """Return table rows as one HTML table."""
    lines = ("".join(f"<td>{html.escape(cell, quote=False)}</td>" for cell in row.cells) for row in rows)
    return f"<table{attributes}>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def grouped(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield rows that follow one another together, every other block alone."""
    for is_row, run in groupby(blocks, key=lambda block: block.kind == "row"):
        if is_row:
            yield tuple(run)
        else:
            yield from ((block,) for block in run)


def _start(line: str) -> Block | None:
    for mark, kind in MARKS.items():
        if line.startswith(mark):
            return Block(kind, _row(line) if kind == "row" else line.removeprefix(mark).strip())
    return Block("point", line.strip()) if POINT.match(line) else None


def _row(line: str) -> str:
    cells = line.strip().removeprefix("|").removesuffix("|").split("|")
    return " | ".join(cell.strip() for cell in cells)
