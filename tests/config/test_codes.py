"""The closed lists of codes and their names."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from config.codes import CodeNames, load_codes
from config.languages import language_codes, load_language
from records.errors import ConfigError
from records.programme import Format

LISTS = ("topics", "audiences", "formats")


@pytest.fixture(autouse=True)
def fresh(home: Path) -> Iterator[Path]:
    """Read the codes of this test's home alone."""
    load_codes.cache_clear()
    yield home
    load_codes.cache_clear()


@pytest.mark.parametrize("name", LISTS)
def test_every_code_has_a_name_in_every_language(name: str) -> None:
    """Clerks of all languages read their own word, and no two codes of a list share it."""
    names: dict[str, CodeNames] = getattr(load_codes(), name)
    for language in ("en", "fi", "sv", "nb", "nn"):
        told = [one.in_language(language) for one in names.values()]
        assert len(set(told)) == len(told)
        assert all(getattr(one, language) for one in names.values())


def test_the_formats_are_those_of_the_records() -> None:
    """A format that records cannot hold would be lost."""
    assert set(load_codes().formats) == set(get_args(Format))


def test_a_variety_is_named_in_its_language_and_an_unknown_one_in_english() -> None:
    """Finland-Swedish clerks read Swedish names, Danish ones English."""
    name = load_codes().topics["disqualification"]
    assert name.in_language("sv-FI") == "jäv"
    assert name.in_language("da") == "disqualification"


def test_an_own_file_adds_a_code_and_renames_another(home: Path) -> None:
    """The installation's file lies over the shipped one, key by key."""
    _write(
        home, '[topics]\nboats = { en = "boats" }\njunk = { en = "junk" }\n[topics.strategy]\nfi = "visio"\n'
    )
    topics = load_codes().topics
    assert topics["boats"].in_language("fi") == "boats"
    assert topics["strategy"].in_language("fi") == "visio"
    assert topics["strategy"].in_language("sv") == "strategi och vision"


def test_a_mistake_names_file_and_key(home: Path) -> None:
    """A code without an English name is refused with its place."""
    _write(home, '[topics]\nboats = { fi = "veneet" }\n')
    with pytest.raises(ConfigError, match=r"codes\.toml.*boats"):
        load_codes()


@pytest.mark.parametrize("code", language_codes())
def test_the_words_of_a_language_name_known_codes(code: str) -> None:
    """Each language has words for nearly all topics and audiences."""
    words = load_language(code).vocabulary
    assert set(words.listed("topics")) == set(load_codes().topics)
    assert set(words.listed("audiences")) == set(load_codes().audiences)
    assert set(words.listed("formats")) == set(load_codes().formats)


def test_words_for_an_unknown_code_are_refused(home: Path) -> None:
    """A misspelt code is told with the list it is missing from."""
    folder = home / "config" / "languages"
    folder.mkdir(parents=True)
    (folder / "fi.toml").write_text('[vocabulary.topics]\nbotas = ["vene*"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="botas"):
        load_language("fi")


def _write(home: Path, text: str) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "codes.toml").write_text(text, encoding="utf-8")
