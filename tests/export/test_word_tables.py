"""Widths of a table's columns: the shares that are asked for, but so that words stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.word_tables import column_widths
from records.draft import Cell, Plain, Table

A4 = 9354
"""Twips of text on our own page."""


def _table(header: tuple[str, ...], widths: tuple[float, ...], *rows: tuple[str, ...]) -> Table:
    cells = tuple(tuple(Cell(lines=((Plain(text=text),),)) for text in row) for row in rows)
    return Table(caption="Taulukko", header=header, widths=widths, rows=cells)


def test_shares_are_kept_where_words_fit() -> None:
    """On our own page the columns are as the draft asks."""
    table = _table(("Ajankohta", "Sisältö", "Lähde"), (0.3, 0.6, 0.1), ("3.9.2025", "peruskoulutus", "[1]"))

    assert column_widths(table, A4) == pytest.approx([A4 * 0.3, A4 * 0.6, A4 * 0.1], abs=2)


def test_a_narrow_column_takes_what_its_head_lacks() -> None:
    """ "Lähde" is not broken into "Lähd" and "e" on a narrow page; the widest column gives most."""
    table = _table(("Ajankohta", "Sisältö", "Lähde"), (0.3, 0.62, 0.08))
    when, content, source = column_widths(table, 6000)

    assert source > 6000 * 0.08
    assert 6000 * 0.62 - content > 6000 * 0.3 - when >= 0


def test_long_words_of_cells_count_too() -> None:
    """A column widens for a long word of its rows."""
    table = _table(("A", "B"), (0.8, 0.2), ("x", "luottamushenkilöiden"))

    assert column_widths(table, 6000)[1] > 6000 * 0.2


def test_a_page_too_narrow_for_any_word_keeps_the_shares() -> None:
    """There is nothing to give: the words break."""
    table = _table(("luottamushenkilöt", "päätöksenteko"), (0.5, 0.5))

    assert column_widths(table, 2000) == [1000, 1000]


@given(
    st.lists(st.tuples(st.text(max_size=30), st.integers(1, 9)), min_size=1, max_size=6),
    st.integers(2000, 20000),
)
def test_columns_together_are_never_wider_than_the_text(heads: list[tuple[str, int]], width: int) -> None:
    """Whatever stands in them, and nearly as wide; none is lost."""
    total = sum(share for _, share in heads)
    table = _table(tuple(head for head, _ in heads), tuple(share / total for _, share in heads))
    columns = column_widths(table, width)

    assert width - 2 * len(columns) <= sum(columns) <= width
    assert min(columns) > 0
