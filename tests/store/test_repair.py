"""A doctor finds what rows and files do not agree on, and a repair mends it once and for all."""

import datetime as dt
import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text

from store.database import Store, open_store
from store.drafts import CLAIM_LASTS, Claim, claim_draft, list_drafts
from store.entries import due_entries
from store.faults import find_faults
from store.filters import Query
from store.page_faults import ORPHANS, SETTLED
from store.pages import file_of, load_page, save_file, save_page
from store.repair import repair
from store.schema import items, pages
from store.search import search_items
from tests.store.drafted import keep_draft
from tests.store.made import KUUSIRANTA, NIGHT, count, dump, keep, make_page

NOW = NIGHT + dt.timedelta(days=1)
LONG_AGO = (NOW - 2 * SETTLED).timestamp()


def unchecked(store: Store, *statements: str) -> None:
    """Change rows as a broken disk or a hand in the database does: without a look at references."""
    if store.engine.dialect.name == "sqlite":
        with closing(sqlite3.connect(str(store.engine.url.database))) as connection:
            connection.executescript("; ".join(statements))
        return
    with store.write() as postgresql:
        postgresql.execute(text("SET LOCAL session_replication_role = replica"))
        for statement in statements:
            postgresql.execute(text(statement))


def _file(store: Store) -> Path:
    with store.read() as connection:
        sha256: str = (
            connection.execute(select(pages.c.sha256).order_by(pages.c.retrieved_at)).scalars().all()[0]
        )
    return file_of(store.pages_folder, sha256)


def _lose_file(store: Store) -> None:
    _file(store).unlink()


def _damage_file(store: Store) -> None:
    place = _file(store)
    place.write_bytes(place.read_bytes()[:-9])


def _bring_file_back(store: Store) -> None:
    with store.write() as connection:
        connection.execute(pages.update().values(lost_at=NIGHT))


def _add_orphan(store: Store) -> None:
    page = make_page("<p>nobody's</p>")
    save_file(store.pages_folder, page)
    os.utime(file_of(store.pages_folder, page.sha256), (LONG_AGO, LONG_AGO))


def _add_leftover(store: Store) -> None:
    place = _file(store)
    part = place.with_name(f".{place.name}.4711.1")
    part.write_bytes(b"half")
    os.utime(part, (LONG_AGO, LONG_AGO))


def _add_discard(store: Store) -> None:
    page = make_page("<p>to go</p>")
    save_file(store.pages_folder, page)
    unchecked(store, f"INSERT INTO discards (sha256) VALUES ('{page.sha256}')")


def _lose_words(store: Store) -> None:
    unchecked(store, "DELETE FROM search_index")


def _change_words(store: Store) -> None:
    unchecked(store, "UPDATE search_index SET words = 'jotain muuta'")


def _add_words(store: Store) -> None:
    unchecked(store, "INSERT INTO search_index (rowid, words) VALUES (99, 'ei mitään')")


def _lose_version(store: Store) -> None:
    unchecked(store, "DELETE FROM versions")


def _lose_newest_version(store: Store) -> None:
    unchecked(store, "UPDATE items SET version = 7")


def _lose_programme(store: Store) -> None:
    unchecked(store, "DELETE FROM programmes")


def _lose_decision(store: Store) -> None:
    unchecked(store, "DELETE FROM decisions")


def _lose_body(store: Store) -> None:
    unchecked(store, "UPDATE decisions SET body = 99")


def _forget_claim(store: Store) -> None:
    claim_draft(store, Claim("heimvik-1", "watched", "heimvik", "nb", "Opplæring"), NOW - 2 * CLAIM_LASTS)


