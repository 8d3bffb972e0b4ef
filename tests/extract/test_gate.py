"""The cheap gate: which texts are worth reading."""

import pytest

from extract.gate import gate_open
from tests.extract.made_up import small_language, words


@pytest.mark.parametrize(
    ("code", "text", "is_open"),
    [
        ("fi", "Kuusirannan luottamushenkilöiden koulutus keväällä", True),
        ("fi", "VALTUUTETTUJEN\u00a0PEREHDYTYS", True),
        ("fi", "Kiinteistöveroprosentit vuodelle 2026", False),
        ("fi", "Henkilöstön koulutussuunnitelma", False),
        ("fi", "Luottamushenkilöiden palkkiot", False),
        ("sv", "Utbildning för förtroendevalda i Ekhamn", True),
        ("sv", "Nytt avtal om skolskjuts", False),
        ("nb", "Folkevalgtopplæring i Storvik kommune", True),
        ("nn", "Folkevaldopplæring i Storvik kommune", True),
        ("nb", "Reguleringsplan for Nordbyen", False),
        ("fi", "", False),
        ("sv", "Alla förtroendevalda är välkomna att höra om budgetprocessen", True),
        ("sv", "Förtroendevalda om budgetprocessen", False),
    ],
)
def test_the_gate_opens_for_training_and_elected_together(code: str, text: str, is_open: bool) -> None:
    """Both a word of training and one of the elected must stand in the text."""
    assert gate_open(text, words(code)) == is_open


def test_a_piece_inside_another_word_opens_nothing() -> None:
    """Anchored patterns hold at the edge of a word."""
    language = small_language(events={"course": ["kurs"]}, audiences={"council": ["råd*"]})
    assert gate_open("kurs för rådet", language)
    assert not gate_open("konkurs i bygdrådet", language)
    assert not gate_open("kursen för rådet", language)


def test_words_that_only_take_away_open_nothing() -> None:
    """A term with `!` is none to look for."""
    language = small_language(events={"course": ["!kurs"]}, audiences={"council": ["råd*"]})
    assert not gate_open("kurs för rådet", language)


def test_a_language_without_words_keeps_the_gate_shut() -> None:
    """Nothing to look for, nothing found."""
    assert not gate_open("Luottamushenkilöiden koulutus", small_language())


def test_a_term_of_several_words_opens_the_gate_as_a_whole() -> None:
    """ "A day for members" is training; a member and a day apart are none."""
    language = words("sv")
    assert gate_open("En dag för nämndledamöter i Ekhamn", language)
    assert not gate_open("En dag i Ekhamn mötte nämndledamöter en besökare", language)
