"""Knows which address of a Netpublicator reader answers what.

The shape of the tree is what a reader is expected to answer; none has been seen.
"""

import hashlib
import json
import re
from itertools import groupby

from samples.answer import NOT_FOUND, Answer, Query
from samples.council import Meeting, State
from samples.dynasty_view import View
from samples.listing_minutes import minutes_pdf, words_of

_DOCUMENT = re.compile(r"document/(?P<id>\d+)")
_FORBIDDEN = Answer(b'{"message": "Forbidden"}', "application/json", status=403)


def answer(view: View, path: str, query: Query) -> Answer:
    """Return what the reader answers to `path` (with the site's prefix taken off) and `query`.

    The tree has a folder for each body and in it one for each year. A wrong key is 403, a withdrawn
    meeting is neither in the tree nor answered.
    """
    site = view.council.site.listing
    own = f"/api/public/{site.reader}/"
    if not path.startswith(own):
        return NOT_FOUND
    if query.get("hash") != site.key:
        return _FORBIDDEN
    asked = path.removeprefix(own)
    if asked == "read":
        return Answer(json.dumps(_tree(view)).encode(), "application/json; charset=utf-8")
    found = _DOCUMENT.fullmatch(asked)
    return _document(view, found["id"]) if found else NOT_FOUND


def document_id(meeting: Meeting, state: State) -> int:
    """Return the number of a meeting's minutes or agenda."""
    return 80_000 + int(hashlib.sha256(f"{meeting.id} {state}".encode()).hexdigest()[:6], 16) % 10_000


def _tree(view: View) -> dict[str, object]:
    meetings = sorted(_shown(view), key=lambda one: (one.body, one.date))
    bodies = groupby(meetings, key=lambda one: one.body)
    folders = [_body(view, number, body, list(own)) for number, (body, own) in enumerate(bodies, 1)]
    return {"name": view.council.source.council.name, "folders": folders, "documents": []}


def _body(view: View, number: int, body: str, meetings: list[Meeting]) -> dict[str, object]:
    years = groupby(meetings, key=lambda one: one.date.year)
    folders = [
        {
            "id": 100 * number + year % 100,
            "name": str(year),
            "folders": [],
            "documents": _files(view, list(own)),
        }
        for year, own in years
    ]
    return {"id": number, "name": body, "folders": folders, "documents": []}


def _files(view: View, meetings: list[Meeting]) -> list[dict[str, object]]:
    words = words_of(view)
    return [
        {
            "id": document_id(meeting, state),
            "name": f"{words.minutes if state == 'minutes' else words.agenda} {meeting.date.isoformat()}",
            "date": f"{meeting.published.isoformat()}T09:30:00",
            "extension": "pdf",
        }
        for meeting in meetings
        for state in _states(view, meeting)
    ]


def _document(view: View, wanted: str) -> Answer:
    for meeting in _shown(view):
        for state in _states(view, meeting):
            if str(document_id(meeting, state)) == wanted:
                return minutes_pdf(View(view.council, view.host, {meeting.id: state}), meeting)
    return NOT_FOUND


def _shown(view: View) -> list[Meeting]:
    return [meeting for meeting in view.council.meetings if meeting.id not in view.withdrawn]


def _states(view: View, meeting: Meeting) -> tuple[State, ...]:
    return ("agenda", "minutes") if view.state(meeting) == "minutes" else ("agenda",)
