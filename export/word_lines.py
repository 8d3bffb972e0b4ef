"""Knows paragraphs and runs in Word: writes lines with language, highlight, links and comments."""

from typing import cast
from urllib.parse import quote, urlsplit

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from config.wording import Wording
from export.text import fit, hold_numbers
from export.word_comments import Comments
from export.word_marks import marked_parts
from export.word_page import Page, width_at
from export.word_stretches import find_stretches, whole_quote
from export.word_xml import append, append_text, make, make_paragraph, wrap
from records.draft import Cited, Draft, Line, Piece, Placeholder

_LONGEST_LINK = 2000
HIGHLIGHTS = {"gap": "yellow", "old": "cyan"}
"""The colours of placeholders: what is wanted, and what must not be left as it was."""


class Pen:
    """What writes into one document, in its language and styles, with its comments.

    It stands before an element of the body, at first the last one, and `width` is that of the
    text there, in twips.
    """

    def __init__(self, document: Document, page: Page, draft: Draft, wording: Wording) -> None:
        self.tag = draft.tag
        self.page = page
        self._part = document.part
        self._wording = wording
        self._comments = Comments(document, page.styles, draft, wording)
        self.move(document.element.body.sectPr)

    def move(self, place: BaseOxmlElement) -> None:
        """Go on writing before another element of the body."""
        self._place = place
        self.width = width_at(place)

    def place(self, element: BaseOxmlElement) -> None:
        """Put an element where the pen stands."""
        self._place.addprevious(element)

    def last(self) -> BaseOxmlElement:
        """Return what stands right before the pen."""
        return cast(BaseOxmlElement, self._place.getprevious())

    def begin(self, style: str, line: Line = ()) -> BaseOxmlElement:
        """Return a paragraph of one of our styles (by its id) with a line, where the pen stands."""
        paragraph = make_paragraph(self.page.styles[style])
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

    def write(self, paragraph: BaseOxmlElement, line: Line, *, bare: bool = False) -> None:
        """Write the pieces of a line at the end of a paragraph; `bare` ones get no comments and links.

        A sentence of a precedent has one comment, however many pieces it is in.
        """
        for stretch in find_stretches(line):
            whole = None if bare else whole_quote(stretch)
            start = len(paragraph)
            for piece in stretch:
                self._write_piece(paragraph, piece, bare=bare or whole is not None)
            if whole:
                note = self._wording.marks.sentence_note
                self._comments.add(paragraph[start], whole, note, last=paragraph[-1])

    def write_text(
        self, paragraph: BaseOxmlElement, text: str, *, look: str = "", language: str | None = None
    ) -> BaseOxmlElement:
        """Write text as a run, in the document's language or another; return the run.

        `look` is "bold", "gap" (highlighted), "old" (so too, in another colour) or "link".
        """
        run = append(paragraph, "r")
        properties = append(run, "rPr")
        if look == "link":
            append(properties, "rStyle", val=self.page.styles["Hyperlink"])
        elif look == "bold":
            append(properties, "b")
        elif look:
            append(properties, "highlight", val=HIGHLIGHTS[look])
        append(properties, "lang", val=language or self.tag)
        append_text(run, hold_numbers(fit(text)))
        return run

    def write_tab(self, paragraph: BaseOxmlElement) -> None:
        """Write a tab at the end of a paragraph."""
        append(append(paragraph, "r"), "tab")

    def _write_piece(self, paragraph: BaseOxmlElement, piece: Piece, *, bare: bool) -> None:
        if isinstance(piece, Placeholder):
            self._write_gap(paragraph, piece, bare=bare)
        elif isinstance(piece, Cited):
            run = self.write_text(paragraph, piece.text, language=piece.language)
            if not bare:
                self._comments.add(run, piece)
        elif piece.link and not bare and (address := _safe_address(piece.link)):
            link = make("hyperlink")
            link.set(qn("r:id"), self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            wrap(self.write_text(paragraph, piece.text, look="link"), link)
        else:
            self.write_text(paragraph, piece.text, language=piece.language)

    def _write_gap(self, paragraph: BaseOxmlElement, gap: Placeholder, *, bare: bool) -> None:
        """Write a placeholder; the old values in it have a colour of their own, and their comments."""
        for text, olds in marked_parts(gap, self._wording):
            language = olds[0].language if olds else None
            run = self.write_text(paragraph, text, look="old" if olds else "gap", language=language)
            for old in () if bare else olds:
                self._comments.add(run, old, self._wording.marks.old_note)


def _safe_address(link: str) -> str | None:
    """Return an address that Word opens, or None for what it calls damaged or is no web page."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(link) > _LONGEST_LINK:
        return None
    return quote(link, safe=":/?#[]@!$&'()*+,;=%-._~")
