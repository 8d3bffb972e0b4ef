"""Bodies and leaders that decide, arrange or present."""

import pytest

from extract.acting import find_acting
from extract.mentions import Mention
from extract.reading import read_paragraphs
from tests.extract.made_up import item, small_language, words


def _acting(code: str, text: str) -> list[str]:
    language = words(code)
    reading = read_paragraphs(item(text), language)
    return [text[slice(*one.span)] for one in find_acting(text, reading.mentions, language)]


@pytest.mark.parametrize(
    ("code", "text", "acting"),
    [
        ("sv", "Utbildning hålls. Kommunstyrelsen beslutar om den.", ["Kommunstyrelsen"]),
        ("sv", "Utbildning hålls. Kommunstyrelsen har beslutat om den.", ["Kommunstyrelsen"]),
        ("sv", "Utbildning för fullmäktige godkänns.", []),
        ("fi", "Koulutus pidetään. Toimialajohtajat esittelevät yksikkönsä.", ["Toimialajohtajat"]),
        ("nb", "Kurs holdes. Formannskapet vedtar programmet.", ["Formannskapet"]),
        ("nn", "Kurs vert halde. Formannskapet, som sist, vedtek det.", []),
    ],
)
def test_who_acts_is_told_by_the_next_words(code: str, text: str, acting: list[str]) -> None:
    """At most one word lies between, no comma, and training for a body does not make it act."""
    assert _acting(code, text) == acting


def test_nobody_acts_without_words_for_it() -> None:
    """A language that lists none knows no acting."""
    mentions = (Mention("audience", "council", (0, 7)),)
    assert list(find_acting("Council decides", mentions, small_language())) == []
