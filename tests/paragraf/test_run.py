"""`paragraf run` and `paragraf sync` as real processes: nights caught up, clean stops, one at a time."""

import datetime as dt
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import pytest

from config.settings import load_settings
from paragraf.commands import run as run_command
from paragraf.commands.run import find_missed, run_night
from paragraf.commands.sync import sync_once
from paragraf.lock import is_at_work, sync_lock
from paragraf.stopping import Stopping
from paragraf.workshop import utc_now
from records.errors import Busy, ConfigError, ParagrafError, StoreError
from records.run import Run, SourceSummary
from samples.server import SampleServer
from store.database import open_store
from store.runs import end_run, list_runs, save_summary, start_run

SOURCE = """
[[source]]
id = "{name}"
system = "dynasty"
language = "fi"
enabled = true
council = {{ name = "{name}", country = "FI" }}
bases = [{{ id = "main", url = "{url}/hallavaara/djulkaisu/cgi/DREQUEST.PHP" }}]
"""
SETTINGS = """
[fetch]
delay = 0
attempts = 1
allow_private = true
first_months = 600
"""
LONG = 60.0


@pytest.fixture
def server() -> Iterator[SampleServer]:
    """Serve one council."""
    with SampleServer(councils=["hallavaara"]) as server:
        yield server


@pytest.fixture
def installed(home: Path, server: SampleServer) -> Path:
    """Configure a home that reads the served council."""
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    text = SOURCE.format(name="hallavaara", url=server.url)
    (home / "config" / "sources.toml").write_text(text, encoding="utf-8")
    return home


