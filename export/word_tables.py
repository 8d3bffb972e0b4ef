"""Knows Word's tables: a header row that repeats on every page, fixed widths, rows that stay whole."""

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from export.phrases import plain
from export.text import fit
from export.word_lines import Pen
from export.word_xml import append, append_paragraph, make
from records.draft import Line, Table

_SHADE = "E7E6E6"


def render_table(pen: Pen, table: Table) -> None:
    """Write a table under its caption where the pen stands."""
    pen.begin("Caption", plain(table.caption))
    widths = [str(int(pen.width * share)) for share in table.widths]
    drawn = make("tbl")
    _describe(pen, drawn, table.caption)
    grid = append(drawn, "tblGrid")
    for width in widths:
        append(grid, "gridCol", w=width)
    head = append(drawn, "tr")
    behaviour = append(head, "trPr")
    append(behaviour, "cantSplit")
    append(behaviour, "tblHeader")
    for text, width in zip(table.header, widths, strict=True):
        _write_cell(pen, head, width, [plain(text)], shade=_SHADE)
    for cells in table.rows:
        row = append(drawn, "tr")
        append(append(row, "trPr"), "cantSplit")
        for cell, width in zip(cells, widths, strict=True):
            _write_cell(pen, row, width, cell.lines)
    pen.place(drawn)


def _describe(pen: Pen, drawn: BaseOxmlElement, caption: str) -> None:
    """Write the table's properties in the order that Word wants, the last one its alternative text."""
    properties = append(drawn, "tblPr")
    append(properties, "tblStyle", val=pen.page.styles["TableGrid"])
    append(properties, "tblW", w=str(pen.width), type="dxa")
    append(properties, "tblLayout", type="fixed")
    append(properties, "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0")
    append(properties, "tblCaption", val=fit(caption))


def _write_cell(
    pen: Pen, row: BaseOxmlElement, width: str, lines: Sequence[Line], *, shade: str | None = None
) -> None:
    cell = append(row, "tc")
    properties = append(cell, "tcPr")
    append(properties, "tcW", w=width, type="dxa")
    if shade:
        append(properties, "shd", val="clear", color="auto", fill=shade)
    for line in lines:
        pen.write(append_paragraph(cell, pen.page.styles["TableHead" if shade else "TableText"]), line)
