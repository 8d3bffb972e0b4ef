"""Tells what a date is the date of, by adding up the points that its signs give to each role."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from config.date_words import RoleWords
from extract.date_case import Case
from extract.date_context import DateContext, Surroundings
from extract.date_neighbours import neighbour_signs, numbers_by_day
from extract.date_places import places_of
from extract.date_points import ANY, POINTS
from extract.date_resolve import Resolved
from extract.date_signs import signs_of
from records.base import Span
from records.dates import DateRole

MOST_REASONS = 3
ROLES: tuple[DateRole, ...] = ("reference", "meeting", "session", "deadline", "term", "law")
"""Where two have as many points, the earlier wins."""


@dataclass(frozen=True, slots=True)
class Told:
    """The role of a date with the signs that spoke most for it, strongest first."""

    role: DateRole
    reasons: tuple[str, ...] = ()


def assign_roles(
    resolved: Sequence[Resolved],
    around: Surroundings,
    roles: RoleWords,
    context: DateContext,
    events: Sequence[Span] = (),
) -> list[Told]:
    """Return the role of each date with its reasons: the role that its signs give most points to.

    A second count adds what the dates around it seem to be after the first. `events` are the
    spans, in order, where the reading found an event of training.
    """
    around = replace(around, cues=around.cues.with_more("session", events))
    cases = list(cases_of(resolved, around, roles, context))
    by_day = numbers_by_day(cases)
    signs = [[ANY, *signs_of(case)] for case in cases]
    seem = [_best(own).role for own in signs]
    around_them = (neighbour_signs(number, cases, seem, by_day) for number in range(len(cases)))
    return [_best([*own, *more]) for own, more in zip(signs, around_them, strict=True)]


def cases_of(
    resolved: Sequence[Resolved],
    around: Surroundings,
    roles: RoleWords,
    context: DateContext,
) -> Iterator[Case]:
    """Yield each date with its place and the room that the dates beside it leave."""
    places = places_of([one.expression for one in resolved], around)
    begins = 0
    for number, (one, place) in enumerate(zip(resolved, places, strict=True)):
        after = number + 1 < len(resolved)
        ends = resolved[number + 1].expression.start if after else len(around.text)
        yield Case(one, place, around, roles, context, (begins, ends))
        begins = one.expression.end


def _best(signs: Iterable[str]) -> Told:
    """Return the role with most points and the signs that gave most of them."""
    total = dict.fromkeys(ROLES, 0)
    told = [(sign, points) for sign in signs if (points := POINTS.get(sign))]
    for _, points in told:
        for role, count in points.items():
            total[role] += count
    best = max(total, key=lambda role: total[role])
    spoke = sorted(((points.get(best, 0), sign) for sign, points in told), key=lambda one: -one[0])
    return Told(best, tuple(sign for count, sign in spoke[:MOST_REASONS] if count > 0 and sign != ANY))
