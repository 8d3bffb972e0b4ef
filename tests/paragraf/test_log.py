"""What is logged, for programs and for people."""

import datetime as dt
import json
import logging
from pathlib import Path
from typing import Any

import pytest

from config.settings import LogSettings
from paragraf.events import at_source, note_fetch, note_issue, note_item, note_run, note_source
from paragraf.log import log, logging_to, programs_read_stderr
from paragraf.progress import show_progress
from records.errors import ConfigError
from records.run import Issue, Run, SourceSummary

ISSUE = Issue(source_id="kuusiranta", kind="silent", message="nothing came", url="https://k.example/")
START = dt.datetime(2026, 3, 2, 0, 30, tzinfo=dt.UTC)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_event_is_a_json_line_with_its_fields(tmp_path: Path) -> None:
    """A program finds the source, address, status, bytes and milliseconds under fixed names."""
    path = tmp_path / "log.jsonl"
    summary = SourceSummary(source_id="kuusiranta", entries=3, new=1, issues=(ISSUE,))
    with logging_to(LogSettings(to=str(path))):
        with at_source("kuusiranta"):
            note_fetch("https://k.example/", status=200, size=512, ms=31)
        note_item("kuusiranta", "k-1", "new", url=None, programmes=1)
        note_issue(ISSUE)
        note_source(summary, ms=40)
        note_run(
            Run(id=7, started_at=START, ended_at=START + dt.timedelta(seconds=2), sources=(summary,)),
            stopped=True,
        )

    fetch, item, issue, source, run = _lines(path)

    assert {"fetch", "item", "issue", "source", "run"} == {
        line["event"] for line in (fetch, item, issue, source, run)
    }
    assert (fetch["source"], fetch["status"], fetch["bytes"], fetch["ms"]) == ("kuusiranta", 200, 512, 31)
    assert (item["item"], item["change"], item["url"]) == ("k-1", "new", None)
    assert (issue["level"], issue["kind"], issue["message"]) == ("error", "silent", "nothing came")
    assert (source["entries"], source["new"], source["issues"], source["ms"]) == (3, 1, 1, 40)
    assert (run["ms"], run["stopped"], run["issues"]) == (2000, True, 1)
    assert all(dt.datetime.fromisoformat(line["timestamp"]).tzinfo for line in _lines(path))


def test_a_file_is_appended_to_and_follows_logrotate(tmp_path: Path) -> None:
    """A second run writes below the first; a file that was moved away is made anew."""
    path = tmp_path / "log.jsonl"
    for _ in range(2):
        with logging_to(LogSettings(to=str(path))):
            log().info("one")
    with logging_to(LogSettings(to=str(path))):
        path.rename(tmp_path / "log.1")
        log().info("two")

    assert [line["event"] for line in _lines(tmp_path / "log.1")] == ["one", "one"]
    assert [line["event"] for line in _lines(path)] == ["two"]


def test_people_are_told_by_progress_and_summary(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a place for JSON only what libraries warn of is written, in plain lines: nothing twice."""
    with logging_to(LogSettings()):
        note_fetch("https://k.example/", status=200, size=512, ms=31)
        note_issue(ISSUE)
        logging.getLogger("apscheduler").warning("the job was missed")

    (told,) = capsys.readouterr().err.splitlines()
    assert "the job was missed" in told
    assert "{" not in told


def test_standard_error_takes_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Service managers read standard error: "-" writes JSON there, Nordic letters as they are."""
    with logging_to(LogSettings(to="-")):
        log().info("ä", source="ödeborg")

    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["source"] == "ödeborg"
    assert "ödeborg" in line


def test_progress_leaves_standard_error_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """Where JSON is read, no plain line stands between."""
    for to in ("-", ""):
        with logging_to(LogSettings(to=to)), show_progress() as progress:
            assert programs_read_stderr() == bool(to)
            progress.begin("kuusiranta", 3)
        assert bool(to) == (capsys.readouterr().err == "")


def test_what_libraries_warn_of_is_json_too(tmp_path: Path) -> None:
    """The scheduler's own warnings go the same way as ours; their small talk goes nowhere."""
    path = tmp_path / "log.jsonl"
    with logging_to(LogSettings(to=str(path))):
        logging.getLogger("apscheduler").warning("the job was %s", "missed")
        logging.getLogger("httpx").info("GET")

    assert [(line["level"], line["event"]) for line in _lines(path)] == [("warning", "the job was missed")]


def test_without_a_place_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    """A command that keeps no log has its output for itself."""
    log().info("small talk")
    note_issue(ISSUE)

    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "")


def test_the_level_of_the_settings_holds(tmp_path: Path) -> None:
    """Who asks for errors gets neither fetches nor warnings."""
    path = tmp_path / "log.jsonl"
    with logging_to(LogSettings(to=str(path), level="error")):
        log().info("small talk")
        note_issue(ISSUE.model_copy(update={"severity": "warning"}))
        note_issue(ISSUE)

    assert [line["level"] for line in _lines(path)] == ["error"]


def test_an_error_stands_in_its_line(tmp_path: Path) -> None:
    """A traceback is a field, so that one event stays one line."""
    path = tmp_path / "log.jsonl"
    with logging_to(LogSettings(to=str(path))):
        try:
            raise ValueError("odd")
        except ValueError:
            log().exception("unforeseen")

    (line,) = _lines(path)
    assert "ValueError: odd" in line["exception"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The message names the file and the setting."""
    with (
        pytest.raises(ConfigError, match=r"nowhere/log.*\[log\]"),
        logging_to(LogSettings(to=str(tmp_path / "nowhere" / "log"))),
    ):
        pass
