"""Knows which topics, audiences and format the words of a stretch tell."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from extract.coded import first_of_each
from extract.formats import format_in
from extract.programme_cues import find_stems
from extract.programme_material import Material
from extract.session_found import Outset
from extract.topics import topics_in
from records.base import Span
from records.evidence import Found
from records.programme import Format

_BRACKETS = re.compile(r"\([^()\n]{2,120}\)")
_FORMATS: dict[str, Format] = {code: code for code in get_args(Format)}


def find_form(material: Material, span: Span) -> Found[Format] | None:
    """Return the format that a stretch tells."""
    told = format_in(material.reading, span)
    code = _FORMATS.get(told.value) if told else None
    return Found(code, told.spans, told.rule, told.how, told.confidence) if told and code else None


def bracketed_audiences(material: Material, row: Span) -> tuple[Found[str], ...]:
    """Return the audiences that a row names in brackets: "Omistajaohjaus (lautakunnat)"."""
    brackets = [match.span() for match in _BRACKETS.finditer(material.text, *row)]
    named = material.reading.within(row, "audience")
    inside = [one for one in named if any(s < one.span[0] and one.span[1] < e for s, e in brackets)]
    return first_of_each(inside, "audience_in_brackets")


def find_topics(
    material: Material, outsets: Sequence[Outset], free: Sequence[Span], title: Span | None
) -> list[tuple[Found[str], ...]]:
    """Return the topics of each session: its own words', else those told for several at once.

    `free` are the sentences that no session takes up: one that names a session again ("Basisdagane
    handlar om ...") tells of that session. Sessions without a topic have those of the programme's
    `title`, and repeats of one training (all by one name, or rows of days and places) those of the
    whole text.
    """
    named = _names_in(material, free)
    own = [_own(material, outset, named) for outset in outsets]
    shared = _inherited(topics_in(material.reading, title)) if title else ()
    if not shared and not any(own) and _is_one_training(outsets):
        shared = _inherited(topics_in(material.reading, material.region))
    repeated = _is_repeated(material, outsets)
    course = topics_in(material.reading, material.region) if repeated else ()
    said = repeated and not any(map(_is_of_course, outsets))
    return [
        topics or (_inherited(course) if _is_of_course(outset) or (said and outset.when) else shared)
        for topics, outset in zip(own, outsets, strict=True)
    ]


def _is_of_course(outset: Outset) -> bool:
    """Tell whether a session has its name from the course that is held on several days alike."""
    return outset.title is not None and outset.title.rule == "session_course"


def _is_repeated(material: Material, outsets: Sequence[Outset]) -> bool:
    """Tell whether the text says that its sessions are alike ("innholdet er likt"), or one is a course's."""
    said = any(find_stems(material.words.alike, material.outline.folded, material.region))
    return said or any(map(_is_of_course, outsets))


def _names_in(material: Material, free: Sequence[Span]) -> dict[tuple[str, str], list[Span]]:
    """Return the free sentences by the compounds that they name."""
    named: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for sentence in free:
        for event in material.events_in(sentence):
            if event.specific:
                named[event.prefix, event.head].append(sentence)
    return named


def _own(
    material: Material, outset: Outset, named: Mapping[tuple[str, str], Sequence[Span]]
) -> tuple[Found[str], ...]:
    names = material.events_in(outset.title.span) if outset.title else ()
    name = next((event for event in names if event.specific), None)
    again = named.get((name.prefix, name.head), ()) if name else ()
    stretches = [outset.scope, *again]
    if outset.lead and not any(topics_in(material.reading, stretch) for stretch in stretches):
        stretches = [outset.lead]
    found: dict[str, Found[str]] = {}
    for stretch in stretches:
        for topic in topics_in(material.reading, stretch):
            found.setdefault(topic.value, topic)
    return tuple(found.values())


def _is_one_training(outsets: Sequence[Outset]) -> bool:
    heads = {outset.head for outset in outsets}
    return len(outsets) > 1 and len(heads) == 1 and None not in heads


def _inherited(topics: Sequence[Found[str]]) -> tuple[Found[str], ...]:
    return tuple(replace(topic, how="inherited") for topic in topics)
