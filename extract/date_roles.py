"""Tells what a date is the date of: meeting, session, deadline, term, rule in force, or something else."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from config.date_words import RoleWords
from extract.date_context import DateContext, Surroundings
from extract.date_cues import FAR, ends_in
from extract.date_parts import Expression
from extract.date_places import Place, first, last, places_of
from extract.date_resolve import Resolved
from records.base import Span
from records.dates import DateRole

LABEL, STAMP, NEAR, CLOSE, ADJACENT = 32, 45, 60, 30, 14
AFTER_COSTS = 10
HEAD = 200
TERM_LENGTHS = range(3, 6)
_LAST_DIGIT = re.compile(r"\d(?=\D*$)")
_TERM_SHAPES = frozenset({"term", "term-years", "term-each", "term-year"})


@dataclass(frozen=True, slots=True)
class Case:
    """A date with its place, the words that tell roles, and what is known of its document.

    `event` is how far from it the reading found an event of training in its sentence.
    """

    resolved: Resolved
    place: Place
    around: Surroundings
    roles: RoleWords
    context: DateContext
    event: int = FAR

    @property
    def one(self) -> Expression:
        """The expression itself."""
        return self.resolved.expression

    @property
    def is_day(self) -> bool:
        """Whether it tells a day or days."""
        return self.one.first is not None and self.one.first.day > 0

    @property
    def is_coarse(self) -> bool:
        """Whether it tells nothing finer than a year or a counted period."""
        begins, ends = self.one.first, self.one.last
        if begins is None:
            return False
        return begins.coarse or (begins.day == 1 and ends is not None and ends.day >= 28)

    @property
    def label(self) -> Span:
        """What stands right before it: on its line, else (where it opens the line) above."""
        return last(self.place.intro if self.place.opens_line else self.place.before, LABEL)

    def text(self, window: Span) -> str:
        """Return a stretch of the folded text."""
        return self.around.text[window[0] : window[1]]

    def has(self, key: str, *windows: Span) -> bool:
        """Whether a cue of the list `key` stands in one of the stretches."""
        return self.around.cues.has(key, *windows)


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
    marked = {case.resolved.edtf for case in cases if case.is_day and _is_meeting(case)}
    by_day: dict[str, DateRole] = {}
    for number, (case, role) in enumerate(zip(cases, told, strict=True)):
        value = case.resolved.edtf
        if value is None:
            continue
        if case.one.first is None and role != "meeting":
            told[number] = by_day.get(value, role)
        elif case.is_day and role == "reference" and value in marked and not _is_stamp(case):
            told[number] = "meeting"
        if case.is_day:
            by_day[value] = told[number]
    return told


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
    for role, tells in _RULES:
        if tells(case):
            return role
    return _by_event(case)


def _is_labelled(case: Case) -> bool:
    """Whether a word before it marks it as a day of the page itself: published, updated, posted."""
    return case.has("stamp", case.label, last(case.place.before, STAMP))


def _is_stamp(case: Case) -> bool:
    """Whether it dates the page without saying so, dates earlier minutes, or is part of a name."""
    following = case.text(first(case.place.after, 2))
    if following[:1] == "-" and following[1:].isalpha():
        return True
    if not case.is_day or case.resolved.inherited:
        return False
    if case.context.is_page and case.one.start < HEAD and case.place.alone:
        return True
    own = case.context.anchor
    return case.has("minutes_of", last(case.place.before, NEAR)) and case.resolved.start != own


def _is_slot(case: Case) -> bool:
    """Whether a line such as `År 1` opens a slot of a training plan."""
    one = case.one
    return one.shape == "term-year" and one.term is None and case.place.alone and case.context.relevant


def _is_term(case: Case) -> bool:
    """Whether it tells a term of office: in words, as the years of one, or the day one begins."""
    one, place = case.one, case.place
    if one.shape in _TERM_SHAPES:
        return one.shape != "term-year" or one.term is not None
    if one.first is None:
        return False
    near = last(place.before, NEAR)
    if one.first.coarse and one.last and one.first.year and one.last.year:
        length = one.last.year - one.first.year + 1
        told = _is_known_term(case) or (length in TERM_LENGTHS and case.has("term", near))
        return told and not case.has("budget", near)
    return one.first.month > 0 and case.has("takes_office", near, first(place.after, CLOSE))


def _is_known_term(case: Case) -> bool:
    rules = case.context.terms
    return any(period.years == case.resolved.edtf for rule in rules for period in rule.periods)


def _is_deadline(case: Case) -> bool:
    if case.one.first is None:
        return False
    if case.text(case.place.own).endswith(case.roles.deadline_after):
        return True
    return case.has("deadline_before", case.label, case.place.below) or case.has(
        "deadline", last(case.place.before, CLOSE)
    )


def _is_meeting(case: Case) -> bool:
    """Whether the signs of minutes mark it: its section, its label, its body, the own day."""
    one, place, roles = case.one, case.place, case.roles
    if one.first is None:
        beside = (last(place.before, NEAR), first(place.after, CLOSE))
        return one.clock is not None and case.has("meeting_clock", *beside)
    if not case.is_day or case.is_coarse:
        return False
    label = case.text(case.label)
    after = case.text(first(place.after, CLOSE)).lstrip(" ,/(\n")
    if after.startswith(roles.section_after) or _after_section(label):
        return True
    own = case.context.anchor
    if own and not case.context.is_page and case.resolved.start == case.resolved.end == own:
        return True
    return ends_in(label, roles.meeting_label, last=2) or ends_in(label, roles.meeting_body)


def _after_section(label: str) -> bool:
    """Whether a section's number stands right before: `§ 31` on the line above, `§ 250/`."""
    _, sign, number = label.rpartition("§")
    return bool(sign) and not any(char.isalpha() for char in number)


