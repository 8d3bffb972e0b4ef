"""Tells whether a language's own examples are read as its file says."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from config.languages import Example, Language
from extract.audiences import audiences_in
from extract.date_context import DateContext
from extract.dates import find_dates
from extract.reading import Reading, read_paragraphs
from extract.relevance import judge_relevance
from extract.topics import topics_in
from records.item import Block, Item

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def example_faults(language: Language, example: Example) -> Iterator[tuple[str, object, object]]:
    """Yield key, what the file says and what was read, for each of an example's keys that differ."""
    read = _item(example.text)
    reading = read_paragraphs(read, language)
    anchor = dt.date.fromisoformat(example.anchor) if example.anchor else None
    dates = [found.value for found in find_dates(read, language, reading, DateContext(anchor=anchor))]
    told: list[tuple[str, object, object]] = [
        ("dates", example.dates, {date.text: date.edtf or date.time or "" for date in dates}),
        ("topics", _sorted(example.topics), _codes("topics", reading, read)),
        ("audiences", _sorted(example.audiences), _codes("audiences", reading, read)),
        ("relevant", example.relevant, judge_relevance(read, reading).is_programme),
    ]
    for key, said, found in told:
        if said is not None and said != found:
            yield key, said, found


def _codes(table: str, reading: Reading, read: Item) -> list[str]:
    found_in = topics_in if table == "topics" else audiences_in
    return sorted({found.value for found in found_in(reading, (0, len(read.text)))})


def _sorted(codes: Sequence[str] | None) -> list[str] | None:
    return None if codes is None else sorted(set(codes))


def _item(text: str) -> Item:
    blocks = tuple(Block("paragraph", *match.span()) for match in _LINE.finditer(text))
    return Item(
        source_id="examples",
        base_id="examples",
        native_id="1",
        url=None,
        text=text,
        blocks=blocks,
        text_version="",
    )
