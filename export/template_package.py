"""Knows what a council's Word file may hold: opens it as data, refuses what could run, fetch or swell."""

import re
from collections.abc import Iterator
from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from export.office import MARKUP, WORD_DOCUMENT, Package, check_package, read_office_file
from export.package import repack
from records.errors import DraftError

_LARGEST_PART = 12_000_000
"""Bytes of one XML part: some five hundred pages."""

_TYPES = "[Content_Types].xml"
_TEMPLATE = "wordprocessingml.template.main+xml"
_MACROS = re.compile(r"macroEnabled|vbaProject|activeX|ms-office\.vba", re.IGNORECASE)
_EMBEDDED = re.compile(r"oleObject|embeddings/|/aFChunk$|/subDocument$|/control$", re.IGNORECASE)
_FETCHING = re.compile(r"^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE)\b", re.IGNORECASE)
_WEB = ("http://", "https://", "mailto:", "tel:", "#")
_REMOTE = re.compile(r"^(\w{2,}:(?!///?[A-Za-z]:)|\\\\|//)")

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PROPERTIES = "/metadata/core-properties"
_INSTRUCTION, _FIELD, _INSTR, _CHARACTER, _KIND = (
    qn(f"w:{name}") for name in ("instrText", "fldSimple", "instr", "fldChar", "fldCharType")
)
_DROPPED = frozenset(
    qn(f"w:{name}") for name in ("attachedTemplate", "documentProtection", "writeProtection")
)
"""Settings that a draft does not take over: what the file was made from, and a lock on its text."""


def read_package(path: Path) -> bytes:
    """Return a template's file as a Word document (.docx), a template (.dotx) turned into one.

    The name of the template that the file itself was once made from is left out, and so is a lock on
    its text: a draft is there to be written in. Raises DraftError for what `check_package` refuses,
    for embedded objects and links to other files, and for hundreds of pages.
    """
    package = check_package(read_office_file(path), str(path), (WORD_DOCUMENT, _TEMPLATE))
    return repack((name, _check_part(path, package, name)) for name in package.order())


def refused(path: Path, found: str, advice: str = "") -> DraftError:
    """Return the error for a template that cannot be used."""
    usual = "Save it in Word as a Word document (.docx) without macros, and check it again."
    return DraftError(str(path), expected="a Word template (.docx)", found=found, advice=advice or usual)


def _check_part(path: Path, package: Package, name: str) -> bytes:
    """Return a part as it may be used, one checked that a program would act on."""
    _check_name(path, name)
    content = package.read(name)
    return _check_markup(path, package, name, content) if name.lower().endswith(MARKUP) else content


def _check_name(path: Path, name: str) -> None:
    if _MACROS.search(name):
        raise refused(path, f"macros ({name})")
    if _EMBEDDED.search(name):
        raise refused(path, f"an embedded object ({name})", "Put a picture of it into the template instead.")


def _check_markup(path: Path, package: Package, name: str, content: bytes) -> bytes:
    if len(content) > _LARGEST_PART:
        raise refused(path, f"hundreds of pages ({name})", "Use a template of a page or two.")
    root = package.parse(name)
    if root.getroottree().docinfo.doctype:
        raise refused(path, f"a part {name} that declares entities, as no Word file does")
    if name == _TYPES:
        return content.replace(_TEMPLATE.encode(), WORD_DOCUMENT.encode())
    if name.endswith(".rels"):
        return _check_relations(path, name, root, content)
    _check_fields(path, name, root)
    dropped = [each for each in root if each.tag in _DROPPED]
    for each in dropped:
        root.remove(each)
    return _bytes(root) if dropped else content


def _check_relations(path: Path, name: str, root: etree._Element, content: bytes) -> bytes:
    """Return the relations as they may be used; refuse those that fetch or embed.

    The preview and the local template that the file was made from are left out. LibreOffice names
    the file's properties by a kind of its own: a second set of them would be written beside.
    """
    mended = False
    for relation in root.findall(_RELATION):
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if kind.endswith(_PROPERTIES) and kind != RELATIONSHIP_TYPE.CORE_PROPERTIES:
            relation.set("Type", RELATIONSHIP_TYPE.CORE_PROPERTIES)
            mended = True
        elif kind.endswith("/thumbnail") or (
            kind.endswith("/attachedTemplate") and not _REMOTE.match(target)
        ):
            root.remove(relation)
            mended = True
        else:
            _check_relation(path, name, relation)
    return _bytes(root) if mended else content


def _check_relation(path: Path, name: str, relation: etree._Element) -> None:
    kind, target = relation.get("Type", ""), relation.get("Target", "")
    if _MACROS.search(kind) or _EMBEDDED.search(kind):
        raise refused(path, f"an embedded object or macro ({target})")
    if relation.get("TargetMode") == "External" and not (
        kind.endswith("/hyperlink") and target.lower().startswith(_WEB)
    ):
        advice = "Put linked pictures into the file itself, and take out links to other files."
        raise refused(path, f"a link to another file in {name} ({target[:100]})", advice)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _check_fields(path: Path, name: str, root: etree._Element) -> None:
    found = next(filter(_FETCHING.match, _codes(root)), None)
    if found is not None:
        raise refused(
            path, f"a field that fetches other files in {name} ({found.strip()[:60]})", "Delete the field."
        )


def _codes(root: etree._Element) -> Iterator[str]:
    """Yield the codes of a part's fields, however many runs each is cut into, one within another apart."""
    opened: list[list[str]] = [[]]
    for element in root.iter(_INSTRUCTION, _FIELD, _CHARACTER):
        if element.tag == _FIELD:
            yield element.get(_INSTR, "")
        elif element.tag == _INSTRUCTION:
            opened[-1].append(element.text or "")
        elif element.get(_KIND) == "begin":
            opened.append([])
        elif element.get(_KIND) == "end" and len(opened) > 1:
            yield "".join(opened.pop())
    yield from ("".join(code) for code in opened)
