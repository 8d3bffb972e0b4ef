"""Knows the addresses of CloudNC: lists, bodies, meetings `Kokous_1592020`, items `…(110032)`, documents.

Two forms of an item's address are about: the old one ends in its id in brackets, the new one is
`/fi-FI/content/<node>/<id>`. The interface of 2017 has one of its own, `Contents(57)/ExtendedProperties`.
"""

import datetime as dt
import re
from urllib.parse import unquote, urlsplit

from ingest.addresses import host_of, path_of
from records.council import Base, Source

_OLD_ITEM = re.compile(r"\((?P<id>\d{1,12})\)/?$")
_NEW_ITEM = re.compile(r"/content/\d{1,12}/(?P<id>\d{1,12})/?$", re.I)
_NODE = re.compile(r"/content/\d{1,12}/?$", re.I)
_ITEM_OF_INTERFACE = re.compile(r"/Contents\((?P<id>\d{1,12})\)", re.I)
_MEETING = re.compile(r"/Kokous_(?P<digits>\d{6,8})(?:_\d{1,3})?/?$", re.I)
_DOCUMENT = re.compile(r"/download/[^/]{1,200}/[^/]{1,80}/\d|/download\.aspx$", re.I)
_INTERFACE = re.compile(r"/api/opennc/v\d{1,2}/?$", re.I)
_LIST = "/fi-FI/Toimielimet"


def item_id(url: str) -> str | None:
    """Return the id of the item that `url` shows, or None."""
    path = unquote(path_of(url))
    found = _ITEM_OF_INTERFACE.search(path) or _NEW_ITEM.search(path) or _OLD_ITEM.search(path)
    return found["id"] if found else None


def is_meeting(url: str) -> bool:
    """Tell whether `url` is the list of one meeting's items by its own words."""
    return _MEETING.search(path_of(url)) is not None


def is_node(url: str) -> bool:
    """Tell whether `url` is a list in the new form, a body's or a meeting's: `/fi-FI/content/10190`."""
    return _NODE.search(path_of(url)) is not None


def meeting_day(url: str) -> dt.date | None:
    """Return the day that a meeting's address tells; None where its digits can be read in two ways.

    Day, month and year stand there without stops or zeros: 1592020 is 15.9.2020, 1112020 could be two days.
    """
    found = _MEETING.search(path_of(url))
    if found is None:
        return None
    digits, year = found["digits"][:-4], int(found["digits"][-4:])
    days = {_day(year, digits[cut:], digits[:cut]) for cut in (1, 2)} - {None}
    return days.pop() if len(days) == 1 else None


def is_document(url: str) -> bool:
    """Tell whether `url` leads to a document that hangs on an item."""
    return _DOCUMENT.search(path_of(url)) is not None


def is_interface(url: str) -> bool:
    """Tell whether a base is the interface of 2017 (`/api/opennc/v1/`)."""
    return _INTERFACE.search(path_of(url)) is not None


def is_below(url: str, folder: str) -> bool:
    """Tell whether `url` is one step below `folder` on the same host: a body below the list of bodies."""
    parts, above = path_of(url).rstrip("/"), path_of(folder).rstrip("/")
    rest = parts.removeprefix(f"{above}/")
    return host_of(url) == host_of(folder) and rest != parts and "/" not in rest and bool(rest)


def front_list(base: Base) -> str:
    """Return the address of the newest items and the bodies under `base`: itself, or below the bare host."""
    if is_interface(base.url):
        return f"{base.url.rstrip('/')}/Nodes"
    parts = urlsplit(base.url)
    return base.url if "-" in parts.path else f"{base.url.rstrip('/')}{_LIST}"


def base_of(source: Source, url: str) -> str:
    """Return the id of the base that `url` belongs to: the one of the same host, else the first."""
    near = [base for base in source.bases if host_of(base.url) == host_of(url)]
    found = next(iter([*near, *source.bases]), None)
    return found.id if found else ""


def _day(year: int, month: str, day: str) -> dt.date | None:
    if not month or not day or month[0] == "0" or day[0] == "0":
        return None
    try:
        return dt.date(year, int(month), int(day))
    except ValueError:
        return None
