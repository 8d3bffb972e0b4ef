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
    fallback = title or _first_line(material)
    if title and (told := _by_title(material, title)):
        return told
    meetings = [found for found in material.dates if found.value.role == "meeting"]
    if len(meetings) > _MEETINGS and _mixed(material, sessions):
        return _kind("calendar", fallback)
    if decided and (past := _past(sessions, decided)):
        return _kind("report", past)
    offer = _offer(material, parties, sessions, decided) or _outsiders(material, parties, decided)
    return _kind("offer", offer) if offer else _kind("plan", fallback)


def _by_title(material: Material, title: Span) -> Found[ProgrammeKind] | None:
    words = material.words.kinds
    if cue := _cue(material, words.report, title):
        return _kind("report", cue)
    if cue := _cue(material, words.calendar, title):
        return _kind("calendar", cue)
    cue = _participation(material, title)
    return _kind("participation", cue) if cue else None


def takes_part(material: Material, title: Span) -> bool:
    """Tell whether a title speaks of taking part in an event of someone else's."""
    return _participation(material, title) is not None


def takes_part_in(material: Material, texts: Sequence[Found[str] | None]) -> bool:
    """Tell whether a proposal or decision says that somebody signs up for an event or takes part."""
    joining = material.words.kinds.joining
    return any(_cue(material, joining, span) for text in texts if text for span in text.spans)


def _participation(material: Material, title: Span) -> Span | None:
    """Return the words for taking part where a title has them before any word for training."""
    cue = _cue(material, material.words.kinds.participation, title)
    return cue if cue and not material.has_event((title[0], cue[0])) else None


def _first_line(material: Material) -> Span:
    line = next((line for line in material.outline.lines if material.holds(line.span)), None)
    return line.span if line else material.region


def _cue(material: Material, stems: tuple[str, ...], span: Span) -> Span | None:
    match = stem_pattern(stems).search(material.outline.folded[span[0] : span[1]])
    return (span[0] + match.start(), span[0] + match.end()) if match else None


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


def _outsiders(material: Material, parties: Parties, decided: dt.date | None) -> Span | None:
    """Return what tells that a page without a council body offers to others: who offers, or "we offer"."""
    if decided is not None:
        return None
    organiser = next(iter(parties.organisers), None)
    if organiser is None or organiser.rule == "owner":
        return _cue(material, material.words.kinds.own_offer, material.region)
    return organiser.span if organiser.rule == "organiser_offers" else None


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
