"""Knows the ids and addresses of Ahjo: GUIDs in braces, meetings named after their decision maker."""

import datetime as dt
import uuid
from collections.abc import Iterator

from samples.council import Attachment, Meeting
from samples.dynasty_view import Shown, View

API = "/fi/ahjo-proxy"
FILES = "/ahjojulkaisu/"
_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "https://ahjo.example/")


def guid(name: str) -> str:
    """Return an id as Ahjo writes it, in braces, the same for one name each time."""
    return f"{{{str(uuid.uuid5(_NAMES, name)).upper()}}}"


def decision_id(shown: Shown) -> str:
    """Return the id of an item's decision; its agenda item has another one."""
    return guid(f"decision {shown.id}")


def motion_id(shown: Shown) -> str:
    """Return the id of an item's proposal."""
    return guid(f"motion {shown.id}")


def maker_id(meeting: Meeting) -> str:
    """Return a decision maker's id: `00400`."""
    return f"{meeting.body_id:05}"


def moment(day: dt.date) -> str:
    """Return a day as Ahjo writes moments."""
    return f"{day.isoformat()}T02:00:00.000"


def file_address(view: View, name: str) -> str:
    """Return the address of a document, which lies beside the interface."""
    return f"{view.host}{view.council.site.prefix}{FILES}{guid(name).strip('{}')}.pdf"


def attachment_name(shown: Shown, attachment: Attachment) -> str:
    """Return what an attachment's id is made of."""
    return f"attachment {shown.id} {attachment.id}"


def decided(view: View) -> Iterator[Shown]:
    """Yield the items with minutes, the oldest meeting first."""
    for meeting in reversed(view.council.meetings):
        if view.state(meeting) == "minutes":
            yield from view.items(meeting)


def is_secret(shown: Shown) -> bool:
    """Tell whether only an item's title and the provision that hides the rest are public."""
    return not shown.item.proposal and not shown.item.decision
