"""Knows what each sync left behind: its time, what every source gave, and the issues that were seen."""

import datetime as dt

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select

from records.errors import StoreError
from records.run import Issue, Run, SourceSummary
from store.database import Store
from store.schema import issues, runs, source_summaries


def start_run(store: Store, started_at: dt.datetime) -> int:
    """Note that a sync has begun, and return its number."""
    with store.write() as connection:
        number: int = connection.execute(
            runs.insert().values(started_at=started_at).returning(runs.c.id)
        ).scalar_one()
    return number


def save_summary(store: Store, run: int, summary: SourceSummary) -> None:
    """Keep what a source gave in a run; a second summary of the same source takes the first one's place."""
    own = source_summaries.c.run == run, source_summaries.c.source == summary.source_id
    counts = summary.model_dump(exclude={"source_id", "issues"})
    with store.write() as connection:
        connection.execute(source_summaries.delete().where(*own))
        connection.execute(source_summaries.insert(), {"run": run, "source": summary.source_id, **counts})
        for position, issue in enumerate(summary.issues):
            told = issue.model_dump(exclude={"source_id"})
            key = {"run": run, "source": summary.source_id, "position": position}
            connection.execute(issues.insert(), {**key, **told})


def end_run(store: Store, run: int, ended_at: dt.datetime) -> None:
    """Note that a sync has come to its end. Raises StoreError for a run that never began."""
    with store.write() as connection:
        ended = connection.execute(runs.update().where(runs.c.id == run).values(ended_at=ended_at))
        if ended.rowcount == 0:
            raise StoreError(f"run {run}", expected="a run that was started", found="none of that number")


def list_runs(store: Store, limit: int = 20) -> list[Run]:
    """Return the last runs with their summaries, newest first."""
    with store.read() as connection:
        rows = connection.execute(select(runs).order_by(runs.c.id.desc()).limit(limit)).mappings().all()
        summaries = _summaries(connection, [row["id"] for row in rows])
    return [Run(**row, sources=tuple(summaries[row["id"]])) for row in rows]


def list_issues(store: Store, source_id: str | None = None) -> list[Issue]:
    """Return the open issues: those of the last run that each source took part in; of one source if named."""
    wanted = select(issues).where(is_open()).order_by(issues.c.source, issues.c.position)
    if source_id is not None:
        wanted = wanted.where(issues.c.source == source_id)
    with store.read() as connection:
        return [_issue(row) for row in connection.execute(wanted).mappings()]


def last_successes(store: Store) -> dict[str, dt.datetime]:
    """Return for each source when the last run ended that met no error there.

    A source that never had one is absent.
    """
    wanted = (
        select(source_summaries.c.source, func.max(runs.c.ended_at).label("ended"))
        .join(runs, runs.c.id == source_summaries.c.run)
        .where(runs.c.ended_at.is_not(None), ~_has_error())
        .group_by(source_summaries.c.source)
    )
    with store.read() as connection:
        return {row.source: row.ended for row in connection.execute(wanted)}


def is_open() -> ColumnElement[bool]:
    """Return the condition that an issue comes from the last run that its source took part in."""
    later = source_summaries.alias()
    last = select(func.max(later.c.run)).where(later.c.source == issues.c.source).scalar_subquery()
    return issues.c.run == last


def _summaries(connection: Connection, numbers: list[int]) -> dict[int, list[SourceSummary]]:
    found: dict[tuple[int, str], list[Issue]] = {}
    told = select(issues).where(issues.c.run.in_(numbers)).order_by(issues.c.position)
    for row in connection.execute(told).mappings():
        found.setdefault((row["run"], row["source"]), []).append(_issue(row))
    by_run: dict[int, list[SourceSummary]] = {number: [] for number in numbers}
    kept = (
        select(source_summaries)
        .where(source_summaries.c.run.in_(numbers))
        .order_by(source_summaries.c.source)
    )
    for row in connection.execute(kept).mappings():
        counts = {name: value for name, value in row.items() if name not in ("run", "source")}
        own = tuple(found.get((row["run"], row["source"]), ()))
        by_run[row["run"]].append(SourceSummary(source_id=row["source"], issues=own, **counts))
    return by_run


def _issue(row: RowMapping) -> Issue:
    return Issue(
        source_id=row["source"],
        kind=row["kind"],
        message=row["message"],
        url=row["url"],
        severity=row["severity"],
    )


def _has_error() -> ColumnElement[bool]:
    own = issues.c.run == source_summaries.c.run, issues.c.source == source_summaries.c.source
    return select(issues.c.position).where(*own, issues.c.severity == "error").exists()
