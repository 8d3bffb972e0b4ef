"""`paragraf sources add`, as a newcomer runs it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from config.sources import load_sources
from paragraf.cli import app
from paragraf.commands.sources import run_sources_check
from records.errors import ConfigError
from samples.server import SampleServer

TOLD = {
    "--id": "kuusiranta",
    "--system": "dynasty",
    "--name": "Kuusirannan kaupunki",
    "--country": "FI",
    "--url": "https://kuusiranta.example/cgi/DREQUEST.PHP",
}


def _add(*more: str, **changed: str) -> str:
    told = TOLD | {f"--{key}": value for key, value in changed.items()}
    done = CliRunner().invoke(
        app, ["sources", "add", *(part for pair in told.items() for part in pair), *more]
    )
    if isinstance(done.exception, ConfigError):
        raise done.exception
    assert done.exit_code == 0
    return done.output


@pytest.mark.usefixtures("home")
def test_it_says_what_to_do_next() -> None:
    """Set a contact, look at it, enable it."""
    said = _add("--language", "fi")

    (source,) = load_sources()
    assert (source.id, source.language, source.enabled) == ("kuusiranta", "fi", False)
    assert source.bases[0].url == TOLD["--url"]
    for step in ("[fetch] contact", "paragraf sources check kuusiranta", "enabled = true", "dynasty.md"):
        assert step in said


@pytest.mark.usefixtures("home")
def test_a_watched_page_stands_below_its_site() -> None:
    """Of a system that reads pages the address is one; with --enable nothing is left to switch on."""
    said = _add("--enable", system="webpage", url="https://kuusiranta.example/koulutus/2026.html")

    (source,) = load_sources()
    assert source.enabled
    assert source.pages == ("https://kuusiranta.example/koulutus/2026.html",)
    assert source.bases[0].url == "https://kuusiranta.example/"
    assert "enabled = true" not in said


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"system": "dynastie"}, "--system: .*Did you mean dynasty"),
        ({"country": "Finland"}, "council.country = 'Finland'"),
        ({"language": "xx"}, "--language: expected one of"),
        ({"url": "kuusiranta.example"}, "begin with https://"),
    ],
)
def test_what_does_not_fit_is_refused(home: Path, changed: dict[str, str], told: str) -> None:
    """And nothing is written."""
    with pytest.raises(ConfigError, match=told):
        _add(**changed)
    assert not (home / "config" / "sources.toml").exists()


def test_what_was_added_can_be_checked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the command line to the first page."""
    (home / "config").mkdir(parents=True)
    settings = "[fetch]\nallow_private = true\ndelay = 0.0\n"
    (home / "config" / "settings.toml").write_text(settings, encoding="utf-8")
    with SampleServer(councils=["kuusiranta"]) as server:
        _add(url=server.sources[0].bases[0].url)
        assert run_sources_check("kuusiranta", None) == 0
    assert "first page" in capsys.readouterr().out
