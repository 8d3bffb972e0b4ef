"""Knows the addresses of a CloudNC site: lists, bodies, meetings `Kokous_9112026`, items, files."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from samples.council import Attachment, Council, Meeting
from samples.dynasty_view import Shown, View

FRONT = "/fi-FI/Toimielimet"
MOVED = dt.date(2026, 9, 1)
"""Meetings before this day keep the addresses that the system made before its new version."""
_UMLAUTS = str.maketrans({"ä": "auml", "ö": "ouml", "å": "aring", "Ä": "Auml", "Ö": "Ouml", " ": "_"})
_UNSAFE = re.compile(r"[^\w()-]")


@dataclass(frozen=True)
class Pages:
    """A council's CloudNC site at one moment, over what its `View` shows of agendas and minutes."""

    view: View

    @property
    def council(self) -> Council:
        """The council that is shown."""
        return self.view.council

    @property
    def front(self) -> str:
        """The path of the list of the newest items and the bodies."""
        return f"{self.council.site.prefix}{FRONT}"

    def bodies(self) -> tuple[str, ...]:
        """Return the names of the bodies that have met, in alphabetical order."""
        return tuple(sorted({meeting.body for meeting in self.council.meetings}))

    def newest(self) -> Iterator[Shown]:
        """Yield the items, those of the newest meeting first."""
        for meeting in self.council.meetings:
            yield from self.view.items(meeting)

    def body_path(self, body: str) -> str:
        """Return the path of a body's list of meetings."""
        return f"{self.front}/{spelt(body)}"

    def meeting_path(self, meeting: Meeting) -> str:
        """Return the path of a meeting's list of items; day, month and year stand without zeros or stops."""
        day = meeting.date
        return f"{self.body_path(meeting.body)}/Kokous_{day.day}{day.month}{day.year}"

    def item_path(self, shown: Shown) -> str:
        """Return the path of an item, in the form of its time."""
        if shown.meeting.date < MOVED:
            return f"{self.meeting_path(shown.meeting)}/{spelt(shown.item.title)}({item_number(shown)})"
        return f"{self.council.site.prefix}/fi-FI/content/{shown.meeting.id}/{item_number(shown)}"

    def file_path(self, shown: Shown, attachment: Attachment) -> str:
        """Return the path of a document that hangs on an item."""
        guid = f"{int(shown.meeting.id):08x}-0000-4000-8000-{attachment.id:012x}"
        return f"{self.council.site.prefix}/download/noname/{{{guid}}}/{attachment.id}"


def item_number(shown: Shown) -> str:
    """Return an item's id: `3144202`."""
    return f"{shown.meeting.id}{shown.item.n:02}"


def spelt(name: str) -> str:
    """Return a name as addresses spell it."""
    return _UNSAFE.sub("", name.translate(_UMLAUTS))
