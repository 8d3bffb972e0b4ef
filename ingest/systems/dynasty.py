"""Knows Dynasty tietopalvelu, the record system of many Finnish municipalities, as a whole."""

import re

from ingest.systems.base import Discovery, Fetch, Horizon
from ingest.systems.dynasty_head import has_head
from ingest.systems.dynasty_ids import (
    base_of,
    body_list,
    is_list,
    item_feed,
    item_id,
    meeting_feed,
    officer_feed,
)
from ingest.systems.dynasty_lists import read_latest_meetings, read_meetings
from ingest.systems.dynasty_page import ItemPart, is_cut_off, read_parts
from ingest.systems.dynasty_polling import FeedAddress, poll_feeds
from ingest.systems.dynasty_walk import walk_site
from records.council import Source
from records.errors import ConfigError, ReadError, Silent, WrongItem
from records.item import Attachment, Item
from records.page import FeedEntry, Page

name = "dynasty"
TEXT_VERSION = "dynasty-1"
_LANDMARKS = re.compile(
    r"<!--\s*DATA_?BEGIN\s*-->|class=[\"'](?:[\w-]{1,40} ){0,5}meetingitem[\"' ]|class=[\"']?bodyKokous"
)
_LIST = re.compile(rb"class=[\"']?body(?:Telimet|Telin|Kokous)[\"' >]")
_LINKS = re.compile(r"DREQUEST\.PHP\?|/kokous/\w{1,60}-\d{1,9}\.PDF")


def discover(source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return the entries of the source's feeds; of a static site the items of each body's latest meeting.

    Feeds are those that the source lists, else those of items, officers' decisions and meetings under its
    first base, of which the first must be there. A feed is asked for more until it reaches back to what
    is known. Raises FetchError or FeedError when none could be read, ConfigError when the source names
    no address.
    """
    if not source.feeds and not source.bases:
        raise ConfigError(source.id, expected="bases or feeds in sources.toml", found="neither")
    if horizon.walk and source.bases:
        return walk_site(source, source.bases[0], fetch, horizon.oldest)
    lists = body_list(source.bases[0]) if source.bases and not source.feeds else None
    if lists:
        return read_meetings(read_latest_meetings(fetch(lists)), source, fetch)
    return poll_feeds(_feeds(source), source, fetch, horizon)


def read(page: Page, source: Source, entry: FeedEntry | None = None) -> tuple[Item, ...]:
    """Return the items of a page, each with its head as first lines; `entry` tells which was asked.

    Raises Silent for an empty page, LayoutChanged for a page without the text of an item, ReadError
    for a list, and, when `entry` tells what was due, for a page cut off and for another item.
    """
    if not page.content.strip():
        raise Silent(page.url, expected="an item", found="an empty page", advice="It may have been taken off")
    if is_list(page.url) or _LIST.search(page.content):
        advice = "Give the address of one of its items"
        raise ReadError(page.url, expected="an item", found="a list of items", advice=advice)
    asked = entry.native_id if entry else item_id(page.url)
    if entry and is_cut_off(page):
        advice = "The next night tries again"
        raise ReadError(page.url, expected="a whole page", found="one cut off", advice=advice)
    parts = read_parts(page)
    if asked and len(parts) == 1:
        _check_asked(parts[0], asked, page, entry)
    ids = _native_ids(parts, asked, page)
    return tuple(_item(part, own, page, source, entry) for part, own in zip(parts, ids, strict=True))


def recognises(text: str) -> bool:
    """Tell from the markup of a page whether Dynasty made it."""
    return _LANDMARKS.search(text) is not None or (_LINKS.search(text) is not None and has_head(text))


def _feeds(source: Source) -> tuple[FeedAddress, ...]:
    if source.feeds:
        return tuple(FeedAddress(url) for url in source.feeds)
    base = source.bases[0]
    return (
        FeedAddress(item_feed(base, source.show)),
        FeedAddress(officer_feed(base, source.show), needed=False),
        FeedAddress(meeting_feed(base, source.show), needed=False),
    )


def _check_asked(part: ItemPart, asked: str, page: Page, entry: FeedEntry | None) -> None:
    """Raise WrongItem if the page is another item of the system than `asked`."""
    if not _is_asked(part, asked, entry):
        linked = sorted(part.chrome.printed or part.chrome.items)[:3]
        raise WrongItem(
            page.url,
            expected=f"item {asked}",
            found=f"another item (links to {', '.join(linked)})" if linked else "another item",
            advice="The server mixes up sessions",
        )


def _is_asked(part: ItemPart, asked: str, entry: FeedEntry | None) -> bool:
    """Tell whether a page is the item asked.

    The printed form of an item of the same meeting decides; where none is offered, the neighbours that
    are linked; where they leave it open, the subject that the feed told.
    """
    printed, linked = part.chrome.printed, part.chrome.items
    meeting, _, number = asked.rpartition("-")
    if meeting and any(item.startswith(f"{meeting}-") for item in printed):
        return asked in printed
    if meeting and linked and number.isdecimal() and len(number) < 9:
        near = {f"{meeting}-{int(number) + step}" for step in (-1, 1)} & linked
        if len(near) == 2 or (near and asked not in linked):
            return True
        if not near:
            return False
    return not (entry and entry.subject) or _folded(entry.subject) in _folded(part.text.text)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _item(part: ItemPart, native_id: str, page: Page, source: Source, entry: FeedEntry | None) -> Item:
    base = base_of(source, page.url)
    text = part.text
    return Item(
        source_id=source.id,
        base_id=entry.base_id if entry else base.id if base else "",
        native_id=native_id,
        url=page.url,
        text=text.text,
        blocks=text.blocks,
        text_version=TEXT_VERSION,
        language=source.language,
        title=entry.subject if entry else None,
        attachments=(*_printed_text(part, native_id), *part.chrome.attachments),
    )


def _printed_text(part: ItemPart, native_id: str) -> tuple[Attachment, ...]:
    """Return the printed form of an item whose page has no text: there it stands."""
    forms = part.chrome.forms
    address = forms.get(native_id) or next(iter(forms.values()), None)
    if part.has_body or address is None:
        return ()
    title = address.rpartition("/")[2]
    return (Attachment(title=title, url=address, media_type="application/pdf", holds_text=True),)


def _native_ids(parts: tuple[ItemPart, ...], asked: str | None, page: Page) -> list[str]:
    """Return an id for each item of a page: the one asked, its printed form's, or its place on the page."""
    if asked and len(parts) == 1:
        return [asked]
    known = asked or page.url
    ids = [min(part.chrome.printed) if len(part.chrome.printed) == 1 else "" for part in parts]
    return [own or (f"{known}#{place}" if len(parts) > 1 else known) for place, own in enumerate(ids, 1)]
