"""`paragraf language`, and the guide's worked example, followed to the letter."""

import json
import re
from pathlib import Path

import pytest

from config.paths import own
from paragraf.commands.extract import run_extract
from paragraf.commands.language import run_language_check, run_language_list
from paragraf.inputs import InputOptions

GUIDE = Path(__file__).parents[2] / "docs" / "language.md"
DANISH = (
    "Introduktion for nyvalgte byrådsmedlemmer\n\n"
    "Byrådet inviterer de nye medlemmer til introduktion. "
    "Der bliver undervist i inhabilitet og i styrelsesloven.\n"
    "Den 14. januar 2026 kl. 16.00-19.00 mødes vi på rådhuset.\n"
    "Den 21. maj 2026 handler det om kommunens økonomi.\n"
)


def _blocks(kind: str) -> list[str]:
    """Return the guide's fenced blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def _danish() -> str:
    return next(block for block in _blocks("toml") if 'code = "da"' in block)


def test_the_guides_danish_is_a_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its file has no slip, and its examples are read as they say."""
    path = tmp_path / "da.toml"
    path.write_text(_danish(), encoding="utf-8")

    assert run_language_check(path) == 0, capsys.readouterr().err
    assert "examples         5" in capsys.readouterr().out


def test_the_guides_danish_reads_a_danish_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Laid into the home, the file is enough: language, verdict, audience, topics, dates."""
    own("languages").mkdir(parents=True)
    own("languages", "da.toml").write_text(_danish(), encoding="utf-8")
    page = tmp_path / "side.txt"
    page.write_text(DANISH, encoding="utf-8")

    assert run_extract([str(page)], InputOptions()) == 0
    record = json.loads(capsys.readouterr().out)

    assert record["language"] == "da"
    assert record["relevance"]["is_programme"]
    [programme] = record["programmes"]
    assert "new_members" in {one["code"] for one in programme["audiences"]}
    assert {"disqualification", "municipal_law"} <= {one["code"] for one in programme["topics"]}
    assert [(date["edtf"], date["time"]) for date in record["dates"]] == [
        ("2026-01-14", "16:00/19:00"),
        ("2026-05-21", None),
    ]


def test_the_guides_overlays_are_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every other piece of a language file in the guide is read too."""
    blocks = [block for block in _blocks("toml") if 'code = "da"' not in block]
    assert blocks
    for block in blocks:
        code = re.match(r"# .*/(\w\w)\.toml", block)
        assert code, f"the first line of a block names its file: {block[:40]}"
        path = tmp_path / f"{code[1]}.toml"
        path.write_text(block, encoding="utf-8")
        assert run_language_check(path) == 0, capsys.readouterr().err


def test_an_example_that_is_read_otherwise_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its line, what the file says and what was read."""
    path = tmp_path / "sv.toml"
    path.write_text('[[examples]]\ntext = "Kurs 3.9.2026."\ndates = { "3.9.2026" = "2026-09-04" }\n')

    assert run_language_check(path) == 1
    told = capsys.readouterr()
    assert "sv.toml, line 2: expected dates = {'3.9.2026': '2026-09-04'}" in told.err
    assert "found {'3.9.2026': '2026-09-03'}" in told.err
    assert "1 to mend" in told.out


def test_the_languages_are_listed_with_their_words(capsys: pytest.CaptureFixture[str]) -> None:
    """One row each."""
    assert run_language_list() == 0
    told = capsys.readouterr().out
    assert [line.split()[0] for line in told.splitlines()[1:]] == ["fi", "nb", "nn", "sv", "sv-FI"]
