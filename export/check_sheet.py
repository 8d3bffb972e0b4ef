"""A document as its checks see it: the same for a draft's data and for a Word file that a clerk edited."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from config.houses import House
from config.wording import Wording
from export.check_words import mask
from export.text import fold
from export.written_lines import LineKind
from records.base import Span
from records.draft import Draft

Region = Literal["cover", "head", "item", "closing"]
"""The first page, the item's title and fields, its headed parts, the lists at the end."""

_NUMBERING = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z])[.)]|\d{1,3}(?:\.\d{1,3})*|§\s*\d+|\d+\s*§)\s+"
)


@dataclass(frozen=True)
class Passage:
    """A paragraph, list item or paragraph of a table cell.

    `key` names the headed part that it stands in, None for one that the house does not know; `number`
    counts under `heading` from 1 without the cells of tables, whose `row` counts in their table.
    `gaps` are placeholders, `cited` what stands there as a source's; `depth` is 0 but for items of a list
    within an item.
    """

    region: Region
    key: str | None
    heading: str | None
    number: int
    kind: LineKind
    text: str
    row: int | None = None
    gaps: tuple[Span, ...] = ()
    cited: tuple[Span, ...] = ()
    depth: int = 0

    @cached_property
    def own(self) -> str:
        """The text, as long as it is, with all masked that is not the house's own words."""
        return mask(self.text, (*self.gaps, *self.cited))

    @cached_property
    def filled(self) -> str:
        """The text, as long as it is, with its placeholders masked."""
        return mask(self.text, self.gaps)


@dataclass(frozen=True)
class Heading:
    """A heading: the part that it heads, None if the house knows none; `typed` without a heading's style."""

    text: str
    region: Region
    key: str | None
    level: int
    typed: bool = False


@dataclass(frozen=True)
class Sheet:
    """All that checks look at; `draft` is the data behind the document, where that is known.

    `wanted` are the parts with headings that the house wants, in its order: heading by key.
    """

    house: House
    wording: Wording
    draft: Draft | None
    wanted: Mapping[str, str]
    passages: tuple[Passage, ...]
    headings: tuple[Heading, ...]

    def own(self) -> tuple[Passage, ...]:
        """The passages that are sent on: the item and its head, without first page and closing lists."""
        return tuple(passage for passage in self.passages if passage.region in ("head", "item"))


def wanted_headings(house: House, wording: Wording) -> dict[str, str]:
    """Return the headings that a house wants by the keys of their parts, in its order."""
    told = {key: house.headings.get(key, wording.headings[key]) for key in house.parts}
    return {key: heading for key, heading in told.items() if heading}


def bare(heading: str) -> str:
    """Return a heading in small letters, without the number before it and the colon behind."""
    told = fold(heading).casefold()
    numbering = _NUMBERING.match(told)
    return (told[numbering.end() :] if numbering else told).rstrip(" :.")
