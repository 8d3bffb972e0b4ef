"""Knows which hosts have refused so often that they are left alone for the night."""

import threading
from dataclasses import dataclass

from ingest.pace import Clock
from records.errors import Refusing

_IN_A_ROW = 3


@dataclass(slots=True)
class _Record:
    in_a_row: int = 0
    why: str = ""
    until: float = 0.0


class Refusals:
    """Counts the refusals of each host; `clock` tells monotonic seconds. For any number of threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._records: dict[str, _Record] = {}
        self._lock = threading.Lock()

    def check(self, url: str, host: str) -> None:
        """Raise Refusing when the host refused three times in a row, or asked to be left alone."""
        with self._lock:
            record = self._records.get(host, _Record())
            closed, left = record.in_a_row >= _IN_A_ROW, record.until - self._clock()
        if not closed and left <= 0:
            return
        asked = f"asked to be left alone for {left:.0f} more seconds" if left > 0 else ""
        refused = f"refused {_IN_A_ROW} times in a row"
        raise Refusing(
            url,
            expected="an answer",
            found=f"that {host} {asked or refused} ({record.why})",
            advice="It is left alone for now; the next night asks it again",
        )

    def note(self, host: str, why: str) -> None:
        """Count a refusal; `why` tells what came instead of an answer."""
        with self._lock:
            record = self._records.setdefault(host, _Record())
            record.in_a_row, record.why = record.in_a_row + 1, why

    def rest(self, host: str, seconds: float, why: str) -> None:
        """Leave the host alone for so many seconds from now, because it asked for that."""
        with self._lock:
            record = self._records.setdefault(host, _Record())
            record.until, record.why = self._clock() + seconds, why

    def clear(self, host: str) -> None:
        """Forget the refusals of a host that answered."""
        with self._lock:
            self._records.pop(host, None)
