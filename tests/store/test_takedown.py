"""An item that was taken down is gone with everything of it, and stays away."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from sqlalchemy import select

from records.errors import StoreError
from records.page import FeedEntry
from store.database import Store
from store.discards import clear_discards
from store.drafts import Claim, claim_draft, claim_version, get_draft_data, list_drafts, save_draft
from store.entries import note_entries
from store.faults import find_faults
from store.items import save_item
from store.pages import file_of, save_page
from store.repair import repair
from store.schema import discards, tombstones
from store.takedown import take_down
from store.tombstones import is_taken_down
from tests.store.drafted import keep_draft, make_draft
from tests.store.made import (
    KUUSIRANTA,
    NIGHT,
    PROGRAMME,
    TEXT,
    count,
    dump,
    keep,
    make_item,
    make_page,
    make_record,
)

KEY = ("kuusiranta", "main", "2025-12")
NOW = NIGHT + dt.timedelta(days=1)


def _entry(native_id: str = "2025-12") -> FeedEntry:
    url = f"https://kuusiranta.example/{native_id}"
    return FeedEntry(url=url, title="Pykälä", base_id="main", native_id=native_id)


def _note(store: Store, *native_ids: str) -> None:
    listed = [_entry(native_id) for native_id in native_ids]
    note_entries(store, KUUSIRANTA.id, listed, NIGHT, lambda *_told: ("new", NIGHT))


def test_everything_of_the_item_goes(store: Store) -> None:
    """Versions, programmes, words, entry and page files; a neighbour keeps all of its own."""
    keep(store, "2025-13", TEXT.replace("12", "13"))
    neighbour = dump(store, "items.number")
    change = keep(store)
    keep(store, words=TEXT + " Oikaistu.")
    _note(store, "2025-12")
    gone = take_down(store, change.item_id, "asked for by a person", NOW)
    assert (gone.key, gone.was_kept, gone.pages, gone.drafts) == (KEY, True, 2, ())
    left = dump(store, "items.number")
    (stone,) = left.pop("tombstones")
    assert "asked for by a person" in stone
    assert left == {table: rows for table, rows in neighbour.items() if table != "tombstones"}
    assert len(list(store.pages_folder.rglob("*.gz"))) == 1
    assert find_faults(store, NOW) == []


def test_it_is_named_by_a_programme_or_by_its_key_too(store: Store) -> None:
    """A person who asks has seen a programme; an operator may know of an item that was never stored."""
    change = keep(store)
    assert take_down(store, change.programme_ids[0], "x", NOW).key == KEY
    gone = take_down(store, "kuusiranta/main/2025/99", "x", NOW)
    assert (gone.key, gone.was_kept) == (("kuusiranta", "main", "2025/99"), False)
    assert is_taken_down(store, ("kuusiranta", "main", "2025/99"))


def test_a_second_time_changes_nothing(store: Store) -> None:
    """The first reason stays, with its day."""
    change = keep(store)
    take_down(store, change.item_id, "first", NOW)
    before = dump(store)
    assert not take_down(store, change.item_id, "second", NOW + dt.timedelta(days=9)).was_kept
    assert dump(store) == before


def test_it_is_known_and_noted_no_more(store: Store) -> None:
    """The feed may list it for years: it never comes into the queue again, its neighbours do."""
    take_down(store, keep(store).item_id, "x", NOW)
    _note(store, "2025-12", "2025-13")
    assert is_taken_down(store, KEY)
    assert not is_taken_down(store, ("kuusiranta", "main", "2025-13"))
    assert count(store, "entries") == 1


def test_who_had_read_it_before_cannot_store_it_after(store: Store) -> None:
    """A sync at work may hold the item in its hands while it is taken down: it stays away."""
    before = keep(store)
    take_down(store, before.item_id, "x", NOW)
    emptied = dump(store)
    after = keep(store)
    assert (after.kind, after.item_id, after.programme_ids) == ("taken_down", before.item_id, ())
    assert dump(store) == emptied


def test_a_takedown_waits_for_who_stores_the_item(store: Store) -> None:
    """Of two programs one comes first: the item is stored and taken away, or never stored."""
    item = make_item()
    page, record = make_page(TEXT, url=item.url or ""), make_record(item, PROGRAMME)
    with ThreadPoolExecutor(1) as pool:
        with store.together() as saving:
            save_item(saving, KUUSIRANTA, item, (page,), record, NIGHT)
            gone = pool.submit(take_down, store, "kuusiranta/main/2025-12", "x", NOW)
            assert wait([gone], timeout=0.3).not_done
        assert gone.result().was_kept
    assert count(store, "items") == 0


def test_a_page_that_another_item_rests_on_stays(store: Store) -> None:
    """The minutes of a meeting are the other sections' evidence."""
    page = make_page("<p>§ 12, § 13</p>")
    for native_id in ("12#1", "12#2"):
        item = make_item(native_id)
        save_item(store, KUUSIRANTA, item, (page,), make_record(item, PROGRAMME), NIGHT)
    assert take_down(store, "kuusiranta/main/12#1", "x", NOW).pages == 0
    assert file_of(store.pages_folder, page.sha256).exists()
    assert take_down(store, "kuusiranta/main/12#2", "x", NOW).pages == 1
    assert not file_of(store.pages_folder, page.sha256).exists()


