"""What the operator is told of each night."""

import datetime as dt

import pytest

from records.errors import StoreError
from records.run import Issue, Run, SourceSummary
from store.database import Store
from store.runs import end_run, last_successes, list_issues, list_runs, save_summary, start_run
from tests.store.made import NIGHT

DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)

SILENT = Issue(
    source_id="kuusiranta",
    kind="silent",
    message="https://kuusiranta.example/: no entries",
    url="https://k.example/",
)
WARNED = Issue(source_id="kuusiranta", kind="warning", message="60 of 80 pages fetched", severity="warning")


def run_night(store: Store, night: int, *summaries: SourceSummary, ends: bool = True) -> int:
    """Keep the run of a night with these summaries, and return its number."""
    run = start_run(store, NIGHT + night * DAY)
    for summary in summaries:
        save_summary(store, run, summary)
    if ends:
        end_run(store, run, NIGHT + night * DAY + HOUR)
    return run


def of(source: str, *issues: Issue, **counts: int) -> SourceSummary:
    """Return a source's summary with these issues."""
    own = tuple(issue.model_copy(update={"source_id": source}) for issue in issues)
    return SourceSummary(source_id=source, issues=own, **counts)


def test_a_run_comes_back_as_it_was(store: Store) -> None:
    """Counts and issues of every source, in the order of their ids and of their happening."""
    summaries = (
        of("kuusiranta", WARNED, SILENT, entries=9, fetched=8, new=1, changed=2, unchanged=5, queued=1),
        of("odeborg", relevant=3, programmes=2, drafts=1),
    )
    run = run_night(store, 0, *reversed(summaries))
    assert list_runs(store) == [Run(id=run, started_at=NIGHT, ended_at=NIGHT + HOUR, sources=summaries)]


def test_runs_are_listed_newest_first_as_many_as_asked(store: Store) -> None:
    """The last night is what matters; one that was cut off has no end."""
    runs = [run_night(store, 0), run_night(store, 1, of("odeborg")), run_night(store, 2, ends=False)]
    listed = list_runs(store, limit=2)
    assert [run.id for run in listed] == [runs[2], runs[1]]
    assert [run.ended_at is None for run in listed] == [True, False]
    assert [len(run.sources) for run in listed] == [0, 1]
    assert list_runs(store, limit=0) == []


def test_a_summary_that_is_told_again_takes_the_first_ones_place(store: Store) -> None:
    """A source that is tried twice in a run has one summary."""
    run = run_night(store, 0, of("odeborg", SILENT, SILENT, new=1), of("odeborg", WARNED, new=2))
    (kept,) = list_runs(store)
    assert (kept.id, [summary.new for summary in kept.sources]) == (run, [2])
    assert [issue.kind for issue in list_issues(store)] == ["warning"]


def test_open_issues_are_those_of_each_sources_last_run(store: Store) -> None:
    """A source that was not read last night keeps its issues; one that was read well has none."""
    run_night(store, 0, of("kuusiranta", SILENT), of("odeborg", SILENT, WARNED))
    run_night(store, 1, of("kuusiranta"))
    assert [(issue.source_id, issue.kind) for issue in list_issues(store)] == [
        ("odeborg", "silent"),
        ("odeborg", "warning"),
    ]
    assert list_issues(store, "kuusiranta") == []
    assert [issue.kind for issue in list_issues(store, "odeborg")] == ["silent", "warning"]


def test_a_success_is_a_run_that_ended_without_error_at_the_source(store: Store) -> None:
    """Warnings do no harm, errors and runs that were cut off do."""
    run_night(store, 0, of("good"), of("warned"), of("broken"), of("never", SILENT))
    run_night(store, 1, of("good"), of("warned", WARNED), of("broken", WARNED, SILENT))
    run_night(store, 2, of("good"), ends=False)
    assert last_successes(store) == {
        "good": NIGHT + DAY + HOUR,
        "warned": NIGHT + DAY + HOUR,
        "broken": NIGHT + HOUR,
    }


def test_a_run_that_never_began_cannot_end(store: Store) -> None:
    """The number is in the message."""
    with pytest.raises(StoreError, match="run 77: expected a run that was started"):
        end_run(store, 77, NIGHT)
    with pytest.raises(StoreError):
        save_summary(store, 77, of("odeborg"))
