"""What belongs together is kept together, wherever a night is cut off."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from records.errors import StoreError
from samples.server import SampleServer
from store.database import Store, open_store
from store.entries import due_entries
from store.gaps import list_gaps
from store.known import list_known_items
from tests.paragraf.test_nights import ITEM, Nights


@pytest.fixture
def nights(tmp_path: Path) -> Iterator[Nights]:
    """A town on Dynasty, read once."""
    with (
        open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store,
        SampleServer(councils=["kuusiranta"]) as server,
    ):
        nights = Nights(store, server)
        nights.sync()
        yield nights


def _refuse(*_args: object, **_told: object) -> None:
    raise StoreError("here", expected="a night that goes on", found="its end")


def _due(store: Store, day: dt.datetime) -> set[str]:
    return {one.entry.native_id for one in due_entries(store, "kuusiranta", day)}


def test_entries_are_not_noted_without_their_gap(nights: Nights, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once all are known, nothing tells that others came and went before them."""
    nights.sleep()
    with nights.server.broken("kuusiranta", "procedural"):
        with monkeypatch.context() as patched:
            patched.setattr("paragraf.listing.note_gap", _refuse)
            with pytest.raises(StoreError, match="its end"):
                nights.sync()
        known = len(list_known_items(nights.store, "kuusiranta"))
        nights.sync()

    assert known < len(list_known_items(nights.store, "kuusiranta"))
    assert list_gaps(nights.store, closed=True)


def test_what_is_gone_is_marked_with_its_next_visit(nights: Nights, monkeypatch: pytest.MonkeyPatch) -> None:
    """Marked alone it would be no news to the next night, and never looked for again."""
    nights.server.withdraw("kuusiranta", ITEM)
    nights.sleep(7)
    with monkeypatch.context() as patched:
        patched.setattr("paragraf.reading.plan_return", _refuse)
        with pytest.raises(StoreError, match="its end"):
            nights.sync()

    assert ITEM in _due(nights.store, nights.now)
    assert nights.sync().gone == 1
    assert ITEM in _due(nights.store, nights.now + dt.timedelta(days=7))
