"""From the minutes of a whole meeting to one item a section, each under the meeting's own head."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from config.languages import Language
from extract.dates import scan_dates
from extract.decision_opening import open_item
from extract.head import Head
from extract.protocol import ProtocolSection
from records.base import Span
from records.item import Block, Item

_FEWEST = 2
_GAP = "\n\n"


def split_item(item: Item, language: Language) -> tuple[Item, ...]:
    """Return the items of a whole meeting's minutes or agenda; the item itself when it holds one only.

    Each text is the meeting's head (body, day), a blank line, and the section: as a record system
    prints an item of its own, so that every value finds its quote in the item's own text. The
    native id is that of the whole with "#" and the section's number.
    """
    opened = open_item(item, scan_dates(item.text, language.dates), language.decision)
    sections = [section for section in opened.sections if not section.listed]
    if len(sections) < _FEWEST:
        return (item,)
    return tuple(_items(item, _top(item.text, opened.head, sections), sections))


def _top(text: str, head: Head, sections: Sequence[ProtocolSection]) -> Span:
    """Return the lines that a meeting's head takes up, at most down to the first section."""
    told = [found.spans[-1][1] for found in (head.body, head.day) if found]
    first = min(section.span[0] for section in sections)
    end = max((place for place in (head.end, *told) if place <= first), default=0)
    line_end = text.find("\n", end)
    return 0, min(line_end if line_end >= 0 else len(text), first)


def _items(item: Item, top: Span, sections: Sequence[ProtocolSection]) -> Iterator[Item]:
    taken: set[str] = set()
    for place, section in enumerate(sections, 1):
        number = section.number.value if section.number else ""
        name = number if number and number not in taken else f"{number}@{place}"
        taken.add(name)
        yield _item(item, top, section, name)


def _item(item: Item, top: Span, section: ProtocolSection, name: str) -> Item:
    head = item.text[slice(*top)].rstrip()
    start, end = section.span
    body = item.text[start:end].rstrip()
    offset = len(head) + len(_GAP) if head else 0
    blocks = (
        *_moved(item.blocks, (top[0], top[0] + len(head)), 0),
        *_moved(item.blocks, (start, start + len(body)), offset),
    )
    return item.model_copy(
        update={
            "native_id": f"{item.native_id}#{name}",
            "text": f"{head}{_GAP}{body}" if head else body,
            "blocks": blocks,
            "title": section.title.value if section.title else None,
        }
    )


def _moved(blocks: Sequence[Block], span: Span, to: int) -> Iterator[Block]:
    """Yield the parts of blocks that lie in a stretch, moved as the stretch is moved to `to`."""
    start, end = span
    for block in blocks:
        low, high = max(block.start, start), min(block.end, end)
        if low < high:
            yield replace(block, start=low - start + to, end=high - start + to)
