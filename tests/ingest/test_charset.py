"""How bytes become letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.charset import declared_inside, decode, misdeclared

WORDS = "Päätös – 50 €"
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'

DECODED = [
    (WORDS.encode(), None, WORDS, "strict utf-8 needs no declaration"),
    (WORDS.encode("cp1252"), None, WORDS, "what is no utf-8 is cp1252"),
    (WORDS.encode("cp1252"), "iso-8859-1", WORDS, "latin-1 is read as cp1252, dash and euro included"),
    (WORDS.encode("cp1252"), "ISO-8859-1 ", WORDS, "labels are case-blind"),
    (WORDS.encode("cp1252"), "us-ascii", WORDS, "ascii means cp1252 too"),
    (WORDS.encode("cp1252"), "utf-8", WORDS, "a declared utf-8 that the bytes break"),
    (WORDS.encode(), "iso-8859-1", WORDS, "sound utf-8 under a false label"),
    (b"\xef\xbb\xbf" + WORDS.encode(), "iso-8859-1", WORDS, "a byte order mark wins over HTTP"),
    (b"\xff\xfe" + WORDS.encode("utf-16-le"), None, WORDS, "utf-16 by its mark"),
    (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-8", WORDS, "and from its other end"),
    (WORDS.encode("utf-8"), "x-unknown", WORDS, "an unknown label is no label"),
    (b"abc", "unicode_escape", "abc", "a codec of Python's own is no charset"),
    (b"abc", "\x00", "abc", "nor is a broken label"),
    (b"Mot\xe3la", "iso-8859-4", "Motãla", "other single-byte charsets as declared"),
    ("Päätös ".encode() * 3 + b"\x96", None, "Päätös " * 3 + "–", "a stray cp1252 byte in sound utf-8"),
    (b"\x81\x8d", None, "\x81\x8d", "bytes that cp1252 lacks stay as they are"),
    (b"", "utf-8", "", "nothing is nothing"),
]


@pytest.mark.parametrize(("content", "declared", "text", "reason"), DECODED)
def test_decode(content: bytes, declared: str | None, text: str, reason: str) -> None:
    """The order of trust is mark, HTTP, the document itself, utf-8, cp1252."""
    assert decode(content, declared) == text, reason


def test_a_cut_letter_does_not_spoil_the_rest() -> None:
    """Text cut off in the middle of a utf-8 letter is still utf-8."""
    assert decode("Päätös ä".encode()[:-1]).startswith("Päätös ")


INSIDE = [
    (META.format("windows-1252").encode(), "windows-1252", "the old spelling"),
    (b"<meta charset='UTF-8'>", "utf-8", "the short spelling"),
    (b"<?xml version='1.0' encoding='iso-8859-1'?><rss/>", "iso-8859-1", "an XML declaration"),
    (b"  <?xml version='1.0'?><rss/>", None, "one without encoding"),
    (b"<p>charset=utf-8</p>", None, "words of the text"),
    (b" " * 4000 + b"<meta charset=utf-8>", None, "too far down"),
]


@pytest.mark.parametrize(("content", "charset", "reason"), INSIDE)
def test_declared_inside(content: bytes, charset: str | None, reason: str) -> None:
    """A document may name its own charset near its top."""
    assert declared_inside(content) == charset, reason


def test_http_wins_over_meta() -> None:
    """The HTTP charset is trusted before the document's own."""
    content = META.format("iso-8859-4").encode() + b"\xe4"

    assert decode(content, "iso-8859-10").endswith("ä")


FALSE_LABELS = [
    (WORDS.encode("cp1252"), "utf-8", "utf-8", "utf-8 that is none"),
    (WORDS.encode(), "iso-8859-1", "iso-8859-1", "latin-1 that is utf-8"),
    (WORDS.encode("cp1252"), "iso-8859-1", None, "latin-1 is cp1252"),
    (WORDS.encode(), "utf-8", None, "true"),
    (b"plain", "utf-16", None, "ascii is everything"),
    (WORDS.encode(), "klingon", "klingon", "a label that nobody knows"),
    (WORDS.encode(), None, None, "nothing declared"),
]


@pytest.mark.parametrize(("content", "declared", "label", "reason"), FALSE_LABELS)
def test_misdeclared(content: bytes, declared: str | None, label: str | None, reason: str) -> None:
    """A label that the bytes contradict is told."""
    assert misdeclared(content, declared) == label, reason


@given(st.binary(max_size=300), st.none() | st.text(max_size=20) | st.sampled_from(["utf-8", "latin-1"]))
def test_every_byte_string_decodes(content: bytes, declared: str | None) -> None:
    """No bytes and no label raise, and what comes out can be written again."""
    decode(content, declared).encode("utf-8")


@given(st.text(max_size=200))
def test_utf8_comes_back(text: str) -> None:
    """Text survives utf-8, a leading byte order mark aside."""
    assert decode(f"<p>{text}".encode()) == f"<p>{text}"
