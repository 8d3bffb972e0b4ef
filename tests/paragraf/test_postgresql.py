"""A sync into PostgreSQL leaves what one into SQLite leaves, row for row; machines share out sources."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.houses import load_house
from config.paths import own
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from records.run import SourceSummary
from samples.load import load_houses
from samples.server import SampleServer
from store.database import Store, open_store
from store.faults import find_faults
from store.lock import source_lock
from tests.paragraf.conftest import NOW, SETTINGS
from tests.store.conftest import KINDS, new_address
from tests.store.made import dump

COUNCILS = ("hallavaara", "siltavayla")


@pytest.fixture(scope="module")
def server() -> Iterator[SampleServer]:
    """Serve a town and a provider."""
    with SampleServer(councils=COUNCILS) as server:
        yield server


@pytest.fixture
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[Store]]:
    """An empty store of each kind."""
    own("houses").mkdir(parents=True)
    for name, words in load_houses().items():
        own("houses", name).write_text(words, encoding="utf-8")
    local, shared = (tmp_path / kind for kind in KINDS)
    local.mkdir()
    with (
        new_address("sqlite", request, local) as one,
        new_address("postgresql", request, shared) as other,
        open_store(one, local / "pages") as first,
        open_store(other, shared / "pages") as second,
    ):
        yield [first, second]


def _sync(store: Store, server: SampleServer, now: dt.datetime = NOW) -> list[SourceSummary]:
    shutil.rmtree(Workshop(SETTINGS, store, (), lambda: now).settings.outbox, ignore_errors=True)
    return run_sync(
        Workshop(SETTINGS, store, (load_house("granfjord"),), lambda: now), server.sources, Quiet()
    )


def _rows(store: Store) -> dict[str, list[str]]:
    """Return all rows but those that are numbered in the order in which hosts happened to answer."""
    kept = dump(store, *(f"{table}.{column}" for table, column in _NUMBERED))
    del kept["search_index"]
    return kept


_NUMBERED = (
    *((table, "number") for table in ("items", "councils", "bodies", "meetings", "matters")),
    *((table, "item") for table in ("versions", "version_pages", "decisions", "programmes")),
    *(("decisions", column) for column in ("meeting", "matter", "body")),
    *((table, "council") for table in ("sources", "bodies", "matters")),
    *(("body_aliases", "body"), ("meetings", "body")),
    # when a page was fetched stands in it: the sample server tells the time of the day
    *(("pages", "headers"), ("pages", "retrieved_at"), ("source_summaries", "requests")),
)


def test_both_hold_the_same_rows(stores: list[Store], server: SampleServer) -> None:
    """After a first night and a second; and neither has a fault."""
    for now in (NOW, NOW + dt.timedelta(days=1)):
        for store in stores:
            _sync(store, server, now)
        first, second = map(_rows, stores)
        assert {table: len(rows) for table, rows in first.items()} == {
            table: len(rows) for table, rows in second.items()
        }
        assert first == second
    assert first["items"]
    assert first["drafts"]
    for store in stores:
        assert find_faults(store, NOW) == []
    local, shared = (sorted(place.name for place in store.pages_folder.rglob("*.gz")) for store in stores)
    assert local == shared


def test_a_source_that_another_machine_reads_is_left_to_it(stores: list[Store], server: SampleServer) -> None:
    """The others are read; the next sync, when the source is free, reads it too."""
    shared = stores[1]
    with source_lock(shared, "hallavaara") as is_ours:
        assert is_ours
        summaries = {summary.source_id: summary for summary in _sync(shared, server)}
        assert "hallavaara" not in summaries
        assert summaries["siltavayla"].new > 0
    summaries = {summary.source_id: summary for summary in _sync(shared, server)}
    assert summaries["hallavaara"].new > 0
    assert summaries["siltavayla"].new == 0
