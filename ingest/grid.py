"""Knows the rows and columns of an HTML table, and whether it is a table at all."""

MOST_SPAN = 1000
"""The widest colspan or rowspan that HTML knows."""
_LONG_CELL = 12
"""A cell with more paragraphs than this holds a page, not a value."""


class Grid:
    """A table that is being read: counts rows and columns from 0, merged cells taken into account.

    `outer` is the table it stands in.
    """

    __slots__ = ("_column", "_filled", "_held", "_nests", "_paragraphs", "_row", "_span")

    def __init__(self, outer: "Grid | None" = None) -> None:
        self._row, self._column, self._span = 0, -1, 1
        self._filled, self._paragraphs = 0, 0
        self._nests = False
        self._held: dict[int, int] = {}
        if outer:
            outer.nest()

    @property
    def is_layout(self) -> bool:
        """Whether the table only places things: it holds other tables, headings, pages or one cell alone."""
        return self._nests or self._filled < 2

    def nest(self) -> None:
        """Note that the table holds something that no table of values holds."""
        self._nests = True

    def open_row(self) -> None:
        """Begin the next row."""
        if self._column >= 0:
            self._row += 1
            self._held = {column: last for column, last in self._held.items() if last >= self._row}
        self._column, self._span = -1, 1

    def open_cell(self, columns: int, rows: int) -> tuple[int, int]:
        """Begin the next cell, which covers so many columns and rows, and return its row and column."""
        column = self._column + self._span if self._column >= 0 else 0
        while column in self._held:
            column += 1
        self._column, self._span, self._paragraphs = column, columns, 0
        if rows > 1:
            self._held |= dict.fromkeys(range(column, column + columns), self._row + rows - 1)
        return self._row, column

    def count_paragraph(self) -> None:
        """Note a paragraph of the open cell."""
        self._filled += self._paragraphs == 0
        self._paragraphs += 1
        self._nests = self._nests or self._paragraphs > _LONG_CELL
