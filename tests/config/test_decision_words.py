"""The section [decision] of the language files."""

import pytest

from config.languages import load_language


@pytest.mark.parametrize("table", ["bodies", "people", "head", "labels", "outcome"])
def test_both_norwegian_languages_know_the_same_labels(table: str) -> None:
    """Bokmål and Nynorsk mix on one page, so a word added to one file belongs in the other too."""
    bokmal, nynorsk = (load_language(code).decision for code in ("nb", "nn"))
    assert getattr(bokmal, table) == getattr(nynorsk, table)


@pytest.mark.parametrize("code", ["fi", "sv", "sv-FI", "nb", "nn"])
def test_every_language_can_name_the_parts_of_an_item(code: str) -> None:
    """Without these tables no item of that language can be read."""
    words = load_language(code).decision
    needed = (words.bodies.endings, words.people.offices, words.head.minutes, words.labels.preparer)
    assert all((*needed, words.labels.proposal, words.labels.decision, words.function_words))


@pytest.mark.parametrize("code", ["fi", "sv", "nb", "nn"])
def test_words_are_told_in_small_letters(code: str) -> None:
    """Matching runs on lower case: a capital in the file would never be found."""
    dumped = load_language(code).decision.model_dump(mode="json")
    phrases = [
        phrase
        for table in dumped.values()
        if isinstance(table, dict)
        for words in table.values()
        for phrase in words
    ]
    assert [phrase for phrase in phrases if phrase != phrase.lower()] == []
