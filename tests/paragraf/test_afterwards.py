"""What follows a night: figures and news, which never fail it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from paragraf.afterwards import OURSELVES
from paragraf.commands import sync as sync_command
from paragraf.commands.sync import run_sync_command
from records.errors import StoreError
from samples.server import SampleServer
from tests.paragraf.hook import Hook, serving_hook

SOURCE = """
[[source]]
id = "hallavaara"
system = "dynasty"
language = "fi"
enabled = true
council = {{ name = "Hallavaaran kunta", country = "FI" }}
bases = [{{ id = "main", url = "{url}/hallavaara/djulkaisu/cgi/DREQUEST.PHP" }}]
"""


@pytest.fixture
def hook() -> Iterator[Hook]:
    """Serve a webhook."""
    with serving_hook() as hook:
        yield hook


@pytest.fixture
def server(home: Path, hook: Hook) -> Iterator[SampleServer]:
    """Serve a council, and configure a home that reads it and tells a webhook and Prometheus."""
    with SampleServer(councils=["hallavaara"]) as server:
        (home / "config").mkdir(parents=True)
        (home / "config" / "settings.toml").write_text(
            "[fetch]\ndelay = 0\nattempts = 1\nallow_private = true\n"
            f'[notify]\nwebhook = "{hook.url}"\nmetrics_file = "{home / "p.prom"}"\n',
            encoding="utf-8",
        )
        text = SOURCE.format(url=server.url)
        (home / "config" / "sources.toml").write_text(text, encoding="utf-8")
        yield server


def test_a_good_night_is_no_news(server: SampleServer, hook: Hook, home: Path) -> None:
    """Nobody is told, and Prometheus finds its figures."""
    assert run_sync_command(()) == 0

    assert server.requests
    assert hook.bodies == []
    assert "paragraf_up 1.0" in (home / "p.prom").read_text()


def test_a_bad_night_is_told(server: SampleServer, hook: Hook, home: Path) -> None:
    """The webhook gets the issues that the figures count."""
    server.fault("hallavaara", "not_found", within="rss/")

    assert run_sync_command(()) == 1

    (body,) = hook.bodies
    assert {issue["source_id"] for issue in body["issues"]} == {"hallavaara"}
    assert "paragraf_source_issues{" in (home / "p.prom").read_text()


def test_a_webhook_that_fails_fails_no_sync(
    server: SampleServer, hook: Hook, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told on standard error, and the exit code is that of the sources."""
    server.fault("hallavaara", "not_found", within="rss/")
    hook.status = 500
    (home / "p.prom").mkdir()

    assert run_sync_command(()) == 1

    told = capsys.readouterr().err
    assert "p.prom" in told
    assert "metrics_file" in told
    assert "the webhook at 127.0.0.1" in told
    assert "secret" not in told


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    "error",
    [
        StoreError("paragraf.db", expected="a database that answers", found="disk is full"),
        MemoryError("disk is full"),
    ],
    ids=["a store that refuses", "what nobody foresaw"],
)
def test_a_night_that_fails_as_a_whole_is_told(
    error: Exception, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ends the sync does not end the news of it."""

    def refuse(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(sync_command, "run_sync", refuse)
    with pytest.raises(type(error)):
        run_sync_command(())

    (body,) = hook.bodies
    assert [(issue["source_id"], issue["kind"]) for issue in body["issues"]] == [(OURSELVES, "failed_night")]
    assert "disk is full" in body["text"]


def test_a_digest_that_cannot_be_told_is_told_to_the_operator(
    server: SampleServer, hook: Hook, home: Path
) -> None:
    """A clerk's mail server that is not there is an issue of the installation; the outbox has the text."""
    settings = home / "config" / "settings.toml"
    told = '[notify.mail]\nhost = "127.0.0.1"\nport = 1\nsecurity = "none"\n'
    told += '[drafts]\nhouses = ["hallavaara"]\n[drafts.digest]\nto = { hallavaara = ["k@h.example"] }\n'
    settings.write_text(settings.read_text(encoding="utf-8") + told, encoding="utf-8")
    (home / "config" / "houses").mkdir()
    profile = 'extends = "finland-fi"\ncouncil = "Hallavaaran kunta"\n'
    (home / "config" / "houses" / "hallavaara.toml").write_text(profile, encoding="utf-8")

    assert run_sync_command(()) == 0

    assert server.requests
    (body,) = hook.bodies
    assert [(issue["source_id"], issue["kind"]) for issue in body["issues"]] == [(OURSELVES, "digest_untold")]
    assert "the mail server 127.0.0.1:1" in body["text"]
    assert (home / "outbox" / "hallavaara" / "kooste.txt").is_file()
