"""Drafts as data."""

import datetime as dt
import re

import pytest
from pydantic import ValidationError

from records.draft import (
    Cell,
    Citation,
    Cited,
    Draft,
    Fact,
    Facts,
    Line,
    Paragraph,
    Placeholder,
    Plain,
    Points,
    Section,
    Table,
    Trigger,
    block_lines,
    draft_id,
    line_text,
    section_lines,
)

TRIGGER = Trigger(kind="watched", key="p1", made_at=dt.datetime(2025, 11, 22, tzinfo=dt.UTC))


def _line(text: str) -> Line:
    return (Plain(text=text),)


def _draft(source: int) -> Draft:
    cited = Cited(text="a", quote="a", spans=((0, 1),), source=source)
    return Draft(
        id="x",
        house="x",
        council=None,
        language="fi",
        tag="fi-FI",
        country="FI",
        document="esityslistateksti",
        trigger=TRIGGER,
        title="x",
        cover=(Section(key="why", heading="Miksi", blocks=(Paragraph(line=_line("cover")),)),),
        heading=_line("heading"),
        head=Facts(facts=(Fact(label="Kokous", line=_line("head")),)),
        sections=(Section(key="account", heading=None, blocks=(Paragraph(line=(cited,)),)),),
        closing=(Section(key="fill", heading="Loppu", blocks=(Paragraph(line=_line("closing")),)),),
        sources=(Citation(document_type="page", language="fi"),),
    )


def test_a_trigger_makes_one_draft_a_house() -> None:
    """House, kind and key make the id, the time does not; it is fit for a file name."""
    later = TRIGGER.model_copy(update={"made_at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)})
    ids = {
        draft_id("sollia", TRIGGER),
        draft_id("sollia", later),
        draft_id("granvik", TRIGGER),
        draft_id("sollia", TRIGGER.model_copy(update={"kind": "asked"})),
        draft_id("sollia", TRIGGER.model_copy(update={"key": "p2"})),
    }

    assert len(ids) == 4
    assert all(re.fullmatch(r"[a-z]+-[0-9a-f]{12}", each) for each in ids)


def test_a_trigger_needs_a_time_with_its_zone() -> None:
    """A bare time would be another one on another machine."""
    with pytest.raises(ValidationError, match="timezone"):
        Trigger.model_validate({"kind": "asked", "key": "p1", "made_at": "2025-11-22T02:30:00"})


def test_a_value_without_its_source_is_refused() -> None:
    """What is cited must be in the list of sources."""
    assert _draft(0)
    with pytest.raises(ValidationError, match="a source for every cited value"):
        _draft(1)


def test_lines_come_in_reading_order() -> None:
    """Cover, heading, head, sections, closing."""
    assert list(map(line_text, _draft(0).lines())) == [
        "cover",
        "heading",
        "head",
        "a",
        "closing",
    ]


def test_a_line_reads_with_its_placeholders_in_brackets() -> None:
    """As it stands in the document, where brackets show what is to be filled in."""
    line = (Plain(text="Kurs den "), Placeholder(key="when", text="dag", hint=""), Plain(text="."))

    assert line_text(line) == "Kurs den [dag]."


def test_blocks_give_their_lines() -> None:
    """Lists by item, tables row by row and line by line."""
    points = Points(items=(_line("a"), _line("b")))
    cells = (Cell(lines=(_line("c"), _line("d"))), Cell(lines=(_line("e"),)))
    table = Table(caption="t", header=("x", "y"), widths=(0.5, 0.5), rows=(cells,))
    section = Section(key="account", heading=None, blocks=(points, table))

    assert list(block_lines(points)) == [_line("a"), _line("b")]
    assert [line[0].text for line in section_lines((section,))] == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("widths", [(1.0,), (0.5, 0.25, 0.25)])
def test_a_table_is_square(widths: tuple[float, ...]) -> None:
    """As many widths and cells as heads, or no table."""
    with pytest.raises(ValidationError, match="as many widths and cells a row as the header has"):
        Table(caption="t", header=("x", "y"), widths=widths, rows=())
