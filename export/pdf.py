"""Knows LibreOffice: makes the tagged PDF of a Word file, as readers of screens need it (PDF/UA)."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

from export.office import open_package
from export.package import repack
from records.errors import DraftError

_OFFICES = ("soffice", "libreoffice")
_LIMIT = 180.0
"""Seconds after which a conversion is given up."""
_MARKS = tuple(qn(f"w:{name}") for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_ADVICE = "Open the Word file in an office program and save it as PDF there."

# ExportNotes: comments stay in the Word file; in the margin they would shrink the page.
_CHOICES: dict[str, object] = {
    "PDFUACompliance": True,
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
    "ExportNotes": False,
    "ExportNotesInMargin": False,
    "ExportFormFields": False,
    "InitialView": 0,
}


def render_pdf(document: Path, folder: Path) -> Path:
    """Write a Word file as tagged PDF (PDF/UA-1) into a folder, under its own name; return where it lies.

    A PDF that is there is replaced at once and whole. Raises DraftError when LibreOffice is not
    installed, fails or takes longer than three minutes, and for what is no Word file.
    """
    office = next(filter(None, map(shutil.which, _OFFICES)), None)
    if office is None:
        raise DraftError(
            str(document),
            expected="LibreOffice on this machine, to make a PDF",
            found="no program named soffice",
            advice=f"Install LibreOffice (Debian: apt-get install libreoffice-writer). Or: {_ADVICE}",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".pdf-", dir=folder) as own:
            made = _convert(office, document, _without_comments(document, Path(own)))
            return made.replace(folder / made.name)
    except OSError as error:
        raise _failed(document, error.strerror or str(error)) from error


def _without_comments(document: Path, own: Path) -> Path:
    """Return a copy of a Word file, in a folder, that hangs no comments on its text.

    They stay out of the PDF anyway, and thousands of them would take the office ten times as long.
    """
    package = open_package(document)
    body = package.parse(package.main)
    for mark in list(body.iter(*_MARKS)):
        holder = mark.getparent()
        if holder is not None:
            holder.remove(mark)
    content = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts = ((name, content if name == package.main else package.read(name)) for name in package.order())
    copy = own / document.name
    copy.write_bytes(repack(parts))
    return copy


def _convert(office: str, document: Path, copy: Path) -> Path:
    """Return the PDF that the office makes of a copy of a document, beside it, where its profile lies too."""
    own = copy.parent
    choices = {name: _choice(value) for name, value in _CHOICES.items()}
    command = [
        office,
        f"-env:UserInstallation={(own / 'profile').absolute().as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(choices)}",
        "--outdir",
        str(own),
        str(copy.absolute()),
    ]
    told = _run(command, document, own)
    made = own / f"{document.stem}.pdf"
    if not made.is_file():
        raise _failed(document, told or "no PDF and no word why")
    return made


def _choice(value: object) -> dict[str, str]:
    kind = "boolean" if isinstance(value, bool) else "long"
    return {"type": kind, "value": str(value).lower()}


def _run(command: list[str], document: Path, own: Path) -> str:
    """Run the office in a group of its own, so that what it starts ends with it; return what it says."""
    with subprocess.Popen(  # noqa: S603 - the office found on the path, with arguments and no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "HOME": str(own)},
        start_new_session=True,
    ) as process:
        try:
            _, told = process.communicate(timeout=_LIMIT)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)
            if isinstance(error, subprocess.TimeoutExpired):
                raise _failed(document, f"no end after {_LIMIT:.0f} seconds") from error
            raise
    return " ".join(told.decode(errors="replace").split())[-300:]


def _failed(document: Path, found: str) -> DraftError:
    return DraftError(str(document), expected="a PDF made by LibreOffice", found=found, advice=_ADVICE)
