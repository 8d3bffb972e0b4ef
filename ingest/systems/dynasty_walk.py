"""Knows how a site of Dynasty is walked: from its bodies over their meetings to items and decisions."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from ingest.days import find_day
from ingest.html import parse_html
from ingest.systems.base import Discovery, Fetch
from ingest.systems.dynasty_chrome import Link, find_links
from ingest.systems.dynasty_ids import (
    PAGE_OF_DECISIONS,
    base_of,
    body_id,
    entry_list,
    item_id,
    meeting_id,
    officer_list,
)
from ingest.systems.dynasty_lists import read_meetings
from records.council import Base, Source
from records.errors import FetchError, LayoutChanged, ReadError
from records.page import FeedEntry, Page

_ROW_LINKS = 4


class _Row(NamedTuple):
    """A line of a list: where it leads, its words, and the day that stands beside."""

    url: str
    text: str
    date: dt.date | None


def walk_site(source: Source, base: Base, fetch: Fetch, oldest: dt.date) -> Discovery:
    """Return every item of the meetings since `oldest`, and every decision of an officer since then.

    A list that cannot be read is a warning. Raises FetchError or LayoutChanged when the list of bodies
    cannot be read.
    """
    bodies = list(_rows(fetch(entry_list(base)), body_id))
    if not bodies:
        raise LayoutChanged(entry_list(base), expected="a list of bodies", found="no link to a body")
    warnings: list[str] = []
    meetings: dict[str, None] = {}
    for body in bodies:
        if _is_since(body, oldest):
            meetings |= dict.fromkeys(_meetings(body, fetch, oldest, warnings))
    found = read_meetings(meetings, source, fetch)
    decisions = _decisions(source, base, fetch, oldest, warnings)
    return Discovery((*found.entries, *decisions), (*found.warnings, *warnings))


def _meetings(body: _Row, fetch: Fetch, oldest: dt.date, warnings: list[str]) -> list[str]:
    try:
        page = fetch(body.url)
    except FetchError as failure:
        warnings.append(str(failure))
        return []
    return [row.url for row in _rows(page, meeting_id) if _is_since(row, oldest)]


def _decisions(
    source: Source, base: Base, fetch: Fetch, oldest: dt.date, warnings: list[str]
) -> tuple[FeedEntry, ...]:
    """Return the decisions of officers; a site of static pages lists none, and other sites may not either."""
    found: dict[str, FeedEntry] = {}
    start = 1
    while address := officer_list(base, start):
        try:
            rows = list(_rows(fetch(address), item_id))
        except (FetchError, ReadError) as failure:
            warnings.append(str(failure))
            break
        fresh = [_decision(row, source) for row in rows if _is_since(row, oldest) and row.text]
        before = len(found)
        found |= {entry.native_id: entry for entry in fresh}
        start += PAGE_OF_DECISIONS
        if len(rows) < PAGE_OF_DECISIONS or len(found) == before:
            break
    return tuple(found.values())


def _decision(row: _Row, source: Source) -> FeedEntry:
    base = base_of(source, row.url)
    return FeedEntry(
        url=row.url,
        title=row.text,
        base_id=base.id if base else "",
        native_id=item_id(row.url) or row.url,
        meeting_date=row.date,
    )


def _rows(page: Page, is_wanted: Callable[[str], str | None]) -> Iterator[_Row]:
    """Yield the links of a list that lead to what is wanted, each address once."""
    tree = parse_html(page.content, page.charset, page.url)
    rows: dict[str, _Row] = {}
    for link in find_links(tree, page.final_url):
        if is_wanted(link.url):
            rows.setdefault(link.url, _Row(link.url, link.text, _date_beside(link)))
    yield from rows.values()


def _date_beside(link: Link) -> dt.date | None:
    """Return the day that stands in the same row of a table, or in the nearest box around the link.

    A box with many links is the frame of a list: the days in it are others'.
    """
    for box in link.element.iterancestors("tr", "li", "p", "td", "div"):
        if box.tag != "tr" and len(list(islice(box.iter("a"), _ROW_LINKS + 1))) > _ROW_LINKS:
            break
        if found := find_day(" ".join(box.itertext())):
            return found
        if box.tag == "tr":
            break
    return None


def _is_since(row: _Row, oldest: dt.date) -> bool:
    """Tell whether a row may lead to what is wanted; one without a day may."""
    return row.date is None or row.date >= oldest
