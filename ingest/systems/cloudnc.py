"""Knows CloudNC, CGI's publication of council records, as a whole: its pages, and its interface of 2017."""

from urllib.parse import urlsplit

from ingest.clean import CleanText, lay_out
from ingest.systems.base import Discovery, Fetch, Horizon
from ingest.systems.cloudnc_addresses import base_of, front_list, is_interface, item_id
from ingest.systems.cloudnc_interface import read_interface_list, read_properties
from ingest.systems.cloudnc_lists import read_list
from ingest.systems.cloudnc_page import has_landmarks, is_cut_off, read_item_page
from ingest.systems.cloudnc_topic import topic_attachments, topic_pieces, topic_title, values_of
from ingest.systems.cloudnc_walk import Branch, Listed, walk_lists
from records.council import Source
from records.errors import ConfigError, FetchError, LayoutChanged, ReadError, Silent
from records.item import Attachment, Item
from records.page import FeedEntry, Page

name = "cloudnc"
TEXT_VERSION = "cloudnc-1"
_SHORTEST = 20


def discover(source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return what the source's lists offer: the newest, and where none of those is known, all below.

    The lists are those that the source names as feeds, else the list of its first base. One of
    several that fails is a warning. Raises FetchError or ReadError when none could be read,
    ConfigError when the source names no address.
    """
    found: list[Discovery] = []
    failures: list[FetchError | ReadError] = []
    for address in _fronts(source):
        try:
            found.append(
                walk_lists(address, lambda page, branch: _listed(page, source, branch), fetch, horizon)
            )
        except (FetchError, ReadError) as failure:
            failures.append(failure)
    if failures and not found:
        raise failures[0]
    entries = {entry.native_id: entry for part in found for entry in part.entries}
    warnings = [warning for part in found for warning in part.warnings]
    gaps = [gap for part in found for gap in part.gaps]
    return Discovery(tuple(entries.values()), (*warnings, *map(str, failures)), tuple(gaps))


def read(page: Page, source: Source, entry: FeedEntry | None = None) -> tuple[Item, ...]:
    """Return the item of a page, or of an answer of the interface, with its head as first lines.

    Raises Silent for an empty page, LayoutChanged for one without the text of an item, ReadError for
    a list, for a page cut off where `entry` tells what was due, and for JSON of another shape.
    """
    content = page.content.strip()
    if not content:
        raise Silent(page.url, expected="an item", found="an empty page", advice="It may have been taken off")
    if content[:1] in (b"{", b"["):
        return (_topic(page, source, entry),)
    if entry and is_cut_off(page):
        advice = "The next night tries again"
        raise ReadError(page.url, expected="a whole page", found="one cut off", advice=advice)
    text, attachments = read_item_page(page)
    return (_item(text, attachments, page, source, entry, entry.subject if entry else None),)


def recognises(text: str) -> bool:
    """Tell from the markup of a page whether CloudNC made it."""
    return has_landmarks(text)


def _fronts(source: Source) -> tuple[str, ...]:
    fronts = source.feeds or tuple(front_list(base) for base in source.bases[:1])
    if not fronts:
        raise ConfigError(source.id, expected="bases or feeds in sources.toml", found="neither")
    return fronts


def _listed(page: Page, source: Source, branch: Branch) -> Listed:
    if page.content.lstrip()[:1] == b"{":
        return read_interface_list(page, source, branch)
    if any(is_interface(base.url) and branch.url.startswith(base.url) for base in source.bases):
        raise ReadError(page.url, expected="an answer of the OpenNC interface", found="no JSON")
    return read_list(page, source, branch)


def _topic(page: Page, source: Source, entry: FeedEntry | None) -> Item:
    values = values_of(read_properties(page))
    if "Name" not in values:
        advice = "It may be the list of those present"
        raise ReadError(page.url, expected="an item with a name", found="none", advice=advice)
    body, day = (entry.body, entry.meeting_date) if entry else (None, None)
    text = lay_out(topic_pieces(values, body, day))
    if len(text.text) < _SHORTEST:
        raise LayoutChanged(page.url, expected="the values of an item", found=f"only {text.text!r}")
    parts = urlsplit(page.final_url)
    attachments = topic_attachments(values, f"{parts.scheme}://{parts.netloc}/")
    title = topic_title(values) or (entry.subject if entry else None)
    return _item(text, attachments, page, source, entry, title)


def _item(
    text: CleanText,
    attachments: tuple[Attachment, ...],
    page: Page,
    source: Source,
    entry: FeedEntry | None,
    title: str | None,
) -> Item:
    return Item(
        source_id=source.id,
        base_id=entry.base_id if entry else base_of(source, page.url),
        native_id=entry.native_id if entry else item_id(page.url) or page.url,
        url=page.url,
        text=text.text,
        blocks=text.blocks,
        text_version=TEXT_VERSION,
        language=source.language,
        title=title,
        attachments=attachments,
    )
