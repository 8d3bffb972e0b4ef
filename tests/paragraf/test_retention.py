"""Personal data that are no longer kept are nowhere any more, and the rest is as it was."""

import datetime as dt
import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from config.languages import load_language
from config.paths import home, own
from config.settings import RetentionSettings, Settings
from extract.named import Named
from extract.personal import personal_finder
from paragraf.commands import retention, takedown
from paragraf.commands.retention import run_retention
from paragraf.commands.takedown import run_takedown
from paragraf.lock import sync_lock
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.retention import finder_for, oldest_kept, overwritten_page
from paragraf.workshop import Workshop, open_workshop
from records.document import DocumentRecord
from records.errors import Busy
from records.page import Page
from samples.server import SampleServer
from store.database import Store, open_store
from store.faults import find_faults
from store.pages import stored_pages
from store.redacted import MARK, is_same_text
from store.redacted_record import personal_spans
from store.schema import entries, items
from store.stored import StoredVersion, all_versions
from store.takedown import take_down
from tests.paragraf.conftest import NOW, SETTINGS
from tests.store.conftest import KINDS, new_address

LATER = NOW + dt.timedelta(days=365 * 3)
ON_SQLITE = pytest.mark.parametrize("synced", ["sqlite"], indirect=True)
"""For what does not depend on the database: a sync takes time."""

COUNCILS = ("hallavaara", "lakiaro")


