"""Knows what tables tell of the sources' habits: news by day, errors by night, odd pages, queues."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Date, case, cast, func, select, type_coerce

from store.columns import Moment
from store.database import Store
from store.schema import (
    IS_NEWEST,
    decisions,
    entries,
    issues,
    items,
    programmes,
    runs,
    source_summaries,
    sources,
    versions,
)


@dataclass(frozen=True, slots=True)
class FirstSight:
    """How many items of a source were first seen on a day (UTC), and when their meeting was."""

    seen: dt.date
    met: dt.date | None
    count: int


@dataclass(frozen=True, slots=True)
class SourceNight:
    """A source's part in one run, which has no `ended_at` while it runs; `errors` are counted by kind."""

    run: int
    started_at: dt.datetime
    ended_at: dt.datetime | None
    fetched: int
    requests: int
    robots: str | None
    errors: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Shapes:
    """How many versions were read, how many of them have little text, and how many lost their labels.

    A paper of a meeting in which neither a proposal nor a decision was found has lost its labels.
    """

    read: int = 0
    short: int = 0
    bare: int = 0


@dataclass(frozen=True, slots=True)
class Queue:
    """How many entries of a source are due and not fetched yet, and since when the oldest one waits.

    A new entry waits since it was first seen, since every night that lists it makes it due again.
    """

    waiting: int
    oldest: dt.datetime


def list_first_sights(store: Store, since: dt.datetime) -> dict[str, list[FirstSight]]:
    """Return for each source what it showed on which day, from `since` on."""
    day = _day(store, items.c.first_seen)
    own = (decisions.c.item == items.c.number) & (decisions.c.position == 0)
    wanted = (
        select(items.c.source, day.label("seen"), decisions.c.meeting_date.label("met"), func.count())
        .select_from(items)
        .outerjoin(decisions, own)
        .where(items.c.first_seen >= since)
        .group_by(items.c.source, day, decisions.c.meeting_date)
        .order_by(items.c.source, day, decisions.c.meeting_date)
    )
    found: dict[str, list[FirstSight]] = {}
    with store.read() as connection:
        for source, seen, met, count in connection.execute(wanted):
            found.setdefault(source, []).append(FirstSight(_date(seen), met, count))
    return found


def list_source_starts(store: Store) -> dict[str, dt.date]:
    """Return for each source the day (UTC) on which its first item was kept."""
    with store.read() as connection:
        rows = connection.execute(select(sources.c.id, sources.c.first_seen))
        return {row.id: row.first_seen.date() for row in rows}


def list_source_nights(store: Store, limit: int = 30) -> dict[str, list[SourceNight]]:
    """Return for each source its part in the last `limit` runs of the store, newest first."""
    last = select(runs.c.id).order_by(runs.c.id.desc()).limit(limit).subquery()
    told = (
        select(issues.c.run, issues.c.source, issues.c.kind, func.count())
        .where(issues.c.run.in_(select(last.c.id)), issues.c.severity == "error")
        .group_by(issues.c.run, issues.c.source, issues.c.kind)
    )
    part = (
        select(source_summaries, runs.c.started_at, runs.c.ended_at)
        .join(runs, runs.c.id == source_summaries.c.run)
        .where(runs.c.id.in_(select(last.c.id)))
        .order_by(runs.c.id.desc())
    )
    errors: dict[tuple[int, str], dict[str, int]] = {}
    nights: dict[str, list[SourceNight]] = {}
    with store.read() as connection:
        for run, source, kind, count in connection.execute(told):
            errors.setdefault((run, source), {})[kind] = count
        for row in connection.execute(part):
            night = SourceNight(
                run=row.run,
                started_at=row.started_at,
                ended_at=row.ended_at,
                fetched=row.fetched,
                requests=row.requests,
                robots=row.robots,
                errors=errors.get((row.run, row.source), {}),
            )
            nights.setdefault(row.source, []).append(night)
    return nights


def list_shapes(store: Store, since: dt.datetime, until: dt.datetime, short_text: int) -> dict[str, Shapes]:
    """Return for each source the shapes of the newest versions first seen from `since` and before `until`.

    A text of fewer than `short_text` characters is short.
    """
    own = (decisions.c.item == items.c.number) & (decisions.c.position == 0)
    is_bare = (versions.c.document_type != "page") & decisions.c.proposal.is_(None)
    is_bare &= decisions.c.decision.is_(None)
    wanted = (
        select(
            items.c.source,
            func.count(),
            func.sum(_one_if(func.length(versions.c.text) < short_text)),
            func.sum(_one_if(is_bare)),
        )
        .select_from(items)
        .join(versions, IS_NEWEST)
        .outerjoin(decisions, own)
        .where(items.c.last_seen >= since, versions.c.seen_at >= since, versions.c.seen_at < until)
        .group_by(items.c.source)
    )
    with store.read() as connection:
        rows = connection.execute(wanted)
        return {source: Shapes(read, int(short), int(bare)) for source, read, short, bare in rows}


def list_queues(store: Store, now: dt.datetime) -> dict[str, Queue]:
    """Return for each source with entries that are due what waits."""
    since = case((entries.c.reason == "new", entries.c.first_seen), else_=entries.c.due_at)
    oldest = type_coerce(func.min(since), Moment)
    wanted = (
        select(entries.c.source, func.count(), oldest)
        .where(entries.c.due_at <= now)
        .group_by(entries.c.source)
    )
    with store.read() as connection:
        return {source: Queue(*queue) for source, *queue in connection.execute(wanted)}


def last_reads(store: Store) -> dict[str, dt.datetime]:
    """Return for each source when the last run ended that took it in, whatever came of it."""
    wanted = (
        select(source_summaries.c.source, type_coerce(func.max(runs.c.ended_at), Moment).label("ended"))
        .join(runs, runs.c.id == source_summaries.c.run)
        .where(runs.c.ended_at.is_not(None))
        .group_by(source_summaries.c.source)
    )
    with store.read() as connection:
        return {row.source: row.ended for row in connection.execute(wanted)}


def count_kept(store: Store) -> dict[str, int]:
    """Return how many items, versions and programmes are kept."""
    tables = {"items": items, "versions": versions, "programmes": programmes}
    with store.read() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in tables.items()
        }


def _one_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


def _day(store: Store, moment: ColumnElement[dt.datetime]) -> ColumnElement[object]:
    """Return a moment's day in UTC, whatever zone the server's session has."""
    if store.engine.dialect.name == "sqlite":
        return func.date(moment)
    return cast(func.timezone("UTC", moment), Date)


def _date(day: object) -> dt.date:
    return day if isinstance(day, dt.date) else dt.date.fromisoformat(str(day))
