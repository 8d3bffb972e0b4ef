"""Knows the made-up Word templates of sample houses: a letterhead, and tags where a draft goes."""

import io
import zipfile
from typing import Any, cast

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

_BLUE, _GREY = RGBColor(0x1F, 0x4E, 0x79), RGBColor(0x59, 0x59, 0x59)
_WIDTH = Cm(16.4)
_LETTER = "Liberation Sans"
_LOOKS = (("Normal", 11, None), ("Title", 22, _BLUE), ("Heading 1", 17, _BLUE), ("Heading 2", 12, _BLUE))
_FIELDS = (
    ("Organ", "body"),
    ("Sammanträde", "meeting"),
    ("Paragraf", "section"),
    ("Ärendenummer", "case_number"),
    ("Beredare", "preparer"),
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def load_templates() -> dict[str, bytes]:
    """Return the Word templates (.docx) of the demo's home houses by file name; always the same bytes."""
    return {"strandholm.docx": _town_template()}


def _town_template() -> bytes:
    """Return the paper of a Swedish-speaking town in Finland: its name above, its address below."""
    document = docx.Document()
    _set_page(document)
    _set_styles(document)
    _write_margins(document)
    document.add_paragraph("{{ title }}", style="Heading 1")
    for label, tag in _FIELDS:
        line = document.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(Cm(4))
        line.paragraph_format.space_after = Pt(12 if (label, tag) == _FIELDS[-1] else 0)
        line.add_run(f"{label}\t").bold = True
        line.add_run(f"{{{{ {tag} }}}}")
    document.add_paragraph("{{ content }}")
    return _repacked(document)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin = Cm(3)
    document.core_properties.author = "Strandholms stad"
    document.core_properties.title = "Föredragningslista"


def _set_styles(document: Document) -> None:
    """Give the text and its headings the town's letter and colour."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for slot in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{slot}"), _LETTER)
    for name, size, color in _LOOKS:
        style = cast(ParagraphStyle, document.styles[name])
        style.font.size, style.font.color.rgb = Pt(size), color


def _write_margins(document: Document) -> None:
    header = document.sections[0].header.paragraphs[0]
    header.style = "Normal"
    header.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    _write(header, "STRANDHOLMS STAD", size=15, color=_BLUE, bold=True)
    _write(header, "\tFöredragningslista", size=10)
    _rule(header, "bottom")
    footer = document.sections[0].footer.paragraphs[0]
    footer.style = "Normal"
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(
        footer, "Strandholms stad · Strandgatan 1, 99999 Strandholm · registratur@strandholm.example", size=8
    )
    _rule(footer, "top")


def _write(
    paragraph: Paragraph, text: str, *, size: int, color: RGBColor = _GREY, bold: bool = False
) -> None:
    run = paragraph.add_run(text)
    run.bold, run.font.size, run.font.color.rgb = bold, Pt(size), color


def _rule(paragraph: Paragraph, edge: str) -> None:
    """Draw a line above or below a paragraph."""
    borders, line = OxmlElement("w:pBdr"), OxmlElement(f"w:{edge}")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", str(_BLUE))):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties: Any = paragraph._p.get_or_add_pPr()
    style = properties.find(qn("w:pStyle"))
    properties.insert(0 if style is None else 1, borders)


def _repacked(document: Document) -> bytes:
    """Return a document as a file that tells nothing of when it was made."""
    saved, content = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in parts.namelist():
            packed.writestr(zipfile.ZipInfo(name, _FIRST_DAY), parts.read(name), zipfile.ZIP_DEFLATED)
    return content.getvalue()
