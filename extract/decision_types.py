"""What reading an item finds, and what is known of it beforehand."""

import datetime as dt
from dataclasses import dataclass

from extract.people import PersonFound
from records.base import Span
from records.council import Body
from records.decision import Outcome
from records.evidence import Found
from records.item import DocumentType


@dataclass(frozen=True, slots=True)
class SourceHints:
    """What a source tells of an item beside its text.

    `feed_title`, `feed_body` and `feed_date` come from the feed's entry; they only help to find the
    same words in the text. `system` names the record system; `proposal_labels` and `bodies` are the
    source's own, from `records.council.Source`.
    """

    url: str | None = None
    feed_title: str | None = None
    feed_body: str | None = None
    feed_date: dt.date | None = None
    system: str | None = None
    proposal_labels: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True)
class WayRow:
    """One row of the table of a case's way: its number in a body, and the day if it is told."""

    number: Found[str]
    body: Found[str]
    day: Found[dt.date] | None
    span: Span


@dataclass(frozen=True, slots=True)
class EffectiveFound:
    """What was decided in substance; `origin` is "decision" or "proposal"."""

    text: Found[str]
    origin: str


@dataclass(frozen=True, slots=True)
class HandlingFound:
    """Another body's treatment of the matter, printed within the item."""

    body: Found[str] | None
    meeting_date: Found[dt.date] | None = None
    section: Found[str] | None = None
    proposal: Found[str] | None = None
    decision: Found[str] | None = None
    outcome: Found[Outcome] | None = None


@dataclass(frozen=True, slots=True)
class ConflictFound:
    """A field of a decision (`field` as in the record) that is told in several ways.

    `values` are the readings, first the one that was taken; `spans` their quotes in the text.
    """

    field: str
    values: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DecisionFound:
    """What an item of a meeting says of itself; `span` is the item's extent in the text."""

    span: Span
    document_type: Found[DocumentType]
    body: Found[str] | None = None
    meeting_date: Found[dt.date] | None = None
    section: Found[str] | None = None
    case_number: Found[str] | None = None
    title: Found[str] | None = None
    preparers: tuple[PersonFound, ...] = ()
    presenter: PersonFound | None = None
    proposal: Found[str] | None = None
    decision: Found[str] | None = None
    effective: EffectiveFound | None = None
    outcome: Found[Outcome] | None = None
    handlings: tuple[HandlingFound, ...] = ()
    conflicts: tuple[ConflictFound, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionsFound:
    """The items of a document in their order; `own` is the first, None for a page that holds none."""

    own: DecisionFound | None = None
    further: tuple[DecisionFound, ...] = ()

    @property
    def all(self) -> tuple[DecisionFound, ...]:
        """All items, in the order of the text's own numbering."""
        return (self.own, *self.further) if self.own else ()