@pytest.fixture(params=KINDS)
def synced(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Sync some councils into the home of the test, and go three years ahead."""
    for command in (retention, takedown):
        monkeypatch.setattr(command, "open_begun", lambda: open_workshop(lambda: LATER))
    home().mkdir()
    with new_address(request.param, request, home()) as address:
        own("settings.toml").parent.mkdir(parents=True)
        own("settings.toml").write_text(f'[store]\nurl = "{address}"\n', encoding="utf-8")
        with SampleServer(councils=COUNCILS) as server, open_store(address, home() / "pages") as store:
            run_sync(Workshop(SETTINGS, store, (), lambda: NOW), server.sources, Quiet())
            yield store


def _versions(store: Store) -> list[StoredVersion]:
    with store.read() as connection:
        numbers = connection.execute(select(items.c.number).order_by(items.c.number)).scalars().all()
        return [one for number in numbers for one in all_versions(connection, number)]


def _personal(store: Store) -> set[str]:
    """Return every stretch of a stored text that is a person's."""
    finder = finder_for(store, SETTINGS)
    return {
        one.record.text[slice(*span)]
        for one in _versions(store)
        for span in personal_spans(one.record, finder(one.item.source_id, [one.record]))
    }


def _files(folder: Path) -> Iterator[bytes]:
    for place in folder.rglob("*"):
        if place.is_file():
            content = place.read_bytes()
            yield gzip.decompress(content) if place.suffix == ".gz" else content


def _left(store: Store, words: set[str]) -> set[str]:
    """Return which of some words still stand in a file of the home, or in a row."""
    held = [*_files(home()), *(one.record.model_dump_json().encode() for one in _versions(store))]
    spelt = {(word, word.encode(charset, "ignore")) for word in words for charset in ("utf-8", "cp1252")}
    return {word for word, spelling in spelt if any(spelling in content for content in held)}


def test_nothing_that_was_overwritten_is_left_in_any_file(synced: Store) -> None:
    """No page, row, index or log of the home holds a name, in any form that its text had."""
    personal = {one for one in _personal(synced) if len(one) > 3}
    assert len(personal) >= 20
    assert _left(synced, personal) == personal
    before = _versions(synced)

    assert run_retention(apply=True) == 0

    assert _left(synced, personal) == set()
    assert find_faults(synced, LATER) == []
    for old, new in zip(before, _versions(synced), strict=True):
        assert is_same_text(new.record.text, old.record.text)
        assert new.record.evidence.keys() == old.record.evidence.keys()
        assert new.record.dates == old.record.dates
        _check_quotes(new.record)


def _check_quotes(record: DocumentRecord) -> None:
    """What equals its quote before equals it afterwards."""
    for decision in filter(None, (record.decision, *record.further_decisions)):
        for person in decision.preparers:
            assert MARK in person.name or len(person.name.split()) == 1 or person.name.islower(), person
    for place, _ in enumerate(record.decision.preparers if record.decision else ()):
        spans = record.evidence[f"/decision/preparers/{place}/name"].spans
        quote = " ".join(" ".join(record.text[start:end] for start, end in spans).split())
        assert record.decision is not None
        assert record.decision.preparers[place].name == quote


@ON_SQLITE
@pytest.mark.usefixtures("synced")
def test_a_second_run_finds_nothing_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    """What was overwritten is not overdue any more."""
    run_retention(apply=True)
    capsys.readouterr()
    assert run_retention(apply=True) == 0
    assert "items: 0 overwritten" in capsys.readouterr().out


def test_nothing_comes_back_with_the_next_sync(synced: Store) -> None:
    """Not from the site that still publishes it, and not from the kept pages."""
    personal = {one for one in _personal(synced) if len(one) > 3}
    run_retention(apply=True)
    with SampleServer(councils=COUNCILS) as server:
        run_sync(Workshop(SETTINGS, synced, (), lambda: NOW), server.sources, Quiet())
    assert list(stored_pages(synced)) == []
    assert _left(synced, personal) == set()


@ON_SQLITE
@pytest.mark.usefixtures("synced")
def test_nothing_to_do_asks_for_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Where no item is due there is nothing to apply."""
    run_retention(apply=True)
    capsys.readouterr()
    run_retention(apply=False)
    assert "--apply" not in capsys.readouterr().out


@ON_SQLITE
def test_without_apply_it_is_only_said(synced: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """An operator sees first what would go; nothing is changed, not even by a sync that is at work."""
    before = _versions(synced)
    with sync_lock(home()):
        assert run_retention(apply=False) == 0
    told = capsys.readouterr().out
    assert f"items: {len(before)} would be overwritten; run it with --apply" in told
    assert "last changed" in told
    assert _versions(synced) == before


@ON_SQLITE
def test_a_copy_from_before_an_update_is_told_of(synced: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """It holds what is overwritten, and only its owner knows whether it is still needed."""
    del synced
    (home() / "paragraf.db.before-0002").touch()
    run_retention(apply=True)
    assert "paragraf.db.before-0002 still holds everything as it was" in capsys.readouterr().err


@ON_SQLITE
def test_it_waits_for_no_sync(synced: Store) -> None:
    """Both at once would be one reading what the other takes away."""
    with sync_lock(home()), pytest.raises(Busy):
        run_retention(apply=True)
    assert any(MARK not in one.record.text for one in _versions(synced))


def test_a_takedown_leaves_no_byte_and_keeps_the_next_sync_away(
    synced: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """Titles that stand nowhere else are gone from all files, and do not come back."""
    taken = next(
        one for one in _versions(synced) if one.item.source_id == "hallavaara" and one.record.programmes
    )
    assert run_takedown(taken.item_id, "asked for") == 0
    assert f"{taken.item_id}: taken down, with" in capsys.readouterr().out
    words = {taken.record.text[:200]}
    with SampleServer(councils=COUNCILS) as server:
        run_sync(Workshop(SETTINGS, synced, (), lambda: NOW), server.sources, Quiet())
    assert taken.item_id not in {one.item_id for one in _versions(synced)}
    assert _left(synced, words) == set()


def test_a_section_of_minutes_that_was_taken_down_stays_away(tmp_path: Path) -> None:
    """The document that it stands in is read again for the others, and the section is left out."""
    with (
        SampleServer(councils=["alvasa"]) as server,
        open_store(f"sqlite:///{tmp_path / 'paragraf.db'}", tmp_path / "pages") as store,
    ):
        workshop = Workshop(SETTINGS, store, (), lambda: NOW)
        run_sync(workshop, server.sources, Quiet())
        sections = [one.item_id for one in _versions(store) if "#" in one.item.native_id]
        take_down(store, sections[0], "asked for", NOW)
        with store.write() as connection:
            connection.execute(entries.update().values(due_at=NOW))
        run_sync(workshop, server.sources, Quiet())
        left = [one.item_id for one in _versions(store) if "#" in one.item.native_id]
    assert left == sections[1:]


@ON_SQLITE
@pytest.mark.usefixtures("synced")
def test_files_that_were_set_aside_go_in_their_time() -> None:
    """Nobody knows whose names stand in them."""
    orphans = home() / "pages/orphans"
    orphans.mkdir()
    for name, moment in (("old", NOW), ("new", LATER)):
        (orphans / name).touch()
        os.utime(orphans / name, (moment.timestamp(), moment.timestamp()))
    run_retention(apply=True)
    assert [place.name for place in orphans.iterdir()] == ["new"]


@pytest.mark.parametrize(
    ("months", "now", "oldest"),
    [
        (
            24,
            dt.datetime(2026, 11, 22, 2, 30, tzinfo=dt.UTC),
            dt.datetime(2024, 11, 22, 2, 30, tzinfo=dt.UTC),
        ),
        (
            1,
            dt.datetime(2026, 3, 31, tzinfo=dt.UTC),
            dt.datetime(2026, 2, 28, tzinfo=dt.UTC),
        ),  # no 31 February
        (12, dt.datetime(2026, 1, 5, tzinfo=dt.UTC), dt.datetime(2025, 1, 5, tzinfo=dt.UTC)),
        (0, dt.datetime(2026, 1, 5, tzinfo=dt.UTC), None),  # kept for good
    ],
)
def test_months_are_counted_back(months: int, now: dt.datetime, oldest: dt.datetime | None) -> None:
    """A calendar month is a calendar month, whatever its length."""
    assert oldest_kept(Settings(retention=RetentionSettings(months=months)), now) == oldest


FIND = personal_finder(["Aino Hämäläinen"], load_language("fi"))


def _page(content: bytes, media_type: str) -> Page:
    told = {"url": "https://k.example/", "final_url": "https://k.example/", "status": 200}
    return Page(**told, headers={"content-type": media_type}, content=content, retrieved_at=NOW)


UTF, LATIN = "text/html; charset=utf-8", "text/html; charset=iso-8859-1"
FIRST, LAST = MARK * 4, MARK * 10


@pytest.mark.parametrize(
    ("content", "media_type", "after"),
    [
        ("<p>Aino Hämäläinen</p>".encode(), UTF, f"<p>{FIRST} {LAST}</p>".encode()),
        # letters written as references, and a name parted by markup
        (b"<b>Aino</b>&nbsp;H&auml;m&#228;l&#xe4;inen", UTF, f"<b>{FIRST}</b>&nbsp;{LAST}".encode()),
        # a charset without the mark: it is written as a reference
        ("Esittelijä Aino".encode("cp1252"), LATIN, "Esittelijä ".encode("cp1252") + b"&#9608;" * 4),
        (b'{"\\u00e4": "H\\u00e4m\\u00e4l\\u00e4inen\\nAino"}', "application/json",
         f'{{"ä": "{LAST}\\n{FIRST}"}}'.encode()),
        (b"{broken", "application/json", b""),
        (b"%PDF-1.7 Aino", "application/pdf", b""),  # packed: nothing of it is kept
        (b"Aino\0", "text/plain", b""),  # no text, whatever it is called
        (b"a.hamalainen&#64;k.example", "text/html", (MARK * 22).encode()),
    ],
)  # fmt: skip
def test_a_page_is_written_over_letter_by_letter(content: bytes, media_type: str, after: bytes) -> None:
    """Markup stays as it is; references to letters count as the letters."""
    assert overwritten_page(_page(content, media_type), FIND) == after


@ON_SQLITE
def test_a_trained_pipelines_persons_are_overwritten_too(
    monkeypatch: pytest.MonkeyPatch, synced: Store
) -> None:
    """Where the settings name one, persons beyond the records are found."""

    def read(words: str) -> list[Named]:
        start = words.find("Tuntematon Tekijä")
        return [Named("person", (start, start + 17)), Named("organisation", (0, 4))]

    monkeypatch.setattr("paragraf.retention.name_reader", lambda *_told: read)
    record = _versions(synced)[0].record.model_copy(
        update={"text": "Kunta: Tuntematon Tekijä, tekijän Tekijälle."}
    )
    record = record.model_copy(update={"language": "fi"})
    spans = finder_for(synced, SETTINGS)("nowhere", [record])(record.text)
    assert [record.text[slice(*span)] for span in spans] == ["Tuntematon", "Tekijä", "Tekijälle"]


def test_json_is_read_back() -> None:
    """An overwritten answer of an interface is still one."""
    page = _page(b'{"a": ["Aino", {"b": null}]}', "application/json")
    told: Any = json.loads(overwritten_page(page, FIND))
    assert told == {"a": [MARK * 4, {"b": None}]}
