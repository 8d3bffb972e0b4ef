"""Knows the Word file as a whole: lays a draft out, the same data always to the same bytes."""

import io
from collections.abc import Iterator

from docx.document import Document

from config.wording import Wording
from export.package import pack
from export.phrases import plain
from export.word_comments import Comments
from export.word_frame import open_frame
from export.word_lines import Pen
from export.word_lists import render_points
from export.word_margins import set_properties, write_margins
from export.word_tables import render_table
from records.draft import Block, Draft, Facts, Paragraph, Points, Section, Table

_STYLES = {"text": "Normal", "source": "Source", "quote": "SourceQuote"}


def render_draft(draft: Draft, wording: Wording) -> bytes:
    """Return the draft as a Word file (.docx): the first page, the item, and the closing lists.

    The same draft and wording give the same bytes.
    """
    document = open_frame(draft.tag)
    pen = Pen(document, draft.tag, Comments(document, draft.tag, draft.sources, wording))
    set_properties(document, draft)
    write_margins(document, pen, draft, wording)
    pen.begin("Title", plain(wording.cover.title.format(document=draft.document)))
    _write_sections(document, pen, draft.cover, level=1)
    pen.begin_page("Heading1", draft.heading)
    _write_facts(pen, draft.head)
    _write_sections(document, pen, draft.sections, level=2)
    _write_sections(document, pen, draft.closing, level=1, new_page=True)
    content = io.BytesIO()
    document.save(content)
    return pack(content.getvalue())


def _write_sections(
    document: Document, pen: Pen, sections: tuple[Section, ...], *, level: int, new_page: bool = False
) -> None:
    for section in sections:
        if section.heading:
            begin = pen.begin_page if new_page and section is sections[0] else pen.begin
            begin(f"Heading{level}", plain(section.heading))
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
