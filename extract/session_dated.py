"""Knows how a dated session is told: as a row of a list, table or calendar, or in a sentence."""

from dataclasses import replace

from extract.programme_material import Material
from extract.programme_outline import Line
from extract.session_found import Outset
from extract.session_named import side_by_side
from extract.session_slots import Slot, find_slots, slot_event
from extract.session_stretches import Stretch, find_stretches, line_of
from extract.session_titles import (
    event_phrase,
    has_words,
    numbered_step,
    quoted_name,
    row_title,
    run_in_heading,
    short_title,
    theme_name,
    trimmed,
)
from records.base import Span
from records.evidence import Found, How

_ROWS_BELOW = 2
_MONTH = 31
_COMPOUND = 2


def find_dated(material: Material) -> list[Outset]:
    """Return the sessions whose time the text tells, in text order."""
    found: list[Outset] = []
    for stretch in find_stretches(material, find_slots(material)):
        session = _session(material, stretch)
        sentence = material.outline.sentence(stretch.slot.date.span[0])
        names = side_by_side(material, sentence) if stretch.slot.days > _MONTH else []
        found += [_renamed(material, session, name) for name in names] or [session]
    return found


def _renamed(material: Material, session: Outset, name: Span) -> Outset:
    title = Found(material.outline.quote(name), (name,), "session_side_by_side")
    return replace(session, title=title, anchor=name, scope=name)


def _session(material: Material, stretch: Stretch) -> Outset:
    slot, line = stretch.slot, line_of(material, stretch.slot)
    title = _row_name(material, slot, line) if stretch.row else None
    how: How = "stated"
    if title is None:
        title = _prose_name(material, stretch, line)
    if title is None:
        title, how = _lead_name(material, line), "inferred"
    event = slot_event(material, slot)
    below = bool(title) and stretch.row and how == "stated"
    return Outset(
        title=Found(material.outline.quote(title), (title,), "session_title", how) if title else None,
        anchor=stretch.anchor,
        scope=(stretch.scope[0], max(stretch.scope[1], title[1] if title and below else 0)),
        lead=stretch.lead,
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
        if below.gap:
            return None
        if has_words(material.text, below.span) and material.outline.is_entry(below):
            return short_title(material, below.span)
    return None


def _prose_name(material: Material, stretch: Stretch, line: Line) -> Span | None:
    slot = stretch.slot
    if label := run_in_heading(material, line):
        return label
    sentence = material.outline.sentence(slot.date.span[0])
    if name := quoted_name(material, sentence):
        return name
    if step := numbered_step(material, sentence):
        return step
    event = slot_event(material, slot)
    if event is None or len(event.prefix) < _COMPOUND:
        theme = theme_name(material, stretch.scope)
        return theme or (event_phrase(material, event) if event else None)
    return event_phrase(material, event)


def _lead_name(material: Material, line: Line) -> Span | None:
    """Return the training that the words above a bare date name."""
    event = material.event_before(line.start)
    return event_phrase(material, event) if event else None
