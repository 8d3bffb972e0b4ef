"""Documents that hang on an item become part of its text, each in its own stretch."""

import datetime as dt

import pytest

from ingest.attached import may_be_read, read_attachment, with_attached
from ingest.clean import CleanText
from ingest.text import infer_blocks
from records.errors import ReadError
from records.item import Attachment, Item
from records.page import Page
from samples.markup import Block
from samples.pdf import render_pdf

FIRST = Attachment(title="Ohjelma", url="https://kuusiranta.example/1.PDF")
SECOND = Attachment(title="Kysely", url="https://kuusiranta.example/2.PDF")
TEXT = "Kaupunginhallitus\n\nKoulutus pidetään."


def _item(*attachments: Attachment) -> Item:
    return Item(
        source_id="kuusiranta",
        base_id="main",
        native_id="1",
        url=None,
        text=TEXT,
        blocks=infer_blocks(TEXT),
        text_version="test",
        attachments=attachments,
    )


def _clean(text: str) -> CleanText:
    return CleanText(text, infer_blocks(text))


def _page(content: bytes, media_type: str, url: str = FIRST.url) -> Page:
    return Page(
        url=url,
        final_url=url,
        status=200,
        headers={"content-type": media_type},
        content=content,
        retrieved_at=dt.datetime(2026, 11, 20, tzinfo=dt.UTC),
    )


def test_each_document_has_a_stretch_of_its_own() -> None:
    """The item's own text keeps its place, and blocks lie where their words are."""
    read = with_attached(
        _item(FIRST, SECOND), {SECOND.url: _clean("Toinen\n\n31 vastausta"), FIRST.url: _clean("Eka")}
    )

    assert read.text == f"{TEXT}\n\nEka\n\nToinen\n\n31 vastausta"
    assert [read.text[slice(*one.span)] for one in read.attachments if one.span] == [
        "Eka",
        "Toinen\n\n31 vastausta",
    ]
    assert all(one.read for one in read.attachments)
    assert [read.text[slice(*block.span)] for block in read.blocks][-3:] == ["Eka", "Toinen", "31 vastausta"]


def test_what_was_not_read_says_so() -> None:
    """An attachment without a text stays unread, and a second call changes nothing."""
    read = with_attached(_item(FIRST, SECOND), {FIRST.url: _clean("Eka")})
    again = with_attached(read, {FIRST.url: _clean("Eka")})

    assert [one.read for one in read.attachments] == [True, False]
    assert read.attachments[1].span is None
    assert again == read


@pytest.mark.parametrize(
    ("url", "media_type", "expected"),
    [
        ("https://a.example/kokous/2026-1-5.PDF", None, True),
        ("https://a.example/download/noname/1/2", "application/pdf", True),
        ("https://a.example/liite.docx?v=2", None, True),
        ("https://a.example/liite.xlsx", None, False),
        ("https://a.example/kuva.png", "image/png", False),
        ("https://a.example/liite.doc", "application/msword", False),
    ],
)
def test_only_pdf_and_word_are_read(url: str, media_type: str | None, expected: bool) -> None:
    """Told by the media type or by the ending."""
    assert may_be_read(Attachment(title="x", url=url, media_type=media_type)) is expected


def test_a_pdf_is_read() -> None:
    """By its bytes, whatever its name and its type say."""
    pdf = render_pdf(
        [Block("paragraph", "Koulutusilta 3.9.2026")], title="Ohjelma", language="fi", head="", foot=""
    )

    text = read_attachment(_page(pdf, "application/octet-stream", "https://a.example/download/7"))

    assert "Koulutusilta 3.9.2026" in text.text


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0old", b"\x89PNG...."])
def test_what_cannot_be_read_is_told(content: bytes) -> None:
    """Empty files, old Office files and pictures are refused by name."""
    with pytest.raises(ReadError, match="kuusiranta"):
        read_attachment(_page(content, "application/pdf"))
