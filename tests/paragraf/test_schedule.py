"""When the nightly sync runs."""

import datetime as dt
from threading import Event
from zoneinfo import ZoneInfo

import pytest

from config.settings import NightSettings
from paragraf.schedule import build_scheduler, keep_time, latest_due, next_due, nightly_trigger

ZONE = ZoneInfo("Europe/Helsinki")
NIGHT = NightSettings(time=dt.time(3, 30), time_zone="Europe/Helsinki")


@pytest.mark.parametrize(
    ("start", "times"),
    [
        # an ordinary night
        (dt.datetime(2026, 1, 10, 12, tzinfo=ZONE), ["2026-01-11T01:30+00:00", "2026-01-12T01:30+00:00"]),
        # clocks go back at four: half past three comes twice, the sync once
        (dt.datetime(2026, 10, 24, 12, tzinfo=ZONE), ["2026-10-25T00:30+00:00", "2026-10-26T01:30+00:00"]),
        # clocks go forward at three: half past three does not come, the sync does
        (dt.datetime(2026, 3, 28, 12, tzinfo=ZONE), ["2026-03-29T01:30+00:00", "2026-03-30T00:30+00:00"]),
    ],
)
def test_one_run_a_night(start: dt.datetime, times: list[str]) -> None:
    """The sync runs once a night at the configured local time, also when clocks change."""
    trigger = nightly_trigger(NIGHT)
    fired: list[str] = []
    previous, now = None, start
    for _ in times:
        previous = trigger.get_next_fire_time(previous, now)
        assert previous is not None
        now = previous.astimezone(dt.UTC) + dt.timedelta(seconds=1)
        fired.append(previous.astimezone(dt.UTC).isoformat(timespec="minutes"))

    assert times == fired


@pytest.mark.parametrize(
    ("caught_up", "fires"),
    [
        # a night of yesterday, caught up an hour before tonight's
        (dt.datetime(2026, 11, 20, 2, 30, tzinfo=ZONE), "2026-11-20T01:30+00:00"),
        (dt.datetime(2026, 11, 20, 4, 30, tzinfo=ZONE), "2026-11-21T01:30+00:00"),
        # tonight's, caught up within the first of two hours of one name
        (dt.datetime(2026, 10, 25, 3, 45, tzinfo=ZONE), "2026-10-26T01:30+00:00"),
    ],
)
def test_a_night_that_is_caught_up_takes_no_other_ones_place(caught_up: dt.datetime, fires: str) -> None:
    """Whatever ran by day, the coming night has a run of its own."""
    following = nightly_trigger(NIGHT).get_next_fire_time(caught_up, caught_up)

    assert following is not None
    assert following.astimezone(dt.UTC).isoformat(timespec="minutes") == fires


DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
GAP = dt.date(2026, 3, 29)  # at three, clocks go forward to four
DOUBLE = dt.date(2026, 10, 25)  # at four, clocks go back to three


@pytest.mark.parametrize(
    ("time", "day", "due"),
    [
        (dt.time(3, 30), GAP, "2026-03-29T01:30+00:00"),  # half past three does not come: half past four
        (dt.time(2, 30), GAP, "2026-03-29T00:30+00:00"),  # before the gap, as ever
        (dt.time(3, 30), DOUBLE, "2026-10-25T00:30+00:00"),  # the first half past three
        (dt.time(4, 30), DOUBLE, "2026-10-25T02:30+00:00"),  # after the double hour, as ever
        (dt.time(3, 30), GAP + DAY, "2026-03-30T00:30+00:00"),  # the nights after
        (dt.time(3, 30), DOUBLE + DAY, "2026-10-26T01:30+00:00"),
    ],
)
def test_each_night_is_due_at_one_moment(time: dt.time, day: dt.date, due: str) -> None:
    """Whatever clocks do, a night is due once, when the trigger fires; until the next one it stays that."""
    night = NightSettings(time=time, time_zone="Europe/Helsinki")
    moment = dt.datetime.fromisoformat(due)
    before = dt.datetime.combine(day - DAY, dt.time(12), ZONE)

    fired = nightly_trigger(night).get_next_fire_time(None, before)
    assert fired is not None
    assert fired.astimezone(dt.UTC) == moment
    assert next_due(night, before) == moment
    assert latest_due(night, moment) == moment
    assert latest_due(night, moment - dt.timedelta(seconds=1)) < moment
    hours = [moment + dt.timedelta(minutes=minutes) for minutes in range(0, 23 * 60, 10)]
    assert {latest_due(night, hour) for hour in hours} == {moment}
    assert next_due(night, moment).astimezone(ZONE).date() == day + DAY


def test_the_job_never_overlaps_and_is_never_dropped() -> None:
    """The job runs late rather than not at all, once for all nights missed, and one at a time."""
    scheduler = build_scheduler(NIGHT, lambda: None)
    (job,) = scheduler.get_jobs()

    assert job.misfire_grace_time is None
    assert job.coalesce is True
    assert job.max_instances == 1


def test_a_missed_night_runs_at_once() -> None:
    """With `at_once` the first run does not wait for the night, and is waited for at the end."""
    begun = Event()
    ended: list[int] = []

    def run() -> None:
        begun.set()
        ended.append(1)

    scheduler = build_scheduler(NIGHT, run, at_once=True)
    scheduler.start()
    assert begun.wait(30)
    scheduler.shutdown(wait=True)

    assert ended == [1]


def test_a_clock_set_back_does_not_lose_nights() -> None:
    """A next night that lies days ahead was reckoned by a wrong clock: it is reckoned anew."""
    scheduler = build_scheduler(NIGHT, lambda: None)
    scheduler.start(paused=True)
    try:
        now = dt.datetime.now(dt.UTC)
        scheduler.modify_job("nightly", next_run_time=now + 400 * DAY)
        keep_time(scheduler, NIGHT, now)
        renewed = scheduler.get_job("nightly").next_run_time
        keep_time(scheduler, NIGHT, now)

        assert now < renewed.astimezone(dt.UTC) <= now + 26 * HOUR
        assert renewed == scheduler.get_job("nightly").next_run_time
    finally:
        scheduler.shutdown()
