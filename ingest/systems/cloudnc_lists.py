"""Knows the lists of CloudNC: the newest items with the bodies, a body's meetings, a meeting's items."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml import html

from ingest.addresses import absolute_url
from ingest.days import find_day
from ingest.html import parse_html, words_of
from ingest.systems.cloudnc_addresses import (
    base_of,
    is_below,
    is_document,
    is_meeting,
    is_node,
    item_id,
    meeting_day,
)
from ingest.systems.cloudnc_walk import Branch, Listed
from records.council import Source
from records.errors import LayoutChanged
from records.page import FeedEntry, Page

_CONTAINER = "//*[@id='Content_ctl00_ncContainer']"
_NAVIGATION = "//*[@id='Content_sidenaviArea']"
_LINE = re.compile(
    r"(?P<body>[^\W\d_][^,\n]{1,120}),\s{1,3}(?:kokous|sammanträde|möte)\s{1,3}"
    r"(?P<day>\d{1,2}\.\d{1,2}\.\d{4})",
    re.I,
)
_NUMBER = re.compile(r"(?:§\s{0,3}\d{1,4}|\d{1,3}\s{0,2}§)\s{0,3}")
_MEETING_WORDS = re.compile(
    r"(?:[^\W\d_][^,\n]{1,120},\s{1,3})?(?:(?:kokous|sammanträde|möte)\s{1,3})?\d{1,2}\.\d{1,2}\.\d{4}"
    r"(?:\s{1,3}(?:klo|kl\.?)\s{0,3}[\d.:]{1,5})?",
    re.I,
)
_ROW = ("li", "tr", "dd", "dt", "article")
_ROW_LINKS = 4
"""A row with more links than this is no row of a list but a frame of the page."""


_ROW_TEXTS = 40
"""How many stretches of text a row is read for."""


class _Told(NamedTuple):
    body: str | None
    day: dt.date | None


class _Link(NamedTuple):
    url: str
    text: str
    row: html.HtmlElement | None

    def row_told(self, links: Counter[html.HtmlElement | None]) -> _Told | None:
        """Return what the row around the link tells of its meeting; with many `links` it is a frame."""
        alone = self.row is not None and links[self.row] <= _ROW_LINKS
        return (
            _told("\n".join(islice(self.row.itertext(), _ROW_TEXTS)))
            if self.row is not None and alone
            else None
        )


def read_list(page: Page, source: Source, branch: Branch) -> Listed:
    """Return what a list page links: items, meetings and bodies, each address once, in its order.

    `branch` tells which body or meeting it is, and is asked where the page does not say. Raises
    LayoutChanged for a page that is none of CloudNC's.
    """
    tree = parse_html(page.content, page.charset, page.url)
    areas = tree.xpath(_CONTAINER)
    if not areas:
        advice = "Look at the page in a browser; if it is in order, its layout has changed"
        raise LayoutChanged(
            page.url, expected="a list in Content_ctl00_ncContainer", found="none", advice=advice
        )
    own = _told(areas[0].text_content()) if is_meeting(page.final_url) or branch.day else None
    known = own or _Told(branch.name or None, branch.day or meeting_day(page.final_url))
    inside = [link for area in areas for link in _links(area, page.final_url)]
    meetings = {link.url: _meeting(link, known) for link in inside if _is_meeting(link)}
    rows = Counter(link.row for link in inside)
    items = {
        link.url: _entry(link, link.row_told(rows) or known, source) for link in inside if _is_item(link)
    }
    beside = () if branch.name else tree.xpath(_NAVIGATION)
    navigation = [link for area in beside for link in _links(area, page.final_url)]
    bodies = {
        link.url: Branch(link.url, link.text)
        for link in (*inside, *navigation)
        if (is_below(link.url, page.final_url) or is_node(link.url))
        and link.url not in meetings
        and link.url not in items
    }
    return Listed(tuple(items.values()), tuple(meetings.values()), tuple(bodies.values()))


def _links(area: html.HtmlElement, url: str) -> Iterator[_Link]:
    for element in area.iter("a"):
        text = words_of(element)
        href = element.get("href", "")
        if text and href and not href.startswith(("#", "javascript:", "mailto:")):
            yield _Link(absolute_url(url, href), text, next(element.iterancestors(*_ROW), None))


def _is_meeting(link: _Link) -> bool:
    named = _MEETING_WORDS.fullmatch(link.text) is not None and not is_document(link.url)
    return is_meeting(link.url) or named


def _is_item(link: _Link) -> bool:
    return item_id(link.url) is not None and not _is_meeting(link)


def _meeting(link: _Link, known: _Told) -> Branch:
    told = _told(link.text)
    body = (told and told.body) or known.body or ""
    return Branch(link.url, body, find_day(link.text) or meeting_day(link.url))


def _entry(link: _Link, told: _Told, source: Source) -> FeedEntry:
    subject = _NUMBER.sub("", link.text, count=1) if _NUMBER.match(link.text) else link.text
    return FeedEntry(
        url=link.url,
        title=link.text,
        base_id=base_of(source, link.url),
        native_id=item_id(link.url) or link.url,
        body=told.body,
        subject=subject,
        meeting_date=told.day,
    )


def _told(text: str) -> _Told | None:
    """Return the body and day that a line such as `Kaupunginhallitus, kokous 11.1.2021` tells."""
    line = _LINE.search(text)
    return _Told(" ".join(line["body"].split()), find_day(line["day"])) if line else None
