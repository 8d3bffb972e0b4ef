"""Knows who publishes: councils and their sources, bodies under all their names, meetings and matters."""

import datetime as dt

from sqlalchemy import Connection, Table, select

from records.council import Body, Council, Source
from records.decision import Decision
from store.database import insert_missing
from store.schema import bodies, body_aliases, councils, matters, meetings, sources

_LONGEST = 300
"""Code points of a body's name or a case number; what is longer was misread and joins nothing."""


def fold_name(name: str) -> str:
    """Return a name as it is compared: one case, single blanks."""
    return " ".join(name.casefold().split())


def save_source(connection: Connection, source: Source, seen_at: dt.datetime) -> int:
    """Keep a source with its council and the names of its bodies; return the council's number.

    The council stays locked until the transaction ends, so that no two writers name its bodies,
    meetings and matters at once.
    """
    council = _save_council(connection, source.council)
    insert_missing(
        connection, sources, id=source.id, council=council, system=source.system, first_seen=seen_at
    )
    changed = (sources.c.council != council) | (sources.c.system != source.system)
    connection.execute(
        sources.update()
        .where(sources.c.id == source.id, changed)
        .values(council=council, system=source.system)
    )
    for body in source.bodies:
        _save_body(connection, council, body)
    return council


def link_decision(connection: Connection, council: int, decision: Decision) -> dict[str, int | None]:
    """Return the numbers of a decision's `body`, `meeting` and `matter`, which are kept if they are new.

    Null for each that the decision does not tell.
    """
    body = _find_body(connection, council, decision.body)
    meeting = matter = None
    if body is not None and decision.meeting is not None:
        meeting = _number(connection, meetings, body=body, date=decision.meeting.date)
    if decision.matter and len(decision.matter.case_number) <= _LONGEST:
        matter = _number(connection, matters, council=council, case_number=decision.matter.case_number)
    return {"body": body, "meeting": meeting, "matter": matter}


def _save_council(connection: Connection, council: Council) -> int:
    folded = fold_name(council.name)
    key = f"{council.country}:{council.type}:{council.code or folded}"
    values = {**council.model_dump(), "folded": folded}
    insert_missing(connection, councils, key=key, **values)
    known = (
        connection.execute(select(councils).where(councils.c.key == key).with_for_update()).mappings().one()
    )
    if any(known[name] != value for name, value in values.items()):
        connection.execute(councils.update().where(councils.c.key == key).values(values))
    number: int = known["number"]
    return number


def _save_body(connection: Connection, council: int, body: Body) -> None:
    number = _number(connection, bodies, {"name": body.name}, council=council, folded=fold_name(body.name))
    for alias in body.aliases:
        insert_missing(connection, body_aliases, body=number, folded=fold_name(alias))


def _find_body(connection: Connection, council: int, name: str | None) -> int | None:
    folded = fold_name(name or "")
    if not folded or len(folded) > _LONGEST:
        return None
    alias = (
        select(bodies.c.number)
        .join(body_aliases, body_aliases.c.body == bodies.c.number)
        .where(bodies.c.council == council, body_aliases.c.folded == folded)
        .order_by(bodies.c.number)
    )
    known: int | None = connection.execute(alias).scalars().first()
    return known or _number(connection, bodies, {"name": name}, council=council, folded=folded)


def _number(
    connection: Connection, table: Table, values: dict[str, object] | None = None, **key: object
) -> int:
    """Return the number of the row with this key; a new row gets `values` too."""
    wanted = select(table.c.number).where(*(table.c[name] == value for name, value in key.items()))
    known: int | None = connection.execute(wanted).scalar()
    if known is None:
        insert_missing(connection, table, **key, **(values or {}))
        known = connection.execute(wanted).scalar_one()
    return known
