"""Knows how a dated session is told: as a row of a list, table or calendar, or in a sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.places import find_place
from extract.programme_cues import phrase_pattern, stem_pattern
from extract.programme_material import Material
from extract.programme_outline import Line
from extract.session_found import Outset
from extract.session_named import side_by_side
from extract.session_phrases import clause_name, event_phrase, quoted_name, theme_name
from extract.session_slot import FEW_DAYS, Slot, slot_event
from extract.session_slots import find_slots
from extract.session_steps import numbered_step, run_in_heading
from extract.session_stretches import Stretch, find_stretches, line_of
from extract.session_titles import has_words, row_title, short_title, trimmed
from extract.session_topics import find_form
from records.base import Span
from records.evidence import Found, How

_COUNTED = re.compile(r"([^\W\d_]+) (?:\d{1,2}|[a-h]|[ivx]{1,4})(?!\w)")
_WORD_AND_DAY = re.compile(r"[^\W\d_]{2,}(?:\D*\Z|\D{1,10}\d{1,2}(?!\d))")
_ROWS_BELOW = 2
_MONTH = 31
_NEAR_ROWS = 6
_LEAD_LENGTH = 500
_HEADINGS_ABOVE = 3
_COMPOUND = 2
_CARD = 8
_LABEL = 4


def find_dated(material: Material) -> list[Outset]:
    """Return the sessions whose time the text tells, in text order.

    Where nothing but its date speaks for any of them, days told with their weekday or week count: no
    stamp and no paper's date has one.
    """
    stretches = find_stretches(material, find_slots(material))
    told = [(stretch, _session(material, stretch)) for stretch in stretches]
    backed = [pair for pair in told if _is_sure(material, *pair, stretches)]
    backed = backed or [pair for pair in told if _is_weekday(pair[0].slot)]
    found: list[Outset] = []
    for stretch, session in backed:
        sentence = material.outline.sentence(stretch.slot.date.span[0])
        names = side_by_side(material, sentence) if stretch.slot.days > _MONTH else []
        found += [_renamed(material, session, name) for name in names] or [session]
    return found


def _is_sure(material: Material, stretch: Stretch, session: Outset, stretches: Sequence[Stretch]) -> bool:
    backed = session.title is not None and _is_backed(material, stretch, stretches)
    return backed or _is_day_of_training(material, stretch)


def _is_weekday(slot: Slot) -> bool:
    """Tell whether words open a date of a few days ("fredag 6 mars", "vecka 12")."""
    return 0 < slot.days <= FEW_DAYS and _WORD_AND_DAY.match(slot.date.value.text) is not None


def _is_backed(material: Material, stretch: Stretch, stretches: Sequence[Stretch]) -> bool:
    """Tell whether more than its date speaks for a session.

    An event word in its row or sentence; for a row, others like it near; for a sentence, a numbered
    part, a label or a verb that says that something is held, or an event word in the one before.
    """
    if slot_event(material, stretch.slot):
        return True
    line = line_of(material, stretch.slot)
    others = [other for other in stretches if other is not stretch]
    if stretch.row:
        return (
            _is_led(material, line)
            or _is_counted(material, line)
            or any(_are_alike(material, stretch, other) for other in others)
        )
    sentence = material.outline.sentence(stretch.slot.date.span[0])
    if numbered_step(material, sentence) or _follows_label(material, line, sentence):
        return True
    if any(sentence[0] <= other.slot.date.span[0] < sentence[1] for other in others):
        return True
    folded = material.outline.folded
    if phrase_pattern(material.words.theme_cues).search(folded, *sentence):
        return True
    held = stem_pattern(material.words.arranged).search(folded, *sentence)
    before = material.outline.sentences[material.outline.sentence_index(sentence[0]) - 1]
    return bool(held) or (before[0] >= line.start and material.has_event(before))


def _is_counted(material: Material, line: Line) -> bool:
    """Tell whether a row begins with the number of a part ("Modul 1", "Del B")."""
    opening = _COUNTED.match(material.outline.folded, *line.span)
    return opening is not None and opening.group(1) in (*material.words.steps, *material.words.modules)


def _is_day_of_training(material: Material, stretch: Stretch) -> bool:
    """Tell whether a day has a clock, or what its paragraph or its heading says before it is on training."""
    if not 0 < stretch.slot.days <= FEW_DAYS:
        return False
    line, slot = line_of(material, stretch.slot), stretch.slot
    above = material.outline.lines[max(0, material.outline.line_index(line.start) - 1)]
    headed = material.outline.is_heading(above) and material.has_event(above.span)
    return slot.clock is not None or headed or material.has_event((line.start, slot.date.span[0]))


def _follows_label(material: Material, line: Line, sentence: Span) -> bool:
    """Tell whether a sentence is the first behind a label ("Introduksjon. I uke 43 ...")."""
    label = run_in_heading(material, line)
    return label is not None and sentence[0] <= label[1] + 2


def _is_led(material: Material, line: Line) -> bool:
    """Tell whether a lead with an event word, or a heading with one, stands right above a row."""
    index = material.outline.line_index(line.start)
    above = material.outline.lines[max(0, index - _HEADINGS_ABOVE) : index]
    if above and material.text[above[-1].end - 1] == ":" and material.has_event(above[-1].span):
        return True
    return any(material.outline.is_heading(one) and material.has_event(one.span) for one in above)


def _are_alike(material: Material, one: Stretch, other: Stretch) -> bool:
    """Tell whether two rows belong to one list or table, or are headings of one text."""
    line, beside = line_of(material, one.slot), line_of(material, other.slot)
    if not other.row or line.kind != beside.kind:
        return False
    first, second = material.outline.line_index(line.start), material.outline.line_index(beside.start)
    return line.kind == "heading" or abs(first - second) <= _NEAR_ROWS


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
        title, how = _lead_name(material, slot.date.span[0]), "inferred"
    if title is None and 0 < slot.days <= FEW_DAYS:
        title = clause_name(material, slot.date.span)
    event = slot_event(material, slot)
    below = bool(title) and stretch.row and how == "stated"
    return Outset(
        title=Found(material.outline.quote(title), (title,), "session_title", how) if title else None,
        anchor=stretch.anchor,
        scope=_scope(material, stretch, title if below else None),
        lead=stretch.lead,
        when=slot.date,
        clock=slot.clock,
        head=event.head if event else None,
    )


def _scope(material: Material, stretch: Stretch, title: Span | None) -> Span:
    """Return what is said of a session; where its name stands above or below its row, the whole card."""
    line, (start, end) = line_of(material, stretch.slot), stretch.scope
    if title is None or line.start <= title[0] < line.end:
        return start, max(end, title[1] if title else 0)
    return min(start, title[0]), max(end, title[1], _card_end(material, line, end))


def _card_end(material: Material, line: Line, end: int) -> int:
    """Return the end of the lines below a row up to the next gap, heading or session."""
    index = material.outline.line_index(line.start)
    for below in material.outline.lines[index + 1 : index + _CARD]:
        if below.gap or any(date.value.role == "session" for date in material.dates_in(below.span)):
            break
        end = max(end, below.end)
    return end


def _row_name(material: Material, slot: Slot, line: Line) -> Span | None:
    if line.cells:
        return _cell_name(material, slot, line)
    if _is_detail(material, slot, line):
        return name_above(material, line) or _name_below(material, line)
    title = row_title(material, line, slot.date.span)
    if title is None:
        return name_above(material, line) or _name_below(material, line)
    name = _is_place(material, title) and (name_above(material, line) or _name_below(material, line))
    if name:
        return name
    return _naming_part(material, _without_place(material, title))


def _is_detail(material: Material, slot: Slot, line: Line) -> bool:
    """Tell whether a label makes a row a detail of what stands above it ("När: 18 september")."""
    label = material.outline.folded[line.start : slot.date.span[0]].strip(" :")
    return label in material.words.detail_labels


def name_above(material: Material, line: Line) -> Span | None:
    """Return the name above a row that tells only when and where, as a card has it: its block's first line.

    None where the row opens its block itself, where the block tells several sessions, and where what
    stands above is dated, long or no entry.
    """
    lines, index = material.outline.lines, material.outline.line_index(line.start)
    while index and not lines[index].gap:
        index -= 1
    first = lines[index]
    if first.start == line.start or not material.outline.is_entry(first) or first.bullet:
        return None
    label = material.outline.folded[first.start : first.end].strip(" :") in material.words.detail_labels
    block = (first.start, _card_end(material, line, line.end))
    days = [date for date in material.dates_in(block) if date.value.role == "session" and date.value.edtf]
    below = lines[index + 1 : index + 2]
    alone = len({date.value.edtf for date in days}) == 1 and bool(below)
    named = alone and has_words(material.text, first.span) and not label
    return trimmed(material.text, first.span) if named and material.text[first.end - 1] not in ".:" else None


def _is_place(material: Material, title: Span) -> bool:
    """Tell whether what follows a date is only its place or form ("Seinälän kulttuuritalo", "Zoom")."""
    place = find_place(material, title)
    form = find_form(material, title)
    told = [found.span for found in (place, form) if found]
    return any(span[1] - span[0] + _LABEL >= title[1] - title[0] for span in told)


def _without_place(material: Material, title: Span) -> Span:
    """Take place or form off the end of a row: "talousseminaari, Lehtolan kurssikeskus"."""
    comma = material.text.rfind(", ", *title)
    last = (comma, title[1])
    if comma < 0 or not has_words(material.text, (title[0], comma)):
        return title
    place = find_place(material, last)
    listed = place is not None and place.span[0] <= comma + 2
    return (title[0], comma) if listed or find_form(material, last) else title


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
    sentence = material.outline.sentence(slot.date.span[0])
    if _follows_label(material, line, sentence):
        return run_in_heading(material, line)
    if name := quoted_name(material, sentence):
        return name
    if step := numbered_step(material, sentence):
        return step
    event = slot_event(material, slot)
    if event is None or not (event.part or len(event.prefix) >= _COMPOUND):
        theme = theme_name(material, stretch.scope)
        return theme or (event_phrase(material, event) if event else None)
    return event_phrase(material, event)


def _lead_name(material: Material, position: int) -> Span | None:
    """Return the training that the words not far above a bare date name."""
    event = material.event_before(position)
    near = event is not None and position - event.span[0] < _LEAD_LENGTH
    return event_phrase(material, event) if event and near else None
