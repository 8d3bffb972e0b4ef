"""Knows Word documents (.docx): headings, lists and tables in the order of the document."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from ingest.archive import check_archive
from ingest.clean import CleanText, Piece, lay_out
from records.errors import ReadError

TEXT_VERSION = "word-1"
_DAMAGE = (
    PackageNotFoundError, zipfile.BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError,
    LookupError, ValueError, AttributeError, TypeError, RuntimeError,
)  # fmt: skip
"""What python-docx and zipfile raise over damaged parts; they look into most of them only when asked."""
_HEADING = re.compile(r"heading (\d)", re.I)
_LIST = re.compile(r"list (?:bullet|number)(?: (\d))?", re.I)
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_RUN, _TEXT = qn("w:r"), qn("w:t")
_WRAPPERS = {qn(tag) for tag in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:smartTag")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", _PARAGRAPH: "\n"}


def read_word(content: bytes, where: str) -> CleanText:
    """Return the text of a .docx: the head of its pages, then headings, paragraphs, list items and cells.

    Text that was inserted under tracking counts, deleted text does not. Raises ReadError for bytes
    that are no Word document, a damaged and an encrypted one, TooLarge for one that unfolds beyond measure.
    """
    try:
        check_archive(content, where)
        return lay_out(_Reader(docx.Document(io.BytesIO(content))).pieces())
    except _DAMAGE as error:
        advice = "Save it again as .docx"
        raise ReadError(where, expected="a Word document", found=str(error)[:120], advice=advice) from error


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.styles = {style.style_id: style.name or "" for style in document.styles}

    def pieces(self) -> Iterator[Piece]:
        for section in list(self.document.sections)[:1]:
            head = section.first_page_header if section.different_first_page_header_footer else section.header
            yield from self._inside(head._element)
        yield from self._inside(self.document.element.body)

    def _inside(self, parent: etree._Element) -> Iterator[Piece]:
        for element in _blocks(parent):
            if element.tag == _TABLE:
                yield from self._table(element)
            else:
                yield from self._paragraph(element)

    def _paragraph(self, element: etree._Element) -> Iterator[Piece]:
        words = _words(element)
        if not words:
            return
        style = self.styles.get(_value(element, "w:pPr/w:pStyle") or "", "")
        heading, listed = _HEADING.match(style), _LIST.match(style)
        depth = _value(element, "w:pPr/w:numPr/w:ilvl")
        bold = _is_bold(element)
        if heading or style == "Title":
            yield Piece("heading", words, int(heading[1]) if heading else 1, bold=bold)
        elif depth is not None or listed:
            level = int(depth) + 1 if depth else int((listed and listed[1]) or 1)
            yield Piece("list_item", words, level, bold=bold)
        else:
            yield Piece("paragraph", words, bold=bold)

    def _table(self, table: etree._Element) -> Iterator[Piece]:
        for row, line in enumerate(table.iterchildren(_ROW)):
            for column, cell in enumerate(line.iterchildren(_CELL)):
                pieces = list(self._inside(cell))
                words = "\n".join(piece.text for piece in pieces if piece.kind == "paragraph")
                if words:
                    yield Piece("cell", words, row=row, column=column, bold=pieces[0].bold)
                yield from (piece for piece in pieces if piece.kind != "paragraph")


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _words(paragraph: etree._Element) -> str:
    parts: list[str] = []
    walker = etree.iterwalk(paragraph, events=("start",))
    for _, element in walker:
        if element.tag == _FALLBACK:
            walker.skip_subtree()
        elif element.tag == _TEXT:
            parts.append(element.text or "")
        elif element is not paragraph:
            parts.append(_SIGNS.get(str(element.tag), ""))
    lines = (" ".join(line.split()) for line in "".join(parts).replace("\u00ad", "").split("\n"))
    return "\n".join(filter(None, lines))


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find("/".join(map(qn, path.split("/"))))
    return None if found is None else found.get(qn("w:val"))


def _is_bold(paragraph: etree._Element) -> bool:
    for run in paragraph.iter(_RUN):
        if run.findtext(_TEXT, "").strip():
            bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
            return bold is not None and bold.get(qn("w:val")) not in ("0", "false")
    return False
