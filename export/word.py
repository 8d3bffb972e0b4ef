"""Knows the Word file as a whole: lays a draft out, the same data always to the same bytes."""

import copy
import io
from collections.abc import Iterator
from typing import cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from config.wording import Wording
from export.package import pack
from export.phrases import plain
from export.template import Template
from export.word_head import head_values, known_fields, left_to_tell, sections_left, title_level, write_head
from export.word_lines import Pen
from export.word_lists import render_points
from export.word_margins import set_properties, write_margins
from export.word_page import mark_of, own_page, template_page
from export.word_tables import render_table
from export.word_xml import remove
from records.draft import Block, Draft, Facts, Paragraph, Points, Section, Table

_STYLES = {"text": "Normal", "source": "Source", "quote": "SourceQuote"}
_DEEPEST = 3


def render_draft(draft: Draft, wording: Wording, template: Template | None = None) -> bytes:
    """Return the draft as a Word file (.docx): the first page, the item, and the closing lists.

    The item stands in our own frame, or in a council's template where that has its mark; what the
    template prints of the head is not told again. The same draft, wording and template give the
    same bytes.
    """
    document = _in_frame(draft, wording) if template is None else _in_template(draft, wording, template)
    set_properties(document, draft)
    content = io.BytesIO()
    document.save(content)
    return pack(content.getvalue())


def _in_frame(draft: Draft, wording: Wording) -> Document:
    page = own_page(draft.tag)
    document = page.open()
    pen = Pen(document, page, draft, wording)
    write_margins(document, pen, draft, wording)
    _write_cover(document, pen, draft, wording)
    pen.begin_page("Heading1", draft.heading)
    _write_facts(pen, draft.head)
    _write_sections(document, pen, draft.sections, level=2)
    _write_sections(document, pen, draft.closing, level=1, new_page=True)
    return document


def _in_template(draft: Draft, wording: Wording, template: Template) -> Document:
    """Return the template with the item in place of its mark, the first page before it, the lists after."""
    values = head_values(draft, wording)
    page = template_page(template, tuple(known_fields(values)), draft.tag)
    document = page.open()
    pen = Pen(document, page, draft, wording)
    mark, body = mark_of(document), document.element.body
    _write_cover_pages(document, pen, draft, wording)
    level = title_level(document, pen)
    write_head(document, pen, values)
    pen.move(mark)
    if "title" not in template.printed:
        level = 2
        pen.begin("Heading1", draft.heading)
    _write_facts(pen, left_to_tell(draft.head, template.printed))
    _write_sections(document, pen, sections_left(draft.sections, template.printed), level=level)
    _take_out(mark, pen)
    pen.move(body.sectPr)
    _write_sections(document, pen, draft.closing, level=1, new_page=True)
    return document


def _write_cover(document: Document, pen: Pen, draft: Draft, wording: Wording) -> None:
    pen.begin("Title", plain(wording.cover.title.format(document=draft.document)))
    _write_sections(document, pen, draft.cover, level=1)


def _write_cover_pages(document: Document, pen: Pen, draft: Draft, wording: Wording) -> None:
    """Write the first page before a template's own, in a section like its first, so that both begin alike."""
    body = document.element.body
    pen.move(body[0])
    _write_cover(document, pen, draft, wording)
    first = next(body.iter(_SECTION))
    own = copy.deepcopy(first)
    for each in (*first.findall(_START), *own.findall(_START), *own.findall(qn("w:cols"))):
        remove(each)
    _end_section(pen.last(), own, pen)


def _end_section(last: BaseOxmlElement, section: BaseOxmlElement, pen: Pen) -> None:
    """End a section with the paragraph that was written last; a table needs one behind it."""
    if last.tag != qn("w:p"):
        last = pen.begin("Normal")
    properties = cast(BaseOxmlElement, cast(CT_P, last).get_or_add_pPr())
    properties.append(section)


def _take_out(mark: BaseOxmlElement, pen: Pen) -> None:
    """Take the mark's paragraph out; a section that it ended ends with what now stands before it."""
    section = mark.find(f"{qn('w:pPr')}/{_SECTION}")
    if section is not None:
        _end_section(pen.last(), section, pen)
    remove(mark)


def _write_sections(
    document: Document, pen: Pen, sections: tuple[Section, ...], *, level: int, new_page: bool = False
) -> None:
    for section in sections:
        if section.heading:
            begin = pen.begin_page if new_page and section is sections[0] else pen.begin
            begin(f"Heading{min(level, _DEEPEST)}", plain(section.heading))
        for above, block, below in _neighbours(section.blocks):
            if isinstance(block, Paragraph):
                _write_paragraph(pen, block, above, below)
            else:
                _write_block(document, pen, block)


def _neighbours(blocks: tuple[Block, ...]) -> Iterator[tuple[Block | None, Block, Block | None]]:
    yield from zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)


def _write_paragraph(pen: Pen, block: Paragraph, above: Block | None, below: Block | None) -> None:
    """Write a paragraph, with space below a table, which gives none, and held to the list it leads to."""
    paragraph = pen.begin("BelowTable" if isinstance(above, Table) else _STYLES[block.role], block.line)
    if isinstance(below, Points):
        pen.keep(paragraph)


def _write_block(document: Document, pen: Pen, block: Points | Facts | Table) -> None:
    if isinstance(block, Points):
        render_points(document, pen, block)
    elif isinstance(block, Facts):
        _write_facts(pen, block)
    else:
        render_table(pen, block)


def _write_facts(pen: Pen, block: Facts) -> None:
    for fact in block.facts:
        paragraph = pen.begin("LastFact" if fact is block.facts[-1] else "Facts")
        pen.write_text(paragraph, fact.label, look="bold")
        pen.write_tab(paragraph)
        pen.write(paragraph, fact.line)


_SECTION, _START = qn("w:sectPr"), qn("w:type")
