"""Knows the signs by which the role of a date is told, each by a name that serves as the reason given.

A sign is a kind of word by how near it stands ("deadline_before beside"), a thing the date itself or its
place tells ("section after"), or both with the kind of document ("session before, training").
"""

from collections.abc import Iterator

from extract.date_case import FORMS, KINDS, Case
from extract.date_nearness import BEFORE, BELOW, BESIDE, CLOSE_BY, EVERYWHERE, LIST, Nearness, near_words
from extract.date_points import POINTS
from extract.date_traits import PAIRS, TESTS, TESTS_BY_KIND

_ONLY_OF_KIND = frozenset({"session", "arranged"})
_OF_KIND = {
    "session": EVERYWHERE,
    "arranged": CLOSE_BY,
    "when": (BESIDE, BEFORE, LIST),
    "meeting": (*CLOSE_BY, BELOW, LIST),
    "deciding_body": (*CLOSE_BY, BELOW, LIST),
}
_COARSE_TOO = frozenset({"session", "budget", "meeting", "term", "law_rule"})
_COUNTED = {
    form: tuple((name, test) for name, forms, test in TESTS if form in forms and name in POINTS)
    for form in FORMS
}
_COUNTED_BY_KIND = {
    (form, kind): tuple(
        (sign, test)
        for name, forms, test in TESTS_BY_KIND
        if form in forms and (sign := f"{name}, {kind}") in POINTS
    )
    for form in FORMS
    for kind in KINDS
}
"""Only what gives points is looked at, and only where it can be."""


def signs_of(case: Case) -> list[str]:
    """Return the names of the signs that a date shows, without those of its neighbours."""
    form, near = case.form, near_words(case)
    signs = list(_words(case, near))
    signs += [name for name, test in _COUNTED[form] if test(case)]
    signs += _row(case)
    signs += [name for name, test in _COUNTED_BY_KIND[form, case.kind] if test(case)]
    signs += _combined(case, near)
    signs.append(f"{case.kind} {'page' if case.context.is_page else 'item'}")
    return signs


def _words(case: Case, near: dict[str, Nearness]) -> Iterator[str]:
    coarse = case.is_coarse or case.one.shape in ("year", "years")
    for key, nearness in near.items():
        if nearness in _OF_KIND.get(key, ()):
            yield f"{key} {nearness}, {case.kind}"
        if key not in _ONLY_OF_KIND:
            yield f"{key} {nearness}"
        if coarse and key in _COARSE_TOO:
            yield f"{key} {nearness}, a year"


def _row(case: Case) -> Iterator[str]:
    """Yield what the row that a date opens names; an event outranks the meeting it goes with."""
    if not case.place.opens_line:
        return
    named = {key for _, _, key in case.around.cues.within(case.row)}
    if "session" in named:
        yield f"row of an event, {case.kind}"
    elif "meeting" in named:
        yield "row of a meeting"
    elif "deciding_body" in named:
        yield f"row of a body, {case.kind}"
    elif case.is_day:
        yield f"row of neither, {case.kind}"


def _combined(case: Case, near: dict[str, Nearness]) -> Iterator[str]:
    """Yield the signs that two kinds of words make together, or a kind of words and the date itself."""
    for name, test, one, where, other, there in PAIRS:
        if near.get(one) in where and (other is None or near.get(other) in there) and test(case):
            yield name
