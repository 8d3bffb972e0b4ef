"""Knows how far the words about one dated session reach: its row, its part of a sentence, its paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.programme_cues import stem_pattern
from extract.programme_material import Material
from extract.programme_outline import Line
from extract.session_slot import Slot
from extract.session_steps import numbered_steps
from extract.session_titles import has_words
from records.base import Span

_WORD = re.compile(r"[^\W\d_]{4,}")
_LABEL = 4
_EARLY = 20
_ROW_WORDS = 3
_POINTS_BELOW = 30


@dataclass(frozen=True, slots=True)
class Stretch:
    """A slot with its row or sentence (`anchor`), what is said of it alone (`scope`) and, where one
    sentence tells several, the words before the first of them (`lead`).
    """

    slot: Slot
    anchor: Span
    scope: Span
    lead: Span | None
    row: bool


def find_stretches(material: Material, slots: Sequence[Slot]) -> list[Stretch]:
    """Return the slots with the stretches that tell of them, in the order of the slots.

    A stretch ends where the next one begins, or with its paragraph or the points below its row.
    """
    rows = [_is_row(material, slot) for slot in slots]
    starts = [_start(material, slots, index, rows) for index in range(len(slots))]
    steps = [span[0] for span, _ in numbered_steps(material)]
    following = dict(pairwise(sorted({*starts, *steps})))
    return [
        _stretch(material, slots, index, (start, following.get(start, material.region[1])), row=row)
        for index, (start, row) in enumerate(zip(starts, rows, strict=True))
    ]


def _stretch(material: Material, slots: Sequence[Slot], index: int, limits: Span, *, row: bool) -> Stretch:
    slot, (start, limit) = slots[index], limits
    whole = line_of(material, slot).span if row else material.outline.sentence(slot.date.span[0])
    anchor = (start, max(slot.date.span[1], min(whole[1], limit)))
    end = max(anchor[1], min(limit, _paragraph_end(material, slot)))
    lead = None if row else _lead(material, slots, slot, start)
    return Stretch(slot, anchor, (start, end), lead, row)


def line_of(material: Material, slot: Slot) -> Line:
    """Return the line that holds a slot's date."""
    return material.outline.lines[material.outline.line_index(slot.date.span[0])]


def _is_row(material: Material, slot: Slot) -> bool:
    """Tell whether a date's line is a row of a list or table, and not a sentence that fills a line."""
    line = line_of(material, slot)
    if not material.outline.is_entry(line):
        return False
    date, text = slot.date.span, material.text
    opens = date[0] - line.start < _LABEL
    beside = (text[line.start : date[0]] + text[date[1] : line.end]).split()
    closed = text[line.end - 1] in ".!?" and len(beside) > _ROW_WORDS
    verb = stem_pattern(material.words.arranged).search(material.outline.folded, *line.span)
    listed = line.bullet or line.kind != "paragraph"
    among = opens_early(material, line) and _among_dated(material, line)
    return bool(line.cells) or among or (not closed and (listed or not verb)) or (opens and not verb)


def opens_early(material: Material, line: Line) -> bool:
    """Tell whether a line has a date among its first words ("Kveld 2, 18. april: ...")."""
    return bool(material.dates_in((line.start, min(line.end, line.start + _EARLY))))


def _among_dated(material: Material, line: Line) -> bool:
    """Tell whether the lines right above and below also are entries that begin with their dates."""
    lines, index = material.outline.lines, material.outline.line_index(line.start)
    beside = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
    return any(material.outline.is_entry(one) and opens_early(material, one) for one in beside)


def _start(material: Material, slots: Sequence[Slot], index: int, rows: Sequence[bool]) -> int:
    """Return where the words about a slot begin: its row, its sentence, or its date in a shared sentence.

    Dates with no words between them ("20 and 27 September") begin together.
    """
    if rows[index]:
        return line_of(material, slots[index]).start
    sentence = material.outline.sentence(slots[index].date.span[0])
    while index and not rows[index - 1] and slots[index - 1].date.span[0] >= sentence[0]:
        date, before = slots[index].date.span, slots[index - 1].date.span
        if _WORD.search(material.text, before[1], date[0]):
            return date[0]
        index -= 1
    return sentence[0]


def _lead(material: Material, slots: Sequence[Slot], slot: Slot, start: int) -> Span | None:
    """Return the words of a sentence before the first of several dates in it."""
    sentence = material.outline.sentence(slot.date.span[0])
    first = min(other.date.span[0] for other in slots if other.date.span[0] >= sentence[0])
    return (sentence[0], first) if start > sentence[0] and first > sentence[0] else None


def _paragraph_end(material: Material, slot: Slot) -> int:
    """Return the end of the paragraph, or of the points below a row."""
    lines = material.outline.lines
    index = material.outline.line_index(slot.date.span[0])
    line = lines[index]
    end = line.end
    date = slot.date.span
    bare = not has_words(material.text, (line.start, date[0])) and not has_words(
        material.text, (date[1], line.end)
    )
    heading = material.outline.is_heading(line) and not bare
    for below in lines[index + 1 : index + _POINTS_BELOW]:
        deeper = below.depth > line.depth if line.bullet else below.bullet
        if not (deeper or (heading and not material.outline.is_heading(below))):
            return end
        end = below.end
    return end
