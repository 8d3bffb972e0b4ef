"""Knows APScheduler: when the nightly sync runs."""

import datetime as dt
from collections.abc import Callable

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger

from config.settings import NightSettings

Job = Callable[[], None]


class NightTrigger(CronTrigger):
    """Fires once a local day: in the night when clocks go back, an hour comes twice."""

    def get_next_fire_time(
        self, previous_fire_time: dt.datetime | None, now: dt.datetime
    ) -> dt.datetime | None:
        """Return the next time, skipping a second one on the day of `previous_fire_time`."""
        following: dt.datetime | None = super().get_next_fire_time(previous_fire_time, now)
        if following and previous_fire_time and following.date() == previous_fire_time.date():
            return self.get_next_fire_time(following, following.astimezone(dt.UTC) + dt.timedelta(hours=1))
        return following


def nightly_trigger(night: NightSettings) -> NightTrigger:
    """Return the trigger of the configured local time; where clocks skip it, it fires an hour later."""
    return NightTrigger(
        hour=night.time.hour, minute=night.time.minute, second=night.time.second, timezone=night.zone
    )


def build_scheduler(night: NightSettings, job: Job, *, at_once: bool = False) -> BlockingScheduler:
    """Return a scheduler that runs `job` every night, and right away too when `at_once`.

    Jobs live in memory: what was done is told by the store. A night that began late still runs
    (APScheduler drops one after a second unless told otherwise), missed nights are caught up once,
    and never do two runs overlap.
    """
    scheduler = BlockingScheduler(timezone=night.zone)
    first = {"next_run_time": dt.datetime.now(night.zone)} if at_once else {}
    scheduler.add_job(
        job,
        nightly_trigger(night),
        id="nightly",
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
        **first,
    )
    return scheduler


def night_missed(night: NightSettings, last_end: dt.datetime | None, now: dt.datetime) -> bool:
    """Tell whether the latest scheduled time passed without a run that ended after it.

    `last_end` and `now` are aware. An installation that never ran has missed no night.
    """
    if last_end is None:
        return False
    trigger = nightly_trigger(night)
    due = trigger.get_next_fire_time(None, last_end.astimezone(night.zone))
    return due is not None and due <= now
