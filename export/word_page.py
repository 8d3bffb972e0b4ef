"""Knows the page that a draft is written on: our own frame, or a council's template made ready for it."""

import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from export.template import MARKER, Template, marked_roots
from export.template_tags import MARK
from export.word_adopt import STYLES, adopt_styles, set_language
from export.word_frame import open_frame
from export.word_numbering import number_styles


@dataclass(frozen=True)
class Page:
    """A file to write a draft into, ready in its language.

    `styles` maps our ids of styles to those of the file, `numbered` is its id of what numbered
    lists look like.
    """

    content: bytes
    styles: Mapping[str, str]
    numbered: int

    def open(self) -> Document:
        """Return the file as a new document."""
        return docx.Document(io.BytesIO(self.content))


@cache
def own_page(tag: str) -> Page:
    """Return our own frame in the language of a tag ("sv-FI")."""
    document = open_frame(tag)
    return _ready(document, {identity: identity for identity in STYLES})


def template_page(template: Template, known: Collection[str], tag: str) -> Page:
    """Return a template with markers for its tags, in a language, with all styles that drafts need."""
    return _template_page(template, frozenset(known) & template.asked, tag)


@lru_cache(maxsize=8)
def _template_page(template: Template, known: frozenset[str], tag: str) -> Page:
    document = docx.Document(io.BytesIO(template.filled(known)))
    document.element.body.get_or_add_sectPr()
    style = mark_of(document).find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    styles = adopt_styles(document, tag, style.get(qn("w:val")) if style is not None else None)
    set_language(document, marked_roots(document), tag)
    return _ready(document, styles)


def _ready(document: Document, styles: dict[str, str]) -> Page:
    numbered = number_styles(document, styles["ListNumber"], styles["ListBullet"])
    content = io.BytesIO()
    document.save(content)
    return Page(content.getvalue(), styles, numbered)


def mark_of(document: Document) -> BaseOxmlElement:
    """Return the paragraph of a template that the draft replaces."""
    marks = (
        paragraph
        for paragraph in document.element.body.iterchildren(qn("w:p"))
        if MARKER.findall("".join(each.text or "" for each in paragraph.iter(qn("w:t")))) == [MARK]
    )
    return cast(BaseOxmlElement, next(marks))


def width_at(place: BaseOxmlElement) -> int:
    """Return the width of a column of text in twips, at an element of the body or at its last section."""
    section = place if place.tag == _SECTION else next(_sections_from(place))
    size, margins, columns = (section.find(qn(f"w:{name}")) for name in ("pgSz", "pgMar", "cols"))
    wide = _twips(size, "w", _A4) - sum(_twips(margins, side, 0) for side in ("left", "right", "gutter"))
    count = max(1, _twips(columns, "num", 1))
    return max(_NARROWEST, (wide - (count - 1) * _twips(columns, "space", 720)) // count)


def _sections_from(place: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for each in (place, *place.itersiblings()):
        yield from each.iter(_SECTION)


def _twips(element: BaseOxmlElement | None, name: str, usual: int) -> int:
    told = element.get(qn(f"w:{name}")) if element is not None else None
    try:
        return int(float(told)) if told else usual
    except ValueError:
        return usual


_SECTION = qn("w:sectPr")
_A4 = 11906
_NARROWEST = 2000
