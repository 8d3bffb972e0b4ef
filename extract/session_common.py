"""Knows what is told once for several sessions: where they are held, in which form, and for which of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.audiences import audiences_in
from extract.formats import tells_format
from extract.places import find_place, may_tell_place
from extract.programme_cues import number_of, phrase_pattern, stem_pattern
from extract.programme_material import Material
from extract.session_found import Outset
from extract.session_topics import find_form
from records.base import Span
from records.evidence import Found
from records.programme import Format

ALONE: tuple[Format, ...] = ("self_study", "recorded")
"""Forms without a time that all keep."""
_MOST_ROWS = 100
_SHORT_SENTENCE = 100
_CLAUSE = re.compile(r"[;,]\s")


@dataclass(frozen=True, slots=True)
class Common:
    """Place and form that one clause tells outside the sessions; they hold for the sessions `whose`.

    `counted` tells that the clause counts them out ("the first two").
    """

    whose: frozenset[int]
    counted: bool = False
    place: Found[str] | None = None
    format: Found[Format] | None = None


def find_common(material: Material, outsets: Sequence[Outset]) -> tuple[Common, ...]:
    """Return what the sentences outside all sessions tell of where and how they are held, in text order.

    A lead ("... in the town hall:") holds for the rows below it, a sentence among the sessions of a
    section for that section, "the first two" for those, any other for the whole programme. `whose`
    counts the outsets from 0. Where nothing tells the form so, a link in any sentence does.
    """
    heads = {outset.head for outset in outsets} - {None}
    found = []
    free = free_sentences(material, outsets)
    for sentence in free:
        telling = tells_format(material.reading, sentence) or may_tell_place(material, sentence)
        if not telling or not _on_training(material, sentence):
            continue
        reach = material.region if len(outsets) == 1 else _reach(material, sentence, outsets)
        near = len(outsets) == 1 or reach != material.region
        alone = near or _speaks_of_training(material, sentence)
        within = frozenset(i for i, one in enumerate(outsets) if reach[0] <= one.anchor[0] < reach[1])
        before = sum(one.anchor[0] < sentence[0] for one in outsets) or len(outsets)
        for clause, whose in _clauses(material, sentence, before):
            form = find_form(material, clause)
            told = form if form and not _of_another(material, form, heads) else None
            told = told if told and (alone or told.value not in ALONE) else None
            place = find_place(material, clause)
            if place or told:
                found.append(Common(within if whose is None else whose, whose is not None, place, told))
    if not any(one.format for one in found):
        found += _linked(material, free, len(outsets))
    return tuple(found)


def _linked(material: Material, free: Sequence[Span], count: int) -> list[Common]:
    """Return the form online that a short sentence tells without naming training ("Link to Teams ...")."""
    everyone = frozenset(range(count))
    for sentence in free:
        if sentence[1] - sentence[0] > _SHORT_SENTENCE:
            continue
        form = find_form(material, sentence)
        if form and form.how == "stated" and form.value in ("online", "hybrid"):
            return [Common(everyone, format=form)]
    return []


def common_for(told: Sequence[Common], index: int) -> tuple[Found[str] | None, Found[Format] | None]:
    """Return place and form that hold for a session, as inherited; a hall and a link make it hybrid.

    What is stated of the form counts before signs of a gathering, which make nothing hybrid.
    """
    mine = [one for one in told if index in one.whose]
    mine.sort(key=lambda one: not one.counted)
    place = next((one.place for one in mine if one.place), None)
    told_forms = [one for one in mine if one.format]
    counted = [one for one in told_forms if one.counted] or told_forms
    stated = [one.format for one in counted if one.format and one.format.how == "stated"]
    signs = [one.format for one in counted if one.format and one.format.how != "stated"]
    forms = {form.value: form for form in reversed(stated)}
    here, there = forms.get("in_person") or gathering(place), forms.get("online")
    form = forms.get("hybrid")
    if form is None and here and there:
        form = Found("hybrid", tuple(sorted((*here.spans, *there.spans))), "format_both")
    form = form or next(iter(stated), None) or here or next(iter(signs), None)
    return (
        replace(place, how="inherited") if place else None,
        replace(form, how="inherited") if form else None,
    )


def gathering(place: Found[str] | None) -> Found[Format] | None:
    """Return the form in person where a hall, house or town is told."""
    return Found("in_person", place.spans, "place_tells_format", "inferred") if place else None


def _clauses(material: Material, sentence: Span, count: int) -> Iterator[tuple[Span, frozenset[int] | None]]:
    """Yield a sentence's clauses with the sessions that they count out, or the whole one with None."""
    starts = [sentence[0], *(mark.end() for mark in _CLAUSE.finditer(material.text, *sentence))]
    clauses = list(zip(starts, [*starts[1:], sentence[1]], strict=True))
    counted = [(clause, _counted(material, clause, count)) for clause in clauses]
    if count < 2 or not any(whose for _, whose in counted):
        yield sentence, None
        return
    yield from counted


