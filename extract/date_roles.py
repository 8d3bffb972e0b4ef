"""Tells what a date is the date of: meeting, session, deadline, term, rule in force, or something else."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from config.date_words import RoleWords
from extract.date_context import DateContext, Surroundings
from extract.date_cues import distance, ends_in, has
from extract.date_parts import Expression
from extract.date_places import Place, places_of
from extract.date_resolve import Resolved
from records.dates import DateRole

LABEL, STAMP, NEAR, CLOSE, ADJACENT, FAR = 32, 45, 60, 30, 14, 10_000
HEAD = 200
_WITHOUT_DATES = re.compile(r"^.*\d")
TERM_LENGTHS = range(3, 6)
_TERM_SHAPES = frozenset({"term", "term-years", "term-each", "term-year"})


@dataclass(frozen=True, slots=True)
class Case:
    """A date with its place, the words that tell roles, and what is known of its document."""

    resolved: Resolved
    place: Place
    roles: RoleWords
    context: DateContext

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
        first, last = self.one.first, self.one.last
        if first is None:
            return False
        return first.coarse or (first.day == 1 and last is not None and last.day >= 28)

    @property
    def label(self) -> str:
        """What stands right before it: on its line, else (where it opens the line) above."""
        before = self.place.before[-LABEL:]
        return self.place.intro[-LABEL:] if self.place.opens_line else before


def assign_roles(
    resolved: Sequence[Resolved], around: Surroundings, roles: RoleWords, context: DateContext
) -> list[DateRole]:
    """Return the role of each date, by the nearest words that tell one; `reference` if none does.

    A clock has the role of its day; a day that minutes mark once is a meeting's wherever it is named.
    """
    places = places_of([one.expression for one in resolved], around)
    cases = [Case(one, place, roles, context) for one, place in zip(resolved, places, strict=True)]
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
    return has(case.label, case.roles.stamp) or has(case.place.before[-STAMP:], case.roles.stamp)


def _is_stamp(case: Case) -> bool:
    """Whether it dates the page without saying so, dates earlier minutes, or is part of a name."""
    if case.place.after[:1] == "-" and case.place.after[1:2].isalpha():
        return True
    if not case.is_day or case.resolved.inherited:
        return False
    if case.context.is_page and case.one.start < HEAD and case.place.alone:
        return True
    own = case.context.anchor
    return has(case.place.before[-NEAR:], case.roles.minutes_of) and case.resolved.start != own


def _is_term(case: Case) -> bool:
    """Whether it tells a term of office: in words, as the years of one, or the day one begins."""
    one, place = case.one, case.place
    if one.shape in _TERM_SHAPES:
        return True if one.shape != "term-year" else one.term is not None
    if one.first is None:
        return False
    near = place.before[-NEAR:]
    if one.first.coarse and one.last and one.first.year and one.last.year:
        if has(near, case.roles.budget):
            return False
        length = one.last.year - one.first.year + 1
        return _is_known_term(case) or (length in TERM_LENGTHS and has(near, case.roles.term))
    return one.first.month > 0 and has(near + " " + place.after[:CLOSE], case.roles.takes_office)


def _is_known_term(case: Case) -> bool:
    rules = case.context.terms
    return any(period.years == case.resolved.edtf for rule in rules for period in rule.periods)


def _is_slot(case: Case) -> bool:
    """Whether a line such as `År 1` opens a slot of a training plan."""
    one = case.one
    return one.shape == "term-year" and one.term is None and case.place.alone and case.context.relevant


def _is_deadline(case: Case) -> bool:
    if case.one.first is None:
        return False
    if case.place.own.endswith(case.roles.deadline_after):
        return True
    if has(case.label, case.roles.deadline_before) or has(case.place.below, case.roles.deadline_before):
        return True
    return has(case.place.before[-CLOSE:], case.roles.deadline)


def _is_meeting(case: Case) -> bool:
    """Whether the signs of minutes mark it: its section, its label, its body, the own day."""
    one, place, roles = case.one, case.place, case.roles
    if one.first is None:
        around = place.before[-NEAR:] + "\n" + place.after[:CLOSE]
        return one.clock is not None and has(around, roles.meeting_clock)
    if not case.is_day or case.is_coarse:
        return False
    if place.after.lstrip(" ,/(\n").startswith(roles.section_after) or _after_section(case.label):
        return True
    own = case.context.anchor
    if own and not case.context.is_page and case.resolved.start == case.resolved.end == own:
        return True
    return ends_in(case.label, roles.meeting_label, last=2) or ends_in(case.label, roles.meeting_body)


def _after_section(label: str) -> bool:
    """Whether a section's number stands right before: `§ 31` on the line above, `§ 250/`."""
    return label.rstrip(" \n/,").rpartition("§")[1] == "§" and not any(
        char.isalpha() for char in label.rpartition("§")[2]
    )


