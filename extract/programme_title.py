"""Knows what a programme is called: an item's title, a page's heading, or the words for its training."""

from extract.programme_material import Material
from extract.session_titles import event_phrase, trimmed
from records.base import Span
from records.evidence import Found

_LONGEST = 160


def find_title(material: Material, title: Found[str] | None) -> Found[str] | None:
    """Return a programme's title: the decision's, else the first heading on training, else its words."""
    if title:
        return title
    if heading := _heading(material):
        return Found(material.outline.quote(heading), (heading,), "programme_heading")
    event = next((event for event in material.events if event.whole), None) or next(
        iter(material.events), None
    )
    if event is None:
        return None
    phrase = event_phrase(material, event)
    return Found(material.outline.quote(phrase), (phrase,), "programme_words", "inferred", 0.7)


def _heading(material: Material) -> Span | None:
    """Return the first heading that names training, or else the one the page begins with."""
    headings = [
        trimmed(material.text, line.span)
        for line in material.outline.lines
        if material.holds(line.span)
        and material.outline.is_heading(line)
        and line.end - line.start < _LONGEST
    ]
    named = next((heading for heading in headings if material.events_in(heading)), None)
    return named or next(iter(headings), None)
