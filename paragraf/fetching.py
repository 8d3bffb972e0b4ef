"""A fetcher whose every page is logged."""

from time import monotonic

from ingest.answers import Validators
from ingest.fetch import Fetcher
from paragraf.events import note_fetch
from records.errors import FetchError
from records.page import Page


class LoggedFetcher(Fetcher):
    """Fetches as its base does, and logs each page that it is asked for, fetched or not."""

    def fetch(self, url: str, known: Validators | None = None) -> Page:
        """Return the page under `url`; its waiting for the host's turn is part of the time logged."""
        started = monotonic()
        try:
            page = super().fetch(url, known)
        except FetchError:
            note_fetch(url, status=None, size=0, ms=_since(started))
            raise
        note_fetch(url, status=page.status, size=len(page.content), ms=_since(started))
        return page


def _since(started: float) -> int:
    return round((monotonic() - started) * 1000)
