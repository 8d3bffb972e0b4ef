"""What is overwritten is overwritten everywhere, at equal length, and does not come back."""

import datetime as dt
import gzip
from typing import Any

import pytest
from sqlalchemy import select, text

from records.dates import DateFinding
from records.decision import Decision, Person
from records.document import DocumentRecord
from records.draft import Cell, Cited, Section, Table
from records.errors import StoreError
from records.evidence import Evidence
from records.page import FeedEntry, Page
from records.programme import Named
from store.drafts import Claim, claim_version, get_draft_data, save_draft
from store.entries import note_entries
from store.faults import find_faults
from store.filters import Query
from store.items import Change, mark_gone, save_item
from store.pages import stored_pages
from store.redact import Overdue, list_overdue, preview_item, redact_item
from store.redacted import MARK, is_same_text, overwrite
from store.redacted_record import Find, overwrite_record
from store.schema import entries, items, pages, versions
from store.search import search_items
from store.stored import StoredVersion, all_versions
from tests.store.drafted import keep_draft, make_draft
from tests.store.made import (
    DECISION,
    KUUSIRANTA,
    NIGHT,
    PROGRAMME,
    count,
    dump,
    make_item,
    make_page,
    make_record,
)

NAME = "Aino Kuusivirta"
TEXT = f"Kaupunginhallitus § 12\nValmistelija:  Aino\nKuusivirta\nKoulutus 14.5.2025, {NAME} kouluttaa."
PREPARER = (40, 55)
LATER = NIGHT + dt.timedelta(days=800)
BOUND = NIGHT + dt.timedelta(days=1)


def find(words: str) -> tuple[tuple[int, int], ...]:
    """Find the parts of one name."""
    places = [(part, words.find(part)) for part in ("Aino", "Kuusivirta")]
    found = []
    for part, _ in places:
        start = words.find(part)
        while start >= 0:
            found.append((start, start + len(part)))
            start = words.find(part, start + 1)
    return tuple(sorted(found))


def finder(_source: str, _records: Any) -> Find:
    """Make the same finder for every item."""
    return find


def writer(page: Page, known: Find) -> bytes:
    """Overwrite markup, and keep nothing of anything else."""
    if not page.media_type.startswith("text/"):
        return b""
    words = page.content.decode()
    return overwrite(words, known(words)).encode()


def make_named(words: str = TEXT, native_id: str = "2025-12", **told: Any) -> tuple[Any, DocumentRecord]:
    """Return an item and record in which a person prepares and teaches."""
    item = make_item(
        native_id, words, title=f"Koulutus, {NAME}", url=f"https://kuusiranta.example/{native_id}"
    )
    start = words.find("Aino")
    end = words.find("Kuusivirta") + len("Kuusivirta")
    teaching = words.rfind(NAME)
    person = Decision(**{**DECISION.model_dump(), "preparers": (Person(name=NAME, role="sihteeri"),)})
    taught = PROGRAMME.model_copy(
        update={"providers": (Named(name=NAME, span=(teaching, teaching + len(NAME))),), "organisers": ()}
    )
    evidence = {"/decision/preparers/0/name": Evidence(spans=((start, end),), rule="label")}
    return item, make_record(item, taught, decision=person, evidence=evidence, **told)


def keep_named(
    store: Any,
    words: str = TEXT,
    native_id: str = "2025-12",
    content: str | None = None,
    at: dt.datetime = NIGHT,
) -> Change:
    """Keep such an item, on a page with its text as content."""
    item, record = make_named(words, native_id)
    page = make_page(content or f"<p>{words}</p>", url=item.url)
    page = page.model_copy(update={"headers": {**page.headers, "content-disposition": f"{NAME}.htm"}})
    return save_item(store, KUUSIRANTA, item, (page,), record, at)


def redact(store: Any) -> list[Overdue]:
    """Overwrite everything that is overdue."""
    overdue = list_overdue(store, BOUND, LATER)
    for item in overdue:
        redact_item(store, item, finder, writer, LATER)
    return overdue


def newest(store: Any) -> StoredVersion:
    """Return the newest version of the first item."""
    with store.read() as connection:
        number = connection.execute(select(items.c.number).order_by(items.c.number)).scalars().all()[0]
        return all_versions(connection, number)[-1]


def everything(store: Any) -> str:
    """Return all rows and all page files as one text."""
    files = [place.read_bytes() for place in store.pages_folder.rglob("*.gz")]
    return "\n".join(row for rows in dump(store).values() for row in rows) + "".join(
        gzip.decompress(content).decode("latin-1") for content in files
    )


def test_a_name_is_nowhere_any_more(store: Any) -> None:
    """Text, record, rows, index, titles, headers and page files."""
    keep_named(store)
    assert "Kuusivirta" in everything(store)
    redact(store)
    left = everything(store)
    assert "Kuusivirta" not in left
    assert "kuusivirta" not in left.replace("kuusivirta.example", "")
    assert "Aino" not in left
    assert find_faults(store, NIGHT) == []


