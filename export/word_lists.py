"""Knows Word's lists: bullets, and numbers that begin at 1 in each list."""

from docx.document import Document
from docx.oxml.ns import qn

from export.word_lines import Pen
from export.word_xml import append
from records.draft import Points

_NUMBERED = "ListNumber"
_BULLETED = "ListBullet"


def render_points(document: Document, pen: Pen, points: Points) -> None:
    """Write a list at the end of a document; a numbered one is not broken across pages."""
    number = _begin_numbering(document) if points.numbered else None
    for item in points.items:
        paragraph = pen.begin(_BULLETED if number is None else _NUMBERED, item)
        properties = paragraph[0]
        if number is not None:
            if item is not points.items[-1]:
                pen.keep(paragraph)
            numbering = append(properties, "numPr")
            append(numbering, "ilvl", val="0")
            append(numbering, "numId", val=str(number))
        # without properties of its own, LibreOffice lets the mark share the first word's highlight
        append(append(properties, "rPr"), "lang", val=pen.tag)


def _begin_numbering(document: Document) -> int:
    """Return the id of a new numbering that looks as the style of numbered lists does."""
    numbering = document.part.numbering_part.element
    marks = (mark for mark in numbering.iter(qn("w:pStyle")) if mark.get(qn("w:val")) == _NUMBERED)
    look = next(marks).getparent().getparent()
    number = numbering.add_num(int(look.get(qn("w:abstractNumId"))))
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)
