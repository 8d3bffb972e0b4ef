"""Knows Word's comments: each sourced value carries its quote and where that stands."""

from collections.abc import Iterator, Mapping
from typing import cast

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from config.wording import Wording
from export.naming import name_item
from export.text import cut, fit, hold_numbers
from export.word_xml import append, append_paragraph, append_text, make
from records.draft import Cited, Draft

_AUTHOR = "Paragraf"
_LONGEST_QUOTE = 500

Words = tuple[str, str | None]
"""Text and its language, or None for the document's own."""


class Comments:
    """The comments of one document.

    Written as elements: the library counts all comments anew for each one that it adds, and stamps
    it with the clock. `styles` maps our ids of styles to the document's.
    """

    def __init__(self, document: Document, styles: Mapping[str, str], draft: Draft, wording: Wording) -> None:
        self._document = document
        self._styles = styles
        self._tag = draft.tag
        self._sources = draft.sources
        self._wording = wording
        self._count = 0
        self._root: BaseOxmlElement | None = None

    def add(
        self, run: BaseOxmlElement, cited: Cited, note: str = "", *, last: BaseOxmlElement | None = None
    ) -> None:
        """Hang the quote and source of a value on its run, with a note if there is more to say.

        `last` is the last run of a value that is written in several.
        """
        last = run if last is None else last
        comments = self._comments()
        number = str(self._count)
        self._count += 1
        run.addprevious(make("commentRangeStart", id=number))
        mark = make("r")
        append(append(mark, "rPr"), "rStyle", val=self._styles["CommentReference"])
        append(mark, "commentReference", id=number)
        last.addnext(mark)
        last.addnext(make("commentRangeEnd", id=number))
        comment = append(comments, "comment", id=number, author=_AUTHOR, initials=_AUTHOR[0])
        for position, line in enumerate(self._lines(cited, note)):
            self._write_paragraph(comment, line, first=position == 0)

    def _comments(self) -> BaseOxmlElement:
        """Return the root of the comments part, which the document gets with its first comment.

        Comments that a template brings along keep their numbers; ours go on from them.
        """
        if self._root is None:
            self._root = cast(BaseOxmlElement, _comments_part(self._document).element)
            taken = (int(each.get(_ID, "0")) for each in self._root.findall(_COMMENT))
            self._count = max(taken, default=-1) + 1
        return self._root

    def _lines(self, cited: Cited, note: str) -> Iterator[list[Words]]:
        source, words, (start, end) = self._sources[cited.source], self._wording.source, self._wording.quotes
        if cited.quote:
            quote = cut(cited.quote, _LONGEST_QUOTE)
            yield [(f"{words.quote}: {start}", None), (quote, source.language), (end, None)]
        yield [(f"{words.source}: {name_item(source, self._wording) or source.title or ''}", None)]
        if source.url:
            yield [(source.url, None)]
        carried = self._wording.marks.carried if cited.precedent and not note else ""
        for told in filter(None, (words.how[cited.how], carried, note)):
            yield [(told, None)]

    def _write_paragraph(self, comment: BaseOxmlElement, line: list[Words], *, first: bool) -> None:
        paragraph = append_paragraph(comment, self._styles["CommentText"])
        if first:
            mark = append(paragraph, "r")
            append(append(mark, "rPr"), "rStyle", val=self._styles["CommentReference"])
            append(mark, "annotationRef")
        for text, language in line:
            run = append(paragraph, "r")
            append(append(run, "rPr"), "lang", val=language or self._tag)
            append_text(run, hold_numbers(fit(text)))


def _comments_part(document: Document) -> XmlPart:
    """Return the part that holds the comments; asking for the comments makes it."""
    _ = document.comments
    return cast(XmlPart, document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS))


_COMMENT, _ID = qn("w:comment"), qn("w:id")
