"""Whatever bytes come in: a record, or an error that names the document and says what to do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import extract_item
from ingest.documents import read_document
from records.document import Origin
from records.errors import ReadError
from tests.extract.hostile import TEXTS, check

NAMES = ("a.txt", "a.html", "a.pdf", "a.docx", "-", "a", "a.xml")
PAGE = (
    "<!DOCTYPE html><html><head><title>Kuusiranta</title></head><body><h1>Kaupunginhallitus 3.2.2027 § 4</h1>"
    "<table><caption>Asia</caption><tr><td rowspan='2'>1</td><td><p class='MsoNormal'>Luottamushenkilöiden"
    " <span lang='FI'>koul</span><b>utus</b>&nbsp;10.2.2027<br>klo&#160;17&ndash;19</p></td></tr></table>"
    "<ul><li>Päätös<li>Ehdotus hyväksyttiin.</ul><!-- <p>poissa</p> --></body></html>"
)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<b>", "</b>", "<br>", "<h1>", "<pre>",
     "<div hidden>", "<td colspan='99999999999'>", "<td rowspan=-1>", "<!--", "-->", "<![CDATA[", "<script>",
     "</script>", "<p style='mso-list:l0 level9'>", "<p style='display:none'>", "<",
     "<span style='font-weight:bold'>", "&#0;", "&#xD800;", "&#xFDD0;", "&#1114112;", "&amp;", "&nbsp",
     "\ufdd0e", "\ufdd1", "<html>", "</body>", "§ 4", "3.2.2027", "koulutus valtuutetuille ", "Päätös"]
)  # fmt: skip
MARKUP = st.lists(st.one_of(TAGS, st.text(max_size=6)), max_size=60).map("".join)


def read_and_extract(content: bytes, name: str, media_type: str | None = None) -> None:
    """Extract a document's bytes, unless they cannot be read."""
    try:
        item = read_document(content, name, media_type=media_type)
    except ReadError:
        return
    check(extract_item(item, Origin(path=name)), item.text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "latin-1", "cp1252", "utf-32", "cp037"])
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "utf-16", "nonsense", "rot13", "idna"])
def test_any_encoding_under_any_name(encoding: str, declared: str | None) -> None:
    """Bytes of one encoding declared as another: a record or a ReadError."""
    content = TEXTS["fi"].encode(encoding, "replace")
    kind = f"text/plain; charset={declared}" if declared else None
    read_and_extract(content, "a.txt", kind)
    read_and_extract(f"<p>{TEXTS['sv']}".encode(encoding, "replace"), "a.html", kind)


@pytest.mark.parametrize("cut", range(0, len(PAGE), 23))
def test_pages_cut_off_anywhere(cut: int) -> None:
    """A page that ends too early, and one that begins too late."""
    read_and_extract(PAGE[:cut].encode(), "a.html")
    read_and_extract(PAGE[cut:].encode(), "a.html")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "content",
    [b"", b"\x00", b"\xff\xfe", b"%PDF-1.7", b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
     b"PK\x03\x04", b"PK\x05\x06" + b"\x00" * 18, b"<", b"<html", b"<html></html>", b"<p>", b"\xef\xbb\xbf",
     b"\xed\xa0\x80 3.2.2027", b"3.2.2027 \xf8\x88\x80\x80\x80", b"{}", b"<?xml version='1.0' encoding='x'?>",
     bytes(range(256)), b"a" * 100_000, b"<div>" * 3000, b"<b>" * 500 + b"3.2.2027", b"&" * 5000],
    ids=lambda content: repr(content[:12]),
)  # fmt: skip
def test_beginnings_of_documents(content: bytes, name: str) -> None:
    """First bytes that promise a format, and nothing behind them."""
    read_and_extract(content, name)


@given(st.binary(max_size=300), st.sampled_from(NAMES))
@settings(max_examples=150, deadline=None)
def test_any_bytes(content: bytes, name: str) -> None:
    """Bytes at random under any name."""
    read_and_extract(content, name)


@given(MARKUP)
@settings(max_examples=120, deadline=None)
def test_any_markup(markup: str) -> None:
    """Tags at random, closed or not, with signs that only the sheet may write."""
    read_and_extract(f"<html><body>{markup}".encode("utf-8", "replace"), "a.html")


@given(st.lists(st.tuples(st.integers(0, len(PAGE) - 1), st.integers(0, 255)), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_pages_with_bytes_gone_wrong(changes: list[tuple[int, int]]) -> None:
    """A page in which some bytes are others."""
    content = bytearray(PAGE.encode())
    for place, byte in changes:
        content[place] = byte
    read_and_extract(bytes(content), "a.html")
