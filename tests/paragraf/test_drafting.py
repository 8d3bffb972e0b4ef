"""When a draft is made, and that no trigger makes two."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.houses import load_house
from config.paths import own
from config.settings import DraftSettings, Settings
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from records.run import SourceSummary
from samples.load import load_houses
from samples.server import SampleServer
from store.database import Store, open_store
from store.drafts import list_drafts
from tests.paragraf.conftest import NOW, SETTINGS

HOUSES = ("granfjord", "heimvik")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open an empty store, beside the demo's house profiles."""
    own("houses").mkdir(parents=True)
    for name, text in load_houses().items():
        own("houses", name).write_text(text, encoding="utf-8")
    with open_store(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "pages") as store:
        yield store


@pytest.fixture(scope="module")
def server() -> Iterator[SampleServer]:
    """Serve one provider and one town."""
    with SampleServer(councils=["siltavayla", "hallavaara"]) as server:
        yield server


def _sync(
    store: Store, server: SampleServer, watch: tuple[str, ...] = (), nights: int = 0
) -> dict[str, SourceSummary]:
    settings = Settings(fetch=SETTINGS.fetch, drafts=DraftSettings(watch=watch))
    houses = tuple(load_house(house) for house in HOUSES)
    workshop = Workshop(settings, store, houses, lambda: NOW + dt.timedelta(days=nights))
    return {summary.source_id: summary for summary in run_sync(workshop, server.sources, Quiet())}


def _files(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / "outbox").rglob("*.docx")}


def test_each_house_gets_a_draft_of_each_programme_once(
    store: Store, server: SampleServer, home: Path
) -> None:
    """Two houses, two programmes: four drafts the first night, none the second."""
    first, before = _sync(store, server), _files(home)

    second = _sync(store, server, nights=1)

    assert 4 == sum(summary.drafts for summary in first.values()) == len(before)
    assert sum(summary.drafts for summary in second.values()) == 0
    assert before == _files(home)


def test_only_watched_sources_start_drafts(store: Store, server: SampleServer) -> None:
    """With a watch list, programmes of other sources are stored and nothing more."""
    summaries = _sync(store, server, watch=("siltavayla",))

    assert (summaries["siltavayla"].drafts, summaries["hallavaara"].drafts) == (2, 0)
    assert summaries["hallavaara"].programmes == 1


def test_a_draft_that_cannot_be_written_is_an_issue_and_made_good(
    store: Store, server: SampleServer, home: Path
) -> None:
    """A file where the outbox should be: named issues, no claim left; the next night writes the drafts."""
    home.mkdir(exist_ok=True)
    (home / "outbox").write_text("in the way")

    broken = _sync(store, server)
    (home / "outbox").unlink()
    mended = _sync(store, server, nights=1)

    assert {"draft_error"} == {issue.kind for one in broken.values() for issue in one.issues}
    assert sum(summary.drafts for summary in mended.values()) == 4


def test_a_run_cut_off_between_file_and_row_makes_no_second_file(
    store: Store, server: SampleServer, home: Path
) -> None:
    """The draft that lies there already is found to be the same, a night later too."""
    _sync(store, server)
    before = _files(home)
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE drafts SET state = 'claimed', path = NULL")

    _sync(store, server, nights=1)

    assert before == _files(home)
    assert {"written"} == {draft.state for draft in list_drafts(store)}
