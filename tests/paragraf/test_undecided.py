"""When a programme on an own page has no decision yet, and when two documents tell of the same training."""

import datetime as dt
from typing import Any

import pytest

from paragraf.likeness import is_called_alike
from paragraf.undecided import find_undecided
from tests.paragraf.trainings import make_session, make_training

TODAY = dt.date(2026, 11, 20)
SPRING = make_session("2027-02-03")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Luottamushenkilöiden koulutus 2026", "Koulutukset luottamushenkilöille", True),
        ("Luottamushenkilöiden koulutus 2026", "Luottamushenkilöiden koulutus 2027", True),
        ("Utbildningsplan för förtroendevalda", "Utbildning för förtroendevalda våren 2027", True),
        ("Folkevalgtopplæring 2027", "Plan for folkevalgtopplæring", True),
        ("Opplæring av folkevalgte", "Folkevalgtopplæring og andre opplæringstiltak", True),
        ("Tarkastuslautakunnan koulutus 2026", "Luottamushenkilöiden koulutus 2027", False),
        ("Valtuuston iltakoulut vuonna 2027", "Arviointikurssi vuonna 2027", False),
        ("2027", "2027", False),
        (None, "Koulutus", False),
    ],
)
def test_titles_are_compared_by_the_stems_of_their_words(
    one: str | None, other: str | None, expected: bool
) -> None:
    """Forms, years and the order of the words tell nothing; one common word of two is not enough."""
    assert is_called_alike(one, other) is expected
    assert is_called_alike(other, one) is expected


ITEM: dict[str, Any] = {"title": "Luottamushenkilöiden koulutus keväällä 2027"}


@pytest.mark.parametrize(
    ("item", "expected", "why"),
    [
        ({**ITEM, "sessions": (make_session("2027-04-14"),)}, [], "a like name in the same year"),
        ({**ITEM, "document_type": "agenda", "outcome": None}, [], "somebody has put it on an agenda"),
        ({"title": "Perehdytys", "sessions": (SPRING,)}, [], "another name, a day in common"),
        (
            {**ITEM, "title": "Luottamushenkilöiden koulutus", "sessions": (make_session("2025-02-05"),)},
            ["page"],
            "a like name two years before",
        ),
        (
            {"title": "Arviointikurssi", "sessions": (make_session("2027-04-14"),)},
            ["page"],
            "another course in the same year",
        ),
        (
            {"title": "Arviointikurssi", "sessions": (make_session("2027-02-03", "2027-03-31"),)},
            ["page"],
            "a whole spring that begins on that day is no event in common",
        ),
    ],
)
def test_a_page_is_undecided_until_an_item_is_about_it(
    item: dict[str, Any], expected: list[str], why: str
) -> None:
    """By a day that both hold, or by the name and the year."""
    page = make_training("page", None, title="Koulutukset luottamushenkilöille", sessions=(SPRING,))
    found = find_undecided([page, make_training("item", "2026-10-05", **item)], TODAY)
    assert [one.id.split("-")[1] for one in found] == expected, why


@pytest.mark.parametrize(
    ("told", "expected", "why"),
    [
        ({"sessions": (SPRING,)}, 1, "still to come"),
        ({"sessions": (make_session("2026-11-20"),)}, 1, "today"),
        ({"sessions": (make_session("2026-11-19"),)}, 0, "over"),
        ({"sessions": (), "title": "Koulutus 2025"}, 0, "over by its name"),
        ({"sessions": (), "title": "Koulutus"}, 1, "no day is told, so nobody can say that it is over"),
        ({"sessions": (SPRING,), "kind": "report"}, 0, "tells what took place"),
    ],
)
def test_what_is_over_needs_no_decision(told: dict[str, Any], expected: int, why: str) -> None:
    """A page stays on the web long after the training that it tells of."""
    assert len(find_undecided([make_training("page", None, **told)], TODAY)) == expected, why
