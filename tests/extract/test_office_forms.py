"""Offices that no list knows, told from names by how the word is made."""

import pytest

from config.languages import load_language
from extract.decision_lines import split_lines
from extract.folded import fold
from extract.office_forms import may_be_office
from extract.people import find_people


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        pytest.param("fi", "Kaupungingeodeetti", True, id="a known first part"),
        pytest.param("fi", "museoamanuenssi", True, id="in small letters"),
        pytest.param("sv", "Stadsgeodet", True, id="Swedish"),
        pytest.param("nb", "Byantikvar", True, id="Bokmål"),
        pytest.param("nn", "Fylkesgartnar", True, id="Nynorsk"),
        pytest.param("fi", "Kaija", False, id="a name"),
        pytest.param("fi", "Museola", False, id="too little behind the first part"),
        pytest.param("fi", "Kaupungin-Laine", False, id="a hyphen"),
        pytest.param("fi", "KAUPUNGINGEODEETTI", False, id="capitals"),
        pytest.param("fi", "Vesilaitosmestarikko", False, id="a long word, unlabelled"),
    ],
)
def test_an_office_is_known_by_its_first_part(language: str, word: str, expected: bool) -> None:
    """Compounds that begin as offices do are offices, names are not."""
    assert may_be_office(word, load_language(language).decision, lenient=False) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nuorisoluotsi", True),
        ("luontokartoittaja", True),
        ("Luontokartoittaja", True),
        ("Kartoittaja", False),
    ],
)
def test_below_a_label_more_words_are_offices(word: str, expected: bool) -> None:
    """A label of persons says that a small word, or one too long for a name, is the office."""
    assert may_be_office(word, load_language("fi").decision, lenient=True) is expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        pytest.param(
            "fi", "Kaupungingeodeetti Kaija Puhakka", ("Kaija Puhakka", "Kaupungingeodeetti"), id="two names"
        ),
        pytest.param(
            "fi",
            "Museoamanuenssi Kaija Liisa Puhakka",
            ("Kaija Liisa Puhakka", "Museoamanuenssi"),
            id="three",
        ),
        pytest.param(
            "fi",
            "vs. kaupungingeodeetti Kaija Puhakka",
            ("Kaija Puhakka", "vs. kaupungingeodeetti"),
            id="acting",
        ),
        pytest.param("fi", "Kaija Liisa Puhakka", ("Kaija Liisa Puhakka", None), id="a name of three words"),
        pytest.param("sv", "Stadsgeodet Tua Ek", ("Tua Ek", "Stadsgeodet"), id="Swedish"),
        pytest.param("sv", "tf. stadsgeodet Tua Ek", ("Tua Ek", "tf. stadsgeodet"), id="Swedish, acting"),
        pytest.param("sv", "Karl Gustaf Ek", ("Karl Gustaf Ek", None), id="a Swedish name of three words"),
        pytest.param("nb", "Byantikvar Siri Tangen", ("Siri Tangen", "Byantikvar"), id="Bokmål"),
        pytest.param("nn", "Fylkesgartnar Siri Tangen", ("Siri Tangen", "Fylkesgartnar"), id="Nynorsk"),
        pytest.param(
            "nn", "Siri Anne Tangen", ("Siri Anne Tangen", None), id="a Norwegian name of three words"
        ),
    ],
)
def test_office_and_name_part(language: str, line: str, expected: tuple[str, str | None]) -> None:
    """An unknown office is split from the two or three words of the name behind it."""
    words = load_language(language).decision
    person = find_people(line, fold(line), (0, len(line)), split_lines(line), words).persons[0]
    assert (person.name.value, person.role.value if person.role else None) == expected


@pytest.mark.parametrize(
    ("language", "line"),
    [
        pytest.param("fi", "Kuusirannan Vesi Oy", id="Finnish firm"),
        pytest.param("fi", "Kuusirannan Vesi Oy:n hakemus", id="in the genitive"),
        pytest.param("sv", "Granholmens Vatten AB", id="Swedish firm"),
        pytest.param("nb", "Solvik Vann AS", id="Bokmål"),
        pytest.param("nn", "Solvik Vassverk AS", id="Nynorsk"),
    ],
)
def test_a_firm_is_no_person(language: str, line: str) -> None:
    """A name that holds the form of a firm is no person's."""
    words = load_language(language).decision
    assert find_people(line, fold(line), (0, len(line)), split_lines(line), words).persons == ()
