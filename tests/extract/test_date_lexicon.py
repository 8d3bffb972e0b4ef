"""Words of time, found at their place."""

import pytest

from config.date_words import DateWords
from extract.date_lexicon import Entry, Lexicon, lexicon_of
from extract.date_view import View

WORDS = DateWords(
    months=(("tammikuu",), ("helmikuu",)),
    month_endings=("", "ssa"),
    months_short=(("tammi",), ("helmi",)),
    weekdays=(("maanantai",),),
    weekday_endings=("", "na"),
    until=("till", "till och med"),
)


@pytest.fixture(name="lexicon")
def _lexicon() -> Lexicon:
    return lexicon_of(WORDS)


def _find(lexicon: Lexicon, text: str, pos: int, *kinds: str) -> Entry | None:
    return View(text, text, lexicon).find(pos, *kinds)


def test_endings_are_joined_to_names(lexicon: Lexicon) -> None:
    """A month is found in each of its inflections, with its number."""
    entry = _find(lexicon, "x helmikuussa", 2, "month")
    assert entry is not None
    assert (entry.phrase, entry.number) == ("helmikuussa", 2)


def test_the_longest_phrase_is_found(lexicon: Lexicon) -> None:
    """ "Till och med" is not "till"."""
    entry = _find(lexicon, "till och med", 0, "until")
    assert entry is not None
    assert entry.phrase == "till och med"


@pytest.mark.parametrize("text", ["tammikuuta", "helmikuunsa", "tillbaka", "maanantain"])
def test_words_are_whole(lexicon: Lexicon, text: str) -> None:
    """A word that goes on is another word."""
    assert _find(lexicon, text, 0, "month", "until", "weekday") is None


def test_only_the_kinds_asked_for_are_found(lexicon: Lexicon) -> None:
    """A month is no weekday."""
    assert _find(lexicon, "tammikuu", 0, "weekday") is None


def test_the_same_words_give_the_same_lexicon() -> None:
    """It is built once a language."""
    assert lexicon_of(WORDS) is lexicon_of(WORDS.model_copy())


def test_no_words_find_nothing() -> None:
    """A language without words of time has an empty lexicon."""
    assert _find(lexicon_of(DateWords()), "maj", 0, "month") is None
