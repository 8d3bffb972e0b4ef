"""Knows in which form sessions without a day are held: learnt alone, recorded, or not told."""

from collections.abc import Sequence

from extract.programme_cues import stem_pattern
from extract.programme_material import Material
from extract.session_found import Outset
from extract.session_topics import find_form
from records.base import Span
from records.evidence import Found
from records.programme import Format

Shared = tuple[Found[str] | None, Found[Format] | None]


def form_without_day(material: Material, one: Outset, shared: Shared, free: Sequence[Span]) -> Shared:
    """Return place and form that hold for a session, given those `shared` by all that the text tells.

    A place told for others makes no gathering of what has no day: of a part without a time its heading
    or the sentences in `free`, that no session takes up, tell that one learns it alone. `shared` comes
    back as it is for a session with a day.
    """
    if one.when is not None:
        coarse = one.when.value.term_year is not None
        return (None, None) if coarse and _is_by_place(shared) else shared
    if one.title is None or one.title.rule != "session_part":
        return shared
    told = _headed(material, one) or _alone(material, free)
    if told:
        return None, told
    return (None, None) if _is_by_place(shared) else shared


def _is_by_place(shared: Shared) -> bool:
    return shared[1] is not None and shared[1].rule == "place_tells_format"


def _headed(material: Material, one: Outset) -> Found[Format] | None:
    """Return the form that the heading over a part tells ("Opptak fra opplæringsdagen"), but no gathering."""
    outline = material.outline
    above = outline.heading_above(outline.line_index(one.anchor[0]))
    if above is None or not material.holds(above.span):
        return None
    form = find_form(material, above.span)
    return form if form and form.value in ("recorded", "self_study") else None


def _alone(material: Material, free: Sequence[Span]) -> Found[Format] | None:
    """Return that one learns alone, where a free sentence on the training says so."""
    words = stem_pattern(material.words.self_study)
    for sentence in free:
        cue = words.search(material.outline.folded, *sentence)
        if cue:
            return Found("self_study", (cue.span(),), "own_time", "inferred")
    return None
