"""Knows the static record pages of the city of Turku, as a whole: bodies, years, meetings, items."""

import re
from collections.abc import Iterator

from ingest.systems.base import Discovery, Fetch, Horizon
from ingest.systems.turku_lists import (
    MeetingList,
    base_id_of,
    item_place,
    read_items,
    read_meetings,
    read_years,
)
from ingest.systems.turku_page import read_item
from records.council import Source
from records.errors import ConfigError, FetchError, ReadError, Silent, WrongItem
from records.item import Item
from records.page import FeedEntry, Page

name = "turku"
TEXT_VERSION = "turku-1"
_SETTLED = 3
"""After so many meetings in a row with minutes whose items are all known, older ones are known too."""
_LANDMARKS = re.compile(r"<title>\s*Esityslistat/pöytäkirjat")
_WAY = re.compile(r"<table[^>]{0,100}class=[\"']?ytt\b")


def discover(source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return the items of the bodies whose pages the source lists, newest meeting first.

    `pages` are the addresses where each body's years stand (`.../kh/welcome.htm`). A body that cannot
    be read is a warning. Raises FetchError or ReadError when none could, ConfigError when none is listed.
    """
    if not source.pages:
        raise ConfigError(source.id, expected="pages in sources.toml, one for each body", found="none")
    entries: dict[str, FeedEntry] = {}
    warnings: list[str] = []
    failures: list[FetchError | ReadError] = []
    for address in source.pages:
        try:
            for entry in _of_body(address, source, fetch, horizon, warnings):
                entries.setdefault(entry.native_id, entry)
        except (FetchError, ReadError) as failure:
            failures.append(failure)
    if failures and not entries and len(failures) == len(source.pages):
        raise failures[0]
    newest = sorted(entries.values(), key=lambda entry: entry.meeting_date or horizon.oldest, reverse=True)
    return Discovery(tuple(newest), (*warnings, *map(str, failures)))


def read(page: Page, source: Source, entry: FeedEntry | None = None) -> tuple[Item, ...]:
    """Return the item of a page: the table of its way, then the text as printed.

    Raises Silent for an empty page, LayoutChanged for one without an item's landmarks, WrongItem for an
    item of another meeting than was asked.
    """
    if not page.content.strip():
        raise Silent(page.url, expected="an item", found="an empty page", advice="It may have been taken off")
    found = read_item(page)
    if entry and entry.meeting_date and found.day and found.day != entry.meeting_date:
        expected, told = f"an item of {entry.meeting_date}", f"one of {found.day}"
        raise WrongItem(page.url, expected=expected, found=told)
    place = item_place(page.url)
    item = Item(
        source_id=source.id,
        base_id=entry.base_id if entry else base_id_of(source, page.url),
        native_id=entry.native_id if entry else place[0] if place else page.url,
        url=page.url,
        text=found.text.text,
        blocks=found.text.blocks,
        text_version=TEXT_VERSION,
        language=source.language,
        title=found.title or None,
        attachments=found.attachments,
    )
    return (item,)


def recognises(text: str) -> bool:
    """Tell from the markup of a page whether it is one of these."""
    return _LANDMARKS.search(text) is not None and _WAY.search(text) is not None


def _of_body(
    address: str, source: Source, fetch: Fetch, horizon: Horizon, warnings: list[str]
) -> Iterator[FeedEntry]:
    """Yield a body's items, newest meeting first, until what follows is known or too old."""
    settled = 0
    for meeting in _meetings(address, fetch, horizon, warnings):
        try:
            entries = read_items(fetch(meeting.url), source)
        except (FetchError, ReadError) as failure:
            warnings.append(str(failure))
            continue
        yield from entries
        known = meeting.is_minutes and all(map(horizon.known, entries))
        settled = settled + 1 if known else 0
        if settled == _SETTLED and not horizon.walk:
            return


def _meetings(address: str, fetch: Fetch, horizon: Horizon, warnings: list[str]) -> Iterator[MeetingList]:
    """Yield the lists of a body's meetings since the oldest day wanted, newest first."""
    years = [year for year in read_years(fetch(address)) if year[0] >= horizon.oldest.year]
    for number, (_, url) in enumerate(years):
        try:
            lists = read_meetings(fetch(url))
        except (FetchError, ReadError) as failure:
            if not number:
                raise
            warnings.append(str(failure))
            return
        for meeting in lists:
            if meeting.day < horizon.oldest:
                return
            yield meeting
