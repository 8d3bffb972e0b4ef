"""Resolves expressions of time: to EDTF and calendar days, with what the words lacked and how sure it is."""

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from config.date_words import DateWords
from config.terms import TermRule
from extract.date_clock_days import day_of_clock, day_of_weekday
from extract.date_context import DateContext, Surroundings, day_in_url
from extract.date_inherit import with_years
from extract.date_parts import Expression, Moment, expression_edtf, moment_edtf
from extract.date_term_values import rules_for, term_bounds, term_value
from extract.date_view import ends_line, starts_line
from extract.date_votes import Dated, Scene, lone_year
from records import edtf
from records.evidence import How

_CASE_YEAR = re.compile(
    r"(?<![\d/.])(?:(20\d\d)/\d{1,5}|\d{1,5} ?/ ?(20\d\d)|\d{1,4} ?/ ?(\d\d)|(\d\d) ?/ ?\d{3,5})(?![\d/.])"
)
_ADJACENT = re.compile(r" {0,2}")
_COMMA = re.compile(r" ?[,:] ?|[ (]{1,2}")
WEEKDAY_WRONG = 0.2
_INDENT = 3
HEAD = 400
CASES_AGREE = 0.7


class Resolved(NamedTuple):
    """An expression with its value; `inherited` names what came from elsewhere than its words."""

    expression: Expression
    edtf: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    term_year: int | None = None
    recurring: str | None = None
    inherited: tuple[str, ...] = ()
    how: How = "stated"
    confidence: float = 0.99


@dataclass(slots=True)
class _State:
    """What the resolution carries from one expression to the next."""

    scene: Scene
    rules: tuple[TermRule, ...]
    context: DateContext
    expressions: list[Expression]
    term_years: list[int]
    printed: str | None = None


def resolve_expressions(
    found: list[Expression],
    around: Surroundings,
    words: DateWords,
    context: DateContext,
    url: str | None = None,
) -> list[Resolved]:
    """Return each expression with the value its surroundings allow; without a source it stays open.

    A weekday alone that points back at a day told before is left out.

    The document's own day is the context's anchor, else the day in its address, else the first day
    that its text tells.
    """
    known = context.anchor or day_in_url(url)
    anchor = known or _own_day(found)
    case_year = None if anchor else _year_of_cases(around.text)
    scene = Scene(found, around, words, anchor, known is None, case_year, lone_year(found))
    dated = with_years(scene)
    state = _State(
        scene,
        rules_for(around.text, context.terms),
        context,
        _with_day_headings([one.expression for one in dated], around),
        _term_years(found, around),
    )
    resolved = (_resolve(index, one, state) for index, one in enumerate(dated))
    return [one for one in resolved if not _refers_back(one, around)]


def _with_day_headings(dated: list[Expression], around: Surroundings) -> list[Expression]:
    """Give a weekday that heads the lines below it its day, so that their clocks may take it."""
    told = list(dated)
    for index, one in enumerate(dated):
        day = day_of_weekday(index, dated) if one.shape == "weekday" and _heads(one, around) else None
        if day:
            whole = dt.date.fromisoformat(day)
            told[index] = one._replace(first=Moment(whole.year, whole.month, whole.day))
    return told


def _heads(one: Expression, around: Surroundings) -> bool:
    return starts_line(around.text, one.start) and ends_line(around.text, one.end)


def _refers_back(one: Resolved, around: Surroundings) -> bool:
    """Whether a weekday alone only points at a day told before ("på fredagen"), opening no sentence."""
    expression = one.expression
    if expression.shape != "weekday" or expression.clock is not None or one.edtf is None:
        return False
    opens = around.sentence(expression.start, expression.end)[0] + _INDENT >= expression.start
    return not opens and not _heads(expression, around)


def _resolve(index: int, one: Dated, state: _State) -> Resolved:
    expression = one.expression
    if expression.shape == "term-years" and expression.last:
        state.printed = expression_edtf(expression) or state.printed
    if state.term_years[index]:
        return _within_term(state.scene.found[index], state.term_years[index])
    if expression.shape == "term":
        return _term(expression, state)
    if expression.first is None:
        return _attached(index, expression, state)
    if _recurs(index, state):
        return Resolved(state.scene.found[index], recurring="P4Y", confidence=0.85)
    return _valued(one, state.rules)


