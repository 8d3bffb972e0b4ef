"""Knows Word's styles and page: prepares the empty document that a draft is written into."""

import io
from dataclasses import dataclass
from functools import cache
from typing import cast

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

TEXT_WIDTH = Mm(165)
"""Width of the text on an A4 page between its margins."""

_CELL_MARGIN = Mm(1.2)
_FONT = "Arial"
_INK = RGBColor(0x1F, 0x1F, 0x1F)
_LINK = RGBColor(0x1F, 0x4E, 0x9E)
_KEPT_TABLES = frozenset({"TableNormal", "TableGrid"})
_OBSOLETE = frozenset(
    {
        RELATIONSHIP_TYPE.THUMBNAIL,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    }
)
_COMMENT_STYLES = {"annotation text": "CommentText", "annotation reference": "CommentReference"}


@dataclass(frozen=True)
class _Look:
    """How a paragraph style looks: points for sizes and spaces, millimetres for `indent`.

    A `hanging` style indents all lines but the first, which may reach the indent with a tab.
    """

    name: str
    size: float
    before: float = 0
    after: float = 0
    indent: float = 0
    hanging: bool = False
    bold: bool | None = None
    lines: float = 1.1


_LOOKS = (
    _Look("Normal", 11, after=8),
    _Look("Title", 20, after=18),
    _Look("Heading 1", 16, before=18, after=8),
    _Look("Heading 2", 12.5, before=16, after=4),
    _Look("Caption", 10, before=8, after=4),
    _Look("List Bullet", 11, after=4),
    _Look("List Number", 11, after=4),
    _Look("Header", 9, lines=1),
    _Look("Footer", 9, lines=1),
    _Look("Facts", 11, after=3, indent=46, hanging=True),
    _Look("Last Fact", 11, after=8, indent=46, hanging=True),
    _Look("Below Table", 11, before=8, after=8),
    _Look("Table Text", 9, after=1, lines=1),
    _Look("Table Head", 9, after=1, bold=True, lines=1),
    _Look("Source", 10, before=6, after=3, indent=8, hanging=True),
    _Look("Source Quote", 9, after=3, indent=8),
    _Look("annotation text", 10, lines=1),
)


def open_frame(tag: str) -> Document:
    """Return an empty A4 document with our styles, in the language of a tag ("sv-FI")."""
    return docx.Document(io.BytesIO(_frame(tag)))


@cache
def _frame(tag: str) -> bytes:
    document = docx.Document()
    _drop_ballast(document)
    _set_page(document)
    _set_language(document, tag)
    _set_fonts(document)
    _set_cell_margins(document)
    for look in _LOOKS:
        _set_look(document, look)
    _set_characters(document)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _drop_ballast(document: Document) -> None:
    """Take out a hundred table styles and previews of an empty page, nine tenths of the file."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, each in rels.items() if each.reltype in _OBSOLETE]:
            del rels[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _KEPT_TABLES:
            styles.remove(style)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    section.header_distance = section.footer_distance = Mm(11)


def _set_language(document: Document, tag: str) -> None:
    """Set the language of styles and theme, and the mode in which Word of today opens the file."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), tag)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), tag)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _set_fonts(document: Document) -> None:
    """Let every style inherit one font: the theme would bring another to headings."""
    styles = document.styles.element
    _remove(styles, "w:rFonts")
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)
    for defaults in styles.iterfind(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"):
        defaults.insert(0, fonts)


def _set_cell_margins(document: Document) -> None:
    for margins in document.styles.element.iter(qn("w:tblCellMar")):
        for side in margins:
            side.set(qn("w:w"), str(_CELL_MARGIN.twips))


def _set_look(document: Document, look: _Look) -> None:
    styles = document.styles
    known = look.name in styles
    style = cast(
        ParagraphStyle, styles[look.name] if known else styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    )
    if not known:
        style.base_style = styles["Normal"]  # so that a council that changes its font changes it everywhere
    _remove(style.element, "w:pBdr")
    style.font.size, style.font.color.rgb, style.font.bold = Pt(look.size), _INK, look.bold or style.font.bold
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(look.before), Pt(look.after), look.lines
    shape.keep_with_next = look.name.startswith(("Heading", "Caption")) or None
    if look.indent:
        shape.left_indent = Mm(look.indent)
    if look.hanging:
        shape.first_line_indent = -Mm(look.indent)
        shape.tab_stops.add_tab_stop(Mm(look.indent))
    if look.name in {"Header", "Footer"}:
        _remove(style.element, "w:tabs")
        shape.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _set_characters(document: Document) -> None:
    link = cast(CharacterStyle, document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER))
    link.font.color.rgb, link.font.underline = _LINK, True
    mark = cast(CharacterStyle, document.styles.add_style("annotation reference", WD_STYLE_TYPE.CHARACTER))
    mark.font.size = Pt(8)
    for name, identity in _COMMENT_STYLES.items():
        document.styles[name].element.set(qn("w:styleId"), identity)


def _remove(element: BaseOxmlElement, name: str) -> None:
    for each in list(element.iter(qn(name))):
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
