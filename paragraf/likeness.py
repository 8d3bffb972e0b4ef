"""When two documents of one council tell of the same training."""

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from math import ceil

from records.decision import is_same_case
from store.trainings import Training, TrainingSession

_WORD = re.compile(r"[^\W\d_]{4,}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORTEST_STEM = 5
_STEM_SHARE = 0.6
_ALIKE = 0.6
_LONGEST_EVENT = dt.timedelta(days=7)
"""What lasts longer is a month or a season, which many events of a council share."""

Days = tuple[dt.date, dt.date]


def is_same_training(one: Training, other: Training) -> bool:
    """Tell whether two programmes are of the same matter, share an event, or are called alike."""
    if is_same_case(one.case_number, other.case_number):
        return True
    return shares_event(one, other) or is_called_alike(one.title, other.title)


def is_called_alike(one: str | None, other: str | None) -> bool:
    """Tell whether two titles share more than half of the shorter one's words, whatever their forms.

    Words of one stem are the same word: "koulutus" and "koulutussuunnitelma", "folkevalgte" and
    "folkevalgtopplæring".
    """
    words, others = _words(one), _words(other)
    if not words or not others:
        return False
    fewer, more = sorted((words, others), key=len)
    met = sum(any(_is_of_one_stem(word, each) for each in more) for word in fewer)
    return met / len(fewer) >= _ALIKE


def shares_event(one: Training, other: Training) -> bool:
    """Tell whether two programmes hold an event that begins on the same day."""
    return bool(_event_days(one.sessions) & _event_days(other.sessions))


def days_of(training: Training) -> Days | None:
    """Return the first and last day that a programme is about: of its sessions, or the years in its title."""
    starts = [session.start for session in training.sessions if session.start]
    ends = [session.end or session.start for session in training.sessions if session.start]
    if starts:
        return min(starts), max(filter(None, ends))
    years = years_in(training.title)
    return (dt.date(min(years), 1, 1), dt.date(max(years), 12, 31)) if years else None


def years_in(title: str | None) -> list[int]:
    """Return the years that a title names."""
    return [int(year) for year in _YEAR.findall(title or "")]


@lru_cache(maxsize=4096)
def _words(title: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WORD.findall((title or "").casefold())))


def _is_of_one_stem(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    stem = max(_SHORTEST_STEM, ceil(_STEM_SHARE * shorter))
    return one == other or (stem <= shorter and one[:stem] == other[:stem])


def _event_days(sessions: Iterable[TrainingSession]) -> set[dt.date]:
    return {
        session.start
        for session in sessions
        if session.start and (session.end or session.start) - session.start <= _LONGEST_EVENT
    }
