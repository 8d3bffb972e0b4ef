"""Knows PDF: the text of its pages, with the gaps and columns that stand there drawn as blanks."""

import re
import unicodedata
from contextlib import closing

import pypdfium2

from ingest.bullets import find_bullet
from ingest.pdf_lines import PrintedLine, draw_lines

MOST_PAGES = 2_000
MOST_LETTERS = 5_000_000
_LINE = re.compile(r"[^\r\n\s](?:[^\r\n]*[^\r\n\s])?")
_BLANK = re.compile(r"(?<=\S)[ \u00a0]+(?=\S)")
_FIRST_WORD = re.compile(r"\S+")
_COLUMN = 0.8
"""A gap of this many line heights parts columns."""
_ODD = {**dict.fromkeys({*range(9), *range(0x0E, 0x20), 0x7F, 0xAD, 0xFEFF, 0xFFFE, 0xFFFF}), 0xA0: " "}
"""pdfium writes a hyphen at a line end as U+FFFE and drops the line end."""


class Overlong(Exception):
    """A PDF has more pages or letters than are read; the argument tells how many of what."""


def read_pages(content: bytes) -> tuple[str, ...]:
    """Return the text of each page of a PDF; a page of pictures is an empty string.

    A word that a hyphen parts at a line end is joined, wrapped lines are one, a blank line tells a
    gap between paragraphs, three blanks one between columns. Not for several threads at once. Raises
    pdfium's own error for what it cannot read, Overlong; a hostile PDF may take any time and memory.
    """
    with closing(pypdfium2.PdfDocument(content)) as document:
        if len(document) > MOST_PAGES:
            raise Overlong(f"{len(document)} pages")
        pages: list[str] = []
        for number in range(len(document)):
            pages.append(_read_page(document, number))
            if sum(map(len, pages)) > MOST_LETTERS:
                raise Overlong(f"more than {MOST_LETTERS} letters")
        return tuple(pages)


def _read_page(document: pypdfium2.PdfDocument, number: int) -> str:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        if text.count_chars() > MOST_LETTERS:
            raise Overlong(f"{text.count_chars()} letters on page {number + 1}")
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
