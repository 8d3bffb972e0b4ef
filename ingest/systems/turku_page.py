"""Knows the item page of Turku's record pages: the table of a matter's way, its text, its attachments."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import html

from ingest.addresses import absolute_url
from ingest.clean import CleanText, Piece, lay_out
from ingest.days import parse_day
from ingest.html import parse_html, pieces_of, words_of
from ingest.systems.turku_lists import MINUTES, item_place
from records.errors import LayoutChanged
from records.item import Attachment
from records.page import Page

_WAY = "//table[contains(concat(' ', @class, ' '), ' ytt ')]"
_TITLE = "//p[contains(concat(' ', @class, ' '), ' ots ')]"
_LABELS = "//span[contains(concat(' ', @class, ' '), ' liomLabel ')]"
_BOX = "XSDoc"
_SHORT = re.compile(r"[^\W\d_][\w./-]{0,15}(?: ?§ ?(\d{1,4})?)?")
"""What heads a treatment: the body's short name and its §, which agendas leave out."""
_KINDS = {MINUTES: "Pöytäkirja", "l": "Esityslista"}
_LATER = "Lisälista"


class _Step(NamedTuple):
    """A row of the table of a matter's way; the last is the item's own, in agendas without a section."""

    body: str
    section: str
    day: str

    @property
    def line(self) -> str:
        """The row as the head of a treatment."""
        return " ".join(filter(None, (self.body, self.day, self.section and f"§ {self.section}")))


@dataclass(frozen=True, slots=True)
class ItemPage:
    """An item: the day of its meeting (the last row of the table of its way), title, text, attachments."""

    day: dt.date | None
    title: str
    text: CleanText
    attachments: tuple[Attachment, ...]


def read_item(page: Page) -> ItemPage:
    """Return the item of a page; LayoutChanged where the table of its way or its title is missing."""
    tree = parse_html(page.content, page.charset, page.url)
    way = [_step(row) for row in tree.xpath(f"{_WAY}//tr[position() > 1]")]
    titles = tree.xpath(_TITLE)
    if not way or not way[-1].body or not titles:
        raise LayoutChanged(
            page.url,
            expected="the table of the matter's way and the title of an item",
            found=f"{len(way)} rows and {len(titles)} titles",
            advice="Look at the page in a browser; if it is in order, its layout has changed",
        )
    attachments = _take_attachments(tree, page)
    _name_treatments(tree, way)
    head = Piece("heading", _head(way[-1], page.url), 1)
    text = lay_out((head, *pieces_of(tree)))
    return ItemPage(parse_day(way[-1].day), words_of(titles[0]), text, attachments)


def _step(row: html.HtmlElement) -> _Step:
    cells = [words_of(cell) for cell in row.iter("td")]
    return _Step(*(*cells, "", "", "")[:3])


def _head(own: _Step, url: str) -> str:
    """Return the line that heads the meeting's own page: `Kaupunginhallitus 02.05.2017 - Pöytäkirja`."""
    place = item_place(url)
    kind = _KINDS.get(place[1], _LATER) if place else ""
    return " - ".join(filter(None, (f"{own.body} {own.day}".strip(), kind)))


def _name_treatments(tree: html.HtmlElement, way: list[_Step]) -> None:
    """Put the rows of the way's table where the treatments begin, in place of the bodies' short names.

    `Ksylk § 84` becomes `Kaupunkisuunnittelulautakunta 21.03.2017 § 84`. The table goes where each of its
    rows has found its place; it stays where one has not, and so do short names without a row.
    """
    waiting: dict[str, list[_Step]] = {}
    for step in reversed(way):
        waiting.setdefault(step.section, []).append(step)
    for head in _heads(tree):
        told = _SHORT.fullmatch(words_of(head))
        if told and (steps := waiting.get(told[1] or "")):
            head.text = steps.pop().line
            for child in list(head):
                head.remove(child)
    if not any(waiting.values()):
        for table in tree.xpath(_WAY):
            table.drop_tree()


def _heads(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the paragraphs that a box follows: a treatment's text stands in one."""
    for box in tree.iter("div"):
        above = box.getprevious()
        if _BOX in box.get("class", "").split() and above is not None and above.tag == "p":
            yield above


def _take_attachments(tree: html.HtmlElement, page: Page) -> tuple[Attachment, ...]:
    """Take the list of attachments off a page and return them, those of the last treatment first.

    The list repeats the heads of all treatments, so that left in the text it would look like one more.
    """
    groups = _groups(tree)
    found = {one.url: one for group in reversed(groups) for one in _attachments(group, page)}
    for group in groups:
        heading = group.getprevious()
        while heading is not None and heading.tag == "p" and _is_caption(heading):
            heading.drop_tree()
            heading = group.getprevious()
        group.drop_tree()
    return tuple(found.values())


def _groups(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the paragraphs that list the attachments of one treatment each."""
    parents = (label.getparent() for label in tree.xpath(_LABELS))
    return list(dict.fromkeys(parent for parent in parents if parent is not None and parent.tag == "p"))


def _attachments(group: html.HtmlElement, page: Page) -> Iterator[Attachment]:
    for link in group.iter("a"):
        title = words_of(link)
        if title and link.get("href"):
            yield Attachment(title=title, url=absolute_url(page.final_url, link.get("href", "")))


def _is_caption(paragraph: html.HtmlElement) -> bool:
    """Tell whether a paragraph is empty or nothing but bold words with a colon, such as `Liitteet:`."""
    words = words_of(paragraph)
    bold = " ".join(words_of(strong) for strong in paragraph.iter("strong"))
    return not words or (words == bold and words.endswith(":"))
