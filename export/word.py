"""Knows the Word file as a whole: lays a draft out, the same data always to the same bytes."""

import io

from docx.document import Document
from docx.shared import Pt

from config.wording import Wording
from export.package import pack
from export.word_comments import Comments
from export.word_frame import open_frame
from export.word_lines import Pen
from export.word_lists import render_points
from export.word_margins import set_properties, write_margins
from export.word_tables import render_table
from records.draft import Block, Draft, Facts, Paragraph, Points, Section, Table

_STYLES = {"text": "Normal", "source": "Source", "quote": "Source Quote"}


def render_draft(draft: Draft, wording: Wording) -> bytes:
    """Return the draft as a Word file (.docx): the first page, the item, and the closing lists.

    The same draft and wording give the same bytes.
    """
    document = open_frame(draft.tag)
    pen = Pen(document, draft.tag, Comments(document, draft.tag, draft.sources, wording))
    set_properties(document, draft)
    write_margins(document, pen, draft, wording)
    title = document.add_paragraph(style="Title")
    pen.write_text(title, wording.cover.title.format(document=draft.document))
    _write_sections(document, pen, draft.cover, level=1)
    _write_item(document, pen, draft)
    _write_sections(document, pen, draft.closing, level=1, new_page=True)
    content = io.BytesIO()
    document.save(content)
    return pack(content.getvalue())


def _write_item(document: Document, pen: Pen, draft: Draft) -> None:
    heading = document.add_paragraph(style="Heading 1")
    heading.paragraph_format.page_break_before = True
    pen.write(heading, draft.heading)
    _write_block(document, pen, draft.head)
    _write_sections(document, pen, draft.sections, level=2)


def _write_sections(
    document: Document, pen: Pen, sections: tuple[Section, ...], *, level: int, new_page: bool = False
) -> None:
    for position, section in enumerate(sections):
        if section.heading:
            heading = document.add_paragraph(style=f"Heading {level}")
            heading.paragraph_format.page_break_before = True if new_page and position == 0 else None
            pen.write_text(heading, section.heading)
        _write_blocks(document, pen, section.blocks)


def _write_blocks(document: Document, pen: Pen, blocks: tuple[Block, ...]) -> None:
    """Write blocks; a paragraph below a table keeps its distance, for the table has none to give."""
    below_table = False
    for block in blocks:
        before = len(document.paragraphs) if below_table else 0
        _write_block(document, pen, block)
        if below_table:
            document.paragraphs[before].paragraph_format.space_before = Pt(8)
        below_table = isinstance(block, Table)


def _write_block(document: Document, pen: Pen, block: Block) -> None:
    if isinstance(block, Paragraph):
        pen.write(document.add_paragraph(style=_STYLES[block.role]), block.line)
    elif isinstance(block, Points):
        render_points(document, pen, block)
    elif isinstance(block, Facts):
        _write_facts(document, pen, block)
    else:
        render_table(document, pen, block)


def _write_facts(document: Document, pen: Pen, block: Facts) -> None:
    for fact in block.facts:
        paragraph = document.add_paragraph(style="Facts")
        label = pen.write_text(paragraph, fact.label)
        label.bold = True
        label.add_tab()
        pen.write(paragraph, fact.line)
        if fact is block.facts[-1]:
            paragraph.paragraph_format.space_after = Pt(8)
