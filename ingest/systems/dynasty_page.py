"""Knows the item pages of Dynasty in their three generations: where head, body and attachments stand.

a, to about 2017: static pages, a filtered Word document between `DATA_BEGIN` and `DATA_END`.
b, D10: pages of DREQUEST.PHP, tables with captions between `DATABEGIN` and `DATAEND`.
c, newest: `div.data-part.meetingitem`, labels and texts as neighbouring spans.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from ingest.charset import decode
from ingest.clean import CleanText, Piece, lay_out
from ingest.html import parse_markup, pieces_of
from ingest.systems.dynasty_chrome import Chrome, drop_boxes, find_links, read_chrome
from ingest.systems.dynasty_head import has_head, read_head, take_head
from records.errors import LayoutChanged
from records.page import Page

_BEGIN = re.compile(r"<!--\s*DATA_?BEGIN\s*-->")
_END = re.compile(r"<!--\s*DATA_?END\s*-->")
_COMMENT = "<!--"
_OF_ITEM = re.compile(r"meetingitem(?<=[\s\"'=]meetingitem)[\s\"'>]")
_RESPONSIVE = "//*[contains(concat(' ', @class, ' '), ' meetingitem ')]"
_WORD = "//div[starts-with(@class, 'WordSection') or starts-with(@class, 'Section')]"
_IS_CAPTION = etree.XPath("contains(@class, 'hidden') or normalize-space() = 'Kokousasian teksti'")
_SHORTEST = 20
"""A body with fewer characters than this, or without a letter, is no item."""


@dataclass(frozen=True, slots=True)
class ItemPart:
    """One item of a page: its head (`Body`, then `Pöytäkirja 08.05.2017 Pykälä 127`), its body, its links."""

    head: tuple[Piece, ...]
    body: tuple[Piece, ...]
    chrome: Chrome

    @property
    def text(self) -> CleanText:
        """Head and body, then the names of the attachments under their caption."""
        names = [Piece("list_item", attachment.title, 1) for attachment in self.chrome.attachments]
        if names and self.chrome.caption:
            names.insert(0, Piece("heading", self.chrome.caption, 2))
        return lay_out((*self.head, *self.body, *names))

    @property
    def has_body(self) -> bool:
        """Whether the page tells anything of the item below its head."""
        words = "\n".join(piece.text for piece in self.body)
        return len(words) >= _SHORTEST and any(map(str.isalpha, words))


def is_cut_off(page: Page) -> bool:
    """Tell whether a page ends before its item does: no end of its data, or no end of the page."""
    markup = decode(page.content, page.charset)
    if _BEGIN.search(markup):
        return not _END.search(markup)
    return "</html" not in markup[-2000:].lower()


def read_parts(page: Page) -> tuple[ItemPart, ...]:
    """Return the items of a page, usually one.

    Raises LayoutChanged when an item has no body (fewer than 20 characters, or no letter) and offers no
    printed form that could hold it.
    """
    parts = tuple(_parts(decode(page.content, page.charset), page.url))
    for part in parts:
        if not part.has_body and not part.chrome.forms:
            words = "\n".join(piece.text for piece in part.body)
            raise _no_item(page.url, f"only {words!r}" if words else "none")
    return parts


def _parts(markup: str, url: str) -> Iterator[ItemPart]:
    if _OF_ITEM.search(markup):
        tree = parse_markup(markup, url)
        items = tree.xpath(f"{_RESPONSIVE}[not(ancestor::*[contains(@class, 'meetingitem')])]")
        if items:
            yield from _responsive(tree, items, url)
            return
    above, *regions = _split(markup, _BEGIN, len(markup))
    if not regions:
        yield _without_landmarks(parse_markup(markup, url), url)
    for region in regions:
        inside, *below = _split(region, _END, 1)
        yield _between_comments(above, inside, url)
        above = "".join(below)


def _split(markup: str, landmark: re.Pattern[str], most: int) -> list[str]:
    """Return the stretches between the first `most` comments that are landmarks; only comments are read."""
    parts: list[str] = []
    start, at = 0, markup.find(_COMMENT)
    while at >= 0 and len(parts) < most:
        if found := landmark.match(markup, at):
            parts.append(markup[start:at])
            start = found.end()
        at = markup.find(_COMMENT, at + 1)
    return [*parts, markup[start:]]


def _responsive(tree: html.HtmlElement, items: list[html.HtmlElement], url: str) -> Iterator[ItemPart]:
    alone = find_links(tree, url) if len(items) == 1 else None
    for item in items:
        links = alone or find_links(item, url)
        chrome = read_chrome(links)
        drop_boxes(item, links)
        item.drop_tree()
        yield ItemPart(read_head(tree), tuple(pieces_of(item, labelled=True)), chrome)


def _between_comments(above: str, inside: str, url: str) -> ItemPart:
    if not inside.strip():
        raise _no_item(url, "nothing between DATA_BEGIN and DATA_END")
    tree = parse_markup(inside, url)
    links = find_links(tree, url)
    chrome = read_chrome(links)
    drop_boxes(tree, links)
    head = read_head(parse_markup(above, url)) if above.strip() else ()
    return ItemPart(head or take_head(tree), _body(tree), chrome)


def _without_landmarks(tree: html.HtmlElement, url: str) -> ItemPart:
    links = find_links(tree, url)
    chrome = read_chrome(links)
    word = tree.xpath(_WORD)
    if not word and not chrome.printed and not has_head(tree.text_content()):
        raise _no_item(url, "no landmark of the system")
    drop_boxes(tree, links)
    if len(word) == 1:
        word[0].drop_tree()
        return ItemPart(read_head(tree), tuple(pieces_of(word[0])), chrome)
    return ItemPart(take_head(tree), _body(tree), chrome)


def _body(tree: html.HtmlElement) -> tuple[Piece, ...]:
    for caption in list(tree.iter("caption")):
        if _IS_CAPTION(caption):
            caption.drop_tree()
    return tuple(pieces_of(tree))


def _no_item(url: str, found: str) -> LayoutChanged:
    return LayoutChanged(
        url,
        expected="the text of an item",
        found=found,
        advice="Look at the page in a browser; if it is in order, its layout has changed",
    )
