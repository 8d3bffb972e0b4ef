"""Printed lines: rows, columns, running text, and where a title goes on."""

import pytest

from extract.decision_lines import Line, goes_on, is_spaced, split_lines
from records.item import Block

LONG = "Sammanträdesprotokoll för kommunstyrelsen med alla uppgifter i en enda rad som uttaget satt ihop " * 3


def printed(text: str) -> list[str]:
    """Return the printed form of each line."""
    return [text[slice(*line.span)] for line in split_lines(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ås\n\n  Öd  \n", ["Ås", "Öd"], id="blank lines and margins"),
        pytest.param("Dnr   KS 1\tSida 2", ["Dnr", "KS 1", "Sida 2"], id="columns by gaps and tabs"),
        pytest.param("A\u00a0 \u00a0B", ["A", "B"], id="a gap of hard blanks"),
        pytest.param("A  B", ["A  B"], id="two blanks are no gap"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_lines_and_columns(text: str, expected: list[str]) -> None:
    """A wide gap parts columns; blanks around a line are none of it."""
    assert printed(text) == expected


def test_cells_cut_a_row() -> None:
    """A cell that markup tells begins a column, whatever stands before it."""
    text = "Utval Møtedato"
    cells = (Block("cell", 0, 5, 0), Block("cell", 6, 14, 0))
    lines = split_lines(text, cells)
    assert [(text[slice(*line.span)].strip(), line.column) for line in lines] == [
        ("Utval", 0),
        ("Møtedato", 1),
    ]


def test_a_line_knows_its_first_figure() -> None:
    """The first digit or section sign is kept, so that lines without need no look at numbers and days."""
    lines = split_lines("Beslut\nKommunstyrelsen § 12\nSida 3")
    assert [line.digit for line in lines] == [-1, 23, 33]
    assert [line.digits for line in lines] == [False, True, True]


def test_running_text() -> None:
    """A line too long for a page runs fields together; one that begins with a page's number begins a page."""
    text = f"Kort rad\n3 {LONG}"
    short, long = split_lines(text)
    assert (short.running, short.page) == (False, False)
    assert (long.running, long.page) == (True, True)
    assert text[long.start :].startswith("Samman")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("UTBILDNING AV\nNYA LEDAMÖTER", True, id="capitals below capitals"),
        pytest.param("UTBILDNING AV\nnya ledamöter", False, id="small letters below capitals"),
        pytest.param(
            "Utbildning för nämndens ledamöter och\nersättare", True, id="a sentence broken for want of room"
        ),
        pytest.param("Utbildning\nersättare deltar", False, id="a short line was not broken"),
        pytest.param("Utbildning för nämndens ledamöter och\n\nersättare", False, id="a gap between"),
        pytest.param(
            "Utbildning för nämndens alla ledamöter.\nersättare", False, id="the sentence has ended"
        ),
    ],
)
def test_where_a_title_goes_on(text: str, expected: bool) -> None:
    """A title goes on right below in capitals, or where its sentence was broken."""
    above, below = split_lines(text)
    assert goes_on(text, above.span, below) == expected


def test_letters_apart() -> None:
    """A heading is spaced where blanks part all its letters, four at least."""
    assert is_spaced("S A K S F R A M L E G G")
    assert not is_spaced("S A K")
    assert not is_spaced("A B C D ledamöter")
    assert Line(0, 1, 0, 0, False, False).digits is False
