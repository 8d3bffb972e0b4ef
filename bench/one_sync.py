"""Syncs the made-up bulk council once into the home, and prints how fast: run by `bench.syncing`."""

import datetime as dt
import resource
import sys
import time

from config.settings import FetchSettings, Settings
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from samples.load import TODAY
from samples.server import SampleServer
from store.database import open_store

COUNT = int(sys.argv[1])
SETTINGS = Settings(
    fetch=FetchSettings(delay=0, allow_private=True, details_per_night=COUNT, first_months=120)
)
NOW = dt.datetime.combine(TODAY, dt.time(2, 30), dt.UTC)

with (
    SampleServer(councils=[], bulk=COUNT) as server,
    open_store(SETTINGS.database_url, SETTINGS.pages_folder) as store,
):
    workshop = Workshop(SETTINGS, store, (), lambda: NOW)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    (summary,) = run_sync(workshop, server.sources, Quiet())
    seconds = time.perf_counter() - start

peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
sys.stdout.write(
    f"{summary.entries / seconds:.0f}\t{summary.entries} entries, {summary.fetched} fetched,"
    f" {summary.new} new, {summary.relevant} relevant, {len(server.requests)} requests, {seconds:.1f} s;"
    f" memory {before / 1024:.0f} MB before, {peak / 1024:.0f} MB at its peak (server included)\n"
)
