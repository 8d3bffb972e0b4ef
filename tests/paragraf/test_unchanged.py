"""What becomes of a page that its server calls unchanged."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from samples.server import SampleServer
from store.database import Store, open_store
from store.known import KnownItem, list_known_items
from store.records import get_record
from tests.paragraf.test_nights import Nights


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open an empty store."""
    with open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store:
        yield store


WATCHED = "politikerutbildning"


def _kept_page(store: Store) -> KnownItem:
    (found,) = (one for one in list_known_items(store, "alvasa") if WATCHED in (one.url or ""))
    return found


def test_a_page_that_comes_back_unchanged_is_published_again(store: Store) -> None:
    """Its site took it off for a night: it must not count as gone, or its names would be overwritten."""
    with SampleServer(councils=["alvasa"]) as server:
        nights = Nights(store, server)
        nights.sync()
        nights.sleep()
        with server.broken(WATCHED, "not_found"):
            nights.sync()
        away = _gone_at(store, _kept_page(store).id)
        nights.sleep()
        nights.sync()

    assert away is not None
    assert _gone_at(store, _kept_page(store).id) is None


def test_an_unchanged_page_was_seen(store: Store) -> None:
    """Its item tells when it was found last, though its bytes were not sent."""
    with SampleServer(councils=["alvasa"]) as server:
        nights = Nights(store, server)
        nights.sync()
        nights.sleep()
        nights.sync()

    assert _kept_page(store).last_seen == nights.now


def _gone_at(store: Store, name: str) -> dt.datetime | None:
    stored = get_record(store, name)
    assert stored is not None
    return stored.gone_at
