"""The language files and how they are laid over each other."""

from pathlib import Path

import pytest

from config.languages import language_codes, load_language
from records.errors import ConfigError


def _own(home: Path, code: str, text: str) -> None:
    path = home / "config" / "languages" / f"{code}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_all_languages_load() -> None:
    """Every shipped file is valid, and its code is its name."""
    codes = language_codes()

    assert {"fi", "sv", "sv-FI", "nb", "nn"} <= set(codes)
    assert list(codes) == [load_language(code).code for code in codes]


def test_finland_swedish_extends_swedish() -> None:
    """A language that extends another has all its words."""
    assert load_language("sv").dates == load_language("sv-FI").dates


def test_own_words_are_laid_over_the_shipped_ones(home: Path) -> None:
    """A clerk's file in the home replaces the keys it names and no others."""
    shipped = load_language("fi")
    load_language.cache_clear()
    _own(home, "fi", 'name = "kotisuomi"\n')

    assert load_language("fi").name == "kotisuomi"
    assert shipped.dates == load_language("fi").dates


@pytest.mark.parametrize("text", ["[dates]\nmonhts = 1\n", "[dates]\nmonhts = []\n"])
def test_a_wrong_key_names_file_and_line(home: Path, text: str) -> None:
    """A misspelt key is told with the clerk's own file and its line."""
    _own(home, "fi", text)

    with pytest.raises(ConfigError, match=r"fi\.toml, line 2: expected a known key, found dates\.monhts"):
        load_language("fi")


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    """The error lists the languages that there are."""
    with pytest.raises(ConfigError, match="fi, nb, nn, sv"):
        load_language("xx")


def test_a_new_language_needs_a_file_only(home: Path) -> None:
    """A file in the home is a language of its own."""
    _own(home, "da", 'code = "da"\nname = "dansk"\n')

    assert load_language("da").name == "dansk"
