"""The year of Nordic councils."""

import datetime as dt

import pytest

from config.settings import HealthSettings
from paragraf.season import News, Season, assumed_season, learn_season

SETTINGS = HealthSettings()
START = dt.date(2024, 1, 1)
END = dt.date(2025, 12, 29)
JULY = dt.date(2025, 7, 14)
MARCH = dt.date(2025, 3, 10)
CHRISTMAS = dt.date(2025, 12, 25)


def _days(but_weeks: tuple[int, ...] = (), every: int = 1) -> News:
    days = (START + dt.timedelta(number) for number in range(0, (END - START).days, every))
    return {day: 3 for day in days if day.isocalendar().week not in but_weeks}


@pytest.mark.parametrize(("day", "share"), [(JULY, 0.15), (CHRISTMAS, 0.15), (MARCH, 1.0)])
def test_what_is_assumed_stands_in_the_settings(day: dt.date, share: float) -> None:
    """July and Christmas are quiet before any source has shown so."""
    assert assumed_season(SETTINGS).share(day) == share


def test_without_a_history_the_settings_hold() -> None:
    """No sources, or sources too young, teach nothing."""
    young = {END - dt.timedelta(number): 1 for number in range(30)}
    assert learn_season([], END, SETTINGS) == learn_season([young, {}], END, SETTINGS)
    assert learn_season([], END, SETTINGS).share(JULY) == pytest.approx(0.15)


def test_sources_that_work_in_july_teach_so() -> None:
    """Ten sources that publish all the year outweigh what is assumed."""
    season = learn_season([_days()] * 10, END, SETTINGS)
    assert season.share(JULY) == pytest.approx(0.57, abs=0.05)
    assert season.share(MARCH) == pytest.approx(1.0, abs=0.05)


def test_a_week_off_is_learnt_from_the_country() -> None:
    """A winter holiday in week 8 that the settings do not know is learnt; a week is never quite dead."""
    season = learn_season([_days(but_weeks=(8,))] * 40, END, SETTINGS)
    assert season.share(dt.date(2026, 2, 18)) < 0.3
    assert min(season.shares) >= 0.05


def test_each_source_counts_alike() -> None:
    """A source with thrice the news teaches no more about July than another."""
    mixed = learn_season([_days(), _days(but_weeks=(29,), every=3)], END, SETTINGS)
    same = learn_season([_days(every=3), _days(but_weeks=(29,))], END, SETTINGS)
    assert mixed.share(JULY) == pytest.approx(same.share(JULY), abs=0.06)


def test_pauses_are_measured_in_ordinary_days() -> None:
    """A fortnight in July counts as two days, one in March as fourteen; no days have no pauses."""
    season = assumed_season(SETTINGS)
    first, second = season.between((JULY, JULY + dt.timedelta(14), JULY + dt.timedelta(15)))
    assert first == pytest.approx(14 * 0.15)
    assert second == pytest.approx(0.15)
    assert season.between((MARCH, MARCH + dt.timedelta(14))) == [14.0]
    assert season.between(()) == season.between((MARCH,)) == []


def test_every_day_of_a_long_year_has_a_share() -> None:
    """Years with 53 weeks are no trouble."""
    season = Season(tuple(float(week) for week in range(1, 54)))
    assert season.share(dt.date(2026, 12, 31)) == 53.0
