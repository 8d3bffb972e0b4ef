"""`paragraf template`: a clerk learns what to mend in a template, or begins with ours."""

from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner

from paragraf.cli import app
from records.errors import ConfigError, DraftError

RUNNER = CliRunner()


def _template(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def test_check_tells_every_mistake_and_exits_with_1(tmp_path: Path) -> None:
    """Each on a line of its own with its paragraph, then how many there are."""
    path = _template(tmp_path / "a.docx", "{{ kokous }}", "{{ content }} x")
    result = RUNNER.invoke(app, ["template", "check", str(path)])

    assert result.exit_code == 1
    first, second, last = result.output.splitlines()
    assert "body, paragraph 1 ({{ kokous }})" in first
    assert "body, paragraph 2" in second
    assert last.endswith("2 to mend")


def test_check_of_a_right_template_exits_with_0(tmp_path: Path) -> None:
    """Nothing to mend is said, too."""
    path = _template(tmp_path / "a.docx", "{{ meeting }}", "{{ content }}")
    result = RUNNER.invoke(app, ["template", "check", str(path)])

    assert (result.exit_code, result.output.strip().endswith("nothing to mend")) == (0, True)


def test_check_of_another_file_is_an_error(tmp_path: Path) -> None:
    """What is no Word file at all is told as the command's failure."""
    path = tmp_path / "a.docx"
    path.write_text("{{ content }}", encoding="utf-8")

    assert isinstance(RUNNER.invoke(app, ["template", "check", str(path)]).exception, DraftError)


@pytest.mark.parametrize(
    ("language", "label"),
    [("fi", "Toimielin"), ("sv", "Beslutsinstans"), ("sv-FI", "Organ"), ("nb", "Utvalg"), ("nn", "Utval")],
)
def test_new_writes_a_template_that_check_accepts(language: str, label: str, tmp_path: Path) -> None:
    """In the language asked, with the labels of its head."""
    path = tmp_path / "new.docx"
    made = RUNNER.invoke(app, ["template", "new", str(path), "--language", language])
    checked = RUNNER.invoke(app, ["template", "check", str(path)])

    assert (made.exit_code, checked.exit_code) == (0, 0)
    assert f"{label}\t{{{{ body }}}}" in [each.text for each in docx.Document(str(path)).paragraphs]


def test_new_never_overwrites(tmp_path: Path) -> None:
    """A template that a clerk has worked on stays."""
    path = _template(tmp_path / "a.docx", "oma")
    before = path.read_bytes()
    result = RUNNER.invoke(app, ["template", "new", str(path)])

    assert isinstance(result.exception, DraftError)
    assert path.read_bytes() == before


@pytest.mark.parametrize("language", ["da", "", "sv-", "fi-SE", "../fi"])
def test_new_knows_the_languages_of_drafts(language: str, tmp_path: Path) -> None:
    """Another language is told with those that there are, and nothing is written."""
    result = RUNNER.invoke(app, ["template", "new", str(tmp_path / "a.docx"), "--language", language])

    assert isinstance(result.exception, ConfigError)
    assert list(tmp_path.glob("*.docx")) == []