def test_spans_hold_and_values_equal_their_quotes(store: Any) -> None:
    """The text has its length; a value that was quoted over a line's end is still that quote, folded."""
    keep_named(store)
    redact(store)
    kept = newest(store)
    record = kept.record
    assert len(record.text) == len(TEXT)
    assert is_same_text(record.text, TEXT)
    assert record.decision is not None
    ((start, end),) = record.evidence["/decision/preparers/0/name"].spans
    assert record.decision.preparers[0].name == " ".join(record.text[start:end].split())
    assert record.decision.preparers[0].name == f"{MARK * 4} {MARK * 10}"
    assert record.decision.preparers[0].role == "sihteeri"
    (provider,) = record.programmes[0].providers
    assert provider.name == record.text[slice(*provider.span)] == f"{MARK * 4} {MARK * 10}"
    assert record.programmes[0].sessions == make_named()[1].programmes[0].sessions


def test_what_is_no_personal_data_is_still_found(store: Any) -> None:
    """The item is searched and counted as before."""
    keep_named(store)
    redact(store)
    assert len(search_items(store, Query(text="kouluttaa", limit=None))) == 1
    assert search_items(store, Query(text="Kuusivirta", limit=None)) == []
    assert count(store, "programmes") == 1


def test_all_versions_and_what_changed_between_them_are_overwritten(store: Any) -> None:
    """An older version names the same person; so does the account of a change."""
    keep_named(store)
    keep_named(store, TEXT + f" {NAME} poistui.", at=NIGHT + dt.timedelta(hours=1))
    assert count(store, "versions") == 2
    redact(store)
    assert "Kuusivirta" not in everything(store)


def test_an_entry_and_a_draft_are_called_without_the_name(store: Any) -> None:
    """What the feed called the item, and what a draft is titled, names persons too."""
    change = keep_named(store)
    entry = FeedEntry(
        url="https://kuusiranta.example/2025-12",
        title=f"Koulutus, {NAME}",
        base_id="main",
        native_id="2025-12",
    )
    note_entries(store, KUUSIRANTA.id, [entry], NIGHT, lambda *_told: None)
    claim = Claim("heimvik-1", "watched", "heimvik", "nb", f"Opplæring, {NAME}", change.programme_ids[0])
    quote = Cited(text=NAME, quote=f"{NAME} kouluttaa", spans=((0, 15),), source=0)
    table = Table(caption=f"Kurs, {NAME}", header=(NAME,), widths=(1.0,), rows=((Cell(lines=((quote,),)),),))
    said = Section(key="account", heading=NAME, blocks=(table,))
    draft = keep_draft(store, claim, path="heimvik/1.docx", sections=(said,))
    beside = Claim("heimvik-2", "asked", "heimvik", "nb", "Opplæring", "other-1", (change.item_id,))
    for version in (1, 2):  # one draft rests on the item among others, and has an older version
        again = make_draft("heimvik-2", sections=(said,), version=version)
        if version == 1:
            keep_draft(store, beside, sections=(said,))
        else:
            claim_version(store, again.id, NIGHT)
            save_draft(store, again, "heimvik/2-2.docx", "00", NIGHT)
    (overdue,) = list_overdue(store, BOUND, LATER)
    told = redact_item(store, overdue, finder, writer, LATER)
    assert [draft.path for draft in told.drafts] == ["heimvik/1.docx", "heimvik/2-2.docx"]
    assert "Kuusivirta" not in everything(store)
    after = get_draft_data(store, draft.id)
    assert after is not None
    assert after.model_copy(update={"sections": (), "title": ""}) == draft.model_copy(
        update={"sections": (), "title": ""}
    )
    assert [piece.text for piece in after.pieces() if isinstance(piece, Cited)] == [f"{MARK * 4} {MARK * 10}"]
    with store.read() as connection:
        row = connection.execute(select(entries)).mappings().one()
    assert FeedEntry.model_validate(row["entry"]).title.startswith("Koulutus, ")


@pytest.mark.parametrize("again", ["same", "other page"])
def test_the_same_text_fetched_again_brings_nothing_back(store: Any, again: str) -> None:
    """Whatever the page around it looks like: the item stays as it is, but for when it was seen."""
    keep_named(store)
    redact(store)
    before = dump(store, "items.last_seen")
    change = keep_named(store, content="<p>uusi ulkoasu</p>" if again == "other page" else None, at=LATER)
    assert (change.kind, change.reread) == ("unchanged", False)
    assert dump(store, "items.last_seen") == before
    assert list(stored_pages(store)) == []


