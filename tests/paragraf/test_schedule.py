"""When the nightly sync runs."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from config.settings import NightSettings
from paragraf.schedule import build_scheduler, night_missed, nightly_trigger

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
    ("last_end", "now", "missed"),
    [
        (None, dt.datetime(2026, 1, 10, 12, tzinfo=ZONE), False),  # a fresh installation waits for its night
        (dt.datetime(2026, 1, 10, 3, 40, tzinfo=ZONE), dt.datetime(2026, 1, 10, 12, tzinfo=ZONE), False),
        (dt.datetime(2026, 1, 9, 3, 40, tzinfo=ZONE), dt.datetime(2026, 1, 10, 12, tzinfo=ZONE), True),
        (dt.datetime(2026, 1, 2, 3, 40, tzinfo=ZONE), dt.datetime(2026, 1, 10, 12, tzinfo=ZONE), True),
        (dt.datetime(2026, 1, 9, 1, 0, tzinfo=dt.UTC), dt.datetime(2026, 1, 9, 1, 20, tzinfo=dt.UTC), False),
    ],
)
def test_a_missed_night_is_noticed(last_end: dt.datetime | None, now: dt.datetime, missed: bool) -> None:
    """A night is missed when its time passed after the last run ended."""
    assert missed == night_missed(NIGHT, last_end, now)


def test_the_job_never_overlaps_and_is_never_dropped() -> None:
    """The job runs late rather than not at all, once for all nights missed, and one at a time."""
    scheduler = build_scheduler(NIGHT, lambda: None)
    (job,) = scheduler.get_jobs()

    assert job.misfire_grace_time is None
    assert job.coalesce is True
    assert job.max_instances == 1


def test_a_missed_night_runs_at_once() -> None:
    """With `at_once` the first run does not wait for the night."""
    ran: list[int] = []

    def run() -> None:
        ran.append(1)
        scheduler.shutdown(wait=False)

    scheduler = build_scheduler(NIGHT, run, at_once=True)

    scheduler.start()

    assert ran == [1]
