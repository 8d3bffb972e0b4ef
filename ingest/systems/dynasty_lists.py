"""Knows the lists of Dynasty: the items of a meeting, and the latest meeting of each body."""

import re
from collections.abc import Iterable

from ingest.charset import decode
from ingest.days import parse_day
from ingest.html import parse_html, parse_markup
from ingest.systems.base import Discovery, Fetch
from ingest.systems.dynasty_chrome import find_links
from ingest.systems.dynasty_head import read_head
from ingest.systems.dynasty_ids import base_of, item_id, meeting_id
from records.council import Source
from records.errors import FetchError, LayoutChanged, ReadError
from records.page import FeedEntry, Page

_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_DATA = re.compile(r"<!--\s*DATA_?BEGIN\s*-->")


def read_meeting(page: Page, source: Source) -> tuple[FeedEntry, ...]:
    """Return the items that the page of one meeting lists, in its order, each once.

    Raises LayoutChanged for a page that links no item.
    """
    tree = parse_html(page.content, page.charset, page.url)
    above = _DATA.split(decode(page.content, page.charset), maxsplit=1)[0]
    head = "".join(
        piece.text for piece in read_head(parse_markup(above, page.url) if above.strip() else tree)
    )
    body, _, line = head.rpartition("\n")
    dated = _DATE.search(line)
    when = parse_day(dated[0]) if dated else None
    entries: dict[str, FeedEntry] = {}
    for link in find_links(tree, page.final_url):
        native_id = item_id(link.url)
        if native_id and link.text:
            base = base_of(source, link.url)
            entry = FeedEntry(
                url=link.url,
                title=f"{body} {dated[0]} / {link.text}" if body and dated else link.text,
                base_id=base.id if base else "",
                native_id=native_id,
                body=body or None,
                subject=link.text,
                meeting_date=when,
            )
            entries.setdefault(native_id, entry)
    if not entries:
        raise LayoutChanged(page.url, expected="a list of items", found="no link to an item")
    return tuple(entries.values())


def read_meetings(addresses: Iterable[str], source: Source, fetch: Fetch) -> Discovery:
    """Return the items of several meetings; a meeting that cannot be read is a warning."""
    entries: list[FeedEntry] = []
    warnings: list[str] = []
    for address in addresses:
        try:
            entries += read_meeting(fetch(address), source)
        except (FetchError, ReadError) as failure:
            warnings.append(str(failure))
    return Discovery(tuple(entries), tuple(warnings))


def read_latest_meetings(page: Page) -> tuple[str, ...]:
    """Return the addresses of the meetings that a list of bodies or of meetings links, each once."""
    tree = parse_html(page.content, page.charset, page.url)
    addresses = [link.url for link in find_links(tree, page.final_url) if meeting_id(link.url)]
    if not addresses:
        raise LayoutChanged(page.url, expected="a list of bodies with their meetings", found="no meeting")
    return tuple(dict.fromkeys(addresses))
