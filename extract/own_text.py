"""Which part of an item's text is its own, and which stands in documents that hang on it."""

from dataclasses import replace

from records.item import Item


def own_part(item: Item) -> Item:
    """Return the item without the texts of its attachments, which follow its own text.

    A decision is told by the item alone: what hangs on it often has a head, proposals and decisions of
    another. A document that holds the item's own text belongs to it.
    """
    starts = [one.span[0] for one in item.attachments if one.span and not one.holds_text]
    if not starts:
        return item
    end = len(item.text[: min(starts)].rstrip())
    blocks = (replace(block, end=min(block.end, end)) for block in item.blocks if block.start < end)
    return item.model_copy(update={"text": item.text[:end], "blocks": tuple(blocks)})
