"""The appeal clause: a family is proposed with its reason, and the clerk decides."""

import re
from typing import Any

import pytest

from config.houses import APPEALS, AppealFamily, House, HouseBody
from config.wording import load_wording
from config.wording_appeal import AppealReason
from export.appeal import appeal_gap, propose_appeal
from tests.export.houses import LAYOUTS, bare_house, own_house, words_of
from tests.strings import strings_in

BOARD = HouseBody(id="b", name="hallitus", kind="board")
COUNCIL = HouseBody(id="v", name="valtuusto", kind="council")


def _with(layout: str, *bodies: HouseBody, body: str | None = None, **changes: Any) -> House:
    update = {"bodies": bodies, "body": body or (bodies[0].id if bodies else None), **changes}
    return bare_house(layout).model_copy(update=update)


PREPARING = BOARD.model_copy(update={"prepares_for": "v"})


@pytest.mark.parametrize(
    ("house", "noted", "proposed"),
    [
        (_with("finland-fi", BOARD), False, ("correction", "body")),  # 134 §
        (_with("finland-sv", BOARD), False, ("correction", "body")),
        (_with("finland-fi", COUNCIL), False, ("municipal_appeal", "council")),  # 135 §
        (_with("finland-fi", PREPARING, COUNCIL), False, ("none", "prepares")),  # 136 §
        (_with("finland-fi", BOARD), True, ("none", "noted")),  # 136 §
        (_with("finland-fi", COUNCIL), True, ("none", "noted")),
        (_with("finland-fi", BOARD.model_copy(update={"kind": None})), False, None),  # kind untold
        (_with("finland-fi"), False, None),  # no body: the family hangs on it
        (_with("sweden", BOARD), False, ("legality", "body")),  # ch. 13
        (_with("sweden"), False, ("legality", "body")),
        (_with("sweden", PREPARING, COUNCIL), False, ("none", "prepares")),
        (_with("norway-nb", BOARD), False, ("legality", "body")),
        (_with("norway-nn", BOARD), True, ("none", "noted")),
        (_with("norway-nb", BOARD, appeal="complaint"), False, ("complaint", "house")),
        (_with("finland-fi", BOARD, country="AX"), False, None),  # Åland has an act of its own
    ],
)
def test_a_family_is_proposed_by_country_and_body(
    house: House, noted: bool, proposed: tuple[AppealFamily, AppealReason] | None
) -> None:
    """Finland asks which body decides; everywhere it matters whether anything is decided at all."""
    assert propose_appeal(house, noted=noted) == proposed


def test_the_placeholder_tells_the_proposal_its_reason_and_the_others() -> None:
    """All families of the country stand there, so that the clerk can choose another one."""
    house = _with("finland-fi", PREPARING, COUNCIL)
    left = appeal_gap(house, words_of(house))

    assert left.text == "muutoksenhakukielto (kuntalaki 136 §): valmistelija ratkaisee"
    assert left.hint == (
        "Ehdotettu, koska toimielin vain valmistelee asian toiselle "
        "toimielimelle. Muut vaihtoehdot: oikaisuvaatimusohje (kuntalaki 134 §) ja valitusosoitus "
        "(kuntalaki 135 §). Ratkaisun tekee valmistelija."
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("make", [bare_house, own_house])
@pytest.mark.parametrize("noted", [False, True])
def test_the_clause_is_always_left_to_the_clerk(layout: str, make: Any, noted: bool) -> None:
    """Whatever is proposed is a placeholder that says who decides."""
    house = make(layout)
    left = appeal_gap(house, words_of(house), noted=noted)

    assert left.key == "appeal"
    assert re.search(r"(valmistelija|beredaren|handläggaren|saksbehandleren|sakshandsamaren)\b", left.text)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_family_of_a_country_is_worded(layout: str) -> None:
    """A clerk may choose any family that the country knows."""
    house = bare_house(layout)
    families = words_of(house).appeal.families

    assert set(APPEALS[house.country]) <= families.keys()


@pytest.mark.parametrize(
    ("language", "country"), [("fi", "FI"), ("sv", "SE"), ("sv", "FI"), ("nb", "NO"), ("nn", "NO")]
)
def test_no_words_of_the_law_are_quoted(language: str, country: str) -> None:
    """The place in the act is named, and no term, addressee or deadline of an appeal is told."""
    wording = load_wording(language, country)

    for phrase in strings_in(wording.appeal.model_dump()):
        assert not re.search(r"\b(14|21|30|tre|kolme|fjorton)\b", phrase)
        assert not set(phrase) & set(wording.quotes)
