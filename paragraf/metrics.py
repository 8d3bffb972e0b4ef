"""Knows Prometheus: an installation's figures as it reads them, in a file or over HTTP.

Names and meanings are listed in docs/operating.md: dashboards and alarms rely on them.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest, start_http_server
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric

from config.version import VERSION
from paragraf.figures import Figures
from paragraf.habits import Habits
from records.errors import ConfigError, ParagrafError, StoreError

LOOPBACK = "127.0.0.1"

Read = Callable[[], Figures]


class StoreCollector:
    """Reads the figures whenever Prometheus asks; a store that refuses leaves `paragraf_up` 0 and no more."""

    def __init__(self, read: Read) -> None:
        self._read = read

    def collect(self) -> Iterator[Metric]:
        """Yield every figure."""
        try:
            figures = self._read()
        except ParagrafError:
            yield _gauge("up", "Whether settings and database could be read.", 0)
            return
        yield _gauge("up", "Whether settings and database could be read.", 1)
        yield InfoMetricFamily("paragraf", "The program.", {"version": VERSION})
        yield from _of_installation(figures)
        yield from _of_sources(figures)


def write_metrics(path: Path, figures: Figures) -> None:
    """Write the figures to a file at once, so that nobody ever reads half of it.

    Raises StoreError when it cannot be written; what stood there before stays.
    """
    registry = CollectorRegistry()
    registry.register(StoreCollector(lambda: figures))
    text = generate_latest(registry)
    temporary = ""
    try:
        number, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(number, "wb") as file:
            file.write(text)
            os.fchmod(file.fileno(), 0o644)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise StoreError(
            str(path),
            expected="a file for Prometheus that can be written",
            found=error.strerror or str(error),
            advice="Mend [notify] metrics_file in the settings.",
        ) from error


@contextmanager
def serving_metrics(port: int | None, read: Read) -> Iterator[int | None]:
    """Serve the figures at http://127.0.0.1:PORT/metrics while the block runs, and yield the port.

    Port 0 takes any that is free; without a port nothing is served. Raises ConfigError for one that is taken.
    """
    if port is None:
        yield None
        return
    registry = CollectorRegistry()
    registry.register(StoreCollector(read))
    try:
        server, thread = start_http_server(port, addr=LOOPBACK, registry=registry)
    except (OSError, OverflowError) as error:
        raise ConfigError(
            f"{LOOPBACK}:{port}",
            expected="a free port",
            found=(error.strerror if isinstance(error, OSError) else None) or str(error),
            advice="Name another --metrics-port.",
        ) from error
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _of_installation(figures: Figures) -> Iterator[Metric]:
    kept = GaugeMetricFamily("paragraf_kept", "Records in the store, by kind.", labels=["kind"])
    for kind, count in figures.kept.items():
        kept.add_metric([kind], count)
    yield kept
    run = figures.last_run
    if run is not None:
        yield _gauge(
            "last_run_start_timestamp_seconds", "When the last run began.", run.started_at.timestamp()
        )
    if run is not None and run.ended_at is not None:
        seconds = (run.ended_at - run.started_at).total_seconds()
        yield _gauge("last_run_end_timestamp_seconds", "When the last run ended.", run.ended_at.timestamp())
        yield _gauge("last_run_duration_seconds", "How long the last run took.", seconds)
    yield _gauge("night_missed", "Whether a night was missed.", int(figures.missed is not None))
    yield _gauge("next_run_timestamp_seconds", "When the next night begins.", figures.next.timestamp())


def _of_sources(figures: Figures) -> Iterator[Metric]:
    labels = ["source", "kind", "severity"]
    issues = GaugeMetricFamily("paragraf_source_issues", "Open issues.", labels=labels)
    for key, count in sorted(figures.issue_counts.items()):
        issues.add_metric(key, count)
    yield issues
    for name, help_text, measure in _PER_SOURCE:
        metric = GaugeMetricFamily(f"paragraf_source_{name}", help_text, labels=["source"])
        values = measure(figures.habits)
        for source in figures.sources:
            if source.id in values:
                metric.add_metric([source.id], values[source.id])
        yield metric


def _successes(habits: Habits) -> dict[str, float]:
    return {source: moment.timestamp() for source, moment in habits.successes.items()}


def _rates(habits: Habits) -> dict[str, float]:
    return {source: expected.rate for source, expected in habits.expectations.items()}


def _got(habits: Habits) -> dict[str, float]:
    return {source: expected.got for source, expected in habits.expectations.items()}


def _silent(habits: Habits) -> dict[str, float]:
    return {source: int(expected.silent) for source, expected in habits.expectations.items()}


def _queued(habits: Habits) -> dict[str, float]:
    return {source: queue.waiting for source, queue in habits.queues.items()}


def _gaps(habits: Habits) -> dict[str, float]:
    return {source: len(gaps) for source, gaps in habits.gaps.items()}


def _fetched(habits: Habits) -> dict[str, float]:
    return {source: nights[0].fetched for source, nights in habits.nights.items()}


def _requests(habits: Habits) -> dict[str, float]:
    return {source: nights[0].requests for source, nights in habits.nights.items()}


_PER_SOURCE: tuple[tuple[str, str, Callable[[Habits], dict[str, float]]], ...] = (
    (
        "last_success_timestamp_seconds",
        "When the last run ended that met no error at the source.",
        _successes,
    ),
    ("expected_items_per_week", "New items a week that its habit lets expect in this season.", _rates),
    ("items_last_28_days", "Items published in the last 28 days.", _got),
    ("silent", "Whether it is silent for longer than its habit explains.", _silent),
    ("queued", "Entries that are due and not fetched yet.", _queued),
    ("gaps", "Open gaps.", _gaps),
    ("fetched", "Pages fetched in its last run.", _fetched),
    ("requests", "Requests made in its last run.", _requests),
)


def _gauge(name: str, help_text: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"paragraf_{name}", help_text, value=value)
