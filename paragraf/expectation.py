"""What a source may be expected to publish, told by its own habit, and whether it fell silent.

Pauses between days with news are measured in ordinary days, so that July and Christmas count little.
Their logarithms are taken as normal: regular sources are missed soon, irregular ones late. Whoever
asks is told: "of this source's pauses, one in so many lasts so long".
"""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from config.settings import HealthSettings
from paragraf.season import News, Season

LOOKBACK_DAYS = 28
"""What came lately is told for so many days."""

_USUAL_PAUSE = 10.0
_USUAL_SPREAD = 0.7
_PRIOR_PAUSES = 3
_LEAST_SPREAD = 0.3
_LEAST_PAUSE = 1.0
_FEW_PAUSES = 5
_UNUSUAL = 4
"""A pause so many times the usual one is not usual."""
_SURER = 10
"""A weak expectation, and an error instead of a warning, ask for so many times less chance."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one source may be expected to publish.

    `rate` is items a week in the present season, `expected` those of the last LOOKBACK_DAYS and `got`
    what came then. `since` is the last day with news, `chance` the share of the source's pauses that
    last as long as the present one, `usual` its typical pause in ordinary days. `weak` tells that the
    history is too short to be sure; `certain` that a silence leaves hardly any doubt.
    """

    rate: float
    expected: float
    got: int
    since: dt.date | None
    usual: float | None
    chance: float
    silent: bool
    certain: bool
    weak: bool


def expect(news: News, today: dt.date, season: Season, settings: HealthSettings) -> Expectation:
    """Return what a source with these items a day may be expected to publish.

    Pure: the same days give the same answer. Without any news nothing is expected.
    """
    days = tuple(sorted(day for day in news if day <= today))
    if not days:
        return Expectation(0.0, 0.0, 0, None, None, 1.0, silent=False, certain=False, weak=True)
    *pauses, present = season.between((*days, today))
    centre, spread = _habit(pauses)
    chance = _share_as_long(present, centre, spread)
    weak = (today - days[0]).days < 7 * settings.young_weeks or len(pauses) < _FEW_PAUSES
    doubt = settings.doubt / _SURER if weak else settings.doubt
    usual = math.exp(centre)
    # A source with few and very unlike pauses would be waited for too long.
    overdue = present >= settings.most_days >= _UNUSUAL * usual
    silent = (today - days[-1]).days >= settings.least_days and (chance < doubt or overdue)
    daily = _items_a_day(news, days, today, season)
    recent = [today - dt.timedelta(number) for number in range(LOOKBACK_DAYS)]
    return Expectation(
        rate=7 * daily * season.share(today),
        expected=daily * sum(season.share(day) for day in recent),
        got=sum(news.get(day, 0) for day in recent),
        since=days[-1],
        usual=usual,
        chance=chance,
        silent=silent,
        certain=silent and not weak and chance < settings.doubt / _SURER,
        weak=weak,
    )


def _habit(pauses: Sequence[float]) -> tuple[float, float]:
    """Return centre and spread of the pauses' logarithms, leaning on what is usual when there are few."""
    logs = [math.log(max(pause, _LEAST_PAUSE)) for pause in pauses]
    centre = fmean([*logs, *[math.log(_USUAL_PAUSE)] * (1 if len(logs) < _FEW_PAUSES else 0)])
    squares = sum((value - centre) ** 2 for value in logs) + _PRIOR_PAUSES * _USUAL_SPREAD**2
    return centre, max(_LEAST_SPREAD, math.sqrt(squares / (len(logs) + _PRIOR_PAUSES)))


def _share_as_long(pause: float, centre: float, spread: float) -> float:
    distance = (math.log(max(pause, _LEAST_PAUSE)) - centre) / spread
    return 0.5 * math.erfc(distance / math.sqrt(2))


def _items_a_day(news: News, days: Sequence[dt.date], today: dt.date, season: Season) -> float:
    """Return the items of an ordinary day, over the time up to the last news: silence lowers no habit."""
    (watched,) = season.between((days[0], max(days[-1], min(today, days[0] + dt.timedelta(7)))))
    return sum(news[day] for day in days) / max(watched, 7.0)
