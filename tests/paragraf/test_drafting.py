"""When a draft is made, and that no trigger makes two."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from config.houses import House, load_house
from config.paths import own
from config.settings import DraftSettings, Settings
from export.basis import Basis
from export.check import Finding
from export.draft import draft_programme
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from records.draft import Draft
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


def test_one_draft_that_fails_unforeseen_costs_no_other(
    store: Store, server: SampleServer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours is an issue, and no claim stays; once it is mended the next night makes the draft."""
    with monkeypatch.context() as patch:
        patch.setattr("paragraf.composing.draft_programme", _failing_for("heimvik"))
        broken = _sync(store, server)
    assert {issue.kind for one in broken.values() for issue in one.issues} == {"unforeseen"}
    assert {draft.house for draft in list_drafts(store)} == {"granfjord"}

    _sync(store, server, nights=1)
    assert sorted(draft.house for draft in list_drafts(store)) == ["granfjord"] * 2 + ["heimvik"] * 2
    assert len(_files(home)) == 4


def _failing_for(house: str) -> Callable[..., Draft]:
    def draft(basis: Basis, own: House, *told: Any) -> Draft:
        if own.id == house:
            raise ValueError("a fault of ours")
        return draft_programme(basis, own, *told)

    return draft


def test_a_template_that_is_not_there_is_an_issue_of_its_house_alone(
    store: Store, server: SampleServer, home: Path
) -> None:
    """The other house gets its drafts, and the night goes on."""
    profile = own("houses", "heimvik.toml")
    profile.write_text('template = "brev.docx"\n' + profile.read_text(encoding="utf-8"), encoding="utf-8")

    summaries = _sync(store, server)

    issues = [issue for one in summaries.values() for issue in one.issues]
    assert {issue.kind for issue in issues} == {"draft_error"}
    assert all("brev.docx" in issue.message for issue in issues)
    assert {draft.house for draft in list_drafts(store)} == {"granfjord"}
    assert len(_files(home)) == 2


def test_what_the_checks_find_wrong_is_told_of_a_draft_that_is_written(
    store: Store, server: SampleServer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning of the source, with the place and the words; what is only open is none."""
    wrong = Finding("two_actions", "error", "Framlegg, punkt 1", "set av og gir", "To handlingar.")
    opened = Finding("open_gap", "open", "Framlegg, punkt 2", "", "Ope.")
    monkeypatch.setattr("paragraf.laying.check_draft", lambda *_: (wrong, opened))

    summaries = _sync(store, server, watch=("siltavayla",))

    issues = summaries["siltavayla"].issues
    assert {(issue.kind, issue.severity) for issue in issues} == {("draft_check", "warning")}
    assert len(issues) == len(_files(home)) == 2
    assert issues[0].message.endswith(": Framlegg, punkt 1: “set av og gir” To handlingar.")
