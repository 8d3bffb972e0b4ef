"""The commands, as a person or a program runs them."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from config.paths import HOME_VARIABLE, own
from paragraf.commands.demo import run_demo
from paragraf.commands.drafts import run_drafts_list
from paragraf.commands.export import run_export
from paragraf.commands.extract import run_extract
from paragraf.commands.schema import run_schema
from paragraf.commands.search import run_search
from paragraf.commands.show import run_show
from paragraf.commands.sources import run_sources_check, run_sources_list
from paragraf.commands.sync import run_sync_command
from paragraf.commands.takedown import run_takedown
from paragraf.inputs import InputOptions
from paragraf.lock import sync_lock
from records.document import DocumentRecord
from records.errors import Busy, ConfigError, StoreError
from samples.server import SampleServer
from store.database import open_store
from store.drafts import get_draft_data, list_drafts
from store.filters import Query

TEXT = "Koulutus luottamushenkilöille järjestetään 3.9.2025 klo 17–19 kaupungintalolla.\n"


def _records(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_extract_prints_a_line_a_document_and_goes_on_after_a_bad_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that cannot be read gives an error in its place, and exit code 1; the others give records."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"no PDF at all")
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / "d.txt").write_text(TEXT, encoding="utf-8")

    code = run_extract([str(tmp_path)], InputOptions())

    first, second, third, fourth = _records(capsys)
    assert code == 1
    assert TEXT == first["text"] == fourth["text"]
    assert "b.pdf" in str(second["error"])
    assert "c.txt" in str(third["error"])


def test_a_text_files_spans_index_the_file_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line ends become \\n and nothing else changes, so that every span quotes the file."""
    (tmp_path / "a.txt").write_bytes(TEXT.replace("\n", "\r\n").encode() + "\u00a0 Toinen  rivi".encode())

    run_extract([str(tmp_path / "a.txt")], InputOptions())

    record = DocumentRecord.model_validate(_records(capsys)[0])
    assert record.text == TEXT + "\u00a0 Toinen  rivi"
    assert [date.text for date in record.dates] == ["3.9.2025 klo 17–19"]
    assert all(record.text[slice(*date.span)] == date.text for date in record.dates)


def test_extract_reads_an_address(capsys: pytest.CaptureFixture[str]) -> None:
    """An address on the command line is its own permission: loopback stays closed without the setting."""
    own("settings.toml").parent.mkdir(parents=True)
    own("settings.toml").write_text("[fetch]\nallow_private = true\n", encoding="utf-8")
    with SampleServer(councils=["kuusiranta"]) as server:
        url = f"{server.url}/kuusiranta/cgi/DREQUEST.PHP?page=meetingitem&id=2026418-10"
        code = run_extract([url], InputOptions(system="dynasty"))

    (record,) = _records(capsys)
    decision = DocumentRecord.model_validate(record).decision
    assert code == 0
    assert decision is not None
    assert (decision.body, decision.section) == ("Kaupunginhallitus", "310")


def test_the_schema_accepts_what_extract_prints(capsys: pytest.CaptureFixture[str]) -> None:
    """The schema names every key of the record, and the names the contract gives them."""
    run_schema()
    schema = json.loads(capsys.readouterr().out)

    assert set(DocumentRecord.model_fields) == set(schema["properties"])
    assert {"text", "from", "span"} == set(schema["$defs"]["Effective"]["properties"])


@pytest.fixture(scope="module")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the demo once."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARAGRAF_HOME", "unused")
        assert run_demo(folder) == 0
    return folder


