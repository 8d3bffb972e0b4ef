"""The section [dates] of every language file."""

from itertools import chain

import pytest

from config.date_words import DateWords
from config.languages import language_codes, load_language
from config.toml import validate
from config.words import Words
from records.errors import ConfigError

CODES = list(language_codes())


@pytest.mark.parametrize("code", CODES)
def test_every_language_names_all_months_and_weekdays(code: str) -> None:
    """Twelve months and seven weekdays, each with a spelling, and none twice."""
    words = load_language(code).dates
    assert len(words.months) == len(words.months_short) == 12
    assert len(words.weekdays) == len(words.weekdays_short) == 7
    names = list(chain.from_iterable((*words.months, *words.weekdays)))
    assert all((*words.months, *words.weekdays))
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", CODES)
def test_every_language_is_as_rich_as_the_others(code: str) -> None:
    """Each table has words in each language; nothing is left to one of them alone."""
    words = load_language(code).dates
    for table in (words.seasons, words.years, words.parts, words.clock, words.terms, words.not_dates):
        assert any(getattr(table, key) for key in type(table).model_fields)
    for season in ("spring", "summer", "autumn", "winter"):
        assert getattr(words.seasons, season), season
    for key in (
        "meeting_label",
        "meeting_body",
        "session",
        "deadline_before",
        "law",
        "stamp",
        "budget",
        "term",
    ):
        assert getattr(words.roles, key), key


def _phrases(table: Words) -> list[str]:
    found: list[str] = []
    for key in type(table).model_fields:
        value = getattr(table, key)
        if isinstance(value, Words):
            found += _phrases(value)
        else:
            found += [phrase for one in value for phrase in ([one] if isinstance(one, str) else one)]
    return found


@pytest.mark.parametrize("code", CODES)
def test_words_are_written_as_they_are_matched(code: str) -> None:
    """In lower case, with single blanks: anything else would never be found."""
    for phrase in _phrases(load_language(code).dates):
        assert phrase == phrase.lower(), phrase
        assert "  " not in phrase, phrase


def test_an_unknown_key_is_a_mistake() -> None:
    """The list of keys is closed."""
    with pytest.raises(ConfigError, match="monthz"):
        validate(DateWords, {"monthz": []}, "fi.toml")


def test_thirteen_months_are_a_mistake() -> None:
    """A year has twelve."""
    with pytest.raises(ConfigError, match="months"):
        validate(DateWords, {"months": [["x"]] * 13}, "fi.toml")
