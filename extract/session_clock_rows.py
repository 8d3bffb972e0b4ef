"""Knows clocks that rows tell without a word for them ("14 november, 9–14"), and those of every day alike."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from config.programme_words import ProgrammeWords
from extract.programme_cues import phrase_pattern, stems
from extract.programme_material import DatedFound, Material
from extract.session_clocks import clock_only
from extract.session_found import Outset
from extract.session_slot import FEW_DAYS, line_at
from records.base import Span
from records.evidence import Found

_HOUR = r"([01]?\d|2[0-4])"
_RANGE = re.compile(rf"{_HOUR}(?:[.:]?([0-5]\d))?\s?[–-]\s?{_HOUR}(?:[.:]?([0-5]\d))?(?![\d.:]*[\d%€])")
_AFTER_DATE = re.compile(r"(?:\s*\([^()\n]{1,12}\))?\s*[,;:]\s*(?:[^\W\d_]{2,3}[.:]?\s)?\s*")
_SINGLE = re.compile(rf"{_HOUR}[.:]([0-5]\d)(?![\w:–-])(?!\s[–-])(?![.,]\d)")
_TIME = re.compile(rf"(?<![\w.,]){_HOUR}[.:]([0-5]\d)(?![\d:]|\.\d)")
_DIGIT = re.compile(r"\d")
_BOTH = 2
_CLOSED = re.compile(r"\s*(?:[,.;:)\n]|\Z|[^\W\d_]{1,4}[.]?\s)")
_NEAR = 14
_MOST_ROWS = 30


def with_row_clocks(material: Material, outsets: Sequence[Outset]) -> list[Outset]:
    """Return the sessions with the clock of their own row, else with the one told for days like theirs.

    A clock right behind the day is the day's, of however many the row tells. One told once ("alla
    kvällar 18–20", "Temapassen börjar kl. 15.30") is that of days without any, and of the days that a
    word of their rows names again.
    """
    general = _general(material, outsets)
    return [_clocked(material, one, general) for one in outsets]


def _clocked(material: Material, one: Outset, general: Sequence[tuple[Span, Found[str]]]) -> Outset:
    if one.when is None or not _is_day(one.when):
        return one
    own = _beside(material, one.when)
    if own:
        return replace(one, clock=own)
    if one.clock and one.clock.how != "inherited":
        return one
    named = [clock for sentence, clock in general if _names(material, sentence, one)]
    every = [
        clock for told, clock in general if _is_for_every(material, told) or _is_below(material, told, one)
    ]
    told = next(iter(named or ([] if one.clock else every)), None)
    return replace(one, clock=replace(told, how="inherited")) if told else one


def _is_day(when: DatedFound) -> bool:
    first, last = when.value.start, when.value.end or when.value.start
    return first is not None and last is not None and (last - first).days < FEW_DAYS


def _beside(material: Material, when: DatedFound) -> Found[str] | None:
    """Return the clock right behind a day in its row, where the day itself has none."""
    if when.value.time:
        return None
    line = line_at(material, when.span[0])
    end = when.span[1]
    clocks = [found for found in material.dates_in((end, line.end)) if clock_only(found.value)]
    near = clocks[0] if clocks and clocks[0].span[0] - end <= _NEAR else None
    if near and near.value.time and not re.search(r"[^\W\d_]{4}", material.text[end : near.span[0]]):
        return Found(near.value.time, near.spans, "session_clock")
    behind = _AFTER_DATE.match(material.text, end, line.end)
    return _written(material, (behind.end(), line.end), opening=True) if behind else None


def _written(material: Material, span: Span, *, opening: bool = False) -> Found[str] | None:
    """Return a stretch of hours that figures alone tell; at the very beginning with `opening`."""
    match = _RANGE.match(material.text, *span) if opening else _RANGE.search(material.text, *span)
    single = _SINGLE.match(material.text, *span) if opening and not match else None
    hit = match or single
    if not hit or not _CLOSED.match(material.text, hit.end()):
        return None
    if any(not found.value.time for found in material.dates_in(hit.span())):
        return None
    first, last = _hour(hit, 1), _hour(match, 3) if match else None
    if last is not None and first >= last:
        return None
    return Found(f"{first}/{last}" if last else first, (hit.span(),), "session_row_clock")


def _hour(match: re.Match[str], group: int) -> str:
    return f"{match[group].zfill(2)}:{match[group + 1] or '00'}"


def _general(material: Material, outsets: Sequence[Outset]) -> list[tuple[Span, Found[str]]]:
    """Return the sentences that tell one clock and no day, each with its clock, in text order."""
    taken = {material.outline.sentence_index(one.when.span[0]) for one in outsets if one.when}
    told: list[tuple[Span, Found[str]]] = []
    before: DatedFound | None = None
    for found in material.dates:
        if not found.value.time or material.outline.sentence_index(found.span[0]) in taken:
            continue
        dated = found.value.edtf is not None
        sentence = material.outline.sentence(found.span[0])
        if dated and not (clock_only(found.value) and _is_for_every(material, sentence)):
            continue
        clause = _clause(material, found.span)
        if before and told and _ends(material, before, found):
            spans = (*before.spans, *found.spans)
            told[-1] = (told[-1][0], Found(f"{before.value.time}/{found.value.time}", spans, "session_clock"))
        else:
            told.append((clause, Found(found.value.time, found.spans, "session_clock")))
        before = found
    for sentence in material.outline.sentences:
        if not _DIGIT.search(material.text, *sentence):
            continue
        if material.dates_in(sentence) or not material.holds(sentence):
            continue
        every = _every(material.words).search(material.outline.folded, *sentence)
        written = _written(material, (every.end(), sentence[1])) if every else _pair(material, sentence)
        told += [(sentence, written)] if written else []
    return told


def _pair(material: Material, sentence: Span) -> Found[str] | None:
    """Return two hours that figures tell as a beginning and an end ("åpner 9.30 ... til 15.00")."""
    hours = list(_TIME.finditer(material.text, *sentence))
    if len(hours) != _BOTH:
        return None
    first, last = (_hour(hour, 1) for hour in hours)
    between = (hours[0].end(), hours[1].start())
    ends = phrase_pattern(material.words.end_labels).search(material.outline.folded, *between)
    spans = (hours[0].span(), hours[1].span())
    return Found(f"{first}/{last}", spans, "session_row_clock") if ends and first < last else None


def _ends(material: Material, first: DatedFound, last: DatedFound) -> bool:
    """Tell whether two clocks of one sentence are a beginning and an end ("åpner 9.15 ... ferdig 15.30")."""
    start, end = first.value.time or "", last.value.time or ""
    between = (first.span[1], last.span[0])
    same = material.outline.sentence_index(between[0]) == material.outline.sentence_index(between[1])
    if not same or "/" in start or "/" in end or not start < end:
        return False
    return phrase_pattern(material.words.end_labels).search(material.outline.folded, *between) is not None


def _clause(material: Material, clock: Span) -> Span:
    """Return what a sentence says up to a clock, from the clock before it on."""
    sentence = material.outline.sentence(clock[0])
    before = [found.span[1] for found in material.dates_in((sentence[0], clock[0])) if found.value.time]
    return (before[-1] if before else sentence[0]), clock[0]


def _names(material: Material, clause: Span, one: Outset) -> bool:
    """Tell whether what is said before a clock names the training that a session's row names."""
    row = line_at(material, one.anchor[0]).span
    named = {(event.prefix, event.head) for event in material.events_in(row) if event.specific}
    return any((event.prefix, event.head) in named for event in material.events_in(clause))


def _is_below(material: Material, clause: Span, one: Outset) -> bool:
    """Tell whether a clause opens the line right below the rows that a session's row belongs to."""
    outline = material.outline
    index, row = outline.line_index(clause[0]), outline.line_index(one.anchor[0])
    if not row < index <= row + _MOST_ROWS or outline.lines[index].start != clause[0]:
        return False
    rows = outline.lines[row:index]
    return all(outline.is_entry(line) and material.dates_in(line.span) for line in rows)


def _is_for_every(material: Material, clause: Span) -> bool:
    return _every(material.words).search(material.outline.folded, *clause) is not None


@lru_cache(maxsize=16)
def _every(words: ProgrammeWords) -> re.Pattern[str]:
    return stems(words.every_day)
