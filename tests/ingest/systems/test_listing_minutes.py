"""Lists of minutes: how the documents that they link are read."""

import io

import docx
import pytest

from ingest.systems import listing
from records.errors import ReadError, Silent
from records.page import FeedEntry
from samples.markup import read_blocks
from samples.pdf import render_pdf
from tests.ingest.systems.minutes_lists import HOST, MINUTES, SOURCE
from tests.ingest.systems.pages import page


def test_read_word() -> None:
    """Minutes may be a Word document."""
    document, content = docx.Document(), io.BytesIO()
    for line in MINUTES.split("\n\n"):
        document.add_paragraph(line)
    document.save(content)

    (item,) = listing.read(page(f"{HOST}/filer/p.docx", content.getvalue(), ""), SOURCE)

    assert item.native_id == "filer/p.docx"
    assert "§ 1 Val av justerare" in item.text


def test_read_pdf_and_page() -> None:
    """Whole minutes are one item under the entry's id; without entry under that of the address."""
    url = f"{HOST}/filer/p.pdf"
    entry = FeedEntry(url=url, title="Protokoll", base_id="main", native_id="filer/p.pdf")
    pdf = render_pdf(read_blocks(f"# {MINUTES}"), title="Protokoll", language="sv")

    (item,) = listing.read(page(url, pdf, "application/octet-stream"), SOURCE, entry)
    (told,) = listing.read(page(f"{HOST}/moten/7/", f"<main><p>{MINUTES}</p></main>"), SOURCE)

    assert (item.key, item.language) == (("algmo", "main", "filer/p.pdf"), "sv")
    assert "§ 1 Val av justerare" in item.text
    assert told.key == ("algmo", "main", "moten/7")
    assert "§ 1 Val av justerare" in told.text


@pytest.mark.parametrize(
    ("path", "content", "error", "message"),
    [
        ("p.pdf", "  ", Silent, "found nothing"),
        (
            "p.pdf",
            "<!DOCTYPE html><h1>Sidan finns inte</h1><p>Kontakta oss gärna.</p>",
            ReadError,
            "a web page",
        ),
        ("p.docx", "\ufeff <html><p>Logga in</p></html>", ReadError, "a web page"),
        ("p.pdf", b"\xd0\xcf\x11\xe0 gammalt", ReadError, "old Office"),
        ("p.pdf", b"%PDF-1.4 avbruten", ReadError, "damaged"),
        ("moten/7", "<div id=app></div>", ReadError, "scripts"),
    ],
)
def test_read_what_is_no_minutes(
    path: str, content: str | bytes, error: type[Exception], message: str
) -> None:
    """Pages that stand where minutes should never become items."""
    with pytest.raises(error, match=message):
        listing.read(page(f"{HOST}/{path}", content, ""), SOURCE)
