"""`paragraf doctor`: one page about an installation, even a broken one."""

import datetime as dt
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from config.paths import own
from config.settings import load_settings
from paragraf.commands.doctor import run_doctor
from paragraf.commands.sync import run_sync_command
from paragraf.diagnosis import diagnose
from paragraf.lock import sync_lock
from paragraf.workshop import utc_now
from records.errors import Busy
from records.run import Issue, SourceSummary
from samples.server import SampleServer
from store.database import Store, open_store
from store.runs import end_run, save_summary, start_run
from tests.store.made import KUUSIRANTA, keep

DAY = dt.timedelta(days=1)
SETTINGS = '[fetch]\ncontact = "it@kuusiranta.example"\n'
SOURCES = """
[[source]]
id = "kuusiranta"
system = "dynasty"
language = "fi"
enabled = true
council = { name = "Kuusirannan kaupunki", country = "FI", code = "997" }
bases = [{ id = "main", url = "https://kuusiranta.example/dynasty/" }]

[[source]]
id = "asleep"
system = "dynasty"
council = { name = "Unelan kunta", country = "FI" }
"""


@pytest.fixture(autouse=True)
def installed(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Configure a home with one enabled source, on a disk with room."""
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    (home / "config" / "sources.toml").write_text(SOURCES, encoding="utf-8")
    monkeypatch.setattr("paragraf.diagnosis.LOW_DISK", 0)
    return home


@pytest.fixture
def store(installed: Path) -> Iterator[Store]:
    """Open the home's store."""
    with open_store(load_settings().database_url, installed / "pages") as store:
        yield store


def _night(store: Store, at: dt.datetime, *issues: Issue, ends: bool = True) -> None:
    run = start_run(store, at)
    save_summary(store, run, SourceSummary(source_id="kuusiranta", robots="allowed", issues=issues))
    if ends:
        end_run(store, run, at)


def _page(capsys: pytest.CaptureFixture[str], expected: int) -> str:
    assert run_doctor() == expected
    return capsys.readouterr().out


def test_all_is_well(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Settings that were changed, the database, the nights, a line a source; exit code 0."""
    keep(store, "1", seen_at=utc_now() - 3 * DAY)
    _night(store, utc_now())

    page = _page(capsys, 0)

    assert "fetch.contact = it@kuusiranta.example" in page
    assert "sqlite 3." in page
    assert "1 items, 1 versions, 1 programmes" in page
    assert "next night: " in page
    assert "kuusiranta" in page
    assert "asleep" not in page
    assert "allowed" in page
    assert "The installation is well." in page


def test_issues_make_it_ill(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Each open issue is told; exit code 1."""
    _night(store, utc_now(), Issue(source_id="kuusiranta", kind="gone", message="https://k.example/: 404"))

    page = _page(capsys, 1)

    assert "kuusiranta: gone: https://k.example/: 404" in page
    assert "The installation is ill." in page


def test_a_silent_source_is_shown_the_next_morning(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that brought news every week and stopped, with what it should have brought."""
    for week in range(60, 0, -1):
        keep(store, str(week), seen_at=utc_now() - 60 * DAY - week * 7 * DAY, decision=None, programmes=())
    _night(store, utc_now())

    page = _page(capsys, 1)
    source = diagnose(utc_now()).sources[0]

    assert "silent" in page
    assert "has the council moved to another address?" in page
    assert (source.silent, source.got) == (True, 0)
    assert source.usual_pause == pytest.approx(7, abs=1.5)
    assert source.expected == pytest.approx(4, abs=1)


@pytest.mark.parametrize(("days_ago", "ends"), [(3, True), (0, False)])
def test_a_missed_night_is_told(
    store: Store, capsys: pytest.CaptureFixture[str], days_ago: int, ends: bool
) -> None:
    """With its time, until a sync is at work."""
    _night(store, utc_now() - days_ago * DAY, ends=ends)
    store.close()

    assert "missed: the night of " in _page(capsys, 1)
    with sync_lock(Path(os.environ["PARAGRAF_HOME"])):
        at_work = _page(capsys, 0)
    assert "missed: the night" not in at_work
    assert "a sync is at work" in at_work


def test_before_the_first_sync(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is broken, and no database is made by looking for one."""
    page = _page(capsys, 1)

    assert "No sync has run yet" in page
    assert not (installed / "paragraf.db").exists()


def test_no_contact_is_told(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Real sources are not fetched without; sample ones are."""
    settings = installed / "config" / "settings.toml"
    settings.write_text("", encoding="utf-8")
    assert "Set [fetch] contact" in _page(capsys, 1)
    settings.write_text("[fetch]\nallow_private = true\n", encoding="utf-8")
    assert "contact in" not in _page(capsys, 1)


def test_a_full_disk_is_told(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before it is full."""
    _night(store, utc_now())
    monkeypatch.setattr("paragraf.diagnosis.LOW_DISK", 10**18)
    assert "Make room on the disk" in _page(capsys, 1)


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("config/settings.toml", "[fetch]\ndelya = 1\n", "settings.toml, line 2"),
        ("config/settings.toml", "[fetch\n", "settings.toml, line 1"),
        ("config/sources.toml", "[[source]]\nid = 1\n", "sources.toml, line 2"),
        ("paragraf.db", "no database at all, " * 99, "paragraf.db"),
        ("pages", "a file where the folder should be", "pages"),
    ],
)
def test_what_is_broken_is_told(
    installed: Path, capsys: pytest.CaptureFixture[str], file: str, text: str, told: str
) -> None:
    """Exit code 2 and one line for each problem; the rest of the page is there."""
    if file == "pages":
        open_store(load_settings().database_url, installed / "elsewhere").close()
    (installed / file).write_text(text, encoding="utf-8")

    page = _page(capsys, 2)

    assert "problem" in page
    assert told in page
    assert "next night: " in page
    assert "The installation is broken." in page


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SOURCES.replace('"dynasty"', '"dynastie"', 1), "source kuusiranta in config/sources.toml"),
        (SOURCES.replace('"dynasty"', '"dynastie"', 1), "Did you mean dynasty?"),
        ('[drafts]\nwatch = ["odeborg"]\n', "watch in config/settings.toml names odeborg"),
    ],
)
def test_what_costs_one_source_is_told(
    installed: Path, store: Store, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    """Before a night finds it out: the rest works, so that it is ill, not broken."""
    _night(store, utc_now())
    file = "settings.toml" if "[drafts]" in text else "sources.toml"
    (installed / "config" / file).write_text(text, encoding="utf-8")

    assert told in _page(capsys, 1)


def test_a_house_that_is_not_there_breaks_it(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every sync would end with it; and a contact that stands in the file is not asked for."""
    (installed / "config" / "settings.toml").write_text(
        SETTINGS + '[drafts]\nhouses = ["none"]\n', encoding="utf-8"
    )
    page = _page(capsys, 2)

    assert "houses/none.toml" in page
    assert "Set [fetch] contact" not in page


def test_the_table_can_be_read_on_a_narrow_screen(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At eighty columns no id, day or column's head is broken; robots.txt is told below."""
    _night(store, utc_now(), Issue(source_id="kuusiranta", kind="gone", message="404"))
    monkeypatch.setattr("paragraf.commands.doctor.out", lambda: Console(width=80, soft_wrap=False))
    page = _page(capsys, 1)

    for whole in ("kuusiranta", "last success", "expected", "issues", f"{utc_now():%Y-}"):
        assert whole in page
    assert "kuusiranta: allowed" in page
    assert "queue" not in page


def test_a_locked_database_is_told_without_a_traceback(
    store: Store, installed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another program holds it whole: exit code 2, and the advice to wait."""
    _night(store, utc_now())
    store.close()
    monkeypatch.setattr("paragraf.diagnosis.PATIENCE", 0.1)
    holder = sqlite3.connect(installed / "paragraf.db", isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert "database is locked" in _page(capsys, 2)
    finally:
        holder.close()


def test_json_holds_the_same(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """For programs: the verdict, times in UTC, and every source."""
    _night(store, utc_now(), Issue(source_id="kuusiranta", kind="gone", message="404"))

    assert run_doctor(as_json=True) == 1

    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert told["verdict"] == "ill"
    assert [source["id"] for source in told["sources"]] == ["kuusiranta"]
    assert told["sources"][0]["issues"][0]["kind"] == "gone"
    assert dt.datetime.fromisoformat(told["next_night"]).utcoffset() == dt.timedelta(0)
    assert told["database"]["kind"] == "sqlite"


def test_a_repair_mends_and_says_what(
    store: Store, installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page file that was lost is found missing, and mended; a second look has nothing left to mend."""
    keep(store, "1", seen_at=utc_now() - 3 * DAY)
    _night(store, utc_now())
    next(path for path in (installed / "pages").rglob("*") if path.is_file()).unlink()
    ill = _page(capsys, 1)

    run_doctor(mend=True)
    mended = capsys.readouterr().out

    assert "Run `paragraf doctor --repair`" in ill
    assert "page_missing" in ill
    assert "mended: " in mended
    assert "mended: 0" not in mended
    assert "doctor --repair`" not in _page(capsys, 0)
    assert diagnose(utc_now()).sources[0].queued == 1


def test_faults_of_a_kind_are_told_a_few_times(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """A pages folder that was not mounted makes no page of hundreds of lines."""
    for number in range(5):
        keep(store, f"{number}", f"Pykälä {number}.", seen_at=utc_now() - 3 * DAY)
    _night(store, utc_now())
    for file in store.pages_folder.rglob("*.gz"):
        file.unlink()
    page = _page(capsys, 1)

    assert page.count("store: page_missing: ") == 4
    assert "store: page_missing: and 2 more" in page


def test_nothing_is_mended_beside_a_sync(installed: Path) -> None:
    """Half of what a sync is doing would look like faults."""
    with sync_lock(installed), pytest.raises(Busy):
        run_doctor(mend=True)


def test_it_works_as_a_command(installed: Path) -> None:
    """As an operator runs it, with a broken settings file: one page, exit code 2, no traceback."""
    (installed / "config" / "settings.toml").write_text("[fetch]\ndelay = -1\n", encoding="utf-8")
    command = [sys.executable, "-m", "paragraf", "doctor"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "settings.toml, line 2" in done.stdout
    assert done.stderr == ""


def test_after_a_real_night(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sync that went well leaves an installation that is well."""
    with SampleServer(councils=["hallavaara"]) as server:
        base = f"{server.url}/hallavaara/djulkaisu/cgi/DREQUEST.PHP"
        text = SOURCES.replace("https://kuusiranta.example/dynasty/", base)
        (installed / "config" / "sources.toml").write_text(text, encoding="utf-8")
        (installed / "config" / "settings.toml").write_text("[fetch]\ndelay = 0\nallow_private = true\n")
        assert run_sync_command(()) == 0
    capsys.readouterr()

    assert "The installation is well." in _page(capsys, 0)
    assert KUUSIRANTA.id in diagnose(utc_now(), deep=True).sources[0].id


def test_a_house_without_its_template_is_told(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the check of a home house tells stands here too; it costs that house's drafts alone."""
    profile = own("houses", "ekhamra.toml")
    profile.parent.mkdir(parents=True, exist_ok=True)
    profile.write_text('extends = "sweden"\ntemplate = "brev.docx"\n', encoding="utf-8")
    installed.joinpath("config", "settings.toml").write_text(
        SETTINGS + '[drafts]\nhouses = ["ekhamra"]\n', encoding="utf-8"
    )
    page = _page(capsys, 1)

    assert "ekhamra.toml, line 2" in page
    assert "brev.docx" in page
