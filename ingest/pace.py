"""Knows when a host may be asked again."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

Clock = Callable[[], float]
Sleep = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Timing:
    """How time passes: `clock` tells monotonic seconds, `sleep` waits for so many.

    `chance` gives a number from 0 up to 1, by which waits differ.
    """

    clock: Clock = time.monotonic
    sleep: Sleep = time.sleep
    chance: Callable[[], float] = random.random


class Pace:
    """Gives a host one request at a time, `delay` seconds apart, whichever threads make them."""

    def __init__(self, delay: float, timing: Timing) -> None:
        self._delay = delay
        self._timing = timing
        self._free: dict[str, float] = {}
        self._counts: dict[str, int] = {}
        self._turns: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    @property
    def counts(self) -> dict[str, int]:
        """How many turns each host has had."""
        with self._lock:
            return dict(self._counts)

    @contextmanager
    def turn(self, host: str, delay: float = 0.0) -> Iterator[None]:
        """Wait for the host's turn, and hold it while the block runs.

        `delay` is a longer distance that the host itself asks for; it counts from the begin of the
        block, or from `restart`.
        """
        with self._turn_of(host):
            with self._lock:
                wait = self._free.get(host, 0.0) - self._timing.clock()
            if wait > 0:
                self._timing.sleep(wait)
            with self._lock:
                self._counts[host] = self._counts.get(host, 0) + 1
            self.restart(host, delay)
            yield

    def restart(self, host: str, delay: float = 0.0) -> None:
        """Count the distance to the host's next turn from now: its request is only sent now."""
        self.postpone(host, max(delay, self._delay))

    def postpone(self, host: str, seconds: float) -> None:
        """Leave the host alone for so many seconds from now."""
        with self._lock:
            free = self._timing.clock() + seconds
            self._free[host] = max(free, self._free.get(host, free))

    def _turn_of(self, host: str) -> threading.Lock:
        with self._lock:
            return self._turns.setdefault(host, threading.Lock())
