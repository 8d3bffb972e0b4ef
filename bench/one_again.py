"""Extracts a home's kept pages anew and prints what it took: run by `bench.again`."""

import resource
import sys
import time

from bench.one_night import BEGIN, Task, cpu_of, peak_of
from config.settings import ExtractSettings, Settings
from paragraf.again import extract_again
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from records.base import Record
from store.database import open_store


class Reading(Record):
    """What it took: pages, seconds on the wall and of the processor, megabytes of program and worker."""

    pages: int
    seconds: float
    cpu: float
    peak: float
    worker: float


def extract(task: Task) -> Reading:
    """Extract the kept pages of a task's sources."""
    settings = Settings(extract=ExtractSettings(workers=task.workers))
    start = time.perf_counter()
    with open_store(settings.database_url, settings.pages_folder) as store:
        tallies = extract_again(Workshop(settings, store, (), lambda: BEGIN), task.sources, Quiet())
    return Reading(
        pages=sum(tally.counts.get("fetched", 0) for tally in tallies),
        seconds=time.perf_counter() - start,
        cpu=cpu_of(resource.RUSAGE_SELF) + cpu_of(resource.RUSAGE_CHILDREN),
        peak=peak_of(resource.RUSAGE_SELF),
        worker=peak_of(resource.RUSAGE_CHILDREN),
    )


if __name__ == "__main__":
    sys.stdout.write(extract(Task.model_validate_json(sys.stdin.read())).model_dump_json())
