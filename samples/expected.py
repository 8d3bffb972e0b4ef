"""Knows the key facts that stand in the made-up councils' documents."""

import datetime as dt

from pydantic import BaseModel, ConfigDict

from records.decision import Outcome
from records.item import DocumentType
from records.programme import ProgrammeKind


class ExpectedSession(BaseModel):
    """One training event: `quote` is how the document writes its date, the rest what that means.

    `edtf`, `time`, `term_year`, `month` and `season` as in `records.programme.Session`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    quote: str
    edtf: str | None = None
    time: str | None = None
    term_year: int | None = None
    month: int | None = None
    season: int | None = None
    place: str | None = None


class ExpectedDecision(BaseModel):
    """What one item says of itself, as in `records.decision.Decision`; proposal and decision are
    whole texts after folding white space, or their first words.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    body: str | None = None
    meeting_date: dt.date | None = None
    section: str | None = None
    case_number: str | None = None
    title: str | None = None
    preparers: tuple[str, ...] = ()
    presenter: str | None = None
    proposal: str | None = None
    decision: str | None = None
    outcome: Outcome | None = None


class Expected(BaseModel):
    """The key facts of one document: the server's path to it, and what must be found in it.

    `id` is the record system's own id, or for a page the path. `quotes` are further strings that
    stand in the text: organisers, providers, places, costs. Topics and audiences are codes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    path: str
    relevant: bool
    document_type: DocumentType
    language: str
    kind: ProgrammeKind | None = None
    decision: ExpectedDecision | None = None
    session: tuple[ExpectedSession, ...] = ()
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