def _counted(material: Material, clause: Span, count: int) -> frozenset[int] | None:
    """Return the sessions that "the first two" or "the last one" counts out."""
    words, folded = material.words, material.outline.folded
    for stems, from_start in ((words.first_ones, True), (words.last_ones, False)):
        match = stem_pattern(stems).search(folded, *clause)
        if match:
            before = folded[clause[0] : match.start()].split()
            number = number_of(before[-1], words.numbers) if before else None
            some = min(number or 1, count)
            return frozenset(range(some) if from_start else range(count - some, count))
    return None


def audiences_of_one(material: Material, free: Sequence[Span], index: int) -> tuple[Found[str], ...]:
    """Return whom sentences outside the sessions add to the first of them ("også for første tema").

    Empty for any other `index`: texts count on only from the first.
    """
    words = material.words
    if index or not words.first_ones or not words.steps:
        return ()
    firsts, steps = ("|".join(map(re.escape, some)) for some in (words.first_ones, words.steps))
    first = re.compile(rf"(?<!\w)(?:{firsts})\w* (?:{steps})")
    told = [span for span in free if first.search(material.outline.folded, *span)]
    return tuple(found for span in told for found in audiences_in(material.reading, span))


def _reach(material: Material, sentence: Span, outsets: Sequence[Outset]) -> Span:
    if material.text[sentence[1] - 1] == ":":
        return sentence[1], _rows_end(material, sentence)
    start, end = _section(material, sentence)
    among = any(start <= outset.anchor[0] < end for outset in outsets)
    return (start, end) if among and start > material.region[0] else material.region


def _section(material: Material, sentence: Span) -> Span:
    """Return the stretch from the heading above a sentence to the next one."""
    outline, region = material.outline, material.region
    index = outline.line_index(sentence[0])
    itself = outline.lines[index]
    above = itself if outline.is_heading(itself) else outline.heading_above(index)
    below = outline.heading_below(index)
    first = above.start if above and above.start > region[0] else region[0]
    return first, min(below.start, region[1]) if below else region[1]


def _rows_end(material: Material, sentence: Span) -> int:
    """Return where the rows below a lead end: at prose, or at a heading that does not open them."""
    outline = material.outline
    index = outline.line_index(sentence[0])
    end = sentence[1]
    for place, line in enumerate(outline.lines[index + 1 : index + _MOST_ROWS]):
        listed = line.bullet or line.cells or line.kind != "paragraph"
        prose = not outline.is_entry(line) or (not listed and material.text[line.end - 1] == ".")
        if prose or (place and outline.is_heading(line)):
            break
        end = line.end
    return end


def _of_another(material: Material, form: Found[Format], heads: set[str | None]) -> bool:
    """Tell whether a form is an event word ("studiebesök") of another training than the sessions'."""
    events = material.events_in(form.span)
    return bool(events and heads) and all(event.specific or event.head not in heads for event in events)


def _on_training(material: Material, sentence: Span) -> bool:
    """Tell whether a sentence speaks of the training: by its words, its time, as a row, or by taking place.

    Sentences with a meeting's day or place do not.
    """
    folded, places = material.outline.folded, material.words.places
    roles = {date.value.role for date in material.dates_in(sentence)}
    line = material.outline.lines[material.outline.line_index(sentence[0])]
    if "meeting" in roles or phrase_pattern(places.meeting_labels).match(folded, *line.span):
        return False
    if "session" in roles or _speaks_of_training(material, sentence):
        return True
    held = stem_pattern(places.held).search(folded, *sentence)
    return bool(held or phrase_pattern(places.labels).search(folded, *sentence))


def _speaks_of_training(material: Material, sentence: Span) -> bool:
    """Tell whether a sentence names training or is a row, and not the page's first line."""
    first = material.outline.line_index(material.region[0])
    index = material.outline.line_index(sentence[0])
    row = index != first and material.outline.is_entry(material.outline.lines[index])
    return row or material.has_event(sentence)


def free_sentences(material: Material, outsets: Sequence[Outset]) -> list[Span]:
    """Return the sentences of the region that no session takes up, in text order."""
    taken = sorted((outset.scope for outset in outsets), reverse=True)
    free = []
    for sentence in material.outline.sentences:
        while taken and taken[-1][1] <= sentence[0]:
            taken.pop()
        if material.holds(sentence) and not (taken and taken[-1][0] < sentence[1]):
            free.append(sentence)
    return free
