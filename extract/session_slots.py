"""Knows when sessions are: which of an item's dates are sessions of their own."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.programme_cues import EventWord, stem_pattern
from extract.programme_material import DatedFound, Material
from extract.session_clocks import clock_only, with_clocks
from extract.session_slot import FEW_DAYS, Slot, line_at, slot_event
from extract.session_steps import numbered_step, run_in_heading
from records.base import Span
from records.dates import DateFinding

_MOST = 300
_TITLE_LINES = 6
_MONTH = 31
_MOST_OF_A_YEAR = 300
_SLACK = 2


def find_slots(material: Material) -> tuple[Slot, ...]:
    """Return the times of training in text order: each day or range of days, month or season once.

    Other mentions of one time are joined to it. A coarse time that only sums up finer ones ("i vår",
    with the days below) is left out. Clock times told apart from their days are handed on to them.
    """
    dated = [found for found in material.dates if _is_session(found.value)][:_MOST]
    grouped = _grouped(material, dated)
    grouped = [slot for slot in grouped if not _is_told_by_day(material, slot, grouped)]
    slots = [slot for slot in _absorbed(grouped) if _is_told(material, slot)]
    slots = [slot for slot in slots if not _sums_up(material, slot, slots)]
    clocks = [found for found in material.dates if found.value.role == "session" and clock_only(found.value)]
    return tuple(sorted(with_clocks(material, slots, clocks), key=lambda slot: slot.date.span))


def _is_told_by_day(material: Material, slot: Slot, slots: Sequence[Slot]) -> bool:
    """Tell whether the days of an event head their own rows ("FREDAG 16. OKTOBER"): they are told apart."""
    if not 1 < slot.days <= FEW_DAYS:
        return False
    days = [other for other in slots if other.days == 1 and _holds(slot, other)]
    heads = [day for day in days if any(_heads_rows(material, mention) for mention in day.mentions)]
    return len(heads) > 1


def _heads_rows(material: Material, mention: DatedFound) -> bool:
    """Tell whether a date is a line of its own, or opens one with a colon behind it, above other lines."""
    line = line_at(material, mention.span[0])
    behind = material.text[mention.span[1] : mention.span[1] + 1]
    alone = line.end - mention.span[1] <= _SLACK
    return mention.span[0] - line.start <= _SLACK and (alone or behind == ":")


def _is_told(material: Material, slot: Slot) -> bool:
    """Tell whether something is said to be held at a time: not called off, and not only "in spring"."""
    folded, outline = material.outline.folded, material.outline
    sentences = [outline.sentence(mention.span[0]) for mention in slot.mentions]
    called_off = stem_pattern(material.words.cancelled)
    if all(called_off.search(folded, *sentence) for sentence in sentences):
        return False
    if slot.days > FEW_DAYS and all(_is_registration(material, sentence) for sentence in sentences):
        return False
    if 0 < slot.days <= FEW_DAYS or outline.is_entry(line_at(material, slot.date.span[0])):
        return True
    held = stem_pattern(material.words.arranged)
    return any(
        material.has_event(sentence)
        or held.search(folded, *sentence)
        or numbered_step(material, sentence)
        or run_in_heading(material, line_at(material, sentence[0]))
        for sentence in sentences
    )


def _is_registration(material: Material, sentence: Span) -> bool:
    """Tell whether a sentence tells by when to sign up: the month in it names a session told elsewhere."""
    deadline = any(found.value.role == "deadline" for found in material.dates_in(sentence))
    cue = stem_pattern(material.words.registration).search(material.outline.folded, *sentence)
    return deadline and cue is not None


def _is_session(date: DateFinding) -> bool:
    if date.role != "session" or clock_only(date) or date.term_year:
        return False
    return bool(date.edtf or date.month or date.season or date.recurring)


def _grouped(material: Material, dated: Iterable[DatedFound]) -> list[Slot]:
    groups: dict[object, list[DatedFound]] = defaultdict(list)
    for found in dated:
        groups[_key(found.value)].append(found)
    slots = []
    for group in groups.values():
        clocks: list[str | None] = list(
            dict.fromkeys(found.value.time for found in group if found.value.time)
        )
        for clock in clocks or [None]:
            mine = [found for found in group if found.value.time in (clock, None)]
            mine.sort(key=lambda found: -_worth(material, found))
            best = sorted(mine, key=lambda found: found.value.time is None)
            slots.append(Slot(tuple(best)))
    return slots


def _key(date: DateFinding) -> object:
    if date.start:
        return date.start, date.end or date.start
    return date.edtf, date.month, date.season, date.recurring, date.text.casefold()


def _worth(material: Material, found: DatedFound) -> int:
    """How much a mention tells of its session: rows of lists most, then sentences with an event word."""
    line = line_at(material, found.span[0])
    row = material.outline.is_entry(line) and line.end - line.start > found.span[1] - found.span[0] + 3
    named = material.has_event(material.outline.sentence(found.span[0]))
    return 2 * row + 3 * named


def _absorbed(slots: Sequence[Slot]) -> list[Slot]:
    """Join a single day to the few days' event that it begins or belongs to."""
    long = [slot for slot in slots if 1 < slot.days <= FEW_DAYS]
    kept = []
    for slot in slots:
        home = next(
            (other for other in long if slot.days == 1 and other is not slot and _holds(other, slot)), None
        )
        if home is None:
            kept.append(slot)
    return kept


