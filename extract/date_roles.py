"""Tells what a date is the date of: meeting, session, deadline, term, rule in force, or something else."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from config.date_words import RoleWords
from extract.date_case import ADJACENT, CLOSE, NEAR, Case
from extract.date_context import DateContext, Surroundings
from extract.date_cues import FAR
from extract.date_parts import Expression
from extract.date_places import first, places_of
from extract.date_resolve import Resolved
from extract.date_signs import SIGNS, is_meeting, is_stamp
from records.base import Span
from records.dates import DateRole

AFTER_COSTS = 10
_LISTED = re.compile(
    r"[ ,;&/\u2010-\u2015-]{1,4}(?:[^\W\d_]{1,5} {1,2})?(?:[^\W\d_]{1,3} )?"
    r"|[ ,]{0,2}\([^()\d\n]{1,30}\),? (?:[^\W\d_]{1,5} )?"
)


def assign_roles(
    resolved: Sequence[Resolved],
    around: Surroundings,
    roles: RoleWords,
    context: DateContext,
    events: Sequence[Span] = (),
) -> list[DateRole]:
    """Return the role of each date, by the nearest words that tell one; `reference` if none does.

    `events` are the spans, in order, where the reading found an event of training. A clock has the
    role of its day; a day that minutes mark once is a meeting's wherever it is named.
    """
    places = places_of([one.expression for one in resolved], around)
    cases = [
        Case(one, place, around, roles, context, _event_distance(one.expression, around, events))
        for one, place in zip(resolved, places, strict=True)
    ]
    told = [_role(case) for case in cases]
    marked = {case.resolved.edtf for case in cases if case.is_day and is_meeting(case)}
    by_day: dict[str, DateRole] = {}
    for number, (case, role) in enumerate(zip(cases, told, strict=True)):
        value = case.resolved.edtf
        if value is None:
            continue
        if case.one.first is None and role != "meeting":
            told[number] = by_day.get(value, role)
        elif case.is_day and role == "reference" and value in marked and not is_stamp(case):
            told[number] = "meeting"
        elif case.is_day and role == "reference" and number and _goes_on(cases[number - 1], case):
            told[number] = told[number - 1]
        if case.is_day:
            by_day[value] = told[number]
    return told


def _goes_on(before: Case, case: Case) -> bool:
    """Whether nothing but a comma, a dash or "and" parts two days of one line."""
    if not before.is_day or before.one.end > case.one.start:
        return False
    return _LISTED.fullmatch(case.around.text, before.one.end, case.one.start) is not None


def _event_distance(one: Expression, around: Surroundings, events: Sequence[Span]) -> int:
    """Return the distance to the nearest event in the sentence of a date."""
    start, end = around.sentence(one.start, one.end)
    index = bisect_right(events, (one.start, one.start))
    nearest = FAR
    for begins, ends in events[max(0, index - 1) : index + 1]:
        if start <= begins and ends <= end:
            nearest = min(nearest, max(begins - one.end, one.start - ends, 0))
    return nearest


def _role(case: Case) -> DateRole:
    one = case.one
    if any(start < one.end and one.start < end for start, end in case.context.meeting_dates):
        return "meeting"
    for role, tells in SIGNS:
        if tells(case):
            return role
    return _by_event(case)


def _by_event(case: Case) -> DateRole:
    """Weigh events of training against meetings, by which is named nearer; then lists and headings."""
    place, relevant = case.place, case.context.relevant
    session = min(_distance(case, "session"), case.event) if _may_be_session(case) else FAR
    meeting = _distance(case, "meeting")
    if _is_calendar(case, session, meeting):
        return "meeting"
    reach = FAR if _is_ahead(case) else NEAR if case.context.is_page else ADJACENT
    beside = relevant and not place.opens_line and session < NEAR and meeting > ADJACENT
    if session < reach and (session <= meeting or beside):
        return "session"
    if meeting < (NEAR if place.opens_line else CLOSE) and not case.is_coarse:
        return "meeting"
    if place.opens_line:
        return _by_intro(case)
    planned = _is_ahead(case) or case.has("session", place.above)
    return "session" if relevant and planned and not case.is_coarse else "reference"


def _distance(case: Case, key: str) -> int:
    """Return how far the nearest cue stands; one after the date counts as farther than one before."""
    place, cues = case.place, case.around.cues
    before = FAR if place.opens_line else cues.before(key, place.before)
    shift = AFTER_COSTS if not place.opens_line else 0
    after = cues.after(key, (place.after[0], max(place.after[1], place.rest[1])))
    below = FAR
    if not case.text(first(place.below, 1)).isdecimal():
        below = cues.after(key, place.below)
    return min(before, min(after, below) + shift)


def _is_calendar(case: Case, session: int, meeting: int) -> bool:
    """Whether a season or year is that of a meeting calendar, which may name seminars beside meetings."""
    begins = case.one.first
    if begins is None or case.is_day or begins.month:
        return False
    return meeting <= ADJACENT or (begins.season > 0 and session < NEAR and meeting < NEAR)


def _by_intro(case: Case) -> DateRole:
    """Tell the role of a line in a list by the line that opens the list, or the heading above."""
    for window in (case.place.intro, case.place.heading):
        if case.has("meeting", window) and not case.is_coarse:
            return "meeting"
        if _may_be_session(case) and case.has("session", window):
            return "session"
        if case.has("calendar", window) and case.is_day:
            return "meeting"
    planned = case.resolved.inherited or _is_ahead(case)
    listed = case.context.relevant and not case.is_coarse and planned
    return "session" if listed else "reference"


def _may_be_session(case: Case) -> bool:
    if case.context.relevant:
        return True
    return case.context.is_page and not case.is_coarse


def _is_ahead(case: Case) -> bool:
    """Whether it lies after the document's own day, or is not known to lie before it, as in plans."""
    own, ends = case.context.anchor, case.resolved.end
    return own is None or ends is None or ends > own
