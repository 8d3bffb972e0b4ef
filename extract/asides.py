"""Knows where minutes end: lists of those who are told of a decision, signatures, page furniture."""

from collections.abc import Collection, Iterator, Sequence

from extract.folded import fold
from extract.mentions import Mention, Placed
from records.base import Span
from records.item import Block

_ROW_LENGTH = 120


def aside_spans(
    text: str, blocks: Sequence[Block], labels: Collection[str], mentions: Sequence[Mention]
) -> Iterator[Span]:
    """Yield the lines that a closing label opens, with the short lines that follow it.

    `labels` are folded phrases ("distribution", "signatures"). A heading, a long line or one that
    holds a word of training ends the list.
    """
    inside, labels = False, tuple(labels)
    events = Placed(one for one in mentions if one.kind == "event")
    for block in blocks:
        if events.within(block.span):
            inside = False
        elif _is_label(text, block, labels):
            inside = True
        elif inside:
            inside = block.kind != "heading" and block.end - block.start < _ROW_LENGTH
        if inside:
            yield block.span


def _is_label(text: str, block: Block, labels: tuple[str, ...]) -> bool:
    line = fold(text[block.start : min(block.end, block.start + _ROW_LENGTH)]).lstrip("•-* ")
    if not line.startswith(labels):
        return False
    return any(line.startswith(label) and not line[len(label) : len(label) + 1].isalnum() for label in labels)
