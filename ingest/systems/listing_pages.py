"""Knows how a list that is shown in parts links the next part."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from ingest.addresses import canonical_url, parameters_of
from ingest.systems.listing_links import ListedLink, ListPage

_COUNTER = re.compile(
    r"(?:.*\.)?(?:page|p|pg|paged|pagenumber|pageindex|currentpage|sida|side|sivu|start|startat\w{0,10}"
    r"|offset|skip|from)",
    re.IGNORECASE,
)
"""Parameters that count the parts of a list, or the entries before one."""
_NUMBER = re.compile(r"\d{1,5}")


def next_part(page: ListPage) -> str | None:
    """Return the address of the part behind this one, or None on the last.

    That is the link that says so (`rel="next"`), else the one that differs from the page's own address only
    by a counter, the lowest that is higher than the page's own.
    """
    told = next((link.url for link in page.links if "next" in link.relation.split()), None)
    return told or _next_counted(page)


def _next_counted(page: ListPage) -> str | None:
    own = parameters_of(page.url)
    higher: list[tuple[int, str]] = []
    for link in _of_same_page(page):
        told = parameters_of(link.url)
        differs = [name for name in {*own, *told} if own.get(name) != told.get(name)]
        if len(differs) == 1 and _COUNTER.fullmatch(differs[0]):
            here, there = own.get(differs[0], ""), told.get(differs[0], "")
            if _NUMBER.fullmatch(there) and int(there) > _first(here):
                higher.append((int(there), link.url))
    return min(higher)[1] if higher else None


def _first(number: str) -> int:
    """Return where a part's counter stands; without one it is the first, whatever a site calls the second."""
    return int(number) if _NUMBER.fullmatch(number) else 0


def _of_same_page(page: ListPage) -> Iterable[ListedLink]:
    own = _without_query(page.url)
    return (link for link in page.links if _without_query(link.url) == own)


def _without_query(url: str) -> str:
    parts = urlsplit(canonical_url(url))
    return f"{parts.netloc}{parts.path.rstrip('/')}"
