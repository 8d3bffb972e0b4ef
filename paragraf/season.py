"""Knows the year of Nordic councils: what each ISO week brings of what an ordinary week brings."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

from config.settings import HealthSettings

News = Mapping[dt.date, int]
"""How many items a source published on which day; days without any are absent."""

WEEKS = 53
_TRUSTED_DAYS = 140
"""So many days that were watched in an ISO week count as much as what is assumed of it beforehand."""
_LEAST_DAYS = 182
_LEAST_NEWS = 10
_LEAST_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Season:
    """The share of an ordinary day that a day of each ISO week is, week 1 first."""

    shares: tuple[float, ...]

    def share(self, day: dt.date) -> float:
        """Return what a day brings of what an ordinary day brings."""
        return self.shares[day.isocalendar().week - 1]

    def between(self, days: tuple[dt.date, ...]) -> list[float]:
        """Return the ordinary days that lie between each of the days and the next; they are in order."""
        if not days:
            return []
        first, last = days[0], days[-1]
        all_days = (first + dt.timedelta(number) for number in range(1, (last - first).days + 1))
        passed = [0.0, *accumulate(self.share(day) for day in all_days)]
        at = [passed[(day - first).days] for day in days]
        return [after - before for before, after in pairwise(at)]


def assumed_season(settings: HealthSettings) -> Season:
    """Return the year as the settings tell it."""
    quiet = {week for first, last in settings.quiet_weeks for week in range(first, last + 1)}
    shares = (settings.quiet_share if week in quiet else 1.0 for week in range(1, WEEKS + 1))
    return Season(tuple(shares))


def learn_season(histories: Iterable[News], until: dt.date, settings: HealthSettings) -> Season:
    """Return the year as a country's sources have shown it, leaning on the settings where they show little.

    Each source counts alike, however much it publishes: days with news are compared with its own
    share of such days. Sources watched for less than half a year tell nothing of a year.
    """
    seen, watched = [0.0] * WEEKS, [0] * WEEKS
    for news in histories:
        first = min(news, default=until)
        length = (until - first).days
        if length < _LEAST_DAYS or len(news) < _LEAST_NEWS:
            continue
        habit = len(news) / length
        for number in range(length):
            day = first + dt.timedelta(number)
            week = day.isocalendar().week - 1
            watched[week] += 1
            seen[week] += (day in news) / habit
    assumed = assumed_season(settings).shares
    return Season(tuple(_blend(*week) for week in zip(seen, watched, assumed, strict=True)))


def _blend(seen: float, watched: int, assumed: float) -> float:
    return max(_LEAST_SHARE, (seen + _TRUSTED_DAYS * assumed) / (watched + _TRUSTED_DAYS))
