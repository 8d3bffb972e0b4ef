"""Single documents: what they are, told by content and ending."""

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ingest.documents import read_document
from ingest.formats import sniff
from records.council import Council, Source
from records.errors import ConfigError, ParagrafError, ReadError

PAGE = "<html><head><title>Plan</title><body><h1>Plan</h1><p>Alla förtroendevalda utbildas.</p></body></html>"
DYNASTY = (
    "<html><body><h1>Kaupunginhallitus <br> Pöytäkirja 28.09.2026/Pykälä 310</h1><!--DATABEGIN-->"
    "<a href='../kokous/2026418-10.PDF'>Kokousasia PDF-muodossa</a>"
    "<div class='WordSection1'><p>Luottamushenkilöiden koulutus</p></div><!--DATAEND--></body></html>"
)


def pdf() -> bytes:
    """Return a PDF with one line."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 700, "Utbildningsplan")
    canvas.save()
    return file.getvalue()


def word() -> bytes:
    """Return a Word document with one paragraph."""
    file = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Utbildningsplan")
    document.save(file)
    return file.getvalue()


FORMATS = [
    (b"text", "a.txt", None, "text", "by its ending"),
    (b"text", "A.TXT", None, "text", "endings are case-blind"),
    (PAGE.encode(), "a.HTM", None, "html", "a page by its ending"),
    (PAGE.encode(), "a.txt", None, "text", "a page that is given as text is text"),
    (pdf(), "a.pdf", None, "pdf", "a PDF"),
    (pdf(), "a.html", None, "pdf", "a PDF whatever it is called"),
    (pdf(), "-", None, "pdf", "a PDF on standard input"),
    (word(), "a.docx", None, "docx", "a Word document"),
    (word(), "-", None, "docx", "a Word document on standard input"),
    (PAGE.encode(), "-", None, "html", "a page on standard input"),
    (b"\xef\xbb\xbf<!DOCTYPE html><p>x", "-", None, "html", "a page behind a byte order mark"),
    (b"1 < 2 and 3 > 2", "-", None, "text", "text with signs of markup"),
    (b"text", "DREQUEST.PHP", "text/html; charset=utf-8", "html", "by the declared type"),
    (b"text", "-", "application/octet-stream", "text", "an undeclared type says nothing"),
    (b"<p>x</p>", "https://a.example/a.html?b=c.pdf", None, "html", "by the ending of an address"),
]


@pytest.mark.parametrize(("content", "name", "media_type", "kind", "reason"), FORMATS)
def test_sniff(content: bytes, name: str, media_type: str | None, kind: str, reason: str) -> None:
    """First bytes tell the format, then the ending, then the declared type."""
    assert sniff(content, name, media_type) == kind, reason


UNREADABLE = [
    (b"", "a.txt", "an empty one", "nothing"),
    (b" \r\n\t", "a.html", "an empty one", "blanks alone"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.doc", "Save it as .docx", "an old Word file"),
    (b"{\\rtf1 x}", "a.rtf", "Save it as .docx", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "a.txt", "OCR", "a picture"),
    (b"\x1f\x8b\x08", "-", "Unpack", "a packed file"),
    (b"\x00\x01\x02\x03", "a.txt", "some other kind", "junk"),
    (b"a\x00b", "-", "some other kind", "text with holes"),
    (b"\x01\x02\x03\x04" * 20, "-", "some other kind", "control characters"),
    (b"<?xml version='1.0'?><rss version='2.0'/>", "-", "feed", "a feed"),
    (b"no pdf", "a.pdf", "expected a PDF", "a PDF that is none"),
    (b"no docx", "a.docx", "Word document", "a Word document that is none"),
    (b"<html><body></body></html>", "a.html", "scripts", "an empty shell"),
]


@pytest.mark.parametrize(("content", "name", "told", "reason"), UNREADABLE)
def test_unreadable(content: bytes, name: str, told: str, reason: str) -> None:
    """What cannot be read is refused with its name and what to do."""
    with pytest.raises(ReadError, match=told) as raised:
        read_document(content, name)

    assert raised.value.where == name, reason


TEXTS = [
    (b"a\r\nb\rc\n", "a\nb\nc\n", "line ends"),
    (b"\xef\xbb\xbfa", "a", "a byte order mark is no text"),
    ("Päätös – nyt".encode("cp1252"), "Päätös – nyt", "cp1252"),
    (
        "a\u0308\u00a0\u00ad x  y\n\n\n".encode(),
        "a\u0308\u00a0\u00ad x  y\n\n\n",
        "all else stays as it stands",
    ),
    ("Päätös".encode("utf-16"), "Päätös", "utf-16 with its mark"),
]


@pytest.mark.parametrize(("content", "text", "reason"), TEXTS)
def test_bare_text_is_kept(content: bytes, text: str, reason: str) -> None:
    """Bare text is the input itself, so that spans index into it."""
    assert read_document(content, "a.txt").text == text, reason


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_any_text_is_kept(text: str) -> None:
    """Whatever text is written to a file comes back."""
    text = f"x{text}"

    assert read_document(text.encode(), "a.txt").text == text


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "-", ""]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    """Any bytes under any name give an item or an error of ours."""
    try:
        told = read_document(content, name).text
    except ParagrafError as error:
        told = error.found

    assert told


def test_web_page() -> None:
    """A page of no known system is read as an ordinary one."""
    item = read_document(PAGE.encode(), "plan.html", url="https://alvasa.example/plan")

    assert (item.title, item.url, item.native_id) == (
        "Plan",
        "https://alvasa.example/plan",
        "https://alvasa.example/plan",
    )
    assert item.text == "Plan\n\nAlla förtroendevalda utbildas."
    assert item.blocks[0].kind == "heading"


def test_dynasty_page_is_recognised() -> None:
    """A page that Dynasty made is known by its marks, and keeps its head in the text."""
    item = read_document(DYNASTY.encode(), "sivu.html")

    assert item.text == (
        "Kaupunginhallitus\nPöytäkirja 28.09.2026/Pykälä 310\n\nLuottamushenkilöiden koulutus"
    )


def test_system_that_is_told() -> None:
    """The system named, or the source's own, reads the page; one that nobody knows is an error."""
    council = Council(name="Kuusiranta", country="FI")
    source = Source(id="kuusiranta", system="webpage", council=council, language="fi")

    item = read_document(DYNASTY.encode(), "sivu.html", source=source)

    assert (item.source_id, item.language, item.text_version) == ("kuusiranta", "fi", "webpage-1")
    assert (
        read_document(DYNASTY.encode(), "s.html", source=source, system="dynasty").text_version == "dynasty-1"
    )
    with pytest.raises(ConfigError, match=r"dynasty.*webpage"):
        read_document(DYNASTY.encode(), "sivu.html", system="kassakaappi")


