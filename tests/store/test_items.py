"""Keeping an item: a second run changes nothing, a change on the site makes a version."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.document import DocumentRecord, Origin
from records.errors import StoreError
from records.item import Attachment, Block
from store.database import Store, open_store
from store.items import Change, get_item, save_item, write_files
from store.pages import file_of, load_page
from store.records import get_record
from store.schema import items
from tests.store.made import (
    DECISION,
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

NEXT_NIGHT = NIGHT + dt.timedelta(days=1)


def versions_of(store: Store, change: Change) -> list[tuple[int, str]]:
    """Return number and document type of each version of an item."""
    stored = get_record(store, change.item_id)
    assert stored is not None
    return [(version.number, version.document_type) for version in stored.versions]


def test_a_new_item_is_kept_whole(store: Store) -> None:
    """Item, record and page can be had back, equal to what was given."""
    attachment = Attachment(title="Liite 1", url="https://kuusiranta.example/liite.pdf", read=True)
    blocks = (Block("heading", 0, 22, level=2, bold=True), Block("cell", 23, 40, row=1, column=0))
    item = make_item(blocks=blocks, attachments=(attachment,))
    record = make_record(item, PROGRAMME, attachments=(attachment,))
    change = save_item(store, KUUSIRANTA, item, (make_page(),), record, NIGHT)
    assert (change.kind, change.reread) == ("new", False)
    assert change.programme_ids == (f"{change.item_id}-p1",)
    assert get_item(store, change.item_id) == item
    stored = get_record(store, change.item_id)
    assert stored is not None
    assert stored.record == record
    assert load_page(store, stored.versions[0].page_sha256) == make_page()


def test_files_written_ahead_are_those_that_keeping_writes(store: Store) -> None:
    """An item that was never kept has its page files before anyone waits for its rows."""
    item, pages = make_item(), (make_page(), make_page("<p>liite", url="https://kuusiranta.example/1"))
    write_files(store, item, pages)
    ahead = {place: place.read_bytes() for place in store.pages_folder.rglob("*.gz")}
    assert set(ahead) == {file_of(store.pages_folder, page.sha256) for page in pages}
    save_item(store, KUUSIRANTA, item, pages, make_record(item), NIGHT)
    assert {place: place.read_bytes() for place in store.pages_folder.rglob("*.gz")} == ahead
    assert count(store, "pages") == 2


def test_no_file_is_written_ahead_of_an_item_that_is_kept(store: Store) -> None:
    """Most of its pages say nothing new and are not kept: nobody would name their files."""
    keep(store)
    before = set(store.pages_folder.rglob("*.gz"))
    write_files(store, make_item(), (make_page("<p>02:31</p>"),))
    assert set(store.pages_folder.rglob("*.gz")) == before


def test_a_file_taken_away_meanwhile_is_written_again(store: Store) -> None:
    """A row never stands without its file, whatever became of the one written ahead."""
    item, page = make_item(), make_page()
    write_files(store, item, (page,))
    file_of(store.pages_folder, page.sha256).unlink()
    save_item(store, KUUSIRANTA, item, (page,), make_record(item), NIGHT)
    assert load_page(store, page.sha256) == page


def test_a_second_run_changes_no_row_but_when_items_were_seen(store: Store) -> None:
    """The night after, nothing on the site having changed, only `last_seen` moves."""
    for number in range(3):
        keep(store, f"2025-{number}")
    keep(store, "news", source=ODEBORG, decision=None)
    before = dump(store, "items.last_seen")
    kinds = {keep(store, f"2025-{number}", seen_at=NEXT_NIGHT).kind for number in range(3)}
    kinds.add(keep(store, "news", source=ODEBORG, decision=None, seen_at=NEXT_NIGHT).kind)
    assert kinds == {"unchanged"}
    assert dump(store, "items.last_seen") == before
    assert dump(store) != dump(store, "items.last_seen")


def test_the_same_run_again_changes_no_row_at_all(store: Store) -> None:
    """Keeping at the same moment again is keeping nothing."""
    keep(store)
    before = dump(store)
    keep(store)
    keep(store, seen_at=NIGHT - dt.timedelta(days=9))
    assert dump(store) == before


def test_other_bytes_with_the_same_words_change_nothing(store: Store) -> None:
    """A page that prints the time of day is another page each night, but the same item."""
    item = make_item()
    record = make_record(item, PROGRAMME)
    save_item(store, KUUSIRANTA, item, (make_page("<p>02:30</p>"),), record, NIGHT)
    before = dump(store)
    later = record.model_copy(update={"source": Origin(url=item.url, system="dynasty", sha256="11" * 32)})
    change = save_item(store, KUUSIRANTA, item, (make_page("<p>02:31</p>"),), later, NIGHT)
    assert change == Change("unchanged", change.item_id, change.programme_ids, NIGHT)
    assert dump(store) == before
    assert len(list(store.pages_folder.rglob("*.gz"))) == 1


def test_a_changed_text_makes_a_version_and_replaces_the_rows(store: Store) -> None:
    """Questions are answered from the newest text, the older one is kept."""
    two = (PROGRAMME, PROGRAMME.model_copy(update={"title": "Seminaari", "sessions": (), "topics": ()}))
    first = keep(store, programmes=two)
    second = keep(store, words=f"{TEXT} Muutettu.", seen_at=NEXT_NIGHT)
    assert second.kind == "changed"
    assert second.item_id == first.item_id
    assert first.programme_ids == (f"{first.item_id}-p1", f"{first.item_id}-p2")
    assert second.programme_ids == first.programme_ids[:1]
    tables = ("items", "versions", "programmes", "sessions", "decisions", "programme_topics", "pages")
    assert [count(store, table) for table in tables] == [1, 2, 1, 1, 1, 1, 2]
    older = get_record(store, first.item_id, version=1)
    assert older is not None
    assert older.record.text == TEXT
    assert len(older.record.programmes) == 2


def test_minutes_after_the_agenda_are_a_version_even_with_the_same_words(store: Store) -> None:
    """The state on the site changed, whatever the words."""
    item = make_item()
    agenda = DECISION.model_copy(update={"document_type": "agenda"})
    save_item(store, KUUSIRANTA, item, (make_page("<p>a"),), make_record(item, decision=agenda), NIGHT)
    change = save_item(store, KUUSIRANTA, item, (make_page("<p>m"),), make_record(item), NEXT_NIGHT)
    assert change.kind == "changed"
    assert versions_of(store, change) == [(1, "agenda"), (2, "minutes")]


def test_a_text_that_comes_back_is_a_version_of_its_own(store: Store) -> None:
    """A correction that is taken back was there all the same."""
    for words in ("§ 12 A", "§ 12 B", "§ 12 A"):
        change = keep(store, words=words)
    assert [number for number, _ in versions_of(store, change)] == [1, 2, 3]
    assert count(store, "pages") == 2


@pytest.mark.parametrize("page", [make_page(), make_page("<p>02:31</p>")], ids=["same page", "other bytes"])
def test_better_words_replace_the_record_without_a_version(store: Store, page: Any) -> None:
    """What the site says is the same: extracting again corrects, it does not make history."""
    item = make_item()
    first = save_item(store, KUUSIRANTA, item, (make_page(),), make_record(item), NIGHT)
    again = save_item(store, KUUSIRANTA, item, (page,), make_record(item, PROGRAMME), NEXT_NIGHT)
    assert (again.kind, again.reread) == ("unchanged", True)
    assert first.programme_ids == ()
    assert len(again.programme_ids) == 1
    stored = get_record(store, again.item_id)
    assert stored is not None
    assert stored.record.programmes == (PROGRAMME,)
    assert [version.seen_at for version in stored.versions] == [NIGHT]


def test_a_better_cleaner_replaces_the_text_without_a_version(store: Store) -> None:
    """The same page read into another text is the same state of the site."""
    old, new = make_item(words="§ 12  Koulutus"), make_item(words="§ 12 Koulutus", text_version="test-2")
    save_item(store, KUUSIRANTA, old, (make_page(),), make_record(old), NIGHT)
    change = save_item(store, KUUSIRANTA, new, (make_page(),), make_record(new), NIGHT)
    assert (change.kind, change.reread) == ("unchanged", True)
    assert get_item(store, change.item_id) == new
    assert versions_of(store, change) == [(1, "minutes")]


@pytest.mark.parametrize(
    "told",
    [
        {"title": "Koulutussuunnitelma"},
        {"url": "https://kuusiranta.example/uusi/12.htm"},
        {"blocks": (Block("heading", 0, 22),)},
        {"language": "sv"},
    ],
    ids=lambda told: next(iter(told)),
)
def test_whatever_is_told_of_an_item_is_kept_up_to_date(store: Store, told: dict[str, Any]) -> None:
    """Title, address, blocks and language can change without the words."""
    keep(store)
    item = make_item(**told)
    change = save_item(store, KUUSIRANTA, item, (make_page(),), make_record(item, PROGRAMME), NIGHT)
    assert change.reread
    assert get_item(store, change.item_id) == item


def test_a_key_is_source_base_and_native_id(store: Store) -> None:
    """Councils change hosts, and two hosts may give the same number to different items."""
    changes = [
        save_item(store, KUUSIRANTA, item, (make_page(),), make_record(item), NIGHT)
        for item in (make_item(), make_item(base_id="old"), make_item(native_id="2025-13"))
    ]
    assert [change.kind for change in changes] == ["new"] * 3
    assert len({change.item_id for change in changes}) == 3


def test_two_keys_of_one_id_are_never_mixed(store: Store) -> None:
    """Ids are digests; should two ever meet, the item is refused instead of lost in the other."""
    change = keep(store)
    with store.write() as connection:
        connection.execute(items.update().values(native_id="another"))
    with pytest.raises(StoreError, match=f"item {change.item_id}: expected main/another, found main/2025-12"):
        keep(store)


def test_an_item_of_an_unknown_source_is_refused_whole(store: Store) -> None:
    """Item and source must belong together; nothing is kept when they do not."""
    with pytest.raises(StoreError):
        save_item(store, ODEBORG, make_item(), (make_page(),), make_record(make_item()), NIGHT)
    assert {table: len(rows) for table, rows in dump(store).items() if rows} == {}


def test_a_record_of_another_text_keeps_its_own(store: Store) -> None:
    """Spans of a record refer to its text, whatever the item's is."""
    item = make_item()
    record = make_record(item, text="Toinen teksti")
    change = save_item(store, KUUSIRANTA, item, (make_page(),), record, NIGHT)
    stored = get_record(store, change.item_id)
    assert stored is not None
    assert stored.record.text == "Toinen teksti"


def test_an_unknown_id_is_no_item(store: Store) -> None:
    """None, no error: asking is free."""
    assert get_item(store, "kuusiranta-0000000000") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(words=st.text(max_size=300), title=st.none() | st.text(max_size=50))
def test_any_text_comes_back(address: str, tmp_path: Any, words: str, title: str | None) -> None:
    """Whatever a page held, the record that was kept is the record that is given, but for code point 0."""
    with open_store(address, tmp_path / "pages") as store:
        item = make_item(words=words, title=title)
        named = PROGRAMME.model_copy(update={"title": title})
        record: DocumentRecord = make_record(item, named)
        change = save_item(store, KUUSIRANTA, item, (make_page(words),), record, NIGHT)
        assert save_item(store, KUUSIRANTA, item, (make_page(words),), record, NIGHT).reread is False
        stored = get_record(store, change.item_id)
        assert stored is not None
        assert stored.record.text == words.replace("\0", "\ufffd")
        assert stored.record.model_copy(update={"text": words}) == record
