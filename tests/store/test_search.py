"""The analysts' questions."""

import datetime as dt
from typing import Any

import pytest

from records.council import Base, Council, Source
from records.decision import Decision
from records.errors import StoreError
from records.programme import Coded, Programme
from store.database import Store
from store.filters import Query
from store.search import ProgrammeRow, search_items, search_programmes
from tests.store.made import DECISION, ODEBORG, PROGRAMME, SESSION, keep

FYLKE = Source(
    id="granvik",
    system="webpage",
    council=Council(name="Granvik fylkeskommune", country="NO", code="91", type="county"),
    language="nn",
    bases=(Base(id="site", url="https://granvik.example/"),),
)


def on(day: dt.date | None, last: dt.date | None = None, **told: Any) -> Programme:
    """Return a programme with one session on these days."""
    session = SESSION.model_copy(update={"start": day, "end": last or day})
    return PROGRAMME.model_copy(update={"sessions": (session,), **told})


def met(day: dt.date | None, **told: Any) -> Decision:
    """Return a decision of a meeting on this day."""
    return DECISION.model_copy(update={"meeting_date": day, **told})


@pytest.fixture(scope="module")
def filled(shared_store: Store) -> Store:
    """A store with programmes of three councils, named by their titles, and an item without one."""
    store = shared_store
    topics = {"topics": (Coded(code="chairing", span=(0, 1)), Coded(code="strategy", span=(0, 1)))}
    chairs = {"audiences": (Coded(code="chairs", span=(0, 1)),)}
    keep(store, "1", "Kevään koulutus", (on(dt.date(2025, 5, 14), title="kevät"),), met(dt.date(2025, 2, 24)))
    keep(
        store,
        "2",
        "Toimikauden koulutus",
        (PROGRAMME.model_copy(update={"title": "kausi", "term": "2021/2025", "sessions": (), **topics}),),
        met(dt.date(2021, 8, 30), body="Valtuusto"),
    )
    keep(
        store,
        "3",
        "Utbildning för ordförande",
        (
            on(
                dt.date(2023, 12, 1),
                dt.date(2024, 1, 31),
                title="ordf",
                kind="offer",
                decision=None,
                **chairs,
            ),
        ),
        None,
        ODEBORG,
    )
    keep(
        store,
        "4",
        "Program for opplæring",
        (PROGRAMME.model_copy(update={"title": "opplæring", "term": "2023/2027", "sessions": ()}),),
        met(dt.date(2023, 11, 9), body="Fylkestinget", title="Opplæring"),
        FYLKE,
    )
    keep(store, "5", "Tilinpäätös", (), None)
    keep(store, "5", "Tilinpäätös 2024", (), None)
    return store


def titles(store: Store, **asked: Any) -> list[str | None]:
    """Return the titles of the programmes that answer a query, in their order."""
    return [row.title for row in search_programmes(store, Query(**asked))]


