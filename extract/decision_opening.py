"""Knows how an item's text is opened for reading: its lines and labels, its head, the sections it numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from config.decision_words import DecisionWords
from extract.decision_cover import find_head, front_end
from extract.decision_rows import with_way
from extract.decision_sheet import Sheet, read_sheet
from extract.decision_types import SourceHints
from extract.head import Head
from extract.protocol import ProtocolSection, find_sections
from records.dates import DateFinding
from records.evidence import Found
from records.item import Item


@dataclass(frozen=True, slots=True)
class Opened:
    """A text with its head, and the sections that a whole meeting's minutes or agenda number."""

    sheet: Sheet
    head: Head
    sections: tuple[ProtocolSection, ...]


def open_item(
    item: Item, dates: Sequence[Found[DateFinding]], words: DecisionWords, hints: SourceHints | None = None
) -> Opened:
    """Return an item's text opened for reading; `dates` are the expressions of time in it."""
    known = hints or SourceHints()
    sheet = read_sheet(item.text, item.blocks, dates, words, known.bodies, known.proposal_labels)
    sheet = with_way(sheet, front_end(sheet))
    head = find_head(sheet)
    return Opened(sheet, head, find_sections(sheet, head))
