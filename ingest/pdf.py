"""Knows PDFs as documents: their text with blocks, and in words why one has none."""

from ingest.clean import CleanText
from ingest.pdf_reader import READER, Lost
from ingest.text import infer_blocks
from records.errors import ReadError, TooLarge

MAGIC = b"%PDF-"
TEXT_VERSION = "pdf-1"


def read_pdf(content: bytes, where: str) -> CleanText:
    """Return the text of a PDF, pages parted by a blank line, with the blocks that its layout tells.

    Raises ReadError and TooLarge as `read_pages` does.
    """
    text = "\n\n".join(filter(None, read_pages(content, where)))
    return CleanText(text, infer_blocks(text))


def read_pages(content: bytes, where: str) -> tuple[str, ...]:
    """Return the text of each page of a PDF, as `ingest.pdf_pages.read_pages` tells.

    Raises ReadError for bytes that are no PDF, an encrypted one, one without any text, and one over
    which the reader is lost; TooLarge for one of too many pages or letters, or that takes too long.
    """
    if MAGIC not in content[:1024]:
        raise ReadError(where, expected="a PDF", found=_told(content))
    try:
        answer = READER.read(content)
    except Lost as error:
        raise _lost(where, error) from error
    if found := answer.get("overlong"):
        advice = "Read the part of it that matters"
        raise TooLarge(where, expected="a PDF of at most 2000 pages", found=str(found), advice=advice)
    if failure := answer.get("error"):
        raise _unreadable(where, str(failure))
    pages = tuple(str(page) for page in answer["pages"])
    if not any(pages):
        advice = "It may be scanned: run text recognition (OCR) on it first"
        found = f"{len(pages)} pages without any"
        raise ReadError(where, expected="a PDF with text", found=found, advice=advice)
    return pages


def _lost(where: str, error: Lost) -> ReadError | TooLarge:
    advice = "Open it in a PDF viewer and print it to a new PDF"
    if error.late:
        found = "one that takes longer to read than any minutes"
        return TooLarge(where, expected="a PDF that has an end", found=found, advice=advice)
    return ReadError(where, expected="a readable PDF", found="one that fills the memory", advice=advice)


def _unreadable(where: str, error: str) -> ReadError:
    locked = "password" in error.lower()
    found = "one that asks for a password" if locked else f"a damaged one ({error})"
    advice = "Save it without password" if locked else "Download it again"
    return ReadError(where, expected="a readable PDF", found=found, advice=advice)


def _told(content: bytes) -> str:
    return f"bytes that begin {content[:12]!r}" if content else "no bytes"
