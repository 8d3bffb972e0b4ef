"""Knows what a programme is called: an item's title, a page's heading, or the words for its training."""

import re

from extract.audiences import audiences_in
from extract.programme_cues import phrase_pattern
from extract.programme_material import Material
from extract.programme_outline import Line
from extract.session_phrases import event_phrase
from extract.session_titles import trimmed
from records.base import Span
from records.evidence import Found

_LONGEST = 160
_PATH = re.compile(r" [/|>›»] ")
_ACRONYM = re.compile(r"(?<![\w-])[A-ZÅÄÖÆØ]{2,5} \Z")


def find_title(material: Material, title: Found[str] | None) -> Found[str] | None:
    """Return a programme's title: the decision's, else a heading on training, else its words.

    A heading counts that names training or those whom it is for, or else the page's first line; one
    that only opens a list or dates a session does not.
    """
    if title:
        return title
    if heading := _heading(material):
        return Found(material.outline.quote(heading), (heading,), "programme_heading")
    words = _named(material) or _worded(material)
    return (
        Found(material.outline.quote(words), (words,), "programme_words", "inferred", 0.7) if words else None
    )


def _heading(material: Material) -> Span | None:
    headings = [line for line in material.outline.lines if _is_title(material, line)]
    told = [line for line in headings if material.text[line.end - 1] != "?"]
    on_training = next((line for line in told if material.has_event(line.span)), None)
    for_whom = next((line for line in told if audiences_in(material.reading, line.span)), None)
    chosen = on_training or for_whom or _first(material, headings)
    return trimmed(material.text, chosen.span) if chosen else None


def _is_title(material: Material, line: Line) -> bool:
    if (
        not material.holds(line.span)
        or not material.outline.is_heading(line)
        or line.end - line.start > _LONGEST
    ):
        return False
    if phrase_pattern(material.words.chrome).match(material.outline.folded, *line.span):
        return False
    dated = any(date.value.role == "session" for date in material.dates_in(line.span))
    closed = material.text[line.end - 1] in ":." or _PATH.search(material.text, *line.span)
    return not closed and not (dated and line.kind != "heading")


def _first(material: Material, headings: list[Line]) -> Line | None:
    """Return the page's first line where it is a heading of several words."""
    first = next((line for line in material.outline.lines if material.holds(line.span)), None)
    several = first is not None and " " in material.text[first.start : first.end]
    return first if first in headings and several else None


def _named(material: Material) -> Span | None:
    """Return the name of a national programme, with the acronym before it."""
    name = phrase_pattern(material.words.programme_names).search(material.outline.folded, *material.region)
    return _with_acronym(material, name.span()) if name else None


def _worded(material: Material) -> Span | None:
    """Return the words for the programme as a whole, or else for its first training."""
    named = [event for event in material.events if event.whole] or list(material.events)
    event = next((event for event in named if len(event.prefix) > 1), next(iter(named), None))
    return _with_acronym(material, event_phrase(material, event)) if event else None


def _with_acronym(material: Material, span: Span) -> Span:
    acronym = _ACRONYM.search(material.text, max(0, span[0] - 8), span[0])
    return (acronym.start(), span[1]) if acronym else span
