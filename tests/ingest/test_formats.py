"""What a document is, told by its bytes, whatever its name says."""

import pytest

from ingest.formats import read_plain, sniff
from ingest.text import TEXT_VERSION
from records.errors import ReadError

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = [
    (b"%PDF-1.7", "plan.docx", None, "pdf", "bytes are trusted before the name"),
    (b"\n\n%PDF-1.4", "x", "text/html", "pdf", "and before the header"),
    (b"PK\x03\x04", "x.txt", None, "docx", "a zip may be a Word document"),
    (b"<p>x</p>", "x.TXT", "text/html", "text", "a name is trusted before the header, in any letters"),
    (b"x", "http://a.example/doc?file=x.pdf", "text/html; charset=utf-8", "html", "no ending in the query"),
    (b"x", "x", WORD_TYPE, "docx", "the header, where the name tells nothing"),
    (b"x", "a.b/c", None, "text", "a dot in a folder's name is no ending"),
    (b"x", "../../../etc/passwd.html", None, "html", "a name that leads elsewhere is only a name"),
    (b"x", "C:\\secret\\..\\x.md", None, "text", "so is one of another system"),
    (b"x", "x.pdf\x00.html", None, "html", "of a name with a null the end counts"),
    (b"<!DOCTYPE html><title>x</title>", "-", None, "html", "markup"),
    (b"a < b and c > d", "-", None, "text", "signs that are no markup"),
]


@pytest.mark.parametrize(("content", "name", "media_type", "kind", "reason"), KINDS)
def test_sniff(content: bytes, name: str, media_type: str | None, kind: str, reason: str) -> None:
    """First bytes, then the ending, then the header, then what it looks like."""
    assert sniff(content, name, media_type) == kind, reason


STRANGERS = [
    (b" \n", "an empty one", "nothing but blanks"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "with a password", "an old Word document, or an encrypted new one"),
    (b"{\\rtf1", "RTF", "another kind of text"),
    (b"\x89PNG\r\n", "a picture", "a scan"),
    (b"\x1f\x8b\x08", "a packed file", "an archive"),
    (b"<?xml version='1.0'?><rss>", "a feed", "what leads to documents"),
]


@pytest.mark.parametrize(("content", "found", "reason"), STRANGERS)
def test_what_cannot_be_read(content: bytes, found: str, reason: str) -> None:
    """The error says what it is and what to do."""
    with pytest.raises(ReadError, match=found) as raised:
        sniff(content, "liite")

    assert raised.value.where == "liite", reason
    assert raised.value.advice


def test_bare_text() -> None:
    """Text stays as it is but for its line ends and its mark."""
    text, version = read_plain(b"\xef\xbb\xbfa\r\nb\rc", "x.txt", "text")

    assert (text.text, version) == ("a\nb\nc", TEXT_VERSION)


@pytest.mark.parametrize("content", [b"a\x00b", bytes(range(1, 9)) * 9])
def test_bytes_that_are_no_text(content: bytes) -> None:
    """A file of another kind under a text's name is refused."""
    with pytest.raises(ReadError, match="bytes of some other kind"):
        read_plain(content, "x.txt", "text")
