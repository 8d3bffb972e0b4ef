"""Items: clean text with its blocks, the only thing that extraction sees."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from records.base import Record, Span
from records.changes import Changes

DocumentType = Literal["minutes", "agenda", "case_paper", "officer_decision", "page"]
BlockKind = Literal["heading", "paragraph", "list_item", "cell"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an item's text that markup (or, for bare text, layout) set apart.

    `level` is the heading's or list's depth from 1; `row` and `column` place a table cell,
    counted from 0. `bold` tells that the whole block or its first words stood in bold.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    row: int = -1
    column: int = -1
    bold: bool = False

    @property
    def span(self) -> Span:
        """Where the block stands in the item's text."""
        return self.start, self.end


class Attachment(Record):
    """A document that hangs on an item.

    `read` tells whether its text was extracted with the item's, `span` where in the item's text it
    stands. `holds_text` tells that the page itself has no text: this document is the item.
    """

    title: str
    url: str
    media_type: str | None = None
    read: bool = False
    span: Span | None = None
    holds_text: bool = False


class Item(Record):
    """One § or case of a meeting, or one ordinary page, as clean text.

    The key is (source_id, base_id, native_id). `text` is NFC (for HTML and PDF), lines end in
    \\n, and is what every span refers to. `blocks` are in reading order and do not overlap.
    `text_version` names the cleaner that made the text. `title` is what the page's own head or
    the feed calls the item, where the system tells it apart from the text.
    """

    source_id: str
    base_id: str
    native_id: str
    url: str | None
    text: str
    blocks: tuple[Block, ...]
    text_version: str
    language: str | None = None
    title: str | None = None
    attachments: tuple[Attachment, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What identifies the item for good."""
        return self.source_id, self.base_id, self.native_id


class Version(Record):
    """A state that an item was in on its site: agenda, minutes, a correction.

    Versions count from 1. Digests are hex; `text_version` names the cleaner that made the text;
    `seen_at` is when the item was first seen in this state, aware. `changes` tells what differs from the
    version before; the first one has none.
    """

    number: int
    document_type: DocumentType
    text_sha256: str
    text_version: str
    page_sha256: str
    page_url: str
    seen_at: dt.datetime
    changes: Changes | None = None
