"""The PDF writer makes files that PDF readers read, the same bytes each time."""

import pypdfium2
import pytest

from samples.markup import Block, read_blocks
from samples.pdf import LEFT, RIGHT, WIDTH, render_pdf, width

TEXT = """
# Sammanträdesprotokoll

## § 1 Öppnande

Ordföranden öppnar mötet (kl. 13.00) – med \\ snedstreck och 5 € i avgift.

- första
- andra

| Beslutande: | Åsa Öhman |
|  | Bo Ek |
"""


def text_of(content: bytes) -> list[str]:
    """Return each page's text as pdfium reads it."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()


def made(text: str, **more: str) -> bytes:
    """Return the PDF of a text in the marks."""
    return render_pdf(read_blocks(text), title="Prov", language="sv", **more)


def test_same_text_same_bytes() -> None:
    """Nothing of the clock or of chance is in the file."""
    assert made(TEXT) == made(TEXT)


def test_letters_brackets_and_dashes_come_back() -> None:
    """Nordic letters, windows-1252's own characters and PDF's special ones survive."""
    (page,) = text_of(made(TEXT))

    assert "(kl. 13.00) – med \\ snedstreck och 5 € i avgift." in page
    assert "§ 1 Öppnande" in page
    assert "• första" in page


def test_cells_stand_on_one_line() -> None:
    """A row's cells have the same height on the page."""
    (page,) = text_of(made(TEXT))

    row = next(line for line in page.splitlines() if "Beslutande:" in line)
    assert row.endswith("Åsa Öhman")


def test_long_texts_run_over_pages_with_running_lines() -> None:
    """Head and foot stand on each page and count."""
    text = "\n\n".join(f"Stycke {number}" for number in range(60))

    pages = text_of(made(text, head="Kommun", foot="Sida {page} ({pages})"))

    assert len(pages) == 3
    assert all("Kommun" in page and f"Sida {n} (3)" in page for n, page in enumerate(pages, 1))
    assert "Stycke 59" in pages[-1]


def test_lines_break_between_words_inside_the_margins() -> None:
    """No printed line is wider than the page leaves room for."""
    words = "kommunfullmäktigeledamöternas utbildningsdag " * 12

    (page,) = text_of(made(words))

    lines = [line for line in page.splitlines() if line.strip()]
    assert len(lines) > 5
    assert all(width(line, 10.5) <= WIDTH - LEFT - RIGHT for line in lines)
    assert " ".join(" ".join(lines).split()) == words.strip()


@pytest.mark.parametrize("content", ["", "→ ✓ 漢字", "\x00"])
def test_odd_texts_make_a_readable_file(content: str) -> None:
    """Empty texts and characters that the fonts lack are no errors."""
    assert len(text_of(render_pdf([Block("paragraph", content)], title="x", language="fi"))) == 1


def test_title_and_language_are_told() -> None:
    """Readers find the title and the language of the text."""
    content = made(TEXT)

    document = pypdfium2.PdfDocument(content)
    assert document.get_metadata_value("Title") == "Prov"
    document.close()
    assert b"/Lang (sv)" in content


def test_accents_do_not_widen_letters() -> None:
    """Ä is as wide as A, bold is wider."""
    assert width("ÅÄÖ", 10) == width("AAO", 10)
    assert width("abc", 10, bold=True) > width("abc", 10)
