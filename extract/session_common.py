"""Knows what is told once for all sessions: where they are held and in which form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.places import find_place
from extract.programme_cues import phrase_pattern, stem_pattern
from extract.programme_material import Material
from extract.session_found import Outset
from extract.session_topics import find_tags
from records.base import Span
from records.evidence import Found
from records.programme import Format


@dataclass(frozen=True, slots=True)
class Common:
    """Place and form that a text tells outside its sessions, for all that tell none of their own."""

    place: Found[str] | None = None
    format: Found[Format] | None = None


def find_common(material: Material, outsets: Sequence[Outset]) -> Common:
    """Return what the sentences outside all sessions tell of where and how they are held.

    Told both of a hall and of a link, in whatever sentences, they are hybrid.
    """
    alone = len(outsets) == 1
    told = [one for one in free_sentences(material, outsets) if _on_training(material, one, alone=alone)]
    places = [place for sentence in told if (place := find_place(material, sentence))]
    heads = {outset.head for outset in outsets} - {None}
    forms = {
        form.value: form
        for sentence in told
        if (form := find_tags(material, sentence).format) and not _of_another(material, form, heads)
    }
    place = replace(places[0], how="inherited") if places else None
    return Common(place, _form(place, forms))


def _of_another(material: Material, form: Found[Format], heads: set[str | None]) -> bool:
    """Tell whether a form is an event word ("studiebesök") of another training than the sessions'."""
    events = material.events_in(form.span)
    return bool(events and heads) and all(event.specific or event.head not in heads for event in events)


def _form(place: Found[str] | None, forms: dict[Format, Found[Format]]) -> Found[Format] | None:
    here = forms.get("in_person") or gathering(place)
    there = forms.get("online")
    if "hybrid" in forms:
        return replace(forms["hybrid"], how="inherited")
    if here and there:
        return Found("hybrid", tuple(sorted((*here.spans, *there.spans))), "format_both", "inherited")
    form = next(iter(forms.values()), here)
    return replace(form, how="inherited") if form else None


def gathering(place: Found[str] | None) -> Found[Format] | None:
    """Return the form in person where a hall, house or town is told."""
    return Found("in_person", place.spans, "place_tells_format", "inferred") if place else None


def _on_training(material: Material, sentence: Span, *, alone: bool) -> bool:
    """Tell whether a sentence speaks of the training: by its words, its time, or as a row.

    Sentences with a meeting's day or place do not. Of the only session (`alone`) any sentence speaks
    that says that something took place.
    """
    folded, places = material.outline.folded, material.words.places
    roles = {date.value.role for date in material.dates_in(sentence)}
    line = material.outline.lines[material.outline.line_index(sentence[0])]
    if "meeting" in roles or phrase_pattern(places.meeting_labels).match(folded, *line.span):
        return False
    if "session" in roles or material.has_event(sentence) or material.outline.is_entry(line):
        return True
    return alone and bool(
        stem_pattern(places.held).search(folded, *sentence)
        or phrase_pattern(places.labels).search(folded, *sentence)
    )


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
