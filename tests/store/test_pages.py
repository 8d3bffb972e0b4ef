"""Fetched pages come back byte for byte, and a damaged file is never taken for a page."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from records.errors import StoreError
from records.page import Page
from store.database import Store, open_store
from store.items import save_item
from store.pages import file_of, load_page, save_page, stored_pages
from store.schema import pages
from tests.store.made import (
    KUUSIRANTA,
    NIGHT,
    ODEBORG,
    PROGRAMME,
    TEXT,
    count,
    dump,
    keep,
    make_item,
    make_page,
    make_record,
)
from tests.store.privilege import public_folder, without_privilege


def test_a_page_comes_back_as_it_was(store: Store) -> None:
    """Address, status, headers and time are kept with the bytes."""
    page = Page(
        url="https://kuusiranta.example/12.htm",
        final_url="https://kuusiranta.example/dynasty/12.htm",
        status=203,
        headers={"content-type": "text/html; charset=iso-8859-1", "etag": '"ä"'},
        content="<p>Esittelijä § 12</p>".encode("iso-8859-1"),
        retrieved_at=NIGHT,
    )
    assert save_page(store, page) == page.sha256
    assert load_page(store, page.sha256) == page


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(content=st.binary(max_size=2000))
def test_any_bytes_come_back(tmp_path: Path, content: bytes) -> None:
    """Pages are bytes: nothing reads them on the way."""
    with open_store(f"sqlite:///{tmp_path}/paragraf.db", tmp_path / "pages") as store:
        page = make_page().model_copy(update={"content": content})
        assert load_page(store, save_page(store, page)).content == content


def test_the_same_page_is_kept_once_as_it_was_first_fetched(store: Store) -> None:
    """Fetching an unchanged page again changes nothing."""
    first = make_page()
    save_page(store, first)
    before = dump(store)
    save_page(store, first.model_copy(update={"retrieved_at": NIGHT + dt.timedelta(days=1), "headers": {}}))
    assert dump(store) == before


def test_the_same_bytes_from_two_addresses_are_two_pages_in_one_file(store: Store) -> None:
    """Links in a page are relative to its own address."""
    one, other = make_page(url="https://a.example/"), make_page(url="https://b.example/")
    save_page(store, one)
    save_page(store, other)
    assert load_page(store, one.sha256, one.url) == one
    assert load_page(store, one.sha256, other.url) == other
    assert len(list(store.pages_folder.rglob("*.gz"))) == 1


def test_a_page_never_kept_is_told_so(store: Store) -> None:
    """The digest that was asked for is in the message."""
    with pytest.raises(StoreError, match="page 1234: expected a kept page"):
        load_page(store, "1234")


def _cut(place: Path) -> None:
    place.write_bytes(place.read_bytes()[:-5])


def _replace(place: Path) -> None:
    place.write_bytes(b"<p>not compressed</p>")


def _swap(place: Path) -> None:
    other = make_page("<p>another page</p>")
    place.write_bytes(file_of(place.parents[1], other.sha256).read_bytes())


def _flip(place: Path) -> None:
    content = bytearray(place.read_bytes())
    content[len(content) // 2] ^= 0xFF
    place.write_bytes(content)


@pytest.mark.parametrize("damage", [Path.unlink, _cut, _replace, _swap, _flip])
def test_a_damaged_file_is_told_so(tmp_path: Path, damage: object) -> None:
    """Disks fail: whatever happened to the file, the message names it."""
    assert callable(damage)
    with open_store(f"sqlite:///{tmp_path}/paragraf.db", tmp_path / "pages") as store:
        page = make_page("<p>§ 12</p>" * 20)
        save_page(store, make_page("<p>another page</p>"))
        save_page(store, page)
        damage(file_of(store.pages_folder, page.sha256))
        with pytest.raises(StoreError, match=rf"{page.sha256}\.gz: .* Restore the pages folder"):
            load_page(store, page.sha256)


@pytest.mark.parametrize("damage", [Path.unlink, _cut, _swap])
def test_a_damaged_file_is_written_anew_when_its_page_comes_again(tmp_path: Path, damage: object) -> None:
    """A file that only looks like the page must not stand in its way."""
    assert callable(damage)
    with open_store(f"sqlite:///{tmp_path}/paragraf.db", tmp_path / "pages") as store:
        page = make_page("<p>§ 12</p>" * 20)
        save_page(store, make_page("<p>another page</p>"))
        save_page(store, page)
        damage(file_of(store.pages_folder, page.sha256))
        save_page(store, page)
        assert load_page(store, page.sha256) == page


def test_a_half_written_file_is_never_taken_for_a_page(store: Store) -> None:
    """A program that is killed while it writes leaves a name that no page has."""
    page = make_page()
    place = file_of(store.pages_folder, page.sha256)
    place.parent.mkdir(parents=True)
    place.with_name(f".{place.name}.4711.1").write_bytes(b"half")
    with pytest.raises(StoreError, match="expected a kept page"):
        load_page(store, page.sha256)
    save_page(store, page)
    assert load_page(store, page.sha256) == page


@pytest.mark.parametrize("words", ["§ 12", "§ 12 <b>and a clock in the margin</b>"])
def test_a_page_fetched_again_stands_for_one_that_was_lost(store: Store, words: str) -> None:
    """Text unchanged, bytes the same or not: the version has a page again, and no further version is made."""
    keep(store)
    with store.write() as connection:
        row = connection.execute(select(pages)).mappings().one()
        connection.execute(pages.update().values(lost_at=NIGHT))
    file_of(store.pages_folder, row["sha256"]).unlink()
    assert list(stored_pages(store)) == []
    item = make_item()
    fresh = make_page(TEXT if words == "§ 12" else words, url=item.url or "")
    change = save_item(store, KUUSIRANTA, item, (fresh,), make_record(item, PROGRAMME), NIGHT)
    assert (change.kind, change.reread) == ("unchanged", False)
    assert [stored.page.content for stored in stored_pages(store)] == [fresh.content]
    assert count(store, "versions") == 1


def test_a_folder_that_cannot_be_written_is_told_so_and_leaves_no_row() -> None:
    """Neither half of the page is kept, and the message says what to do."""
    with public_folder() as folder:
        (folder / "data").mkdir()
        (folder / "data").chmod(0o777)
        with without_privilege(), open_store(f"sqlite:///{folder}/data/paragraf.db", folder) as store:
            with pytest.raises(StoreError, match=r"\.gz: .*Permission denied.* Make room, or give"):
                save_page(store, make_page())
            assert count(store, "pages") == 0


def test_no_unfinished_file_is_left(store: Store) -> None:
    """What lies in the folder is pages and nothing else."""
    page = make_page()
    save_page(store, page)
    files = [place for place in store.pages_folder.rglob("*") if place.is_file()]
    assert files == [file_of(store.pages_folder, page.sha256)]


def test_stored_pages_are_given_with_the_items_read_from_them(store: Store) -> None:
    """To extract again one needs the page and the keys its items had."""
    keep(store, "2025-12", "§ 12")
    keep(store, "2025-13", "§ 13")
    keep(store, "news", "Nyheter", source=ODEBORG)
    found = list(stored_pages(store))
    assert {key for stored in found for key in stored.keys} == {
        ("kuusiranta", "main", "2025-12"),
        ("kuusiranta", "main", "2025-13"),
        ("odeborg", "site", "news"),
    }
    assert {stored.page.content.decode() for stored in found} == {"§ 12", "§ 13", "Nyheter"}
    assert [stored.source_id for stored in stored_pages(store, KUUSIRANTA.id)] == ["kuusiranta"] * 2


def test_only_pages_of_newest_versions_are_read_again(store: Store) -> None:
    """The agenda's page is kept as evidence, but the minutes' page is the item now."""
    keep(store, words="Esityslista § 12")
    keep(store, words="Pöytäkirja § 12", seen_at=NIGHT + dt.timedelta(days=7))
    assert [stored.page.content.decode() for stored in stored_pages(store)] == ["Pöytäkirja § 12"]
    with store.read() as connection:
        assert len(connection.execute(pages.select()).all()) == 2
