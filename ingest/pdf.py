"""Knows PDF: the text of its pages, with the gaps and columns that stand there drawn as blanks."""

import re
import unicodedata
from contextlib import closing

import pypdfium2

from ingest.bullets import find_bullet
from ingest.clean import CleanText
from ingest.pdf_lines import PrintedLine, draw_lines
from ingest.text import infer_blocks
from records.errors import ReadError

MAGIC = b"%PDF-"
TEXT_VERSION = "pdf-1"
_LINE = re.compile(r"[^\r\n\s](?:[^\r\n]*[^\r\n\s])?")
_BLANK = re.compile(r"(?<=\S)[ \u00a0]+(?=\S)")
_FIRST_WORD = re.compile(r"\S+")
_COLUMN = 0.8
"""A gap of this many line heights parts columns."""
_ODD = {**dict.fromkeys({*range(9), *range(0x0E, 0x20), 0x7F, 0xAD, 0xFEFF, 0xFFFE, 0xFFFF}), 0xA0: " "}
"""pdfium writes a hyphen at a line end as U+FFFE and drops the line end."""


def read_pages(content: bytes, where: str) -> tuple[str, ...]:
    """Return the text of each page of a PDF; a page of pictures is an empty string.

    A word that a hyphen parts at a line end is joined, wrapped lines are one, a blank line tells a
    gap between paragraphs, three blanks one between columns. Not for several threads at once.
    Raises ReadError for bytes that are no PDF, an encrypted one, and one without any text.
    """
    if MAGIC not in content[:1024]:
        raise ReadError(where, expected="a PDF", found=_told(content))
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            pages = tuple(_read_page(document, number) for number in range(len(document)))
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        found = "one that asks for a password" if locked else f"a damaged one ({error})"
        advice = "Save it without password" if locked else "Download it again"
        raise ReadError(where, expected="a readable PDF", found=found, advice=advice) from error
    if not any(pages):
        raise ReadError(
            where,
            expected="a PDF with text",
            found=f"{len(pages)} pages without any",
            advice="It may be scanned: run text recognition (OCR) on it first",
        )
    return pages


def _read_page(document: pypdfium2.PdfDocument, number: int) -> str:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        words = text.get_text_range()
        if len(words) != text.count_chars():
            return _tidy(words).replace("\r\n", "\n")
        lines = (match.span() for match in _LINE.finditer(words))
        return draw_lines([_line(text, words, start, end) for start, end in lines])


def _line(text: pypdfium2.PdfTextPage, words: str, start: int, end: int) -> PrintedLine:
    """Return the printed line between two places of `words`, wide gaps in it drawn as three blanks."""
    left, _, _, top = text.get_charbox(start, loose=True)
    _, bottom, right, last_top = text.get_charbox(end - 1, loose=True)
    height = last_top - bottom
    parts, begun = [], start
    for match in _BLANK.finditer(words, start, end):
        before = text.get_charbox(match.start() - 1, loose=True)[2]
        after = text.get_charbox(match.end(), loose=True)[0]
        if after - before > _COLUMN * height and not find_bullet(words[start : match.end() + 1]):
            parts.append(words[begun : match.start()])
            begun = match.end()
    parts.append(words[begun:end])
    first = _FIRST_WORD.match(words, start)
    first_end = min(first.end() if first else end, end) - 1
    return PrintedLine(
        text="   ".join(map(_tidy, parts)),
        left=left,
        right=right,
        top=top,
        bottom=bottom,
        height=height,
        first_word=text.get_charbox(first_end, loose=True)[2] - left,
    )


def _tidy(words: str) -> str:
    """Return `words` NFC, with hyphens at line ends and soft ones gone and blanks that are plain."""
    return unicodedata.normalize("NFC", words.translate(_ODD))


def _told(content: bytes) -> str:
    return f"bytes that begin {content[:12]!r}" if content else "no bytes"


def read_pdf(content: bytes, where: str) -> CleanText:
    """Return the text of a PDF, pages parted by a blank line, with the blocks that its layout tells.

    Raises ReadError as `read_pages` does.
    """
    text = "\n\n".join(filter(None, read_pages(content, where)))
    return CleanText(text, infer_blocks(text))
