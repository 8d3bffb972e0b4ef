"""Knows at what clock sessions are: told with the day, beside it, or once for all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.programme_cues import stem_pattern
from extract.programme_material import DatedFound, Material
from extract.session_slot import FEW_DAYS, Slot
from records.dates import DateFinding
from records.evidence import Found


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
        clock = _joined(own) if own else None
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
    shared = next(iter(general.values()), None)
    return near, _joined(shared) if shared else None


def _is_for_all(material: Material, clock: DatedFound) -> bool:
    """Tell whether the sentence of a clock without a day speaks of training or of beginning."""
    sentence = material.outline.sentence(clock.span[0])
    words = material.words
    begins = stem_pattern((*words.starts, *words.days, *words.steps, *words.pieces))
    return material.has_event(sentence) or bool(begins.search(material.outline.folded, *sentence))


def _told_for(material: Material, clock: DatedFound, slot: Slot) -> bool:
    if clock.value.edtf:
        return slot.bounds is not None and clock.value.start == slot.bounds[0] and slot.days == 1
    sentence = material.outline.sentence_index
    return any(sentence(mention.span[0]) == sentence(clock.span[0]) for mention in slot.mentions)


def _joined(clocks: Sequence[DatedFound]) -> Found[str] | None:
    """Return one clock, or two single ones as start and end; more are a timetable and no clock."""
    times = [found.value.time or "" for found in clocks]
    spans = tuple(span for found in clocks for span in found.spans)
    if len(times) == 1:
        return Found(times[0], spans, "session_clock")
    if len(times) == 2 and not any("/" in time for time in times):
        return Found("/".join(times), spans, "session_clock")
    return None
