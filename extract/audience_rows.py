"""Knows plans with a column of audiences: lines that name nobody but those whom the line above is for."""

from collections.abc import Iterator, Sequence

from extract.mentions import Mention, Placed
from records.item import Block

_LONGEST = 80
_SHARE = 0.6
_FEWEST = 2


def audience_rows(text: str, blocks: Sequence[Block], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the audiences that fill a line below one that names a topic, where two such lines stand.

    One line alone may be the heading of a body's own treatment. `mentions` are in text order.
    """
    audiences = Placed(one for one in mentions if one.kind == "audience")
    topics = Placed(one for one in mentions if one.kind == "topic")
    rows = []
    for index, block in enumerate(blocks[1:]):
        named = _filling(text, block, audiences)
        if named and topics.within(blocks[index].span):
            rows.append(named)
    if len(rows) >= _FEWEST:
        for named in rows:
            yield from named


def _filling(text: str, block: Block, audiences: Placed) -> tuple[Mention, ...]:
    if block.end - block.start > _LONGEST:
        return ()
    named = audiences.within(block.span)
    if not named:
        return ()
    letters = len("".join(text[block.start : block.end].split()))
    covered = len({at for one in named for at in range(*one.span) if not text[at].isspace()})
    return named if covered >= _SHARE * letters else ()
