"""A source that stops publishing, night by night, against the sample server."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from records.run import SourceSummary
from samples.server import SampleServer
from store.database import Store, open_store
from store.runs import list_issues
from tests.paragraf.conftest import NOW, SETTINGS

DAY = dt.timedelta(days=1)
COUNCILS = ("kuusiranta", "hallavaara")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open an empty store."""
    with open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store:
        yield store


def _night(store: Store, server: SampleServer, days: int) -> dict[str, SourceSummary]:
    """Sync so many days after the samples' day."""
    workshop = Workshop(SETTINGS, store, (), lambda: NOW + days * DAY)
    return {summary.source_id: summary for summary in run_sync(workshop, server.sources, Quiet())}


def _silent(store: Store) -> set[str]:
    return {issue.source_id for issue in list_issues(store) if issue.kind == "silent_source"}


def test_silence_is_an_issue_of_the_night_that_notices_it(store: Store) -> None:
    """Two councils publish nothing more: at first nobody is told, in the end of both, once a night."""
    with SampleServer(councils=COUNCILS) as server:
        told: dict[int, set[str]] = {}
        for days in (0, 1, 9, 400):
            summaries = _night(store, server, days)
            told[days] = _silent(store)
            found = {
                name
                for name, one in summaries.items()
                for issue in one.issues
                if issue.kind == "silent_source"
            }
            assert found == told[days]

    assert told[0] == told[1] == set()
    assert told[400] == set(COUNCILS)
    assert all(
        sum(issue.kind == "silent_source" for issue in list_issues(store, source)) == 1 for source in COUNCILS
    )
