"""What items of meetings say of themselves, layout by layout."""

import datetime as dt
from typing import Any

import pytest

from config.languages import load_language
from extract.dates import scan_dates
from extract.decision import DecisionsFound, SourceHints, find_decisions
from extract.people import PersonFound
from ingest.text import infer_blocks
from records.item import Item
from tests.extract.meeting_texts import SAMPLES, Sample

HINTS = SourceHints()


def item_of(text: str, title: str | None = None) -> Item:
    """Return an item with nothing but its text, and perhaps the title that its page gave it."""
    return Item(
        source_id="s",
        base_id="b",
        native_id="1",
        url=None,
        text=text,
        blocks=infer_blocks(text),
        text_version="t",
        title=title,
    )


def read(text: str, language: str, hints: SourceHints = HINTS, title: str | None = None) -> DecisionsFound:
    """Return what the items in a text say of themselves."""
    words = load_language(language)
    return find_decisions(item_of(text, title), scan_dates(text, words.dates), words, hints)


def person(found: PersonFound | None) -> tuple[str, str | None] | None:
    """Return name and role, to compare persons by."""
    return (found.name.value, found.role.value if found.role else None) if found else None


def told_by(found: Any, key: str) -> Any:
    """Return a value of a finding in the form that the samples write it."""
    value = getattr(found, key)
    if key == "preparers":
        return [person(one) for one in value]
    if key == "presenter":
        return person(value)
    if key == "effective":
        return value.origin if value else None
    if key == "handlings":
        return [tuple(part and part.value for part in (one.body, one.section, one.outcome)) for one in value]
    plain = value.value if value else None
    return plain.isoformat() if isinstance(plain, dt.date) else plain


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_reads_an_item_in_each_layout(sample: Sample) -> None:
    """Every value that a layout tells is read, and what it does not tell stays unknown."""
    own = read(sample.text, sample.language).own
    assert own is not None
    assert {key: told_by(own, key) for key in sample.told} == sample.told
