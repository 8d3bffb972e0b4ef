"""Tests of what is said of files that are no Word file, and of those that would do harm."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.office import MOST_BYTES, check_package, open_package
from records.errors import DraftError


def made_file() -> bytes:
    """Return a small Word file."""
    document = docx.Document()
    document.add_paragraph("Kuusiranta")
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def changed(content: bytes, change: Callable[[str, bytes], bytes | None], **added: bytes) -> bytes:
    """Return an Office file whose parts are changed, dropped (None) or added."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in parts.namelist():
            held = change(name, parts.read(name))
            if held is not None:
                new.writestr(name, held)
        for name, held in added.items():
            new.writestr(name.replace("__", "/").replace("_", "."), held)
    return packed.getvalue()


def as_kind(kind: str) -> bytes:
    """Return a Word file whose list of parts calls the document another kind."""
    word = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return changed(made_file(), lambda _, held: held.replace(word, kind.encode()))


def kept(_: str, held: bytes) -> bytes:
    """Return a part as it is."""
    return held


def sealed() -> bytes:
    """Return a Word file whose parts are flagged as encrypted one by one."""
    content = bytearray(made_file())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = content.find(mark)
        while position >= 0:
            content[position + offset] |= 1
            position = content.find(mark, position + 4)
    return bytes(content)


def zipped(**parts: bytes) -> bytes:
    """Return a zip file of these parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return packed.getvalue()


def test_a_word_file_is_opened(tmp_path: Path) -> None:
    """Its main part and what that names can be asked for."""
    path = tmp_path / "made.docx"
    path.write_bytes(made_file())

    package = open_package(path)

    assert package.main == "word/document.xml"
    assert package.related("styles") == "word/styles.xml"
    assert package.related("core-properties", "") == "docProps/core.xml"
    assert package.related("comments") is None
    assert "Kuusiranta" in "".join(package.parse(package.main).itertext())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", "an empty file", id="empty"),
        pytest.param(b"\x00" * 4000, "an empty file", id="a disk that was full leaves zeros"),
        pytest.param(b"%PDF-1.7 ...", "a PDF", id="pdf"),
        pytest.param(b"{\\rtf1 hei}", "Rich Text", id="rtf named .docx"),
        pytest.param(b"\xef\xbb\xbf<html>", "a web page", id="html with a mark of byte order"),
        pytest.param(b"Kokous 3.9.2025", "something else", id="text"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old Word", id="doc"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
            id="locked",
        ),
        pytest.param(sealed(), "password", id="zip with a password"),
        pytest.param(made_file()[:-200], "cut off", id="truncated"),
        pytest.param(zipped(a=b"1"), "a zip file of something else", id="zip"),
        pytest.param(zipped(mimetype=b"application/vnd.oasis"), "LibreOffice", id="odt"),
        pytest.param(as_kind("ms-word.document.macroEnabled.main+xml"), "macros", id="docm"),
        pytest.param(
            changed(made_file(), kept, word__vbaProject_bin=b"\x01"), "macros", id="macros in a docx"
        ),
        pytest.param(
            as_kind("openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "Excel", id="xlsx"
        ),
        pytest.param(
            changed(made_file(), kept, word__bomb_xml=b"a" * 30_000_000), "unfolds beyond measure", id="bomb"
        ),
        pytest.param(
            changed(made_file(), lambda name, held: None if name == "word/document.xml" else held),
            "a zip file of something else",
            id="no document in it",
        ),
    ],
)
def test_no_word_file_is_told(content: bytes, told: str) -> None:
    """Each kind of wrong file is told as what it is, with the file's name and what to do."""
    with pytest.raises(DraftError, match=r"made\.docx") as raised:
        check_package(content, "made.docx")

    assert told in raised.value.found
    assert raised.value.advice


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (b"<w:document", "no XML"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities"),
        (b"", "no XML"),
    ],
)
def test_a_broken_part_is_told(held: bytes, told: str) -> None:
    """The list of parts is sound, the document in it is not."""
    content = changed(made_file(), lambda name, whole: held if name == "word/document.xml" else whole)
    package = check_package(content, "made.docx")

    with pytest.raises(DraftError, match=told):
        package.parse(package.main)


def test_no_file_is_told(tmp_path: Path) -> None:
    """A path that leads nowhere, to a folder, or to a file beyond measure is told by its name."""
    with pytest.raises(DraftError, match="No such file"):
        open_package(tmp_path / "none.docx")
    with pytest.raises(DraftError, match="directory"):
        open_package(tmp_path)
    os.mkfifo(tmp_path / "pipe.docx")
    with pytest.raises(DraftError, match="a pipe or device"):
        open_package(tmp_path / "pipe.docx")
    huge = tmp_path / "huge.docx"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(DraftError, match="bytes"):
        open_package(huge)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 20_000))
def test_damaged_bytes_are_told(noise: bytes, at: int) -> None:
    """Whatever is written over a Word file, it is read or told; nothing else is raised."""
    whole = made_file()
    content = whole[:at] + noise + whole[at + len(noise) :]
    where = "made.docx"
    try:
        package = check_package(content, "made.docx")
        for name in package.names():
            package.read(name)
        package.parse(package.main)
    except DraftError as error:
        where = error.where
    assert where == "made.docx"
