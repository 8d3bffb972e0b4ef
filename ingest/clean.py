"""Knows how clean text is laid out: pieces of any document become one text with blocks over it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ingest.bullets import OPENERS, UNSURE, Bullet, find_bullet
from records.item import Block, BlockKind


class Piece(NamedTuple):
    """One block before it has a place: its kind, its words and where markup put it (as in `Block`)."""

    kind: BlockKind
    text: str
    level: int = 0
    row: int = -1
    column: int = -1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text of a document and the blocks that cover it."""

    text: str
    blocks: tuple[Block, ...]


def lay_out(pieces: Iterable[Piece]) -> CleanText:
    """Return the pieces as one NFC text with a block each, empty pieces left out.

    A paragraph that opens with a bullet, as Word writes them, becomes a list item. A blank line stands
    before headings, paragraphs and tables; items and cells follow line by line.
    """
    full = _name_items([piece for piece in pieces if piece.text])
    laid = _lay_out(full)
    if unicodedata.is_normalized("NFC", laid.text):
        return laid
    return _lay_out([piece._replace(text=unicodedata.normalize("NFC", piece.text)) for piece in full])


def join_texts(texts: Iterable[CleanText]) -> CleanText:
    """Return the texts as one, a blank line between them, empty ones left out."""
    parts: list[str] = []
    blocks: list[Block] = []
    place = 0
    for part in texts:
        if not part.text:
            continue
        if parts:
            parts.append("\n\n")
            place += 2
        blocks.extend(moved(block, place) for block in part.blocks)
        parts.append(part.text)
        place += len(part.text)
    return CleanText("".join(parts), tuple(blocks))


def moved(block: Block, by: int) -> Block:
    """Return the block further down; spelt out, since `dataclasses.replace` costs more than cleaning."""
    start, end = block.start + by, block.end + by
    return Block(block.kind, start, end, block.level, block.row, block.column, block.bold)


def _lay_out(pieces: list[Piece]) -> CleanText:
    parts: list[str] = []
    blocks: list[Block] = []
    place, before = 0, ""
    for kind, words, level, row, column, bold in pieces:
        gap = _gap(before, kind) if before else ""
        start = place + len(gap)
        place = start + len(words)
        parts += (gap, words)
        blocks.append(Block(kind, start, place, level, row, column, bold))
        before = kind
    return CleanText("".join(parts), tuple(blocks))


def _name_items(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with paragraphs that a bullet, or one of several numbers, opens as list items."""
    signs = {place: sign for place, piece in enumerate(pieces) if (sign := _sign(piece))}
    for place, sign in signs.items():
        beside = signs.get(place - 1), signs.get(place + 1)
        if sign.mark not in UNSURE or any(sign.goes_with(other) for other in beside):
            pieces[place] = pieces[place]._replace(kind="list_item", level=1)
    return pieces


def _sign(piece: Piece) -> Bullet | None:
    words = piece.text
    if piece.kind != "paragraph" or (words[0] not in OPENERS and words[1:2] != ")"):
        return None
    return find_bullet(words)


def _gap(before: str, kind: str) -> str:
    return "\n" if kind == "list_item" or kind == before == "cell" else "\n\n"