def test_a_text_that_really_changed_is_a_new_version(store: Any) -> None:
    """A correction years later is news: it is kept, and overwritten in its own time."""
    keep_named(store)
    redact(store)
    change = keep_named(store, TEXT + " Oikaisu.", at=LATER)
    assert change.kind == "changed"
    assert newest(store).record.text.endswith("Oikaisu.")
    assert [item.id for item in list_overdue(store, LATER + dt.timedelta(days=1), LATER)] == [change.item_id]
    assert list_overdue(store, BOUND, LATER) == []


def test_what_is_gone_is_overdue_at_once_and_what_is_old_in_time(store: Any) -> None:
    """Nothing else is; and with no limit set only what is gone."""
    for native_id in ("gone", "old", "new"):
        keep_named(store, native_id=native_id, at=LATER if native_id == "new" else NIGHT)
    mark_gone(store, (KUUSIRANTA.id, "main", "gone"), "", LATER)
    told = [(item.reason, item.url) for item in list_overdue(store, BOUND, LATER)]
    assert told == [("gone", "https://kuusiranta.example/gone"), ("old", "https://kuusiranta.example/old")]
    assert [item.reason for item in list_overdue(store, None, LATER)] == ["gone"]
    assert list_overdue(store, None, LATER - dt.timedelta(days=30)) == []  # it may be off by mistake
    redact(store)
    assert list_overdue(store, BOUND, LATER) == []


def test_what_its_site_publishes_again_is_kept_again(store: Any) -> None:
    """A page that was off by mistake is back with its names: it is the site that tells them."""
    keep_named(store, at=LATER)
    mark_gone(store, (KUUSIRANTA.id, "main", "2025-12"), "", LATER)
    redact(store)
    assert MARK in newest(store).record.text
    assert keep_named(store, at=LATER + dt.timedelta(days=1)).kind == "changed"
    assert newest(store).record.text == TEXT
    assert list_overdue(store, BOUND, LATER + dt.timedelta(days=9)) == []


def test_a_preview_changes_nothing(store: Any) -> None:
    """It tells what would be done, to the number."""
    keep_named(store)
    before = dump(store)
    (overdue,) = list_overdue(store, BOUND, LATER)
    would = preview_item(store, overdue, finder)
    assert dump(store) == before
    assert redact_item(store, overdue, finder, writer, LATER) == would
    assert (would.stretches, would.pages) == (4, 1)


def test_a_packed_document_is_not_kept_at_all(store: Any) -> None:
    """What cannot be written over is gone; its row tells that, and no doctor misses it."""
    item, record = make_named()
    packed = make_page("%PDF Aino", url=item.url).model_copy(
        update={"headers": {"content-type": "application/pdf"}}
    )
    save_item(store, KUUSIRANTA, item, (make_page(url=item.url), packed), record, NIGHT)
    redact(store)
    assert b"PDF" not in everything(store).encode()
    with store.read() as connection:
        row = connection.execute(select(pages.c.redacted_at).where(pages.c.size == 0)).one()
    assert row.redacted_at == LATER
    assert find_faults(store, NIGHT) == []


def test_another_item_on_the_same_page_rests_on_the_overwritten_one(store: Any) -> None:
    """A page of a whole meeting holds the words of each of its items."""
    for native_id in ("12#1", "12#2"):
        item, record = make_named(native_id=native_id)
        page = make_page(f"<p>{TEXT}</p>", url="https://kuusiranta.example/12")
        save_item(store, KUUSIRANTA, item, (page,), record, NIGHT if native_id == "12#1" else LATER)
    redact(store)
    assert count(store, "pages") == 1
    assert find_faults(store, NIGHT) == []
    with store.read() as connection:
        kept = connection.execute(select(versions.c.text).order_by(versions.c.item)).scalars().all()
    assert [NAME in words for words in kept] == [False, True]


def test_a_record_that_cannot_be_read_is_left_whole(store: Any) -> None:
    """Half an item overwritten would be none: the error names it, and nothing of it changes."""
    keep_named(store)
    with store.write() as connection:
        connection.execute(text("UPDATE versions SET record = '{}'"))
    before = dump(store)
    with pytest.raises(StoreError, match="expected a record as this release writes it"):
        redact(store)
    assert dump(store) == before


def test_days_and_case_numbers_that_look_like_phones_are_spared() -> None:
    """What the record is about stays, though a finder takes it for a number."""
    record = make_named()[1]
    start = TEXT.find("14.5.2025")
    day = DateFinding(text="14.5.2025", span=(start, start + 9), edtf="2025-05-14", role="session")
    record = record.model_copy(update={"dates": (day,)})
    after, _ = overwrite_record(record, lambda words: ((start, start + 9),) if words == TEXT else ())
    assert after == record


def test_a_lost_page_has_nothing_to_overwrite(store: Any) -> None:
    """Its file is gone; the rest of the item is overwritten all the same."""
    keep_named(store)
    for place in store.pages_folder.rglob("*.gz"):
        place.unlink()
    redact(store)
    assert "Kuusivirta" not in everything(store)
