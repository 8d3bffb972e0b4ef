"""Knows the lists of Turku's record pages: a body's years, a year's meetings, a meeting's items.

A meeting's folder is named `MMDDnnnK`: month and day, running number of the year, and the kind of list
(x minutes, l agenda, a digit for each list that was sent after it).
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from ingest.addresses import absolute_url
from ingest.days import parse_day
from ingest.html import parse_html, words_of
from records.council import Source
from records.errors import LayoutChanged
from records.page import FeedEntry, Page

MINUTES = "x"
_TITLE = "Esityslistat/pöytäkirjat"
_YEAR = re.compile(r"/(\d{4})/welcome\.htm$")
_MEETING = re.compile(
    r"/(?P<folder>[^/]{1,60}/(?P<year>\d{4})/\d{7})(?P<kind>[a-z\d])/(?:welcome|(?P<item>\d{1,12}))\.htm$"
)
_TOLD = re.compile(
    r"\s*(?P<day>\d{2}\.\d{2}\.\d{4}) - (?P<kind>[^-]{2,40}?)(?: \d)? - (?P<number>\d{1,4}/\d{4})"
)
_HEAD = re.compile(r"\s*(?P<body>\S.{1,200}?) (?P<day>\d{2}\.\d{2}\.\d{4}) - (?P<kind>\S.{1,40})")
_SECTION = re.compile(r"\s*(\d{1,4})\s*§?\s*")
_ADVICE = "Look at the page in a browser; if it is in order, its layout has changed"


@dataclass(frozen=True, slots=True)
class MeetingList:
    """One list of a meeting: agenda, additional list or minutes; `folder` is that of all its lists."""

    url: str
    folder: str
    kind: str
    day: dt.date
    number: str

    @property
    def is_minutes(self) -> bool:
        """Whether these are the minutes, which take the place of every other list."""
        return self.kind == MINUTES


def item_place(url: str) -> tuple[str, str] | None:
    """Return the id of the item under an address (`kh/2026/0502011/3540636`) and its list's kind, or None.

    The id is the same in agenda and minutes, where the record system keeps the item's own number.
    """
    found = _MEETING.search(url)
    return (f"{found['folder']}/{found['item']}", found["kind"]) if found and found["item"] else None


def read_years(page: Page) -> list[tuple[int, str]]:
    """Return the years of a body, newest first, each with the address of its meetings; else LayoutChanged."""
    found = {
        int(match[1]): url
        for url, _ in _links(_tree(page), page)
        if (match := _YEAR.search(url)) and not _MEETING.search(url)
    }
    if not found:
        raise LayoutChanged(page.url, expected="links to years", found="none", advice=_ADVICE)
    return sorted(found.items(), reverse=True)


def read_meetings(page: Page) -> list[MeetingList]:
    """Return the lists of a year's meetings, newest first and minutes alone where there are any.

    Raises LayoutChanged for a page that is no list of meetings.
    """
    tree = _tree(page)
    if not tree.xpath("//ul"):
        raise LayoutChanged(page.url, expected="a list of meetings", found="no list", advice=_ADVICE)
    lists = [one for url, text in _links(tree, page) if (one := _meeting(url, text))]
    done = {one.folder for one in lists if one.is_minutes}
    kept = [one for one in lists if one.is_minutes or one.folder not in done]
    return sorted(kept, key=lambda one: one.day, reverse=True)


def read_items(page: Page, source: Source) -> list[FeedEntry]:
    """Return the items of a meeting, as its page lists them; LayoutChanged for another page."""
    tree = _tree(page)
    heading = tree.find(".//h1")
    told = _HEAD.match(words_of(heading)) if heading is not None else None
    rows = tree.xpath("//table//tr[.//a[contains(@href, '.htm')]]")
    if told is None or (not rows and not tree.xpath("//table")):
        raise LayoutChanged(
            page.url, expected="the items of a meeting", found="no table of them", advice=_ADVICE
        )
    day = parse_day(told["day"])
    return [entry for row in rows if (entry := _item(row, page, source, told["body"], day))]


def base_id_of(source: Source, url: str) -> str:
    """Return the id of the source's base that an address lies under; the scheme does not count."""
    bare = url.partition("://")[2]
    return next((base.id for base in source.bases if bare.startswith(base.url.partition("://")[2])), "")


def _tree(page: Page) -> html.HtmlElement:
    tree = parse_html(page.content, page.charset, page.url)
    title = words_of(tree.find(".//title"))
    if not title.startswith(_TITLE):
        raise LayoutChanged(
            page.url, expected=f"a page titled {_TITLE!r}", found=f"{title!r}", advice=_ADVICE
        )
    return tree


def _links(tree: html.HtmlElement, page: Page) -> Iterator[tuple[str, str]]:
    return ((absolute_url(page.final_url, link.get("href", "")), words_of(link)) for link in tree.iter("a"))


def _meeting(url: str, text: str) -> MeetingList | None:
    place, told = _MEETING.search(url), _TOLD.match(text)
    day = parse_day(told["day"]) if told else None
    if place is None or told is None or day is None:
        return None
    return MeetingList(url, place["folder"], place["kind"], day, told["number"])


def _item(
    row: html.HtmlElement, page: Page, source: Source, body: str, day: dt.date | None
) -> FeedEntry | None:
    links = (absolute_url(page.final_url, link.get("href", "")) for link in row.iter("a"))
    url, place = next(((url, place) for url in links if (place := item_place(url))), ("", None))
    cells = [words_of(cell) for cell in row.iter("td")]
    if place is None or not cells:
        return None
    section = _SECTION.fullmatch(cells[0])
    subject = cells[-1]
    number = f" § {section[1]}" if section and "§" in cells[0] else ""
    return FeedEntry(
        url=url,
        title=f"{body} {day:%d.%m.%Y}{number} {subject}" if day else subject,
        base_id=base_id_of(source, url),
        native_id=place[0],
        body=body,
        subject=subject,
        meeting_date=day,
    )
