"""What a clerk is told of a language file before it is used."""

from pathlib import Path

import pytest

from config.languages import language_codes
from config.paths import own, shipped
from config.word_check import check_language_file, count_words
from records.errors import ConfigError


def _file(folder: Path, code: str, text: str) -> Path:
    path = folder / f"{code}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _told(path: Path) -> list[str]:
    return [mistake.describe() for mistake in check_language_file(path).mistakes]


@pytest.mark.parametrize("code", language_codes())
def test_the_shipped_languages_have_no_slips(code: str) -> None:
    """No capitals, no stray blanks, no word twice in a list."""
    assert _told(Path(str(shipped("languages", f"{code}.toml")))) == []


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    """Misspelt keys, wrong values and slips in one go, since a clerk mends a file in one go."""
    path = _file(
        tmp_path,
        "sv",
        '[dates]\nmonth = []\nuntil = "till"\n\n[vocabulary.more.topics]\n'
        'risk_and_security = [\n    "beredskap*",\n    "Hot*",\n    "beredskap*",\n'
        '    "våld  *",\n    "*",\n]\n',
    )
    told = _told(path)

    assert len(told) == 6
    assert f"{path}, line 2: expected a known key, found dates.month" in told[0] + told[1]
    assert f"{path}, line 3: expected" in told[0] + told[1]
    assert f"{path}, line 8: expected lower case" in told[2]
    assert "each word once" in told[3]
    assert f"{path}, line 10: expected words one blank apart" in told[4]
    assert f"{path}, line 11: expected a word" in told[5]


def test_an_overlay_is_read_over_the_shipped_file(tmp_path: Path) -> None:
    """It needs only the keys that it changes, and does not repeat the shipped examples."""
    path = _file(tmp_path, "sv", '[vocabulary.more.topics]\nrisk_and_security = ["beredskapsövning*"]\n')
    checked = check_language_file(path)
    language = checked.language

    assert checked.mistakes == ()
    assert (checked.added, checked.replaced) == (1, ())
    assert language is not None
    assert language.dates.months
    assert "beredskapsövning*" in language.vocabulary.listed("topics")["risk_and_security"]
    assert language.examples == ()


def test_a_new_language_may_extend_another(tmp_path: Path) -> None:
    """And one that extends a language nobody has is told."""
    path = _file(tmp_path, "da", 'code = "da"\nname = "dansk"\nextends = "nb"\n[dates]\nuntil = ["til"]\n')
    language = check_language_file(path).language
    assert language is not None
    assert (language.code, language.dates.until) == ("da", ("til",))

    with pytest.raises(ConfigError, match="xx"):
        check_language_file(_file(tmp_path, "da", 'code = "da"\nname = "dansk"\nextends = "xx"\n'))


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    """No TOML, another encoding, no file."""
    broken = _file(tmp_path, "sv", "[dates\n")
    latin = tmp_path / "fi.toml"
    latin.write_bytes("päivä = []".encode("latin-1"))
    for path in (broken, latin, tmp_path / "nowhere.toml"):
        with pytest.raises(ConfigError, match=path.name):
            check_language_file(path)


def test_an_installations_own_language_is_checked_as_it_lies(home: Path) -> None:
    """Also when it already lies in the home, where it is a part of itself."""
    own("languages").mkdir(parents=True)
    path = _file(own("languages"), "nb", '[dates]\nuntil = ["til"]\n')
    assert _told(path) == []
    assert home in path.parents


def test_words_are_counted_by_key(tmp_path: Path) -> None:
    """So that an empty section of a new language is seen."""
    path = _file(tmp_path, "xx", 'code = "xx"\nname = "x"\n[dates]\nuntil = ["a", "b"]\njoined = ["c"]\n')
    language = check_language_file(path).language
    assert language is not None
    assert count_words(language.dates) == (2, 3)
    assert count_words(language.decision) == (0, 0)


def test_lists_that_replace_shipped_words_are_told(tmp_path: Path) -> None:
    """Below `more` the same words are added, and nothing is lost."""
    text = '[{}decision.bodies]\nendings = ["parlamentet"]\n'
    replacing = check_language_file(_file(tmp_path, "sv", text.format("")))
    adding = check_language_file(_file(tmp_path, "sv", text.format("more.")))

    assert replacing.language is not None
    assert adding.language is not None
    assert replacing.language.decision.bodies.endings == ("parlamentet",)
    assert [line.split(":")[0] for line in replacing.replaced] == ["decision.bodies.endings"]
    assert "parlamentet" in adding.language.decision.bodies.endings
    assert len(adding.language.decision.bodies.endings) > 10
    assert adding.replaced == ()


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("svenska", '[dates]\nuntil = ["till"]\n', "a file named after its language"),
        ("da", 'code = "dk"\nname = "dansk"\n', "code = 'dk'"),
        ("da", 'code = "da"\nname = "dansk"\nextends = "da"\n', "extends = 'da'"),
    ],
)
def test_a_file_goes_by_the_name_of_its_language(tmp_path: Path, name: str, text: str, told: str) -> None:
    """Another name would be passed over in silence."""
    with pytest.raises(ConfigError, match=told):
        check_language_file(_file(tmp_path, name, text))


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("coach*ning", "A star within a word"),
        ("möte?", "'?möte'"),
        ("ut\u00adbildning", "soft hyphen"),
        ("mo\u0308te", None),
    ],
)
def test_words_that_would_find_nothing_are_told(tmp_path: Path, word: str, told: str | None) -> None:
    """A decomposed letter is put together on reading, so that it finds."""
    path = _file(tmp_path, "sv", f'[vocabulary.more.events]\ntraining = ["{word}"]\n')
    assert [told in line for line in _told(path) if told] == ([True] if told else [])


def test_a_calendar_has_all_its_months(tmp_path: Path) -> None:
    """Eleven months would read December as none."""
    path = _file(tmp_path, "sv", '[dates]\nweekdays = [["måndag"], ["tisdag"]]\n')
    assert ["expected 7 dates.weekdays, found 2" in one for one in _told(path)] == [True]
