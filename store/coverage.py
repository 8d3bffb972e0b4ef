"""Knows what an answer rests on: per source, how much is kept, from when to when, and how it fares."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from store.database import Store
from store.runs import is_open, last_successes
from store.schema import councils, decisions, issues, items, programmes, source_summaries, sources


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What is covered of one source.

    `council` and `country` are null for a source that has given no item yet. Meetings are those of
    the items' own decisions. `last_success` is when the last run ended that met no error at the
    source; `open_issues` counts the issues of the last run that it took part in.
    """

    source_id: str
    council: str | None
    country: str | None
    items: int
    programmes: int
    first_meeting: dt.date | None
    last_meeting: dt.date | None
    last_seen: dt.datetime | None
    last_success: dt.datetime | None
    open_issues: int


_NOTHING: dict[str, Any] = {
    "council": None,
    "country": None,
    "items": 0,
    "first_meeting": None,
    "last_meeting": None,
    "last_seen": None,
}


def coverage(store: Store) -> list[CoverageRow]:
    """Return what is covered, one row a source that was ever read, by source id."""
    successes = last_successes(store)
    with store.read() as connection:
        polled = set(connection.execute(select(source_summaries.c.source).distinct()).scalars())
        kept = {row["source_id"]: row for row in connection.execute(_kept()).mappings()}
        open_issues = {row.source: row.found for row in connection.execute(_open_issues())}
        counts = {row.source: row.found for row in connection.execute(_programmes())}
    return [
        CoverageRow(
            **kept.get(source, {**_NOTHING, "source_id": source}),
            programmes=counts.get(source, 0),
            last_success=successes.get(source),
            open_issues=open_issues.get(source, 0),
        )
        for source in sorted(polled | set(kept))
    ]


def _kept() -> Select[Any]:
    own = (decisions.c.item == items.c.number) & (decisions.c.position == 0)
    return (
        select(
            sources.c.id.label("source_id"),
            councils.c.name.label("council"),
            councils.c.country,
            func.count(items.c.number).label("items"),
            func.min(decisions.c.meeting_date).label("first_meeting"),
            func.max(decisions.c.meeting_date).label("last_meeting"),
            func.max(items.c.last_seen).label("last_seen"),
        )
        .select_from(sources)
        .join(councils, councils.c.number == sources.c.council)
        .outerjoin(items, items.c.source == sources.c.id)
        .outerjoin(decisions, own)
        .group_by(sources.c.id, councils.c.name, councils.c.country)
    )


def _open_issues() -> Select[Any]:
    return select(issues.c.source, func.count().label("found")).where(is_open()).group_by(issues.c.source)


def _programmes() -> Select[Any]:
    return (
        select(items.c.source, func.count().label("found"))
        .join(programmes, programmes.c.item == items.c.number)
        .group_by(items.c.source)
    )
