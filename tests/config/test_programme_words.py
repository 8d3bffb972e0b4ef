"""The section [programme] of the shipped language files."""

import itertools
import re

import pytest
from pydantic import BaseModel, ValidationError

from config.languages import load_language
from config.programme_words import CostWords, OrganiserWords, PlaceWords, ProgrammeWords

LANGUAGES = ("fi", "sv", "nb", "nn")
NEEDED = (
    "events",
    "compound_events",
    "not_events",
    "whole",
    "parts",
    "part_leads",
    "detail_labels",
    "steps",
    "modifiers",
    "joiners",
    "none",
    "theme_cues",
    "arranged",
    "cancelled",
    "self_study",
    "numbers",
    "days",
    "hours",
    "pieces",
    "registration",
    "offer_labels",
)


def _lists(words: BaseModel) -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for name in type(words).model_fields:
        value = getattr(words, name)
        if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
            found.append((name, value))
    return found


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("key", NEEDED)
def test_every_language_has_the_words(code: str, key: str) -> None:
    """A language without its words would find nothing of that sort."""
    assert getattr(load_language(code).programme, key)


@pytest.mark.parametrize("code", LANGUAGES)
def test_lists_hold_lower_case_words_once(code: str) -> None:
    """Matching runs on folded text, so a capital would never match; names alone keep theirs."""
    words = load_language(code).programme
    tables = (words, words.organisers, words.places, words.costs, words.kinds)
    for table, (key, listed) in itertools.chain.from_iterable(
        ((table, one) for one in _lists(table)) for table in tables
    ):
        assert len(listed) == len(set(listed)), (type(table).__name__, key)
        if key != "known":
            assert all(word == word.lower() for word in listed), (type(table).__name__, key)


@pytest.mark.parametrize("code", LANGUAGES)
def test_numbers_begin_with_one_and_name_none_twice(code: str) -> None:
    """The place in the list is the number, so a name must not stand at two places."""
    numbers = load_language(code).programme.numbers
    names = [name for row in numbers for name in row]
    assert len(numbers) >= 10
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_that_names_training_is_not_also_excluded(code: str) -> None:
    """`not_events` must not hold a head that `events` names alone."""
    words = load_language(code).programme
    assert not set(words.events) & set(words.not_events)
    assert not set(words.parts) & set(words.not_events)


def test_finland_pays_in_euros() -> None:
    """Finland-Swedish keeps Sweden's words and has its own currency."""
    sweden, finland = load_language("sv").programme, load_language("sv-FI").programme
    assert (sweden.costs.currency, finland.costs.currency) == ("SEK", "EUR")
    assert finland.events == sweden.events
    assert finland.costs.free == sweden.costs.free
    assert "euro" in finland.costs.units


@pytest.mark.parametrize("table", [ProgrammeWords, OrganiserWords, PlaceWords, CostWords])
def test_unknown_keys_are_mistakes(table: type[ProgrammeWords]) -> None:
    """The list of keys is closed."""
    with pytest.raises(ValidationError):
        table.model_validate({"evnets": ["kurs"]})


@pytest.mark.parametrize("table", [ProgrammeWords, OrganiserWords, PlaceWords, CostWords])
def test_every_key_is_explained(table: type[ProgrammeWords]) -> None:
    """Whoever edits a language file finds each key in the section's own words."""
    explained = set(re.findall(r"`(\w+)`", table.__doc__ or ""))
    subtables = {"organisers", "places", "costs", "kinds"} if table is ProgrammeWords else set()
    assert set(table.model_fields) - subtables - {"endings"} <= explained


def test_words_can_be_kept_as_a_key() -> None:
    """Patterns are compiled once for each section, which is therefore hashable."""
    words = load_language("fi").programme
    assert hash(words) == hash(words.model_copy())
