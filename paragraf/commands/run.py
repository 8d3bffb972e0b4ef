"""`paragraf run`: stays, and syncs every night."""

import datetime as dt

from config.settings import Settings, load_settings
from paragraf.commands.sync import log_settings, sync_once
from paragraf.console import out, say_error
from paragraf.figures import Figures, read_figures
from paragraf.log import logging_to
from paragraf.metrics import LOOPBACK, serving_metrics
from paragraf.missed import missed_night, night_done
from paragraf.schedule import build_scheduler, keep_time
from paragraf.stopping import Stopping, stop_on_signals
from paragraf.workshop import enabled_sources, open_workshop, utc_now
from records.errors import Busy, ParagrafError, StoreError

LOOK = 60.0
"""Seconds between two looks at the clock, and at whether another sync has ended."""

PAUSES = (600.0, 1800.0, 3600.0)
"""Seconds to wait before a night is tried again that the store refused."""


def run_nightly(metrics_port: int | None = None, log_file: str | None = None) -> int:
    """Stay, and sync every night until SIGTERM or Ctrl-C, which let the item at work come to its end.

    A night that was missed while the program was off, or cut off, is caught up at once. Figures for
    Prometheus are served on loopback at `metrics_port`. Returns 0 for a clean stop. Raises ConfigError and
    StoreError when it cannot begin.
    """
    settings = load_settings()
    with (
        logging_to(log_settings(settings, log_file)),
        serving_metrics(metrics_port, figures_now) as port,
        stop_on_signals() as stopping,
    ):
        missed = find_missed() is not None
        _greet(settings, missed=missed, port=port)
        scheduler = build_scheduler(settings.night, lambda: run_night(stopping), at_once=missed)
        scheduler.start()
        while not stopping.wait(LOOK):
            keep_time(scheduler, settings.night, utc_now())
        scheduler.shutdown(wait=True)
    out().print("paragraf ended")
    return 0


def run_night(stopping: Stopping, pauses: tuple[float, ...] = PAUSES, look: float = LOOK) -> None:
    """Sync once, and see to it that the night is not lost to another program's work or a store's bad hour.

    While another sync is at work its end is waited for, and then the night is done unless that sync, or
    another machine, did it. A store that refuses is asked again after each of the `pauses` (seconds).
    Wrong settings are told, and tomorrow is another night.
    """
    left = iter(pauses)
    waits: float | None = 0.0
    while waits is not None and not stopping.wait(waits):
        try:
            if not _is_done():
                sync_once((), stopping)
            return
        except Busy:
            waits = look
        except StoreError as error:
            say_error(error)
            waits = next(left, None)
        except ParagrafError as error:
            say_error(error)
            return


def find_missed() -> dt.datetime | None:
    """Return since when a night is due that this installation missed, or None."""
    with open_workshop() as workshop:
        return missed_night(workshop.store, enabled_sources(), workshop.settings.night, workshop.now())


def _is_done() -> bool:
    with open_workshop() as workshop:
        return night_done(workshop.store, enabled_sources(), workshop.settings.night, workshop.now())


def figures_now() -> Figures:
    """Return the state of this installation. Raises ConfigError and StoreError."""
    with open_workshop() as workshop:
        return read_figures(workshop.store, enabled_sources(), workshop.settings, workshop.now())


def _greet(settings: Settings, *, missed: bool, port: int | None) -> None:
    night = settings.night
    when = "now, then every night" if missed else "every night"
    out().print(
        f"paragraf syncs {when} at {night.time:%H:%M} ({night.time_zone}); Ctrl-C ends it", markup=False
    )
    if port is not None:
        out().print(f"figures for Prometheus: http://{LOOPBACK}:{port}/metrics", markup=False)
