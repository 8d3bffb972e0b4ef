"""`paragraf digest`: read on the spot, or sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from config.settings import load_settings
from paragraf.commands.digest import run_digest
from records.errors import ConfigError, StoreError
from samples.load import load_houses
from store.database import open_store
from tests.paragraf.mailing import Mailbox, mail_server

HOUSES = '[drafts]\nhouses = ["kuusiranta", "heimvik"]\n'


def _configure(home: Path, more: str = "") -> None:
    (home / "config" / "houses").mkdir(parents=True, exist_ok=True)
    (home / "config" / "settings.toml").write_text(HOUSES + more, encoding="utf-8")
    for name, text in load_houses().items():
        (home / "config" / "houses" / name).write_text(text, encoding="utf-8")
    settings = load_settings()
    with open_store(settings.database_url, settings.pages_folder):
        pass


@pytest.fixture
def box(home: Path) -> Iterator[Mailbox]:
    """A home with two houses, one of whose clerks is sent mail."""
    with mail_server() as (box, port):
        _configure(
            home,
            '[drafts.digest]\nto = { heimvik = ["post@heimvik.example"] }\n'
            f'[notify.mail]\nhost = "localhost"\nport = {port}\nsecurity = "none"\n',
        )
        yield box


def test_each_house_is_told_in_its_own_language(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One after the other, or the one that is named."""
    _configure(home)

    assert run_digest(None, send=False) == 0
    both = capsys.readouterr().out
    assert run_digest("heimvik", send=False) == 0
    one = capsys.readouterr().out

    assert "Ei uutta edellisen koosteen jälkeen." in both
    assert "Ikkje noko nytt sidan sist." in both
    assert one.startswith("Nytt om utkasta")
    assert "Kuusirannan" not in one


def test_it_is_sent_once_a_day(box: Mailbox, capsys: pytest.CaptureFixture[str]) -> None:
    """To the houses that have an address; asked again, it says why nothing was sent."""
    assert run_digest(None, send=True) == 0
    first = capsys.readouterr().out
    assert run_digest("heimvik", send=True) == 0
    second = capsys.readouterr().out

    assert "heimvik: sent to post@heimvik.example" in first
    assert "kuusiranta: nothing is to be sent" in first
    assert "heimvik: nothing is to be sent: it went out today" in second
    assert len(box.mails) == 1


def test_a_refusal_is_an_exit_code(box: Mailbox, capsys: pytest.CaptureFixture[str]) -> None:
    """And the reason stands on standard error."""
    box.refuses = True

    assert run_digest("heimvik", send=True) == 1

    told = capsys.readouterr()
    assert "heimvik: nothing was sent" in told.out
    assert "no mail today" in told.err


@pytest.mark.parametrize(
    ("wanted", "send", "message"),
    [
        ("granfjord", False, "granfjord: expected one of the home houses kuusiranta, heimvik"),
        (None, True, r"a mail server at \[notify.mail\] host"),
    ],
)
def test_what_the_settings_lack_is_told(home: Path, wanted: str | None, send: bool, message: str) -> None:
    """A house that is none of the home, and mail that nobody set up."""
    _configure(home)

    with pytest.raises(ConfigError, match=message):
        run_digest(wanted, send)


def test_a_home_without_a_database_is_not_made_one(home: Path) -> None:
    """A mistyped home must not answer that nothing is new."""
    with pytest.raises(StoreError, match="paragraf sync"):
        run_digest(None, send=False)
    assert not (home / "paragraf.db").exists()
