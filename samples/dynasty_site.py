"""Knows which address of a Dynasty site answers what."""

import re
from collections.abc import Callable

from samples import dynasty_classic, dynasty_feed, dynasty_officer, dynasty_responsive, dynasty_static
from samples.answer import NOT_FOUND, Answer, Query, html_answer
from samples.dynasty_files import file_answer
from samples.dynasty_officer import LATIN_1
from samples.dynasty_view import SCRIPT, Shown, View

PAGE_FILE = re.compile(r"(?:TELIN-(?P<body>\d+)|(?P<item>\d+-\d+)|(?P<meeting>\d+))\.HTM", re.IGNORECASE)
ITEM_PAGES: dict[str, Callable[[View, Shown], str]] = {
    "classic": dynasty_classic.render_item,
    "responsive": dynasty_responsive.render_item,
    "static": dynasty_static.render_item,
}


def answer(view: View, path: str, query: Query) -> Answer:
    """Return what the site answers to `path` (with the site's prefix taken off) and `query`.

    A verb that the system does not know gets an empty 200, an unknown id 404, as real sites do.
    """
    site = view.council.site
    folder = f"{site.cgi.removesuffix(SCRIPT)}/kokous/"
    if path == site.cgi:
        return _verb(view, query)
    if path.startswith(folder):
        name = path.removeprefix(folder)
        return file_answer(view, name) if name.upper().endswith(".PDF") else _static(view, name)
    return NOT_FOUND


def item_answer(view: View, shown: Shown | None) -> Answer:
    """Return an item's page in the site's generation, or 404."""
    if shown is None:
        return NOT_FOUND
    render = ITEM_PAGES[view.council.site.generation]
    return html_answer(render(view, shown), view.council.site.charset)


def _verb(view: View, query: Query) -> Answer:
    known = VERBS.get(query.get("page", ""))
    return known(view, query) if known else Answer()


def _feed(view: View, query: Query) -> Answer:
    return Answer(dynasty_feed.render_items(view, _show(query)), dynasty_feed.CONTENT_TYPE)


def _meetings_feed(view: View, query: Query) -> Answer:
    return Answer(dynasty_feed.render_meetings(view, _show(query)), dynasty_feed.CONTENT_TYPE)


def _item(view: View, query: Query) -> Answer:
    return item_answer(view, view.find_item(query.get("id", "")))


def _meeting(view: View, query: Query) -> Answer:
    meeting = view.find_meeting(query.get("id", ""))
    if meeting is None:
        return NOT_FOUND
    return html_answer(dynasty_classic.render_meeting(view, meeting), view.council.site.charset)


def _officer_feed(view: View, query: Query) -> Answer:
    return Answer(dynasty_feed.render_officers(view, _show(query)), dynasty_feed.CONTENT_TYPE)


def _officer(view: View, query: Query) -> Answer:
    found = next((one for one in view.council.officers if one.id == query.get("id")), None)
    return html_answer(dynasty_officer.render_decision(view, found), LATIN_1) if found else NOT_FOUND


def _officers(view: View, _query: Query) -> Answer:
    return html_answer(dynasty_officer.render_list(view), LATIN_1)


def _bodies(view: View, _query: Query) -> Answer:
    return html_answer(dynasty_classic.render_bodies(view), view.council.site.charset)


def _meetings(view: View, query: Query) -> Answer:
    found = [one for one in view.council.meetings if str(one.body_id) == query.get("id")]
    return html_answer(dynasty_classic.render_meetings(view, found), view.council.site.charset)


VERBS: dict[str, Callable[[View, Query], Answer]] = {
    "rss/meetingitems": _feed,
    "rss/meetings": _meetings_feed,
    "rss/official_decisions": _officer_feed,
    "meetingitem": _item,
    "meeting": _meeting,
    "meetings": _meetings,
    "meeting_frames": _bodies,
    "meeting_handlers": _bodies,
    "official_frames": _officers,
    "official_search": _officers,
    "official_decision": _officer,
}


def _static(view: View, name: str) -> Answer:
    if view.council.site.generation != "static":
        return NOT_FOUND
    charset = view.council.site.charset
    if name.upper() == "TELIMET.HTM":
        return html_answer(dynasty_static.render_bodies(view), charset)
    found = PAGE_FILE.fullmatch(name)
    if found is None:
        return NOT_FOUND
    if found["item"]:
        return item_answer(view, view.find_item(found["item"]))
    meetings = [one for one in view.council.meetings if found["body"] == str(one.body_id)]
    if meetings:
        return html_answer(dynasty_static.render_meetings(view, meetings), charset)
    meeting = view.find_meeting(found["meeting"] or "")
    return html_answer(dynasty_static.render_meeting(view, meeting), charset) if meeting else NOT_FOUND


def _show(query: Query) -> int:
    told = query.get("show", "")
    return int(told) if told.isdigit() else dynasty_feed.DEFAULT_SHOW
