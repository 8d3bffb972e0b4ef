"""Kept pages are extracted anew: nothing is fetched, and only what reads differently changes."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from config.settings import ExtractSettings, FetchSettings, Settings
from paragraf.again import UNREADABLE, extract_again
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.tally import Tally
from paragraf.workshop import Workshop
from samples.server import SampleServer
from store.database import Store, open_store
from store.schema import items, programmes, versions
from store.takedown import take_down
from tests.paragraf.conftest import NOW
from tests.store.made import dump

FETCH = FetchSettings(delay=0, allow_private=True)
COUNCILS = ("hallavaara", "alvasa", "kuusiranta")


@pytest.fixture(scope="module")
def server() -> Iterator[SampleServer]:
    """Serve a council with documents beside its pages, one with whole minutes, one with officers."""
    with SampleServer(councils=COUNCILS) as server:
        yield server


@pytest.fixture
def store(tmp_path: Path, server: SampleServer) -> Iterator[Store]:
    """A store in which the councils were synced once."""
    with open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store:
        run_sync(Workshop(Settings(fetch=FETCH), store, (), lambda: NOW), server.sources, Quiet())
        yield store


def _again(store: Store, server: SampleServer, workers: int = 1) -> dict[str, Tally]:
    settings = Settings(fetch=FETCH, extract=ExtractSettings(workers=workers))
    workshop = Workshop(settings, store, (), lambda: NOW)
    return {tally.source_id: tally for tally in extract_again(workshop, server.sources, Quiet())}


def test_the_same_words_change_nothing(store: Store, server: SampleServer) -> None:
    """Not a row differs, and no server is asked."""
    before, asked = dump(store), len(server.requests)

    tallies = _again(store, server)

    assert dump(store) == before
    assert len(server.requests) == asked
    for tally in tallies.values():
        assert tally.issues == []
        assert set(tally.counts) == {"fetched", "unchanged"}


@pytest.mark.parametrize("workers", [1, 2])
def test_what_older_words_missed_is_put_right(store: Store, server: SampleServer, workers: int) -> None:
    """Records and rows that an older release left are replaced, however many processes work."""
    before = dump(store)
    with store.write() as connection:
        connection.execute(versions.update().values(digest="of an older release", score=0.0))
        connection.execute(programmes.delete())

    tallies = _again(store, server, workers)

    assert dump(store) == before
    assert all(tally.counts["changed"] == tally.counts["fetched"] for tally in tallies.values())


def test_what_a_site_took_off_is_still_gone(store: Store, server: SampleServer) -> None:
    """A page that is kept tells nothing of what its site publishes now."""
    with store.write() as connection:
        connection.execute(items.update().values(gone_at=NOW + dt.timedelta(days=7)))
        connection.execute(versions.update().values(digest="of an older release"))
    before = dump(store)["items"]

    _again(store, server)

    assert dump(store)["items"] == before


def test_a_section_that_was_taken_down_stays_away(store: Store, server: SampleServer) -> None:
    """Its minutes are kept, since other sections rest on them, and hold it still."""
    with store.read() as connection:
        wanted = select(items.c.id).where(items.c.native_id.contains("#")).limit(1)
        section = connection.execute(wanted).scalar_one()
    take_down(store, section, "asked for", NOW)
    before = dump(store)

    _again(store, server)

    assert dump(store) == before


def test_a_page_that_cannot_be_read_any_more(
    store: Store, server: SampleServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its record stays as it was, and the page is told."""
    before = dump(store)
    monkeypatch.setattr("ingest.systems.dynasty_page._SHORTEST", 1_000_000)

    tally = _again(store, server)["hallavaara"]

    assert {issue.kind for issue in tally.issues} == {UNREADABLE}
    assert "stays as it was" in tally.issues[0].message
    assert dump(store)["versions"] == before["versions"]
