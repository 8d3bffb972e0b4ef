"""Knows what a date itself and its place tell of its role: labels beside it, sections, its kind of value."""

import re
from collections.abc import Callable

from extract.date_case import FORMS, MONTH_END, Case, Form
from extract.date_cues import ends_in
from extract.date_nearness import BEFORE, BESIDE, CLOSE_BY, EVERYWHERE, IN_SENTENCE, Nearness

HEAD, FOOT = 200, 160
YEAR_DIGITS = 4
LAST_MINUTE = "23:59"
LONG_RANGE = 300
EVENT_CLOSE, EVENT_AWAY = 150, 400
_YEAR_NAMED = re.compile(r"([^\s]+)[ ]{1,3}$")
_REACH = 30
Test = Callable[[Case], bool]
DAY: tuple[Form, ...] = ("day",)
LONGER: tuple[Form, ...] = ("longer",)
TOLD: tuple[Form, ...] = ("day", "longer")
NEITHER: tuple[Form, ...] = ("neither",)
NO_DAY: tuple[Form, ...] = ("longer", "neither")


def _fine(case: Case) -> bool:
    """Whether it tells more than a year."""
    return not case.is_coarse and case.one.first is not None


def _is_own_meeting(case: Case) -> bool:
    own = case.place.own
    return any(start < own[1] and own[0] < end for start, end in case.context.meeting_dates)


def _section_after(case: Case) -> bool:
    return case.is_day and case.following.lstrip(" ,/(\n").startswith(case.roles.section_after)


def _section_before(case: Case) -> bool:
    """Whether a section's number stands right before: `§ 31` on the line above, `§ 250/`."""
    _, sign, number = case.label.rpartition("§")
    return case.is_day and bool(sign) and not any(char.isalpha() for char in number)


def _body_before(case: Case) -> bool:
    return case.is_day and ends_in(case.label, case.roles.meeting_body)


def _is_own_day(case: Case) -> bool:
    own = case.context.anchor
    return own is not None and case.resolved.start == case.resolved.end == own


def _own_day_of_item(case: Case) -> bool:
    return _is_own_day(case) and not case.context.is_page


def _own_day_of_page(case: Case) -> bool:
    return _is_own_day(case) and case.context.is_page


def _is_year_range(case: Case) -> bool:
    return case.one.first is not None and case.one.first.coarse and case.one.last is not None


def _is_long_range(case: Case) -> bool:
    if not case.is_day or case.one.last is None or not (case.resolved.start and case.resolved.end):
        return False
    return (case.resolved.end - case.resolved.start).days >= LONG_RANGE


def _known_term(case: Case) -> bool:
    value = case.resolved.edtf
    if value is None or value[YEAR_DIGITS : YEAR_DIGITS + 1] != "/":
        return False
    return any(term.years == value for rule in case.context.terms for term in rule.periods)


def _term_in_words(case: Case) -> bool:
    one = case.one
    return one.shape.startswith("term") and (one.shape != "term-year" or one.term is not None)


def _slot(case: Case) -> bool:
    """Whether a line such as `År 1` opens a slot of a training plan."""
    return case.one.shape == "term-year" and case.one.term is None and case.place.opens_line


def _year_of_term(case: Case) -> bool:
    return case.one.shape == "term-year" and case.one.term is None and not case.place.opens_line


def _names_a_thing(case: Case) -> bool:
    """Whether a year stands right behind a noun ("budget 2024"), not behind a word for when."""
    if case.one.shape != "year" or case.place.opens_line:
        return False
    start = case.one.start
    word = _YEAR_NAMED.search(case.around.text, max(0, start - _REACH), start)
    return word is not None and word[1] not in case.roles.when_before


def _bare_year(case: Case) -> bool:
    return case.one.shape in ("year", "years") and not case.place.opens_line


def _until(case: Case) -> bool:
    return case.own.endswith(case.roles.deadline_after)


def _last_minute(case: Case) -> bool:
    return (case.one.clock or "").endswith(LAST_MINUTE)


def _from_on(case: Case) -> bool:
    return case.own.endswith(case.roles.law_from)


def _byline(case: Case) -> bool:
    """Whether a day near the top of a page stands alone or opens a line that names no event."""
    if not case.context.is_page or case.one.start >= HEAD or not case.is_day or case.resolved.inherited:
        return False
    place = case.place
    named = case.one.clock is not None or case.has("session", place.after, place.rest)
    return place.alone or (place.opens_line and not named)


def _part_of_name(case: Case) -> bool:
    """Whether a hyphen joins it to a word: `17. mai-komite`."""
    return case.following[:1] == "-" and case.following[1:2].isalpha()


def _range_of_days(case: Case) -> bool:
    return case.is_day and case.one.last is not None


def _foot_of_page(case: Case) -> bool:
    return case.context.is_page and len(case.around.text) - case.one.end < FOOT


def _counted_year(case: Case) -> bool:
    begins, ends = case.one.first, case.one.last
    return begins is not None and ends is not None and begins.day == 1 and ends.day >= MONTH_END


def _top(case: Case) -> bool:
    return case.one.start < HEAD


def _titled(case: Case) -> bool:
    """Whether a word for an event of training stands at the top of the document."""
    return case.has("session", (0, HEAD))


def _titled_meetings(case: Case) -> bool:
    """Whether a word for meetings or their calendar stands at the top, and none for an event of training."""
    top = (0, HEAD)
    return (case.has("meeting", top) or case.has("calendar", top)) and not case.has("session", top)