def _own_day(found: list[Expression]) -> dt.date | None:
    """Return the first day that the text tells with its year, else a month or season in its head."""
    told = [one for one in found if one.first and one.first.year and not one.first.coarse]
    days = [one.first for one in told if one.first and one.first.day]
    early = [one.first for one in told if one.start < HEAD]
    for moment in days[:1] or early[:1]:
        return edtf.bounds(moment_edtf(moment))[0] if moment else None
    return None


def _year_of_cases(text: str) -> int | None:
    """Return the year that most case numbers (`PS 2015/100`, `16/180`) name, or None if they differ."""
    years: Counter[int] = Counter()
    for match in _CASE_YEAR.finditer(text):
        digits = match[match.lastindex or 1]
        years[int(digits) if len(digits) == 4 else 2000 + int(digits)] += 1
    best = years.most_common(1)
    agree = best and best[0][1] >= 2 and best[0][1] >= CASES_AGREE * sum(years.values())
    return best[0][0] if agree else None


def _term_years(found: list[Expression], around: Surroundings) -> list[int]:
    """Return for each expression the year of the term it is told in, 0 outside such a plan.

    A line of its own such as `År 1` opens a section; months and seasons that open their lines below
    it belong to that year, and so does what follows a comma: `År 1, februar`.
    """
    years: list[int] = []
    section = 0
    before: Expression | None = None
    for one in found:
        opens = starts_line(around.text, one.start)
        if one.term_year and opens and ends_line(around.text, one.end):
            section = one.term_year
        told = one.first is not None and one.yearless and not one.first.day
        year = section if told and opens else 0
        if told and before and before.term_year and _COMMA.fullmatch(around.text, before.end, one.start):
            year = before.term_year
        years.append(one.term_year or year)
        before = one
    return years


def _within_term(one: Expression, year: int) -> Resolved:
    inherited = () if one.term_year else ("term_year",)
    how: How = "inherited" if inherited else "stated"
    return Resolved(one, term_year=year, inherited=inherited, how=how, confidence=0.9)


def _term(one: Expression, state: _State) -> Resolved:
    years = term_value(one, state.printed, state.scene.anchor, state.rules)
    if years is None:
        return Resolved(one, recurring="term", confidence=0.8)
    start, end, exact = _term_days(years, state.rules)
    confidence = 0.85 if exact else 0.75
    return Resolved(one, years, start, end, None, None, ("term",), "inferred", confidence)


def _term_days(years: str, rules: tuple[TermRule, ...]) -> tuple[dt.date | None, dt.date | None, bool]:
    known = term_bounds(years, rules)
    if known:
        return known[0].first, known[0].last, known[1]
    return *edtf.bounds(years), True


def _attached(index: int, one: Expression, state: _State) -> Resolved:
    """Resolve a clock or weekday by the day it belongs to."""
    day: str | None = None
    if one.weekday is not None and one.shape != "weekday-each":
        day = day_of_weekday(index, state.expressions)
    elif one.clock:
        day = day_of_clock(index, state.expressions, state.scene, state.context)
    if day is None:
        return Resolved(one, recurring=one.recurring, confidence=0.85)
    start, end = edtf.bounds(day)
    return Resolved(one, day, start, end, None, None, ("day",), "inherited", 0.85)


def _recurs(index: int, state: _State) -> bool:
    """Whether a yearless moment follows "every fourth year" directly."""
    before = state.scene.found[index - 1] if index else None
    one = state.scene.found[index]
    if before is None or before.recurring != "P4Y" or not one.yearless:
        return False
    return _ADJACENT.fullmatch(state.scene.around.text, before.end, one.start) is not None


def _valued(one: Dated, rules: tuple[TermRule, ...]) -> Resolved:
    expression = one.expression
    value = None if expression.recurring else expression_edtf(expression)
    if value is None:
        return Resolved(expression, recurring=expression.recurring, confidence=0.8)
    start, end = edtf.bounds(value)
    if expression.term:
        start, end, _ = _term_days(value, rules)
    how: How = "stated" if one.stated else "inherited"
    inherited = () if one.stated else one.lacked
    confidence = one.confidence
    if expression.weekday is not None and start and start.weekday() != expression.weekday:
        confidence -= WEEKDAY_WRONG
    return Resolved(expression, value, start, end, None, None, inherited, how, round(max(0.0, confidence), 2))
