"""Tells what a date is the date of, by adding up the points that its signs give to each role."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

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


Points = tuple[int, ...]
"""What a sign gives to each of ROLES."""
_POINTS: dict[str, Points] = {
    sign: tuple(points.get(role, 0) for role in ROLES) for sign, points in POINTS.items()
}
_NUMBER = itemgetter(0)


class Told(NamedTuple):
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
    seem = [_role(own) for own in signs]
    around_them = (list(neighbour_signs(number, cases, seem, by_day)) for number in range(len(cases)))
    return [
        _told([*own, *more], _role([*own, *more]) if more else first)
        for own, more, first in zip(signs, around_them, seem, strict=True)
    ]


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


def _role(signs: Iterable[str]) -> DateRole:
    """Return the role with most points."""
    given = [points for sign in signs if (points := _POINTS.get(sign))]
    total = list(map(sum, zip(*given, strict=True)))
    return ROLES[total.index(max(total))]


def _told(signs: Iterable[str], role: DateRole) -> Told:
    """Return a role with the signs that gave most points to it."""
    place = ROLES.index(role)
    spoke = [(points[place], sign) for sign in signs if (points := _POINTS.get(sign)) and points[place] > 0]
    spoke.sort(key=_NUMBER, reverse=True)
    return Told(role, tuple(sign for _, sign in spoke[:MOST_REASONS] if sign != ANY))
