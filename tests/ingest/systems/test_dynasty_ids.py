"""Ids and addresses of Dynasty."""

import pytest

from ingest.systems.dynasty_ids import (
    attached_to,
    base_of,
    body_list,
    document_item,
    is_inner,
    is_list,
    item_feed,
    item_id,
    meeting_id,
)
from records.council import Base
from tests.ingest.systems.pages import CGI, SOURCE

ADDRESSES = [
    (f"{CGI}?page=meetingitem&id=2026418-10", ("2026418-10", None, None, None), "an item"),
    (
        f"{CGI}?id=2026418-10&amp;page=meetingitem",
        ("2026418-10", None, None, None),
        "spelt the other way round",
    ),
    (
        f"{CGI}?page=official_decision&id=2026174",
        ("2026174", None, None, None),
        "an office-holder's decision",
    ),
    (f"{CGI}?page=meeting&id=2026418", (None, "2026418", None, None), "a meeting"),
    ("http://a.example/kokous/2017512-3.HTM", ("2017512-3", None, None, None), "an item of a static site"),
    ("http://a.example/kokous/2017512.HTM", (None, "2017512", None, None), "a meeting of a static site"),
    ("http://a.example/kokous/TELIN-200120.HTM", (None, None, None, None), "a body's meetings"),
    ("http://a.example/kokous/TELIMET.HTM", (None, None, None, None), "the bodies"),
    ("../kokous/2026418-10.PDF", (None, None, "2026418-10", None), "an item's printed form"),
    ("kokous/2026418-10.pdf", (None, None, "2026418-10", None), "in small letters, from a file"),
    ("/kokous/2026418.PDF", (None, None, None, None), "a meeting's printed form"),
    ("/kokous/2026418-10-51231.PDF", (None, None, None, "2026418-10"), "an attachment"),
    ("/kokous/F56A518FX3010X4561XB7-4-52312.PDF", (None, None, None, "F56A518FX3010X4561XB7-4"), "an old id"),
    ("/kokous/2026418-0-1.PDF", (None, None, None, None), "instructions for appeal"),
    (f"{CGI}?page=meetingitem&id=../../x", (None, None, None, None), "no id at all"),
    (f"{CGI}?page=meetingitem", (None, None, None, None), "none given"),
    ("https://kuusiranta.example/uutiset.html", (None, None, None, None), "a page of another kind"),
]


@pytest.mark.parametrize(("url", "ids", "reason"), ADDRESSES)
def test_what_an_address_leads_to(
    url: str, ids: tuple[str | None, str | None, str | None, str | None], reason: str
) -> None:
    """An address tells item, meeting, printed item or the item that something is attached to."""
    assert (item_id(url), meeting_id(url), document_item(url), attached_to(url)) == ids, reason


@pytest.mark.parametrize(
    ("url", "inner", "listing"),
    [
        (f"{CGI}?page=meetings&id=5", True, True),
        (f"{CGI}?page=meeting_frames", True, True),
        (f"{CGI}?page=meetingitem&id=1-2", True, False),
        (f"{CGI}?page=rss/meetings", True, True),
        ("http://a.example/kokous/2017512.HTM", True, True),
        ("http://a.example/kokous/TELIMET.HTM", True, False),
        ("https://a.example/page?id=1", False, False),
    ],
)
def test_pages_of_the_system(url: str, inner: bool, listing: bool) -> None:
    """Lists and items of the system are known by their addresses."""
    assert (is_inner(url), is_list(url)) == (inner, listing)


BASES = [
    (CGI, CGI, "the full address"),
    ("http://a.example:80/x/cgi/DREQUEST.PHP", "http://a.example:80/x/cgi/DREQUEST.PHP", "with a port"),
    ("https://a.example", "https://a.example/cgi/DREQUEST.PHP", "the host alone"),
    ("https://a.example/D10/cgi/DREQUEST.PHP?x=1", "https://a.example/D10/cgi/DREQUEST.PHP", "with a query"),
]


@pytest.mark.parametrize(("base", "script", "reason"), BASES)
def test_item_feed(base: str, script: str, reason: str) -> None:
    """The feed of items lies under the base."""
    assert item_feed(Base(id="main", url=base), 50) == f"{script}?page=rss/meetingitems&show=50", reason


@pytest.mark.parametrize(
    ("base", "address"),
    [
        ("http://a.example/kokous/TELIMET.HTM", "http://a.example/kokous/TELIMET.HTM"),
        ("http://a.example/kokous/", "http://a.example/kokous/TELIMET.HTM"),
        (CGI, None),
    ],
)
def test_body_list(base: str, address: str | None) -> None:
    """Only static sites have a list of bodies to begin with."""
    assert body_list(Base(id="main", url=base)) == address


def test_base_of_an_address() -> None:
    """An item belongs to the base on its own host, with the longest path in common, else to the first."""
    bases = tuple(
        Base(id=name, url=url)
        for name, url in (
            ("new", "https://new.example/cgi/DREQUEST.PHP"),
            ("north", "http://old.example/north/cgi/DREQUEST.PHP"),
            ("south", "http://old.example/south/cgi/DREQUEST.PHP"),
        )
    )
    source = SOURCE.model_copy(update={"bases": bases})

    def base(url: str) -> str | None:
        found = base_of(source, url)
        return found.id if found else None

    assert base("https://old.example:443/south/kokous/1-2.HTM") == "south"
    assert base("http://old.example:80/north/cgi/DREQUEST.PHP?id=1-2&page=meetingitem") == "north"
    assert base("https://elsewhere.example/") == "new"
    assert base_of(SOURCE.model_copy(update={"bases": ()}), CGI) is None
