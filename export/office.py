"""Knows Office files that people hand in: opens a Word file, and says in plain words what one is not."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from lxml import etree

from records.errors import DraftError

MOST_BYTES = 60_000_000
_MOST_PARTS = 5_000
_MOST_UNFOLDED = 200_000_000
"""Bytes that a file may unfold to, pictures and all."""
_MOST_MARKUP = 40_000_000
"""Bytes of XML, which takes ten times as much when it is read; 500 pages of running text come to a tenth."""
_DENSEST = 500
"""How many times its packed size a part of XML may be; a long list of lines that are alike comes to 300."""
_SMALL = 1_000_000
_ENCRYPTED = 0x1
_KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
MARKUP = (".xml", ".rels")
_TYPES = "[Content_Types].xml"
_EXPECTED = "a Word file (.docx)"
_SAVE = "Open it in Word or LibreOffice and save it as .docx."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {
    b"%PDF": "a PDF",
    b"{\\rt": "a file of Rich Text",
    b"<!DO": "a web page",
    b"<htm": "a web page",
    b"<?xm": "a file of bare XML",
}
WORD_DOCUMENT = "wordprocessingml.document.main+xml"
_KINDS = {
    "ms-word.document.macroenabled": "a Word file with macros (.docm)",
    "ms-word.template.macroenabled": "a Word template with macros (.dotm)",
    "wordprocessingml.template": "a Word template (.dotx)",
    "spreadsheetml": "an Excel workbook",
    "presentationml": "a PowerPoint presentation",
}
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What zipfile raises over damaged parts; it looks into most of them only when asked."""


@dataclass(frozen=True)
class Package:
    """A Word file that is safe to unfold: where it came from, its bytes, and its main part's name."""

    where: str
    content: bytes
    main: str

    def names(self) -> frozenset[str]:
        """Return the names of all parts."""
        return frozenset(self._archive.namelist())

    def order(self) -> tuple[str, ...]:
        """Return the names of all parts, each once, as they stand in the file."""
        return tuple(dict.fromkeys(self._archive.namelist()))

    def read(self, name: str) -> bytes:
        """Return a part's bytes. Raises DraftError for one that is missing or damaged."""
        try:
            return self._archive.read(name)
        except KeyError:
            _refuse(self.where, f"a file without its part {name}")
        except _DAMAGE as error:
            _refuse(self.where, f"a damaged file ({name}: {error})")

    def parse(self, name: str) -> etree._Element:
        """Return a part's XML. Raises DraftError for a part that is missing, damaged or no XML.

        Nothing outside the file is asked, and no entity of the file's own is unfolded.
        """
        return _parse(self.where, name, self.read(name))

    def related(self, kind: str, source: str | None = None) -> str | None:
        """Return the part that another one names as its `kind` ("styles"), the main part's by default.

        An empty `source` asks for the file's own parts ("core-properties"); None where there is no such part.
        """
        target = _related(self, kind, self.main if source is None else source)
        return target if target in self.names() else None

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.content))


def open_package(path: Path) -> Package:
    """Return the Word file at a path, looked over: nothing of it has been unfolded but its list of parts.

    Raises DraftError for what is not there, empty, too large, cut off, a bomb, of another kind, protected
    by a password, or holds macros.
    """
    return check_package(read_office_file(path), str(path))


def check_package(content: bytes, where: str, kinds: tuple[str, ...] = (WORD_DOCUMENT,)) -> Package:
    """Return bytes as a Word file, as `open_package` does; `where` names them in errors.

    `kinds` are the ends of the content types that the main part may have.
    """
    if not content.startswith(b"PK"):
        _refuse(where, _kind_of(content))
    try:
        _check_parts(content, where)
    except _DAMAGE as error:
        _refuse(where, f"a damaged or cut off file ({error})")
    package = Package(where, content, "")
    if _TYPES not in package.names():
        other = "mimetype" in package.names()
        _refuse(where, "a file of LibreOffice (.odt)" if other else "a zip file of something else")
    main = _related(package, "officeDocument", "") or "word/document.xml"
    _check_kind(package, main, kinds)
    return Package(where, content, main)


