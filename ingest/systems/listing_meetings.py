"""Knows Meetings Plus (Formpipe): a body's page links its meetings, each of which links its documents."""

import datetime as dt
import re
from typing import NamedTuple

from ingest.addresses import path_of
from ingest.systems.base import Discovery, Fetch, Horizon
from ingest.systems.listing_entries import find_minutes
from ingest.systems.listing_links import ListPage, read_list
from records.council import Source
from records.errors import FetchError, LayoutChanged, ReadError

_MEETING = re.compile(r"/mote-(?P<day>\d{4}-\d{2}-\d{2})(?:-\d{1,3})?/?", re.IGNORECASE)
"""The last part of a meeting's address; a second meeting of the day has a number behind it."""
_SETTLED = 3
"""So many meetings with minutes that are all known prove that older ones are known: minutes may come late."""


class _Meeting(NamedTuple):
    day: dt.date
    url: str


def has_meetings(page: ListPage) -> bool:
    """Tell whether a page links meetings by their addresses."""
    return bool(_meetings(page))


def from_meetings(page: ListPage, source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return the minutes of the meetings that a body's page links, newest first.

    Looked through are the meetings back to `horizon.oldest` or, without `horizon.walk`, until three have
    minutes that are all known. A meeting that cannot be read is a warning.
    Raises LayoutChanged when none of them links minutes.
    """
    entries, warnings, settled = list(find_minutes(page, source)), [], 0
    meetings = _meetings(page)
    for meeting in meetings:
        if meeting.day < horizon.oldest or (settled == _SETTLED and not horizon.walk):
            break
        try:
            own = find_minutes(read_list(fetch(meeting.url)), source)
        except (FetchError, ReadError) as failure:
            warnings.append(str(failure))
            continue
        entries += own
        settled += bool(own) and all(map(horizon.known, own))
    if not entries:
        raise _without_minutes(page, meetings, warnings)
    return Discovery(tuple(entries), tuple(warnings))


def _meetings(page: ListPage) -> tuple[_Meeting, ...]:
    """Return the meetings that a page links, newest first, each once."""
    found: dict[str, _Meeting] = {}
    for link in page.links:
        place = path_of(link.url).rstrip("/")
        match = _MEETING.fullmatch(place, place.rfind("/"))
        day = _day(match["day"]) if match else None
        if day:
            found.setdefault(link.url, _Meeting(day, link.url))
    return tuple(sorted(found.values(), reverse=True))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _without_minutes(page: ListPage, meetings: tuple[_Meeting, ...], warnings: list[str]) -> LayoutChanged:
    told = f"; {warnings[0]}" if warnings else ""
    return LayoutChanged(
        page.url,
        expected="minutes of a meeting",
        found=f"{len(meetings)} meetings, none that was looked at with minutes{told}",
        advice="Open one in a browser; `documents` in sources.toml tells which addresses are minutes",
    )
