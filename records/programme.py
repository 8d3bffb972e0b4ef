"""Training programmes for elected officials."""

import datetime as dt
from typing import Literal

from records.base import Record, Span

ProgrammeKind = Literal["plan", "offer", "participation", "report", "calendar"]
Format = Literal["in_person", "online", "hybrid", "self_study", "recorded"]
CostKind = Literal["participation", "travel", "funding", "fee", "other"]


class Named(Record):
    """An organiser or provider under the name the text uses."""

    name: str
    span: Span


class Coded(Record):
    """A topic or audience by its code in `config/codes.toml`."""

    code: str
    span: Span


class Cost(Record):
    """An amount in whole currency units ("EUR", "SEK", "NOK") and what it is for; amount null if untold."""

    kind: CostKind
    amount: float | None
    currency: str | None
    text: str
    span: Span


class Session(Record):
    """One training event, course, module or offer with a name or time of its own.

    Dates as in `DateFinding`. `parts` counts the pieces a path or series is told to have.
    """

    title: str | None
    edtf: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    time: str | None = None
    season: int | None = None
    term_year: int | None = None
    month: int | None = None
    recurring: str | None = None
    place: str | None = None
    format: Format | None = None
    duration_hours: float | None = None
    duration_days: float | None = None
    parts: int | None = None
    registration_deadline: str | None = None
    url: str | None = None
    audiences: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    span: Span


class Programme(Record):
    """What one document tells of training for elected officials.

    `decision` indexes `[decision, *further_decisions]` of the document. `cost` is the first of
    `costs` of kind participation. `term` is EDTF, "2025/2029".
    """

    title: str | None
    kind: ProgrammeKind
    decision: int | None = None
    term: str | None = None
    organisers: tuple[Named, ...] = ()
    providers: tuple[Named, ...] = ()
    audiences: tuple[Coded, ...] = ()
    topics: tuple[Coded, ...] = ()
    sessions: tuple[Session, ...] = ()
    cost: Cost | None = None
    costs: tuple[Cost, ...] = ()