CASES: list[tuple[Callable[[Store], None], set[str], str]] = [
    (_lose_file, {"page_missing"}, "to be fetched again: kuusiranta-"),
    (_damage_file, {"page_damaged"}, "to be fetched again: kuusiranta-"),
    (_bring_file_back, {"page_found"}, "taken back"),
    (_add_orphan, {"file_orphan"}, "moved to .*orphans/"),
    (_add_leftover, {"file_leftover"}, "removed"),
    (_add_discard, {"discard"}, "removed"),
    (_lose_words, {"index_stale"}, "made anew from its record"),
    (_change_words, {"index_stale"}, "made anew from its record"),
    (_add_words, {"index_stale"}, "taken out of the index"),
    (_lose_version, {"version_missing"}, "to be fetched again"),
    (_lose_newest_version, {"version_missing"}, "version 1 is its newest now"),
    (_lose_programme, {"row_dangling", "rows_stale"}, "taken away"),
    (_lose_decision, {"rows_stale"}, "made anew from its record"),
    (_lose_body, {"row_dangling"}, "taken away"),
    (_forget_claim, {"claim_forgotten"}, "the next sync writes it"),
]


@pytest.mark.parametrize(("break_it", "kinds", "done"), CASES, ids=[case[0].__name__ for case in CASES])
def test_every_fault_is_found_mended_and_gone(
    store: Store, break_it: Callable[[Store], None], kinds: set[str], done: str
) -> None:
    """A sound store has no fault; a second repair of a broken one finds nothing to do."""
    keep(store)
    assert find_faults(store, NOW) == []
    break_it(store)
    assert {fault.kind for fault in find_faults(store, NOW)} == kinds
    mended = repair(store, NOW)
    assert any(re.search(done, one.done) for one in mended), mended
    assert find_faults(store, NOW) == []
    assert repair(store, NOW) == []


@pytest.mark.parametrize(
    "break_it",
    [_lose_words, _change_words, _lose_programme, _lose_decision, _lose_body, _lose_newest_version],
)
def test_what_follows_from_records_is_as_before(store: Store, break_it: Callable[[Store], None]) -> None:
    """Rows and index are made anew to the letter, whatever was lost of them."""
    keep(store)
    before = dump(store)
    break_it(store)
    assert dump(store) != before
    repair(store, NOW)
    assert dump(store) == before


@pytest.mark.parametrize("break_it", [_lose_file, _damage_file, _lose_version])
def test_what_the_site_still_has_is_queued_and_made_good(
    store: Store, break_it: Callable[[Store], None]
) -> None:
    """The queue holds the item's own address; once it is fetched, the store is as if nothing had been."""
    keep(store)
    break_it(store)
    repair(store, NOW)
    (queued,) = due_entries(store, KUUSIRANTA.id, NOW)
    assert (queued.entry.url, queued.reason) == ("https://kuusiranta.example/dynasty/2025-12", "retry")
    keep(store, seen_at=NOW)
    assert find_faults(store, NOW) == []
    assert load_page(store, _file(store).name.removesuffix(".gz")).url == queued.entry.url
    assert len(search_items(store, Query(text="esteellisyydestä", limit=None))) == 1


def test_an_item_that_the_site_has_no_longer_is_not_queued(store: Store) -> None:
    """Its page is lost for good, which is written down; text and record stay."""
    keep(store)
    with store.write() as connection:
        connection.execute(items.update().values(gone_at=NIGHT))
    _lose_file(store)
    (mended,) = repair(store, NOW)
    assert mended.done == "lost for good; text and record are kept"
    assert due_entries(store, KUUSIRANTA.id, NOW) == []
    assert count(store, "versions") == 1


def test_the_page_of_a_section_queues_the_whole_meeting(store: Store) -> None:
    """A section of minutes has no address of its own: the document that it stands in is fetched."""
    keep(store, "2025-12#7")
    keep(store, "2025-12#8")
    for place in store.pages_folder.glob("??/*.gz"):
        place.unlink()
    repair(store, NOW)
    (queued,) = due_entries(store, KUUSIRANTA.id, NOW)
    assert queued.entry.native_id == "2025-12"


def test_what_a_running_sync_has_just_written_is_no_fault(store: Store) -> None:
    """Its row comes in a moment: only what has lain for an hour is an orphan or a leftover."""
    keep(store)
    _add_orphan(store)
    _add_leftover(store)
    just_now = NOW.timestamp() - 60
    for place in store.pages_folder.glob("??/*"):
        os.utime(place, (just_now, just_now))
    assert find_faults(store, NOW) == []


