"""Knows the analysts' questions: which programmes and which items answer a query, newest meeting first."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from records.item import DocumentType
from records.programme import ProgrammeKind
from store.database import Store
from store.filters import Query, item_conditions, meets_in, programme_conditions
from store.schema import (
    IS_NEWEST,
    councils,
    decisions,
    items,
    programme_audiences,
    programme_topics,
    programmes,
    sources,
    versions,
)

_BATCH = 500
"""How many ids one question names: databases bound the number."""


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme as a line of an answer.

    `body`, `meeting_date`, `section` and `case_number` are those of the decision that it stands in.
    `first_date` and `last_date` span its dated sessions. `topics` and `audiences` are codes, its
    sessions' included, sorted. `score` is how surely it is a programme, from 0 to 1.
    """

    id: str
    item_id: str
    source_id: str
    council: str
    country: str
    title: str | None
    kind: ProgrammeKind
    language: str
    body: str | None
    meeting_date: dt.date | None
    section: str | None
    case_number: str | None
    term: str | None
    first_date: dt.date | None
    last_date: dt.date | None
    url: str | None
    score: float
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item as a line of an answer; body to outcome are its own decision's, null for a page without."""

    id: str
    source_id: str
    council: str
    country: str
    title: str | None
    document_type: DocumentType
    language: str
    body: str | None
    meeting_date: dt.date | None
    section: str | None
    case_number: str | None
    outcome: str | None
    url: str | None
    is_programme: bool
    score: float


_PUBLISHED = (
    items.c.source.label("source_id"),
    councils.c.name.label("council"),
    councils.c.country,
    items.c.language,
    items.c.url,
    decisions.c.body_name.label("body"),
    decisions.c.meeting_date,
    decisions.c.section,
    decisions.c.case_number,
)

_PROGRAMME = (
    programmes.c.id,
    items.c.id.label("item_id"),
    programmes.c.title,
    programmes.c.kind,
    programmes.c.term,
    programmes.c.first_date,
    programmes.c.last_date,
    programmes.c.score,
    *_PUBLISHED,
)
"""The columns of a ProgrammeRow, but for the codes."""

_ITEM = (
    items.c.id,
    func.coalesce(decisions.c.title, items.c.title).label("title"),
    versions.c.document_type,
    decisions.c.outcome,
    versions.c.is_programme,
    versions.c.score,
    *_PUBLISHED,
)
"""The columns of an ItemRow."""


def search_programmes(store: Store, query: Query) -> list[ProgrammeRow]:
    """Return the programmes that answer a query, newest meeting first, then newest session.

    Raises StoreError for a year or term that is none.
    """
    with store.read() as connection:
        rows = connection.execute(programmes_that(connection, query, *_PROGRAMME)).mappings().all()
        ids = [row["id"] for row in rows]
        topics = _codes(connection, programme_topics, ids)
        audiences = _codes(connection, programme_audiences, ids)
    return [
        ProgrammeRow(**row, topics=topics.get(row["id"], ()), audiences=audiences.get(row["id"], ()))
        for row in rows
    ]


def search_items(store: Store, query: Query) -> list[ItemRow]:
    """Return the items that answer a query, newest meeting first; those without a programme too.

    `year` is the meeting's. Where the query tells topic, audience, kind or term, the item must have a
    programme of which that holds. Raises StoreError for a year or term that is none.
    """
    with store.read() as connection:
        return [ItemRow(**row) for row in connection.execute(_items_that(connection, query)).mappings()]


def programmes_that(connection: Connection, query: Query, *columns: ColumnElement[Any]) -> Select[Any]:
    """Return the query for columns of the programmes that answer a query, in the order of the answer."""
    own = (decisions.c.item == items.c.number) & (decisions.c.position == programmes.c.decision)
    wanted = select(*columns).select_from(programmes).join(items, items.c.number == programmes.c.item)
    return (
        _published(wanted, own)
        .where(*item_conditions(connection, query), *programme_conditions(query))
        .order_by(
            decisions.c.meeting_date.desc().nulls_last(),
            programmes.c.last_date.desc().nulls_last(),
            programmes.c.id,
        )
        .limit(query.limit)
    )


def _items_that(connection: Connection, query: Query) -> Select[Any]:
    own = (decisions.c.item == items.c.number) & (decisions.c.position == 0)
    wanted = _published(select(*_ITEM).select_from(items).join(versions, IS_NEWEST), own)
    if query.year is not None:
        wanted = wanted.where(meets_in(query.year, query.year))
    told = tuple(programme_conditions(replace(query, year=None)))
    if told:
        its = select(programmes.c.id).where(programmes.c.item == items.c.number, *told)
        wanted = wanted.where(its.exists())
    return (
        wanted.where(*item_conditions(connection, query))
        .order_by(decisions.c.meeting_date.desc().nulls_last(), items.c.id)
        .limit(query.limit)
    )


def _published(wanted: Select[Any], own: ColumnElement[bool]) -> Select[Any]:
    """Join to items who published them, and their own decision where there is one."""
    return (
        wanted.join(sources, sources.c.id == items.c.source)
        .join(councils, councils.c.number == sources.c.council)
        .outerjoin(decisions, own)
    )


def _codes(connection: Connection, codes: Table, ids: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for start in range(0, len(ids), _BATCH):
        wanted = (
            select(codes).where(codes.c.programme.in_(ids[start : start + _BATCH])).order_by(codes.c.code)
        )
        for programme, code in connection.execute(wanted):
            found[programme] = (*found.get(programme, ()), code)
    return found
