"""When an entry is fetched, and when it is fetched again.

A stored agenda is fetched again while its source lists it, and every night from its meeting until
minutes appear; minutes after a week, a month and three months, for corrections and removal.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from ingest.addresses import host_of, parameters_of, path_of
from records.item import DocumentType
from records.page import FeedEntry
from store.entries import Queued, Reason

_AGENDAS: tuple[DocumentType, ...] = ("agenda", "case_paper")
_WAIT_FOR_MINUTES = dt.timedelta(days=60)
_CORRECTIONS = tuple(dt.timedelta(days=days) for days in (7, 30, 90))
_A_NIGHT = dt.timedelta(hours=20)
"""Nights do not begin on the second: what is due after this long is due the next night."""
_UNREAD: tuple[Reason, ...] = ("new", "backfill")
TRIES = 6
"""So many fetches in a row may fail, further and further apart, until an entry is given up."""

Planned = tuple[Reason, dt.datetime | None]
"""Why the next fetch is made, and when: never, if null."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one fetch of an entry found: kinds and meeting days of its items, and since when they are so."""

    document_types: tuple[DocumentType, ...]
    meeting_dates: tuple[dt.date, ...] = ()
    since: dt.datetime | None = None


class Budget:
    """How many pages each host is still asked for tonight; safe to ask from many threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: Counter[str] = Counter()
        self._lock = Lock()

    def take(self, url: str) -> bool:
        """Count a page of the address's host; return False when the host has given its share."""
        host = host_of(url)
        with self._lock:
            if self._taken[host] >= self._most:
                return False
            self._taken[host] += 1
            return True


@dataclass(frozen=True, slots=True)
class Plan:
    """Which of a night's listed entries are due at `now`.

    Meetings before `oldest` are not fetched when they were never seen; `reason` is "backfill" where
    older ones were asked for.
    """

    now: dt.datetime
    oldest: dt.date
    reason: Reason = "new"

    def __call__(self, entry: FeedEntry, known: Queued | None) -> tuple[Reason, dt.datetime] | None:
        """Tell why and when a listed entry is fetched; None leaves it as it stands."""
        if known is None or (known.reason in _UNREAD and not known.tries):
            wanted = entry.meeting_date is None or entry.meeting_date >= self.oldest
            return (self.reason, self.now) if wanted else None
        if known.reason == "retry" and known.due_at is not None:
            return None
        if known.document_type == "page" or known.reason == "watch":
            return "watch", self.now
        if known.document_type in _AGENDAS or known.reason == "agenda":
            return "agenda", self.now
        return ("correction", self.now) if _place(entry) != _place(known.entry) else None


def _place(entry: FeedEntry) -> tuple[str, dict[str, str]]:
    """Return an entry's address but for its host: where it changes under one id, a file was put in anew."""
    return path_of(entry.url), parameters_of(entry.url)


def plan_next(visit: Visit, now: dt.datetime) -> Planned:
    """Return when an entry is fetched again after a fetch that went well.

    An ordinary page is due whenever its source lists it, which it does every night.
    """
    if any(kind in _AGENDAS for kind in visit.document_types):
        return "agenda", _next_for_agenda(visit.meeting_dates, visit.since or now, now)
    if "page" in visit.document_types or not visit.document_types:
        return "watch", None
    since = visit.since or now
    return "correction", next((since + wait for wait in _CORRECTIONS if since + wait > now), None)


def _next_for_agenda(meetings: Iterable[dt.date], since: dt.datetime, now: dt.datetime) -> dt.datetime | None:
    held = [dt.datetime.combine(day, dt.time(), dt.UTC) for day in meetings] or [since]
    last = max(held)
    if now < last:
        return last
    return now + _A_NIGHT if now < last + _WAIT_FOR_MINUTES else None


def plan_retry(tries: int, now: dt.datetime) -> Planned:
    """Return when to try again after so many fetches in a row failed.

    The next run tries at once, later ones after one night, two, four and eight.
    """
    if tries >= TRIES:
        return "retry", None
    return "retry", now if tries == 1 else now + _A_NIGHT + dt.timedelta(days=2 ** (tries - 2) - 1)


def plan_return(now: dt.datetime) -> Planned:
    """Return when to look whether an item that vanished is back: it may have been taken off by mistake."""
    return "correction", now + _CORRECTIONS[0]
