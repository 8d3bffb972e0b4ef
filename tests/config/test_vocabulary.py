"""The section [vocabulary] of the language files."""

from collections import Counter

import pytest

from config.languages import language_codes, load_language
from config.vocabulary import Compounds, TermLists, Vocabulary

TABLES = ("events", "topics", "audiences", "formats", "cues", "counter")


def test_more_adds_to_the_lists_of_the_language_below() -> None:
    """Finland-Swedish keeps the Swedish words and adds its own."""
    words = Vocabulary(
        events={"training": ("utbildning*",)},
        more=TermLists(events={"training": ("skolning*",), "course": ("nätkurs*",)}),
    )
    assert words.listed("events") == {"training": ("utbildning*", "skolning*"), "course": ("nätkurs*",)}


def test_finland_swedish_knows_swedish_words() -> None:
    """The variety extends its language."""
    swedish, finnish = (load_language(code).vocabulary for code in ("sv", "sv-FI"))
    for table in TABLES:
        for code, terms in swedish.listed(table).items():
            assert set(terms) <= set(finnish.listed(table)[code])


@pytest.mark.parametrize("code", language_codes())
def test_terms_are_written_in_lower_case_and_once(code: str) -> None:
    """A term with a capital letter would never be found; one that stands twice was meant otherwise."""
    words = load_language(code).vocabulary
    for table in TABLES:
        for terms in words.listed(table).values():
            assert [term for term in terms if term != term.lower() or not term.strip("!?* ")] == []
    for table in TABLES:
        own: dict[str, tuple[str, ...]] = getattr(words, table)
        assert [term for terms in own.values() for term, times in Counter(terms).items() if times > 1] == []


@pytest.mark.parametrize("code", language_codes())
def test_every_kind_of_word_is_known(code: str) -> None:
    """No language lacks a table."""
    words = load_language(code).vocabulary
    assert all(words.listed(table) for table in TABLES)
    assert words.abbreviations


def test_compounds_are_words_of_training() -> None:
    """Any first part before any last, beside the words that are listed whole and those of a variety."""
    words = Vocabulary(
        events={"seminar": ("seminar*",)},
        compounds={"seminar": Compounds(first=("nämnd", "presidie"), last=("dag", "kväll"))},
        more=TermLists(compounds={"course": Compounds(first=("bas",), last=("kurs",))}),
    )
    assert words.listed("events") == {
        "seminar": ("seminar*", "*nämnddag*", "*nämndkväll*", "*presidiedag*", "*presidiekväll*"),
        "course": ("*baskurs*",),
    }
