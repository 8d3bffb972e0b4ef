"""Knows how a relevant item becomes programmes: which stretch tells one, its title, term and kind."""

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from config.languages import Language
from extract.audiences import audiences_in
from extract.costs import find_costs, participation_cost
from extract.organiser_names import find_names
from extract.organiser_shapes import Name
from extract.organisers import find_parties
from extract.programme_current import current_dates
from extract.programme_found import ProgrammeFound
from extract.programme_kind import find_kind, takes_part, takes_part_in
from extract.programme_material import DatedFound, Material, material
from extract.programme_plans import find_plans
from extract.programme_title import find_title
from extract.reading import Reading
from extract.sessions import find_sessions
from extract.topics import topics_in
from records.base import Span
from records.decision import Outcome
from records.evidence import Found
from records.item import Item

_SHORTEST_TERM = 700


class Handled(Protocol):
    """An earlier body's treatment of the matter within the item."""

    @property
    def proposal(self) -> Found[str] | None:
        """What was proposed to it."""

    @property
    def decision(self) -> Found[str] | None:
        """What it decided."""


class Decided(Protocol):
    """What a programme needs to know of a decision: where it stands, whose it is, its title."""

    @property
    def span(self) -> Span:
        """The stretch of text that the decision's item takes up."""

    @property
    def body(self) -> Found[str] | None:
        """The body that decides."""

    @property
    def title(self) -> Found[str] | None:
        """The item's title."""

    @property
    def proposal(self) -> Found[str] | None:
        """What was proposed."""

    @property
    def decision(self) -> Found[str] | None:
        """What was decided."""

    @property
    def handlings(self) -> Sequence[Handled]:
        """Earlier bodies' treatments."""

    @property
    def outcome(self) -> Found[Outcome] | None:
        """What became of the proposal."""

    @property
    def meeting_date(self) -> Found[dt.date] | None:
        """The day of the meeting."""


def find_programmes(
    item: Item,
    language: Language,
    reading: Reading,
    dates: Sequence[DatedFound],
    decisions: Sequence[Decided],
) -> tuple[ProgrammeFound, ...]:
    """Return the programmes that a relevant item tells: one, several plans, or none for an empty text.

    `dates` and `decisions` are what was found in the same item; of several decisions the one that
    speaks most of training holds the programme. Never raises.
    """
    if not item.text.strip():
        return ()
    whole = material(item, language, reading, dates, (0, len(item.text)))
    index = _home(whole, decisions)
    decision = decisions[index] if index is not None else None
    inner = whole
    if decision and len(decisions) > 1:
        inner = material(item, language, reading, dates, decision.span)
    decided = decision.decision.span if decision and decision.decision else None
    current = current_dates(inner, decided, _earlier(decision) if decision else ())
    inner = inner.with_dates(current)
    names = find_names(inner)
    plans = [(heading, inner.narrowed(region)) for heading, region in find_plans(inner, names)]
    if not plans:
        return (_programme(inner, names, decision, index),)
    return tuple(_programme(plan, find_names(plan), decision, index, heading) for heading, plan in plans)


def _earlier(decision: Decided) -> list[Span]:
    """Return what earlier bodies proposed and decided within the item."""
    texts = [text for handling in decision.handlings for text in (handling.proposal, handling.decision)]
    return [text.span for text in texts if text]


def _home(whole: Material, decisions: Sequence[Decided]) -> int | None:
    """Return the index of the decision whose item speaks most of training."""
    if not decisions:
        return None
    weights = [len(whole.events_in(decision.span)) for decision in decisions]
    return weights.index(max(weights))


def _programme(
    inner: Material,
    names: Sequence[Name],
    decision: Decided | None,
    index: int | None,
    heading: Span | None = None,
) -> ProgrammeFound:
    """Return the programme of a text or, below a `heading` of its own, of one plan in it."""
    title = find_title(inner, decision.title if decision else None)
    if heading:
        title = Found(inner.outline.quote(heading), (heading,), "programme_heading")
    guest = decision is not None and _joins(inner, title, decision)
    body = decision.body if decision and not guest else None
    joins = bool(decision and takes_part_in(inner, [decision.proposal, decision.decision]))
    parties = find_parties(inner, names, body, guest=guest, joins=joins)
    sessions = find_sessions(inner, parties, title.span if title else None)
    costs = find_costs(inner)
    decided = decision.meeting_date.value if decision and decision.meeting_date else None
    return ProgrammeFound(
        kind=find_kind(inner, title.span if title else None, sessions, parties, decided),
        title=title,
        term=_term(inner),
        decision=index,
        parties=parties,
        audiences=audiences_in(inner.reading, inner.region),
        topics=topics_in(inner.reading, inner.region),
        sessions=sessions,
        costs=costs,
        cost=participation_cost(costs),
    )


def _joins(inner: Material, title: Found[str] | None, decision: Decided) -> bool:
    """Tell whether the body only takes part in another's training, or turns the matter down."""
    if decision.outcome and decision.outcome.value == "rejected":
        return True
    return bool(title and takes_part(inner, title.span))


def _term(inner: Material) -> Found[str] | None:
    """Return the first term of office that the text tells by its years."""
    for found in inner.dates:
        start, end = found.value.start, found.value.end
        if (
            found.value.role == "term"
            and found.value.edtf
            and start
            and end
            and (end - start).days > _SHORTEST_TERM
        ):
            return Found(found.value.edtf, found.spans, "term_of_programme", found.how, found.confidence)
    return None
