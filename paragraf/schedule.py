"""Knows APScheduler: when the nightly sync runs, and which night was due last."""

import datetime as dt
from collections.abc import Callable

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

from config.settings import NightSettings

Job = Callable[[], None]
_JOB = "nightly"
_DAY = dt.timedelta(days=1)
_LONGEST_DAY = dt.timedelta(hours=26)


class NightTrigger(CronTrigger):
    """Fires once a local day: in the night when clocks go back, an hour comes twice."""

    def get_next_fire_time(
        self, previous_fire_time: dt.datetime | None, now: dt.datetime
    ) -> dt.datetime | None:
        """Return the next time that is not the second of a double hour."""
        following: dt.datetime | None = super().get_next_fire_time(previous_fire_time, now)
        if following and following.fold:
            return self.get_next_fire_time(following, following.astimezone(dt.UTC) + dt.timedelta(hours=1))
        return following


def nightly_trigger(night: NightSettings) -> NightTrigger:
    """Return the trigger of the configured local time; where clocks skip it, it fires an hour later."""
    return NightTrigger(
        hour=night.time.hour, minute=night.time.minute, second=night.time.second, timezone=night.zone
    )


def build_scheduler(night: NightSettings, job: Job, *, at_once: bool = False) -> BackgroundScheduler:
    """Return a scheduler that runs `job` every night, and right away too when `at_once`.

    Jobs live in memory: what was done is told by the store. A night that began late still runs
    (APScheduler drops one after a second unless told otherwise), missed nights are caught up once,
    and never do two runs overlap.
    """
    scheduler = BackgroundScheduler(timezone=night.zone)
    first = {"next_run_time": dt.datetime.now(night.zone)} if at_once else {}
    scheduler.add_job(
        job,
        nightly_trigger(night),
        id=_JOB,
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
        **first,
    )
    return scheduler


def keep_time(scheduler: BackgroundScheduler, night: NightSettings, now: dt.datetime) -> None:
    """Let the scheduler look at the clock again: machines sleep, and clocks are set.

    A scheduler waits by a clock that stands still while a machine sleeps. Where the clock was set back
    by days, the next night is reckoned anew, or it would come only after those days. `now` is in UTC.
    """
    job = scheduler.get_job(_JOB)
    if job is not None and job.next_run_time.astimezone(dt.UTC) - now > _LONGEST_DAY:
        job.reschedule(trigger=nightly_trigger(night))
    scheduler.wakeup()


def next_due(night: NightSettings, now: dt.datetime) -> dt.datetime:
    """Return when the next night after `now` (aware) begins, in UTC."""
    day = now.astimezone(night.zone).date()
    due = _due_on(night, day)
    return due if due > now.astimezone(dt.UTC) else _due_on(night, day + _DAY)


def latest_due(night: NightSettings, now: dt.datetime) -> dt.datetime:
    """Return the last moment not after `now` (aware) when a night was due, in UTC.

    Each local day has one: where clocks skip the time it is an hour later, where an hour comes twice
    it is the first one. `nightly_trigger` fires at the same moments.
    """
    day = now.astimezone(night.zone).date()
    due = _due_on(night, day)
    return due if due <= now.astimezone(dt.UTC) else _due_on(night, day - _DAY)


def _due_on(night: NightSettings, day: dt.date) -> dt.datetime:
    # in UTC, since times of one zone are compared by what clocks show, and in autumn they show it twice
    local = dt.datetime.combine(day, night.time.replace(tzinfo=None, fold=0), night.zone)
    return local.astimezone(dt.UTC)