def test_a_row_tells_what_a_table_needs(filled: Store) -> None:
    """Who, what, when, where it stands and how sure it is."""
    (row,) = search_programmes(filled, Query(text="kevä*"))
    assert row == ProgrammeRow(
        id=row.id,
        item_id=row.id.removesuffix("-p1"),
        source_id="kuusiranta",
        council="Kuusirannan kaupunki",
        country="FI",
        title="kevät",
        kind="plan",
        language="fi",
        body="Kaupunginhallitus",
        meeting_date=dt.date(2025, 2, 24),
        section="12",
        case_number="45/01.03.00/2025",
        term=None,
        first_date=dt.date(2025, 5, 14),
        last_date=dt.date(2025, 5, 14),
        url="https://kuusiranta.example/dynasty/1",
        score=0.9,
        topics=("disqualification",),
        audiences=("all_elected",),
    )


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["kevät", "opplæring", "kausi", "ordf"]),
        ({"limit": 2}, ["kevät", "opplæring"]),
        ({"text": "koulutu*"}, ["kevät", "kausi"]),
        ({"topic": "chairing"}, ["kausi"]),
        ({"topic": "chair"}, []),
        ({"audience": "chairs"}, ["ordf"]),
        ({"kind": "offer"}, ["ordf"]),
        ({"council": "KUUSIRANNAN  kaupunki"}, ["kevät", "kausi"]),
        ({"council": "ödeborgs kommun"}, ["ordf"]),
        ({"council": "91"}, ["opplæring"]),
        ({"council": "Kuusiranta"}, []),
        ({"language": "nn"}, ["opplæring"]),
        ({"body": "KH"}, ["kevät"]),
        ({"body": "valtuusto"}, ["kausi"]),
        ({"body": "Valtuusto", "council": "997", "topic": "strategy"}, ["kausi"]),
        ({"body": "Valtuusto", "council": "91"}, []),
        ({"year": 2025}, ["kevät"]),
        ({"year": 2024}, ["ordf"]),
        ({"year": 2023}, ["opplæring", "ordf"]),
        ({"year": 2022}, []),
        ({"term": "2021/2025"}, ["kevät", "opplæring", "kausi", "ordf"]),
        ({"term": "2025/2029"}, ["kevät", "opplæring"]),
        ({"term": "2027/2031"}, []),
        ({"term": "2017/2021"}, []),
        ({"term": "2023-10-01/2027-09-30", "language": "fi"}, ["kevät", "kausi"]),
    ],
    ids=repr,
)
def test_a_query_is_answered_newest_meeting_first(
    filled: Store, asked: dict[str, Any], expected: list[str]
) -> None:
    """All that is asked must hold; what has no meeting comes last."""
    assert titles(filled, **asked) == expected


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"term": "2025"}, "the term: expected two years like 2025/2029, found '2025'"),
        ({"term": "next"}, "found 'next'"),
        ({"term": "2029/2025"}, "the year: expected"),
        ({"year": 0}, "the year: expected a year like 2025, found 0"),
        ({"year": 20255}, "found 20255"),
    ],
)
def test_a_year_or_term_that_is_none_is_refused(filled: Store, asked: dict[str, Any], message: str) -> None:
    """An analyst who mistypes must not believe that there is nothing."""
    with pytest.raises(StoreError, match=message):
        search_programmes(filled, Query(**asked))
    with pytest.raises(StoreError, match=message):
        search_items(filled, Query(**asked))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["1", "4", "2", "3", "5"]),
        ({"text": "tilinpäätös"}, ["5"]),
        ({"kind": "plan"}, ["1", "4", "2"]),
        ({"topic": "chairing"}, ["2"]),
        ({"audience": "chairs"}, ["3"]),
        ({"term": "2025/2029"}, ["1", "4"]),
        ({"year": 2023}, ["4"]),
        ({"year": 2025, "kind": "plan"}, ["1"]),
        ({"council": "997", "limit": 1}, ["1"]),
        ({"body": "KH"}, ["1"]),
    ],
    ids=repr,
)
def test_items_are_found_with_and_without_programme(
    filled: Store, asked: dict[str, Any], expected: list[str]
) -> None:
    """Precedents need not be about training."""
    found = [row.url.rpartition("/")[2] for row in search_items(filled, Query(**asked)) if row.url]
    # Items without a meeting come last, in the order of their ids, which are digests.
    dated = [name for name in expected if name not in ("3", "5")]
    assert found[: len(dated)] == dated
    assert sorted(found) == sorted(expected)


def test_an_items_row_tells_its_own_decision(filled: Store) -> None:
    """The decision's title where there is one, else the page's own."""
    (row,) = search_items(filled, Query(body="KH"))
    assert (row.title, row.outcome, row.document_type) == (DECISION.title, "approved", "minutes")
    assert (row.is_programme, row.score, row.section) == (True, 0.9, "12")
    (page,) = search_items(filled, Query(language="sv"))
    assert (page.title, page.outcome, page.document_type) == ("Pykälä 12", None, "page")
    assert (page.body, page.meeting_date) == (None, None)


def test_many_answers_have_all_their_codes(store: Store) -> None:
    """More programmes than a database takes ids in one question."""
    many = tuple(PROGRAMME.model_copy(update={"title": str(number)}) for number in range(1100))
    keep(store, programmes=many)
    rows = search_programmes(store, Query(limit=None))
    assert len(rows) == 1100
    assert {row.topics for row in rows} == {("disqualification",)}
    assert {row.audiences for row in rows} == {("all_elected",)}
    assert len(search_programmes(store, Query())) == 100
