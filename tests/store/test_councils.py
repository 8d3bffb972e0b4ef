"""Councils, bodies, meetings and matters: rows that join the decisions of a council."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import func, select

from records.council import Body, Source
from records.decision import Decision
from store.councils import fold_name
from store.database import Store
from store.schema import bodies, councils, decisions, meetings, sources
from tests.store.made import DECISION, KUUSIRANTA, NIGHT, count, keep


def links(store: Store) -> list[tuple[Any, ...]]:
    """Return body, meeting and matter of each decision, in order of keeping."""
    wanted = select(decisions.c.body, decisions.c.meeting, decisions.c.matter).order_by(decisions.c.item)
    with store.read() as connection:
        return [tuple(row) for row in connection.execute(wanted)]


def decided(**told: Any) -> Decision:
    """Return the made-up decision with other values."""
    return DECISION.model_copy(update=told)


def renamed(name: str, **told: Any) -> Source:
    """Return the made-up source with a council of this name."""
    council = KUUSIRANTA.council.model_copy(update={"name": name, **told})
    return KUUSIRANTA.model_copy(update={"council": council})


@pytest.mark.parametrize("name", ["kaupunginhallitus", " KAUPUNGINHALLITUS ", "KH", "khall"])
def test_a_body_is_one_under_all_its_names(store: Store, name: str) -> None:
    """Case, blanks and the abbreviations of the site make no second body, and the printed name stays."""
    keep(store, "1")
    keep(store, "2", decision=decided(body=name))
    one, other = links(store)
    assert one == other
    assert count(store, "bodies") == count(store, "meetings") == count(store, "matters") == 1
    with store.read() as connection:
        printed = connection.execute(select(decisions.c.body_name).order_by(decisions.c.item)).scalars().all()
    assert printed == ["Kaupunginhallitus", name]


def test_a_body_that_no_source_names_is_kept_as_it_is_printed(store: Store) -> None:
    """Sources need not list every committee."""
    keep(store, decision=decided(body="Sivistys-  ja nuorisolautakunta"))
    with store.read() as connection:
        names = connection.execute(select(bodies.c.name).order_by(bodies.c.number)).scalars().all()
    assert names == ["Kaupunginhallitus", "Sivistys-  ja nuorisolautakunta"]


def test_a_matter_joins_the_bodies_that_handled_it(store: Store) -> None:
    """Board and council have a meeting each, and the case in common."""
    keep(store, "1")
    keep(store, "2", decision=decided(body="Valtuusto", meeting_date=dt.date(2025, 3, 17), section="5"))
    (board, first, matter), (council, second, same) = links(store)
    assert board != council
    assert first != second
    assert matter == same is not None


def test_councils_do_not_share_case_numbers(store: Store) -> None:
    """The join is council and number together."""
    keep(store, "1")
    keep(store, "1", source=renamed("Sisuvaara", code="998").model_copy(update={"id": "sisuvaara"}))
    (_, _, one), (_, _, other) = links(store)
    assert one != other


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"body": None}, (False, False, True)),
        ({"meeting_date": None}, (True, False, True)),
        ({"case_number": None}, (True, True, False)),
        ({"body": "  "}, (False, False, True)),
        ({"body": "lautakunta " * 300}, (False, False, True)),
        ({"case_number": "1" * 9000}, (True, True, False)),
    ],
    ids=["no body", "no date", "no case", "blank body", "a page as body", "a page as case"],
)
def test_what_a_decision_does_not_tell_joins_nothing(
    store: Store, told: dict[str, Any], expected: tuple[bool, ...]
) -> None:
    """Null is kept as null, and a misread page of text is no name; the values themselves are kept."""
    keep(store, decision=decided(**told))
    (found,) = links(store)
    assert tuple(link is not None for link in found) == expected


def test_two_sources_of_a_council_share_it(store: Store) -> None:
    """The official code tells that a council is the same."""
    keep(store, "1")
    keep(store, "1", source=renamed("Kuusiranta").model_copy(update={"id": "kuusiranta-web"}))
    assert count(store, "councils") == 1
    assert count(store, "sources") == 2


def test_a_council_without_code_is_told_by_its_name(store: Store) -> None:
    """Associations and providers have no official code."""
    told = {"code": None, "type": "association"}
    for number, name in enumerate(("Kuntakoulu", "KUNTAKOULU", "Kuntaopisto")):
        keep(store, str(number), source=renamed(name, **told).model_copy(update={"id": f"s{number}"}))
    assert count(store, "councils") == 2


def test_what_the_sources_file_tells_is_kept_up_to_date(store: Store) -> None:
    """A corrected name, system or list of bodies holds from the next item on."""
    keep(store)
    source = renamed("Kuusirannan kunta").model_copy(
        update={"system": "casem", "bodies": (Body(name="Valtuusto", aliases=("KV",)),)}
    )
    keep(store, source=source)
    with store.read() as connection:
        assert connection.execute(select(councils.c.name)).scalars().all() == ["Kuusirannan kunta"]
        assert connection.execute(select(sources.c.system)).scalars().all() == ["casem"]
        assert connection.execute(select(sources.c.first_seen)).scalars().all() == [NIGHT]
        assert connection.execute(select(func.count()).select_from(meetings)).scalar_one() == 1
    assert count(store, "body_aliases") == 3


def test_a_source_that_moves_to_another_council_moves(store: Store) -> None:
    """Municipalities merge: the code changes, and the source with it."""
    keep(store)
    keep(store, source=renamed("Suur-Kuusiranta", code="996"))
    assert count(store, "councils") == 2
    wanted = select(councils.c.name).join(sources, sources.c.council == councils.c.number)
    with store.read() as connection:
        assert connection.execute(wanted).scalars().all() == ["Suur-Kuusiranta"]


def test_names_are_compared_in_one_case_with_single_blanks() -> None:
    """Non-breaking blanks and capitals of any alphabet do not matter, letters do."""
    assert fold_name(" Ödeborgs\u00a0 KOMMUN ") == fold_name("ödeborgs kommun")
    assert fold_name("Sade") != fold_name("Säde")