def _is_decided(case: Case) -> bool:
    """Whether a body decided on that day: `Valtuusto hyväksyi strategian 19.3.2018`."""
    first = case.one.first
    if first is None or not first.month or case.is_coarse:
        return False
    near = case.place.before[-NEAR:] if case.is_day else case.place.before[-ADJACENT:]
    before = _WITHOUT_DATES.sub("", near)
    after = case.place.after[:ADJACENT] if case.is_day else ""
    if has(before, case.roles.deciding_body) and has(case.place.before, case.roles.decided):
        return True
    active = has(before, case.roles.decided) or has(after, case.roles.decided)
    both = case.place.before[-NEAR:] + " | " + case.place.after[:CLOSE]
    return active and has(both, case.roles.deciding_body)


def _is_law(case: Case) -> bool:
    if case.one.first is None:
        return False
    place, roles = case.place, case.roles
    if has(place.before, roles.law) or has(place.after[:ADJACENT], roles.law):
        return True
    if has(place.before[-ADJACENT:], roles.law_rule) and not case.is_day:
        return True
    return place.own.endswith(roles.law_from) and has(place.before, roles.law_rule)


def _is_budget(case: Case) -> bool:
    if case.one.shape == "term-year":
        return True
    return case.is_coarse and has(case.place.before[-NEAR:] + case.place.after[:CLOSE], case.roles.budget)


def _by_event(case: Case) -> DateRole:
    """Weigh events of training against meetings, by which is named nearer; then lists and headings."""
    place, roles, context = case.place, case.roles, case.context
    before = place.before if not place.opens_line else ""
    after = place.after + place.rest + "\n" + ("" if place.below[:1].isdecimal() else place.below)
    session = distance(before, after, roles.session) if _may_be_session(case) else FAR
    meeting = distance(before, after, roles.meeting, roles.no_meeting)
    if _is_calendar(case, session, meeting):
        return "meeting"
    reach = FAR if _is_ahead(case) else NEAR if context.is_page else ADJACENT
    beside = context.relevant and not place.opens_line and session < NEAR and meeting > ADJACENT
    if session < reach and (session <= meeting or beside):
        return "session"
    if meeting < (NEAR if place.opens_line else CLOSE) and not case.is_coarse:
        return "meeting"
    if place.opens_line:
        return _by_intro(case)
    if context.relevant and not case.is_coarse:
        return "session" if _is_ahead(case) or has(place.above, roles.session) else "reference"
    return "reference"


def _is_calendar(case: Case, session: int, meeting: int) -> bool:
    """Whether a season or year is that of a meeting calendar, which may name seminars beside meetings."""
    first = case.one.first
    if first is None or case.is_day or first.month:
        return False
    return meeting <= ADJACENT or (first.season > 0 and session < NEAR and meeting < NEAR)


def _by_intro(case: Case) -> DateRole:
    """Tell the role of a line in a list by the line that opens the list, or the heading above."""
    place, roles = case.place, case.roles
    for text in (place.intro, place.heading):
        meeting = has(text, roles.meeting)
        if meeting and not case.is_coarse:
            return "meeting"
        if _may_be_session(case) and has(text, roles.session):
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
    own, last = case.context.anchor, case.resolved.end
    return own is None or (last is not None and last > own)


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
