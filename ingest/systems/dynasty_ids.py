"""Knows the ids and addresses of Dynasty: meetings `2026127`, items `2026127-7`, files beside them."""

import re
from urllib.parse import urlsplit

from ingest.addresses import host_of, parameters_of, path_of
from records.council import Base, Source

_ITEM_VERBS = {"meetingitem", "official_decision"}
_VERBS = ("meeting", "official", "announcement", "rss/")
_FILE = re.compile(r"(?:^|/)kokous/(?P<id>[0-9A-Z]+(?:-\d+)*)\.(?P<ending>[A-Z]{2,4})$", re.I)
_ID = re.compile(r"[0-9A-Z]{1,60}(?:-\d{1,9}){0,2}", re.I)
_ITEM_ID = re.compile(r"(?!TELIN)[0-9A-Z]+-\d+", re.I)
_ATTACHMENT_ID = re.compile(r"(?P<item>[0-9A-Z]+-\d+)-\d+", re.I)
_BODY_LIST = "TELIMET.HTM"
_BODY_FILE = re.compile(r"(?:^|/)TELIN-(?P<id>\d{1,12})\.HTM$", re.I)
PAGE_OF_DECISIONS = 100
"""So many decisions of officers are listed at a time."""


def item_id(url: str) -> str | None:
    """Return the id of the item that `url` shows (`?page=meetingitem&id=…`, `/kokous/….HTM`), or None."""
    parameters = parameters_of(url)
    if parameters.get("page") in _ITEM_VERBS:
        return _checked(parameters.get("id", ""))
    found, ending = _file(url)
    return found if ending == "HTM" and _ITEM_ID.fullmatch(found) else None


def meeting_id(url: str) -> str | None:
    """Return the id of the meeting whose list of items `url` is, or None."""
    parameters = parameters_of(url)
    if parameters.get("page") == "meeting":
        return _checked(parameters.get("id", ""))
    found, ending = _file(url)
    return found if ending == "HTM" and found.isdecimal() else None


def is_list(url: str) -> bool:
    """Tell whether `url` is a list of meetings, items or decisions by its own words."""
    page = parameters_of(url).get("page", "")
    return meeting_id(url) is not None or (page.startswith(_VERBS) and page not in _ITEM_VERBS)


def document_item(url: str) -> str | None:
    """Return the id of the item that the document `url` is the printed form of, or None."""
    found, ending = _file(url)
    return found if ending != "HTM" and _ITEM_ID.fullmatch(found) else None


def attached_to(url: str) -> str | None:
    """Return the id of the item that the document `url` is attached to, or None.

    `…-0-1.PDF`, the instructions for appeal that hang on a meeting, is attached to no item.
    """
    found, ending = _file(url)
    match = _ATTACHMENT_ID.fullmatch(found) if ending and ending != "HTM" else None
    return match["item"] if match and not match["item"].endswith("-0") else None


def is_inner(url: str) -> bool:
    """Tell whether `url` leads to a page or document of the record system."""
    page = parameters_of(url).get("page", "")
    return page.startswith(_VERBS) or bool(_file(url)[0])


def base_of(source: Source, url: str) -> Base | None:
    """Return the base of `source` that `url` belongs to: same host, longest common path; else the first."""
    near = [base for base in source.bases if host_of(base.url) == host_of(url)]
    near.sort(key=lambda base: _common(path_of(base.url), path_of(url)), reverse=True)
    return next(iter([*near, *source.bases]), None)


def body_id(url: str) -> str | None:
    """Return the id of the body whose list of meetings `url` is, or None."""
    parameters = parameters_of(url)
    if parameters.get("page") == "meetings":
        return _checked(parameters.get("id", ""))
    match = _BODY_FILE.search(path_of(url))
    return match["id"] if match else None


def item_feed(base: Base, show: int) -> str:
    """Return the address of the feed of the newest `show` items under `base`."""
    return f"{_cgi(base)}?page=rss/meetingitems&show={show}"


def meeting_feed(base: Base, show: int) -> str:
    """Return the address of the feed of the newest `show` meetings under `base`."""
    return f"{_cgi(base)}?page=rss/meetings&show={show}"


def officer_feed(base: Base, show: int) -> str:
    """Return the address of the feed of the newest `show` decisions of officers under `base`."""
    return f"{_cgi(base)}?page=rss/official_decisions&show={show}"


def entry_list(base: Base) -> str:
    """Return the address of the list of bodies under `base`."""
    return body_list(base) or f"{_cgi(base)}?page=meeting_handlers&id="


def officer_list(base: Base, start: int) -> str | None:
    """Return the address of the officers' decisions from the `start`th on, newest first.

    None for a site of static pages, which has no such list.
    """
    if body_list(base):
        return None
    span = f"siv={PAGE_OF_DECISIONS}&dir=1&jar=1"
    return f"{_cgi(base)}?page=official_search&alo={start}&kas=&txt=&koh=1&pvm=&{span}"


def body_list(base: Base) -> str | None:
    """Return the address of the list of bodies if `base` is a site of static pages, else None."""
    path = path_of(base.url).upper()
    if path.endswith(_BODY_LIST):
        return base.url
    return base.url + _BODY_LIST if path.endswith("/KOKOUS/") else None


def _cgi(base: Base) -> str:
    parts = urlsplit(base.url)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/') or '/cgi/DREQUEST.PHP'}"


def _checked(found: str) -> str | None:
    return found if _ID.fullmatch(found) else None


def _file(url: str) -> tuple[str, str]:
    match = _FILE.search(path_of(url))
    return (match["id"], match["ending"].upper()) if match else ("", "")


def _common(one: str, other: str) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
