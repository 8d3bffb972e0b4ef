"""Knows how a dated session is told: as a row of a list, table or calendar, or in a sentence."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.programme_cues import stem_pattern
from extract.programme_material import Material
from extract.programme_outline import Line
from extract.session_found import Outset
from extract.session_named import side_by_side
from extract.session_slots import Slot, find_slots, slot_event
from extract.session_titles import (
    event_phrase,
    has_words,
    numbered_step,
    numbered_steps,
    quoted_name,
    row_title,
    run_in_heading,
    short_title,
    trimmed,
)
from records.base import Span
from records.evidence import Found, How

_ROWS_BELOW = 2
_MONTH = 31
_OPENING = 14
_LABEL = 4


def find_dated(material: Material) -> list[Outset]:
    """Return the sessions whose time the text tells, in text order."""
    slots = find_slots(material)
    anchors = [_anchor(material, slot) for slot in slots]
    ends = _ends(material, slots, anchors)
    found: list[Outset] = []
    for slot, anchor, end in zip(slots, anchors, ends, strict=True):
        session = _session(material, slot, anchor, end)
        coarse = slot.days > _MONTH
        names = side_by_side(material, material.outline.sentence(slot.date.span[0])) if coarse else []
        found += [_renamed(material, session, name) for name in names] or [session]
    return found


def _renamed(material: Material, session: Outset, name: Span) -> Outset:
    title = Found(material.outline.quote(name), (name,), "session_side_by_side")
    return replace(session, title=title, anchor=name, scope=name)


def _anchor(material: Material, slot: Slot) -> Span:
    line = _line(material, slot)
    return line.span if _is_row(material, slot, line) else material.outline.sentence(slot.date.span[0])


def _is_row(material: Material, slot: Slot, line: Line) -> bool:
    """Tell whether a date's line is a row of a list or table, and not a sentence that fills a line."""
    if not material.outline.is_entry(line):
        return False
    date, text = slot.date.span, material.text
    opens = date[0] - line.start < _LABEL or line.end - date[1] < _OPENING
    sentence = text[line.end - 1] in ".!?" and line.end - date[1] > 1
    verb = stem_pattern(material.words.arranged).search(material.outline.folded, *line.span)
    return bool(line.cells) or not (sentence or (verb and line.kind != "heading")) or (opens and not verb)


def _line(material: Material, slot: Slot) -> Line:
    return material.outline.lines[material.outline.line_index(slot.date.span[0])]


def _ends(material: Material, slots: Sequence[Slot], anchors: Sequence[Span]) -> list[int]:
    """Return where what is said of each session ends: at the next one, or with its paragraph."""
    starts = sorted({*(anchor[0] for anchor in anchors), *(span[0] for span, _ in numbered_steps(material))})
    following = dict(pairwise(starts))
    ends = []
    for slot, anchor in zip(slots, anchors, strict=True):
        limit = following.get(anchor[0], material.region[1])
        ends.append(max(anchor[1], min(limit, _paragraph_end(material, slot))))
    return ends


def _paragraph_end(material: Material, slot: Slot) -> int:
    """Return the end of the paragraph, or of the points below a row."""
    lines = material.outline.lines
    index = material.outline.line_index(slot.date.span[0])
    line = lines[index]
    end = line.end
    heading = material.outline.is_heading(line)
    for below in lines[index + 1 : index + 30]:
        deeper = below.depth > line.depth if line.bullet else below.bullet
        if not (deeper or (heading and not material.outline.is_heading(below))):
            return end
        end = below.end
    return end


def _session(material: Material, slot: Slot, anchor: Span, end: int) -> Outset:
    line = _line(material, slot)
    row = _is_row(material, slot, line)
    title = _row_name(material, slot, line) if row else None
    how: How = "stated"
    if title is None:
        title = _prose_name(material, slot, line)
    if title is None:
        title, how = _lead_name(material, line), "inferred"
    event = slot_event(material, slot)
    return Outset(
        title=Found(material.outline.quote(title), (title,), "session_title", how) if title else None,
        anchor=anchor,
        scope=(anchor[0], end),
        when=slot.date,
        clock=slot.clock,
        head=event.head if event else None,
    )


def _row_name(material: Material, slot: Slot, line: Line) -> Span | None:
    if line.cells:
        return _cell_name(material, slot, line)
    title = row_title(material, line, slot.date.span)
    if title is None:
        return _name_below(material, line)
    return _naming_part(material, title)


def _naming_part(material: Material, title: Span) -> Span:
    """Shorten a row to its name, but keep "evening school, the theme" whole: the theme names it."""
    if title[1] - title[0] <= 90 and ". " not in material.text[title[0] : title[1]]:
        return trimmed(material.text, title)
    return short_title(material, title)


def _cell_name(material: Material, slot: Slot, line: Line) -> Span | None:
    """Return the cell that names the session: the first with words that is neither date nor label."""
    for cell in line.cells:
        dated = cell[0] <= slot.date.span[0] < cell[1]
        span = trimmed(material.text, cell)
        if not dated and has_words(material.text, span):
            return span
    return row_title(material, line, slot.date.span)


def _name_below(material: Material, line: Line) -> Span | None:
    """Return the name below a date that stands alone, as a flattened table has it."""
    index = material.outline.line_index(line.start)
    for below in material.outline.lines[index + 1 : index + 1 + _ROWS_BELOW]:
        if material.dates_in(below.span) and material.dates_in(below.span)[0].span[0] == below.start:
            return None
        if has_words(material.text, below.span) and material.outline.is_entry(below):
            return short_title(material, below.span)
    return None


def _prose_name(material: Material, slot: Slot, line: Line) -> Span | None:
    if label := run_in_heading(material, line):
        return label
    sentence = material.outline.sentence(slot.date.span[0])
    if name := quoted_name(material, sentence):
        return name
    if step := numbered_step(material, sentence):
        return step
    event = slot_event(material, slot)
    return event_phrase(material, event) if event else None


def _lead_name(material: Material, line: Line) -> Span | None:
    """Return the training that the words above a bare date name."""
    event = material.event_before(line.start)
    return event_phrase(material, event) if event else None
