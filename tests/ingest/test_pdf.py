"""The text of PDFs, made here by reportlab and pikepdf."""

import io
from collections.abc import Sequence

import pikepdf
import pytest
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, ListFlowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from ingest.pdf import read_pages, read_pdf
from records.errors import ReadError, TooLarge

STYLES = getSampleStyleSheet()
NORMAL: ParagraphStyle = STYLES["Normal"]
LONG = (
    "Kaupunginhallitus järjestää syksyllä koulutuksen, johon kutsutaan kaikki uudet valtuutetut sekä heidän "
    "varajäsenensä Kuusirannan kaupungintalolle. Tilaisuudessa käsitellään kuntalakia, esteellisyyttä ja "
    "kokousmenettelyä. Osallistuminen on maksutonta, ja ilmoittautua voi 24.8.2026 asti."
)


def made(*parts: Flowable) -> bytes:
    """Return a PDF set from flowing parts."""
    file = io.BytesIO()
    SimpleDocTemplate(file).build(list(parts))
    return file.getvalue()


def drawn(*lines: tuple[float, float, str]) -> bytes:
    """Return a PDF of one page with words at places given in points."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for x, y, words in lines:
        canvas.drawString(x, y, words)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def kinds(content: bytes) -> list[tuple[str, str]]:
    """Return kind and words of each block."""
    clean = read_pdf(content, "x.pdf")
    return [(block.kind, clean.text[block.start : block.end]) for block in clean.blocks]


def test_paragraphs() -> None:
    """Wrapped lines are one paragraph, gaps part paragraphs, a line set apart is a heading."""
    content = made(
        Paragraph("Kaupunginhallitus 28.09.2026 § 310", NORMAL),
        Spacer(1, 12),
        Paragraph("Luottamushenkilöiden koulutus", STYLES["Heading1"]),
        Paragraph(LONG, NORMAL),
        Spacer(1, 10),
        Paragraph(LONG, NORMAL),
    )

    assert kinds(content) == [
        ("heading", "Kaupunginhallitus 28.09.2026 § 310"),
        ("heading", "Luottamushenkilöiden koulutus"),
        ("paragraph", LONG),
        ("paragraph", LONG),
    ]


def test_pages_are_joined() -> None:
    """Pages follow each other, a blank line between, each as one text."""
    content = made(
        Paragraph("Ensimmäinen sivu on tämä.", NORMAL), PageBreak(), Paragraph("Toinen sivu.", NORMAL)
    )

    assert read_pages(content, "x.pdf") == ("Ensimmäinen sivu on tämä.", "Toinen sivu.")
    assert read_pdf(content, "x.pdf").text == "Ensimmäinen sivu on tämä.\n\nToinen sivu."


def test_lists_and_tables() -> None:
    """Bullets make list items, columns make cells, a row's words stay in their columns."""
    rows: Sequence[Sequence[str]] = [
        ["Aika", "Aihe", "Paikka"],
        ["14.10.2026", "Kuntalaki ja jäävit", "Valtuustosali"],
    ]
    items = [Paragraph("ensimmäinen ilta", NORMAL), Paragraph("toinen ilta", NORMAL)]
    content = made(
        Paragraph("Ohjelma on seuraava.", NORMAL),
        ListFlowable(items, bulletType="bullet"),
        Spacer(1, 12),
        Table(rows, colWidths=[120, 150, 120]),
    )

    found = kinds(content)

    assert [words.lstrip("• ") for kind, words in found if kind == "list_item"] == [
        "ensimmäinen ilta",
        "toinen ilta",
    ]
    assert [words for kind, words in found if kind == "cell"] == [
        "Aika", "Aihe", "Paikka", "14.10.2026", "Kuntalaki ja jäävit", "Valtuustosali",
    ]  # fmt: skip


def test_hyphens_at_line_ends() -> None:
    """A word parted at a line end is joined; a hyphen inside a line stays."""
    content = drawn((72, 700, "uudet valtuutetut ja vara-"), (72, 684, "jäsenet elo-syyskuussa"))

    assert "varajäsenet elo-syyskuussa" in read_pdf(content, "x.pdf").text


def test_short_lines_stay_lines() -> None:
    """Lines that had room for more are lines of their own."""
    content = drawn((72, 700, "Valmistelija"), (72, 686, "hallintojohtaja Aino Lehto"), (72, 672, LONG[:80]))

    assert read_pdf(content, "x.pdf").text.split("\n")[:2] == ["Valmistelija", "hallintojohtaja Aino Lehto"]


def test_depth_of_items() -> None:
    """Items set in deeper are deeper."""
    content = drawn((72, 700, "Ohjelma:"), (80, 686, "• laki"), (100, 672, "• jäävi"), (80, 658, "• talous"))

    levels = [block.level for block in read_pdf(content, "x.pdf").blocks if block.kind == "list_item"]

    assert levels == [1, 2, 1]


def locked() -> bytes:
    """Return a PDF that asks for a password."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn((72, 700, "Salainen")))) as document:
        document.save(file, encryption=pikepdf.Encryption(owner="a", user="b"))
    return file.getvalue()


NO_TEXT = [
    (b"", "no bytes", "nothing"),
    (b"<html><body>404</body></html>", "bytes that begin", "a page instead"),
    (b"%PDF-1.7 junk", "damaged", "a head without a body"),
    (drawn((72, 700, "Teksti"))[:400], "damaged|without any", "cut off"),
    (locked(), "password", "encrypted"),
    (drawn(), "1 pages without any", "pictures only"),
]


@pytest.mark.parametrize(("content", "found", "reason"), NO_TEXT)
def test_no_text(content: bytes, found: str, reason: str) -> None:
    """What gives no text is refused, and the error tells the file and why."""
    with pytest.raises(ReadError, match=found) as raised:
        read_pdf(content, "liite.pdf")

    assert raised.value.where == "liite.pdf", reason


def written(text: bytes, pages: int = 1) -> bytes:
    """Return a PDF of so many pages with the same drawing on each."""
    with pikepdf.new() as document:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
        font.BaseFont = pikepdf.Name.Helvetica
        resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=document.make_indirect(font)))
        page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 595, 842], Resources=resources)
        page.Contents = document.make_stream(text)
        for _ in range(pages):
            document.pages.append(pikepdf.Page(document.make_indirect(page)))
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()


def test_too_many_pages() -> None:
    """A PDF of thousands of pages is refused before the first is read."""
    with pytest.raises(TooLarge, match=r"liite\.pdf: expected a PDF of at most 2000 pages, found 2001 pages"):
        read_pdf(written(b"BT /F1 9 Tf 50 700 Td (Kokous) Tj ET", 2001), "liite.pdf")


def test_a_password_to_change_it_only() -> None:
    """What can be opened can be read; that it may not be changed is of no matter."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn((72, 700, "Julkinen")))) as document:
        document.save(file, encryption=pikepdf.Encryption(owner="a", user=""))

    assert read_pdf(file.getvalue(), "liite.pdf").text == "Julkinen"
