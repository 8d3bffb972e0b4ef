"""Knows how Ahjo's lists are asked for: decisions by the week they were handled in, meetings to come.

In which order a list stands is not told, so weeks are asked for one by one, from tonight backwards.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TypeVar
from urllib.parse import quote

from ingest.systems.ahjo_answers import DecisionMakers, Meeting, Meetings, Record, Records, read_answer
from ingest.systems.base import Discovery, Fetch, Horizon
from records.council import Base, Source
from records.errors import FetchError, ReadError
from records.page import FeedEntry

_WEEK = dt.timedelta(days=7)
_SOON = dt.timedelta(days=28)
_LATELY = dt.timedelta(days=14)
_LATE = dt.timedelta(days=20)
"""Minutes are out this long after their meeting at most: three weeks are looked through every night."""
_MOST_PAGES = 50
"""So many pages of one week's list are asked for."""
_DECISIONS = frozenset({"päätös", "viranhaltijan päätös"})
_SHORTEST_TAIL = 5
"""A meeting's id is its decision maker's id and at least so many digits: the year and a number."""


L = TypeVar("L", Records, Meetings)


class Lists:
    """The lists of one base, and what went wrong with them; `source` tells language and size."""

    def __init__(self, source: Source, base: Base, fetch: Fetch, horizon: Horizon) -> None:
        self.source, self.base, self.fetch, self.horizon = source, base, fetch, horizon
        self.failures: list[FetchError | ReadError] = []
        self.gaps: list[str] = []
        self.makers: dict[str, str] = {}
        self.entries: dict[str, FeedEntry] = {}

    def read_all(self) -> Discovery:
        """Return the decisions and agenda items since the horizon, newest first, each item once.

        Raises FetchError or ReadError for the list of decision makers, which tells names and today.
        """
        page = self.fetch(self._address("agents/decisionmakers"))
        told = read_answer(page, DecisionMakers).entries
        self.makers = {
            one.organization.id: one.organization.name or "" for one in told if one.organization.id
        }
        today = page.retrieved_at.date()
        self._read_weeks(today)
        self._read_agendas(today)
        return self._discovery()

    def read_addresses(self, addresses: tuple[str, ...]) -> Discovery:
        """Return the decisions of the lists at `addresses`, such as `/cases?...`, as they stand."""
        for address in addresses:
            self._keep(self._records(address))
        return self._discovery()

    def _discovery(self) -> Discovery:
        if self.failures and not self.entries:
            raise self.failures[0]
        ordered = sorted(self.entries.values(), key=lambda one: one.meeting_date or dt.date.max, reverse=True)
        return Discovery(tuple(ordered), tuple(map(str, self.failures)), tuple(self.gaps))

    def _read_weeks(self, today: dt.date) -> None:
        """Ask for week after week, back to an old one with a known decision, the horizon, or a failure."""
        before = today + dt.timedelta(days=1)
        first = max(self.horizon.oldest, dt.date(2000, 1, 1))
        while before > first:
            since = max(before - _WEEK, first)
            failed = len(self.failures)
            address = self._address("decisions", handledsince=since, handledbefore=before)
            found = self._keep(self._records(address))
            if len(self.failures) > failed:
                self._note_unread(address, since, today)
                return
            before = since
            settled = any(map(self.horizon.known, found)) and before <= today - _LATE
            if settled and not self.horizon.walk:
                return

    def _note_unread(self, address: str, since: dt.date, today: dt.date) -> None:
        """Note a gap, unless the next night asks for that week again."""
        if not self.horizon.began or since < today - _LATE:
            self.gaps.append(f"{address}: this list could not be read, earlier weeks were not asked for")

    def _records(self, address: str) -> Iterator[Record]:
        """Yield the records of a list; of a list of cases those of each case that names them."""
        for page in self._pages(address, Records):
            for record in page.entries:
                yield from record.records or (record,)

    def _pages(self, address: str, shape: type[L]) -> Iterator[L]:
        """Yield a list's answer and the pages that follow it, until one fails."""
        joint = "&" if "?" in address else "?"
        for number in range(_MOST_PAGES):
            try:
                told = read_answer(self.fetch(f"{address}{joint}page={number}"), shape)
            except (FetchError, ReadError) as failure:
                self.failures.append(failure)
                return
            yield told
            if not told.entries or not told.following:
                return
        self.gaps.append(f"{address}: more than {_MOST_PAGES} pages, the rest was not asked for")

    def _keep(self, records: Iterable[Record]) -> list[FeedEntry]:
        """Keep the decisions among `records` that are in the source's language; return them."""
        found = [self._decision(one) for one in records if self._is_wanted(one)]
        for entry in found:
            self.entries.setdefault(entry.native_id, entry)
        return found

    def _is_wanted(self, record: Record) -> bool:
        if not record.native_id or (record.type and record.type.lower() not in _DECISIONS):
            return False
        return self._speaks(record)

    def _speaks(self, record: Record) -> bool:
        wanted = (self.source.language or "")[:2]
        return not (wanted and record.language) or record.language[:2] == wanted

    def _read_agendas(self, today: dt.date) -> None:
        """Add the agenda items of meetings lately and soon whose decisions are not out."""
        address = self._address("meetings", handledsince=today - _LATELY, handledbefore=today + _SOON)
        decided = {native_id.rpartition("-")[0] for native_id in self.entries}
        meetings = [one for page in self._pages(address, Meetings) for one in page.entries]
        for meeting in meetings:
            for record in () if meeting.id in decided else self._agenda(meeting):
                entry = self._agenda_item(meeting, record)
                if entry is not None and self._speaks(record):
                    self.entries.setdefault(entry.native_id, entry)

    def _agenda(self, meeting: Meeting) -> tuple[Record, ...]:
        """Return a meeting's items, asking for the meeting where the list does not tell them."""
        if meeting.agenda is not None or not meeting.id:
            return meeting.agenda or ()
        try:
            page = self.fetch(self._address(f"meetings/{quote(meeting.id, safe='')}"))
            return read_answer(page, Meeting, "meetings").agenda or ()
        except (FetchError, ReadError) as failure:
            self.failures.append(failure)
        return ()

    def _decision(self, record: Record) -> FeedEntry:
        native_id = record.native_id or ""
        meeting = record.meeting or Meeting()
        meeting_id = record.meeting_id or meeting.id
        organization = record.organization.name if record.organization else None
        return self._entry(
            f"decisions/{quote(native_id, safe='')}",
            point_id(meeting_id, record.point) or native_id.strip("{}"),
            record.title,
            organization or meeting.maker or self._maker(meeting_id),
            record.day or meeting.day,
        )

    def _agenda_item(self, meeting: Meeting, record: Record) -> FeedEntry | None:
        native_id = point_id(meeting.id, record.point)
        printed = record.printed.native_id if record.printed else None
        asked = record.native_id or printed or record.point
        if native_id is None or meeting.id is None or asked is None:
            return None
        path = f"meetings/{quote(meeting.id, safe='')}/agendaitems/{quote(asked, safe='')}"
        return self._entry(
            path, native_id, record.title, meeting.maker or self._maker(meeting.id), meeting.day
        )

    def _entry(
        self, path: str, native_id: str, title: str | None, body: str | None, day: dt.date | None
    ) -> FeedEntry:
        subject = " ".join((title or "").split()) or None
        return FeedEntry(
            url=self._address(path),
            title=subject or native_id,
            base_id=self.base.id,
            native_id=native_id,
            body=body or None,
            subject=subject,
            meeting_date=day,
        )

    def _maker(self, meeting_id: str | None) -> str | None:
        """Return the name of the decision maker whose id a meeting's id begins with."""
        told = meeting_id or ""
        ids = (told[:cut] for cut in range(len(told) - _SHORTEST_TAIL, 0, -1))
        return next((self.makers[one] for one in ids if self.makers.get(one)), None)

    def _address(self, path: str, **days: dt.date) -> str:
        """Return the address of `path` below the base; lists are asked for with their `days` and size."""
        told = [f"{name}={day.isoformat()}T00:00:00Z" for name, day in days.items()]
        told += [f"size={self.source.show}"] if days else []
        if (self.source.language or "")[:2] in ("fi", "sv"):
            told.append(f"apireqlang={(self.source.language or '')[:2]}")
        return f"{self.base.url.rstrip('/')}/{path}" + (f"?{'&'.join(told)}" if told else "")


def point_id(meeting_id: str | None, point: str | None) -> str | None:
    """Return the id of an item that its agenda and its decision share, None without meeting or point."""
    return f"{meeting_id}-{point}" if meeting_id and point else None
