"""Tests of documents that were saved by LibreOffice on their way: they are read and checked as before."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from export.check import check_document
from export.word import render_draft
from export.written import Written, read_written
from tests.conftest import REQUIRE_ALL
from tests.export.checked import dates_of, made_draft
from tests.export.houses import LAYOUTS, words_of

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of each house's draft, and in `back` the same after a life as an OpenDocument file."""
    office = shutil.which("soffice")
    if office is None:
        if REQUIRE_ALL:
            pytest.fail("PARAGRAF_REQUIRE_ALL is set and soffice is not installed")
        pytest.skip("soffice is not installed")
    folder = tmp_path_factory.mktemp("saved")
    for layout in LAYOUTS:
        draft, house = made_draft(layout)
        (folder / f"{layout}.docx").write_bytes(render_draft(draft, words_of(house)))
    _convert(office, folder, "odt", sorted(folder.glob("*.docx")), folder / "open")
    _convert(office, folder, "docx", sorted((folder / "open").glob("*.odt")), folder / "back")
    return folder


def _convert(office: str, folder: Path, kind: str, files: list[Path], into: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(into), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HOME": str(folder)})


def _shape(written: Written) -> list[object]:
    return [
        (
            section.heading,
            section.level,
            [(line.text, line.kind, line.row, line.marked) for line in section.lines],
        )
        for section in written.sections
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_document_is_read_as_before(layout: str, saved: Path) -> None:
    """Headings, lists, tables, placeholders, comments and the draft's id all come back."""
    before, after = read_written(saved / f"{layout}.docx"), read_written(saved / "back" / f"{layout}.docx")

    assert _shape(after) == _shape(before)
    assert (after.draft, after.title, after.comments) == (before.draft, before.title, before.comments)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_document_is_checked_as_before(layout: str, saved: Path) -> None:
    """Nothing becomes wrong by being saved elsewhere."""
    draft, house = made_draft(layout)
    found = [
        check_document(read_written(path), draft, house, words_of(house), dates_of(house.language))
        for path in (saved / f"{layout}.docx", saved / "back" / f"{layout}.docx")
    ]

    assert found[0] == found[1]
    assert {finding.severity for finding in found[1]} == {"open"}
