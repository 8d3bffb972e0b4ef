"""Knows the item pages of CloudNC: what stands behind `ContentStart`, and the documents beside it."""

import mimetypes
import re
from collections.abc import Iterator

from lxml import html

from ingest.addresses import absolute_url
from ingest.charset import decode
from ingest.clean import CleanText
from ingest.html import clean_element, parse_markup, words_of
from ingest.systems.cloudnc_addresses import is_document, is_meeting, item_id
from records.errors import LayoutChanged, ReadError
from records.item import Attachment
from records.page import Page

_START = re.compile(r"<[a-z][^<>]{0,300}\bid=[\"']ContentStart[\"'][^<>]{0,300}>", re.I)
_END = re.compile(
    r"<(?:[a-z][^<>]{0,300}\bclass=[\"'](?:[\w-]{1,60} ){0,6}right-content[\"' ]|footer[ >]"
    r"|[a-z][^<>]{0,300}\bid=[\"']footer[\"'])",
    re.I,
)
_CONTAINER = "Content_ctl00_ncContainer"
_BESIDE = ("Content_sidenaviArea", "right-content")
_AROUND = f"//*[@id='Content_sidenaviArea'] | //*[@id='{_CONTAINER}']//*[contains(@class, 'right-content')]"
_HEAD = re.compile(
    r",\s{1,3}(?:kokous|sammanträde|möte)\s{1,3}\d{1,2}\.\d{1,2}\.\d{4}|§\s{0,3}\d|\d\s{0,3}§", re.I
)
_NEIGHBOURS = 2
"""An item links those before and after it; a page that links more is a list."""
_SHORTEST = 20
"""A text with fewer characters than this is no item."""


def has_landmarks(markup: str) -> bool:
    """Tell whether a page's markup is CloudNC's."""
    if _CONTAINER in markup:
        return True
    return _START.search(markup) is not None and any(name in markup for name in _BESIDE)


def is_cut_off(page: Page) -> bool:
    """Tell whether a page ends before its end."""
    return "</html" not in decode(page.content, page.charset)[-2000:].lower()


def read_item_page(page: Page) -> tuple[CleanText, tuple[Attachment, ...]]:
    """Return an item's text, its head as first lines, and the documents that its page links.

    Raises LayoutChanged for a page without landmarks or text, ReadError for one that is no item.
    """
    markup = decode(page.content, page.charset)
    tree = parse_markup(_between(markup, page.url), page.url)
    for element in tree.xpath(_AROUND):
        if element.getparent() is not None:
            element.drop_tree()
    links = {item_id(absolute_url(page.final_url, one)) for one in tree.xpath("//a/@href")} - {None}
    text = clean_element(tree)
    if len(text.text) < _SHORTEST:
        raise _changed(page.url, f"only {text.text!r}")
    if not _HEAD.search(text.text) or is_meeting(page.url) or len(links) > _NEIGHBOURS:
        advice = "Give the address of one of its items"
        raise ReadError(page.url, expected="an item of a meeting", found="another page", advice=advice)
    return text, tuple(_attachments(parse_markup(markup, page.url), page.final_url))


def _between(markup: str, url: str) -> str:
    """Return the part of a page that holds the item."""
    start = _START.search(markup)
    if start is None:
        raise _changed(url, "no ContentStart")
    end = _END.search(markup, start.end())
    inside = markup[start.end() : end.start() if end else len(markup)]
    if not inside.strip():
        raise _changed(url, "nothing behind ContentStart")
    return f"<div>{inside}"


def _attachments(tree: html.HtmlElement, url: str) -> Iterator[Attachment]:
    """Yield the documents that the page links, each once."""
    seen = set()
    for element in tree.iter("a"):
        address = absolute_url(url, element.get("href", ""))
        title = words_of(element)
        if title and is_document(address) and address not in seen:
            seen.add(address)
            yield Attachment(title=title, url=address, media_type=_media_type(title))


def _media_type(title: str) -> str:
    """Return what a document is by the ending of its name; without one a PDF, as the system publishes."""
    return mimetypes.guess_type(title.lower())[0] or "application/pdf"


def _changed(url: str, found: str) -> LayoutChanged:
    return LayoutChanged(
        url,
        expected="the text of an item behind ContentStart",
        found=found,
        advice="Look at the page in a browser; if it is in order, its layout has changed",
    )
