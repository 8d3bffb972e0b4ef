"""Knows what names a session whose row tells only where, when or a label: the heading above, the course."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from config.programme_words import ProgrammeWords
from extract.places import find_place
from extract.programme_cues import stem_pattern
from extract.programme_material import Material
from extract.session_found import Outset
from extract.session_numbered import is_detail_heading
from extract.session_slot import line_at
from extract.session_titles import has_words, heading_title
from extract.topics import topics_in
from records.base import Span
from records.evidence import Found

_FEWEST = 2
_NEAR_ROWS = 3
_MOST = 60
_MOST_ROWS = 20
_MOST_WORDS = 14


def with_names(material: Material, outsets: Sequence[Outset], title: Span | None) -> list[Outset]:
    """Return the sessions, those named by a label or a place with the name of what is held there.

    That is the heading above its row where it names training, else the programme's `title`. Rows of
    places are one course's where several stand together; each keeps its place.
    """
    places = _rows_of_places(material, outsets)
    return [
        _renamed(material, one, title) if index in places or is_label(material, one) else one
        for index, one in enumerate(outsets)
    ]


def _renamed(material: Material, one: Outset, title: Span | None) -> Outset:
    name = _heading(material, one) or title
    if name is None:
        return one
    event = next(iter(material.events_in(name)), None)
    head = event.head if event else one.head
    return replace(
        one, title=Found(material.outline.quote(name), (name,), "session_course", "inferred"), head=head
    )


def _heading(material: Material, one: Outset) -> Span | None:
    """Return the nearest heading above a row that names training and is no heading of details."""
    outline = material.outline
    index = outline.line_index(one.anchor[0])
    while above := outline.heading_above(index):
        if not material.holds(above.span):
            return None
        dated = bool(material.dates_in(above.span))
        if not dated and material.has_event(above.span) and not is_detail_heading(material, above):
            return heading_title(material, above.span)
        index = outline.line_index(above.start)
    return None


def is_label(material: Material, one: Outset) -> bool:
    """Tell whether a label or a date is all that a title has, be it glued to what it labels ("StedTeams")."""
    if one.title is None or one.when is None:
        return False
    start, end = one.title.span
    if one.when.span[0] <= start and end <= one.when.span[1]:
        return True
    folded, words = material.outline.folded[start:end].strip(" :"), material.words
    if folded in words.detail_labels or folded in words.start_labels or folded in words.time_openers:
        return True
    label = _labels(words).match(material.outline.folded, start, end)
    if label is None:
        return False
    behind = material.text[label.end() : end]
    glued = behind[:1].isupper() or behind[:1].isdecimal()
    return glued or behind.lstrip().startswith(":")


@lru_cache(maxsize=16)
def _labels(words: ProgrammeWords) -> re.Pattern[str]:
    labels = sorted({*words.detail_labels, *words.places.labels}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, labels))) if labels else re.compile(r"(?!)")


def _rows_of_places(material: Material, outsets: Sequence[Outset]) -> frozenset[int]:
    """Return the sessions of rows that tell a day and a place, where two or more stand together.

    A name beside them that is neither training nor subject is a place too, known as one or not.
    """
    rows = [index for index, one in enumerate(outsets) if _is_bare_row(material, one)]
    lines = {index: material.outline.line_index(outsets[index].anchor[0]) for index in rows}
    places = [
        index for index in rows if tells_place(material, outsets[index]) or _is_led(material, outsets[index])
    ]
    near = {index for index in rows for other in places[:_MOST] if _is_near(lines, index, other)}
    return frozenset(near | {place for place in places if any(_is_near(lines, place, one) for one in near)})


def _is_led(material: Material, one: Outset) -> bool:
    """Tell whether the line above a session's rows leads to places ("Velg det stedet som passer:")."""
    outline = material.outline
    index = outline.line_index(one.anchor[0])
    first = index
    while first and index - first < _MOST_ROWS and material.dates_in(outline.lines[first - 1].span):
        first -= 1
    lead = outline.lines[first - 1] if first else None
    return (
        lead is not None
        and stem_pattern(material.words.place_leads).search(outline.folded, *lead.span) is not None
    )


def _is_near(lines: Mapping[int, int], one: int, other: int) -> bool:
    return one != other and abs(lines[one] - lines[other]) <= _NEAR_ROWS


def _is_bare_row(material: Material, one: Outset) -> bool:
    """Tell whether a row with a day has a short name that is neither training nor subject."""
    if one.when is None or one.title is None or one.title.rule != "session_title":
        return False
    line = line_at(material, one.when.span[0])
    short = len(material.text[line.start : line.end].split()) <= _MOST_WORDS
    return short and not material.has_event(line.span) and not topics_in(material.reading, line.span)


def tells_place(material: Material, one: Outset) -> bool:
    """Tell whether the place of a session's row is its title, or stands right behind it."""
    place = find_place(material, line_at(material, one.anchor[0]).span)
    if place is None or one.title is None:
        return False
    title = one.title.span
    beside = title[0] < place.span[1] and place.span[0] < title[1]
    joined = 0 <= place.span[0] - title[1] <= _FEWEST
    return (beside or joined) and has_words(material.text, title)
