"""Knows Netpublicator, the service in which Swedish municipalities publish readers of meeting documents."""

import datetime as dt
from urllib.parse import quote

from ingest.addresses import canonical_url, parameters_of
from ingest.systems import webpage
from ingest.systems.base import Discovery, Fetch, Horizon
from ingest.systems.listed_days import find_day, find_day_among
from ingest.systems.listed_words import ListedWords, calls_it_minutes, find_body, words_for
from ingest.systems.listing_addresses import fits_pattern, place_of
from ingest.systems.listing_entries import newest_first
from ingest.systems.netpublicator_tree import TreeDocument, keys_of, read_json, read_tree
from records.council import Source
from records.errors import ConfigError, FetchError, LayoutChanged, ReadError, Silent
from records.item import Item
from records.page import FeedEntry, Page

name = "netpublicator"
_READ = "read?hash={key}&isr=false"
_DOCUMENT = "document/{id}?hash={key}"


def discover(source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return the minutes that the source's readers hold, newest first, each once.

    A reader tells all it has in one answer; minutes without a meeting's day that were made before
    `horizon.oldest` are left out. Read are the addresses of `pages`, else the reader under
    the first base with the key `unit`. One of several that fails is a warning.
    Raises the error of the first when none could be read: FetchError, or LayoutChanged for an answer
    of another shape and for a tree without minutes; ConfigError when the source names no reader.
    """
    found: dict[tuple[str, str], FeedEntry] = {}
    failures: list[FetchError | ReadError] = []
    readers = _readers(source)
    for address in readers:
        try:
            for entry in _minutes(fetch(address), address, source):
                if entry.meeting_date or not entry.published or entry.published.date() >= horizon.oldest:
                    found.setdefault((entry.base_id, entry.native_id), entry)
        except (FetchError, ReadError) as failure:
            failures.append(failure)
    if len(failures) == len(readers):
        raise failures[0]
    return Discovery(newest_first(found.values()), tuple(map(str, failures)))


def read(page: Page, source: Source, entry: FeedEntry | None = None) -> tuple[Item, ...]:
    """Return whole minutes, a PDF or Word document, as one item.

    Raises Silent for an empty answer, LayoutChanged for JSON, naming its keys, and ReadError for a web
    page and for a document that cannot be read.
    """
    start = page.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if not start:
        raise Silent(page.url, expected="minutes", found="nothing", advice="They may have been taken off")
    if start in (b"{", b"["):
        found = keys_of(read_json(page))
        raise LayoutChanged(page.url, expected="a PDF or Word document", found=f"JSON with {found}")
    if start == b"<":
        advice = "The document may have been taken off, or the reader closed"
        raise ReadError(page.url, expected="a PDF or Word document", found="a web page", advice=advice)
    return webpage.read(page, source, entry)


def recognises(text: str) -> bool:
    """Return False: readers answer JSON and documents, never an item's page."""
    del text
    return False


def _readers(source: Source) -> tuple[str, ...]:
    if source.pages:
        return source.pages
    if not source.bases or not source.unit:
        found = "bases without unit" if source.bases else "neither"
        raise ConfigError(source.id, expected="bases and unit, or pages, in sources.toml", found=found)
    return (f"{source.bases[0].url.rstrip('/')}/{_READ.format(key=quote(source.unit))}",)


def _minutes(page: Page, address: str, source: Source) -> tuple[FeedEntry, ...]:
    """Return the minutes of a reader; with patterns those that the document's folders and name fit."""
    words, tree = words_for(source), read_tree(page)
    wanted = [document for document in tree if _is_minutes(document, source, words)]
    if not wanted:
        raise LayoutChanged(
            address,
            expected=f"documents that fit {' or '.join(source.documents)}" if source.documents else "minutes",
            found=f"{len(tree)} documents, none of them minutes, such as {tree[0].path[:200]}",
            advice="`documents` in sources.toml tells which folders and names hold minutes",
        )
    return tuple(_entry(document, address, source, words) for document in wanted)


def _is_minutes(document: TreeDocument, source: Source, words: ListedWords) -> bool:
    if source.documents:
        return any(fits_pattern(document.path, pattern) for pattern in source.documents)
    return calls_it_minutes((document.name, *document.folders), words)


def _entry(document: TreeDocument, address: str, source: Source, words: ListedWords) -> FeedEntry:
    key = parameters_of(address).get("hash", source.unit or "")
    reader = address.partition("?")[0].rpartition("/")[0]
    url = canonical_url(f"{reader}/{_DOCUMENT.format(id=quote(document.id, safe=''), key=key)}")
    around = (document.name, *document.folders)
    made = find_day(document.day[:10], words)
    return FeedEntry(
        url=url,
        title=document.name,
        base_id=place_of(url, source)[0],
        native_id=document.id,
        body=find_body(around, source, words),
        meeting_date=find_day(document.meeting[:10], words) or find_day_among(around, words),
        published=dt.datetime.combine(made, dt.time(), dt.UTC) if made else None,
    )
