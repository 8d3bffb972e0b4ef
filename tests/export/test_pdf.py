"""Drafts as tagged PDF (PDF/UA): what readers of screens go by, and what is told when it cannot be made."""

import os
import shutil
import subprocess
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from export.pdf import render_pdf
from export.template import open_template
from export.word import render_draft
from records.errors import DraftError
from tests.conftest import REQUIRE_ALL
from tests.export.houses import LAYOUTS, own_house, words_of
from tests.export.made_drafts import draft_of
from tests.export.templates import letterhead


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the PDF of a draft of each layout, and of one in a council's template."""
    if shutil.which("soffice") is None:
        if REQUIRE_ALL:
            pytest.fail("PARAGRAF_REQUIRE_ALL is set and soffice is not installed")
        pytest.skip("soffice is not installed")
    folder = tmp_path_factory.mktemp("pdf")
    template = open_template(letterhead(folder / "pohja.docx"))
    for layout in LAYOUTS:
        words = words_of(own_house(layout))
        _make(folder / f"{layout}.docx", render_draft(draft_of(layout), words))
    words = words_of(own_house("finland-fi"))
    _make(folder / "template.docx", render_draft(draft_of("finland-fi"), words, template))
    return folder


def _make(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert render_pdf(path, path.parent) == path.with_suffix(".pdf")


def _roles(element: pikepdf.Object, roles: pikepdf.Object) -> Iterator[str]:
    """Yield the standard role of each element of a structure tree, in reading order."""
    if isinstance(element, pikepdf.Array):
        for each in element:
            yield from _roles(each, roles)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            name = str(element.S)
            yield str(roles.get(name, name))
        if "/K" in element:
            yield from _roles(element.K, roles)


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", [*LAYOUTS, "template"])
def test_a_pdf_is_tagged(name: str, made: Path) -> None:
    """Marked, headings of two levels, lists, a table with heads: as the Word file has them."""
    with pikepdf.open(made / f"{name}.pdf") as pdf:
        tree = pdf.Root.StructTreeRoot
        roles = list(_roles(tree.K, tree.get("/RoleMap", pikepdf.Dictionary())))
        marked = pdf.Root.MarkInfo.Marked

    assert marked
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD"} <= set(roles)
    assert roles.count("/TH") == 5
    assert roles.index("/H1") < roles.index("/H2")


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", [*LAYOUTS, "template"])
def test_a_pdf_tells_language_title_and_that_it_is_accessible(name: str, made: Path) -> None:
    """The house's language, the draft's title shown instead of the file's name, PDF/UA-1 in its metadata."""
    layout = name if name in LAYOUTS else "finland-fi"
    with pikepdf.open(made / f"{name}.pdf") as pdf:
        told = pdf.open_metadata()
        part, title = told.get("pdfuaid:part"), told.get("dc:title")
        language, shown = str(pdf.Root.Lang), pdf.Root.ViewerPreferences.DisplayDocTitle
        outline = [str(each.title) for each in pdf.open_outline().root]

    assert (part, language, bool(shown)) == ("1", own_house(layout).tag, True)
    assert title == draft_of(layout).title
    assert words_of(own_house(layout)).closing.fill in outline


@pytest.mark.libreoffice
def test_comments_do_not_shrink_the_page(made: Path) -> None:
    """A4, the text as large as in Word: comments stay in the Word file."""
    with pikepdf.open(made / "finland-fi.pdf") as pdf:
        boxes = {tuple(round(float(edge)) for edge in page.mediabox) for page in pdf.pages}
        marks = [str(mark.Subtype) for page in pdf.pages for mark in page.get("/Annots", [])]

    assert boxes == {(0, 0, 595, 842)}
    assert set(marks) == {"/Link"}


@pytest.mark.libreoffice
def test_nothing_is_left_beside_the_pdf(made: Path) -> None:
    """The office's profile and half-made files are gone."""
    assert {path.suffix for path in made.iterdir()} == {".docx", ".pdf"}


def _office(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program in the place of LibreOffice; return a document for it."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    document = folder / "luonnos.docx"
    return letterhead(document)


def test_without_libreoffice_the_clerk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing, how to get it, and what to do without it."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(DraftError, match=r"expected LibreOffice.*apt-get install.*save it as PDF"):
        render_pdf(tmp_path / "a.docx", tmp_path)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo 'source file could not be loaded' >&2; exit 0", "source file could not be loaded"),
        ("exit 77", "no PDF"),
        ("kill -9 $$", "no PDF"),
    ],
)
def test_a_failing_office_leaves_the_old_pdf(
    script: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it said is told; a PDF that is there stays whole, and nothing else is left."""
    document = _office(tmp_path, script, monkeypatch)
    before = tmp_path / "luonnos.pdf"
    before.write_bytes(b"%PDF before")

    with pytest.raises(DraftError, match=told):
        render_pdf(document, tmp_path)

    assert before.read_bytes() == b"%PDF before"
    assert {path.name for path in tmp_path.iterdir()} == {"bin", "luonnos.docx", "luonnos.pdf"}


def test_an_office_that_hangs_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the time limit the whole group ends, also what the starter script started."""
    document = _office(tmp_path, f"sleep 600 & echo $! > {tmp_path}/child; wait", monkeypatch)
    monkeypatch.setattr("export.pdf._LIMIT", 0.5)

    with pytest.raises(DraftError, match="no end after"):
        render_pdf(document, tmp_path / "out")

    child = (tmp_path / "child").read_text(encoding="utf-8").strip()
    while _is_running(child):
        time.sleep(0.01)


def _is_running(process: str) -> bool:
    """Tell whether a process is there and no zombie that its new parent has yet to bury."""
    try:
        told = subprocess.run(
            ["ps", "-o", "stat=", "-p", process], capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("ps is not installed")
    return told.stdout.strip()[:1] not in ("", "Z")


def test_what_is_no_word_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The office is not even asked."""
    document = _office(tmp_path, f"touch {tmp_path}/asked", monkeypatch)
    document.write_bytes(b"x")

    with pytest.raises(DraftError, match=r"luonnos\.docx: expected a Word file"):
        render_pdf(document, tmp_path / "out")

    assert not (tmp_path / "asked").exists()


def test_the_office_is_given_no_comments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of them would take it ten times as long; the Word file keeps its own."""
    keep = f'for file; do :; done; cp "$file" {tmp_path}/given.docx'
    document = _office(tmp_path, keep, monkeypatch)
    document.write_bytes(render_draft(draft_of("sweden"), words_of(own_house("sweden"))))
    before = document.read_bytes()

    with pytest.raises(DraftError):
        render_pdf(document, tmp_path / "out")

    with zipfile.ZipFile(tmp_path / "given.docx") as parts:
        given = parts.read("word/document.xml")
    assert b"comment" not in given
    assert "Förslag till beslut".encode() in given
    assert document.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in the place of the folder ends in an error that names the document."""
    document = _office(tmp_path, "exit 0", monkeypatch)
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(DraftError, match=r"luonnos\.docx"):
        render_pdf(document, tmp_path / "out")
