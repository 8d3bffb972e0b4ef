"""What is logged of a night's work: one event per fetch, item, issue, source and run.

The fields of each kind of event are listed in docs/operating.md: programs rely on them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from structlog.contextvars import bound_contextvars

from paragraf.log import log
from records.run import Issue, Run, SourceSummary


@contextmanager
def at_source(source_id: str) -> Iterator[None]:
    """Put the source into every event of this thread while the block runs."""
    with bound_contextvars(source=source_id):
        yield


def note_fetch(url: str, *, status: int | None, size: int, ms: int) -> None:
    """Log that an address was asked: its status (null: no answer), the answer's bytes, the time.

    The source is the one that the thread is at.
    """
    log().info("fetch", url=url, status=status, bytes=size, ms=ms)


def note_item(source_id: str, item_id: str, change: str, *, url: str | None, programmes: int) -> None:
    """Log that an item was kept; `change` is new, changed, unchanged or gone."""
    log().info("item", source=source_id, item=item_id, change=change, url=url, programmes=programmes)


def note_issue(issue: Issue) -> None:
    """Log an issue, as a warning or as an error."""
    write = log().error if issue.severity == "error" else log().warning
    write("issue", source=issue.source_id, kind=issue.kind, url=issue.url, message=issue.message)


def note_source(summary: SourceSummary, *, ms: int) -> None:
    """Log what a source gave and how long it took; its issues are events of their own."""
    counts = summary.model_dump(exclude={"source_id", "issues"})
    log().info("source", source=summary.source_id, issues=len(summary.issues), ms=ms, **counts)


def note_run(run: Run, *, stopped: bool = False) -> None:
    """Log that a run came to its end, or that it was stopped before."""
    ended = run.ended_at
    seconds = (ended - run.started_at).total_seconds() if ended else None
    issues = sum(len(summary.issues) for summary in run.sources)
    log().info(
        "run",
        run=run.id,
        sources=len(run.sources),
        issues=issues,
        ms=None if seconds is None else round(seconds * 1000),
        stopped=stopped,
    )
