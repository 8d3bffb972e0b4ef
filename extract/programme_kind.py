"""Knows what kind of programme a text tells: plan, offer, participation, report or calendar."""

import datetime as dt
from collections.abc import Sequence

from extract.organisers import Parties
from extract.programme_cues import stem_pattern
from extract.programme_material import Material
from extract.session_found import SessionFound
from records.base import Span
from records.evidence import Found
from records.programme import ProgrammeKind

_MEETINGS = 3
_OWN = ("decision_body", "organiser_cue", "named_body")
"""Rules that name a council's own body or municipality as organiser."""


def find_kind(
    material: Material,
    title: Span | None,
    sessions: Sequence[SessionFound],
    parties: Parties,
    decided: dt.date | None,
) -> Found[ProgrammeKind]:
    """Return the kind; `decided` is the day of the meeting, before which a report's sessions lie.

    A council's own plan where nothing tells otherwise.
    """
    words, fallback = material.words.kinds, title or _first_line(material)
    if title:
        if cue := _cue(material, words.calendar, title):
            return _kind("calendar", cue)
        if cue := _participation(material, title):
            return _kind("participation", cue)
    if len([found for found in material.dates if found.value.role == "meeting"]) > _MEETINGS and _mixed(
        material, sessions
    ):
        return _kind("calendar", fallback)
    if title and (cue := _cue(material, words.report, title)):
        return _kind("report", cue)
    if decided and (past := _past(sessions, decided)):
        return _kind("report", past)
    if offer := _offer(material, parties, sessions, decided) or _outsiders(parties, decided):
        return _kind("offer", offer)
    return _kind("plan", fallback)


def takes_part(material: Material, title: Span) -> bool:
    """Tell whether a title speaks of taking part in an event of someone else's."""
    return _participation(material, title) is not None


def _participation(material: Material, title: Span) -> Span | None:
    """Return the words for taking part where a title has them before any word for training."""
    cue = _cue(material, material.words.kinds.participation, title)
    return cue if cue and not material.has_event((title[0], cue[0])) else None


def _first_line(material: Material) -> Span:
    line = next((line for line in material.outline.lines if material.holds(line.span)), None)
    return line.span if line else material.region


def _cue(material: Material, stems: tuple[str, ...], span: Span) -> Span | None:
    match = stem_pattern(stems).search(material.outline.folded, *span)
    return match.span() if match else None


def _kind(kind: ProgrammeKind, span: Span) -> Found[ProgrammeKind]:
    return Found(kind, (span,), "programme_kind", "inferred", 0.8)


def _mixed(material: Material, sessions: Sequence[SessionFound]) -> bool:
    """Tell whether the sessions stand as rows of one list with meetings."""
    rows = [one for one in sessions if one.outset.when and one.outset.anchor[1] - one.outset.anchor[0] < 120]
    if not rows:
        return False
    first, last = rows[0].outset.anchor[0], rows[-1].outset.anchor[1]
    between = material.dates_in((first - 200, last + 200))
    return sum(found.value.role == "meeting" for found in between) >= _MEETINGS


def _past(sessions: Sequence[SessionFound], decided: dt.date) -> Span | None:
    """Return the last session's date where all of several sessions lie before the meeting."""
    dates = [one.outset.when for one in sessions if one.outset.when]
    days = [date.value.end or date.value.start for date in dates]
    known = [day for day in days if day]
    return dates[-1].span if known and len(known) == len(sessions) and max(known) < decided else None


def _outsiders(parties: Parties, decided: dt.date | None) -> Span | None:
    """Return the organiser of a page that names no council body: it offers to others."""
    organiser = next(iter(parties.organisers), None)
    offers = organiser is not None and organiser.rule == "organiser_offers" and decided is None
    return organiser.span if organiser and offers else None


def _offer(
    material: Material, parties: Parties, sessions: Sequence[SessionFound], decided: dt.date | None
) -> Span | None:
    """Return the words that offer training, where an outside organisation offers it.

    Beside a body of the council's own, only in a decision about a single offer.
    """
    own = any(found.rule in _OWN for found in parties.organisers)
    if own and (decided is None or len(sessions) > 1):
        return None
    outside = [found for found in (*parties.providers, *parties.organisers) if found.rule not in _OWN]
    for found in outside:
        if found.rule not in ("organiser_offers", "provider_cue"):
            continue
        sentence = material.outline.sentence(found.span[0])
        if material.has_event(sentence) and (cue := _cue(material, material.words.kinds.offer, sentence)):
            return cue
    return None
