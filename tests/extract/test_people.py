"""Persons: office and name in either order, several in a row, and what is no part of a name."""

import pytest

from config.languages import load_language
from extract.decision_lines import split_lines
from extract.folded import fold
from extract.people import PersonFound, find_people, find_running_person

Told = list[tuple[str, str | None]]


def told(persons: tuple[PersonFound, ...]) -> Told:
    """Return names and offices."""
    return [(one.name.value, one.role.value if one.role else None) for one in persons]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fi", "Kaupunginjohtaja Onni Rautio", [("Onni Rautio", "Kaupunginjohtaja")], id="office first"
        ),
        pytest.param(
            "fi",
            "Juho Laine hallintojohtaja, puh. 040 000 0000",
            [("Juho Laine", "hallintojohtaja")],
            id="name first",
        ),
        pytest.param(
            "fi",
            "Tuula Aho, vs. hallintojohtaja, a.b@x.example",
            [("Tuula Aho", "vs. hallintojohtaja")],
            id="commas",
        ),
        pytest.param(
            "fi",
            "hyvinvointipäällikkö, Laura Salo, p. 040 000 0000",
            [("Laura Salo", "hyvinvointipäällikkö")],
            id="office, comma, name",
        ),
        pytest.param("fi", "Rautio Onni", [("Rautio Onni", None)], id="a name alone"),
        pytest.param(
            "fi",
            "Hallintojohtaja, puh. 040 000 0000",
            [("Hallintojohtaja", None)],
            id="an office alone is the name",
        ),
        pytest.param(
            "fi",
            "talous- ja henkilöstöjohtaja\nSanna-Mari Vesa 040 0000 000",
            [("Sanna-Mari Vesa", "talous- ja henkilöstöjohtaja")],
            id="over two lines, office with hyphen",
        ),
        pytest.param(
            "fi",
            "Aluepäällikkö Virpi Kari ja palvelualuejohtaja Vesa Kulma",
            [("Virpi Kari", "Aluepäällikkö"), ("Vesa Kulma", "palvelualuejohtaja")],
            id="two joined",
        ),
        pytest.param(
            "fi",
            "Halla Tiina, puh. 050 000 0000\nKorpi Olli, puh. 050 000 0001\netunimi.sukunimi@x.example",
            [("Halla Tiina", None), ("Korpi Olli", None)],
            id="one a line, an address last",
        ),
        pytest.param(
            "fi",
            "  • Iina Toivo, HALLINTOASSISTENTTI, i.t@x.example",
            [("Iina Toivo", "HALLINTOASSISTENTTI")],
            id="bullet and capitals",
        ),
        pytest.param(
            "fi",
            "-\nYli-Rajala Juha, Konsernijohtaja\nValtuustolle järjestetään iltakoulut:",
            [("Yli-Rajala Juha", "Konsernijohtaja")],
            id="a bullet alone, text behind",
        ),
        pytest.param("fi", "Kaupunginhallitus", [("Kaupunginhallitus", None)], id="a body presents"),
        pytest.param("fi", "Yhdyskuntatek", [], id="a word cut off"),
        pytest.param("fi", "Valtuutetuille jaetaan tabletit ja osoitteet.", [], id="a sentence"),
        pytest.param("fi", "pirjo.lehto(at)kunta.example", [], id="an address alone"),
        pytest.param(
            "sv",
            "tf. kommundirektör Åke Öman, tfn 050 000 0000",
            [("Åke Öman", "tf. kommundirektör")],
            id="acting office",
        ),
        pytest.param(
            "sv",
            "ekonomichef Håkan Fager och kanslist Eivor Ny",
            [("Håkan Fager", "ekonomichef"), ("Eivor Ny", "kanslist")],
            id="two with och",
        ),
        pytest.param("nb", "Silje Marie Aune", [("Silje Marie Aune", None)], id="three names"),
    ],
)
def test_tells_names_from_offices(language: str, text: str, expected: Told) -> None:
    """Every person is found with the office beside them; phones and addresses are left out."""
    words = load_language(language).decision
    found = find_people(text, fold(text), (0, len(text)), split_lines(text), words)
    assert told(found.persons) == expected
    assert all(text[slice(*one.name.spans[0])] for one in found.persons)


def test_says_where_the_text_goes_on() -> None:
    """What stands behind the persons is the proposal; a blank line parts them."""
    text = "Arto Lind, pormestari, a.l@x.example\n\nValtuusto hyväksyy."
    words = load_language("fi").decision
    found = find_people(text, fold(text), (0, len(text)), split_lines(text), words)
    assert text[found.end :].strip() == "Valtuusto hyväksyy."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Grete Olsvik", "Grete Olsvik", id="nothing behind"),
        pytest.param("Rolf-Arne Hestad Kurs i møteledelse", "Rolf-Arne Hestad", id="a title behind"),
        pytest.param(
            "Jan Kåre Furu Godkjenning av innkalling", "Jan Kåre Furu", id="three names, a title behind"
        ),
        pytest.param("Rannveig Moen VALGAVIS", "Rannveig Moen", id="a title in capitals behind"),
        pytest.param("Solrun Haug FE-400, FA-H12 18/1407", "Solrun Haug", id="codes behind"),
        pytest.param("/ Randi Solvik", "Randi Solvik", id="an empty field before"),
        pytest.param("033 &17", None, id="no name"),
    ],
)
def test_ends_a_name_in_running_text(text: str, expected: str | None) -> None:
    """Capitals and what follows them tell where a name ends that no comma ends."""
    found = find_running_person(text, fold(text), (0, len(text)), load_language("nb").decision)
    assert (found.name.value if found else None) == expected
