"""Knows what is told of each session of a text: where, in which form, how long, on what, for whom."""

from collections.abc import Sequence
from dataclasses import replace

from extract.audiences import audiences_in
from extract.organisers import Parties, parties_in
from extract.places import find_place
from extract.programme_cues import stem_pattern
from extract.programme_material import Material
from extract.session_choice import find_outsets
from extract.session_common import ALONE, audiences_of_one, common_for, find_common, free_sentences, gathering
from extract.session_details import find_days, find_deadline, find_hours, find_parts, find_url
from extract.session_forms import form_without_day
from extract.session_found import Outset, SessionFound
from extract.session_settled import settled
from extract.session_topics import bracketed_audiences, find_form, find_topics
from extract.topics import topics_in
from records.base import Span
from records.evidence import Found
from records.programme import Format

_MOST = 60


def find_sessions(material: Material, parties: Parties, title: Span | None) -> tuple[SessionFound, ...]:
    """Return the sessions of a programme in text order, with all that is told of each.

    `title` is the programme's own, whose topics are those of sessions that name none.
    """
    outsets = settled(material, _below_title(material, find_outsets(material), title), title)[:_MOST]
    common = find_common(material, outsets)
    free = free_sentences(material, outsets)
    topics = find_topics(material, outsets, free, title)
    shared = [
        form_without_day(material, outset, common_for(common, index), free)
        for index, outset in enumerate(outsets)
    ]
    found = tuple(
        _detailed(material, outset, parties, told, mine)
        for outset, told, mine in zip(outsets, shared, topics, strict=True)
    )
    if len(found) == 1:
        return (_filled(material, found[0], parties),)
    added = (audiences_of_one(material, free, index) for index in range(len(found)))
    return tuple(_with_audiences(one, more) for one, more in zip(found, added, strict=True))


def _with_audiences(session: SessionFound, more: Sequence[Found[str]]) -> SessionFound:
    named = {audience.value for audience in session.audiences}
    new = [audience for audience in more if audience.value not in named]
    return replace(session, audiences=(*session.audiences, *new)) if new else session


def _below_title(material: Material, outsets: list[Outset], title: Span | None) -> list[Outset]:
    """Leave out what only the title tells ("Koulutus syksyllä 2026") where more is told below it.

    Its date is told below it where other dates are, and its words are no session besides those of a day.
    """
    name, (start, end) = (material.outline.quote(title), title) if title else ("", (0, 0))
    days = any(one.when and one.when.value.start == one.when.value.end for one in outsets)
    below = [
        one
        for one in outsets
        if not (days and start <= one.anchor[0] < end)
        and not (one.when and material.outline.quote(one.anchor) in name)
    ]
    return below if any(one.when for one in below) else outsets


def _detailed(
    material: Material,
    outset: Outset,
    parties: Parties,
    shared: tuple[Found[str] | None, Found[Format] | None],
    topics: Sequence[Found[str]],
) -> SessionFound:
    scope = outset.scope
    told = (outset.anchor[0], scope[1])
    own = _place(material, outset)
    form = _own_form(material, outset, own) or _lead_form(material, outset) or _form(material, outset, own)
    return SessionFound(
        outset=outset,
        place=own or shared[0],
        format=_joined(form, shared[1], outset),
        duration_hours=find_hours(material, scope),
        duration_days=find_days(material, scope),
        parts=find_parts(material, scope),
        registration_deadline=find_deadline(material, scope),
        url=find_url(material, scope),
        audiences=_told_audiences(material, outset, told),
        topics=tuple(topics),
        organisers=parties_in(parties, told),
    )


def _told_audiences(material: Material, outset: Outset, about: Span) -> tuple[Found[str], ...]:
    """Return whom a session is for: what brackets in its row say, and the words about it, else its lead's."""
    bracketed = bracketed_audiences(material, outset.anchor)
    told = audiences_in(material.reading, about)
    if not told and not bracketed and outset.lead:
        told = audiences_in(material.reading, outset.lead)
    named = {audience.value for audience in bracketed}
    return (*bracketed, *(audience for audience in told if audience.value not in named))


def _lead_form(material: Material, outset: Outset) -> Found[Format] | None:
    return find_form(material, outset.lead) if outset.lead else None


def _own_form(material: Material, outset: Outset, place: Found[str] | None) -> Found[Format] | None:
    """Return the form told in a session's row or sentence, else in all that is said of it or by its name.

    What has a clock is learnt alone only where its row says so.
    """
    told = find_form(material, outset.anchor)
    wider = find_form(material, (outset.anchor[0], outset.scope[1]))
    if told is None or (wider and wider.value == "hybrid"):
        told = None if wider and outset.clock and wider.value in ALONE else wider
    named = find_form(material, outset.title.span) if outset.title and told is None else None
    if told and told.value == "self_study" and outset.clock:
        return replace(told, value="online", rule="format_with_clock")
    sign = told is not None and told.how != "stated"
    return gathering(place) if sign and place else told or named


def _joined(own: Found[Format] | None, shared: Found[Format] | None, outset: Outset) -> Found[Format] | None:
    """Return a session's own form; one that is filmed or can be followed from afar besides is hybrid.

    What has a clock is not learnt alone because something else is.
    """
    if own is None:
        return None if shared and outset.clock and shared.value in ALONE else shared
    if shared and own.value == "in_person" and shared.value == "recorded":
        return replace(shared, value="hybrid", spans=(*own.spans, *shared.spans), rule="format_both")
    both = shared is not None and {own.value, shared.value} == {"in_person", "hybrid"}
    return shared if both else own


def _filled(material: Material, only: SessionFound, parties: Parties) -> SessionFound:
    """Give the only session of a text all that the whole text tells of topics, audiences and terms."""
    region, reading = material.region, material.reading
    return replace(
        only,
        duration_hours=only.duration_hours or find_hours(material, region),
        duration_days=only.duration_days or find_days(material, region),
        parts=only.parts or find_parts(material, region),
        registration_deadline=only.registration_deadline or find_deadline(material, region),
        audiences=audiences_in(reading, region),
        topics=topics_in(reading, region),
        organisers=parties_in(parties, region),
    )


def _form(material: Material, outset: Outset, place: Found[str] | None) -> Found[Format] | None:
    """Return the form that a place tells, or that words for learning alone tell."""
    alone = stem_pattern(material.words.self_study).search(material.outline.folded, *outset.scope)
    if place is None and alone:
        return Found("self_study", (alone.span(),), "own_time", "inferred")
    return gathering(place)


def _place(material: Material, outset: Outset) -> Found[str] | None:
    closed = outset.title.spans if outset.title else ()
    stretches = [stretch for stretch in (outset.scope, outset.lead) if stretch]
    return next((place for stretch in stretches if (place := find_place(material, stretch, closed))), None)
