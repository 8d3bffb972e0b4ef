"""Finds what precedents have where the house's own words leave a gap: their term, sums and participants."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from config.wording import DatePhrases
from export.citing import Source
from export.text import fold
from export.times import tell_term
from records.base import Span
from records.decision import Decision
from records.draft import Cited
from records.programme import Cost, Programme

_OWN_MONEY = ("funding", "fee", "other", "participation", "travel")
_LONGEST = 80


@dataclass(frozen=True)
class Precedent:
    """A programme of a precedent with the item that it stands in, and where that item names people."""

    source: Source
    programme: Programme
    pointer: str
    decision: Decision | None
    people: tuple[Span, ...]


def find_olds(precedent: Precedent, dates: DatePhrases) -> Iterator[tuple[str, Cited]]:
    """Yield what a precedent has for the placeholders of a proposal, by their keys."""
    source, programme, at = precedent.source, precedent.programme, precedent.pointer
    if term := source.cite(tell_term(programme.term, dates), [f"{at}/term"]) or _years(precedent):
        yield "period", term
    yield from (("amount", each) for each in _amounts(source, programme))
    yield from (("funding", each) for each in _funding(source, programme))
    yield from (("participants", each) for each in _participants(precedent))
    if title := source.quote(programme.title or "", [f"{at}/title"]):
        yield "title", title
    yield from (("reference", each) for each in _organisers(precedent))


def _years(precedent: Precedent) -> Cited | None:
    """Return the years in which the sessions take place ("2025–2026")."""
    dated = [
        (session.start.year, session.end.year if session.end else session.start.year, position)
        for position, session in enumerate(precedent.programme.sessions)
        if session.start
    ]
    if not dated:
        return None
    first, last = min(dated), max(dated, key=lambda each: each[1])
    told = f"{first[0]}" if first[0] == last[1] else f"{first[0]}–{last[1]}"
    pointers = dict.fromkeys(f"{precedent.pointer}/sessions/{each[2]}/edtf" for each in (first, last))
    return precedent.source.cite(told, pointers)


def _amounts(source: Source, programme: Programme) -> Iterator[Cited]:
    """Yield the sums of a programme, the organiser's own before what taking part costs."""
    costs = [cost for cost in programme.costs or _listed(programme.cost) if cost.amount]
    for cost in sorted(costs, key=lambda cost: _OWN_MONEY.index(cost.kind)):
        if len(cost.text) <= _LONGEST and (quote := _quote(source, cost.span)):
            yield quote


def _listed(cost: Cost | None) -> tuple[Cost, ...]:
    return (cost,) if cost else ()


def _funding(source: Source, programme: Programme) -> Iterator[Cited]:
    for cost in programme.costs:
        if cost.amount is not None or cost.kind != "funding" or cost.text.rstrip().endswith("."):
            continue  # a whole sentence, perhaps somebody's motion, names no appropriation
        if quote := _quote(source, cost.span):
            yield quote


def _participants(precedent: Precedent) -> Iterator[Cited]:
    decision = precedent.decision
    if decision is None or decision.effective is None:
        return
    start, end = decision.effective.span
    for span in precedent.people:
        if start <= span[0] and span[1] <= end and (quote := _quote(precedent.source, span)):
            yield quote


def _organisers(precedent: Precedent) -> Iterator[Cited]:
    programme = precedent.programme
    named: Iterable[Span] = [each.span for each in (*programme.providers, *programme.organisers)]
    quotes = [quote for span in named if (quote := _quote(precedent.source, span))]
    # who only took part is not who held the training
    publisher = precedent.source.publisher if programme.kind != "participation" else None
    yield from quotes or ([publisher] if publisher else [])


def _quote(source: Source, span: Span) -> Cited | None:
    text = fold(source.record.text[slice(*span)])
    return source.quote(text, (), [span])
