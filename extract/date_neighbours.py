"""Knows what the dates around a date tell of its role: those of its list, its own day named again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.date_case import Case
from records.dates import DateRole

BACK, LINES = 6, 12
_LISTED = re.compile(
    r"[ ,;&/\u2010-\u2015-]{1,4}(?:[^\W\d_]{1,5} {1,2})?(?:[^\W\d_]{1,3} )?"
    r"|[ ,]{0,2}\([^()\d\n]{1,30}\),? (?:[^\W\d_]{1,5} )?"
)


def neighbour_signs(
    number: int, cases: Sequence[Case], roles: Sequence[DateRole], by_day: dict[str, list[int]]
) -> Iterator[str]:
    """Yield the signs that the dates around one show, by the roles these seem to have."""
    case = cases[number]
    named = by_day.get(case.resolved.edtf or "", [])[: BACK + 1]
    others = [other for other in named if other != number]
    yield from _list_signs(number, cases, roles)
    if case.one.first is None:
        yield from _clock_signs(number, case, others, roles)
    elif case.is_day:
        yield from sorted({f"named again as {roles[other]}" for other in others})
    if case.place.opens_line:
        yield from _line_signs(number, cases, roles)


def numbers_by_day(cases: Sequence[Case]) -> dict[str, list[int]]:
    """Return the places of the dates that tell a day, by its EDTF value."""
    found: dict[str, list[int]] = {}
    for number, case in enumerate(cases):
        if case.is_day and case.resolved.edtf:
            found.setdefault(case.resolved.edtf, []).append(number)
    return found


def _list_signs(number: int, cases: Sequence[Case], roles: Sequence[DateRole]) -> Iterator[str]:
    if number and _goes_on(cases[number - 1], cases[number]):
        yield f"listed after {roles[number - 1]}"
    if number + 1 < len(cases) and _goes_on(cases[number], cases[number + 1]):
        yield f"listed before {roles[number + 1]}"


def _goes_on(before: Case, case: Case) -> bool:
    """Whether nothing but a comma, a dash or "and" parts two dates of one line."""
    text = case.around.text
    return before.one.end <= case.one.start and bool(_LISTED.fullmatch(text, before.one.end, case.one.start))


def _clock_signs(number: int, case: Case, others: Sequence[int], roles: Sequence[DateRole]) -> Iterator[str]:
    """Yield whose clock it is: that of its day, else that of the date before."""
    if case.one.clock and others:
        yield f"clock of {roles[others[0]]}"
    elif case.one.clock and number:
        yield f"clock after {roles[number - 1]}"


def _line_signs(number: int, cases: Sequence[Case], roles: Sequence[DateRole]) -> Iterator[str]:
    """Yield the role that most dates have which open a line a few lines above or below."""
    text, case = cases[number].around.text, cases[number]
    counted: Counter[DateRole] = Counter()
    for other in range(max(0, number - BACK), min(len(cases), number + BACK + 1)):
        if other == number or not cases[other].place.opens_line:
            continue
        between = sorted((case.place.own, cases[other].place.own))
        if text.count("\n", between[0][1], between[1][0]) <= LINES:
            counted[roles[other]] += 1
    if counted:
        yield f"among lines of {counted.most_common(1)[0][0]}"
