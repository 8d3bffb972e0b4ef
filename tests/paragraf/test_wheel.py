"""What is built is what works: the wheel, unpacked in a folder that knows nothing of the checkout."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it into an empty folder."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def _run(site: Path, cwd: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command line of the unpacked wheel, whose modules come before those of the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(site), "PARAGRAF_HOME": str(cwd / "home")}
    command = [sys.executable, "-P", "-m", "paragraf", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, input=given, capture_output=True, check=False)


def test_the_wheel_holds_rooms_and_data_and_no_tests(unpacked: Path) -> None:
    """TOML, migrations, style sheets and sample councils are packed; tests and benchmarks are not."""
    for name in (
        "config/settings.toml",
        "config/languages/fi.toml",
        "config/wording/nn.toml",
        "config/houses/sweden.toml",
        "ingest/html.xsl",
        "store/migrations/env.py",
        "samples/councils/kuusiranta/council.toml",
        "samples/houses/heimvik.toml",
    ):
        assert (unpacked / name).is_file(), name
    assert not (unpacked / "tests").exists()
    assert not (unpacked / "bench").exists()


def test_demo_in_an_empty_folder(unpacked: Path, tmp_path: Path) -> None:
    """The demo ends well, and leaves drafts in all languages, each named in what it prints."""
    done = _run(unpacked, tmp_path, "demo")

    assert done.returncode == 0, done.stderr.decode()
    drafts = sorted((tmp_path / "paragraf-data" / "outbox").rglob("*.docx"))
    assert {"alvasa", "granfjord", "heimvik", "kuusiranta", "strandholm"} == {
        draft.parents[1].name for draft in drafts
    }
    assert all(draft.name in done.stdout.decode() for draft in drafts)


def test_a_second_demo_changes_nothing(unpacked: Path, tmp_path: Path) -> None:
    """No record and no draft is made twice."""
    _run(unpacked, tmp_path, "demo")
    before = {path: path.read_bytes() for path in (tmp_path / "paragraf-data" / "outbox").rglob("*.docx")}

    done = _run(unpacked, tmp_path, "demo")

    after = {path: path.read_bytes() for path in (tmp_path / "paragraf-data" / "outbox").rglob("*.docx")}
    assert done.returncode == 0, done.stderr.decode()
    assert before == after


def test_extract_and_schema_from_any_folder(unpacked: Path, tmp_path: Path) -> None:
    """A text on standard input gives a record; the schema is JSON."""
    text = "Koulutus luottamushenkilöille järjestetään 3.9.2025 klo 17–19."
    done = _run(unpacked, tmp_path, "extract", "-", given=text.encode())
    schema = _run(unpacked, tmp_path, "schema")

    record = json.loads(done.stdout)
    assert (text, "fi", True) == (record["text"], record["language"], record["relevance"]["is_programme"])
    assert "properties" in json.loads(schema.stdout)


def test_help_does_not_pay_for_spacy(unpacked: Path, tmp_path: Path) -> None:
    """`--help` imports neither spaCy nor the database nor parsers."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    command = [sys.executable, "-P", "-X", "importtime", "-m", "paragraf", "--help"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)

    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "paragraf.cli" in imported
    assert not imported & {"spacy", "sqlalchemy", "lxml", "docx", "feedparser", "apscheduler"}
