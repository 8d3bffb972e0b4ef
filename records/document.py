"""The record of one document: what `paragraf extract` prints and the store keeps."""

import datetime as dt
from typing import Literal

from records.base import Record, Span
from records.council import Country, PublisherType
from records.dates import DateFinding
from records.decision import Decision
from records.evidence import Evidence
from records.item import Attachment, DocumentType
from records.programme import Programme


class Origin(Record):
    """Where a document came from; everything that is not known is null."""

    path: str | None = None
    url: str | None = None
    system: str | None = None
    publisher: str | None = None
    publisher_type: PublisherType | None = None
    country: Country | None = None
    retrieved_at: dt.datetime | None = None
    sha256: str | None = None
    media_type: str | None = None


class Reason(Record):
    """A piece of text that spoke for or against relevance."""

    text: str
    span: Span


class Relevance(Record):
    """Whether the document describes training meant for elected officials; `score` from 0 to 1."""

    is_programme: bool
    score: float
    reasons: tuple[Reason, ...] = ()


class Contradiction(Record):
    """A value that a document, or its address, tells in two ways; the record keeps one and says so here.

    `code` "weekday": a weekday is not that of its date. "conflict": address, head and text tell one
    value differently. `pointer` is the JSON pointer of the value in the record; `values` are the
    readings, first the one that the record holds; `spans` their quotes (none for an address).
    """

    code: Literal["weekday", "conflict"]
    pointer: str
    values: tuple[str, ...]
    spans: tuple[Span, ...] = ()


class DocumentRecord(Record):
    """One document, as the contract tells it.

    `evidence` maps a JSON pointer of every non-null value (but `text`, `source` and offsets) to
    its backing.
    """

    schema_version: Literal[1] = 1
    source: Origin
    document_type: DocumentType
    language: str
    text: str
    relevance: Relevance
    decision: Decision | None = None
    further_decisions: tuple[Decision, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    dates: tuple[DateFinding, ...] = ()
    programmes: tuple[Programme, ...] = ()
    issues: tuple[Contradiction, ...] = ()
    evidence: dict[str, Evidence]

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All items that the document tells of, its own first; programmes index them."""
        return (*((self.decision,) if self.decision else ()), *self.further_decisions)


def decision_pointer(place: int) -> str:
    """Return the JSON pointer of a record's decision by its place among all, 0 for the document's own."""
    return f"/further_decisions/{place - 1}" if place else "/decision"
