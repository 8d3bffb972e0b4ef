"""Knows which of the finds in a text are sessions, each once, and what is told of each."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from extract.organisers import Parties, parties_in
from extract.places import find_place
from extract.programme_material import Material
from extract.session_dated import find_dated
from extract.session_details import find_days, find_deadline, find_hours, find_parts, find_url
from extract.session_found import Outset, SessionFound
from extract.session_lists import (
    find_headed,
    find_listed,
    find_only,
    find_own_time,
    find_parts_named,
    find_specific,
)
from extract.session_terms import find_by_term_year, term_region
from extract.session_topics import Tags, find_tags
from records.base import Span
from records.evidence import Found
from records.programme import Format

_MOST = 60


def find_sessions(material: Material, parties: Parties) -> tuple[SessionFound, ...]:
    """Return the sessions of a programme in text order, with all that is told of each."""
    outsets = find_outsets(material)[:_MOST]
    if len(outsets) == 1:
        outsets = [replace(outsets[0], scope=material.region)]
    return tuple(_detailed(material, outset, parties) for outset in outsets)


def find_outsets(material: Material) -> list[Outset]:
    """Return where the sessions of a text are told, each once, in text order.

    Plans by year of the term come first, then dates and lists; names alone count only where the
    text tells neither.
    """
    yearly = find_by_term_year(material)
    dated = _outside(find_dated(material), term_region(material) if yearly else None)
    listed = _undated_points(material, dated)
    dated, listed = _with_dates_of_leads(material, dated, listed)
    found = [*yearly, *dated, *(outset for _, outset in listed)]
    found += _unlisted(material, found)
    return sorted(found, key=lambda outset: (outset.anchor, outset.scope))


def _outside(outsets: Sequence[Outset], region: Span | None) -> list[Outset]:
    if region is None:
        return list(outsets)
    return [outset for outset in outsets if not region[0] <= outset.anchor[0] < region[1]]


def _undated_points(material: Material, dated: Sequence[Outset]) -> list[tuple[Span, Outset]]:
    return [
        (lead, outset)
        for lead, outset in find_listed(material)
        if not any(outset.scope[0] <= other.anchor[0] < outset.scope[1] for other in dated)
    ]


def _with_dates_of_leads(
    material: Material, dated: Sequence[Outset], listed: Sequence[tuple[Span, Outset]]
) -> tuple[list[Outset], list[tuple[Span, Outset]]]:
    """Hand a date told in the paragraph of a list's lead to the points; it is no session besides."""
    taken: set[int] = set()
    points = []
    for lead, outset in listed:
        line = material.outline.lines[material.outline.line_index(lead[0])]
        home = next((i for i, one in enumerate(dated) if line.start <= one.anchor[0] < line.end), None)
        if home is None or outset.when:
            points.append((lead, outset))
            continue
        taken.add(home)
        when = dated[home].when
        told = replace(when, how="inherited") if when else None
        points.append((lead, replace(outset, when=told, clock=dated[home].clock)))
    return [one for i, one in enumerate(dated) if i not in taken], points


def _unlisted(material: Material, found: Sequence[Outset]) -> list[Outset]:
    """Return sessions that only a name tells, where they are not told already."""
    sources: tuple[Callable[[Material], list[Outset]], ...]
    if any(outset.when for outset in found):
        sources = (find_own_time,)
    elif found:
        sources = ()
    else:
        sources = (find_parts_named, find_headed, find_own_time)
    more: list[Outset] = []
    for source in sources:
        more += [one for one in source(material) if not _told(one, [*found, *more])]
    if not found and not more:
        more = find_specific(material)[:1] or find_only(material)
    return more


def _told(outset: Outset, others: Sequence[Outset]) -> bool:
    """Tell whether a find repeats another: it stands in what is said of it, or bears its name."""
    for other in others:
        if other.scope[0] <= outset.anchor[0] < other.scope[1]:
            return True
        if outset.title and other.title and _same_title(outset.title.value, other.title.value):
            return True
    return False


def _same_title(one: str, other: str) -> bool:
    a, b = one.casefold(), other.casefold()
    return a in b or b in a or a[: max(6, len(a) - 4)] == b[: max(6, len(a) - 4)]


def _detailed(material: Material, outset: Outset, parties: Parties) -> SessionFound:
    scope = outset.scope
    tags: Tags = find_tags(material, scope)
    place = find_place(material, scope, outset.title.spans if outset.title else ())
    return SessionFound(
        outset=outset,
        place=place,
        format=tags.format or _gathering(place),
        duration_hours=find_hours(material, scope),
        duration_days=find_days(material, scope),
        parts=find_parts(material, scope),
        registration_deadline=find_deadline(material, scope),
        url=find_url(material, scope),
        audiences=tags.audiences,
        topics=tags.topics,
        organisers=parties_in(parties, scope),
    )


def _gathering(place: Found[str] | None) -> Found[Format] | None:
    """A hall, house or town makes it a gathering in person."""
    return Found("in_person", place.spans, "place_tells_format", "inferred") if place else None
