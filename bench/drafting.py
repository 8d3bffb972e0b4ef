"""Drafts to measure by: of a programme that sample councils published, about two pages each."""

import io
from collections.abc import Iterator
from functools import cache

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph as DocxParagraph

from bench.growth import extract
from bench.pages import sample_texts
from config.codes import load_codes
from config.houses import load_house
from config.wording import Wording, load_wording
from export.basis import Basis
from export.draft import draft_programme
from export.naming import name_item
from export.word import render_draft
from export.word_marks import shown
from records.document import DocumentRecord
from records.draft import (
    Block,
    Cited,
    Draft,
    Facts,
    Line,
    Paragraph,
    Placeholder,
    Points,
    Section,
    Table,
    Trigger,
)

LAYOUTS = ("finland-fi", "finland-sv", "sweden", "norway-nb", "norway-nn")
_MADE_AT = "2026-11-22T02:31:00Z"


def draft_for(layout: str, number: int = 0) -> tuple[Draft, Wording]:
    """Return the draft that a sample programme gives a house of a shipped layout, and its wording.

    Drafts of different numbers have triggers and ids of their own.
    """
    house = load_house(layout)
    wording = load_wording(house.language, house.country)
    trigger = Trigger.model_validate({"kind": "asked", "key": f"bench#{number}", "made_at": _MADE_AT})
    basis = Basis(id="bench", record=_record(), programme=0)
    return draft_programme(basis, house, wording, load_codes().names_in(house.language), trigger), wording


def ours(made: tuple[Draft, Wording]) -> bytes:
    """Return a draft as we write it."""
    return render_draft(*made)


def bare(made: tuple[Draft, Wording]) -> bytes:
    """Return the same paragraphs, table and comments as bare python-docx writes them."""
    draft, wording = made
    document = docx.Document()
    document.add_heading(wording.cover.title.format(document=draft.document), 0)
    _write_sections(document, draft.cover, made)
    _write_line(document, document.add_heading("", 1), draft.heading, made)
    _write_block(document, draft.head, made)
    _write_sections(document, draft.sections, made)
    _write_sections(document, draft.closing, made)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _write_sections(document: Document, sections: tuple[Section, ...], made: tuple[Draft, Wording]) -> None:
    for section in sections:
        if section.heading:
            document.add_heading(section.heading, 2)
        for block in section.blocks:
            _write_block(document, block, made)


def _write_block(document: Document, block: Block, made: tuple[Draft, Wording]) -> None:
    if isinstance(block, Paragraph):
        _write_line(document, document.add_paragraph(), block.line, made)
    elif isinstance(block, Points):
        style = "List Number" if block.numbered else "List Bullet"
        for item in block.items:
            _write_line(document, document.add_paragraph(style=style), item, made)
    elif isinstance(block, Facts):
        for fact in block.facts:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{fact.label}\t").bold = True
            _write_line(document, paragraph, fact.line, made)
    else:
        _write_table(document, block, made)


def _write_table(document: Document, block: Table, made: tuple[Draft, Wording]) -> None:
    table = document.add_table(1, len(block.header), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, block.header, strict=True):
        cell.text = head
    for row in block.rows:
        for cell, told in zip(table.add_row().cells, row, strict=True):
            for number, line in enumerate(told.lines):
                paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
                _write_line(document, paragraph, line, made)


def _write_line(
    document: Document, paragraph: DocxParagraph, line: Line, made: tuple[Draft, Wording]
) -> None:
    draft, wording = made
    for piece in line:
        run = paragraph.add_run(shown(piece, wording) if isinstance(piece, Placeholder) else piece.text)
        if isinstance(piece, Cited):
            source = draft.sources[piece.source]
            text = f"{piece.quote}\n{name_item(source, wording)}\n{source.url or ''}"
            document.add_comment(run, text, "Paragraf", "P")


@cache
def _record() -> DocumentRecord:
    """Return the record with the most sessions that fit on two pages, of all sample councils' texts."""
    return max(_records(), key=lambda record: min(len(record.programmes[0].sessions), _MOST_SESSIONS))


def _records() -> Iterator[DocumentRecord]:
    for text in sample_texts("fi", training=True):
        record = extract(text.encode(), "a.txt")
        if isinstance(record, DocumentRecord) and record.programmes:
            yield record


_MOST_SESSIONS = 6
