"""A fetcher whose every page is logged."""

import time

from ingest.answers import Validators
from ingest.fetch import Fetcher
from ingest.pace import Timing
from paragraf.events import note_fetch
from paragraf.stopping import Stopping
from records.errors import FetchError, Refusing
from records.page import Page

_SHORT = 10.0
"""Seconds; a wait up to this is not worth an interruption."""


class LoggedFetcher(Fetcher):
    """Fetches as its base does, and logs each page that it is asked for, fetched or not."""

    def fetch(self, url: str, known: Validators | None = None) -> Page:
        """Return the page under `url`; its waiting for the host's turn is part of the time logged."""
        started = time.monotonic()
        try:
            page = super().fetch(url, known)
        except FetchError:
            note_fetch(url, status=None, size=0, ms=_since(started))
            raise
        note_fetch(url, status=page.status, size=len(page.content), ms=_since(started))
        return page


def waiting_until(stopping: Stopping) -> Timing:
    """Return a timing whose long waits end when a stop is asked for.

    A wait of seconds, as between any two requests, comes to its end; one of minutes, as a server may ask
    for, raises Refusing then.
    """

    def sleep(seconds: float) -> None:
        if seconds <= _SHORT:
            time.sleep(seconds)
        elif stopping.wait(seconds):
            raise Refusing("the run", expected=f"{seconds:.0f} seconds to wait", found="a stop was asked for")

    return Timing(sleep=sleep)


def _since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)
