"""Knows Dynasty's RSS byte by byte: one line, CDATA everywhere, no date and no guid."""

import html
from collections.abc import Iterable, Iterator
from html.entities import codepoint2name
from itertools import islice

from samples.council import Feed
from samples.dynasty_view import Shown, View
from samples.parts import day

HEAD = "<?xml version='1.0' encoding='iso-8859-1'?>"
CONTENT_TYPE = "text/xml; charset=iso-8859-1"
DEFAULT_SHOW = 30


def render_items(view: View, show: int = DEFAULT_SHOW) -> bytes:
    """Return the newest `show` items, newest meeting and last item first, repeated ones twice."""
    feed = view.council.site.feed
    entries = [_entry(view, shown) for shown in islice(_newest(view), show)]
    return _channel(view, view.words.items, entries, feed)


def render_meetings(view: View, show: int = DEFAULT_SHOW) -> bytes:
    """Return the newest `show` meetings: body and date in the title."""
    entries = [
        (f"{one.body} {day(one)}", one.body, f"{view.script}?page=meeting&id={one.id}")
        for one in view.council.meetings[:show]
    ]
    return _channel(view, view.words.meetings, entries, view.council.site.feed)


def render_officers(view: View, show: int = DEFAULT_SHOW) -> bytes:
    """Return the newest `show` decisions of office-holders: officer, date and subject in the title."""
    entries = [
        (f"{one.officer} {one.date:%d.%m.%Y} / {one.title}", one.title, officer_link(view, one.id))
        for one in view.council.officers[:show]
    ]
    return _channel(view, view.words.officers, entries, view.council.site.feed)


def officer_link(view: View, decision_id: str) -> str:
    """Return the address of an office-holder's decision as the feed prints it."""
    return f"{view.script}?page=official_decision&id={decision_id}"


def item_link(view: View, item_id: str) -> str:
    """Return an item's address as the feed prints it, before any escaping."""
    if view.council.site.generation == "static":
        return f"{view.folder}/{item_id}.HTM"
    query = [f"id={item_id}", "page=meetingitem"]
    return f"{view.script}?{'&'.join(query if view.council.site.feed.swapped else reversed(query))}"


def _newest(view: View) -> Iterator[Shown]:
    repeated = view.council.site.feed.repeated
    for meeting in view.council.meetings:
        for shown in reversed(view.items(meeting)):
            yield shown
            if shown.id in repeated:
                yield shown


def _entry(view: View, shown: Shown) -> tuple[str, str, str]:
    title = f"{shown.meeting.body} {day(shown.meeting)} / {shown.item.title}"
    return title, shown.item.title, item_link(view, shown.id)


def _channel(view: View, what: str, entries: Iterable[tuple[str, str, str]], feed: Feed) -> bytes:
    head = (
        _field("title", "Dynasty", feed)
        + _field("description", f"Dynasty - {what}", feed)
        + _field("link", _link(f"{view.script}?page=meeting_frames", feed), feed)
    )
    items = "".join(
        f"<item>{_field('title', title, feed)}{_field('description', subject, feed)}"
        f"{_field('link', _link(link, feed), feed)}</item>"
        for title, subject, link in entries
    )
    text = f"{HEAD}<rss version='2.0'><channel>{head}{items}</channel></rss>"
    return text.encode("cp1252", "xmlcharrefreplace")


def _field(name: str, text: str, feed: Feed) -> str:
    return f"<{name}><![CDATA[{''.join(_character(one, feed) for one in text)}]]></{name}>"


def _character(one: str, feed: Feed) -> str:
    if one == '"' and feed.wide != "cp1252":
        return "&quot;"
    beyond = ord(one) > (0x7F if feed.wide == "named" else 0xFF)
    if not beyond or feed.wide == "cp1252":
        return one
    name = codepoint2name.get(ord(one))
    return f"&{name};" if name else f"&#{ord(one)};"


def _link(link: str, feed: Feed) -> str:
    return html.escape(link, quote=False) if feed.amp else link
