"""What goes wrong at one source is told by name; the others are read, and nothing stored is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from config.settings import FetchSettings, Settings
from extract.document import extract_item
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from records.item import Item
from records.run import Issue, SourceSummary
from samples.faults import FaultKind
from samples.server import SampleServer
from store.database import Store, open_store
from store.filters import Query
from store.runs import list_issues
from store.search import search_items
from tests.paragraf.conftest import NOW

COUNCILS = ("hallavaara", "alvasa")
SETTINGS = Settings(
    fetch=FetchSettings(delay=0, allow_private=True, attempts=1, timeout=5, max_bytes=3_000_000)
)


@pytest.fixture
def server() -> Iterator[SampleServer]:
    """Serve two councils of different systems."""
    with SampleServer(councils=COUNCILS) as server:
        yield server


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open an empty store."""
    with open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store:
        yield store


def _sync(store: Store, server: SampleServer) -> dict[str, SourceSummary]:
    workshop = Workshop(SETTINGS, store, (), lambda: NOW)
    return {summary.source_id: summary for summary in run_sync(workshop, server.sources, Quiet())}


def _kept(store: Store) -> set[tuple[str, str | None]]:
    return {(row.id, row.title) for row in search_items(store, Query(limit=None))}


def _only_issue(summary: SourceSummary) -> Issue:
    kinds = {issue.kind for issue in summary.issues}
    assert len(kinds) == 1, summary.issues
    return summary.issues[0]


@pytest.mark.parametrize(
    ("kind", "issue"),
    [
        ("login", "walled"),  # a login page where the feed was
        ("empty", "feed_error"),  # an answer without a byte
        ("empty_channel", "silent"),  # a feed that lists nothing
        ("not_found", "gone"),
        ("server_error", "fetch_error"),
        ("dropped", "fetch_error"),  # the connection ends half-way
        ("huge", "too_large"),
    ],
)
def test_a_broken_feed_is_an_issue_and_the_rest_goes_on(
    store: Store, server: SampleServer, kind: FaultKind, issue: str
) -> None:
    """The source's issue names its address; the other council is read; what was stored stays."""
    _sync(store, server)
    before = _kept(store)
    server.fault("hallavaara", kind, within="rss/", amount=5)

    summaries = _sync(store, server)

    found = _only_issue(summaries["hallavaara"])
    assert issue == found.kind
    assert "/hallavaara/" in found.message
    assert len(summaries["alvasa"].issues) == 0
    assert before == _kept(store)
    assert [found.message] == [one.message for one in list_issues(store, "hallavaara")]


@pytest.mark.parametrize(
    ("kind", "issue"), [("login", "walled"), ("captcha", "walled"), ("changed_layout", "layout_changed")]
)
def test_pages_without_content_end_the_source_after_three(
    store: Store, server: SampleServer, kind: FaultKind, issue: str
) -> None:
    """A wall before the pages and a new layout are never stored as items; three in a row end the night."""
    server.fault("hallavaara", kind, within="meetingitem&")
    server.fault("hallavaara", kind, within="&page=meetingitem")

    summary = _sync(store, server)["hallavaara"]

    assert len(summary.issues) == 3
    assert _only_issue(summary).kind == issue
    assert summary.new == 0


def test_a_fault_of_ours_costs_one_page(
    store: Store, server: SampleServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error that nobody raises on purpose is an issue with its address; the other pages are stored."""

    def broken(item: Item, *others: Any) -> Any:
        if item.native_id == "2026733-4":
            raise KeyError("made for this test")
        return extract_item(item, *others)

    monkeypatch.setattr("paragraf.extracting.extract_item", broken)

    summary = _sync(store, server)["hallavaara"]

    found = _only_issue(summary)
    assert found.kind == "unforeseen"
    assert "2026733-4" in found.message
    assert summary.new == summary.entries - 1
