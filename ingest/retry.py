"""Knows what may pass: which failures are tried again, and after how long."""

from dataclasses import dataclass

import httpx

from ingest.pace import Timing
from ingest.wire import Dripping

RETRIED = (408, 425, 429, 500, 502, 503, 504)
_OF_ONE_PAGE = 500
_SILENCE = (httpx.ConnectError, httpx.TimeoutException)
PATIENCE = 300.0
"""Seconds; a server that asks for a longer wait is asked again the next night."""


class Unready(Exception):
    """The server asks to come back later; `wait` tells in how many seconds, None if it does not say."""

    def __init__(self, status: int, wait: float | None) -> None:
        super().__init__(f"status {status}")
        self.status = status
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Backoff:
    """How often an address is tried, and how the waits between grow: twice as long each, with chance."""

    attempts: int
    first: float
    timing: Timing

    def wait(self, error: Exception, attempt: int) -> float | None:
        """Return the seconds until the next attempt, or None when there is to be none.

        `attempt` counts from 1. A wait that the server asks for holds, up to five minutes.
        """
        if attempt >= self.attempts or isinstance(error, Dripping):
            return None
        if isinstance(error, Unready) and error.wait is not None:
            return error.wait if error.wait <= PATIENCE else None
        longest = min(self.first * 2.0 ** (attempt - 1), PATIENCE)
        return longest * (1 + self.timing.chance() / 2)


def is_refusal(error: Exception) -> bool:
    """Tell whether a failure speaks of the whole host: silence, not the half or broken answer of one page."""
    return error.status != _OF_ONE_PAGE if isinstance(error, Unready) else isinstance(error, _SILENCE)


def told_of(error: Exception, timeout: float) -> tuple[str, str]:
    """Return what was expected and what was found, for a failure after the last attempt."""
    if isinstance(error, Unready):
        later = f", to be asked again in {error.wait:.0f} seconds" if error.wait else ""
        return "a page", f"{error}{later}"
    if isinstance(error, httpx.TimeoutException) and not isinstance(error, Dripping):
        return f"an answer within {timeout:g} seconds", "none"
    return "a page", str(error) or type(error).__name__
