"""Lays a draft's data out as checks see it."""

from collections.abc import Iterable, Iterator

from config.houses import House
from config.wording import Wording
from export.check_sheet import Heading, Passage, Region, Sheet, wanted_headings
from export.written_lines import LineKind
from records.base import Span
from records.draft import (
    Block,
    Cited,
    Draft,
    Facts,
    Line,
    Placeholder,
    Plain,
    Points,
    Section,
    Table,
    line_text,
    piece_text,
)

_Told = tuple[LineKind, int | None, Line]


def sheet_of_draft(draft: Draft, house: House, wording: Wording) -> Sheet:
    """Return a draft as its Word file would read, first page and closing lists and all."""
    title = Section(key="title", heading=line_text(draft.heading), blocks=(draft.head,))
    regions: tuple[tuple[Region, int, tuple[Section, ...]], ...] = (
        ("cover", 1, draft.cover),
        ("head", 1, (title,)),
        ("item", 2, draft.sections),
        ("closing", 1, draft.closing),
    )
    passages, headings = list[Passage](), list[Heading]()
    for region, level, sections in regions:
        heading, number = None, 0
        for section in sections:
            if section.heading:
                heading, number = section.heading, 0
                headings.append(Heading(section.heading, region, section.key, level))
            for passage in _passages(section, region, heading, number):
                passages.append(passage)
                number = passage.number
    return Sheet(house, wording, draft, wanted_headings(house, wording), tuple(passages), tuple(headings))


def draft_lines(sections: Iterable[Section]) -> Iterator[tuple[str | None, Passage]]:
    """Yield the lines of sections with the heading that they stand under in the document."""
    heading = None
    for section in sections:
        heading = section.heading or heading
        for passage in _passages(section, "item", heading, 0):
            yield heading, passage


def _passages(section: Section, region: Region, heading: str | None, number: int) -> Iterator[Passage]:
    for block in section.blocks:
        for kind, row, line in _lines(block):
            number += kind != "cell"
            text, gaps, cited = _read(line)
            yield Passage(region, section.key, heading, number, kind, text, row, gaps, cited)


def _lines(block: Block) -> Iterator[_Told]:
    if isinstance(block, Points):
        yield from (("list_item", None, item) for item in block.items)
    elif isinstance(block, Facts):
        yield from (("paragraph", None, (Plain(text=f"{fact.label} "), *fact.line)) for fact in block.facts)
    elif isinstance(block, Table):
        yield "paragraph", None, (Plain(text=block.caption),)
        yield from (("cell", 1, (Plain(text=text),)) for text in block.header)
        for row, cells in enumerate(block.rows, 2):
            yield from (("cell", row, line) for cell in cells for line in cell.lines)
    else:
        yield "paragraph", None, block.line


def _read(line: Line) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """Return a line's text, where its placeholders are, and where a source speaks.

    What a precedent lends stands in the house's own words, so it is not marked.
    """
    parts, gaps, cited, end = list[str](), list[Span](), list[Span](), 0
    for piece in line:
        text = piece_text(piece)
        start, end = end, end + len(text)
        parts.append(text)
        if isinstance(piece, Placeholder):
            gaps.append((start, end))
        elif isinstance(piece, Cited) and not piece.precedent:
            cited.append((start, end))
    return "".join(parts), tuple(gaps), tuple(cited)
