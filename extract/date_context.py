"""Knows what surrounds an expression of time: its sentence, its block, the document's own day."""

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass

from config.date_words import DateWords
from config.terms import TermRule
from extract.date_cues import Cues, find_cues
from extract.date_view import ends_line, starts_line
from extract.folded import fold
from records import edtf
from records.base import Span
from records.item import Block, Item

_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/](\d\d?)[-/](\d\d?)|/(\d\d))(?!\d)")
_SENTENCE_END = re.compile(r"[\n.!?;](?:(?<=\n)|(?<=[.!?])(?=\s+[A-ZÅÄÖÆØ])|(?<=;)\s)")
"""A line end, a stop before a capital, a semicolon; told by its sign first, which is twice as quick."""
SHORT_LINE = 90


@dataclass(frozen=True, slots=True)
class DateContext:
    """What is known of a document beside its text.

    `anchor` is the day it speaks from (meeting or publication), None if unknown. `terms` are the
    rules of terms of office that fit its publisher, the body's own first. `is_page` tells an
    ordinary page from an item of a meeting, `relevant` that it deals with training for elected
    officials. `meeting_dates` are the spans that the decision was read from as meeting dates.
    """

    anchor: dt.date | None = None
    terms: tuple[TermRule, ...] = ()
    is_page: bool = False
    relevant: bool = False
    meeting_dates: tuple[Span, ...] = ()


def day_in_url(url: str | None) -> dt.date | None:
    """Return the day, or first day of the month, that an address names, or None.

    Reads `/2024/05/30/`, `2023-02-13-kurs` and `/2021/12/`.
    """
    match = _URL_DAY.search(url or "")
    return edtf.valid_day(int(match[1]), int(match[2] or match[4]), int(match[3] or 1)) if match else None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An item's folded text with its sentences, blocks and words of roles, to be asked by place."""

    text: str
    blocks: tuple[Block, ...]
    block_starts: tuple[int, ...]
    sentence_ends: tuple[int, ...]
    cues: Cues

    def sentence(self, pos: int, end: int | None = None) -> Span:
        """Return the sentence (never longer than a line) that holds `pos` to `end`."""
        index = bisect_right(self.sentence_ends, pos)
        start = self.sentence_ends[index - 1] if index else 0
        after = bisect_right(self.sentence_ends, (end or pos + 1) - 1)
        return start, self.sentence_ends[after] if after < len(self.sentence_ends) else len(self.text)

    def block_number(self, pos: int) -> int:
        """Return the number of the block that begins at or before `pos`, -1 before the first."""
        return bisect_right(self.block_starts, pos) - 1

    def opens(self, pos: int) -> bool:
        """Whether nothing but a bullet stands before `pos` on its line."""
        return starts_line(self.text, pos)

    def closes(self, pos: int) -> bool:
        """Whether nothing but a closing mark stands after `pos` on its line."""
        return ends_line(self.text, pos)

    def heads(self, pos: int) -> bool:
        """Whether `pos` stands in a heading or another short block of its own."""
        number = self.block_number(pos)
        if number < 0:
            return False
        block = self.blocks[number]
        if block.kind not in ("heading", "paragraph") or block.end - block.start > SHORT_LINE:
            return False
        closed = self.text[block.start : block.end].rstrip().endswith((".", ":", ";"))
        return block.kind == "heading" or not closed


def surroundings_of(item: Item, words: DateWords) -> Surroundings:
    """Return an item's folded text with its sentences, blocks and words of roles."""
    text = fold(item.text)
    ends = tuple(match.end() for match in _SENTENCE_END.finditer(item.text))
    starts = tuple(block.start for block in item.blocks)
    return Surroundings(text, item.blocks, starts, ends, find_cues(text, words.roles))
