"""`paragraf house`: the profiles there are, and whether one is right."""

import re
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

from config.house_check import check_house_file
from config.houses import House, HouseBody, ImpactKey, SectionKey
from config.paths import own
from config.wording import load_wording
from paragraf.cli import app
from paragraf.commands.house import run_house_check, run_house_list
from paragraf.commands.template import run_template_new
from records.errors import ConfigError

GUIDE = (Path(__file__).parents[2] / "docs" / "houses.md").read_text(encoding="utf-8")
EKHAMRA = 'extends = "sweden"\ncouncil = "Ekhamra kommun"\n'


def _own(name: str, text: str) -> Path:
    path = own("houses", f"{name}.toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_list_shows_shipped_and_own_houses(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row a house, with what it is and whether drafts are made for it."""
    monkeypatch.setenv("COLUMNS", "200")
    _own("ekhamra", EKHAMRA)
    own("settings.toml").write_text('[drafts]\nhouses = ["ekhamra"]\n', encoding="utf-8")

    assert run_house_list() == 0
    rows = {line.split()[0]: line for line in capsys.readouterr().out.splitlines() if line.strip()}

    assert {"finland-fi", "finland-sv", "norway-nb", "norway-nn", "sweden", "ekhamra"} <= rows.keys()
    assert "Ekhamra kommun" in rows["ekhamra"]
    assert " yes " in rows["ekhamra"]
    assert " no " in rows["sweden"]
    assert [rows[name].split()[-1] for name in ("ekhamra", "sweden")] == ["own", "shipped"]


def test_a_mistaken_house_does_not_hide_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    """It is told, and the list goes on; the exit code says that one is wrong."""
    _own("ekhamra", "coucil = 1\n")

    assert run_house_list() == 1
    told = capsys.readouterr()

    assert "ekhamra.toml, line 1" in told.err.replace("\n", "")
    assert "sweden" in told.out


def test_a_right_profile_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    """By its id or its file; notes tell what stays open, and the parts stand in their order."""
    path = _own("ekhamra", EKHAMRA)

    for named in ("ekhamra", str(path)):
        assert run_house_check(named) == 0
        told = capsys.readouterr().out
        assert "note: no preparer named (preparer): stays a placeholder in every draft" in told
        assert "ekhamra: sv-SE, tjänsteskrivelse, sentences: proposal, summary" in told
        assert "nothing to mend" in told


def test_mistakes_end_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    """Each is an error of its own with file and line."""
    _own("ekhamra", EKHAMRA + 'body = "ks"\nappeal = "klage"\n')

    assert run_house_check("ekhamra") == 1
    told = capsys.readouterr()
    errors = told.err.replace("\n", "")

    assert "ekhamra.toml, line 3" in errors
    assert "ekhamra.toml, line 4" in errors
    assert "2 to mend" in told.out


def test_the_houses_template_is_checked_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    """A good one is fine, one that is no Word file is told; either way by the name in the profile."""
    _own("ekhamra", EKHAMRA + 'template = "brev.docx"\n')
    place = own("templates", "brev.docx")
    place.parent.mkdir(parents=True)

    run_template_new(place, "sv")
    assert run_house_check("ekhamra") == 0
    place.write_bytes(b"no Word file")
    assert run_house_check("ekhamra") == 1
    assert "brev.docx" in capsys.readouterr().err.replace("\n", "")
    place.unlink()
    assert run_house_check("ekhamra") == 1
    assert capsys.readouterr().err.count("error") == 1


def test_without_a_name_all_profiles_of_the_home_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """One that is wrong is enough for exit code 1; a home without profiles says so."""
    assert run_house_check(None) == 0
    assert "no profiles in" in capsys.readouterr().out

    _own("ekhamra", EKHAMRA)
    assert run_house_check(None) == 0
    _own("ahamra", "coucil = 1\n")
    assert run_house_check(None) == 1


def test_an_id_that_nobody_has_is_refused() -> None:
    """The known ids are listed."""
    with pytest.raises(ConfigError, match="nowhere: expected one of"):
        run_house_check("nowhere")


def test_the_commands_are_there() -> None:
    """`paragraf house list` and `paragraf house check`."""
    runner = CliRunner()
    path = _own("ekhamra", EKHAMRA)

    assert runner.invoke(app, ["house", "list"]).exit_code == 0
    assert runner.invoke(app, ["house", "check", str(path)]).exit_code == 0
    assert runner.invoke(app, ["house", "check"]).exit_code == 0


def test_the_guides_profile_is_right(tmp_path: Path) -> None:
    """What a clerk copies from the guide has no mistake and leaves nothing open."""
    blocks = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    path = tmp_path / "lehtoranta.toml"
    path.write_text(blocks[0], encoding="utf-8")
    checked = check_house_file(path)

    assert (checked.mistakes, checked.gaps) == ((), ())
    assert checked.house is not None
    assert checked.house.receiver(checked.house.find_body("KHALL")) == checked.house.find_body("kv")


def test_the_guide_explains_every_key() -> None:
    """Keys of a house and of a body, sections and impacts."""
    keys = {*House.model_fields, *HouseBody.model_fields, *get_args(SectionKey), *get_args(ImpactKey)}
    tables = {"headings", "labels", "bodies"}
    assert {key for key in keys if f"`{key}`" not in GUIDE} <= tables
    for table in ("[headings]", "[labels]", "[[bodies]]"):
        assert f"`{table}`" in GUIDE


def test_the_guide_shows_the_headings_that_are_printed() -> None:
    """Its table has the words of the wording files."""
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", GUIDE, re.MULTILINE)
    told = {key: rest for key, *rest in rows if key in get_args(SectionKey) and key != "impacts"}

    assert len(told) == len(get_args(SectionKey)) - 1
    for column, language in enumerate(("fi", "sv", "nb")):
        headings = load_wording(language).headings
        assert {key: headings[key] for key in told} == {key: cells[column] for key, cells in told.items()}
