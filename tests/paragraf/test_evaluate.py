"""`paragraf evaluate`, as a person or a program runs it."""

import json
from pathlib import Path

import pytest

from paragraf.commands.evaluate import EvaluateOptions, run_evaluate
from records.errors import ConfigError, ReadError, StoreError

TEXT = "Koulutus luottamushenkilöille järjestetään 3.9.2025 klo 17–19 kaupungintalolla.\n"
DATE = {"text": "3.9.2025 klo 17–19", "start": TEXT.index("3.9."), "edtf": "2025-09-03", "role": "session"}


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    """Return a folder with two annotated documents, of which the second is annotated wrongly."""
    for name, clock, lang in (("001", "17:00/19:00", "fi"), ("002", "18:00", "fi")):
        gold = {"decision": None, "dates": [DATE | {"time": clock}]}
        document = {"url": "", "lang": lang, "relevant": True, "text": TEXT, "gold": gold}
        path = tmp_path / "gold" / "fi" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(document), encoding="utf-8")
    return tmp_path / "gold"


def test_figures_are_told_as_a_table_and_as_json(annotated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One row a field, with a column for each language there is."""
    assert run_evaluate([annotated], EvaluateOptions()) == 0
    table = capsys.readouterr().out
    assert "2 annotated documents" in table
    assert "fi" in table.split("language")[0]

    run_evaluate([annotated], EvaluateOptions(as_json=True))
    told = json.loads(capsys.readouterr().out)
    assert told["documents"] == 2
    assert told["fields"]["dates"]["all"] == {
        "precision": 0.5, "recall": 0.5, "f1": 0.5, "right": 1, "found": 2, "there": 2,
    }  # fmt: skip


def test_misses_are_told_in_their_context(annotated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Document, what was wanted, what was found, and the words around it."""
    run_evaluate([annotated], EvaluateOptions(errors="dates"))
    told = capsys.readouterr().out
    assert "fi-002: want 2025-09-03 18:00 | got 2025-09-03 17:00/19:00" in told
    assert "järjestetään [3.9.2025 klo 17–19] kaupungintalolla" in told
    assert "fi-001:" not in told
    with pytest.raises(ConfigError, match="one of answered"):
        run_evaluate([annotated], EvaluateOptions(errors="date"))


def test_saved_records_can_be_measured_and_compared(
    annotated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same records give the same figures; a worse one is told as a loss."""
    saved, worse = tmp_path / "base.jsonl", tmp_path / "worse.jsonl"
    run_evaluate([annotated], EvaluateOptions(save=saved, as_json=True))
    first = capsys.readouterr().out
    run_evaluate([annotated], EvaluateOptions(predictions=saved, as_json=True))
    assert capsys.readouterr().out == first

    records = [json.loads(line) for line in saved.read_text(encoding="utf-8").splitlines()]
    records[0]["dates"] = []
    worse.write_text("".join(json.dumps(record) + "\n\n" for record in records))
    run_evaluate([annotated], EvaluateOptions(predictions=worse, compare=saved))
    told = capsys.readouterr().out
    assert "fi-001" in told
    assert "new  date_spans: want 2025-09-03 17:00/19:00 | got -" in told
    assert "0 misses gone, 2 new" in told
    assert "2 of 2 documents are in both runs" in told
    assert "dates: F1 0.500 to 0.000" in told


def test_json_holds_misses_and_changes_too(
    annotated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever was asked for, standard output is one JSON object."""
    saved = tmp_path / "base.jsonl"
    run_evaluate([annotated], EvaluateOptions(save=saved, as_json=True))
    capsys.readouterr()
    run_evaluate([annotated], EvaluateOptions(errors="dates", compare=saved, as_json=True))
    told = json.loads(capsys.readouterr().out)
    assert [miss["document"] for miss in told["misses"]] == ["fi-002"]
    assert (told["changes"], told["compared"]["documents"]) == ([], 2)


def test_a_path_that_cannot_be_written_is_told_before_the_work(annotated: Path, tmp_path: Path) -> None:
    """So that an hour of extraction is not lost."""
    with pytest.raises(StoreError, match=r"nowhere.*can be written"):
        run_evaluate([annotated], EvaluateOptions(save=tmp_path / "nowhere" / "x.jsonl"))


def test_a_document_without_a_record_fails_the_command(
    annotated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Printed as an error, or not printed at all; it is named."""
    failed = tmp_path / "failed.jsonl"
    failed.write_text('{"source": {"path": "fi-001.txt"}, "error": "unreadable"}\n')
    (annotated / "list.json").write_text("[]")
    assert run_evaluate([annotated], EvaluateOptions(predictions=failed)) == 1
    told = capsys.readouterr().err
    assert "without a record: fi-001, fi-002" in told
    assert "passed over, no annotated document: list.json" in told


def test_figures_below_their_floors_fail_the_command(
    annotated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is told with its floor; figures that hold are said too."""
    floors = tmp_path / "floors.toml"
    floors.write_text("[f1]\ndates = 0.6\n")
    assert run_evaluate([annotated], EvaluateOptions(floors=floors)) == 1
    assert "dates (all): floor 0.600, found 0.500" in capsys.readouterr().err
    floors.write_text("[f1]\ndates = 0.4\n")
    assert run_evaluate([annotated], EvaluateOptions(floors=floors)) == 0
    assert "no figure is below" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"no record\n", b'{"schema_version": 1}\n', b"\xff\n"])
def test_a_file_that_holds_no_records_is_named(annotated: Path, tmp_path: Path, content: bytes) -> None:
    """With the line that cannot be read."""
    path = tmp_path / "records.jsonl"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"records\.jsonl"):
        run_evaluate([annotated], EvaluateOptions(predictions=path))
