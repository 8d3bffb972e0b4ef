"""Feeds of Dynasty are widened until they reach back to what is known; what stays hidden is a gap."""

import datetime as dt
from collections.abc import Iterable

import pytest

from ingest.systems import dynasty
from ingest.systems.base import Horizon
from records.page import FeedEntry
from tests.ingest.systems.pages import CGI, SOURCE, Site, feed, item_url

MEETING = (
    "<html><body><h1>Kunnanhallitus&nbsp;&nbsp;Esityslista 27.08.2026 klo 17:00 - Kunnantalo</h1>"
    "<!--DATABEGIN--><table><tr><td>1</td><td><a href='?page=meetingitem&amp;id={id}-1'>Kokouksen avaus</a>"
    "</td><tr><td>2</td><td><a href='?page=meetingitem&amp;id={id}-2'>Koulu</a></td></table><!--DATAEND-->"
)


def _address(show: int, kind: str = "meetingitems") -> str:
    return f"{CGI}?page=rss/{kind}&show={show}"


def _items(numbers: Iterable[int]) -> str:
    return feed(*((f"Kunnanhallitus 27.08.2026 / Asia {n}", item_url(f"2026418-{n}")) for n in numbers))


def _known(*ids: str) -> Horizon:
    def known(entry: FeedEntry) -> bool:
        return entry.native_id in ids

    return Horizon(dt.date(2026, 1, 1), known, began=bool(ids))


def _newest(count: int, last: int = 2000) -> range:
    """The numbers of so many items, newest first."""
    return range(last, last - count, -1)


SMALL = SOURCE.model_copy(update={"show": 30})


def test_a_page_that_reaches_back_is_enough() -> None:
    """A known entry at the end of a full page tells that nothing was missed."""
    site = Site({_address(30): _items(_newest(30))})

    found = dynasty.discover(SMALL, site.fetch, _known("2026418-1971"))

    assert (len(found.entries), found.gaps) == (30, ())
    assert _address(300) not in site.asked


def test_a_full_page_of_new_entries_is_widened() -> None:
    """More are asked for until the last known entry is among them."""
    site = Site({_address(30): _items(_newest(30)), _address(300): _items(_newest(300))})

    found = dynasty.discover(SMALL, site.fetch, _known("2026418-1900"))

    assert (len(found.entries), found.gaps) == (300, ())
    assert _address(1000) not in site.asked


def test_what_a_thousand_do_not_reach_is_a_gap() -> None:
    """The gap names the feed and the oldest entry that it showed."""
    site = Site({_address(width): _items(_newest(width)) for width in (30, 300, 1000)})

    found = dynasty.discover(SMALL, site.fetch, _known("2026418-1"))

    assert len(found.entries) == 1000
    assert len(found.gaps) == 1
    assert _address(1000) in found.gaps[0]
    assert "Asia 1001" in found.gaps[0]


def test_a_site_that_gives_no_more_than_it_likes() -> None:
    """Where a wider page shows no more and nothing known is on it, entries came and went unseen."""
    site = Site({_address(width): _items(_newest(30)) for width in (30, 300)})

    found = dynasty.discover(SMALL, site.fetch, _known("2026418-1"))

    assert (len(found.entries), len(found.gaps)) == (30, 1)
    assert _address(1000) not in site.asked


def test_a_wider_page_that_fails() -> None:
    """What the narrower page showed is kept; the failure and the gap are told."""
    found = dynasty.discover(SMALL, Site({_address(30): _items(_newest(30))}).fetch, _known("2026418-1"))

    assert (len(found.entries), len(found.gaps)) == (30, 1)
    assert _address(300) in found.warnings[0]


@pytest.mark.parametrize(
    ("count", "gaps"),
    [(12, 0), (30, 0), (1000, 1)],
    ids=[
        "a page that is not full is all there is",
        "nor is one that does not grow",
        "a full one hides the rest",
    ],
)
def test_the_first_night(count: int, gaps: int) -> None:
    """Nothing is known on the first night."""
    widths = (30, 300, 1000)
    site = Site({_address(width): _items(_newest(min(count, width))) for width in widths})

    assert len(dynasty.discover(SMALL, site.fetch, _known()).gaps) == gaps


def test_the_first_night_reaches_back_as_far_as_wanted() -> None:
    """A meeting before the oldest day that is wanted ends the search."""
    old = [("Kunnanhallitus 27.08.2025 / Asia", item_url("2025418-1"))]
    rest = [(f"Kunnanhallitus 27.08.2026 / Asia {n}", item_url(f"2026418-{n}")) for n in range(29)]
    site = Site({_address(30): feed(*rest, *old)})

    assert dynasty.discover(SMALL, site.fetch, _known()).gaps == ()


def test_meetings_of_which_no_item_was_seen() -> None:
    """The feed of meetings finds what the feed of items has lost; seen meetings are not read again."""
    listed = [(f"Kunnanhallitus 27.08.2026 / Asia {n}", item_url(f"2026418-{n}")) for n in (1, 2)]
    meetings = [
        (f"Kunnanhallitus {day}", f"{CGI}?page=meeting&id={name}")
        for day, name in (
            ("27.08.2026", "2026418"),
            ("20.08.2026", "2026400"),
            ("13.08.2026", "2026399"),
            ("13.08.2025", "2025399"),
        )
    ]
    site = Site(
        {
            _address(30): feed(*listed),
            _address(30, "meetings"): feed(*meetings),
            f"{CGI}?id=2026400&page=meeting": MEETING.format(id="2026400"),
        }
    )

    found = dynasty.discover(SMALL, site.fetch, _known("2026399-1", "2026418-1"))

    assert [one.native_id for one in found.entries] == ["2026418-1", "2026418-2", "2026400-1", "2026400-2"]
    assert found.warnings == ()
