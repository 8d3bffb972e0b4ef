"""How word lists match: heads with endings, stems, phrases, numbers in words."""

import re

import pytest

from config.programme_words import ProgrammeWords
from extract.programme_cues import event_cues, heads, number_of, phrases, stems
from tests.extract.programmes import words

EVENTS = [
    ("fi", "koulutuksen", True, False, "a head with an ending"),
    ("fi", "verkkokurssilla", True, True, "a part named by a compound"),
    ("fi", "koulutuspäivään", True, True, "a weak head in a compound"),
    ("fi", "päivä", False, False, "a weak head alone"),
    ("fi", "koulutusmäärärahan", False, False, "the head is another"),
    ("fi", "maanantai-ilta", False, False, "an evening of the week"),
    ("sv", "utbildningarna", True, False, "a head with an ending"),
    ("sv", "studiedagen", True, False, "a head of its own"),
    ("sv", "lunchträffar", True, True, "a weak head in a compound"),
    ("sv", "församling", False, False, "ends like a gathering and is a parish"),
    ("sv", "utbildningsplanen", False, False, "the head is another"),
    ("sv", "konkurs", False, False, "ends like a course"),
    ("nb", "folkevalgtopplæringen", True, False, "names a programme as such"),
    ("nb", "basisprogrammet", True, True, "a part"),
    ("nb", "onsdag", False, False, "a day of the week"),
    ("nb", "kurset", True, False, "a head with an ending"),
    ("nn", "basisdagane", True, True, "a part in nynorsk"),
    ("nn", "dagsorden", False, False, "an agenda"),
]


@pytest.mark.parametrize(("code", "word", "is_event", "is_specific", "why"), EVENTS)
def test_event_words_are_known_by_their_last_part(
    code: str, word: str, is_event: bool, is_specific: bool, why: str
) -> None:
    """A word names training by its head; it is specific when it says which."""
    found = event_cues(words(code).programme).read(word, 0)
    assert (found is not None) is is_event, why
    assert (found is not None and found.specific) is is_specific, why


def test_event_words_stand_where_they_are_found() -> None:
    """Spans index the text, and signs beside a word are no part of it."""
    text = "digitale kurs: kveldskurset, kurs."
    found = list(event_cues(words("nb").programme).find(text, (0, len(text))))
    assert [text[one.span[0] : one.span[1]] for one in found] == ["kurs", "kveldskurset", "kurs"]
    assert {one.head for one in found} == {"kurs"}


def test_a_language_without_words_finds_nothing() -> None:
    """An empty section matches no word and raises nothing."""
    assert list(event_cues(ProgrammeWords()).find("koulutus kurs", (0, 13))) == []


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (stems(("järjest",)), "se järjestetään", "järjest"),
        (stems(("järjest",)), "uudelleenjärjestely", None),
        (phrases(("i regi av",)), "kurs i regi av ks", "i regi av"),
        (phrases(("regi",)), "regissør", None),
        (stems(()), "anything", None),
        (phrases(()), "anything", None),
        (heads((), ("",)), "anything", None),
        (stems(("a.b",)), "axb", None),
    ],
)
def test_patterns_match_at_word_boundaries(pattern: re.Pattern[str], text: str, found: str | None) -> None:
    """Stems match at a word's beginning, phrases as whole words, empty lists never, signs as themselves."""
    match = pattern.search(text)
    assert (match.group() if match else None) == found


@pytest.mark.parametrize(
    ("code", "word", "number"),
    [
        ("fi", "kolmen", 3),
        ("sv", "två", 2),
        ("nb", "tolv", 12),
        ("nn", "eit", 1),
        ("fi", "19", 19),
        ("sv", "x", None),
    ],
)
def test_numbers_are_read_from_words_and_digits(code: str, word: str, number: int | None) -> None:
    """The first row of a language's numbers is one, the second two; digits are numbers up to 999."""
    assert number_of(word, words(code).programme.numbers) == number
