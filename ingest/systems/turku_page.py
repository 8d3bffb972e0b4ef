"""Knows the item page of Turku's record pages: the table of a matter's way, its text, its attachments."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from ingest.addresses import absolute_url
from ingest.clean import CleanText, Piece, lay_out
from ingest.html import parse_html, pieces_of
from ingest.systems.turku_lists import MINUTES, day_of, item_place
from records.errors import LayoutChanged
from records.item import Attachment
from records.page import Page

_WAY = "//table[contains(concat(' ', @class, ' '), ' ytt ')]"
_TITLE = "//p[contains(concat(' ', @class, ' '), ' ots ')]"
_LABELS = "//span[contains(concat(' ', @class, ' '), ' liomLabel ')]"
_KINDS = {MINUTES: "Pöytäkirja", "l": "Esityslista"}
_LATER = "Lisälista"


@dataclass(frozen=True, slots=True)
class ItemPage:
    """An item: who treats it when (the last row of the table of its way), title, text, attachments.

    `section` is empty in agendas.
    """

    body: str
    day: dt.date | None
    section: str
    title: str
    text: CleanText
    attachments: tuple[Attachment, ...]


def read_item(page: Page) -> ItemPage:
    """Return the item of a page; LayoutChanged where the table of its way or its title is missing."""
    tree = parse_html(page.content, page.charset, page.url)
    rows = [[_words(cell) for cell in row.iter("td")] for row in tree.xpath(f"{_WAY}//tr")]
    titles = tree.xpath(_TITLE)
    if len(rows) < 2 or len(rows[-1]) < 3 or not titles:
        raise LayoutChanged(
            page.url,
            expected="the table of the matter's way and the title of an item",
            found="none" if not rows else f"{len(rows)} rows and {len(titles)} titles",
            advice="Look at the page in a browser; if it is in order, its layout has changed",
        )
    body, section, day = rows[-1][:3]
    attachments = _take_attachments(tree, page)
    head = Piece("heading", _head(body, day, page.url), 1)
    return ItemPage(
        body,
        day_of(day),
        section,
        _words(titles[0]),
        lay_out((head, *pieces_of(tree))),
        attachments,
    )


def _head(body: str, day: str, url: str) -> str:
    """Return the line that heads the meeting's own page: `Kaupunginhallitus 02.05.2017 - Pöytäkirja`."""
    place = item_place(url)
    kind = _KINDS.get(place[1], _LATER) if place else ""
    return " - ".join(filter(None, (f"{body} {day}".strip(), kind)))


def _take_attachments(tree: html.HtmlElement, page: Page) -> tuple[Attachment, ...]:
    """Take the list of attachments off a page and return them, those of the last treatment first.

    The list repeats the heads of all treatments, so that left in the text it would look like one more.
    """
    groups = [list(_attachments(group, page)) for group in _groups(tree)]
    found = {one.url: one for group in reversed(groups) for one in group}
    for group in _groups(tree):
        heading = group.getprevious()
        while heading is not None and heading.tag == "p" and _is_caption(heading):
            heading.drop_tree()
            heading = group.getprevious()
        group.drop_tree()
    return tuple(found.values())


def _groups(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the paragraphs that list the attachments of one treatment each."""
    parents = [label.getparent() for label in tree.xpath(_LABELS)]
    return [one for place, one in enumerate(parents) if one is not None and one not in parents[:place]]


def _attachments(group: html.HtmlElement, page: Page) -> Iterator[Attachment]:
    for link in group.iter("a"):
        title = _words(link)
        if title and link.get("href"):
            yield Attachment(title=title, url=absolute_url(page.final_url, link.get("href", "")))


def _is_caption(paragraph: html.HtmlElement) -> bool:
    """Tell whether a paragraph is empty or nothing but bold words with a colon, such as `Liitteet:`."""
    words = _words(paragraph)
    bold = " ".join(_words(strong) for strong in paragraph.iter("strong"))
    return not words or (words == bold and words.endswith(":"))


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
