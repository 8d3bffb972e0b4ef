"""The rows that questions are asked of say what the newest record says."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Table, select

from records.programme import Coded, Cost, Named, Programme, Session
from store.database import Store
from store.items import save_item
from store.programmes import read_term
from store.schema import (
    decisions,
    programme_audiences,
    programme_organisers,
    programme_topics,
    programmes,
    sessions,
)
from tests.store.made import (
    DECISION,
    KUUSIRANTA,
    NIGHT,
    PROGRAMME,
    SESSION,
    keep,
    make_item,
    make_page,
    make_record,
)


def rows(store: Store, table: Table) -> list[dict[str, Any]]:
    """Return the rows of a table, in the order of its key."""
    with store.read() as connection:
        found = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
        return [dict(row) for row in found]


def with_sessions(*told: Session) -> Programme:
    """Return the made-up programme with these sessions."""
    return PROGRAMME.model_copy(update={"sessions": told})


def test_a_session_row_tells_all_that_the_session_tells(store: Store) -> None:
    """Nothing but the span, which is in the record, is left out."""
    told = Session(
        title="Talousarvioseminaari",
        edtf="2025-10",
        start=dt.date(2025, 10, 1),
        end=dt.date(2025, 10, 31),
        time="09:00/15:30",
        season=23,
        term_year=1,
        month=10,
        recurring="P1Y",
        place="Valtuustosali",
        format="hybrid",
        duration_hours=6.5,
        duration_days=1.0,
        parts=2,
        registration_deadline="2025-09-15",
        url="https://kuusiranta.example/seminaari",
        audiences=("council",),
        topics=("economy_and_budget", "strategy"),
        organisers=("Talouspalvelut",),
        span=(3, 9),
    )
    keep(store, programmes=(with_sessions(told),))
    (row,) = rows(store, sessions)
    expected = told.model_dump(exclude={"span"})
    lists = {name: list(expected[name]) for name in ("audiences", "topics", "organisers")}
    assert {name: row[name] for name in expected} == {**expected, **lists}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], (None, None)),
        ([(None, None)], (None, None)),
        ([(dt.date(2025, 9, 3), dt.date(2025, 9, 3))], (dt.date(2025, 9, 3), dt.date(2025, 9, 3))),
        ([(dt.date(2025, 9, 3), None)], (dt.date(2025, 9, 3), dt.date(2025, 9, 3))),
        (
            [
                (dt.date(2025, 9, 3), dt.date(2025, 9, 4)),
                (None, None),
                (dt.date(2025, 5, 1), dt.date(2025, 5, 31)),
            ],
            (dt.date(2025, 5, 1), dt.date(2025, 9, 4)),
        ),
    ],
)
def test_a_programme_spans_its_dated_sessions(
    store: Store,
    days: list[tuple[dt.date | None, dt.date | None]],
    expected: tuple[dt.date | None, dt.date | None],
) -> None:
    """Sessions without a date say nothing of it."""
    told = [SESSION.model_copy(update={"start": start, "end": end}) for start, end in days]
    keep(store, programmes=(with_sessions(*told),))
    (row,) = rows(store, programmes)
    assert (row["first_date"], row["last_date"]) == expected


def test_codes_are_those_of_programme_and_sessions_each_once(store: Store) -> None:
    """Who asks for a topic wants the programme that teaches it in one evening, too."""
    session = SESSION.model_copy(
        update={"topics": ("chairing", "disqualification"), "audiences": ("chairs", "chairs")}
    )
    twice = (*PROGRAMME.topics, Coded(code="disqualification", span=(1, 2)))
    keep(store, programmes=(with_sessions(session).model_copy(update={"topics": twice}),))
    assert [row["code"] for row in rows(store, programme_topics)] == ["chairing", "disqualification"]
    assert [row["code"] for row in rows(store, programme_audiences)] == ["all_elected", "chairs"]


def test_organisers_come_before_providers_each_once(store: Store) -> None:
    """A body may be both; the same name in two sessions is one organiser."""
    session = SESSION.model_copy(update={"organisers": ("Kuusirannan konsernipalvelut", "Opisto")})
    provider = (Named(name="Opisto", span=(0, 1)),)
    keep(store, programmes=(with_sessions(session, session).model_copy(update={"providers": provider}),))
    assert [(row["role"], row["name"]) for row in rows(store, programme_organisers)] == [
        ("organiser", "Kuusirannan konsernipalvelut"),
        ("organiser", "Opisto"),
        ("provider", "Opisto"),
    ]


def test_the_price_of_taking_part_is_the_programmes_cost(store: Store) -> None:
    """Amount and currency, null when nothing is told."""
    cost = Cost(kind="participation", amount=120.5, currency="EUR", text="120,50 €", span=(0, 8))
    keep(store, programmes=(PROGRAMME.model_copy(update={"cost": cost}), PROGRAMME))
    told = [(row["cost_amount"], row["cost_currency"]) for row in rows(store, programmes)]
    assert told == [(120.5, "EUR"), (None, None)]


def test_each_decision_has_a_row_in_the_order_of_the_record(store: Store) -> None:
    """Programmes name the decision that they stand in by its position."""
    item = make_item()
    further = DECISION.model_copy(update={"section": "13", "title": "Muut asiat", "outcome": None})
    second = PROGRAMME.model_copy(update={"decision": 1})
    record = make_record(item, PROGRAMME, second, further_decisions=(further,))
    save_item(store, KUUSIRANTA, item, (make_page(),), record, NIGHT)
    told = [(row["position"], row["section"], row["outcome"]) for row in rows(store, decisions)]
    assert told == [(0, "12", "approved"), (1, "13", None)]
    assert [row["decision"] for row in rows(store, programmes)] == [0, 1]


def test_a_record_without_programme_or_decision_has_no_rows(store: Store) -> None:
    """Most items have nothing to do with training."""
    keep(store, programmes=(), decision=None)
    for table in (decisions, programmes, sessions, programme_topics):
        assert rows(store, table) == []


@pytest.mark.parametrize(
    ("term", "years"),
    [
        ("2025/2029", (2025, 2029)),
        ("2025-06-01/2029-05-31", (2025, 2029)),
        ("2023-10/2027-10", (2023, 2027)),
        ("2025", None),
        ("2025/..", None),
        ("12025/2029", None),
        ("", None),
        (None, None),
    ],
)
def test_the_years_of_a_term_are_read_from_edtf(term: str | None, years: tuple[int, int] | None) -> None:
    """An open or single year is no term."""
    assert read_term(term) == years
