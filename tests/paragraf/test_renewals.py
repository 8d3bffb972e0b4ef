"""A draft whose source has changed since gets a new version: minutes have followed an agenda."""

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
from samples.load import load_houses
from samples.server import SampleServer
from store.database import Store, open_store
from store.drafts import StoredDraft, get_draft_data, list_draft_versions, list_drafts, save_draft_state
from tests.paragraf.conftest import NOW, SETTINGS
from tests.paragraf.drafthome import files_in

MEETING, ITEM, NAME = "2026455", "2026455-4", "valtuuston"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """Open an empty store, beside the demo's house profiles."""
    own("houses").mkdir(parents=True)
    for name, text in load_houses().items():
        own("houses", name).write_text(text, encoding="utf-8")
    with open_store(f"sqlite:///{home / 'p.db'}", home / "pages") as store:
        yield store


@pytest.fixture
def server() -> Iterator[SampleServer]:
    """Serve a town's agenda with a calendar of seminars."""
    with SampleServer(councils=["kuusiranta"], items=(ITEM,)) as server:
        yield server


def _sync(store: Store, server: SampleServer, nights: int) -> StoredDraft:
    """Read the town some nights later, and return the draft that a Swedish house has of the calendar then."""
    settings = Settings(fetch=SETTINGS.fetch, drafts=DraftSettings(houses=("alvasa",)))
    houses = (load_house("alvasa"),)
    workshop = Workshop(settings, store, houses, lambda: NOW + dt.timedelta(days=nights))
    summaries = run_sync(workshop, server.sources, Quiet())
    assert not [issue for summary in summaries for issue in summary.issues if issue.kind == "draft_error"]
    (draft,) = [draft for draft in list_drafts(store) if NAME in (draft.path or "")]
    return draft


def test_minutes_give_a_new_version_that_says_what_changed(
    store: Store, server: SampleServer, home: Path
) -> None:
    """Once; the clerk's own file stays, and the new one lies beside it."""
    first = _sync(store, server, 0)
    mine = home / "outbox" / (first.path or "")
    mine.write_bytes(b"edited by a clerk")
    server.show("kuusiranta", "minutes", MEETING)
    second = _sync(store, server, 3)
    again = _sync(store, server, 4)

    assert (first.version, second.version, again.version) == (1, 2, 2)
    assert mine.read_bytes() == b"edited by a clerk"
    assert len(files_in(home, f"*{NAME}*.docx")) == 2
    assert [each.path for each in list_draft_versions(store, first.id)] == [first.path]
    data = get_draft_data(store, first.id)
    assert data is not None
    (told,) = [section for section in data.cover if section.key == "versions"]
    assert told.heading == "Ändringar sedan version 1"
    assert data.sources[0].document_type == "minutes"
    assert second.path == f"{(first.path or '').removesuffix('.docx')}-2.docx"


@pytest.mark.parametrize("state", ["accepted", "dismissed"])
def test_what_a_clerk_has_settled_is_left_alone(store: Store, server: SampleServer, state: str) -> None:
    """Nobody waits for news of it."""
    first = _sync(store, server, 0)
    save_draft_state(store, first.id, "accepted" if state == "accepted" else "dismissed")
    server.show("kuusiranta", "minutes", MEETING)
    assert _sync(store, server, 3).version == 1


def test_a_draft_that_was_taken_away_does_not_come_back(
    store: Store, server: SampleServer, home: Path
) -> None:
    """Without news its file is not laid again, however often the source is read."""
    _sync(store, server, 0)
    for path in (home / "outbox").rglob(f"*{NAME}*"):
        path.unlink()
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE drafts SET written_at = '2020-01-01 00:00:00'")
        mine = f"(SELECT number FROM items WHERE native_id = '{ITEM}')"
        connection.exec_driver_sql(f"UPDATE versions SET number = 2 WHERE item = {mine}")
        connection.exec_driver_sql(f"UPDATE items SET version = 2 WHERE number = {mine}")
    assert _sync(store, server, 1).version == 1
    assert files_in(home, f"*{NAME}*") == {}
