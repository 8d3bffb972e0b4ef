"""Lines, what stands above and below them, and their sentences."""

import pytest

from extract.programme_outline import outline
from extract.reading import Reading
from records.item import Block, Item
from tests.extract.programmes import page


def test_bullets_are_no_part_of_a_line() -> None:
    """A line begins at its words; its depth grows with its indentation."""
    text = "Kurs:\n\n • En dag\n\n   • Roller\n\n • To dager"
    laid = outline(page(text), Reading())
    points = [line for line in laid.lines if line.bullet]
    assert [text[line.start : line.end] for line in points] == ["En dag", "Roller", "To dager"]
    assert points[1].depth > points[0].depth == points[2].depth


def test_a_number_that_begins_a_date_is_no_bullet() -> None:
    """ "6. februar" keeps its day."""
    text = "Datoer\n\n6. februar\n7. mars"
    laid = outline(page(text), Reading(), [text.index("6."), text.index("7.")])
    assert [text[line.start : line.end] for line in laid.lines] == ["Datoer", "6. februar", "7. mars"]


def test_cells_of_one_row_are_one_line() -> None:
    """A table's row is a line with its cells."""
    text = "3.2.\tTalous\n5.3.\tHankinnat"
    blocks = (
        Block("cell", 0, 4, row=0, column=0),
        Block("cell", 5, 11, row=0, column=1),
        Block("cell", 12, 16, row=1, column=0),
        Block("cell", 17, 26, row=1, column=1),
    )
    item = Item(
        source_id="s",
        base_id="b",
        native_id="1",
        url=None,
        text=text,
        blocks=blocks,
        text_version="t",
    )
    laid = outline(item, Reading())
    assert [line.span for line in laid.lines] == [(0, 11), (12, 26)]
    assert [len(line.cells) for line in laid.lines] == [2, 2]


def test_sentences_of_the_reading_win_and_the_rest_is_split() -> None:
    """Where nothing was read, lines are split at full stops before capitals."""
    text = "Kurs i mai. Den er gratis.\n\nMer om kurset. Se her."
    read = Reading(sentences=((0, 26),))
    laid = outline(page(text), read)
    assert [text[start:end] for start, end in laid.sentences] == [
        "Kurs i mai. Den er gratis.",
        "Mer om kurset.",
        "Se her.",
    ]


@pytest.mark.parametrize(
    ("line", "heading", "entry"),
    [
        ("Utbildning för nya ledamöter", True, True),
        ("Utbildningen hålls i mars.", False, True),
        ("Första meningen är här. Den andra meningen är här.", False, False),
        ("x" * 200, False, False),
    ],
)
def test_headings_and_rows_are_short(line: str, heading: bool, entry: bool) -> None:
    """A heading is short and unclosed, a row is short and holds one sentence at most."""
    laid = outline(page(f"Inledning är detta.\n\n{line}\n\nMer text följer här."), Reading())
    assert laid.is_heading(laid.lines[1]) is heading
    assert laid.is_entry(laid.lines[1]) is entry


def test_an_endless_sentence_is_cut() -> None:
    """A text without full stops is read in pieces, so that searching a sentence stays cheap."""
    text = "koulutus " * 2000
    laid = outline(page(text), Reading())
    assert max(end - start for start, end in laid.sentences) <= 1500
    assert laid.sentence(17_000)[0] > 0


def test_an_empty_text_has_no_lines() -> None:
    """Nothing to read gives nothing, and asking for a place in it is allowed."""
    laid = outline(page(" \n\n "), Reading())
    assert (laid.lines, laid.sentences) == ((), ())
    assert laid.sentence(0) == (0, 0)
    assert laid.line_index(0) == 0
