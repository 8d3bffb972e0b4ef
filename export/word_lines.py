"""Knows paragraphs and runs in Word: writes lines with language, highlight, links and comments."""

from urllib.parse import quote, urlsplit

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from export.text import fit, hold_numbers
from export.word_comments import Comments
from export.word_xml import append, append_text, make, make_paragraph, wrap
from records.draft import Cited, Line, Piece, Placeholder

_LONGEST_LINK = 2000


class Pen:
    """What writes into one document: at the end of its body, in its language, with its comments."""

    def __init__(self, document: Document, tag: str, comments: Comments) -> None:
        self.tag = tag
        self._part = document.part
        self._comments = comments
        self._end = document.element.body.sectPr

    def place(self, element: BaseOxmlElement) -> None:
        """Put an element at the end of the document."""
        self._end.addprevious(element)

    def begin(self, style: str, line: Line = ()) -> BaseOxmlElement:
        """Return a paragraph of a style (by its id) with a line, at the end of the document."""
        paragraph = make_paragraph(style)
        self.place(paragraph)
        self.write(paragraph, line)
        return paragraph

    def keep(self, paragraph: BaseOxmlElement) -> None:
        """Hold a paragraph on the page of the next one."""
        paragraph[0].insert(1, make("keepNext"))

    def begin_page(self, style: str, line: Line) -> BaseOxmlElement:
        """Return a paragraph as `begin` does, at the head of a new page."""
        paragraph = self.begin(style, line)
        append(paragraph[0], "pageBreakBefore")
        return paragraph

    def write(self, paragraph: BaseOxmlElement, line: Line) -> None:
        """Write the pieces of a line at the end of a paragraph."""
        for piece in line:
            self._write_piece(paragraph, piece)

    def write_text(
        self, paragraph: BaseOxmlElement, text: str, *, look: str = "", language: str | None = None
    ) -> BaseOxmlElement:
        """Write text as a run, in the document's language or another; return the run.

        `look` is "bold", "gap" (highlighted) or "link".
        """
        run = append(paragraph, "r")
        properties = append(run, "rPr")
        if look == "link":
            append(properties, "rStyle", val="Hyperlink")
        elif look == "bold":
            append(properties, "b")
        elif look == "gap":
            append(properties, "highlight", val="yellow")
        append(properties, "lang", val=language or self.tag)
        append_text(run, hold_numbers(fit(text)))
        return run

    def write_tab(self, paragraph: BaseOxmlElement) -> None:
        """Write a tab at the end of a paragraph."""
        append(append(paragraph, "r"), "tab")

    def _write_piece(self, paragraph: BaseOxmlElement, piece: Piece) -> None:
        if isinstance(piece, Placeholder):
            self.write_text(paragraph, f"[{piece.text}]", look="gap")
        elif isinstance(piece, Cited):
            self._comments.add(self.write_text(paragraph, piece.text, language=piece.language), piece)
        elif piece.link and (address := _safe_address(piece.link)):
            link = make("hyperlink")
            link.set(qn("r:id"), self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            wrap(self.write_text(paragraph, piece.text, look="link"), link)
        else:
            self.write_text(paragraph, piece.text, language=piece.language)


def _safe_address(link: str) -> str | None:
    """Return an address that Word opens, or None for what it calls damaged or is no web page."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(link) > _LONGEST_LINK:
        return None
    return quote(link, safe=":/?#[]@!$&'()*+,;=%-._~")
