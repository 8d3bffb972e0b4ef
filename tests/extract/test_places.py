"""Where a training is held, in the words of the text."""

import pytest

from extract.places import find_place
from tests.extract.programmes import Told, date, ground

HOUSES = [
    (
        "fi",
        "Seminaari pidetään Kivikkolan koulun auditoriossa.",
        "Kivikkolan koulun auditoriossa",
        "names before it",
    ),
    ("fi", "Koulutus järjestetään valtuustosalissa.", "valtuustosalissa", "a hall in a place case"),
    ("fi", "Seminaari varataan Hotelli Kuusenkantoon.", "Hotelli Kuusenkantoon", "a hotel and its name"),
    ("fi", "Paikka on Ruukin seurakuntatalo.", "Ruukin seurakuntatalo", "a label"),
    ("sv", "Kursen hålls i sessionssalen.", "sessionssalen", "a hall after a preposition"),
    ("sv", "Utbildningen ges på Hotell Granudden.", "Hotell Granudden", "a hotel and its name"),
    (
        "sv",
        "Vi möttes i församlingshemmet i Bergvika.",
        "församlingshemmet i Bergvika",
        "a house and its town",
    ),
    ("nb", "Kurset holdes på rådhuset.", "rådhuset", "the town hall"),
    ("nb", "Workshopen er i kantina på rådhuset.", "kantina på rådhuset", "a room in a house"),
    ("sv", "Kvällen ordnas i stadshusets fullmäktigesal.", "stadshusets fullmäktigesal", "a house's room"),
    ("nn", "Kurset er på Fjelltun bibliotek.", "Fjelltun bibliotek", "a name before the house"),
]

NONE = [
    ("fi", "Koulutus koskee kunnan kouluja ja kirjastoja.", "houses that are a subject"),
    ("fi", "Asia käsitellään kaupunginhallituksessa.", "a body in a place case"),
    (
        "fi",
        "Ohjelmassa on palvelujen esittely, muuttuvan kirjaston haasteet ja talous sekä strategia, joka "
        "hyväksytään kauden alussa, ja sen seuranta koko valtuustokauden ajan.",
        "a house in a list of subjects",
    ),
    ("sv", "Utbildningen handlar om skolan och biblioteket.", "houses that are a subject"),
    ("nb", "Kurset strømmes på Teams.", "a platform"),
    ("nn", "Kurset vert halde i kommunen.", "no house at all"),
]


@pytest.mark.parametrize(("code", "text", "place", "why"), HOUSES)
def test_houses_and_rooms_are_places(code: str, text: str, place: str, why: str) -> None:
    """A hall, house or hotel is a place with the names around it."""
    found = find_place(ground(text, code), (0, len(text)))
    assert found is not None, why
    assert found.value == place
    assert text[found.span[0] : found.span[1]] == place


@pytest.mark.parametrize(("code", "text", "why"), NONE)
def test_other_words_are_no_places(code: str, text: str, why: str) -> None:
    """What a training is about, who meets and the platform it runs on are no places."""
    assert find_place(ground(text, code), (0, len(text))) is None, why


def _dated(text: str, quote: str) -> Told:
    return date(text, quote, "2026-11-03")


@pytest.mark.parametrize(
    ("code", "text", "quote", "place"),
    [
        ("fi", "Neuvottelupäivät Ruukkirannassa 3.11.2026 kokoavat väen.", "3.11.2026", "Ruukkirannassa"),
        ("sv", "På kursen samlades alla i Norrvik den 3 november 2026.", "3 november 2026", "Norrvik"),
    ],
)
def test_a_town_counts_beside_a_date_or_where_people_meet(
    code: str, text: str, quote: str, place: str
) -> None:
    """A town's name is the place when the date stands beside it or the sentence says that people met."""
    found = find_place(ground(text, code, _dated(text, quote)), (0, len(text)))
    assert found is not None
    assert found.value == place


def test_a_town_elsewhere_is_no_place() -> None:
    """Where the lecturer comes from is not where the course is held."""
    text = "Kursleder er Turid Moen, tidligere rådmann i Storvik."
    assert find_place(ground(text, "nb"), (0, len(text))) is None


def test_the_name_of_a_session_is_no_place() -> None:
    """A house in the title itself ("Kommunen som skoleeier") is left alone."""
    text = "Omvisning på biblioteket: 4. mai"
    closed = ((0, text.index(":")),)
    assert find_place(ground(text, "nb"), (0, len(text)), closed) is None
