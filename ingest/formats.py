"""Knows file formats by their first bytes: PDF, Word, HTML, bare text, and what cannot be read."""

import re
from typing import Literal

from ingest.charset import decode
from ingest.clean import CleanText
from ingest.text import TEXT_VERSION, infer_blocks
from records.errors import ReadError

Format = Literal["pdf", "docx", "html", "text"]

_ENDINGS: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx",
}  # fmt: skip
_MEDIA_TYPES: dict[str, Format] = {
    "text/plain": "text",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_PDF, _WORD = b"%PDF-", b"PK\x03\x04"
_STRANGERS = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old Office file, or one with a password",
        "Save it as .docx or PDF, without password",
    ),
    (b"{\\rtf", "RTF", "Save it as .docx or PDF"),
    (b"\x89PNG", "a picture", "Run text recognition (OCR) on it first"),
    (b"\xff\xd8\xff", "a picture", "Run text recognition (OCR) on it first"),
    (b"GIF8", "a picture", "Run text recognition (OCR) on it first"),
    (b"\x1f\x8b", "a packed file", "Unpack it first"),
)
_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|meta|title|div|p|table|h[1-6]|span|br)\b[^<>]{0,300}>", re.I
)
_FEED = re.compile(r"(?:<\?xml[^>]{0,200}\?>)?\s*(?:<!--.{0,500}?-->\s*)*<(?:rss|feed|rdf)\b", re.I | re.S)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 4000
_ADVICE = "Give a .txt, .html, .pdf or .docx file"


def sniff(content: bytes, name: str, media_type: str | None = None) -> Format:
    """Return the format of a document, told by its first bytes, then the ending of `name`, then `media_type`.

    Raises ReadError, saying what to do, for an empty document and for one of a kind that cannot be read.
    """
    if not content.strip():
        raise ReadError(name, expected="a document", found="an empty one", advice=_ADVICE)
    if _PDF in content[:1024]:
        return "pdf"
    if content.startswith(_WORD):
        return "docx"
    for magic, found, advice in _STRANGERS:
        if content.startswith(magic):
            raise ReadError(name, expected="a document of text", found=found, advice=advice)
    told = _ENDINGS.get(_ending(name)) or _MEDIA_TYPES.get(
        (media_type or "").partition(";")[0].strip().lower()
    )
    return told or _looks(content, name)


def read_plain(content: bytes, name: str, kind: Format, charset: str | None = None) -> tuple[CleanText, str]:
    """Return the clean text of a document that is no HTML, and the version of the cleaner.

    Bare text stays as it stands but for line ends and a byte order mark. Raises ReadError for bytes
    that are not of that kind, TooLarge for a Word document that unfolds beyond measure.
    """
    if kind == "pdf":
        from ingest import pdf  # pdfium and python-docx cost memory, so only where a document needs them

        return pdf.read_pdf(content, name), pdf.TEXT_VERSION
    if kind == "docx":
        from ingest import word

        return word.read_word(content, name), word.TEXT_VERSION
    text = _bare_text(content, name, charset)
    return CleanText(text, infer_blocks(text)), TEXT_VERSION


def _bare_text(content: bytes, name: str, charset: str | None) -> str:
    text = decode(content, charset or "utf-8")
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls * 50 > len(text):
        raise ReadError(name, expected="text", found="bytes of some other kind", advice=_ADVICE)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _ending(name: str) -> str:
    file = name.partition("?")[0].rpartition("/")[2].lower()
    return "." + file.rpartition(".")[2] if "." in file else ""


def _looks(content: bytes, name: str) -> Format:
    head = decode(content[:_HEAD])
    if _FEED.match(head):
        advice = "Use `paragraf sources check --feed FILE`"
        raise ReadError(name, expected="a document", found="a feed", advice=advice)
    return "html" if _MARKUP.search(head) else "text"
