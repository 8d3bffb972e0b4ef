"""Knows in which order the lists of CloudNC are followed: the newest, then bodies, their meetings, items."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.systems.base import Discovery, Fetch, Horizon
from records.errors import FetchError, Gone, ReadError
from records.page import FeedEntry, Page

MOST_LISTS = 1000
"""So many lists are asked for at most; a site that links more leads in circles."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A list that another one links: of a body's meetings, or of the items of a meeting on `day`."""

    url: str
    name: str = ""
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """What one list holds: items, meetings and bodies, in its order."""

    items: tuple[FeedEntry, ...] = ()
    meetings: tuple[Branch, ...] = ()
    bodies: tuple[Branch, ...] = ()


ReadList = Callable[[Page, Branch], Listed]
"""Reads the list that a branch led to; raises LayoutChanged or ReadError."""


def walk_lists(address: str, read: ReadList, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return what the list at `address` and those below it offer, each item once.

    The lists below are left alone when a known item shows at the top. Raises what the first list
    raises; a later one that fails is a warning, unless nothing at all could be read, and a gap unless
    it is gone.
    """
    return _Walk(read, fetch, horizon).from_front(Branch(address))


class _Walk:
    def __init__(self, read: ReadList, fetch: Fetch, horizon: Horizon) -> None:
        self.read, self.fetch, self.horizon = read, fetch, horizon
        self.entries: dict[str, FeedEntry] = {}
        self.failures: list[FetchError | ReadError] = []
        self.asked: set[str] = set()
        self.left: str | None = None

    def from_front(self, front: Branch) -> Discovery:
        self.asked.add(front.url)
        listed = self.read(self.fetch(front.url), front)
        self._keep(listed.items)
        if self.horizon.walk or not any(map(self._is_old, listed.items)):
            self._follow_bodies((*self._follow_meetings(listed.meetings), *listed.bodies))
        if self.failures and not self.entries:
            raise self.failures[0]
        return Discovery(self._newest_first(), tuple(map(str, self.failures)), self._gaps())

    def _follow_bodies(self, bodies: Sequence[Branch]) -> None:
        """Follow bodies' meetings; between them and it another list may stand, or its items at once."""
        waiting = list(reversed(bodies))
        while waiting:
            listed = self._ask(waiting.pop())
            if listed is not None:
                self._keep(listed.items)
                below = (*self._follow_meetings(listed.meetings), *listed.bodies)
                waiting.extend(reversed(below))

    def _follow_meetings(self, meetings: Iterable[Branch]) -> list[Branch]:
        """Ask for the meetings of one list, newest first, down to one whose items are known already.

        Return the lists that these link in turn.
        """
        below: list[Branch] = []
        for meeting in sorted(meetings, key=lambda one: one.day or dt.date.max, reverse=True):
            if meeting.day and meeting.day < self.horizon.oldest:
                continue
            listed = self._ask(meeting)
            if listed is None:
                continue
            self._keep(listed.items)
            below += listed.bodies
            if not self.horizon.walk and any(map(self.horizon.known, listed.items)):
                break
        return below

    def _ask(self, branch: Branch) -> Listed | None:
        """Return what a list holds; None where it was read before, is one too many, or fails."""
        if branch.url in self.asked:
            return None
        if len(self.asked) >= MOST_LISTS:
            self.left = self.left or branch.url
            return None
        self.asked.add(branch.url)
        try:
            return self.read(self.fetch(branch.url), branch)
        except (FetchError, ReadError) as failure:
            self.failures.append(failure)
        return None

    def _keep(self, entries: Iterable[FeedEntry]) -> None:
        """Keep the entries that are wanted; of two of one item the one that tells its meeting."""
        for entry in entries:
            before = self.entries.get(entry.native_id)
            told = before is None or (before.meeting_date is None and entry.meeting_date is not None)
            if told and not (entry.meeting_date and entry.meeting_date < self.horizon.oldest):
                self.entries[entry.native_id] = entry

    def _is_old(self, entry: FeedEntry) -> bool:
        """Tell whether an entry shows that the list reaches back to what is known or unwanted."""
        too_old = entry.meeting_date is not None and entry.meeting_date < self.horizon.oldest
        return too_old or self.horizon.known(entry)

    def _newest_first(self) -> tuple[FeedEntry, ...]:
        day_of = {entry.native_id: entry.meeting_date or dt.date.max for entry in self.entries.values()}
        return tuple(sorted(self.entries.values(), key=lambda one: day_of[one.native_id], reverse=True))

    def _gaps(self) -> tuple[str, ...]:
        return tuple(self._tell_gaps())

    def _tell_gaps(self) -> Iterator[str]:
        if self.left:
            yield f"{self.left}: neither this list nor those behind it were read, {MOST_LISTS} are the most"
        for failure in self.failures:
            if not isinstance(failure, Gone):
                yield f"{failure.where}: this list could not be read"
