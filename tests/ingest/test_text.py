"""What layout says of bare text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text import infer_blocks

Told = tuple[str, str]


def told(text: str) -> list[Told]:
    """Return kind and words of each block."""
    return [(block.kind, text[block.start : block.end]) for block in infer_blocks(text)]


HEADINGS = [
    ("Ohjelma 2025\n\nTeksti on tässä.", "heading", "the first line, short and without a stop"),
    ("Teksti on tässä.\n\nOhjelma 2025\nLisää tekstiä.", "heading", "below a blank line"),
    ("Teksti on tässä.\nOhjelma 2025\nLisää tekstiä.", "paragraph", "no blank line above"),
    ("Teksti on tässä.\n\nOhjelma 2025.\nLisää.", "paragraph", "a full stop closes it"),
    ("Teksti on tässä.\n\nOhjelma 2025", "paragraph", "nothing stands below it"),
    ("Teksti on tässä.\n\nohjelma 2025\nLisää.", "paragraph", "it opens with a small letter"),
    ("Teksti on tässä.\n\n2025\nLisää.", "paragraph", "no letter in it"),
    ("Teksti on tässä.\n\n" + "Ohjelma " * 12 + "\nLisää.", "paragraph", "too long"),
    ("Teksti on tässä.\n\nOhjelma matti@example.fi\nLisää.", "paragraph", "an address is no heading"),
    ("Teksti on tässä.\nOHJELMAN SISÄLTÖ\nLisää.", "heading", "capitals need no blank line"),
    ("Teksti on tässä.\n\u00a0\nOhjelma 2025\nLisää.", "heading", "a line with one no-break space is blank"),
]


@pytest.mark.parametrize(("text", "kind", "reason"), HEADINGS)
def test_heading(text: str, kind: str, reason: str) -> None:
    """A heading is short, set apart, begins large and is not closed by punctuation."""
    found = next(k for k, words in told(text) if "hjelma" in words or "HJELMA" in words or words == "2025")

    assert found == kind, reason


LISTS = [
    ("• roller\n• jäv", [1, 1], "bullets of one depth"),
    ("•roller\n•jäv", [1, 1], "bullets glued to their words"),
    ("• roller\n  • jäv\n  • etik\n• ekonomi", [1, 2, 2, 1], "depth read from the indent"),
    ("• roller\no jäv\no etik\n• ekonomi", [1, 2, 2, 1], "depth read from the sign where indents are lost"),
    ("1) tider:\n- 19.1.\n- 2.2.\n2) platser", [1, 2, 2, 1], "dashes below numbers"),
    ("- roller", [1], "a short dash alone"),
    ("\uf0b7 roller", [1], "Word's private bullet"),
    ("Innehåll:\n– roller", [1], "a long dash that a colon introduces"),
    ("a) att delta\nb) att betala", [1, 1], "letters"),
    ("1. hyväksyä suunnitelman\nja sen liitteet\n2. merkitä tiedoksi", [1, 1], "a line between the numbers"),
]


@pytest.mark.parametrize(("text", "levels", "reason"), LISTS)
def test_list_items(text: str, levels: list[int], reason: str) -> None:
    """List items know their depth."""
    found = [block.level for block in infer_blocks(text) if block.kind == "list_item"]

    assert found == levels, reason


NO_ITEMS = [
    ("– Nå begynner arbeidet, sier ordføreren.", "a long dash alone is speech"),
    ("24. februar 2025 kl. 18\nRådhuset", "a day alone is no number of a list"),
    ("Text.\n\n2. Genomförande\n\nMer text.", "a numbered heading between paragraphs"),
    ("-Nei, sa ho.", "a dash glued to its word"),
    ("3.9. kello 17\n8.10. kello 17", "dates without a blank after the first stop"),
]


@pytest.mark.parametrize(("text", "reason"), NO_ITEMS)
def test_no_list_items(text: str, reason: str) -> None:
    """What only looks like a list item is none."""
    kinds = {kind for kind, _ in told(text)}

    assert "list_item" not in kinds, reason


def test_numbered_heading() -> None:
    """A numbered line that stands alone between paragraphs is a heading."""
    assert ("heading", "2. Genomförande") in told("Text.\n\n2. Genomförande\n\nMer text.")


def test_cells_between_wide_gaps() -> None:
    """Adjacent lines with wide gaps are rows of cells, placed from 0."""
    text = "Kurs        När         Var\nGrund       3. mars     Torget\nFortsatt    i april     Torget"

    cells = [(b.row, b.column, text[b.start : b.end]) for b in infer_blocks(text)]

    assert cells[:4] == [(0, 0, "Kurs"), (0, 1, "När"), (0, 2, "Var"), (1, 0, "Grund")]
    assert {kind for kind, _ in told(text)} == {"cell"}


def test_cells_between_tabs() -> None:
    """Tabs part columns too, two rows being enough."""
    assert told("Aika\tAihe\n3.9.\tTalous") == [
        ("cell", "Aika"),
        ("cell", "Aihe"),
        ("cell", "3.9."),
        ("cell", "Talous"),
    ]


def test_row_with_a_hole() -> None:
    """A row with fewer columns takes those that it stands below."""
    text = "Kurs        När         Var\nGrund                   Torget"

    assert [(b.row, b.column) for b in infer_blocks(text)] == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 2)]


def test_one_wide_line_is_no_table() -> None:
    """A label with a wide gap before its text is a paragraph."""
    text = "Asia            Valitusta on pyydetty.\n\nToinen."

    assert {kind for kind, _ in told(text)} == {"paragraph"}


WRAPPED = [
    (
        "Koulutus koskee kaikkia uusia luottamushenkilöitä sekä heidän\nvarajäseniään koko kaudella.",
        1,
        "a long line runs on with a small letter",
    ),
    ("Valmistelija\nhallintojohtaja Aino Lehto", 2, "a short line is a label"),
    (
        "Koulutus koskee kaikkia uusia luottamushenkilöitä ja heidän jäseniään.\nse alkaa nyt.",
        2,
        "a stop closes the line",
    ),
    (
        "hallintojohtaja Aino Lehto, kunnantalo, puhelin 050 000 0000\nkunnansihteeri Eero Salo",
        2,
        "a line that ends in a number is complete",
    ),
    ("- yhteinen ilta, johon\n  kutsutaan varajäsenet\n- toinen ilta", 2, "an item goes on below its words"),
]


@pytest.mark.parametrize(("text", "count", "reason"), WRAPPED)
def test_wrapped_lines(text: str, count: int, reason: str) -> None:
    """A line that was only wrapped is one block with the next."""
    assert len(infer_blocks(text)) == count, reason


LAYOUT = st.text(st.sampled_from("aÅ1.- •\t\n\u00a0:)o–§@,"), max_size=200) | st.text(max_size=200)


@given(LAYOUT)
def test_blocks_are_in_order(text: str) -> None:
    """Blocks of any text follow each other, do not overlap, and hold all but blanks."""
    blocks = infer_blocks(text)
    ends = [0, *(block.end for block in blocks)]
    starts = [*(block.start for block in blocks), len(text)]

    assert all(block.start < block.end for block in blocks)
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
