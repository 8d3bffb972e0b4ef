"""Knows which links of a list lead to minutes, and what the list tells of them."""

import datetime as dt
from collections.abc import Iterable

from ingest.addresses import host_of
from ingest.systems.listed_days import find_day, find_day_among
from ingest.systems.listed_words import ListedWords, calls_it_minutes, find_body, words_for
from ingest.systems.listing_addresses import is_document, is_unreadable, matches, place_of
from ingest.systems.listing_links import ListedLink, ListPage
from records.council import Source
from records.errors import LayoutChanged
from records.page import FeedEntry


def minutes_of(page: ListPage, source: Source) -> tuple[FeedEntry, ...]:
    """Return the minutes that a page links as `find_minutes` does.

    Raises LayoutChanged, naming what the page links instead, where it links none.
    """
    entries = find_minutes(page, source)
    if not entries:
        raise _without_minutes(page, source)
    return entries


def find_minutes(page: ListPage, source: Source) -> tuple[FeedEntry, ...]:
    """Return the minutes that a page links, in its order, each once.

    What the patterns of `documents` fit are minutes. Without patterns it is a document, or a page of the
    same host with a day of its own, that is called minutes by its link, its file name, the head of
    its column or, if it has a day, by the heading above it.
    """
    words = words_for(source)
    links = [link for link in page.links if _is_minutes(link, page, source, words)]
    entries: dict[tuple[str, str], FeedEntry] = {}
    for entry in (_entry(link, page, source, words) for link in links):
        key = entry.base_id, entry.native_id
        known = entries.get(key)
        if known is None or (known.meeting_date is None and entry.meeting_date is not None):
            entries[key] = entry
    return tuple(entries.values())


def unread_minutes(page: ListPage, source: Source) -> tuple[str, ...]:
    """Return the addresses of minutes in formats that cannot be read, each once."""
    words = words_for(source)
    links = (link for link in page.links if is_unreadable(link.url))
    return tuple(dict.fromkeys(link.url for link in links if calls_it_minutes(_names(link), words)))


def newest_first(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Return the entries by their day, newest first; one without a day stays behind the one before it."""
    dated: list[tuple[dt.date, FeedEntry]] = []
    day = dt.date.max
    for entry in entries:
        day = entry.meeting_date or day
        dated.append((day, entry))
    return tuple(entry for _, entry in sorted(dated, key=lambda one: one[0], reverse=True))


def _is_minutes(link: ListedLink, page: ListPage, source: Source, words: ListedWords) -> bool:
    if source.documents:
        return any(matches(link.url, pattern) for pattern in source.documents)
    if link.url == page.url or is_unreadable(link.url):
        return False
    dated = find_day(link.text, words) or find_day(link.file, words)
    if not is_document(link.url):
        told = dated or find_day_among([link.text, *link.boxes], words)
        own = told is not None and host_of(link.url) == host_of(page.url)
        return own and calls_it_minutes((link.text, link.file), words)
    above = (*link.headings, page.title) if dated or find_day_among(_around(link, page), words) else ()
    return calls_it_minutes((*_names(link), *above), words)


def _names(link: ListedLink) -> tuple[str, ...]:
    return link.text, link.file, link.column


def _around(link: ListedLink, page: ListPage) -> tuple[str, ...]:
    """Return what may tell a link's day, nearest first."""
    return link.text, link.file, *link.boxes, *link.headings, page.title, page.url


def _entry(link: ListedLink, page: ListPage, source: Source, words: ListedWords) -> FeedEntry:
    base_id, native_id = place_of(link.url, source)
    around = _around(link, page)
    day = find_day(link.text, words) or find_day(link.file, words) or find_day_among(around, words)
    return FeedEntry(
        url=link.url,
        title=link.text or link.file,
        base_id=base_id,
        native_id=native_id,
        body=find_body(around, source, words),
        meeting_date=day,
    )


def _without_minutes(page: ListPage, source: Source) -> LayoutChanged:
    return LayoutChanged(
        page.url,
        expected=f"links that fit {' or '.join(source.documents)}"
        if source.documents
        else "links to minutes",
        found=_told(page.links),
        advice="Open it in a browser; `documents` in sources.toml tells which addresses are minutes",
    )


def _told(links: Iterable[ListedLink]) -> str:
    linked = tuple(links)
    documents = [link.url for link in linked if is_document(link.url) or is_unreadable(link.url)]
    if not documents:
        return f"{len(linked)} links, none of them to a document"
    return f"{len(documents)} links to documents, none of them minutes, such as {documents[0][:200]}"
