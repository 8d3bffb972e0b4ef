"""Knows what labels are: the words in minutes under which something stands, by what stands there."""

from dataclasses import dataclass
from typing import Literal, get_args

from extract.decision_owner import Owner
from records.base import Span

ContentKind = Literal[
    "preparer", "contact", "presenter", "proposal", "decision", "handling", "background", "history",
]  # fmt: skip
FrameKind = Literal[
    "attachments", "tail", "body_field", "date_field", "paper_date_field", "section_field", "case_field",
    "title_field", "other_fields",
]  # fmt: skip
LabelKind = ContentKind | FrameKind

CONTENT: frozenset[str] = frozenset(get_args(ContentKind))
"""The kinds of label under which an item says something of itself."""

PERSONS = frozenset({"preparer", "presenter", "contact"})
"""The kinds of label that persons stand under."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label in the text: from `start` (its owner's first letter) to `end`, where its text begins.

    `colon` tells that a colon closes it, `inline` that it stands within a line, `glued` that its
    text follows without a blank. `target` is the body that a proposal is made to; `points` tells a
    sentence of proposing whose points stand below it.
    """

    kind: LabelKind
    start: int
    end: int
    owner: Owner | None = None
    colon: bool = False
    inline: bool = False
    glued: bool = False
    target: Span | None = None
    points: bool = False
