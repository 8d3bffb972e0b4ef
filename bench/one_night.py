"""Syncs sources once into the home and prints what it took: run by `bench.night`, in a process of its own."""

import datetime as dt
import resource
import sys
import time

from config.settings import ExtractSettings, FetchSettings, Settings
from paragraf.health import check_sources
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from records.base import Record
from records.council import Source
from records.run import SourceSummary
from samples.load import TODAY
from store.database import open_store

BEGIN = dt.datetime.combine(TODAY, dt.time(2, 30), dt.UTC)
_HOSTS = 1000


class Task(Record):
    """The sources to sync, the seconds between two requests to a host, and how many nights ago we began."""

    sources: tuple[Source, ...]
    delay: float = 0.0
    workers: int = 1
    night: int = 0


class Night(Record):
    """What a sync took: seconds on the wall and of the processor (workers included), and megabytes.

    `before` are the megabytes when it began. `judging` are the seconds that the sources' health takes,
    asked once more when all is done.
    """

    seconds: float
    cpu: float
    before: float
    peak: float
    worker: float
    judging: float
    sources: tuple[SourceSummary, ...]

    def total(self, count: str) -> int:
        """Return a count of all sources together."""
        return sum(getattr(one, count) for one in self.sources)


def sync(task: Task) -> Night:
    """Sync the sources of a task and return what it took."""
    settings = Settings(
        fetch=FetchSettings(
            delay=task.delay,
            allow_private=True,
            details_per_night=1_000_000,
            hosts_at_once=_HOSTS,
            first_months=120,
        ),
        extract=ExtractSettings(workers=task.workers),
    )
    start = time.perf_counter()

    def now() -> dt.datetime:
        return BEGIN + dt.timedelta(days=task.night, seconds=time.perf_counter() - start)

    with open_store(settings.database_url, settings.pages_folder) as store:
        before = peak_of(resource.RUSAGE_SELF)
        summaries = run_sync(Workshop(settings, store, (), now), task.sources, Quiet())
        seconds = time.perf_counter() - start
        check_sources(store, task.sources, settings, now())
        judging = time.perf_counter() - start - seconds
    return Night(
        seconds=seconds,
        cpu=cpu_of(resource.RUSAGE_SELF) + cpu_of(resource.RUSAGE_CHILDREN),
        before=before,
        peak=peak_of(resource.RUSAGE_SELF),
        worker=peak_of(resource.RUSAGE_CHILDREN),
        judging=judging,
        sources=tuple(summaries),
    )


def cpu_of(who: int) -> float:
    """Return the seconds of the processor that this process, or those it has ended, have taken."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def peak_of(who: int) -> float:
    """Return the most resident megabytes of this process, or of the largest of those that it has ended."""
    return resource.getrusage(who).ru_maxrss / 1024


if __name__ == "__main__":
    sys.stdout.write(sync(Task.model_validate_json(sys.stdin.read())).model_dump_json())
