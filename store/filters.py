"""Knows what analysts ask for, as conditions on rows of items, decisions, councils and programmes."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, func, or_, select

from records.errors import StoreError
from store.councils import fold_name
from store.index import items_with
from store.programmes import read_term
from store.schema import (
    bodies,
    body_aliases,
    councils,
    decisions,
    items,
    programme_audiences,
    programme_topics,
    programmes,
    sessions,
)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: what is None does not matter, the rest must all hold.

    `text` as in `store.index.items_with`. `topic` and `audience` are codes. `council` is a name or
    an official code, `body` a name or abbreviation; case does not matter. `language` is BCP 47.
    `year` holds when the meeting or a session falls in it. `term` is EDTF ("2025/2029") and holds
    for a term that overlaps by more than the year in which both meet; for a programme without a
    term, when the meeting or a session falls in one of its years. `kind` is a programme's kind.
    `limit` bounds the answer; None gives all.
    """

    text: str | None = None
    topic: str | None = None
    audience: str | None = None
    council: str | None = None
    language: str | None = None
    year: int | None = None
    term: str | None = None
    kind: str | None = None
    body: str | None = None
    limit: int | None = 100


def item_conditions(connection: Connection, query: Query) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of an item, its council and the decision that is joined to it."""
    if query.text is not None:
        yield items.c.number.in_(items_with(connection, query.text))
    if query.council is not None:
        yield or_(councils.c.folded == fold_name(query.council), councils.c.code == query.council.strip())
    if query.language is not None:
        yield items.c.language == query.language
    if query.body is not None:
        yield _is_body(fold_name(query.body))


def programme_conditions(query: Query) -> Iterator[ColumnElement[bool]]:
    """Yield what must hold of a programme and the decision that is joined to it.

    Raises StoreError for a year or term that is none.
    """
    if query.topic is not None:
        yield _has_code(programme_topics, query.topic)
    if query.audience is not None:
        yield _has_code(programme_audiences, query.audience)
    if query.kind is not None:
        yield programmes.c.kind == query.kind
    if query.year is not None:
        yield _falls_in(query.year, query.year)
    if query.term is not None:
        yield _in_term(query.term)


def meets_in(first: int, last: int) -> ColumnElement[bool]:
    """Return the condition that the decision's meeting was in these years, both included.

    Raises StoreError for years that no calendar has.
    """
    return decisions.c.meeting_date.between(*_days(first, last))


def _is_body(folded: str) -> ColumnElement[bool]:
    named = select(bodies.c.number).where(bodies.c.folded == folded)
    called = select(body_aliases.c.body).where(body_aliases.c.folded == folded)
    return or_(decisions.c.body.in_(named), decisions.c.body.in_(called))


def _has_code(codes: Table, code: str) -> ColumnElement[bool]:
    return programmes.c.id.in_(select(codes.c.programme).where(codes.c.code == code))


def _in_term(term: str) -> ColumnElement[bool]:
    years = read_term(term)
    if years is None:
        raise StoreError("the term", expected="two years like 2025/2029", found=repr(term))
    first, last = years
    overlaps = (programmes.c.term_first < last) & (programmes.c.term_last > first)
    return or_(overlaps, programmes.c.term_first.is_(None) & _falls_in(first, last))


def _falls_in(first: int, last: int) -> ColumnElement[bool]:
    """Return the condition that the meeting or a session is on a day of these years."""
    day_one, day_last = _days(first, last)
    held = select(sessions.c.programme).where(
        sessions.c.start <= day_last, func.coalesce(sessions.c.end, sessions.c.start) >= day_one
    )
    return or_(meets_in(first, last), programmes.c.id.in_(held))


def _days(first: int, last: int) -> tuple[dt.date, dt.date]:
    if not dt.MINYEAR <= first <= last <= dt.MAXYEAR:
        raise StoreError("the year", expected="a year like 2025", found=f"{first} to {last}")
    return dt.date(first, 1, 1), dt.date(last, 12, 31)
