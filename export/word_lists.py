"""Knows Word's lists: bullets, and numbers that begin at 1 in each list."""

from docx.document import Document

from export.word_lines import Pen
from export.word_numbering import begin_numbering
from export.word_xml import append
from records.draft import Points

_SHORT = 6
"""Points of a list that need not break over two pages."""


def render_points(document: Document, pen: Pen, points: Points) -> None:
    """Write a list where the pen stands; a numbered or short one stays on a page.

    Of longer ones no point stands alone.
    """
    number = begin_numbering(document, pen.page.numbered) if points.numbered else None
    last = len(points.items) - 1
    whole = points.numbered or len(points.items) <= _SHORT
    for place, item in enumerate(points.items):
        paragraph = pen.begin("ListBullet" if number is None else "ListNumber", item)
        properties = paragraph[0]
        if place < last and (whole or place in (0, last - 1)):
            pen.keep(paragraph)
        if number is not None:
            numbering = append(properties, "numPr")
            append(numbering, "ilvl", val="0")
            append(numbering, "numId", val=str(number))
        # without properties of its own, LibreOffice lets the mark share the first word's highlight
        append(append(properties, "rPr"), "lang", val=pen.tag)
