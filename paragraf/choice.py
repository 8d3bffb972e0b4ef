"""Which entries of a source are fetched tonight, and which wait."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

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


def choose_entries(
    entries: Sequence[FeedEntry], known: Callable[[FeedEntry], Known | None], oldest: dt.date, most: int
) -> Choice:
    """Return what to fetch of `entries`, in their order.

    New entries are due unless their meeting was before `oldest`; known ones while their version is
    an agenda or case paper (minutes replace it under the same id) or a page, which may change any
    day. `most` is the number of pages a night that the host is asked for; the rest is queued.
    """
    due = [entry for entry in entries if _is_due(entry, known(entry), oldest)]
    return Choice(tuple(due[:most]), tuple(due[most:]), len(entries) - len(due))


def _is_due(entry: FeedEntry, known: Known | None, oldest: dt.date) -> bool:
    if known is not None:
        return known.document_type in ("agenda", "case_paper", "page")
    return entry.meeting_date is None or entry.meeting_date >= oldest