def _day_of_meetings(case: Case) -> bool:
    """Whether a day has its line for itself, brackets apart, in a text on meetings: `28 april (budget)`."""
    tail = case.text(case.place.after).strip(" .\n")
    own = case.is_day and case.place.opens_line and (not tail or (tail[0] == "(" and tail[-1] == ")"))
    return own and (_titled_meetings(case) or case.has("meeting", case.place.intro))


def _row_of_weekday(case: Case) -> bool:
    """Whether a day with its weekday opens a line below a title that names training: `Måndag 31.10.`."""
    return case.is_day and case.one.weekday is not None and case.place.opens_line and _titled(case)


def _ahead(case: Case) -> bool:
    own, start = case.context.anchor, case.resolved.start
    return own is not None and start is not None and start > own


def _past(case: Case) -> bool:
    own, end = case.context.anchor, case.resolved.end
    return own is not None and end is not None and end < own


def _month_or_season(case: Case) -> bool:
    return case.one.first is not None and not case.is_day and not case.is_coarse


PAIRS: tuple[tuple[str, Test, str, tuple[Nearness, ...], str | None, tuple[Nearness, ...]], ...] = (
    ("body decided", _fine, "deciding_body", CLOSE_BY, "decided", IN_SENTENCE),
    ("body before, decided", _fine, "deciding_body", (BESIDE, BEFORE), "decided", IN_SENTENCE),
    ("event arranged", lambda case: case.context.relevant, "session", IN_SENTENCE, "arranged", IN_SENTENCE),
    ("office begins or ends", lambda _: True, "takes_office", CLOSE_BY, "term", IN_SENTENCE),
    ("rule in force", lambda _: True, "law_rule", IN_SENTENCE, "law", IN_SENTENCE),
    ("rule from a day on", _from_on, "law_rule", IN_SENTENCE, None, ()),
    ("clock of a meeting", lambda case: case.one.first is None, "meeting_clock", CLOSE_BY, None, ()),
    ("years of a term", _is_year_range, "term", (BESIDE, BEFORE), None, ()),
    ("days of a term", _is_long_range, "term", EVERYWHERE, None, ()),
)
TESTS: tuple[tuple[str, tuple[Form, ...], Test], ...] = (
    ("own meeting", FORMS, _is_own_meeting),
    ("section after", DAY, _section_after),
    ("section before", DAY, _section_before),
    ("meeting label", DAY, lambda case: case.says_meeting),
    ("body before", DAY, _body_before),
    ("own day of the item", FORMS, _own_day_of_item),
    ("own day of the page", FORMS, _own_day_of_page),
    ("range of years", TOLD, _is_year_range),
    ("known term", NO_DAY, _known_term),
    ("term in words", FORMS, _term_in_words),
    ("year of a term", FORMS, _year_of_term),
    ("behind a noun", FORMS, _names_a_thing),
    ("bare year", FORMS, _bare_year),
    ("until", FORMS, _until),
    ("last minute", FORMS, _last_minute),
    ("from on", FORMS, _from_on),
    ("byline", DAY, _byline),
    ("part of a name", FORMS, _part_of_name),
    ("range of days", DAY, _range_of_days),
    ("counted period", TOLD, _counted_year),
    ("foot of the page", FORMS, _foot_of_page),
    ("alone on its line", FORMS, lambda case: case.place.alone),
    ("month alone on its line", LONGER, lambda case: case.place.alone and _month_or_season(case)),
    ("clock alone", NEITHER, lambda case: case.one.first is None and case.one.clock is not None),
    ("weekday alone", NEITHER, lambda case: case.one.first is None and case.one.clock is None),
    ("a year", TOLD, lambda case: case.is_coarse),
    ("recurs", FORMS, lambda case: case.one.recurring is not None),
    ("counted from today", FORMS, lambda case: case.one.shift is not None),
)
TESTS_BY_KIND: tuple[tuple[str, tuple[Form, ...], Test], ...] = (
    ("slot of a plan", FORMS, _slot),
    ("clock alone", NEITHER, lambda case: case.one.first is None and case.one.clock is not None),
    ("meeting label", DAY, lambda case: case.says_meeting),
    ("a year", TOLD, lambda case: case.is_coarse),
    ("a day", DAY, lambda case: case.is_day),
    ("a month or season", LONGER, _month_or_season),
    ("with a clock", TOLD, lambda case: case.one.clock is not None and case.one.first is not None),
    ("ahead", FORMS, _ahead),
    ("past", FORMS, _past),
    ("inherited", FORMS, lambda case: bool(case.resolved.inherited)),
    ("opens its line", FORMS, lambda case: case.place.opens_line),
    ("in a heading", FORMS, lambda case: case.around.heads(case.one.start)),
    ("at the top", FORMS, _top),
    ("title names an event", FORMS, _titled),
    ("title names meetings", FORMS, _titled_meetings),
    ("row of a weekday", DAY, _row_of_weekday),
    ("day of meetings", DAY, _day_of_meetings),
    ("event close", FORMS, lambda case: case.event_gap <= EVENT_CLOSE),
    ("event away", FORMS, lambda case: EVENT_CLOSE < case.event_gap <= EVENT_AWAY),
    ("event far", FORMS, lambda case: case.event_gap > EVENT_AWAY),
)
