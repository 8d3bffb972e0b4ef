"""Knows Word's tables: a header row that repeats on every page, fixed widths, rows that stay whole."""

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length
from docx.table import _Row

from export.phrases import plain
from export.text import fit
from export.word_frame import TEXT_WIDTH
from export.word_lines import Pen
from export.word_xml import append, make
from records.draft import Line, Table

_SHADE = "E7E6E6"


def render_table(document: Document, pen: Pen, table: Table) -> None:
    """Write a table under its caption at the end of a document."""
    pen.write_text(document.add_paragraph(style="Caption"), table.caption)
    drawn = document.add_table(rows=1 + len(table.rows), cols=len(table.header), style="Table Grid")
    drawn.autofit = False
    for column, share in zip(drawn.columns, table.widths, strict=True):
        column.width = Length(int(TEXT_WIDTH * share))
    head, *rows = drawn.rows
    _write_row(head, pen, [(plain(text),) for text in table.header], "Table Head")
    for row, cells in zip(rows, table.rows, strict=True):
        _write_row(row, pen, [cell.lines for cell in cells], "Table Text")
    _set_properties(list(document.element.body.iterchildren(qn("w:tbl")))[-1], table)


def _write_row(row: _Row, pen: Pen, cells: Iterable[Sequence[Line]], style: str) -> None:
    for cell, lines in zip(row.cells, cells, strict=True):
        first = cell.paragraphs[0]
        first.style = style
        for position, line in enumerate(lines):
            pen.write(cell.add_paragraph(style=style) if position else first, line)


def _set_properties(element: BaseOxmlElement, table: Table) -> None:
    """Set what the library has no words for: total width, alternative text, row and header behaviour."""
    for properties in element.iterchildren(qn("w:tblPr")):
        for width in properties.iterchildren(qn("w:tblW")):
            width.set(qn("w:type"), "dxa")
            width.set(qn("w:w"), str(TEXT_WIDTH.twips))
        append(properties, "tblCaption", val=fit(table.caption))
    for position, row in enumerate(element.iterchildren(qn("w:tr"))):
        behaviour = make("trPr")
        append(behaviour, "cantSplit")
        if position == 0:
            append(behaviour, "tblHeader")
            _shade(row)
        row.insert(0, behaviour)


def _shade(row: BaseOxmlElement) -> None:
    for properties in row.iter(qn("w:tcPr")):
        append(properties, "shd", val="clear", color="auto", fill=_SHADE)