def test_the_same_bytes_at_another_address_stay(store: Store) -> None:
    """Two pages may have one file: it goes with the second."""
    change = keep(store)
    save_page(store, make_page(TEXT, url="https://elsewhere.example/"))
    assert take_down(store, change.item_id, "x", NOW).pages == 1
    assert len(list(store.pages_folder.rglob("*.gz"))) == 1
    assert find_faults(store, NOW) == []


def test_drafts_that_rest_on_it_are_told_and_stay(store: Store) -> None:
    """They may be in a clerk's hands: a person has to look at them. What the store knew of them goes."""
    change = keep(store)
    for name, record in (("a", change.item_id), ("b", change.programme_ids[0]), ("c", "kuusiranta-other-p1")):
        keep_draft(store, Claim(name, "watched", "heimvik", "nb", "Opplæring", record))
    claim_draft(store, Claim("d", "watched", "heimvik", "nb", "Opplæring", change.item_id), NIGHT)
    claim_version(store, "a", NIGHT)
    save_draft(store, make_draft("a", version=2), "heimvik/a-2.docx", "00", NIGHT)
    gone = take_down(store, change.item_id, "x", NOW)
    assert [draft.id for draft in gone.drafts] == ["a", "b"]
    assert sorted(draft.id for draft in list_drafts(store)) == ["a", "b", "c"]
    assert [get_draft_data(store, name) is not None for name in ("a", "b", "c")] == [False, False, True]
    assert not any("Perehdytys" in row for row in dump(store)["draft_versions"])


def test_a_name_that_nothing_has_is_told(store: Store) -> None:
    """A slip of the pen must not look like a success."""
    with pytest.raises(StoreError, match=r"expected the id of an item .*none of that name"):
        take_down(store, "kuusiranta-nothing", "x", NOW)
    assert count(store, "tombstones") == 0


def test_a_file_whose_removal_was_cut_off_is_removed_by_a_repair(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows are gone with the transaction; what was to follow is written down there."""
    change = keep(store)
    monkeypatch.setattr("store.takedown.clear_discards", lambda _store: 0)
    take_down(store, change.item_id, "x", NOW)
    assert len(list(store.pages_folder.rglob("*.gz"))) == 1
    assert [fault.kind for fault in find_faults(store, NOW)] == ["discard"]
    repair(store, NOW)
    assert list(store.pages_folder.rglob("*.gz")) == []
    assert find_faults(store, NOW) == []


def test_a_file_that_is_wanted_again_meanwhile_stays(store: Store) -> None:
    """The same bytes may come from another address before the removal is made good."""
    page = make_page()
    with store.write() as connection:
        connection.execute(discards.insert(), {"sha256": page.sha256})
    save_page(store, page)
    clear_discards(store)
    assert find_faults(store, NOW) == []
    assert file_of(store.pages_folder, page.sha256).exists()


def test_the_reason_and_the_day_are_kept(store: Store) -> None:
    """Those who ask later are told why."""
    take_down(store, keep(store).item_id, "Pyyntö 12.3.", NOW)
    with store.read() as connection:
        row = connection.execute(select(tombstones)).mappings().one()
    assert (row["reason"], row["made_at"]) == ("Pyyntö 12.3.", NOW)
