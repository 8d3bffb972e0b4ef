"""Knows the signs beside a date that tell its role: labels, sections, last days, terms, rules in force."""

import re
from collections.abc import Callable

from extract.date_case import ADJACENT, CLOSE, NEAR, STAMP, Case
from extract.date_cues import ends_in
from extract.date_places import first, last
from records.dates import DateRole

HEAD = 200
LAST_MINUTE = "23:59"
TERM_LENGTHS, TERM_DAYS = range(3, 6), 700
_SLOT_END = re.compile(r" {0,2}[,:\u2010-\u2015-]")
_NEXT_WORDS = re.compile(r"(?:,? [^\W\d_]+){1,2}")
_LAST_DIGIT = re.compile(r"\d(?=\D*$)")
_TERM_SHAPES = frozenset({"term", "term-years", "term-each", "term-year"})


def _is_labelled(case: Case) -> bool:
    """Whether a word before it marks it as a day of the page itself: published, updated, posted."""
    return case.has("stamp", case.label, last(case.place.before, STAMP))


def is_stamp(case: Case) -> bool:
    """Whether it dates the page without saying so, dates earlier minutes, or is part of a name."""
    following = case.text(first(case.place.after, 2))
    if following[:1] == "-" and following[1:].isalpha():
        return True
    if not case.is_day or case.resolved.inherited:
        return False
    if case.context.is_page and case.one.start < HEAD and _is_byline(case):
        return True
    own = case.context.anchor
    return case.has("minutes_of", last(case.place.before, NEAR)) and case.resolved.start != own


def _is_byline(case: Case) -> bool:
    """Whether a day stands alone on its line or opens one that names no event: `30. november 2019 av Liv`."""
    place = case.place
    if place.alone:
        return True
    told = case.resolved.edtf is not None and not case.one.clock
    return place.opens_line and told and not case.has("session", place.after, place.rest)


def _is_slot(case: Case) -> bool:
    """Whether a line such as `År 1` opens a slot of a training plan."""
    one = case.one
    if one.shape != "term-year" or one.term is not None or not case.place.opens_line:
        return False
    closed = case.place.alone or _SLOT_END.match(case.around.text, one.end) is not None
    return closed and (case.context.relevant or case.has("session", case.place.after, case.place.rest))


def _is_term(case: Case) -> bool:
    """Whether it tells a term of office: in words, as the years of one, or the day one begins."""
    one, place = case.one, case.place
    if one.shape in _TERM_SHAPES:
        return one.shape != "term-year" or one.term is not None
    if one.first is None:
        return False
    near = last(place.before, NEAR)
    if one.first.day and one.last and case.resolved.start and case.resolved.end:
        days = (case.resolved.end - case.resolved.start).days
        if days >= TERM_DAYS and case.has("term", place.before):
            return True
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
    told = case.text(case.place.own)
    if told.endswith(case.roles.law_from) and case.has("law", case.place.before):
        return False
    if told.endswith(case.roles.deadline_after) or (case.one.clock or "").endswith(LAST_MINUTE):
        return True
    if case.one.first.season:
        return False
    following = _NEXT_WORDS.match(case.around.text, case.one.end)
    if following and not set(case.roles.deadline_after).isdisjoint(following[0].split()):
        return True
    return case.has("deadline_before", case.label, case.place.below) or case.has(
        "deadline", last(case.place.before, CLOSE)
    )


def is_meeting(case: Case) -> bool:
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


SIGNS: tuple[tuple[DateRole, Callable[[Case], bool]], ...] = (
    ("reference", _is_labelled),
    ("deadline", _is_deadline),
    ("reference", is_stamp),
    ("session", _is_slot),
    ("term", _is_term),
    ("meeting", is_meeting),
    ("law", _is_law),
    ("reference", _is_budget),
    ("meeting", _is_decided),
)
"""Roles told by signs, strongest first; what none of them tells is weighed by the words near it."""