def _holds(outer: Slot, inner: Slot) -> bool:
    if not outer.bounds or not inner.bounds:
        return False
    return outer.bounds[0] <= inner.bounds[0] and inner.bounds[1] <= outer.bounds[1]


def _sums_up(material: Material, slot: Slot, slots: Sequence[Slot]) -> bool:
    if slot.bounds is None:
        return _echoes(material, slot, slots)
    if slot.days <= FEW_DAYS:
        return False
    if _is_part_of_series(slot, slots) or _is_aside(material, slot, slots):
        return True
    finer = _finer(slot, slots)
    if not finer or (_is_span_of_months(slot) and not _to_the_day(finer)):
        return False
    return slot.days > _MOST_OF_A_YEAR or _same_event(material, slot, finer)


def _is_aside(material: Material, slot: Slot, slots: Sequence[Slot]) -> bool:
    """Tell whether a month or season stands in the sentence of a day of the same training."""
    event = slot_event(material, slot)
    days = [other for other in slots if 0 < other.days <= FEW_DAYS and _same_sentence(material, slot, other)]
    return event is not None and any(slot_event(material, other) == event for other in days)


def _echoes(material: Material, slot: Slot, slots: Sequence[Slot]) -> bool:
    """Tell whether a time without a year ("onsdagen") stands beside one with a year and adds none."""
    if not slot_event(material, slot):
        return True
    date = slot.date.value
    others = [other for other in slots if other.bounds or other.date.value.month or other.date.value.season]
    weekday = not (date.month or date.season)
    return any(_same_sentence(material, slot, other) or weekday for other in others if other is not slot)


def _finer(slot: Slot, slots: Sequence[Slot]) -> list[Slot]:
    return [other for other in slots if other.days < slot.days and _holds(slot, other)]


def _to_the_day(slots: Sequence[Slot]) -> bool:
    return any(0 < slot.days <= FEW_DAYS for slot in slots)


def _same_event(material: Material, slot: Slot, finer: Sequence[Slot]) -> bool:
    """Tell whether a coarse time and those within it are told of the same training."""
    event = _prose_event(material, slot) if _to_the_day(finer) else slot_event(material, slot)
    if event is None or any(_same_sentence(material, slot, other) for other in finer):
        return True
    heads = {found.head if (found := slot_event(material, other)) else None for other in finer}
    return None in heads or event.head in heads


def _prose_event(material: Material, slot: Slot) -> EventWord | None:
    """Return the event word beside a slot's date, headings apart: a title sums up what stands below."""
    outline = material.outline
    for mention in slot.mentions:
        line = line_at(material, mention.span[0])
        if outline.is_heading(line) and outline.line_index(line.start) < _TITLE_LINES:
            continue
        if event := slot_event(material, replace(slot, mentions=(mention,))):
            return event
    return None


def _is_part_of_series(slot: Slot, slots: Sequence[Slot]) -> bool:
    """Tell whether a month only says more closely when a series begins or a part of it falls."""
    series = [
        other for other in slots if other is not slot and _is_span_of_months(other) and _holds(other, slot)
    ]
    return slot.days <= _MONTH and any(not _to_the_day(_finer(other, slots)) for other in series)


def _is_span_of_months(slot: Slot) -> bool:
    date = slot.date.value
    return _MONTH < slot.days < _MOST_OF_A_YEAR and date.season is None and "/" in (date.edtf or "")


def _same_sentence(material: Material, one: Slot, other: Slot) -> bool:
    sentence = material.outline.sentence_index
    return sentence(one.date.span[0]) == sentence(other.date.span[0])
