"""What an installation has changed."""

from pathlib import Path

import pytest

from config.overrides import HIDDEN, list_overlays, list_overrides
from records.errors import ConfigError


def _write(home: Path, name: str, text: str) -> Path:
    path = home / "config" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_nothing_is_changed(home: Path) -> None:
    """A new home is as shipped."""
    assert not home.exists()
    assert list_overrides() == []
    assert list_overlays() == []


def test_changed_keys_are_told_with_their_file(home: Path) -> None:
    """A key that repeats what is shipped is no change."""
    path = _write(
        home, "settings.toml", '[fetch]\ndelay = 2.0\ncontact = "it@k.example"\n[drafts]\nhouses = ["k"]\n'
    )

    told = {one.key: one.value for one in list_overrides()}

    assert told == {"fetch.contact": "it@k.example", "drafts.houses": "['k']"}
    assert {one.file for one in list_overrides()} == {str(path)}


def test_secrets_are_hidden(home: Path) -> None:
    """Addresses that hold a password or a token are told as changed, and no more."""
    text = '[notify]\nwebhook = "https://hooks.example/secret"\n[store]\nurl = "postgresql://u:secret@h/n"\n'
    _write(home, "settings.toml", text)

    assert {one.value for one in list_overrides()} == {HIDDEN}


def test_other_files_of_the_home_are_listed(home: Path) -> None:
    """Sources, languages, houses and templates; the settings are told key by key."""
    expected = [_write(home, name, "") for name in ("sources.toml", "languages/fi.toml", "houses/k.toml")]
    _write(home, "settings.toml", "")

    assert list_overlays() == [str(path) for path in expected]


def test_a_broken_file_is_told(home: Path) -> None:
    """With its name and line."""
    _write(home, "settings.toml", "[fetch\n")
    with pytest.raises(ConfigError, match=r"settings\.toml, line 1"):
        list_overrides()
