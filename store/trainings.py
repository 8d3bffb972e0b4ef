"""Knows what one council has published and decided on training, as far as triggers of drafts ask for it."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from records.council import Country, PublisherType
from records.decision import Outcome
from records.item import DocumentType
from records.programme import ProgrammeKind
from store.councils import fold_name
from store.database import Store
from store.schema import IS_NEWEST, councils, decisions, items, programmes, sessions, sources, versions


@dataclass(frozen=True, slots=True)
class TrainingSession:
    """One training event; `recurring` and `term_year` as in `records.programme.Session`."""

    title: str | None
    start: dt.date | None
    end: dt.date | None
    recurring: str | None
    term_year: int | None


@dataclass(frozen=True, slots=True)
class Training:
    """A programme of a council's own, with the decision that it stands in.

    `body` to `outcome` are null for an ordinary page. `term_first` and `term_last` are the years of the
    term that the programme names; `costs` tells whether it names the price of taking part.
    """

    id: str
    source_id: str
    country: Country
    publisher: PublisherType
    language: str
    document_type: DocumentType
    kind: ProgrammeKind
    title: str | None
    term_first: int | None
    term_last: int | None
    body: str | None
    meeting_date: dt.date | None
    section: str | None
    case_number: str | None
    outcome: Outcome | None
    costs: bool
    sessions: tuple[TrainingSession, ...]


_COLUMNS = (
    programmes.c.id,
    items.c.source.label("source_id"),
    councils.c.country,
    councils.c.type.label("publisher"),
    items.c.language,
    func.coalesce(decisions.c.document_type, versions.c.document_type).label("document_type"),
    programmes.c.kind,
    func.coalesce(programmes.c.title, decisions.c.title, items.c.title).label("title"),
    programmes.c.term_first,
    programmes.c.term_last,
    decisions.c.body_name.label("body"),
    decisions.c.meeting_date,
    decisions.c.section,
    decisions.c.case_number,
    decisions.c.outcome,
    programmes.c.cost_amount.is_not(None).label("costs"),
)


def list_trainings(store: Store, council: str) -> list[Training]:
    """Return the programmes that a council of this name has published or decided on, by their ids."""
    own = (decisions.c.item == items.c.number) & (decisions.c.position == programmes.c.decision)
    wanted = (
        select(*_COLUMNS)
        .select_from(programmes)
        .join(items, items.c.number == programmes.c.item)
        .join(versions, IS_NEWEST)
        .join(sources, sources.c.id == items.c.source)
        .join(councils, councils.c.number == sources.c.council)
        .outerjoin(decisions, own)
        .where(councils.c.folded == fold_name(council))
        .order_by(programmes.c.id)
    )
    with store.read() as connection:
        rows = connection.execute(wanted).mappings().all()
        held = _sessions(connection, council)
    return [Training(**row, sessions=tuple(held[row["id"]])) for row in rows]


def _sessions(connection: Connection, council: str) -> dict[str, list[TrainingSession]]:
    """Return the sessions of all programmes of a council, by the programmes' ids."""
    columns = (sessions.c[name] for name in TrainingSession.__dataclass_fields__)
    wanted = (
        select(sessions.c.programme, *columns)
        .join(programmes, programmes.c.id == sessions.c.programme)
        .join(items, items.c.number == programmes.c.item)
        .join(sources, sources.c.id == items.c.source)
        .join(councils, councils.c.number == sources.c.council)
        .where(councils.c.folded == fold_name(council))
        .order_by(sessions.c.programme, sessions.c.position)
    )
    held: dict[str, list[TrainingSession]] = defaultdict(list)
    for programme, *told in connection.execute(wanted):
        held[programme].append(TrainingSession(*told))
    return held
