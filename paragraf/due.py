"""When a council's own decision on training falls due again: trigger (a) of drafts.

    yearly     a plan, participation or calendar: some weeks before the day of the decision comes round, or
               when the budget of the year to come is begun, where the training has a price
    recurring  the same, every second or fourth year, where the text says so
    term       a programme for a term of office: some weeks before the next term's first day

A newer item of the council about the same training sets it at rest. What nobody took up for two rounds
was for once.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from config.settings import DraftSettings
from config.terms import Term, Terms
from paragraf.likeness import days_of, is_same_training, years_in
from records.decision import is_same_case
from store.trainings import Training

_DECIDED = frozenset({"minutes", "officer_decision"})
_REFUSED = frozenset({"rejected", "returned", "tabled", "withdrawn"})
_EVERY = {"P2Y": 2, "P4Y": 4}
"""Every how many years what recurs falls due; all else does every year."""
_ROUNDS = 2
_SLACK = dt.timedelta(days=60)
"""How much earlier in the year than the last time a training may be held and still be the next one."""


@dataclass(frozen=True, slots=True)
class Due:
    """A decision that falls due: `round` is the year or term that it is due for, `since` from which day."""

    training: Training
    round: str
    since: dt.date


@dataclass(frozen=True, slots=True)
class _Round:
    """One time that a training comes round: `held` is the first day that it is about then."""

    name: str
    since: dt.date
    held: dt.date


@dataclass(frozen=True, slots=True)
class _Rounds:
    """The first time that a training came round, and the one that has begun now."""

    first: _Round
    now: _Round


def find_due(
    trainings: Sequence[Training], terms: Terms, settings: DraftSettings, today: dt.date, language: str
) -> list[Due]:
    """Return the decisions among a council's own programmes that are due on a day, and for which round.

    Of a decision that is published twice, as in two languages, the one in `language` counts.
    """
    found = []
    for training in trainings:
        rounds = _begun(training, terms, settings, today) if _is_decided(training) else None
        if rounds and not any(_settles(other, training, rounds.first, language) for other in trainings):
            found.append(Due(training, rounds.now.name, rounds.now.since))
    return found


def _is_decided(training: Training) -> bool:
    decided = training.document_type in _DECIDED and training.outcome not in _REFUSED
    return decided and training.meeting_date is not None and training.kind != "report"


def _begun(training: Training, terms: Terms, settings: DraftSettings, today: dt.date) -> _Rounds | None:
    """Return the rounds that have begun by a day, None before the first and after the last."""
    if is_for_term(training):
        following = _next_term(training, terms)
        if following is None or today > following.last:
            return None
        since = following.first - dt.timedelta(weeks=settings.term_weeks)
        own = _Round(following.years, since, following.first)
        return _Rounds(own, own) if since <= today else None
    begun = [each for each in _years(training, settings) if each.since <= today]
    return _Rounds(begun[0], begun[-1]) if 0 < len(begun) <= _ROUNDS else None


def is_for_term(training: Training) -> bool:
    """Tell whether a programme is for a term of office, not one that only names the term it falls in."""
    if any(session.recurring == "term" or session.term_year for session in training.sessions):
        return True
    if training.term_first is None or training.term_last is None:
        return False
    return days_of(training) is None or {training.term_first, training.term_last} <= set(
        years_in(training.title)
    )


def _next_term(training: Training, terms: Terms) -> Term | None:
    """Return the term after a programme's, as the council's bodies have it; None where nobody knows."""
    for rule in terms.rules(training.country, training.publisher):
        for term, following in zip(rule.periods, rule.periods[1:], strict=False):
            if _is_of(training, term):
                return following
    return None


def _is_of(training: Training, term: Term) -> bool:
    if training.term_first is not None and training.term_last is not None:
        return term.years == f"{training.term_first}/{training.term_last}"
    return training.meeting_date is not None and term.first <= training.meeting_date <= term.last


def _years(training: Training, settings: DraftSettings) -> Iterator[_Round]:
    """Yield the rounds of a decision that is made again after years, and one more: then it was for once."""
    decided = training.meeting_date
    if decided is None:
        return
    recurring = next((one.recurring for one in training.sessions if one.recurring), None)
    held = (days_of(training) or (decided, decided))[0]
    lead = dt.timedelta(weeks=settings.due_weeks)
    for number in range(1, _ROUNDS + 2):
        later = number * _EVERY.get(recurring or "", 1)
        since = _after(decided, later) - lead
        budget = dt.date(held.year + later - 1, settings.budget_month, 1)
        if training.costs and decided + lead < budget < since:
            since = budget
        yield _Round(str(decided.year + later), since, _after(held, later))


def _after(day: dt.date, years: int) -> dt.date:
    """Return the same day some years later, the last of February for a leap day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _settles(other: Training, training: Training, first: _Round, language: str) -> bool:
    """Tell whether another item of the council has seen to a decision since it came round first."""
    if other.id == training.id or other.meeting_date is None or training.meeting_date is None:
        return False
    if _is_same_matter(other, training):
        return _is_last_word(other, training, language)
    days = days_of(other)
    reaches = other.meeting_date >= first.since or (days is not None and days[1] >= first.held - _SLACK)
    return other.meeting_date > training.meeting_date and reaches and is_same_training(other, training)


def _is_same_matter(one: Training, other: Training) -> bool:
    """Tell whether two items handle one matter: by its number, or the same § of the same meeting."""
    if one.case_number and other.case_number:
        return is_same_case(one.case_number, other.case_number)
    told = one.section is not None and one.body is not None
    return told and (one.body, one.section, one.meeting_date) == (
        other.body,
        other.section,
        other.meeting_date,
    )


def _is_last_word(one: Training, other: Training, language: str) -> bool:
    """Tell whether of two items on one matter the first counts: the later one, then the house's language."""
    ranks = [(each.meeting_date or dt.date.min, each.language == language) for each in (one, other)]
    return one.id < other.id if ranks[0] == ranks[1] else ranks[0] > ranks[1]
