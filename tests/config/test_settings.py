"""The settings of an installation."""

import datetime as dt
from pathlib import Path

import pytest

from config.settings import Settings, load_settings
from records.errors import ConfigError


def _write(home: Path, text: str) -> None:
    path = home / "config" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_shipped_settings_equal_the_defaults() -> None:
    """What settings.toml says as shipped is what the code assumes without it."""
    assert Settings() == load_settings()


def test_own_settings_win_key_by_key(home: Path) -> None:
    """A key in the home's file replaces the shipped one; its neighbours stay."""
    _write(home, '[night]\ntime = 04:15:00\n[fetch]\ncontact = "it@kuusiranta.example"\n')

    settings = load_settings()

    assert dt.time(4, 15) == settings.night.time
    assert settings.night.time_zone == "Europe/Helsinki"
    assert settings.fetch.contact == "it@kuusiranta.example"
    assert settings.fetch.delay == 2.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[fetch]\ndelay = -1\n", r"settings\.toml, line 2"),
        ('[night]\ntime_zone = "Europe/Atlantis"\n', r"settings\.toml, line 2.*time zone"),
        ('[notify]\nwebhook = "hooks.example/x"\n', r"settings\.toml, line 2.*begins with https"),
        ('[notify]\nwebhook = "http://[bad"\n', r"settings\.toml, line 2"),
        ("[health]\nquiet_weeks = [[31, 26]]\n", r"settings\.toml, line 2.*pairs of ISO weeks"),
        ('[fetch]\ndelay = "fast"\n', r"line 2: expected a number, found fetch\.delay = 'fast'"),
        ("[fetch]\nattempts = 1.5\n", "expected a whole number, found"),
        ('[fetch]\nallow_private = "perhaps"\n', "expected true or false, found"),
        ("[fetch]\ndelay = -1\n", "expected greater than or equal to 0, found"),
        ("[fetch]\n\nspeed = 1\n", r"settings\.toml, line 3: expected a known key"),
        ("[fetch\n", r"settings\.toml.*line 1"),
    ],
)
def test_a_wrong_line_is_named(home: Path, text: str, message: str) -> None:
    """Each mistake in the home's file is told with file and line."""
    _write(home, text)

    with pytest.raises(ConfigError, match=message):
        load_settings()


def test_data_lies_in_the_home(home: Path) -> None:
    """Database, pages and outbox lie in PARAGRAF_HOME unless the settings say otherwise."""
    settings = load_settings()

    assert f"sqlite:///{home / 'paragraf.db'}" == settings.database_url
    assert home / "pages" == settings.pages_folder
    assert home / "outbox" == settings.outbox


def test_a_file_in_another_encoding_is_named(home: Path) -> None:
    """Bytes that are no UTF-8 are refused with the file's name and what to do."""
    path = home / "config" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes('[fetch]\ncontact = "kirjaamo@järvi.example"\n'.encode("latin-1"))

    with pytest.raises(
        ConfigError, match=r"settings\.toml, line 2: expected a TOML file in UTF-8.*Save it again"
    ):
        load_settings()
