"""Paths, menus and names of companies."""

import pytest

from extract.chrome import chrome_spans, is_company
from extract.mentions import Mention
from extract.reading import read_paragraphs
from tests.extract.made_up import item, words


def _framed(text: str) -> list[str]:
    return [text[start:end] for start, end in chrome_spans(text, item(text).blocks)]


@pytest.mark.parametrize(
    ("line", "framed", "reason"),
    [
        ("Start / Politik / Kurser", True, "a path"),
        ("Etusivu › Päätöksenteko", True, "two parts are enough"),
        ("Nyheter  |  Fritid och kultur", True, "a menu"),
        ("Kveld | Dato | 30.10.", False, "a row of a table has digits"),
        ("Tema: jäv / sekretess", False, "a label and its value"),
        ("Kurser för politiker", False, "one part"),
        ("Vi lär oss hur ett ärende bereds och beslutas / vi övar", False, "a sentence"),
    ],
)
def test_lines_that_frame_a_page(line: str, framed: bool, reason: str) -> None:
    """Short parts without digits, parted by a sign."""
    assert bool(_framed(line)) is framed, reason


def test_only_the_ends_of_a_page_are_looked_at() -> None:
    """In the middle such a line is a row of the text."""
    lines = ["Text"] * 8 + ["Jäv / Sekretess"] + ["Text"] * 6
    assert _framed("\n".join(lines)) == []


@pytest.mark.parametrize(
    ("text", "word", "company"),
    [
        ("Ekhamn Energi AB", "Energi", True),
        ("Energi för alla AB", "Energi", False),
        ("Kunskap Revision Norr AB", "Revision", True),
        ("Energi och miljö", "Energi", False),
    ],
)
def test_a_companys_name_is_no_topic(text: str, word: str, company: bool) -> None:
    """The legal form stands behind the word or behind more of the name."""
    start = text.index(word)
    mention = Mention("topic", "environment_and_climate", (start, start + len(word)))
    assert is_company(text, mention, words("sv")) is company


def test_topics_of_menus_and_companies_are_not_read() -> None:
    """What frames a page tells nothing of what is taught."""
    text = "Start / Ekonomi / Jäv\nUtbildning för förtroendevalda av Ekhamn Energi AB om sekretess."
    reading = read_paragraphs(item(text), words("sv"))
    assert {one.code for one in reading.mentions if one.kind == "topic"} == {"information_and_privacy"}
