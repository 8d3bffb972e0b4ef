"""Gives a term of office its years: those the text printed, or those of the term table."""

import datetime as dt

from config.terms import Term, TermRule
from extract.date_parts import Expression, TermSense

SOON = dt.timedelta(days=366)
STEPS = {"previous": -1, "next": 1}


def term_value(
    one: Expression, printed: str | None, anchor: dt.date | None, rules: tuple[TermRule, ...]
) -> str | None:
    """Return the years of a term told in words as `2021/2025`, or None.

    `printed` is the term whose years the text told last; `anchor` the own day of the document.
    """
    if one.term in (None, "each", "coming"):
        return None
    step = STEPS.get(one.term, 0)
    if printed:
        return _beside(printed, step, rules)
    if one.term == "bare" or anchor is None or not rules:
        return None
    return _around(rules[0].periods, anchor, one.term)


def _beside(printed: str, step: int, rules: tuple[TermRule, ...]) -> str | None:
    """Return the term some steps from the printed one, by the table that has it."""
    if step == 0:
        return printed
    for rule in rules:
        years = [period.years for period in rule.periods]
        if printed in years and 0 <= years.index(printed) + step < len(years):
            return years[years.index(printed) + step]
    return None


def _around(periods: tuple[Term, ...], day: dt.date, sense: TermSense) -> str | None:
    now = next((number for number, period in enumerate(periods) if period.first <= day <= period.last), None)
    if now is None:
        return None
    soon = sense == "new" and periods[now].last - day < SOON
    wanted = now + STEPS.get(sense, int(soon))
    return periods[wanted].years if 0 <= wanted < len(periods) else None


def rules_for(text: str, rules: tuple[TermRule, ...]) -> tuple[TermRule, ...]:
    """Return the rules that fit a folded text: those whose signs it holds, then those without signs."""
    signed = tuple(rule for rule in rules if any(sign in text for sign in rule.signs))
    return signed + tuple(rule for rule in rules if not rule.signs) or rules


def term_bounds(years: str, rules: tuple[TermRule, ...]) -> tuple[Term, bool] | None:
    """Return the term printed as `years` and whether its days are exact, or None if there is none."""
    for rule in rules:
        for period in rule.periods:
            if period.years == years:
                return period, rule.exact
    return None
