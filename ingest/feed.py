"""Knows RSS and Atom, in all the damage that servers send them in."""

import datetime as dt
import re
import time
from calendar import timegm
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

import feedparser

from ingest.addresses import absolute_url
from ingest.charset import decode, misdeclared
from records.errors import FeedError

_DECLARATION = re.compile(r"\A<\?xml[^>]{0,200}\?>")
_ROOT = re.compile(r"<((?:\w{1,20}:)?(?:rss|feed|rdf))[\s>]", re.I)
_END = re.compile(r"</(?:\w{1,20}:)?(?:rss|feed|rdf)\s*>\s*\Z", re.I)
_ENTRY_END = re.compile(r"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.I)
_TITLE = re.compile(r"<title[^>]{0,200}>\s*([^<]{1,80})", re.I)
_CONTROLS = dict.fromkeys({*range(9), *range(0x0B, 0x0D), *range(0x0E, 0x20)})
_ENTITY = "<!ENTITY"
_HEAD = 4000
"""How many characters a feed may spend before its root element."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry as the feed tells it; `url` is absolute and canonical, `published` aware UTC or None.

    `category` is the first that it is filed under, or empty.
    """

    url: str
    title: str
    summary: str = ""
    published: dt.datetime | None = None
    category: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that could be read, and in words what was wrong with it.

    No entries and no warnings mean that the source states that there is nothing.
    """

    title: str
    items: tuple[FeedItem, ...]
    warnings: tuple[str, ...] = ()


def read_feed(content: bytes, url: str, content_type: str | None = None) -> Feed:
    """Return the feed that `content` holds; `content_type` is the HTTP header, `url` resolves its links.

    A damaged feed is kept as far as it can be read, one that is cut off as far as whole entries go;
    warnings tell of it. Raises FeedError for an empty answer, a page (such as a login form), JSON, other
    XML, a feed that declares entities of its own, and one cut off before its first whole entry.
    """
    charset = _charset(content_type)
    text = decode(content, charset).translate(_CONTROLS).lstrip("\ufeff \t\r\n")
    _refuse_others(text, url)
    warnings = []
    if label := misdeclared(content, charset):
        warnings.append(f"{url}: declared as {label}, which the bytes are not")
    if not _END.search(text[-200:]):
        text = _whole_entries(text, url)
        warnings.append(f"{url}: the feed is cut off; kept are its whole entries")
    parsed = _parse(text)
    if not parsed.get("version"):
        raise FeedError(url, expected="a feed", found="XML that is none")
    if parsed.get("bozo") and not warnings:
        warnings.append(f"{url}: damaged XML ({parsed['bozo_exception']}); read as far as possible")
    items = [_item(entry, url) for entry in parsed["entries"]]
    lost = sum(item is None for item in items)
    if lost:
        warnings.append(f"{url}: {lost} entries without an address left out")
    return Feed(_words(parsed["feed"].get("title")), tuple(filter(None, items)), tuple(warnings))


def _charset(content_type: str | None) -> str | None:
    _, _, label = (content_type or "").lower().partition("charset=")
    return label.partition(";")[0].strip(" \"'") or None


def _refuse_others(text: str, url: str) -> None:
    if _ENTITY in text:
        found = "one that declares entities of its own, which can unfold to any size"
        raise FeedError(url, expected="a plain feed", found=found, advice="Tell the publisher")
    if _ROOT.search(text, 0, _HEAD):
        return
    advice = "Open the address in a browser and see whether the feed has moved"
    title = _TITLE.search(text, 0, _HEAD)
    if not text:
        found = "an empty answer"
    elif text[0] in "{[":
        found = "JSON"
    elif "<html" in text[:_HEAD].lower() or "<!doctype html" in text[:_HEAD].lower():
        found = f"a page titled {_words(title[1])!r}" if title else "a page without title"
    else:
        found = f"{text[:40]!r}"
    raise FeedError(url, expected="an RSS or Atom feed", found=found, advice=advice)


def _whole_entries(text: str, url: str) -> str:
    ends = [match.end() for match in _ENTRY_END.finditer(text)]
    if not ends:
        raise FeedError(
            url,
            expected="a whole feed",
            found=f"one cut off after {len(text)} characters, before its first entry ends",
            advice="The next night tries again; if it stays so, tell the publisher",
        )
    return text[: ends[-1]] + _closing(text)


def _closing(text: str) -> str:
    """Return the end tags of a feed cut off after an entry.

    An open document would be left to feedparser's loose reader, which takes `&amp;` in addresses apart.
    """
    root = _ROOT.search(text, 0, _HEAD)
    tag = root[1] if root else "rss"
    return f"</channel></{tag}>" if tag.lower().endswith("rss") else f"</{tag}>"


def _parse(text: str) -> Mapping[str, Any]:
    parsed: Mapping[str, Any] = feedparser.parse(
        _DECLARATION.sub("", text, count=1).encode("utf-8", "replace"),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return parsed


def _item(entry: Mapping[str, Any], url: str) -> FeedItem | None:
    link = entry.get("link")
    if not link:
        return None
    return FeedItem(
        url=absolute_url(url, link),
        title=_words(entry.get("title")),
        summary=_words(entry.get("summary")),
        published=_moment(entry.get("published_parsed") or entry.get("updated_parsed")),
        category=_words(entry.get("category")),
    )


def _moment(when: time.struct_time | None) -> dt.datetime | None:
    if when is None or not 1970 <= when.tm_year < 2200:
        return None
    return dt.datetime.fromtimestamp(timegm(when), dt.UTC)


def _words(text: str | None) -> str:
    """Return `text` with the HTML entities that publishers leave in it read once, blanks squeezed."""
    return " ".join(unescape(text or "").split())
