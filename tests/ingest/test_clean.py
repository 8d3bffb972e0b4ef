"""How pieces become one text."""

from ingest.clean import CleanText, Piece, join_texts, lay_out


def test_gaps() -> None:
    """A blank line stands before headings, paragraphs and tables; items and cells follow line by line."""
    clean = lay_out(
        [
            Piece("heading", "Plan", 1),
            Piece("paragraph", ""),
            Piece("paragraph", "Text."),
            Piece("list_item", "roller", 1),
            Piece("list_item", "jäv", 2),
            Piece("cell", "När", row=0, column=0),
            Piece("cell", "Vad", row=0, column=1, bold=True),
            Piece("paragraph", "Slut."),
        ]
    )

    assert clean.text == "Plan\n\nText.\nroller\njäv\n\nNär\nVad\n\nSlut."
    assert [clean.text[block.start : block.end] for block in clean.blocks] == [
        "Plan", "Text.", "roller", "jäv", "När", "Vad", "Slut.",
    ]  # fmt: skip
    assert (clean.blocks[5].row, clean.blocks[5].column, clean.blocks[5].bold) == (0, 1, True)


def test_pieces_are_composed() -> None:
    """The text is NFC, and blocks fit it."""
    clean = lay_out([Piece("paragraph", "a\u0308"), Piece("paragraph", "o\u0308")])

    assert clean.text == "ä\n\nö"
    assert [block.span for block in clean.blocks] == [(0, 1), (3, 4)]


def test_numbers_that_go_together_are_items() -> None:
    """Numbered paragraphs in a row are items; one alone stays a paragraph."""
    kinds = [
        block.kind
        for block in lay_out(
            [Piece("paragraph", words) for words in ("1. Plan", "2. Kurs", "Text.", "24. mars", "Text.")]
        ).blocks
    ]

    assert kinds == ["list_item", "list_item", "paragraph", "paragraph", "paragraph"]


def test_join_texts() -> None:
    """Texts are joined by a blank line, and their blocks moved along."""
    one = lay_out([Piece("heading", "Plan", 1)])
    two = lay_out([Piece("paragraph", "Text.")])

    joined = join_texts([one, CleanText("", ()), two])

    assert joined.text == "Plan\n\nText."
    assert [joined.text[block.start : block.end] for block in joined.blocks] == ["Plan", "Text."]


def test_nothing() -> None:
    """No pieces and no texts give an empty text."""
    assert lay_out([]) == join_texts([]) == CleanText("", ())
