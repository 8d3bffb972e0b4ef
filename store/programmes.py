"""Knows the rows that questions are asked of: decisions, programmes and sessions of the newest version."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, select

from records.document import DocumentRecord
from records.item import Item
from records.programme import Programme, Session
from store.councils import link_decision
from store.ids import programme_id
from store.schema import (
    decisions,
    items,
    programme_audiences,
    programme_organisers,
    programme_topics,
    programmes,
    sessions,
)

Row = dict[str, Any]

_TERM = re.compile(r"(\d{4})(?:-\d\d){0,2}/(\d{4})(?:-\d\d){0,2}")


def replace_rows(connection: Connection, council: int, item: int, record: DocumentRecord) -> None:
    """Put a record's decisions and programmes in the place of those that an item had before."""
    for table in (decisions, programmes):
        connection.execute(table.delete().where(table.c.item == item))
    _insert(connection, decisions, _decision_rows(connection, council, item, record))
    owner: str = connection.execute(select(items.c.id).where(items.c.number == item)).scalar_one()
    for position, programme in enumerate(record.programmes):
        own = programme_id(owner, position)
        row = _programme_row(programme, record.relevance.score)
        connection.execute(programmes.insert(), {**row, "id": own, "item": item, "position": position})
        _insert_parts(connection, own, programme)


def programme_ids(owner: str, record: DocumentRecord) -> tuple[str, ...]:
    """Return the ids of a record's programmes, in their order; `owner` is the item's id."""
    return tuple(programme_id(owner, position) for position in range(len(record.programmes)))


def read_term(term: str | None) -> tuple[int, int] | None:
    """Return first and last year of a term in EDTF ("2025/2029"), or null when it is none."""
    found = _TERM.fullmatch(term or "")
    return (int(found[1]), int(found[2])) if found else None


def searchable(
    item: Item, record: DocumentRecord, names: Mapping[str, tuple[str, ...]]
) -> Iterator[str | None]:
    """Yield the texts by which an item is found; `names` tells what topic codes are called."""
    yield item.title
    for decision in record.decisions:
        yield decision.title
    for programme in record.programmes:
        yield programme.title
        yield from (session.title for session in programme.sessions)
        yield from (row["name"] for row in organiser_rows(programme))
        yield from (name for code in topic_codes(programme) for name in names.get(code, ()))
    yield item.text


def topic_codes(programme: Programme) -> list[str]:
    """Return the codes of what a programme and its sessions teach, sorted."""
    own = {topic.code for topic in programme.topics}
    return sorted(own.union(*(session.topics for session in programme.sessions)))


def audience_codes(programme: Programme) -> list[str]:
    """Return the codes of whom a programme and its sessions are for, sorted."""
    own = {audience.code for audience in programme.audiences}
    return sorted(own.union(*(session.audiences for session in programme.sessions)))


def organiser_rows(programme: Programme) -> Iterator[Row]:
    """Yield role and name of everyone who arranges or delivers a programme or one of its sessions."""
    told = [("organiser", named.name) for named in programme.organisers]
    told += [("organiser", name) for session in programme.sessions for name in session.organisers]
    told += [("provider", named.name) for named in programme.providers]
    for position, (role, name) in enumerate(dict.fromkeys(told)):
        yield {"position": position, "role": role, "name": name}


def _decision_rows(connection: Connection, council: int, item: int, record: DocumentRecord) -> Iterator[Row]:
    fields = {
        "document_type",
        "meeting_date",
        "section",
        "case_number",
        "title",
        "outcome",
        "proposal",
        "decision",
    }
    for position, decision in enumerate(record.decisions):
        row = decision.model_dump(include=fields)
        links = link_decision(connection, council, decision)
        yield {**row, **links, "item": item, "position": position, "body_name": decision.body}


def _programme_row(programme: Programme, score: float) -> Row:
    first, last = _span(
        [day for session in programme.sessions for day in (session.start, session.end) if day]
    )
    years = read_term(programme.term)
    return {
        "decision": programme.decision,
        "title": programme.title,
        "kind": programme.kind,
        "term": programme.term,
        "term_first": years[0] if years else None,
        "term_last": years[1] if years else None,
        "first_date": first,
        "last_date": last,
        "cost_amount": programme.cost.amount if programme.cost else None,
        "cost_currency": programme.cost.currency if programme.cost else None,
        "score": score,
    }


def _insert_parts(connection: Connection, programme: str, told: Programme) -> None:
    parts: dict[Table, list[Row]] = {
        sessions: [_session_row(session, position) for position, session in enumerate(told.sessions)],
        programme_topics: [{"code": code} for code in topic_codes(told)],
        programme_audiences: [{"code": code} for code in audience_codes(told)],
        programme_organisers: list(organiser_rows(told)),
    }
    for table, rows in parts.items():
        _insert(connection, table, ({"programme": programme, **row} for row in rows))


def _session_row(session: Session, position: int) -> Row:
    return {"position": position, **session.model_dump(exclude={"span"})}


def _span(days: list[dt.date]) -> tuple[dt.date | None, dt.date | None]:
    return (min(days), max(days)) if days else (None, None)


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(table.insert(), listed)
