"""What became of a draft: the item of the minutes it led to, and how that differs from what was drafted."""

import datetime as dt
from typing import Literal

from pydantic import model_validator

from records.base import Record, Span
from records.decision import Outcome
from records.item import DocumentType

Verdict = Literal[
    "possible",
    "agenda",
    "unchanged",
    "amended",
    "noted",
    "decided",
    "returned",
    "tabled",
    "rejected",
    "withdrawn",
]
"""How it stands with the matter of a draft.

possible: several items could be it, none is clearly; agenda: it is on an agenda and not decided;
unchanged and amended: decided as proposed, or in other words; noted: no more than noted; decided: in
words that cannot be laid beside the proposal; returned and tabled: it will come again.
"""
KnownBy = Literal["case_number", "likeness", "clerk"]
"""How the item of a draft was known: by its number, by its words, or because a clerk said so."""
PartKind = Literal["kept", "filled", "added", "removed"]

_OPEN: frozenset[Verdict] = frozenset({"possible", "agenda", "returned", "tabled"})


class Part(Record):
    """Words that stayed, came, went, or took a placeholder's place.

    `span` is where they stand in the minutes' text, null for removed ones, which stand there no longer;
    `gap` is what filled words took the place of: a placeholder, with words beside it that changed with it.
    """

    kind: PartKind
    text: str
    span: Span | None = None
    gap: str | None = None


class Point(Record):
    """A point of a proposal or decision laid beside the one it came from; `number` null before point 1."""

    number: int | None
    parts: tuple[Part, ...]

    @property
    def is_changed(self) -> bool:
        """Tell whether words came or went; a placeholder that was filled in is no change."""
        return any(part.kind in ("added", "removed") for part in self.parts)


class Minuted(Record):
    """An item of the home council's own: where it was handled, and where it can be read.

    `version` is the number of the item's version that was read, an agenda's or minutes' by
    `document_type`; `place` is that of the decision in its record.
    """

    item: str
    version: int
    place: int = 0
    document_type: DocumentType
    council: str
    body: str | None = None
    meeting_date: dt.date | None = None
    section: str | None = None
    case_number: str | None = None
    title: str | None = None
    url: str | None = None


class Aftermath(Record):
    """What became of a draft.

    `found` is the item that the draft led to, null while there are only `possible` ones; `by` tells what
    it was known by, `likeness` (0 to 1) how much of the draft's words it has. `prepared` lays the printed
    proposal beside the draft's, `decided` what was decided in substance beside the proposal; either is
    empty where the minutes print nothing that can be compared. `decision` are the words of the decision
    as printed, at `span`. `refused` are items that a clerk has said are not the draft's.
    """

    verdict: Verdict
    found: Minuted | None = None
    by: KnownBy | None = None
    likeness: float = 0.0
    outcome: Outcome | None = None
    prepared: tuple[Point, ...] = ()
    decided: tuple[Point, ...] = ()
    decision: str | None = None
    span: Span | None = None
    possible: tuple[Minuted, ...] = ()
    refused: tuple[Minuted, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> "Aftermath":
        if (self.found is None) != (self.verdict == "possible"):
            raise ValueError("an item for every verdict but possible")
        return self

    @property
    def is_known(self) -> bool:
        """Tell whether there is an item that the draft led to, or could have."""
        return bool(self.found or self.possible)

    @property
    def is_open(self) -> bool:
        """Tell whether a later meeting may still decide the matter."""
        return self.verdict in _OPEN

    @property
    def amended(self) -> tuple[int | None, ...]:
        """The numbers of the points that the body decided in other words, null for words before point 1."""
        return tuple(point.number for point in self.decided if point.is_changed)
