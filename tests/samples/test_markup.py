"""The marks of the made-up texts mean what they say."""

import pytest

from samples.markup import Block, grouped, html_of, html_table, plain, read_blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        # line ends inside a paragraph are blanks
        ("yksi\nkaksi\n\nkolme", [Block("paragraph", "yksi kaksi"), Block("paragraph", "kolme")]),
        # list items may follow one another and run over lines
        ("- eka\njatkuu\n- toka", [Block("bullet", "eka jatkuu"), Block("bullet", "toka")]),
        ("| a | b |\n| c | d |", [Block("row", "a | b"), Block("row", "c | d")]),
        ("# Iso\n## Pieni", [Block("title", "Iso"), Block("heading", "Pieni")]),
        ("1. hyväksyy\n2. toteaa", [Block("point", "1. hyväksyy"), Block("point", "2. toteaa")]),
        # a date or a range at a line's start is no numbered point
        ("Ajat\n1.–30.6.2026 ja\n3.9. klo 17", [Block("paragraph", "Ajat 1.–30.6.2026 ja 3.9. klo 17")]),
        # "§ 5" alone or a dash inside are plain text
        ("Kerrosala - uusi", [Block("paragraph", "Kerrosala - uusi")]),
        ("", []),
    ],
)  # fmt: skip
def test_blocks_of_a_text(text: str, blocks: list[Block]) -> None:
    """Blank lines part, marks tell the kind."""
    assert list(read_blocks(text)) == blocks


def test_empty_cells_are_kept() -> None:
    """A row may begin with an empty cell."""
    row = read_blocks("|  | nimi |")[0]

    assert row.cells == ("", "nimi")


def test_html_escapes_markup_and_keeps_quotes() -> None:
    """Ampersands and angle brackets of the text cannot become markup."""
    assert html_of(Block("paragraph", 'a < b & "c"')) == '<p>a &lt; b &amp; "c"</p>'
    assert html_table([Block("row", "a & b | c")]) == "<table><tr><td>a &amp; b</td><td>c</td></tr></table>"


def test_rows_are_grouped_and_all_else_stands_alone() -> None:
    """A table is a run of rows."""
    blocks = read_blocks("alku\n\n| a | b |\n| c | d |\n\nloppu")

    assert [len(run) for run in grouped(blocks)] == [1, 2, 1]


def test_plain_text_puts_tabs_between_cells() -> None:
    """Bare text has a line a block."""
    assert plain(read_blocks("# A\n\n| b | c |")) == "A\nb\tc"
