"""Drafts opened by LibreOffice, as a clerk's office would: every language becomes a PDF."""

import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from export.draft import draft_programme
from export.word import render_draft
from tests.conftest import REQUIRE_ALL
from tests.export.houses import LAYOUTS, own_house, words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return the text of each page of each house's draft; one start of LibreOffice converts them all."""
    office = shutil.which("soffice")
    if office is None:
        if REQUIRE_ALL:
            pytest.fail("PARAGRAF_REQUIRE_ALL is set and soffice is not installed")
        pytest.skip("soffice is not installed")
    folder = tmp_path_factory.mktemp("drafts")
    for layout in LAYOUTS:
        house = own_house(layout)
        draft = draft_programme(
            basis_of(finnish_record()), house, words_of(house), names_in(house.language), TRIGGER
        )
        (folder / f"{layout}.docx").write_bytes(render_draft(draft, words_of(house)))
    _convert(office, folder)
    return {layout: _read(folder / f"{layout}.pdf") for layout in LAYOUTS}


def _convert(office: str, folder: Path) -> None:
    """Convert all drafts in a folder; the profile is this test's own, so that no other run is met."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(str(path) for path in folder.glob("*.docx"))
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HOME": str(folder)})


def _read(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_language_becomes_a_pdf(layout: str, pages: dict[str, list[str]]) -> None:
    """First page, item on one or two pages, closing lists: no page is lost or empty."""
    words = words_of(own_house(layout))
    told = pages[layout]

    assert len(told) in (3, 4)
    assert words.cover.why in told[0]
    assert words.headings["decision" if layout.startswith("finland") else "summary"] in " ".join(told[1:-1])
    assert words.closing.sources in told[-1]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pages_are_numbered_in_the_language(layout: str, pages: dict[str, list[str]]) -> None:
    """The fields of the footer are counted by the office that opens the file."""
    phrase = words_of(own_house(layout)).page
    told = pages[layout]

    for number, text in enumerate(told, 1):
        assert phrase.format(page=number, pages=len(told)) in text


@pytest.mark.parametrize(
    ("layout", "when"),
    [
        ("finland-fi", "3.9.2025 klo 17–19"),
        ("finland-sv", "onsdag 3 september 2025 kl. 17–19"),
        ("sweden", "onsdag 3 september 2025 kl. 17–19"),
        ("norway-nb", "onsdag 3. september 2025 kl. 17–19"),
        ("norway-nn", "onsdag 3. september 2025 kl. 17–19"),
    ],
)
def test_the_table_is_readable(layout: str, when: str, pages: dict[str, list[str]]) -> None:
    """A session's time stands in the table, in words."""
    assert when in " ".join(pages[layout])