@contextmanager
def paragraf(home: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Start a command, and kill it at the end if it is still at work."""
    environment = {**os.environ, "PARAGRAF_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "paragraf", *arguments]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _runs(home: Path) -> list[Run]:
    with open_store(load_settings().database_url, home / "pages") as store:
        return list_runs(store)


def _keep_run(home: Path, *, days_ago: int, ended: bool) -> None:
    """Leave a run in the store, as an earlier night would have."""
    begin = utc_now() - dt.timedelta(days=days_ago)
    with open_store(load_settings().database_url, home / "pages") as store:
        run = start_run(store, begin)
        save_summary(store, run, SourceSummary(source_id="hallavaara"))
        if ended:
            end_run(store, run, begin)


def _until(happened: Callable[[], object]) -> None:
    """Wait until something has happened."""
    end = monotonic() + LONG
    while not happened():
        assert monotonic() < end, "nothing happened"
        sleep(0.05)


def _pages_asked(server: SampleServer) -> int:
    return sum("page=meetingitem" in request.address for request in server.requests)


def test_sigterm_ends_a_sync_after_the_item_at_work(installed: Path, server: SampleServer) -> None:
    """Exit code 0, no page fetched afterwards, the run not ended; the next sync does the rest."""
    server.fault("hallavaara", "slow", within="page=meetingitem", amount=0.5)
    with paragraf(installed, "sync") as process:
        _until(lambda: _pages_asked(server) >= 2)
        process.send_signal(signal.SIGTERM)
        asked = _pages_asked(server)
        out, err = process.communicate(timeout=LONG)

    assert process.returncode == 0, err
    assert "stopped as asked" in out
    assert _pages_asked(server) <= asked + 1
    (run,) = _runs(installed)
    assert run.ended_at is None

    server.heal()
    path = installed / "log.jsonl"
    with paragraf(installed, "sync", "--log-file", str(path)) as process:
        out, err = process.communicate(timeout=LONG)
    assert process.returncode == 0, err
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert {line["event"] for line in lines} == {"fetch", "item", "source", "run"}
    assert {line["source"] for line in lines if line["event"] != "run"} == {"hallavaara"}
    assert all(line["ms"] >= 0 and line["status"] == 200 for line in lines if line["event"] == "fetch")
    assert lines[-1]["stopped"] is False
    assert _runs(installed)[0].ended_at is not None
    asked_of = [request.address for request in server.requests if "page=meetingitem" in request.address]
    assert len(set(asked_of)) == 10


@pytest.mark.parametrize(
    ("days_ago", "ended"),
    [
        (3, True),  # the machine was off for three nights
        (0, False),  # the power failed in the middle of a run
    ],
)
def test_a_missed_night_is_caught_up_once(installed: Path, days_ago: int, ended: bool) -> None:
    """At the start, not three times; after a clean stop a restart has nothing to do."""
    _keep_run(installed, days_ago=days_ago, ended=ended)
    for greeting in ("syncs now, then every night", "syncs every night"):
        with paragraf(installed, "run") as process:
            assert process.stdout is not None
            assert greeting in process.stdout.readline()
            _until(lambda: len(_runs(installed)) == 2 and _runs(installed)[0].ended_at)
            process.send_signal(signal.SIGTERM)
            out, err = process.communicate(timeout=LONG)
        assert process.returncode == 0, err
        assert "paragraf ended" in out
    assert len(_runs(installed)) == 2


def test_sigterm_ends_a_night_after_the_item_at_work(installed: Path, server: SampleServer) -> None:
    """The service waits for that item, not for the night; the night is caught up by the next start."""
    _keep_run(installed, days_ago=3, ended=True)
    server.fault("hallavaara", "slow", within="page=meetingitem", amount=0.5)
    with paragraf(installed, "run") as process:
        _until(lambda: _pages_asked(server) >= 2)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=LONG)

    assert process.returncode == 0, err
    assert _pages_asked(server) < 10
    assert find_missed() is not None


def test_a_fresh_installation_waits_for_its_night(installed: Path, server: SampleServer) -> None:
    """Nothing is fetched before; Ctrl-C ends it as SIGTERM does."""
    with paragraf(installed, "run") as process:
        assert process.stdout is not None
        assert re.match("paragraf syncs every night at 02:30", process.stdout.readline())
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=LONG)

    assert process.returncode == 0, err
    assert server.requests == []


@contextmanager
def _night_beside_another(installed: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin a night while another sync is at work; the block runs meanwhile, then the night ends."""
    _keep_run(installed, days_ago=3, ended=True)
    refused = Event()

    def sync(wanted: tuple[str, ...], stopping: Stopping) -> int:
        try:
            return sync_once(wanted, stopping)
        except Busy:
            refused.set()
            raise

    monkeypatch.setattr(run_command, "sync_once", sync)
    night = Thread(target=run_night, args=(Stopping(),), kwargs={"look": 0.05})
    with sync_lock(installed):
        assert is_at_work(installed)
        night.start()
        assert refused.wait(LONG)
        yield
    night.join(LONG)


def test_a_night_waits_for_another_sync(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never two at a time: the night begins when the other has ended, and does what that one left."""
    with _night_beside_another(installed, monkeypatch):
        assert len(_runs(installed)) == 1

    assert not is_at_work(installed)
    assert len(_runs(installed)) == 2


def test_a_night_that_another_sync_did_is_done(
    installed: Path, monkeypatch: pytest.MonkeyPatch, server: SampleServer
) -> None:
    """What was waited for has read every source: there is nothing left to do."""
    with _night_beside_another(installed, monkeypatch):
        _keep_run(installed, days_ago=0, ended=True)

    assert server.requests == []
    assert len(_runs(installed)) == 2


REFUSAL = StoreError("paragraf.db", found="database is locked")
WRONG = ConfigError("settings.toml", found="a mistake")


@pytest.mark.parametrize(
    ("errors", "tries"),
    [
        ([], 1),
        ([REFUSAL, REFUSAL], 3),  # a store's bad hour
        ([REFUSAL] * 9, 4),  # a bad night: told, and tomorrow is another one
        ([WRONG, WRONG], 1),  # time mends no settings
    ],
)
def test_a_night_is_tried_again_when_the_store_refuses(
    installed: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    errors: list[ParagrafError],
    tries: int,
) -> None:
    """Three times, each told in one line."""
    assert installed.exists()
    asked: list[int] = []

    def sync(_wanted: tuple[str, ...], _stopping: Stopping) -> int:
        asked.append(1)
        if len(asked) <= len(errors):
            raise errors[len(asked) - 1]
        return 0

    monkeypatch.setattr(run_command, "sync_once", sync)
    run_night(Stopping(), pauses=(0.01, 0.01, 0.01))

    assert len(asked) == tries
    assert capsys.readouterr().err.count("error") == min(tries, len(errors))
