"""Which entries of a source are fetched tonight, and which wait."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from records.item import DocumentType
from records.page import FeedEntry


class Known(Protocol):
    """What the store remembers of an item that it holds."""

    @property
    def document_type(self) -> DocumentType:
        """The kind of its newest version."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The entries to fetch now, those left for later nights, and how many need no fetch."""

    due: tuple[FeedEntry, ...]
    queued: tuple[FeedEntry, ...]
    settled: int


class Budget:
    """How many pages each host is still asked for tonight."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: Counter[str] = Counter()

    def take(self, url: str) -> bool:
        """Count a page of the address's host; return False when the host has given its share."""
        host = urlsplit(url).hostname or ""
        if self._taken[host] >= self._most:
            return False
        self._taken[host] += 1
        return True


def choose_entries(
    entries: Sequence[FeedEntry], known: Callable[[FeedEntry], Known | None], oldest: dt.date, budget: Budget
) -> Choice:
    """Return what to fetch of `entries`, in their order.

    New entries are due unless their meeting was before `oldest`; known ones while their version is
    an agenda or case paper (minutes replace it under the same id) or a page, which may change any
    day. What is over the `budget` of its host is queued.
    """
    wanted = [entry for entry in entries if _is_due(entry, known(entry), oldest)]
    due = [entry for entry in wanted if budget.take(entry.url)]
    taken = {entry.native_id for entry in due}
    queued = tuple(entry for entry in wanted if entry.native_id not in taken)
    return Choice(tuple(due), queued, len(entries) - len(wanted))


def _is_due(entry: FeedEntry, known: Known | None, oldest: dt.date) -> bool:
    if known is not None:
        return known.document_type in ("agenda", "case_paper", "page")
    return entry.meeting_date is None or entry.meeting_date >= oldest
