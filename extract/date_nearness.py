"""Knows how near the words that tell roles stand to a date: beside it, in its clause, in a heading."""

from extract.date_case import NEAR, Case
from records.base import Span

Nearness = str
BESIDE, BEFORE, AFTER, CLAUSE, BELOW, LIST, ABOVE, HEADING = (
    "beside", "before", "after", "in the clause of", "below", "opening the list of", "above", "heading",
)  # fmt: skip
CLOSE_BY = (BESIDE, BEFORE, AFTER)
IN_SENTENCE = (*CLOSE_BY, CLAUSE)
EVERYWHERE = (BESIDE, BEFORE, AFTER, CLAUSE, BELOW, LIST, ABOVE, HEADING)
ADJACENT, SOON = 14, 30
_OUTSIDE = {
    BELOW: frozenset({"session", "meeting", "stamp", "deadline_before", "deciding_body"}),
    LIST: frozenset(
        {"session", "meeting", "calendar", "stamp", "deadline_before", "decided", "deciding_body", "term",
         "when", "meeting_clock", "budget"}
    ),
    ABOVE: frozenset({"session"}),
    HEADING: frozenset({"session", "meeting", "calendar"}),
}  # fmt: skip
_IN_CLAUSE = frozenset(
    {"session", "meeting", "term", "law", "law_rule", "decided", "deciding_body", "budget", "takes_office",
     "deadline", "deadline_before"}
)  # fmt: skip


def near_words(case: Case) -> dict[str, Nearness]:
    """Return for each list of [dates.roles] that has a word near a date how near its nearest one stands.

    Words of its own sentence come first, nearest those with no other date between. Words below,
    above, in the line that opens its list or in the heading count for the lists that may stand there.
    """
    found: dict[str, Nearness] = {}
    place = case.place
    end = max(place.after[1], place.rest[1])
    for start, stop, key in case.around.cues.within((place.before[0], end)):
        nearness = _in_sentence(case, start, stop)
        counts = nearness is not None and (nearness != CLAUSE or key in _IN_CLAUSE)
        if nearness and counts and _RANK[nearness] < _RANK[found.get(key, HEADING)]:
            found[key] = nearness
    for nearness, window in _windows(case):
        for _, _, key in case.around.cues.within(window) if window[0] < window[1] else ():
            if key in _OUTSIDE[nearness]:
                found.setdefault(key, nearness)
    return found


_RANK = {nearness: rank for rank, nearness in enumerate(EVERYWHERE)}


def _in_sentence(case: Case, start: int, stop: int) -> Nearness | None:
    begins, ends = case.place.own
    if stop <= begins:
        gap = begins - stop
        free = start >= case.room[0]
        return BESIDE if free and gap <= ADJACENT else BEFORE if free and gap <= NEAR else CLAUSE
    if start >= ends:
        return AFTER if stop <= case.room[1] and start - ends <= SOON else CLAUSE
    return None


def _windows(case: Case) -> tuple[tuple[Nearness, Span], ...]:
    place = case.place
    below = place.below if place.alone else (0, 0)
    return (BELOW, below), (LIST, place.intro), (ABOVE, place.above), (HEADING, place.heading)
