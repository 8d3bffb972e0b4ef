"""A fetcher for servers on loopback, and a clock that only sleeping moves."""

import datetime as dt
import threading
from typing import Any

from config.settings import FetchSettings
from ingest.fetch import Fetcher
from ingest.pace import Timing

SETTINGS = FetchSettings(delay=0, timeout=5, allow_private=True, max_bytes=100_000)
NOON = dt.datetime(2026, 9, 28, 12, tzinfo=dt.UTC)


class FakeTime:
    """A clock that only sleeping moves; remembers how long was slept. For any number of threads."""

    def __init__(self, chance: float = 0.0) -> None:
        self.time = 1000.0
        self.slept: list[float] = []
        self.timing = Timing(lambda: self.time, self.sleep, lambda: chance)
        self._lock = threading.Lock()

    def sleep(self, seconds: float) -> None:
        """Move the clock."""
        with self._lock:
            self.slept.append(seconds)
            self.time += seconds


def settings(**changes: Any) -> FetchSettings:
    """Return the settings of these tests with changes."""
    return SETTINGS.model_copy(update=changes)


def fetcher(told: FetchSettings = SETTINGS, **kinds: Any) -> Fetcher:
    """Return a fetcher for the servers of these tests."""
    return Fetcher(told, **{"hosts": {"127.0.0.1"}, "now": lambda: NOON, **kinds})
