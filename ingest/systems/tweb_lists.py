"""Knows the lists of TWeb: a body's meetings, a meeting's items, and the addresses of documents.

Lists are windows-1252 tables of class `list`; newer ones have a caption in place of a head row.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from ingest.addresses import absolute_url, parameters_of, path_of
from ingest.clean import CleanText, Piece, lay_out
from ingest.days import find_day
from ingest.html import parse_html, words_of
from records.errors import LayoutChanged
from records.item import Attachment
from records.page import Page

_DOCUMENT = re.compile(r"/(?:ktproxy2\.dll|fileshow)$", re.I)
_LIST = re.compile(r"/(?:pk|epj)_(?:asil|kokl|tek)\w{0,20}\.htm$", re.I)
_ITEM = "3"
"""The `doctype` of an item of a meeting."""
_MEETING = re.compile(r"(?P<body>\S.{1,200}?)\s*:\s*(?P<number>\d{1,4}\s*/\s*\d{4})")
_MOMENT = re.compile(r"(?P<day>\d{1,2}\.\d{1,2}\.\d{4})(?:\s+(?P<clock>\d{1,2}[:.]\d{2}))?")
_NUMBER = re.compile(r"§?\s*(\d{1,4})\s*§?")


@dataclass(frozen=True, slots=True)
class ListedItem:
    """A row of a meeting: § (empty for cover sheets), title, id and address of its document."""

    section: str
    title: str
    docid: str
    url: str


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A meeting as its page or its line in a list tells it.

    `number` is that of the meeting in its year (`5/2017`), `kind` what the list calls itself
    (`Pöytäkirja`), `native_id` the record system's id (`bid`), or empty.
    """

    body: str
    number: str
    day: dt.date | None
    clock: str
    kind: str = ""
    native_id: str = ""
    items: tuple[ListedItem, ...] = ()

    @property
    def head(self) -> tuple[str, ...]:
        """The lines that the page heads a meeting with, the kind of list before its day."""
        moment = f"{written(self.day)} {self.clock}" if self.day else ""
        told = " ".join(filter(None, (self.kind, moment.strip())))
        return tuple(filter(None, (f"{self.body}: {self.number}", told)))


def written(day: dt.date) -> str:
    """Return a day as TWeb writes it: `9.11.2026`."""
    return f"{day.day}.{day.month}.{day.year}"


def document_id(url: str) -> str | None:
    """Return the id of the document under an address, its kind before it unless it is an item's; or None."""
    told = parameters_of(url)
    docid = told.get("docid", "")
    if not _DOCUMENT.search(path_of(url)) or not docid.isdecimal():
        return None
    kind = told.get("doctype", _ITEM)
    return docid if kind == _ITEM else f"{kind}-{docid}"


def is_list(url: str) -> bool:
    """Tell whether an address is that of a list of meetings or items."""
    return _LIST.search(path_of(url)) is not None


def list_id(url: str) -> str:
    """Return the id (`bid`) of the meeting whose list is under an address, or an empty text."""
    told = parameters_of(url)
    return told.get("bid") or told.get("+bid") or ""


def read_list(page: Page) -> tuple[ListedMeeting, ...]:
    """Return the meeting of a page with its items, or the meetings that it lists, newest first as they stand.

    Raises LayoutChanged for a page that is neither.
    """
    tree = parse_html(page.content, page.charset, page.url)
    items = tuple(_items(tree, page))
    head = _head(tree)
    if items and head:
        return (_meeting(head, list_id(page.url), items),)
    meetings = tuple(_meetings(tree, page))
    if not meetings:
        raise LayoutChanged(
            page.url,
            expected="a list of TWeb: of meetings, or of a meeting's items",
            found="neither" if not items else "items without the name of their meeting",
            advice="Look at the page in a browser; a login page or a notice is none",
        )
    return meetings


def list_text(meetings: tuple[ListedMeeting, ...]) -> CleanText:
    """Return the meetings as text: each one's head, then a heading for each item."""
    pieces: list[Piece] = []
    for meeting in meetings:
        pieces += [Piece("paragraph", line) for line in meeting.head]
        for item in meeting.items:
            number = f"§ {item.section} " if item.section else ""
            pieces.append(Piece("heading", f"{number}{item.title}", 2))
    return lay_out(pieces)


def list_documents(meetings: tuple[ListedMeeting, ...]) -> tuple[Attachment, ...]:
    """Return the documents of all items."""
    return tuple(Attachment(title=item.title, url=item.url) for one in meetings for item in one.items)


def _items(tree: html.HtmlElement, page: Page) -> Iterator[ListedItem]:
    for row in tree.xpath("//table//tr[td//a[@href]]"):
        link = next(iter(row.xpath("./td//a[@href]")))
        url = absolute_url(page.final_url, link.get("href", ""))
        docid = document_id(url)
        if docid:
            number = _NUMBER.fullmatch(words_of(row.find("td")))
            yield ListedItem(number[1] if number else "", words_of(link), docid, url)


def _head(tree: html.HtmlElement) -> str:
    """Return what the page says of its meeting: the head row of its list, or its caption."""
    for element in tree.xpath("//td[contains(@class, 'header')] | //table/caption"):
        for line_break in element.iter("br"):
            line_break.tail = f" {line_break.tail or ''}"
        told = words_of(element)
        if _MEETING.search(told):
            return told
    return ""


def _meetings(tree: html.HtmlElement, page: Page) -> Iterator[ListedMeeting]:
    for row in tree.xpath("//table//tr[td//a[@href]]"):
        url = absolute_url(page.final_url, next(iter(row.xpath("./td//a/@href"))))
        if list_id(url) and _MEETING.search(told := words_of(row)):
            yield _meeting(told, list_id(url), ())


def _meeting(told: str, native_id: str, items: tuple[ListedItem, ...]) -> ListedMeeting:
    """Return what a text tells of a meeting; body, number, moment and kind stand in any order."""
    moment = _MOMENT.search(told)
    rest = f"{told[: moment.start()]}\n{told[moment.end() :]}" if moment else told
    match = _MEETING.search(rest)
    kind = rest.partition("\n")[2].strip() if match and moment and match.end() <= moment.start() else ""
    return ListedMeeting(
        match["body"] if match else "",
        "".join(match["number"].split()) if match else "",
        find_day(told),
        (moment["clock"] or "") if moment else "",
        kind,
        native_id,
        items,
    )
