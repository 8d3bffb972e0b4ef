"""Knows how most municipalities publish: a web page, or one a year or a body, that links whole minutes."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.addresses import canonical_url, host_of
from ingest.systems import webpage
from ingest.systems.base import Discovery, Fetch, Horizon
from ingest.systems.listing_addresses import is_file, place_of
from ingest.systems.listing_entries import minutes_of, newest_first, unread_minutes
from ingest.systems.listing_links import read_list
from ingest.systems.listing_meetings import from_meetings, has_meetings
from ingest.systems.listing_pages import next_part
from records.council import Source
from records.errors import ConfigError, FetchError, ReadError, Silent
from records.item import Item
from records.page import FeedEntry, Page

name = "listing"
_MOST_PARTS = 60
"""A list of more parts goes round in circles, or should be watched by year."""


def discover(source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return the minutes that the watched pages link, newest first, each once.

    A list in parts is followed until a meeting before `horizon.oldest` shows or, without
    `horizon.walk`, minutes that are known; a list that is not in the order of time, to its end. Where
    a body's page links its meetings (Meetings Plus), those are looked through.
    What a part that cannot be read may hide is a gap. Minutes on a host that is neither that of a base nor
    of a page are left out with a warning, one a host; one of several pages that fails is a warning too.
    Raises the error of the first page when none could be read: FetchError, or LayoutChanged for a
    page that links no minutes; ConfigError when the source watches no page.
    """
    if not source.pages:
        raise ConfigError(source.id, expected="pages in sources.toml", found="none")
    found, failures = [], []
    for address in source.pages:
        try:
            found.append(_from_list(address, source, fetch, horizon))
        except (FetchError, ReadError) as failure:
            failures.append(failure)
    if failures and not found:
        raise failures[0]
    joined = _joined(found, source)
    return replace(joined, warnings=(*joined.warnings, *map(str, failures)))


def read(page: Page, source: Source, entry: FeedEntry | None = None) -> tuple[Item, ...]:
    """Return whole minutes as one item, under the id that their address gives them.

    Raises Silent for an empty answer, ReadError for a document that cannot be read, for a web page
    where a PDF or Word document was due.
    """
    if not page.content.strip():
        raise Silent(page.url, expected="minutes", found="nothing", advice="They may have been taken off")
    _check_answer(page)
    base_id, native_id = (entry.base_id, entry.native_id) if entry else place_of(page.url, source)
    title = entry.title if entry else ""
    known = entry or FeedEntry(url=page.url, title=title, base_id=base_id, native_id=native_id)
    return webpage.read(page, source, known)


def recognises(text: str) -> bool:
    """Return False: lists are told by their source alone, minutes by their own text."""
    del text
    return False


def _joined(parts: Sequence[Discovery], source: Source) -> Discovery:
    """Return what several lists offer as one, minutes on hosts that are none of the source's left out."""
    entries: dict[tuple[str, str], FeedEntry] = {}
    strangers: dict[str, FeedEntry] = {}
    own = {host_of(canonical_url(url)) for url in (*(base.url for base in source.bases), *source.pages)}
    for entry in (entry for part in parts for entry in part.entries):
        host = host_of(entry.url)
        if host in own:
            entries.setdefault((entry.base_id, entry.native_id), entry)
        else:
            strangers.setdefault(host, entry)
    told = [warning for part in parts for warning in part.warnings]
    told += [f"{one.url}: minutes on a host that is no base; add it to bases" for one in strangers.values()]
    gaps = tuple(gap for part in parts for gap in part.gaps)
    return Discovery(newest_first(entries.values()), tuple(told), gaps)


def _from_list(address: str, source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return what one watched page lists, its further parts included."""
    part = read_list(fetch(address))
    if has_meetings(part):
        return from_meetings(part, source, fetch, horizon)
    entries = list(minutes_of(part, source))
    unread = list(unread_minutes(part, source))
    gaps: list[str] = []
    asked = {address, part.url}
    while not _reaches_back(entries, horizon):
        following = next_part(part)
        if following is None or following in asked:
            break
        if len(asked) > _MOST_PARTS:
            gaps.append(f"{following}: the list has over {_MOST_PARTS} parts; older minutes are not seen")
            break
        asked.add(following)
        try:
            part = read_list(fetch(following))
            entries += minutes_of(part, source)
        except (FetchError, ReadError) as failure:
            gaps.append(f"{following}: this part of a list, and those behind it, are not seen ({failure})")
            break
        unread += unread_minutes(part, source)
    return Discovery(tuple(entries), _warnings(address, unread), tuple(gaps))


def _reaches_back(entries: list[FeedEntry], horizon: Horizon) -> bool:
    """Tell whether older parts of a list hold nothing that is asked for."""
    days = [entry.meeting_date for entry in entries if entry.meeting_date]
    if days != sorted(days, reverse=True):
        return False
    if days and days[-1] < horizon.oldest:
        return True
    return not horizon.walk and any(map(horizon.known, entries))


def _warnings(address: str, unread: list[str]) -> tuple[str, ...]:
    if not unread:
        return ()
    return (f"{address}: {len(unread)} minutes in a format that cannot be read, such as {unread[0]}",)


def _check_answer(page: Page) -> None:
    """Raise ReadError for a web page that stands where minutes should."""
    if is_file(page.url) and page.content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise ReadError(
            page.url,
            expected="a PDF or Word document",
            found="a web page",
            advice="The document may have been taken off, or the site asks who reads it",
        )
