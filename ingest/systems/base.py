"""Knows what every record system can be asked."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from records.council import Source
from records.item import Item
from records.page import FeedEntry, Page

Fetch = Callable[[str], Page]
"""Fetches one address; raises FetchError. `Fetcher.fetch` is one, a table of pages in a test another."""


def nothing_known(entry: FeedEntry) -> bool:
    """Tell that an entry was never noticed, as on the first night."""
    del entry
    return False


@dataclass(frozen=True, slots=True)
class Horizon:
    """How far back a source is looked through.

    Meetings before `oldest` are not wanted. `known` tells whether an entry was noticed on an earlier
    night: where a list may be cut short, it is widened until one of those or an unwanted one shows,
    and what stays hidden is a gap. `began` tells that the source was read before. With `walk` the
    lists of bodies, meetings and items are followed back to `oldest`, since feeds do not reach that far.
    """

    oldest: dt.date = dt.date.min
    known: Callable[[FeedEntry], bool] = field(default=nothing_known)
    began: bool = False
    walk: bool = False


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a source offers tonight, newest first, each item once, and what seemed odd about it.

    `gaps` tell, each in a sentence that names the address, where entries were missed for good.
    No entries and no warnings mean that the source itself says there is nothing.
    """

    entries: tuple[FeedEntry, ...]
    warnings: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()


class RecordSystem(Protocol):
    """A kind of record system; each is one module of this folder."""

    @property
    def name(self) -> str:
        """The name that `system` in sources.toml uses."""
        ...

    def discover(self, source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
        """Return what the source's feeds or lists offer, as far back as `horizon` asks.

        Raises FetchError or FeedError when the first of them cannot be read.
        """
        ...

    def read(self, page: Page, source: Source, entry: FeedEntry | None = None) -> tuple[Item, ...]:
        """Return the items of a page, usually one; `entry` is what led to it and tells which was asked.

        Raises Silent for an empty page, LayoutChanged when the system's landmarks are gone, and
        ReadError for a page that is no item or another one.
        """
        ...

    def recognises(self, text: str) -> bool:
        """Tell from the markup of a page whether this system made it."""
        ...
