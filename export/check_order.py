"""Checks the headings of a document: all that the house wants, in its order, and as headings."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from export.check_findings import Finding, tell
from export.check_sheet import Heading, Sheet


def check_order(sheet: Sheet) -> Iterator[Finding]:
    """Yield what is wrong with the headings of the item."""
    words = sheet.wording.checks
    found = {heading.key: heading for heading in reversed(sheet.headings) if heading.region == "item"}
    for key, wanted in sheet.wanted.items():
        if key not in found:
            yield tell(words, "missing_heading", "error", found=wanted)
    order = ", ".join(sheet.wanted.values())
    for key in _misplaced(sheet):
        yield tell(words, "heading_order", "error", found=found[key].text, wanted=order)
    for heading in _foreign(sheet):
        yield tell(words, "unknown_heading", "warning", found=heading.text)
    for heading in sheet.headings:
        if heading.typed:
            yield tell(words, "typed_heading", "warning", found=heading.text)


def _misplaced(sheet: Sheet) -> Iterator[str]:
    """Yield the parts to be moved, as few as can be, so that the rest stands in the house's order."""
    rank = {key: number for number, key in enumerate(sheet.wanted)}
    told = [heading.key for heading in sheet.headings if heading.region == "item" and heading.key in rank]
    keys = list(dict.fromkeys(key for key in told if key))
    kept = _longest_rise([rank[key] for key in keys])
    yield from (key for key in keys if rank[key] not in kept)


def _longest_rise(numbers: Sequence[int]) -> frozenset[int]:
    """Return a longest rising selection of distinct numbers in their order."""
    ends, at, before = list[int](), list[int](), list[int]()
    for position, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(at[length - 1] if length else -1)
        ends[length:] = [number, *ends[length + 1 :]]
        at[length:] = [position, *at[length + 1 :]]
    chosen, position = set[int](), at[-1] if at else -1
    while position >= 0:
        chosen.add(numbers[position])
        position = before[position]
    return frozenset(chosen)


def _foreign(sheet: Sheet) -> Iterator[Heading]:
    """Yield the headings among the house's own that it does not know; those below one of its own may be."""
    levels = [
        heading.level
        for heading in sheet.headings
        if heading.region == "item" and heading.key in sheet.wanted
    ]
    top = min(levels, default=0)
    for heading in sheet.headings:
        if heading.region == "item" and heading.key is None and heading.level <= top:
            yield heading
