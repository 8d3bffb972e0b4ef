"""Knows bare text: what its lines, bullets and blank lines say of its blocks."""

import re

from records.item import Block, BlockKind

TEXT_VERSION = "text-1"
_BULLET = re.compile(r"\s*(?:[•·▪◦‣*–-]|\d{1,2}[.)])\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?:;,]\s*$")


def infer_blocks(text: str) -> tuple[Block, ...]:
    """Return one block a line that holds more than blanks.

    A bullet or number makes a list item, a short line without closing punctuation that stands
    after a blank line a heading, all else a paragraph.
    """
    blocks = []
    start, after_gap = 0, True
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped)
            blocks.append(Block(_kind(line, stripped, after_gap), first, first + len(stripped), 1))
        after_gap = not stripped
        start += len(line) + 1
    return tuple(blocks)


def _kind(line: str, stripped: str, after_gap: bool) -> BlockKind:
    if _BULLET.match(line):
        return "list_item"
    if after_gap and len(stripped) < 90 and not _SENTENCE_END.search(stripped):
        return "heading"
    return "paragraph"
