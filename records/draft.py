"""A draft as data: what a decision document says, paragraph by paragraph, each with its backing."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, model_validator

from records.base import Record, Span
from records.council import Country
from records.evidence import How
from records.item import DocumentType

TriggerKind = Literal["due_again", "watched", "undecided", "asked"]


class Trigger(Record):
    """Why a draft was made.

    `kind`: a house's own decision falls due again, a watched publisher has a new programme, a
    programme has no decision yet, a clerk asked. `key` names what set it off (the stored
    programme) and never changes; `made_at` is aware.
    """

    kind: TriggerKind
    key: str
    made_at: AwareDatetime


class Citation(Record):
    """A document that a draft quotes: whose it is, which item, where it can be read.

    `language` is a BCP 47 tag with country where that is known ("fi-FI").
    """

    council: str | None = None
    body: str | None = None
    meeting_date: dt.date | None = None
    section: str | None = None
    case_number: str | None = None
    title: str | None = None
    document_type: DocumentType
    url: str | None = None
    language: str
    retrieved_at: dt.datetime | None = None
    sha256: str | None = None


class Plain(Record):
    """Wording of the house or of Paragraf: it tells nothing that a source would have to back.

    `language` as in `Cited`; `link` is the address that the words lead to.
    """

    kind: Literal["plain"] = "plain"
    text: str
    language: str | None = None
    link: str | None = None


class Cited(Record):
    """A value with its source.

    `quote` is what stands at `spans` in the source's text, empty for what is known of the source
    itself (its publisher); `source` indexes the draft's sources. `language` is the tag of words
    taken over as they stand, null for words of the house. A `precedent` value is carried over from an
    earlier decision, here or elsewhere: it stands in the house's own text until a clerk changes it.
    """

    kind: Literal["cited"] = "cited"
    text: str
    quote: str
    spans: tuple[Span, ...]
    source: int
    how: How = "stated"
    language: str | None = None
    precedent: bool = False


class Placeholder(Record):
    """What a person must fill in: `text` stands in the document, `hint` tells what is wanted.

    `old` is what a precedent has in this place (a date, sum, name, § or year): shown, never to be
    left; `also` is what further precedents have there.
    """

    kind: Literal["placeholder"] = "placeholder"
    key: str
    text: str
    hint: str
    old: Cited | None = None
    also: tuple[Cited, ...] = ()

    @property
    def olds(self) -> tuple[Cited, ...]:
        """All that precedents have in this place."""
        return (self.old, *self.also) if self.old else self.also


Piece = Annotated[Plain | Cited | Placeholder, Field(discriminator="kind")]
Line = tuple[Piece, ...]
"""The pieces of one paragraph, list item or line of a table cell, in reading order."""


def piece_text(piece: Piece) -> str:
    """Return how a piece reads in a document: a placeholder in square brackets."""
    return f"[{piece.text}]" if isinstance(piece, Placeholder) else piece.text


def line_text(line: Line) -> str:
    """Return what a line says, its placeholders in square brackets."""
    return "".join(map(piece_text, line))


class Paragraph(Record):
    """A paragraph; `role` tells an entry of the list of sources and its quotes from running text."""

    kind: Literal["paragraph"] = "paragraph"
    line: Line
    role: Literal["text", "source", "quote"] = "text"


class Points(Record):
    """A list, numbered or bulleted."""

    kind: Literal["points"] = "points"
    items: tuple[Line, ...]
    numbered: bool = False


class Fact(Record):
    """A labelled value, as in a document's head; `key` is its name in every language ("meeting")."""

    label: str
    line: Line
    key: str | None = None


class Facts(Record):
    """Labelled values, one a line."""

    kind: Literal["facts"] = "facts"
    facts: tuple[Fact, ...]


class Cell(Record):
    """A table cell of one or more lines."""

    lines: tuple[Line, ...]


class Table(Record):
    """A table with a caption and a header row; `widths` are shares of the page's text width."""

    kind: Literal["table"] = "table"
    caption: str
    header: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @model_validator(mode="after")
    def _square(self) -> "Table":
        if any(len(row) != len(self.header) for row in (self.widths, *self.rows)):
            raise ValueError("as many widths and cells a row as the header has")
        return self


Block = Annotated[Paragraph | Points | Facts | Table, Field(discriminator="kind")]


class Section(Record):
    """A headed part of a draft; without a heading it runs on under the part before.

    `key` names what it holds ("proposal", "account") in every language.
    """

    key: str
    heading: str | None
    blocks: tuple[Block, ...]


class Draft(Record):
    """A decision document for a home house, not yet laid out.

    `house` is the profile's id, `language` the house's ("sv"), `tag` the language with country as
    Word wants it ("sv-FI"), `document` the kind of document in the house's own word. `cover` tells
    why the draft was made; `heading` is the item's title; `sections` stand in house order;
    `closing` lists what is still to fill in and the sources, and goes before the item is sent on.
    `version` counts from 1: the same trigger asked again after its sources changed gives the next.
    """

    id: str
    version: int = 1
    house: str
    council: str | None
    language: str
    tag: str
    country: Country
    document: str
    trigger: Trigger
    body: str | None = None
    meeting_date: dt.date | None = None
    title: str
    cover: tuple[Section, ...]
    heading: Line
    head: Facts
    sections: tuple[Section, ...]
    closing: tuple[Section, ...]
    sources: tuple[Citation, ...]

    @model_validator(mode="after")
    def _backed(self) -> "Draft":
        known = range(len(self.sources))
        if any(each.source not in known for each in self.cited()):
            raise ValueError("a source for every cited value")
        return self

    def cited(self) -> Iterator[Cited]:
        """Yield every sourced value in reading order, with the old values that placeholders show."""
        for piece in self.pieces():
            if isinstance(piece, Placeholder):
                yield from piece.olds
            elif isinstance(piece, Cited):
                yield piece

    def lines(self) -> Iterator[Line]:
        """Yield every line of the draft in reading order, cover first."""
        yield from section_lines(self.cover)
        yield self.heading
        yield from block_lines(self.head)
        yield from section_lines(self.sections)
        yield from section_lines(self.closing)

    def pieces(self) -> Iterator[Piece]:
        """Yield every piece of the draft in reading order."""
        for line in self.lines():
            yield from line


def section_lines(sections: Iterable[Section]) -> Iterator[Line]:
    """Yield the lines of sections in reading order, without their headings."""
    for section in sections:
        for block in section.blocks:
            yield from block_lines(block)


def block_lines(block: Block) -> Iterator[Line]:
    """Yield the lines of a block in reading order, a table's row by row."""
    if isinstance(block, Paragraph):
        yield block.line
    elif isinstance(block, Points):
        yield from block.items
    elif isinstance(block, Facts):
        yield from (fact.line for fact in block.facts)
    else:
        yield from (line for row in block.rows for cell in row for line in cell.lines)


def draft_id(house: str, trigger: Trigger) -> str:
    """Return the id of the one draft that a trigger makes for a house: the house's id and 12 hex digits."""
    digest = hashlib.sha256("\0".join((house, trigger.kind, trigger.key)).encode()).hexdigest()
    return f"{house}-{digest[:12]}"
