"""Finds the dates of a text: every expression of time with its value, role and evidence."""

from config.date_words import DateWords
from config.languages import Language
from extract.date_context import DateContext, surroundings_of
from extract.date_opened import with_open_end
from extract.date_parts import Expression, expression_edtf
from extract.date_resolve import Resolved, resolve_expressions
from extract.date_roles import Told, assign_roles
from extract.date_scan import scan_expressions
from extract.reading import Reading
from records import edtf
from records.dates import DateFinding
from records.evidence import Found
from records.item import Item

_UNTOLD = Told("reference")


def scan_dates(text: str, words: DateWords) -> list[Found[DateFinding]]:
    """Return every expression of time in text order, with the value that its own words tell.

    `edtf` is None where the words lack the year; `month` and `season` are told all the same.
    """
    return [_found(text, _as_told(one), _UNTOLD) for one in scan_expressions(text, words)]


def find_dates(
    item: Item, language: Language, reading: Reading | None, context: DateContext
) -> list[Found[DateFinding]]:
    """Return every date of an item with its value, what it inherited, and its role."""
    found = scan_expressions(item.text, language.dates)
    around = surroundings_of(item, language.dates)
    resolved = resolve_expressions(found, around, language.dates, context, item.url)
    events = [mention.span for mention in reading.mentions if mention.kind == "event"] if reading else []
    roles = assign_roles(resolved, around, language.dates.roles, context, events)
    return [
        _found(item.text, with_open_end(around.text, one, told, language.dates), told)
        for one, told in zip(resolved, roles, strict=True)
    ]


def _as_told(one: Expression) -> Resolved:
    value = expression_edtf(one)
    start, end = edtf.bounds(value)
    return Resolved(one, value, start, end, one.term_year, one.recurring)


def _found(text: str, resolved: Resolved, told: Told) -> Found[DateFinding]:
    one = resolved.expression
    moment = one.first if resolved.edtf is None else None
    finding = DateFinding(
        text=text[one.start : one.end],
        span=(one.start, one.end),
        edtf=resolved.edtf,
        start=resolved.start,
        end=resolved.end,
        time=one.clock,
        role=told.role,
        season=moment.season or None if moment else None,
        term_year=resolved.term_year,
        month=moment.month or None if moment else None,
        recurring=resolved.recurring,
        inherited=resolved.inherited,
    )
    return Found(finding, ((one.start, one.end),), _rule(one, told), resolved.how, resolved.confidence)


def _rule(one: Expression, told: Told) -> str:
    """Return what read the expression, and why it has its role: `dates.day-dots; meeting: section after`."""
    reasons = f"; {told.role}: {' + '.join(told.reasons)}" if told.reasons else ""
    return f"dates.{one.shape}{reasons}"
