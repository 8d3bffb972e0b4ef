"""Knows when a host may be asked again."""

import threading
from collections.abc import Callable

Clock = Callable[[], float]
Sleep = Callable[[float], None]


class Pace:
    """Keeps `delay` seconds between two requests to one host, whichever thread makes them.

    `clock` tells monotonic seconds, `sleep` waits for so many.
    """

    def __init__(self, delay: float, clock: Clock, sleep: Sleep) -> None:
        self._delay = delay
        self._clock = clock
        self._sleep = sleep
        self._free: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str, delay: float = 0.0) -> None:
        """Wait for the host's turn; `delay` is a longer distance that the host itself asks for."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._free.get(host, now))
            self._free[host] = turn + max(delay, self._delay)
        if turn > now:
            self._sleep(turn - now)

    def postpone(self, host: str, seconds: float) -> None:
        """Leave the host alone for so many seconds from now."""
        with self._lock:
            self._free[host] = max(self._clock() + seconds, self._free.get(host, 0.0))
