"""How stored programmes are told to people and to tables."""

from collections.abc import Iterator, Sequence
from typing import Any

from paragraf.console import out
from records.document import DocumentRecord
from records.programme import Session
from store.coverage import CoverageRow
from store.records import StoredRecord
from store.search import ProgrammeRow

_SHOWN = 4
"""So many changed values of a version are told in its line."""


def programme_row(row: ProgrammeRow) -> dict[str, Any]:
    """Return a programme as a row of a table: lists joined by "; "."""
    return {
        name: "; ".join(value) if isinstance(value, tuple) else value
        for name in ProgrammeRow.__slots__
        for value in (getattr(row, name),)
    }


def told_twice(record: DocumentRecord) -> Iterator[str]:
    """Yield a line for each value that the document, or its address, tells in two ways."""
    for issue in record.issues:
        yield f"told in two ways: {issue.pointer} {' or '.join(issue.values)}"


def version_lines(stored: StoredRecord) -> Iterator[str]:
    """Yield a line for each version that changed something, and one when the site has taken the item off."""
    for version in stored.versions:
        if version.changes is not None:
            values = [f"{one.pointer}: {one.before} -> {one.after}" for one in version.changes.fields]
            more = [f"and {len(values) - _SHOWN} more"] if len(values) > _SHOWN else []
            told = "; ".join([*values[:_SHOWN], *more]) or f"{len(version.changes.text)} places in the text"
            yield f"version {version.number}, {version.seen_at:%Y-%m-%d}, {version.changes.kind}: {told}"
    if stored.gone_at is not None:
        yield f"no longer published since {stored.gone_at:%Y-%m-%d}"


def meeting_of(row: ProgrammeRow) -> str:
    """Return body, day and section of the decision that a programme stands in, as far as they are told."""
    section = f"§ {row.section}" if row.section else None
    return " ".join(filter(None, (row.body, str(row.meeting_date or ""), section)))


def days_of(row: ProgrammeRow) -> str:
    """Return the first and last day of a programme's sessions, or the one day."""
    return " – ".join(sorted({str(day) for day in (row.first_date, row.last_date) if day}))


def session_rows(stored: StoredRecord) -> list[dict[str, Any]]:
    """Return a stored programme as one row a session; a programme without sessions gives one row."""
    programme = stored.own_programme
    if programme is None:
        return []
    head = {
        "programme": stored.id,
        "council": stored.council.name,
        "council_code": stored.council.code,
        "country": stored.council.country,
        "language": stored.record.language,
        **_decision_cells(stored.record, programme.decision),
        "programme_title": programme.title,
        "kind": programme.kind,
        "term": programme.term,
        "organisers": "; ".join(named.name for named in programme.organisers),
        "providers": "; ".join(named.name for named in programme.providers),
        "audiences": "; ".join(coded.code for coded in programme.audiences),
        "topics": "; ".join(coded.code for coded in programme.topics),
        "cost_amount": programme.cost.amount if programme.cost else None,
        "cost_currency": programme.cost.currency if programme.cost else None,
        "score": stored.record.relevance.score,
        "url": stored.url,
    }
    return [head | _session_cells(session) for session in programme.sessions or (None,)]


def _decision_cells(record: DocumentRecord, index: int | None) -> dict[str, Any]:
    own = record.decisions[index] if index is not None else None
    names = ("body", "meeting_date", "section", "case_number", "outcome")
    return {name: getattr(own, name, None) for name in names}


def _session_cells(session: Session | None) -> dict[str, Any]:
    names = ("title", "edtf", "start", "end", "time", "season", "term_year", "month", "recurring", "place")
    more = ("format", "duration_hours", "duration_days", "parts", "registration_deadline")
    cells = {f"session_{name}": getattr(session, name, None) for name in (*names, *more)}
    for name in ("audiences", "topics", "organisers"):
        cells[f"session_{name}"] = "; ".join(getattr(session, name, ()))
    return cells


def show_coverage(covered: Sequence[CoverageRow]) -> None:
    """Print in a few lines what is covered, and which sources have open issues."""
    items, sources = sum(row.items for row in covered), len(covered)
    days = [day for row in covered for day in (row.first_meeting, row.last_meeting) if day]
    window = f", meetings {min(days)} to {max(days)}" if days else ""
    out().print(f"covered: {items} items of {sources} sources{window}")
    broken = [row.source_id for row in covered if row.open_issues]
    if broken:
        out().print(f"with open issues, so perhaps incomplete: {', '.join(broken)}", markup=False)
