"""What a sync asks before it fetches."""

import datetime as dt

import pytest

from store.database import Store
from store.items import mark_gone
from store.known import kept_headers, known_item, list_known_items
from store.pages import file_of
from store.schema import pages
from tests.store.made import DECISION, NIGHT, ODEBORG, TEXT, keep, make_page

DAY = dt.timedelta(days=1)


def test_an_item_never_kept_is_unknown(store: Store) -> None:
    """Another source's, another base's and another number's are no help."""
    keep(store)
    assert known_item(store, "kuusiranta", "main", "2025-12") is not None
    assert known_item(store, "kuusiranta", "main", "2025-13") is None
    assert known_item(store, "kuusiranta", "old", "2025-12") is None
    assert known_item(store, "odeborg", "main", "2025-12") is None


def test_an_item_is_known_by_its_newest_version(store: Store) -> None:
    """Type, text, language and meeting of the minutes, once they are there; times of all states."""
    agenda = DECISION.model_copy(update={"document_type": "agenda", "meeting_date": dt.date(2025, 2, 25)})
    keep(store, words="Esityslista", decision=agenda, programmes=())
    keep(store, seen_at=NIGHT + DAY)
    keep(store, seen_at=NIGHT + 2 * DAY)
    known = known_item(store, "kuusiranta", "main", "2025-12")
    assert known is not None
    assert known.key == ("kuusiranta", "main", "2025-12")
    assert (known.document_type, known.language, known.is_programme) == ("minutes", "fi", True)
    assert known.meeting_date == dt.date(2025, 2, 24)
    assert (known.first_seen, known.seen_at, known.last_seen) == (NIGHT, NIGHT + DAY, NIGHT + 2 * DAY)
    assert known.url == "https://kuusiranta.example/dynasty/2025-12"


def test_a_page_that_is_no_decision_has_no_meeting(store: Store) -> None:
    """Null, not the day it was fetched."""
    keep(store, "news", decision=None, source=ODEBORG)
    known = known_item(store, "odeborg", "site", "news")
    assert known is not None
    assert known.meeting_date is None
    assert known.document_type == "page"


def test_headers_are_those_of_the_newest_state(store: Store) -> None:
    """Asked by what an older state was called, a server would call that one unchanged."""
    for words in ("Eka", "Toka", "Eka"):
        change = keep(store, words=words)
        with store.write() as connection:
            own = pages.c.sha256 == make_page(words).sha256
            connection.execute(pages.update().where(own).values(headers={"etag": words}))
    key, url = ("kuusiranta", "main", "2025-12"), "https://kuusiranta.example/dynasty/2025-12"
    assert change.kind == "changed"
    assert kept_headers(store, key, url) == {"etag": "Eka"}
    assert kept_headers(store, key, f"{url}?page=2") is None  # it was read from another address


@pytest.mark.parametrize("lost", [True, False])
def test_without_headers_a_page_is_fetched_whole(store: Store, *, lost: bool) -> None:
    """Its file is lost, or its site took it off and may bring it back as it was."""
    keep(store)
    key, url = ("kuusiranta", "main", "2025-12"), "https://kuusiranta.example/dynasty/2025-12"
    if lost:
        file_of(store.pages_folder, make_page(TEXT).sha256).unlink()
    else:
        mark_gone(store, key, url, NIGHT)
    assert kept_headers(store, key, url) is None


def test_a_source_lists_its_own_items_last_seen_first(store: Store) -> None:
    """What is to be fetched again is chosen from these."""
    keep(store, "2025-1")
    keep(store, "2025-2", seen_at=NIGHT + DAY)
    keep(store, "news", source=ODEBORG, seen_at=NIGHT + DAY)
    assert [known.native_id for known in list_known_items(store, "kuusiranta")] == ["2025-2", "2025-1"]
    since = list_known_items(store, "kuusiranta", since=NIGHT + DAY)
    assert [known.native_id for known in since] == ["2025-2"]
    assert list_known_items(store, "sisuvaara") == []


def test_text_is_told_by_its_digest(store: Store) -> None:
    """The digest is of the clean text, so a caller can compare before keeping."""
    keep(store, "a", TEXT)
    keep(store, "b", TEXT)
    keep(store, "c", "Toinen")
    digests = {known.native_id: known.text_sha256 for known in list_known_items(store, "kuusiranta")}
    assert digests["a"] == digests["b"] != digests["c"]
