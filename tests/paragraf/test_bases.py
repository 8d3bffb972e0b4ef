"""What drafts are made from: records with the places where people are named."""

from pathlib import Path

from paragraf.bases import bases_maker
from records.base import Span
from store.filters import Query
from store.records import StoredRecord, get_record
from store.search import search_items
from tests.paragraf.drafthome import programme_of, workshop_in


def _quotes(stored: StoredRecord, spans: tuple[Span, ...]) -> set[str]:
    return {stored.record.text[start:end] for start, end in spans}


def test_people_of_a_record_are_found_with_their_contacts(drafting_home: Path) -> None:
    """Preparer and presenter, by their parts, in the whole text; days and § are nobody's."""
    with workshop_in(drafting_home) as workshop:
        stored = get_record(
            workshop.store, programme_of(workshop, "Luottamushenkilöiden koulutus syksyllä 2026")
        )
        assert stored is not None
        (basis,) = bases_maker(workshop)(stored)
    quotes = _quotes(stored, basis.names)
    assert {"Pirjo", "Kallionmaa", "Vuorensola"} <= {part for quote in quotes for part in quote.split()}
    assert not any(date.text in quotes for date in stored.record.dates)
    assert (basis.id, basis.programme, basis.record) == (stored.id, 0, stored.record)


def test_an_item_gives_its_programmes_or_itself(drafting_home: Path) -> None:
    """By the ids that the store has for them."""
    with workshop_in(drafting_home) as workshop:
        make_bases = bases_maker(workshop)
        programme = programme_of(workshop, "iltakoulut")
        item = get_record(workshop.store, programme.rpartition("-")[0])
        bare = next(row.id for row in search_items(workshop.store, Query(limit=None)) if not row.is_programme)
        plain = get_record(workshop.store, bare)
        assert item is not None
        assert plain is not None
        assert [(basis.id, basis.programme) for basis in make_bases(item)] == [(programme, 0)]
        assert [(basis.id, basis.programme) for basis in make_bases(plain)] == [(bare, None)]
