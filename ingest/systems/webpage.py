"""Knows ordinary web pages, watched by address."""

from ingest.addresses import canonical_url
from ingest.charset import decode
from ingest.feed import read_feed
from ingest.formats import read_plain, sniff
from ingest.systems.base import Discovery, Fetch, Horizon
from ingest.systems.webpage_main import WebText, read_web_text
from records.council import Source
from records.errors import ConfigError, ReadError, Silent
from records.item import Item
from records.page import FeedEntry, Page

name = "webpage"
TEXT_VERSION = "webpage-1"
_SHORTEST = 20
"""A page with fewer characters than this is an empty shell."""


def discover(source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return an entry for each address that the source watches, then for those its feeds tell of.

    An entry's id is its address below the base it lies under, so that a site may move; the whole
    address where the source names no such base. Raises FetchError or FeedError for a feed that cannot be
    read, ConfigError when the source names neither pages nor feeds.
    """
    del horizon  # what is watched is watched whole, and a feed of news has no wider one
    if not source.pages and not source.feeds:
        raise ConfigError(source.id, expected="pages or feeds in sources.toml", found="neither")
    entries = {canonical_url(url): _entry(url, url, source) for url in source.pages}
    warnings: list[str] = []
    for address in source.feeds:
        page = fetch(address)
        feed = read_feed(page.content, page.final_url, page.headers.get("content-type"))
        warnings += feed.warnings
        for item in feed.items:
            entry = _entry(item.url, item.title, source)
            entries.setdefault(entry.native_id, entry.model_copy(update={"published": item.published}))
    return Discovery(tuple(entries.values()), tuple(warnings))


def read(page: Page, source: Source, entry: FeedEntry | None = None) -> tuple[Item, ...]:
    """Return the page as one item: its text without navigation, its title, the documents it links.

    A PDF or Word document under the address is read as such. Raises Silent for an empty answer,
    ReadError for a page that shows no text without its scripts.
    """
    if not page.content.strip():
        raise Silent(page.url, expected="a page", found="nothing", advice="It may have been taken off")
    kind = sniff(page.content, page.final_url, page.media_type)
    if kind == "html":
        found, version = read_web_text(decode(page.content, page.charset), page.final_url), TEXT_VERSION
    else:
        plain, version = read_plain(page.content, page.url, kind, page.charset)
        found = WebText(plain)
    text = found.text
    if len(text.text) < _SHORTEST:
        raise ReadError(
            page.url,
            expected="a page with text",
            found=f"only {text.text!r}",
            advice="It may need scripts to show its text: save it from a browser",
        )
    return (
        Item(
            source_id=source.id,
            base_id=entry.base_id if entry else _place(page.url, source)[0],
            native_id=entry.native_id if entry else _place(page.url, source)[1],
            url=page.url,
            text=text.text,
            blocks=text.blocks,
            text_version=version,
            language=source.language,
            title=found.title,
            attachments=found.attachments,
        ),
    )


def recognises(text: str) -> bool:
    """Return False: any page can be read as an ordinary one, none is known to be one."""
    del text
    return False


def _entry(url: str, title: str, source: Source) -> FeedEntry:
    base_id, native_id = _place(url, source)
    return FeedEntry(url=url, title=title, base_id=base_id, native_id=native_id)


def _place(url: str, source: Source) -> tuple[str, str]:
    """Return the base that an address lies under, and the rest of it; the whole one outside every base."""
    address = canonical_url(url)
    for base in source.bases:
        prefix = canonical_url(base.url).rstrip("/") + "/"
        if address.startswith(prefix):
            return base.id, address.removeprefix(prefix) or "/"
    return "", address
