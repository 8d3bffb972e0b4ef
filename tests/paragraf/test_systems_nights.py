"""Night after night, each record system keeps one item for agenda and minutes, and asks little anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from samples.server import SampleServer
from store.database import open_store
from store.ids import item_id
from store.known import known_item
from store.records import get_record
from tests.paragraf.test_nights import Nights


@dataclass(frozen=True)
class Example:
    """A council, the item to look at (its key's native id, and the id that the server takes it off by).

    `lists` is how many requests a night without news needs, besides those for items `open` still: agendas.
    """

    council: str
    native_id: str
    taken_off: str
    lists: int
    open: int

    @property
    def key(self) -> tuple[str, str, str]:
        """The item's key."""
        return self.council, "main", self.native_id


EXAMPLES = [
    pytest.param(Example("tverrfossen", "ms_202641-2", "202641-2", 1, 3), id="einnsyn"),
    pytest.param(Example("laivaranta", "kh/2026/1102002/41702", "417-2", 7, 0), id="turku"),
    pytest.param(Example("hiidenlampi", "512002", "5120-2", 1, 0), id="tweb"),
]


@pytest.fixture
def nights(tmp_path: Path, example: Example) -> Iterator[Nights]:
    """One council, read night after night."""
    with (
        open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store,
        SampleServer(councils=[example.council]) as server,
    ):
        yield Nights(store, server)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_agenda_becomes_minutes_under_one_id(nights: Nights, example: Example) -> None:
    """What the meeting decided is a second version; nothing stands twice, nothing is an issue."""
    nights.server.show(example.council, "agenda")
    nights.sync()
    count = nights.kept
    nights.server.show(example.council, "minutes")
    nights.sleep()

    summary = nights.sync()

    first, second = (get_record(nights.store, item_id(example.key), version=number) for number in (1, 2))
    assert first is not None
    assert second is not None
    assert first.record.decision is not None
    assert first.record.decision.decision is None
    assert second.record.document_type == "minutes"
    assert (summary.new, nights.kept) == (0, count)
    assert [issue.message for issue in summary.issues] == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_night_without_news_asks_for_lists_and_agendas(nights: Nights, example: Example) -> None:
    """Minutes are left alone until a week has passed; a case without a decision is none yet."""
    nights.server.show(example.council, "minutes")
    nights.sync()
    nights.sleep()
    before = len(nights.server.requests)

    summary = nights.sync()

    asked = [one.address for one in nights.server.requests[before:] if "/robots.txt" not in one.address]
    documents = [address for address in asked if "/dokumentobjekt/" in address]
    assert len(asked) - len(documents) == example.lists + example.open, asked
    assert (summary.new, summary.changed, summary.fetched) == (0, 0, example.open)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_item_that_vanishes_is_kept_and_marked(nights: Nights, example: Example) -> None:
    """The record stays."""
    nights.sync()
    before = nights.kept
    nights.server.withdraw(example.council, example.taken_off)
    nights.sleep(7)

    summary = nights.sync()

    assert (summary.gone, nights.kept) == (1, before)
    assert known_item(nights.store, *example.key) is not None