def _is_law(case: Case) -> bool:
    if case.one.first is None:
        return False
    place = case.place
    if case.has("law", place.before, first(place.after, ADJACENT)):
        return True
    if not case.is_day and case.has("law_rule", last(place.before, ADJACENT)):
        return True
    return case.text(place.own).endswith(case.roles.law_from) and case.has("law_rule", place.before)


def _is_budget(case: Case) -> bool:
    """Whether it tells what is counted: a budget year, a report's period, a term year's cost."""
    if case.one.shape == "term-year":
        return True
    beside = (last(case.place.before, NEAR), first(case.place.after, CLOSE))
    return case.is_coarse and case.has("budget", *beside)


def _is_decided(case: Case) -> bool:
    """Whether a body decided on that day: `Valtuusto hyväksyi strategian 19.3.2018`."""
    begins, place = case.one.first, case.place
    if begins is None or not begins.month or case.is_coarse:
        return False
    beside = last(place.before, NEAR), first(place.after, CLOSE)
    near = beside[0] if case.is_day else last(place.before, ADJACENT)
    digit = _LAST_DIGIT.search(case.text(near))
    since = (near[0] + digit.end(), near[1]) if digit else near
    if case.has("deciding_body", since) and case.has("decided", place.before):
        return True
    then = first(place.after, ADJACENT if case.is_day else 0)
    return case.has("decided", since, then) and case.has("deciding_body", *beside)


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
    planned = case.context.relevant and not case.is_coarse and _is_ahead(case)
    return "session" if planned else "reference"


def _may_be_session(case: Case) -> bool:
    if case.context.relevant:
        return True
    return case.context.is_page and not case.is_coarse


def _is_ahead(case: Case) -> bool:
    """Whether it lies after the document's own day, or tells no year, as plans do."""
    if case.one.yearless or case.resolved.inherited or case.resolved.edtf is None:
        return True
    own, ends = case.context.anchor, case.resolved.end
    return own is None or (ends is not None and ends > own)


_RULES: tuple[tuple[DateRole, Callable[[Case], bool]], ...] = (
    ("reference", _is_labelled),
    ("deadline", _is_deadline),
    ("reference", _is_stamp),
    ("session", _is_slot),
    ("term", _is_term),
    ("meeting", _is_meeting),
    ("law", _is_law),
    ("reference", _is_budget),
    ("meeting", _is_decided),
)
"""Roles told by signs, strongest first; what none of them tells is weighed by the words near it."""
