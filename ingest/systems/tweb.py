"""Knows TWeb, a record system of Finnish municipalities: what its feed lists, and the documents behind it."""

import re

from ingest.clean import CleanText, Piece, join_texts, lay_out
from ingest.days import find_day
from ingest.feed import FeedItem, read_feed
from ingest.formats import read_plain, sniff
from ingest.systems.base import Discovery, Fetch, Horizon
from ingest.systems.tweb_lists import (
    document_id,
    list_documents,
    list_id,
    list_text,
    read_list,
    written,
)
from records.council import Source
from records.errors import ConfigError, FetchError, ReadError, Silent
from records.item import Attachment, Item
from records.page import FeedEntry, Page

name = "tweb"
TEXT_VERSION = "tweb-1"
FEED = "ktwebscr/epj_rssfeed.htm?toimielin="
_LANDMARKS = re.compile(r"(?:/ktwebscr/|/ktproxy2\.dll\?|/fileshow\?doctype=)", re.I)
_LIST = re.compile(r"<table[^>]{0,100}class=[\"']?list\b|Triplan", re.I)
_UNREADABLE = ((b"\xd0\xcf\x11\xe0", "an old Word file (.doc)"), (b"{\\rtf", "RTF"))
_MOMENT = re.compile(r"\(?\b\d{1,2}\.\d{1,2}\.\d{4}\b(?:\s+(?:klo\s+)?\d{1,2}[:.]\d{2})?\)?", re.I)
_START = 300
"""A document that names its meeting does so within so many characters."""
_BETWEEN = " \t:;,./|–-"


def discover(source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return the documents that the source's feeds list, as they stand there.

    Without `feeds` the feed under the first base is read, for all bodies. No list is followed: an entry
    that leads to one is a gap. One of several feeds that fails is a warning. Raises FetchError or
    FeedError when none could be read, ConfigError when the source names no address.
    """
    feeds = source.feeds or tuple(f"{base.url.rstrip('/')}/{FEED}" for base in source.bases[:1])
    if not feeds:
        raise ConfigError(source.id, expected="bases or feeds in sources.toml", found="neither")
    entries: dict[str, FeedEntry] = {}
    warnings: list[str] = []
    gaps: list[str] = []
    failures: list[FetchError | ReadError] = []
    for address in feeds:
        try:
            found = _read(address, source, fetch, horizon)
        except (FetchError, ReadError) as failure:
            failures.append(failure)
            continue
        for entry in found.entries:
            entries.setdefault(entry.native_id, entry)
        warnings += found.warnings
        gaps += found.gaps
    if len(failures) == len(feeds):
        raise failures[0]
    newest = sorted(entries.values(), key=lambda one: one.meeting_date or horizon.oldest, reverse=True)
    return Discovery(tuple(newest), (*warnings, *map(str, failures)), tuple(gaps))


def read(page: Page, source: Source, entry: FeedEntry | None = None) -> tuple[Item, ...]:
    """Return a document as one item, below what the feed says of it; a saved list as one item, too.

    Documents name neither body nor day: those lines come from the feed. Raises Silent for an empty
    answer, ReadError for a kind of document that cannot be read, LayoutChanged for other pages.
    """
    if not page.content.strip():
        raise Silent(page.url, expected="a document", found="an empty answer")
    for magic, found in _UNREADABLE:
        if page.content.lstrip()[:8].startswith(magic):
            advice = "Ask the publisher for PDF; or save it as .docx or PDF and use `paragraf extract`"
            raise ReadError(page.url, expected="a PDF or .docx document", found=found, advice=advice)
    kind = sniff(page.content, page.final_url, page.media_type)
    if kind in ("pdf", "docx"):
        text, version = read_plain(page.content, page.url, kind, page.charset)
        text = join_texts((_head(entry, text.text), text)) if entry else text
        return (_item(page, source, entry, text, version),)
    meetings = read_list(page)
    documents = list_documents(meetings)
    return (_item(page, source, entry, list_text(meetings), TEXT_VERSION, documents),)


def recognises(text: str) -> bool:
    """Tell from the markup of a page whether TWeb made it."""
    return _LANDMARKS.search(text) is not None and _LIST.search(text) is not None


def _read(address: str, source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    page = fetch(address)
    feed = read_feed(page.content, page.final_url, page.headers.get("content-type"))
    entries = [entry for line in feed.items if (entry := _entry(line, source))]
    gaps: list[str] = []
    if lists := [line.url for line in feed.items if document_id(line.url) is None]:
        gaps.append(f"{address}: {len(lists)} entries (such as {lists[0]}) lead to no document")
    reached = any(_is_reached(entry, horizon) for entry in entries)
    if entries and horizon.began and not reached:
        gaps.append(f"{address}: {len(entries)} entries, the oldest of them new: {entries[-1].title!r}")
    return Discovery(tuple(entries), feed.warnings, tuple(gaps))


def _is_reached(entry: FeedEntry, horizon: Horizon) -> bool:
    return horizon.known(entry) or (entry.meeting_date is not None and entry.meeting_date < horizon.oldest)


def _entry(line: FeedItem, source: Source) -> FeedEntry | None:
    docid = document_id(line.url)
    if docid is None:
        return None
    return FeedEntry(
        url=line.url,
        title=line.title,
        base_id=_base_id(source, line.url),
        native_id=docid,
        body=line.category or None,
        subject=_subject(line),
        meeting_date=find_day(line.title),
        published=line.published,
    )


def _subject(line: FeedItem) -> str | None:
    """Return a title without day, clock and body, which stand in it in any order; None if no more is told."""
    words = " ".join(_MOMENT.sub(" ", line.title, count=1).split()).strip(_BETWEEN)
    if line.category and words.casefold().startswith(line.category.casefold()):
        words = words[len(line.category) :].strip(_BETWEEN)
    return words or None


def _head(entry: FeedEntry, text: str) -> CleanText:
    """Return body and day, then the subject, unless the document itself begins with them."""
    start = " ".join(text[:_START].split()).casefold()
    body, day, subject = entry.body or "", entry.meeting_date, entry.subject or ""
    told = f"{body} {written(day)}" if day else body
    meeting = "" if body.casefold() in start and day == find_day(start) else told.strip()
    lines = (meeting, "" if subject.casefold() in start else subject)
    return lay_out(Piece("paragraph", line) for line in lines)


def _item(
    page: Page,
    source: Source,
    entry: FeedEntry | None,
    text: CleanText,
    version: str,
    documents: tuple[Attachment, ...] = (),
) -> Item:
    own = document_id(page.url) or list_id(page.url) or page.url
    return Item(
        source_id=source.id,
        base_id=entry.base_id if entry else _base_id(source, page.url),
        native_id=entry.native_id if entry else own,
        url=page.url,
        text=text.text,
        blocks=text.blocks,
        text_version=version,
        language=source.language,
        title=entry.subject if entry else None,
        attachments=documents,
    )


def _base_id(source: Source, url: str) -> str:
    """Return the id of the source's base that an address lies under."""
    return next((base.id for base in source.bases if url.startswith(base.url)), "")