def read_office_file(path: Path) -> bytes:
    """Return a file's bytes. Raises DraftError for one that cannot be read or is far too large."""
    try:
        if not path.is_file() and path.exists():
            # a pipe may never begin, and a device never end
            _refuse(str(path), "a directory" if path.is_dir() else "a pipe or device", "Check the path.")
        if path.stat().st_size > MOST_BYTES:
            _refuse(
                str(path), f"one of {path.stat().st_size} bytes", "Take out its pictures and save it again."
            )
        return path.read_bytes()
    except OSError as error:
        _refuse(str(path), error.strerror or str(error), "Check the path and the rights to read it.")


def _kind_of(content: bytes) -> str:
    """Tell what bytes are that are no zip file, by how they begin."""
    if not content.strip(b"\x00 \r\n\t"):
        return "an empty file"
    if content.startswith(_OLE):
        return "a file protected by a password" if _SEALED in content else "a file of old Word (.doc)"
    return _OTHERS.get(content.lstrip(b"\xef\xbb\xbf \r\n\t")[:4], "something else")


def _check_parts(content: bytes, where: str) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
    if len(parts) > _MOST_PARTS:
        _refuse(where, f"one of {len(parts)} parts, over {_MOST_PARTS}")
    for part in parts:
        _check_part(part, where)
    for most, size in (
        (_MOST_UNFOLDED, sum(part.file_size for part in parts)),
        (_MOST_MARKUP, sum(part.file_size for part in parts if _is_markup(part))),
    ):
        if size > most:
            _refuse(where, f"one that unfolds to {size} bytes, over {most}")


def _check_part(part: zipfile.ZipInfo, where: str) -> None:
    if part.flag_bits & _ENCRYPTED:
        _refuse(where, "a file protected by a password", "Save it again without the password.")
    if part.compress_type not in _KNOWN:
        _refuse(where, f"a file packed by method {part.compress_type}")
    if _is_markup(part) and part.file_size > max(_SMALL, _DENSEST * part.compress_size):
        told = f"{part.filename[:60]} of {part.file_size} bytes, packed in {part.compress_size}"
        _refuse(where, f"a part that unfolds beyond measure ({told})")


def _is_markup(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith(MARKUP)


def _check_kind(package: Package, main: str, kinds: tuple[str, ...]) -> None:
    """Raise for another kind of Office file, and for macros: they would go on into what is made of it."""
    wanted = {part.get("PartName", ""): part.get("ContentType", "") for part in package.parse(_TYPES)}
    kind = wanted.get(f"/{main}", "").lower()
    hidden = next(filter(None, map(_hidden_markup, package.parse(_TYPES))), None)
    if hidden:
        _refuse(package.where, f"a part of XML by the name of something else ({hidden})")
    if main not in package.names():
        _refuse(package.where, "a zip file of something else")
    if any(name.lower().endswith("vbaproject.bin") for name in package.names()):
        _refuse(package.where, "a file with macros", "Save it as .docx, which holds none.")
    if not kind.endswith(kinds):
        _refuse(
            package.where,
            next((told for mark, told in _KINDS.items() if mark in kind), "another kind of file"),
        )


def _hidden_markup(kind: etree._Element) -> str | None:
    """Return which parts a line of the list of kinds calls XML, unless their names say so too."""
    named = kind.get("PartName", f".{kind.get('Extension', '')}").lower()
    told = kind.get("ContentType", "").lower()
    is_markup = told.startswith("application/") and told.endswith("xml")
    return named[:60] if is_markup and not named.endswith(MARKUP) else None


def _related(package: Package, kind: str, source: str) -> str | None:
    """Return what a part's relations call `kind`; strict files spell the same kinds with other addresses."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package.names():
        return None
    for relation in package.parse(relations):
        if relation.get("Type", "").rpartition("/")[2] == kind and relation.get("TargetMode") != "External":
            target = relation.get("Target", "")
            return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return None


def _parse(where: str, name: str, content: bytes) -> etree._Element:
    if b"<!DOCTYPE" in content[:4096]:
        _refuse(where, f"a part that declares entities ({name})")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        _refuse(where, f"a part that is no XML ({name}: {str(error)[:100]})")


def _refuse(where: str, found: str, advice: str = _SAVE) -> NoReturn:
    raise DraftError(where, expected=_EXPECTED, found=found, advice=advice)
