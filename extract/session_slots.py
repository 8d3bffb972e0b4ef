"""Knows when sessions are: which of an item's dates are sessions of their own, and at what clock."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.programme_cues import EventWord, stem_pattern
from extract.programme_material import DatedFound, Material
from extract.programme_outline import Line
from records.base import Span
from records.dates import DateFinding
from records.evidence import Found

_MOST = 300
_TITLE_LINES = 6
_ACROSS = 500
_FEW_DAYS = 10
_MONTH = 31
_MOST_OF_A_YEAR = 300


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of training with every place that tells it, the best one first."""

    mentions: tuple[DatedFound, ...]
    clock: Found[str] | None = None

    @property
    def date(self) -> DatedFound:
        """The mention that tells most."""
        return self.mentions[0]

    @property
    def bounds(self) -> tuple[dt.date, dt.date] | None:
        """First and last day, or None where the year is not known."""
        start, end = self.date.value.start, self.date.value.end
        return (start, end or start) if start else None

    @property
    def days(self) -> int:
        """How many calendar days the words span; 0 where that is not known."""
        bounds = self.bounds
        return (bounds[1] - bounds[0]).days + 1 if bounds else 0


def find_slots(material: Material) -> tuple[Slot, ...]:
    """Return the times of training in text order: each day or range of days, month or season once.

    Other mentions of one time are joined to it. A coarse time that only sums up finer ones ("i vår",
    with the days below) is left out. Clock times told apart from their days are handed on to them.
    """
    dated = [found for found in material.dates if _is_session(found.value)][:_MOST]
    slots = [slot for slot in _absorbed(_grouped(material, dated)) if _is_told(material, slot)]
    slots = [slot for slot in slots if not _sums_up(material, slot, slots)]
    clocks = [found for found in material.dates if found.value.role == "session" and clock_only(found.value)]
    return tuple(sorted(_with_clocks(material, slots, clocks), key=lambda slot: slot.date.span))


def _is_told(material: Material, slot: Slot) -> bool:
    """Tell whether something is said to be held at a time: not called off, and not only "in spring"."""
    folded, outline = material.outline.folded, material.outline
    sentences = [outline.sentence(mention.span[0]) for mention in slot.mentions]
    called_off = stem_pattern(material.words.cancelled)
    if all(called_off.search(folded, *sentence) for sentence in sentences):
        return False
    if slot.days > _FEW_DAYS and all(_is_registration(material, sentence) for sentence in sentences):
        return False
    if 0 < slot.days <= _FEW_DAYS or outline.is_entry(line_at(material, slot.date.span[0])):
        return True
    held = stem_pattern(material.words.arranged)
    return any(material.has_event(sentence) or held.search(folded, *sentence) for sentence in sentences)


def _is_registration(material: Material, sentence: Span) -> bool:
    """Tell whether a sentence tells by when to sign up: the month in it names a session told elsewhere."""
    deadline = any(found.value.role == "deadline" for found in material.dates_in(sentence))
    cue = stem_pattern(material.words.registration).search(material.outline.folded, *sentence)
    return deadline and cue is not None


def line_at(material: Material, position: int) -> Line:
    """Return the line that holds a place of the text."""
    return material.outline.lines[material.outline.line_index(position)]


def clock_only(date: DateFinding) -> bool:
    """Tell whether a finding is a clock time whose day stands elsewhere or nowhere."""
    return bool(date.time) and (date.edtf is None or "day" in date.inherited)


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
    long = [slot for slot in slots if 1 < slot.days <= _FEW_DAYS]
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
    if slot.days <= _FEW_DAYS:
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
    days = [other for other in slots if 0 < other.days <= _FEW_DAYS and _same_sentence(material, slot, other)]
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
    return any(0 < slot.days <= _FEW_DAYS for slot in slots)


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


def slot_event(material: Material, slot: Slot) -> EventWord | None:
    """Return the event word nearest to a slot's date within its row or sentence."""
    span = slot.date.span
    events = material.events_in(material.outline.sentence(span[0]))
    return min(events, key=lambda event: _distance(material, event.span, span), default=None)


def _distance(material: Material, event: Span, date: Span) -> int:
    """How far an event word is from a date: one behind it twice as far, across a full stop very far."""
    start, end = min(event[1], date[1]), max(event[0], date[0])
    across = ". " in material.text[start:end]
    return max(end - start, 0) * (2 if event[0] > date[0] else 1) + (_ACROSS if across else 0)


def _with_clocks(material: Material, slots: Sequence[Slot], clocks: Sequence[DatedFound]) -> Iterable[Slot]:
    near, general = _clocks(material, slots, clocks)
    for slot in slots:
        told = slot.date.value.time
        if told and told.strip("0:/"):
            yield replace(slot, clock=Found(told, slot.date.spans, "session_clock"))
            continue
        own = near.get(id(slot), [])
        clock = _joined(own) if own else None
        if clock is None and not own and slot.bounds and slot.days <= _FEW_DAYS and general:
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
    begins = stem_pattern((*material.words.starts, *material.words.days))
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
