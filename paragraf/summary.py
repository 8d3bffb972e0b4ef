"""What a person reads at the end of a run: a table of the sources, and their issues."""

from collections.abc import Sequence

from rich.markup import escape
from rich.table import Table

from paragraf.alike import first_of, gather_alike
from paragraf.console import out
from records.run import Issue, SourceSummary

_COLUMNS = (
    "entries",
    "fetched",
    "new",
    "changed",
    "unchanged",
    "gone",
    "queued",
    "relevant",
    "programmes",
    "drafts",
)


def show_summaries(summaries: Sequence[SourceSummary]) -> None:
    """Print a row a source, then every issue with its address and what to do.

    What no source had is left out, so that the rest can be read on a narrow screen.
    """
    told = [column for column in _COLUMNS if any(getattr(summary, column) for summary in summaries)]
    table = Table(title="What the sources gave", title_justify="left")
    table.add_column("source", no_wrap=True)
    for column in (*told, "issues"):
        table.add_column(column, justify="right")
    for summary in summaries:
        counts = [str(getattr(summary, column) or "·") for column in told]
        table.add_row(summary.source_id, *counts, str(len(summary.issues) or "·"))
    out().print(table)
    show_issues([issue for summary in summaries for issue in summary.issues])


def show_issues(issues: Sequence[Issue]) -> None:
    """Print issues, one a line, with their source and kind; of many that say the same the first few."""
    for group in gather_alike(issues):
        shown, rest = first_of(group)
        for issue in shown:
            colour = "red" if issue.severity == "error" else "yellow"
            out().print(f"[{colour}]{issue.source_id}[/]: {issue.kind}: {escape(issue.message)}")
        if rest:
            out().print(f"{rest}; `paragraf doctor --json` lists all", markup=False)
