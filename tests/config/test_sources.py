"""The list of councils that are read."""

from pathlib import Path

import pytest

from config.sources import load_sources, parse_sources
from records.errors import ConfigError

SOURCE = """\
[[source]]
id = "kuusiranta"
system = "dynasty"
language = "fi"
enabled = true
council = { name = "Kuusirannan kaupunki", country = "FI" }
bases = [{ id = "main", url = "https://kuusiranta.example/cgi/DREQUEST.PHP" }]
"""


def test_no_source_is_enabled_as_shipped() -> None:
    """A fresh installation reads nobody."""
    assert not any(source.enabled for source in load_sources())


def test_own_sources_are_read(home: Path) -> None:
    """A block in the home's sources.toml is a source."""
    (home / "config").mkdir(parents=True)
    (home / "config" / "sources.toml").write_text(SOURCE, encoding="utf-8")

    assert [source.id for source in load_sources()] == ["kuusiranta"]


def test_one_id_twice_in_a_file_is_refused() -> None:
    """Two blocks of one id would overwrite each other's records."""
    with pytest.raises(ConfigError, match="kuusiranta twice"):
        parse_sources(SOURCE + SOURCE, "own/sources.toml")


def test_a_wrong_key_is_told_with_its_line() -> None:
    """A misspelt key names file and line."""
    with pytest.raises(
        ConfigError, match=r"sources\.toml, line 3: expected a known key, found source\.0\.systm"
    ):
        parse_sources(SOURCE.replace("system", "systm"), "sources.toml")


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("https://kuusiranta", "kuusiranta", "addresses of source kuusiranta that begin with https://"),
        ('id = "kuusiranta"', 'id = "kuusi/ranta"', "a source id without blanks and /, found 'kuusi/ranta'"),
        ('id = "kuusiranta"', 'id = "kuusi ranta"', "a source id without blanks"),
        ('id = "kuusiranta"', 'id = ""', "a source id without blanks"),
    ],
)
def test_what_no_night_could_read_is_refused(right: str, wrong: str, told: str) -> None:
    """An address without https:// looks right to whoever copied it; an id with / could not be taken down."""
    with pytest.raises(ConfigError, match=told):
        parse_sources(SOURCE.replace(right, wrong), "sources.toml")