def test_a_clock_that_was_wrong_hides_nothing(store: Store) -> None:
    """A file that seems to come from next year is as old as any other."""
    keep(store)
    _add_orphan(store)
    later = (NOW + dt.timedelta(days=365)).timestamp()
    for place in store.pages_folder.glob("??/*"):
        os.utime(place, (later, later))
    assert [fault.kind for fault in find_faults(store, NOW)] == ["file_orphan"]


def test_an_orphan_is_kept_aside_byte_for_byte(store: Store) -> None:
    """Nothing is deleted that might be evidence of something."""
    page = make_page("<p>nobody's</p>")
    _add_orphan(store)
    before = file_of(store.pages_folder, page.sha256).read_bytes()
    repair(store, NOW)
    assert (store.pages_folder / ORPHANS / f"{page.sha256}.gz").read_bytes() == before


def test_a_document_that_left_the_outbox_is_told_and_left(store: Store, tmp_path: Path) -> None:
    """A clerk may have taken it: no second one is made, and the draft's row stays."""
    for name in ("there", "away"):
        keep_draft(store, Claim(name, "watched", "heimvik", "nb", "Opplæring"))
    (tmp_path / "heimvik").mkdir()
    (tmp_path / "heimvik/there.docx").touch()
    (fault,) = find_faults(store, NOW, outbox=tmp_path)
    assert (fault.kind, fault.lasting, fault.key) == ("draft_missing", True, ("away",))
    assert repair(store, NOW, outbox=tmp_path) == []
    assert len(list_drafts(store)) == 2


def test_a_version_without_its_page_row_is_told_and_left(store: Store) -> None:
    """Where a page came from cannot be made up: only a backup knows."""
    keep(store)
    file = _file(store)
    unchecked(store, "DELETE FROM pages")
    file.unlink()
    (fault,) = find_faults(store, NOW)
    assert (fault.kind, fault.lasting) == ("row_dangling", True)
    assert fault.message.endswith("restore the last backup")
    assert repair(store, NOW) == []


def test_a_record_that_cannot_be_read_is_told_and_left(store: Store) -> None:
    """The others are still looked at."""
    keep(store)
    keep(store, "2025-13")
    unchecked(store, "UPDATE versions SET record = '{}' WHERE item = 1", "DELETE FROM decisions")
    found = find_faults(store, NOW)
    assert [fault.kind for fault in found] == ["record_unreadable", "rows_stale"]
    assert "Run `paragraf extract --stored`" in found[0].message


def test_a_quick_look_reads_no_file(store: Store) -> None:
    """It tells a missing file, and takes a damaged one for whole."""
    keep(store)
    save_page(store, make_page("<p>another</p>"))
    _damage_file(store)
    assert find_faults(store, NOW, deep=False) == []
    _lose_file(store)
    assert [fault.kind for fault in find_faults(store, NOW, deep=False)] == ["page_missing"]


def test_a_damaged_index_of_sqlite_is_made_anew(tmp_path: Path, empty_file: Path) -> None:
    """What SQLite's own check finds in an index follows from the table, and is mended."""
    (tmp_path / "p.db").write_bytes(empty_file.read_bytes())
    with open_store(f"sqlite:///{tmp_path}/p.db", tmp_path / "pages") as store:
        keep(store)
    with closing(sqlite3.connect(tmp_path / "p.db")) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        sql = "CREATE INDEX ix_items_source ON items (source) WHERE source = 'x'"
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'ix_items_source'", (sql,))
        connection.commit()
    with closing(sqlite3.connect(tmp_path / "p.db")) as connection:
        connection.execute("REINDEX")
        connection.execute("PRAGMA writable_schema = ON")
        sql = "CREATE INDEX ix_items_source ON items (source)"
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'ix_items_source'", (sql,))
        connection.commit()
    with open_store(f"sqlite:///{tmp_path}/p.db", tmp_path / "pages") as store:
        assert {fault.kind for fault in find_faults(store, NOW)} == {"database"}
        assert {one.done for one in repair(store, NOW)} == {"indexes made anew"}
        assert find_faults(store, NOW) == []
