"""Knows which address of a municipal web site answers what, where lists by year link whole minutes."""

import hashlib
import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from samples.answer import NOT_FOUND, Answer, Query, html_answer
from samples.council import Meeting, State
from samples.dynasty_view import View
from samples.listing_minutes import minutes_page, minutes_pdf, words_of

_FILE = re.compile(r"/download/(?P<node>18\.[0-9a-f]+)/(?P<time>\d+)/[^/]+\.pdf")
_PAGE = re.compile(r"/(?P<folder>\w+)/(?P<id>\w+)/")
_FOLDERS: dict[State, str] = {"minutes": "protokoll", "agenda": "innkalling"}
_EPOCH = 1_700_000_000


def answer(view: View, path: str, query: Query) -> Answer:
    """Return what the site answers to `path` (with the site's prefix taken off) and `query`.

    A list shows the meetings of its year, by body; minutes are linked when there are some, an agenda
    always. A withdrawn meeting is neither listed nor answered.
    """
    years = {f"{meeting.date:%Y}" for meeting in view.council.meetings}
    for year in years:
        if path == view.council.site.listing.path.format(year=year):
            return _list(view, year, query)
    return _document(view, path)


def address_of(view: View, meeting: Meeting, state: State) -> str:
    """Return the path of a meeting's minutes or agenda below the server's address.

    A file's node stays, its time and the rest of its address change with each version, as SiteVision's do.
    """
    prefix = view.council.site.prefix
    if view.council.site.listing.form == "html":
        return f"{prefix}/{_FOLDERS[state]}/{meeting.id}/"
    kind = words_of(view).minutes if state == "minutes" else words_of(view).agenda
    time = _EPOCH + meeting.published.toordinal() - len(view.items(meeting))
    name = f"{kind}-{meeting.short}-{meeting.date.isoformat()}.pdf"
    return f"{prefix}/download/18.{_node(meeting, state)}/{time}/{name}"


def _node(meeting: Meeting, state: State) -> str:
    return hashlib.sha256(f"{meeting.id} {state}".encode()).hexdigest()[:16]


def _document(view: View, path: str) -> Answer:
    page, file = _PAGE.fullmatch(path), _FILE.fullmatch(path)
    for meeting in _shown(view):
        for state in _states(view, meeting):
            asked = View(view.council, view.host, {meeting.id: state}, view.withdrawn, view.only)
            if page and (page["folder"], page["id"]) == (_FOLDERS[state], meeting.id):
                return minutes_page(asked, meeting)
            if file and file["node"] == f"18.{_node(meeting, state)}":
                return minutes_pdf(asked, meeting)
    return NOT_FOUND


def _shown(view: View) -> list[Meeting]:
    return [meeting for meeting in view.council.meetings if meeting.id not in view.withdrawn]


def _states(view: View, meeting: Meeting) -> tuple[State, ...]:
    return ("minutes", "agenda") if view.state(meeting) == "minutes" else ("agenda",)


def _list(view: View, year: str, query: Query) -> Answer:
    """Return the list of a year, or the part of it that `page` counts from 1."""
    meetings = [one for one in _shown(view) if f"{one.date:%Y}" == year]
    parts, number = view.council.site.listing.parts, _number(query.get("page", ""))
    part = meetings[(number - 1) * parts : number * parts] if parts else meetings
    words, name = words_of(view), view.council.source.council.name
    more = parts and len(meetings) > number * parts
    following = f"<a class='pager' href='?page={number + 1}'>{words.next}</a>" if more else ""
    rows = _table(view, part) if parts else _by_body(view, part)
    return html_answer(
        f"<!DOCTYPE html>\n<html lang='{view.council.source.language}'><head><meta charset='utf-8'>"
        f"<title>{words.list} {year} - {name}</title></head>\n<body>"
        f"<nav><a href='{view.council.site.prefix}/'>{name}</a> <a href='#main'>{words.minutes}</a></nav>\n"
        f"<main id='main'><h1>{words.list} {year}</h1>\n{''.join(rows)}{following}</main>\n"
        f"<footer><a href='/om.pdf'>{name}</a></footer></body></html>\n",
        view.council.site.charset,
    )


def _number(told: str) -> int:
    return max(int(told), 1) if told.isdecimal() else 1


def _by_body(view: View, meetings: Sequence[Meeting]) -> Iterator[str]:
    """Yield a folded panel for each body, with links that name a day without its year."""
    words = words_of(view)
    for body, own in groupby(sorted(meetings, key=lambda one: one.body), key=lambda one: one.body):
        yield f"<h2><button aria-expanded='false'>{html.escape(body)}</button></h2><div hidden><ul>\n"
        for meeting in own:
            for state in _states(view, meeting):
                kind = words.minutes if state == "minutes" else words.agenda
                day = f"{meeting.date.day} {words.months[meeting.date.month - 1]}"
                yield f"<li><a href='{address_of(view, meeting, state)}'>{kind} {day} (pdf, 14 kB)</a></li>\n"
        yield "</ul></div>\n"


def _table(view: View, meetings: Sequence[Meeting]) -> Iterator[str]:
    """Yield a table with a row for each meeting and a column for each kind of document."""
    words = words_of(view)
    heads = (words.day, words.body, words.agenda, words.minutes)
    yield f"<table><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>\n"
    for meeting in meetings:
        states = _states(view, meeting)
        cells = (_cell(view, meeting, state) if state in states else "" for state in ("agenda", "minutes"))
        day, body = f"{meeting.date:%d.%m.%Y}", html.escape(meeting.body)
        yield f"<tr><td>{day}</td><td>{body}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"
    yield "</table>\n"


def _cell(view: View, meeting: Meeting, state: State) -> str:
    return f"<a href='{address_of(view, meeting, state)}'>Les</a>"
