"""Knows Word's tables: a header row that repeats on every page, fixed widths, rows that stay whole."""

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from export.phrases import plain
from export.text import fit
from export.word_lines import Pen
from export.word_xml import append, append_paragraph, make
from records.draft import Line, Table

_SHADE = "E7E6E6"
_LETTER, _MARGINS = 105, 240
"""Twips that a letter of a table's text takes, in a wide face, and the two margins of a cell."""
_INSIDE = 60
"""Twips above and below the text of a cell, which councils' styles of tables often lack."""
_ENOUGH = 200
"""Rows that tell how long words are; a longer table is no other."""


def render_table(pen: Pen, table: Table) -> None:
    """Write a table under its caption where the pen stands."""
    pen.begin("Caption", plain(table.caption))
    widths = [str(width) for width in column_widths(table, pen.width)]
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


def column_widths(table: Table, width: int) -> list[int]:
    """Return the widths of columns in twips: the table's shares of `width`, but so that words stay whole.

    A column too narrow for its longest word takes what it lacks from the others, where they have it;
    on a page too narrow for all words, only the words of the header count.
    """
    wanted = [int(width * share) for share in table.widths]
    needs = [_room(max(head, cell)) for head, cell in zip(_heads(table), _cells(table), strict=True)]
    if sum(needs) > width:
        needs = [_room(head) for head in _heads(table)]
    lacking = sum(max(0, need - own) for need, own in zip(needs, wanted, strict=True))
    spare = sum(max(0, own - need) for need, own in zip(needs, wanted, strict=True))
    if not 0 < lacking <= spare:
        return wanted
    kept = 1 - lacking / spare
    return [need + int(max(0, own - need) * kept) for need, own in zip(needs, wanted, strict=True)]


def _heads(table: Table) -> list[int]:
    """Return the length of the longest word of each column's head."""
    return [_longest(plain(head)) for head in table.header]


def _cells(table: Table) -> list[int]:
    """Return the length of the longest word in each column's cells."""
    rows = table.rows[:_ENOUGH]
    return [
        max((_longest(line) for row in rows for line in row[column].lines), default=0)
        for column in range(len(table.header))
    ]


def _longest(line: Line) -> int:
    return max((len(word) for piece in line for word in piece.text.split()), default=0)


def _room(letters: int) -> int:
    """Return the width in twips that a word of so many letters needs, with the margins of its cell."""
    return letters * _LETTER + _MARGINS


def _describe(pen: Pen, drawn: BaseOxmlElement, caption: str) -> None:
    """Write the table's properties in the order that Word wants, the last one its alternative text."""
    properties = append(drawn, "tblPr")
    append(properties, "tblStyle", val=pen.page.styles["TableGrid"])
    append(properties, "tblW", w=str(pen.width), type="dxa")
    append(properties, "tblLayout", type="fixed")
    margins = append(properties, "tblCellMar")
    for side in ("top", "bottom"):
        append(margins, side, w=str(_INSIDE), type="dxa")
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