def test_an_answer_in_json_is_read_by_the_system_that_is_told() -> None:
    """Text that only looks like one stays as it stands, and so does an answer of no system."""
    answer = '{"value": [{"Name": "Name", "Text": "Kurssi luottamushenkilöille"}]}'

    assert read_document(answer.encode(), "-", system="cloudnc").text == "Kurssi luottamushenkilöille"
    assert read_document(answer.encode(), "-").text == answer
    assert read_document(b"[Seuraava asia]", "-", system="dynasty").text == "[Seuraava asia]"


def test_whole_meeting_is_one_document() -> None:
    """A page with several items is one document, its blocks in place."""
    item = read_document(
        (DYNASTY + DYNASTY.replace("310", "311").replace("-10", "-11")).encode(), "sivu.html"
    )

    assert "Pykälä 310" in item.text
    assert "Pykälä 311" in item.text
    assert [item.text[b.start : b.end] for b in item.blocks][1::2] == ["Luottamushenkilöiden koulutus"] * 2


def test_other_formats() -> None:
    """PDF and Word documents are read by their own readers."""
    assert read_document(pdf(), "a.pdf").text_version == "pdf-1"
    assert read_document(word(), "a.docx").text == "Utbildningsplan"


def test_declared_charset() -> None:
    """The charset that HTTP declared is used."""
    item = read_document(
        "Motãla säger att".encode("iso-8859-4"), "-", media_type="text/plain; charset=iso-8859-4"
    )

    assert item.text == "Motãla säger att"
