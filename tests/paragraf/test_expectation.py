"""What a source may be expected to publish, and when its silence is told."""

import datetime as dt
import random
from statistics import median

import pytest

from config.settings import HealthSettings
from paragraf.expectation import Expectation, expect
from paragraf.season import News, assumed_season

SETTINGS = HealthSettings()
SEASON = assumed_season(SETTINGS)
START = dt.date(2024, 1, 8)
MARCH = dt.date(2026, 3, 2)
DAY = dt.timedelta(1)


def weekly(until: dt.date, start: dt.date = START, days: int = 7, items: int = 10) -> News:
    """Return news every so many days, none in the quiet weeks."""
    every = (start + number * DAY for number in range(0, (until - start).days + 1, days))
    return {day: items for day in every if SEASON.share(day) == 1.0}


def _silent_after(news: News, until: dt.date) -> int:
    """Return after how many days a source that stops is told of."""
    return next(days for days in range(400) if expect(news, until + days * DAY, SEASON, SETTINGS).silent)


@pytest.mark.parametrize(
    ("every", "least", "most"),
    [
        (1, 7, 7),  # fewer than seven days are never told of
        (7, 10, 21),  # the second Monday without news, or the third
        (21, 30, 45),  # a council that meets every third week
        (60, 75, 250),
    ],
)
def test_regular_sources_are_missed_soon(every: int, least: int, most: int) -> None:
    """The rarer a source's news, the longer its silence may last."""
    news = weekly(MARCH, days=every)
    assert least <= _silent_after(news, max(news)) <= most


def test_july_is_quiet() -> None:
    """Five weeks without news in July are nothing; the same in March are a silence."""
    before_july = weekly(dt.date(2025, 6, 20))
    assert not expect(before_july, dt.date(2025, 7, 31), SEASON, SETTINGS).silent
    assert expect(weekly(MARCH), MARCH + 35 * DAY, SEASON, SETTINGS).silent


def test_christmas_is_quiet() -> None:
    """The two weeks around New Year do not alarm anyone about a weekly source."""
    news = weekly(dt.date(2025, 12, 18))
    assert not expect(news, dt.date(2026, 1, 3), SEASON, SETTINGS).silent


def test_doubt_fades_with_time() -> None:
    """A silence is told first as likely, later as certain; its chance only falls."""
    told = [expect(weekly(MARCH), MARCH + days * DAY, SEASON, SETTINGS) for days in range(60)]
    chances = [one.chance for one in told]
    assert chances == sorted(chances, reverse=True)
    first_silent = [one.silent for one in told].index(True)
    first_certain = [one.certain for one in told].index(True)
    assert first_silent < first_certain < 40


def test_a_young_source_has_a_weak_expectation() -> None:
    """Four weeks of history make a guess: told later than with two years, and never as certain."""
    young = weekly(MARCH, MARCH - 28 * DAY)
    old = weekly(MARCH)
    told = [expect(young, MARCH + days * DAY, SEASON, SETTINGS) for days in range(27)]
    assert all(one.weak for one in told)
    assert not any(one.certain for one in told)
    assert not expect(old, MARCH, SEASON, SETTINGS).weak
    assert _silent_after(old, MARCH) < _silent_after(young, MARCH)


@pytest.mark.parametrize("today", [MARCH, dt.date(2026, 7, 10)])
def test_without_news_nothing_is_expected(today: dt.date) -> None:
    """A page that never had news is not silent."""
    nothing = Expectation(0.0, 0.0, 0, None, None, 1.0, silent=False, certain=False, weak=True)
    assert nothing == expect({}, today, SEASON, SETTINGS)
    assert not expect({today: 4}, today, SEASON, SETTINGS).silent


def test_rates_follow_the_season() -> None:
    """Ten items a week are expected in March, hardly any in July; what came lately stands beside it."""
    news = weekly(MARCH)
    spring = expect(news, MARCH, SEASON, SETTINGS)
    summer = expect(news, dt.date(2026, 7, 10), SEASON, SETTINGS)
    assert spring.rate == pytest.approx(10, rel=0.05)
    assert summer.rate == pytest.approx(1.5, rel=0.05)
    assert (spring.got, summer.got) == (40, 0)
    assert spring.expected == pytest.approx(40, rel=0.1)
    assert spring.since == MARCH


def test_silence_lowers_no_habit() -> None:
    """A source that is dead for a year is still expected to bring what it brought."""
    news = weekly(dt.date(2025, 3, 3))
    assert expect(news, MARCH, SEASON, SETTINGS).rate == pytest.approx(10, rel=0.05)


def test_days_to_come_are_no_news() -> None:
    """A clock that jumped once left days in the future: they are passed over."""
    news = {**weekly(MARCH), MARCH + 900 * DAY: 5}
    assert expect(news, MARCH + 20 * DAY, SEASON, SETTINGS).since == MARCH


def _random_council(seed: int, rate: float, days: int = 840) -> News:
    """Return a source that publishes on working days by chance, and hardly in July and at Christmas."""
    chance = random.Random(seed)
    open_days = (START + number * DAY for number in range(days))
    return {
        day: chance.randint(1, 20)
        for day in open_days
        if day.weekday() < 5 and chance.random() < rate * SEASON.share(day)
    }


@pytest.mark.parametrize("rate", [0.7, 0.2, 0.06])
def test_false_alarms_are_rare_and_true_ones_come(rate: float) -> None:
    """Sources that publish by chance alarm less than once a year; one that stops is found in the end."""
    alarms, delays = 0, []
    years = 0.0
    for seed in range(5):
        news = _random_council(seed, rate)
        before = False
        for number in range(365, 840, 2):
            today = START + number * DAY
            known = {day: count for day, count in news.items() if day <= today}
            silent = expect(known, today, SEASON, SETTINGS).silent
            alarms += silent and not before
            before = silent
        years += 475 / 365
        delays.append(_silent_after(news, max(news)))
    assert alarms / years <= 1.0
    assert median(delays) <= 10 + 20 / rate


def _uneven(*pauses: int) -> News:
    days = [START]
    for pause in pauses:
        days.append(days[-1] + pause * DAY)
    return dict.fromkeys(days, 3)


@pytest.mark.parametrize(
    ("pauses", "told"),
    [
        ((2, 300, 3, 20, 1, 9), True),  # one long pause would excuse any other
        ((90, 120, 80, 100, 130, 70), False),  # rare news are a habit
    ],
)
def test_half_a_year_is_too_long_for_most(pauses: tuple[int, ...], told: bool) -> None:
    """Few and very unlike pauses prove little: there is an end to waiting, but for sources that are slow."""
    news = _uneven(*pauses)
    after = max(news) + 215 * DAY
    assert told == expect(news, after, SEASON, SETTINGS).silent
    assert not expect(news, max(news) + 100 * DAY, SEASON, SETTINGS).silent
