"""Knows at what clock sessions are: told with the day, beside it, or once for all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.programme_cues import stem_pattern
from extract.programme_material import DatedFound, Material
from extract.session_slot import FEW_DAYS, Slot
from records.base import Span
from records.dates import DateFinding
from records.evidence import Found

_BEFORE = 12
"""So near before a clock stands the word that says that something begins."""
_CARD = 20


def clock_only(date: DateFinding) -> bool:
    """Tell whether a finding is a clock time whose day stands elsewhere or nowhere."""
    return bool(date.time) and (date.edtf is None or "day" in date.inherited)


def with_clocks(material: Material, slots: Sequence[Slot], clocks: Sequence[DatedFound]) -> Iterable[Slot]:
    """Yield the slots with their clocks: of the date itself, beside it, or told for all days alike.

    `clocks` are the clock times of role session that stand apart from a day.
    """
    near, general = _clocks(material, slots, clocks)
    for slot in slots:
        told = slot.date.value.time
        if told and told.strip("0:/"):
            yield replace(slot, clock=Found(told, slot.date.spans, "session_clock"))
            continue
        own = near.get(id(slot), [])
        clock = _joined(material, own) if own else None
        if clock is None and not own and slot.bounds and slot.days <= FEW_DAYS and general:
            clock = replace(general, how="inherited")
        yield replace(slot, clock=clock)


def _clocks(
    material: Material, slots: Sequence[Slot], clocks: Sequence[DatedFound]
) -> tuple[dict[int, list[DatedFound]], Found[str] | None]:
    """Return the clocks told for single slots, and the one told for all."""
    near: dict[int, list[DatedFound]] = defaultdict(list)
    general: dict[int, list[DatedFound]] = defaultdict(list)
    for found in clocks:
        homes = [slot for slot in slots if _told_for(material, found, slot)]
        for slot in homes:
            near[id(slot)].append(found)
        if not homes and found.value.edtf is None and _is_for_all(material, found):
            general[material.outline.sentence_index(found.span[0])].append(found)
    told = sorted(general.values(), key=lambda found: not _is_on_training(material, found[0]))
    return near, _joined(material, _starting(material, told[0])) if told else None


def _is_on_training(material: Material, clock: DatedFound) -> bool:
    return material.has_event(material.outline.sentence(clock.span[0]))


def _is_for_all(material: Material, clock: DatedFound) -> bool:
    """Tell whether a clock without a day tells from when to when, or its sentence speaks of training."""
    if "/" in (clock.value.time or ""):
        return True
    sentence = material.outline.sentence(clock.span[0])
    words = material.words
    begins = stem_pattern((*words.starts, *words.days, *words.steps, *words.pieces))
    return material.has_event(sentence) or bool(begins.search(material.outline.folded, *sentence))


def _starting(material: Material, clocks: list[DatedFound]) -> list[DatedFound]:
    """Return of several clocks the range, or the last one where a word for beginning stands before it."""
    starts = stem_pattern(material.words.starts)
    ranges = [found for found in clocks if "/" in (found.value.time or "")]
    last = clocks[-1].span[0]
    begins = starts.search(material.outline.folded, max(0, last - _BEFORE), last)
    return ranges[:1] or (clocks[-1:] if begins else clocks)


def _told_for(material: Material, clock: DatedFound, slot: Slot) -> bool:
    """Tell whether a clock belongs to a slot: by its day, in one sentence, or in the rows right below."""
    if clock.value.edtf:
        return slot.bounds is not None and clock.value.start in slot.bounds and slot.days <= FEW_DAYS
    sentence = material.outline.sentence_index
    if any(sentence(mention.span[0]) == sentence(clock.span[0]) for mention in slot.mentions):
        return True
    return any(_is_below(material, mention.span, clock.span) for mention in slot.mentions)


def _is_below(material: Material, day: Span, clock: Span) -> bool:
    """Tell whether a clock stands in the rows below a day's own row, with neither gap nor day between.

    Not below the last of several rows with days: what stands there is told for all of them.
    """
    outline = material.outline
    first, last = outline.line_index(day[0]), outline.line_index(clock[0])
    if not 0 < last - first <= _CARD or not outline.is_entry(outline.lines[first]):
        return False
    above = outline.lines[first - 1] if first and not outline.lines[first].gap else None
    if above and material.dates_in(above.span):
        return False
    rows = outline.lines[first + 1 : last + 1]
    if not all(outline.is_entry(row) for row in rows) or any(row.gap for row in rows[1:]):
        return False
    between = material.dates_in((day[1], clock[0]))
    return all(clock_only(found.value) for found in between)


def _joined(material: Material, clocks: Sequence[DatedFound]) -> Found[str] | None:
    """Return one clock, two single ones as start and end, or those of a timetable's first and last row.

    A timetable ends at the clock of a closing row ("15.00 Takk for i dag"), else it has but a start.
    """
    times = [found.value.time or "" for found in clocks]
    spans = tuple(span for found in clocks for span in found.spans)
    if len(times) == 1:
        return Found(times[0], spans, "session_clock")
    if len(times) == 2 and not any("/" in time for time in times):
        return Found("/".join(times), spans, "session_clock")
    return _timetable(material, clocks) if len(times) > 2 else None


def _timetable(material: Material, clocks: Sequence[DatedFound]) -> Found[str] | None:
    """Return the start of the first row of a timetable, with the end of the last one where it closes."""
    ordered = sorted(clocks, key=lambda found: found.span)
    opens = all(
        material.outline.lines[material.outline.line_index(found.span[0])].start == found.span[0]
        for found in ordered
    )
    first, last = ((ordered[place].value.time or "").split("/") for place in (0, -1))
    if not opens or not first[0] <= last[-1]:
        return None
    row = material.outline.lines[material.outline.line_index(ordered[-1].span[0])]
    closing = stem_pattern(material.words.closings).search(material.outline.folded, *row.span)
    spans = (ordered[0].span, ordered[-1].span)
    if closing or len(last) > 1:
        return Found(f"{first[0]}/{last[-1]}", spans, "session_timetable")
    return Found(first[0], spans[:1], "session_timetable")
