"""Knows runs in Word: writes lines of pieces with language, highlight, links and comments."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from export.text import fit, hold_numbers
from export.word_comments import Comments
from export.word_xml import append, make, wrap
from records.draft import Cited, Line, Piece, Placeholder, Plain

_LONGEST_LINK = 2000


@dataclass(frozen=True)
class Pen:
    """What writes into one document: its language tag and its comments."""

    document: Document
    tag: str
    comments: Comments

    def write(self, paragraph: Paragraph, line: Line) -> None:
        """Write the pieces of a line at the end of a paragraph."""
        for piece in line:
            self._write_piece(paragraph, piece)

    def write_text(
        self, paragraph: Paragraph, text: str, *, bold: bool = False, language: str | None = None
    ) -> Run:
        """Write text as a run in the document's language or another."""
        run = paragraph.add_run(hold_numbers(fit(text)))
        if bold:
            run.bold = True
        _set_language(run, language or self.tag)
        return run

    def _write_piece(self, paragraph: Paragraph, piece: Piece) -> None:
        if isinstance(piece, Placeholder):
            run = self.write_text(paragraph, f"[{piece.text}]")
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        elif isinstance(piece, Cited):
            run = self.write_text(paragraph, piece.text, language=piece.language)
            self.comments.add(run, piece)
        elif piece.link and (address := _safe_address(piece.link)):
            self._write_link(paragraph, piece, address)
        else:
            self.write_text(paragraph, piece.text, language=piece.language)

    def _write_link(self, paragraph: Paragraph, piece: Plain, address: str) -> None:
        run = self.write_text(paragraph, piece.text, language=piece.language)
        run.style = self.document.styles["Hyperlink"]
        link = make("hyperlink")
        link.set(
            qn("r:id"), self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )
        wrap(run.element, link)


def _set_language(run: Run, tag: str) -> None:
    """Mark a run's language, after the properties that Word wants before it."""
    append(run.element.get_or_add_rPr(), "lang", val=tag)


def _safe_address(link: str) -> str | None:
    """Return an address that Word opens, or None for what it calls damaged or is no web page."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(link) > _LONGEST_LINK:
        return None
    return quote(link, safe=":/?#[]@!$&'()*+,;=%-._~")
