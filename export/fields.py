"""Knows the fields of record systems: a draft as plain texts, to be pasted one by one."""

from collections.abc import Iterable, Iterator

from config.wording import Wording
from export.text import fit
from export.word_marks import shown
from records.draft import Block, Draft, Facts, Paragraph, Piece, Placeholder, Points, Section, Table

_PROPOSAL = frozenset({"proposal"})
_REST = frozenset({"appeal", "documents", "attachments", "distribution", "signature"})
_BLANK = frozenset({"", "–"})
"""Cells that tell nothing."""
_LATER = frozenset({"decision"})
"""What the meeting itself writes: there is nothing to paste."""


def render_fields(draft: Draft, wording: Wording) -> dict[str, str]:
    """Return the item as plain text per field of a record system, by the field's file word ("otsikko").

    The item alone: neither the first page nor the closing lists. Placeholders stand in square
    brackets, with the old value where they show one; numbered points begin "1. ", others "- "; a
    table is a line a row. Lines end as \\n. A field for which the house prints nothing is left out.
    """
    names = wording.fields
    own = frozenset(section.key for section in draft.sections) - _PROPOSAL - _REST - _LATER
    fields = {
        names.title: _line(draft.heading, wording),
        names.background: _text(draft, own, wording),
        names.proposal: _text(draft, _PROPOSAL, wording, headed=False),
        names.rest: _text(draft, _REST, wording),
    }
    return {name: f"{text}\n" for name, text in fields.items() if text}


def _text(draft: Draft, keys: frozenset[str], wording: Wording, *, headed: bool = True) -> str:
    """Return the sections of these keys, a blank line between paragraphs; without their headings if asked."""
    parts: list[str] = []
    for section in draft.sections:
        if section.key in keys:
            parts += _section(section, wording, headed=headed)
    return "\n\n".join(parts)


def _section(section: Section, wording: Wording, *, headed: bool) -> Iterator[str]:
    told = [text for block in section.blocks if (text := "\n".join(_block(block, wording)))]
    heading = fit(section.heading) if section.heading and headed else ""
    if heading and told:
        yield f"{heading}\n{told[0]}"
        yield from told[1:]
    else:
        yield from filter(None, (heading, *told))


def _block(block: Block, wording: Wording) -> Iterator[str]:
    """Yield the lines of a block."""
    if isinstance(block, Paragraph):
        yield _line(block.line, wording)
    elif isinstance(block, Points):
        for number, item in enumerate(block.items, 1):
            yield f"{f'{number}.' if block.numbered else '-'} {_line(item, wording)}"
    elif isinstance(block, Facts):
        for fact in block.facts:
            yield f"{fit(fact.label)}: {_line(fact.line, wording)}"
    else:
        yield from _table(block, wording)


def _table(table: Table, wording: Wording) -> Iterator[str]:
    """Yield a table as lines: its caption, then each row as "head: cell; head: cell".

    The column of sources is left out: the list that its numbers point to goes into no field.
    """
    yield f"{fit(table.caption)}:"
    for row in table.rows:
        cells = (
            (head, ", ".join(filter(None, (_line(line, wording) for line in cell.lines))))
            for head, cell in zip(table.header, row, strict=True)
        )
        told = (f"{fit(head)}: {text}" for head, text in cells if _is_told(head, text, wording))
        yield f"- {'; '.join(told)}"


def _is_told(head: str, text: str, wording: Wording) -> bool:
    return text not in _BLANK and head != wording.table.source


def _line(line: Iterable[Piece], wording: Wording) -> str:
    return "".join(_piece(piece, wording) for piece in line).strip()


def _piece(piece: Piece, wording: Wording) -> str:
    return fit(shown(piece, wording) if isinstance(piece, Placeholder) else piece.text)
