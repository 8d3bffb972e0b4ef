"""`paragraf search`: programmes that answer a question, and what the answer covers."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from config.codes import load_codes
from export.tables import export_csv
from paragraf.answers import days_of, meeting_of, programme_row, show_coverage
from paragraf.console import out, say_line, standard_output
from paragraf.inputs import check_choice
from paragraf.workshop import open_begun
from store.coverage import CoverageRow, coverage
from store.filters import Query
from store.search import ProgrammeRow, search_programmes

FORMATS = ("table", "json", "csv")
_WIDE = 120
"""Columns of a terminal in which the table can be read."""


def run_search(query: Query, output: str) -> int:
    """Print the programmes that fit, newest meeting first; always return 0, also for none.

    As a table with what the answer covers; as JSON with both; as CSV the rows alone. Raises
    ConfigError for an unknown format, topic or audience, naming the known ones.
    """
    check_choice("--format", output, FORMATS)
    check_choice("--topic", query.topic, load_codes().topics)
    check_choice("--audience", query.audience, load_codes().audiences)
    with open_begun() as workshop:
        rows = search_programmes(workshop.store, query)
        covered = coverage(workshop.store)
    if output == "csv":
        export_csv([programme_row(row) for row in rows], standard_output())
    elif output == "json":
        answer = {"programmes": [asdict(row) for row in rows], "coverage": [asdict(row) for row in covered]}
        say_line(json.dumps(answer, ensure_ascii=False, indent=2, default=str))
    else:
        _show(rows, covered, query.limit)
    return 0


def _show(rows: Sequence[ProgrammeRow], covered: Sequence[CoverageRow], limit: int | None) -> None:
    table = Table(show_lines=True)
    table.add_column("id", no_wrap=True)
    for column in ("council", "meeting", "programme", "sessions", "topics", "audiences"):
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in _cells(row)))
    if rows and out().width < _WIDE:
        _show_blocks(rows)
    elif rows:
        out().print(table)
    full = len(rows) == limit
    out().print(f"{len(rows)} programmes" + (" (more may fit: raise --limit)" if full else ""))
    show_coverage(covered)


def _show_blocks(rows: Sequence[ProgrammeRow]) -> None:
    """Print a few lines a programme, where a table would break every word."""
    for row in rows:
        name, *told = _cells(row)
        out().print(f"[bold]{escape(name)}[/]  {escape(', '.join(told[:2]))}", soft_wrap=False)
        for line in filter(None, told[2:]):
            out().print(Padding(escape(line), (0, 0, 0, 2), expand=False), soft_wrap=False)


def _cells(row: ProgrammeRow) -> tuple[str, ...]:
    return (
        row.id,
        row.council,
        meeting_of(row),
        f"{row.title or '?'} ({row.kind}, {row.language})",
        days_of(row),
        ", ".join(row.topics),
        ", ".join(row.audiences),
    )