@pytest.fixture
def demo(demo_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the demo's folder this test's home."""
    monkeypatch.setenv("PARAGRAF_HOME", str(demo_home))
    return demo_home


@pytest.mark.usefixtures("demo")
def test_search_finds_by_topic_over_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """One topic's code finds programmes in several languages, and the answer says what it covers."""
    assert run_search(Query(topic="disqualification", limit=None), "json") == 0

    answer = json.loads(capsys.readouterr().out)
    assert {"fi", "sv", "nb"} <= {row["language"] for row in answer["programmes"]}
    assert all("disqualification" in row["topics"] for row in answer["programmes"])
    assert "kuusiranta" in {row["source_id"] for row in answer["coverage"]}


@pytest.mark.usefixtures("demo")
def test_search_on_a_narrow_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A few lines a programme instead of a table with broken words; the id comes first."""
    monkeypatch.setattr("paragraf.commands.search.out", lambda: Console(width=80))
    run_search(Query(topic="disqualification", limit=1), "table")
    lines = capsys.readouterr().out.splitlines()
    assert re.match(r"[a-z]+-[a-z0-9]+-p1  \w", lines[0])
    assert any("disqualification" in line for line in lines)
    assert max(map(len, lines)) <= 80


@pytest.mark.usefixtures("demo")
def test_search_prints_a_table_and_csv(capsys: pytest.CaptureFixture[str]) -> None:
    """The table ends with what is covered; CSV has a header and a row a programme."""
    run_search(Query(council="Kuusirannan kaupunki"), "table")
    table = capsys.readouterr().out
    run_search(Query(council="Kuusirannan kaupunki"), "csv")
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))

    assert re.search(r"covered: \d+ items of \d+ sources, meetings \d{4}-\d\d-\d\d to", table)
    assert rows
    assert {"Kuusirannan kaupunki"} == {row["council"] for row in rows}


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("query", "output", "message"),
    [
        (Query(topic="esteellisyys"), "table", "--topic: expected one of .*disqualification"),
        (Query(audience="kaikki"), "table", "--audience: expected one of .*all_elected"),
        (Query(), "xml", "--format: expected one of table, json, csv, found xml"),
    ],
)
def test_search_names_what_it_knows(query: Query, output: str, message: str) -> None:
    """A code or format that is none is refused with the known ones."""
    with pytest.raises(ConfigError, match=message):
        run_search(query, output)


@pytest.mark.usefixtures("demo")
def test_show_prints_values_with_their_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    """Each value stands with the words it was read from; an unknown id is refused."""
    run_search(Query(council="Kuusirannan kaupunki", topic="disqualification"), "json")
    programme = json.loads(capsys.readouterr().out)["programmes"][0]["id"]

    assert run_show(programme, as_json=False) == 0

    printed = capsys.readouterr().out
    assert "/decision/body Kaupunginhallitus" in printed
    assert re.search(r"/programmes/0/sessions/0/edtf 2\S+\n\s+“[^”]+” \((stated|inherited)", printed)
    with pytest.raises(StoreError, match="`paragraf search` lists ids"):
        run_show("nothing", as_json=False)


@pytest.mark.usefixtures("demo")
def test_export_writes_sessions_and_records(tmp_path: Path) -> None:
    """CSV has a row a session; JSON Lines a record a programme that validates."""
    assert run_export(tmp_path / "p.csv", "csv") == 0
    assert run_export(tmp_path / "p.jsonl", "jsonl") == 0

    rows = list(csv.DictReader(io.StringIO((tmp_path / "p.csv").read_text(encoding="utf-8"))))
    lines = (tmp_path / "p.jsonl").read_text(encoding="utf-8").splitlines()
    records = [DocumentRecord.model_validate_json(line) for line in lines]
    assert len(records) == len({row["programme"] for row in rows})
    assert len(rows) > len(records) > 5
    assert all(record.relevance.is_programme for record in records)


@pytest.mark.usefixtures("demo")
def test_drafts_are_listed_with_their_files(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every draft in the outbox is in the list."""
    assert run_drafts_list() == 0

    assert f"{len(list((demo / 'outbox').rglob('*.docx')))} drafts in" in capsys.readouterr().out


def test_the_demo_shows_every_trigger_in_every_language(demo: Path) -> None:
    """And one draft from three precedents in different languages, for a meeting."""
    with open_store(f"sqlite:///{demo / 'paragraf.db'}", demo / "pages") as store:
        drafts = list_drafts(store)
        (asked,) = [draft for draft in drafts if draft.trigger == "asked"]
        data = get_draft_data(store, asked.id)
    assert {draft.trigger for draft in drafts} == {"watched", "due_again", "undecided", "asked"}
    assert {draft.language for draft in drafts} == {"fi", "sv", "nb", "nn"}
    assert {"alvasa", "strandholm"} <= {draft.house for draft in drafts}  # Swedish of two countries
    assert data is not None
    assert len({source.language for source in data.sources}) == 3
    assert asked.path is not None
    assert Path(asked.path).parts[:2] == ("heimvik", str(data.meeting_date))


def test_demo_leaves_an_installation_alone(tmp_path: Path) -> None:
    """A folder with settings of its own is no place for the demo."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text("[fetch]\ndelay = 5\n")

    with pytest.raises(ConfigError, match="settings of an installation"):
        run_demo(tmp_path)


def _configure(server: SampleServer, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text("[fetch]\ndelay = 0\nattempts = 1\nallow_private = true\n")
    base = f'bases = [{{ id = "main", url = "{server.url}/hallavaara/djulkaisu/cgi/DREQUEST.PHP" }}]'
    (home / "config" / "sources.toml").write_text(
        '[[source]]\nid = "hallavaara"\nsystem = "dynasty"\nlanguage = "fi"\nenabled = true\n'
        f'council = {{ name = "Hallavaaran kunta", country = "FI" }}\n{base}\n',
        encoding="utf-8",
    )


def test_sync_reads_what_the_home_configures(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All well is 0; an issue at a source is 1, printed with its address and what to do."""
    with SampleServer(councils=["hallavaara"]) as server:
        _configure(server, home)
        assert run_sync_command(()) == 0
        server.fault("hallavaara", "login", within="rss/")
        assert run_sync_command(("hallavaara",)) == 1

    printed = capsys.readouterr().out
    assert "walled" in printed
    assert f"{server.url}/hallavaara/djulkaisu/cgi/DREQUEST.PHP" in printed.replace("\n", "")


def test_a_second_sync_at_the_same_time_leaves(home: Path) -> None:
    """Two at once never hurt: the second says who is at work."""
    with SampleServer(councils=["hallavaara"]) as server:
        _configure(server, home)
        with sync_lock(home), pytest.raises(Busy, match="process"):
            run_sync_command(())


@pytest.mark.parametrize("wanted", [(), ("nowhere",)])
def test_sync_needs_a_source(wanted: tuple[str, ...]) -> None:
    """Without a configured source, or with an unknown one, the error says what to do."""
    with pytest.raises(ConfigError, match=r"sources\.toml"):
        run_sync_command(wanted)


@pytest.mark.parametrize(
    "command",
    [
        lambda: run_search(Query(), "table"),
        lambda: run_export(None, "csv"),
        run_drafts_list,
        lambda: run_show("x", as_json=False),
        lambda: run_takedown("x", "y"),
    ],
    ids=["search", "export", "drafts", "show", "takedown"],
)
def test_a_mistyped_home_is_told(
    command: Callable[[], int], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A question makes no database, whose emptiness would look like an answer."""
    monkeypatch.setenv(HOME_VARIABLE, str(home / "mistyped"))
    with pytest.raises(StoreError, match=r"found none.*PARAGRAF_HOME"):
        command()
    assert not (home / "mistyped").exists()


def test_sources_are_listed_and_checked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A check shows the entries and how the first page was read."""
    with SampleServer(councils=["hallavaara"]) as server:
        _configure(server, home)
        assert run_sources_list() == 0
        assert run_sources_check("hallavaara", None) == 0

    printed = capsys.readouterr().out
    assert "sources: 1" in printed
    assert "10 entries" in printed
    assert "body: Kunnanhallitus" in printed


def test_a_check_walks_no_site(home: Path) -> None:
    """One list and one page are enough to see whether a source can be read."""
    with SampleServer(councils=["hirvilampi"]) as server:
        _configure(server, home)
        (home / "config" / "sources.toml").write_text(
            '[[source]]\nid = "hirvilampi"\nsystem = "cloudnc"\nlanguage = "fi"\n'
            'council = { name = "Hirvilammen kaupunki", country = "FI" }\n'
            f'bases = [{{ id = "main", url = "{server.url}/hirvilampi/fi-FI/Toimielimet" }}]\n',
            encoding="utf-8",
        )
        assert run_sources_check("hirvilampi", None) == 0
        asked = [request.address for request in server.requests if request.council]

    assert len(asked) == 2


def test_a_feed_file_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--feed FILE` prints a feed's entries without the network."""
    feed = "<rss version='2.0'><channel><title>Dynasty</title><item><title>Kh 1.2.2026 / Koulutus</title>"
    feed += "<link>http://x.example/?page=meetingitem&amp;id=20261-1</link></item></channel></rss>"
    (tmp_path / "feed.xml").write_text(feed)

    assert run_sources_check(None, tmp_path / "feed.xml") == 0

    assert "Kh 1.2.2026 / Koulutus" in capsys.readouterr().out


def test_an_error_is_one_line_without_traceback(home: Path) -> None:
    """A wrong line in the settings ends the command with its file and line, exit code 2."""
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text("[fetch]\ndelya = 1\n")
    (home / "config" / "sources.toml").write_text("")
    done = subprocess.run(
        [sys.executable, "-m", "paragraf", "drafts"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "settings.toml, line 2: expected a known key, found fetch.delya" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_language_is_told(tmp_path: Path) -> None:
    """Instead of being guessed; "no" is what sources call either Norwegian one."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"--lang: expected one of fi, nb.*found xx"):
        run_extract([str(tmp_path)], InputOptions(language="xx"))
    assert run_extract([str(tmp_path)], InputOptions(language="no")) == 0
