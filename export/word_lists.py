"""Knows Word's lists: bullets, and numbers that begin at 1 in each list."""

from docx.document import Document
from docx.oxml.ns import qn

from export.word_lines import Pen
from records.draft import Points

_NUMBERED_ID = "ListNumber"


def render_points(document: Document, pen: Pen, points: Points) -> None:
    """Write a list at the end of a document."""
    number = _begin_numbering(document) if points.numbered else None
    for item in points.items:
        paragraph = document.add_paragraph(style="List Bullet" if number is None else "List Number")
        pen.write(paragraph, item)
        if number is not None:
            properties = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number


def _begin_numbering(document: Document) -> int:
    """Return the id of a new numbering that looks as the style of numbered lists does."""
    numbering = document.part.numbering_part.element
    marks = (mark for mark in numbering.iter(qn("w:pStyle")) if mark.get(qn("w:val")) == _NUMBERED_ID)
    look = next(marks).getparent().getparent()
    number = numbering.add_num(int(look.get(qn("w:abstractNumId"))))
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)
