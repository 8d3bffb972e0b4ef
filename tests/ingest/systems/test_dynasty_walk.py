"""A site of Dynasty is walked from its bodies over meetings to items and officers' decisions."""

import datetime as dt
from collections.abc import Iterator

import pytest

from config.settings import FetchSettings
from ingest.fetch import Fetcher
from ingest.systems import dynasty
from ingest.systems.base import Discovery, Horizon
from records.errors import FetchError, Gone, LayoutChanged
from records.page import Page
from samples.server import SampleServer
from tests.ingest.systems.pages import CGI, SOURCE, STATIC, Site, page

COUNCILS = ("kuusiranta", "lehtokorpi")


@pytest.fixture(scope="module")
def server() -> Iterator[SampleServer]:
    """Serve a site of CGI pages with officers' decisions, and one of static pages."""
    with SampleServer(councils=COUNCILS) as server:
        yield server


def _walk(server: SampleServer, council: str, oldest: dt.date) -> Discovery:
    source = next(one for one in server.sources if one.id == council)
    with Fetcher(FetchSettings(delay=0, allow_private=True), ["127.0.0.1"]) as fetcher:
        return dynasty.discover(source, fetcher.fetch, Horizon(oldest, walk=True))


@pytest.mark.parametrize("council", COUNCILS)
def test_every_item_is_found(server: SampleServer, council: str) -> None:
    """The walk finds what the site has, each item once."""
    found = _walk(server, council, dt.date(2000, 1, 1))

    told = next(one for one in server._world.councils if one.id == council)
    items = {f"{meeting.id}-{item.n}" for meeting in told.meetings for item in meeting.item}
    officers = {one.id for one in told.officers}
    assert {one.native_id for one in found.entries} == items | officers
    assert len(found.entries) == len(items | officers)
    assert found.warnings == ()


def test_only_what_is_since_the_day(server: SampleServer) -> None:
    """Meetings and decisions before the day are left alone."""
    found = _walk(server, "kuusiranta", dt.date(2026, 9, 15))

    days = {one.meeting_date for one in found.entries}
    assert days
    assert all(day is not None and day >= dt.date(2026, 9, 15) for day in days)


def test_a_list_without_bodies() -> None:
    """A page of another layout is not a site without bodies."""
    site = Site({f"{CGI}?page=meeting_handlers&id=": "<p>Palvelu on siirtynyt</p>"})

    with pytest.raises(LayoutChanged, match="meeting_handlers"):
        dynasty.discover(SOURCE, site.fetch, Horizon(walk=True))


BODIES = (
    f"<table><tr><td><a href='{CGI}?page=meetings&amp;id=7'>Valtuusto</a></td><td>01.09.2026</td>"
    f"<tr><td><a href='{CGI}?page=meetings&amp;id=8'>Hallitus</a></td><td>01.01.2019</td></table>"
)


def test_a_list_that_fails_is_a_warning() -> None:
    """A body's list that cannot be read, or the officers', costs no other; old bodies are not asked."""
    site = Site({f"{CGI}?page=meeting_handlers&id=": BODIES})

    found = dynasty.discover(SOURCE, site.fetch, Horizon(dt.date(2026, 1, 1), walk=True))

    assert found.entries == ()
    assert ["id=7" in found.warnings[0], "official_search" in found.warnings[1]] == [True, True]
    assert not any("id=8" in url for url in site.asked)


def test_a_day_elsewhere_on_the_page_is_no_bodys() -> None:
    """Bodies in a list without days are all asked, whatever day the page's foot tells."""
    names = "".join(f"<li><a href='{CGI}?page=meetings&amp;id={n}'>Lautakunta {n}</a></li>" for n in range(6))
    foot = "<div>Päivitetty 01.01.2015</div>"
    site = Site({f"{CGI}?page=meeting_handlers&id=": f"<div><ul>{names}</ul>{foot}</div>"})

    found = dynasty.discover(SOURCE, site.fetch, Horizon(dt.date(2026, 1, 1), walk=True))

    assert [sum(f"id={n}" in url for url in site.asked) for n in range(6)] == [1] * 6
    assert found.entries == ()


def test_officers_decisions_are_paged_on() -> None:
    """A full page is followed by the next; a server that shows the same again ends the walk."""
    asked: list[str] = []

    def fetch(url: str) -> Page:
        asked.append(url)
        if "meeting_handlers" in url:
            return page(url, BODIES.replace("2026", "2018"))
        if "official_search" not in url:
            raise Gone(url)
        start = int(url.partition("alo=")[2].partition("&")[0])
        rows = "".join(
            f"<tr><td>18.09.2026 <a href='?page=official_decision&amp;id=2026{n}'>Päätös {n}</a></td></tr>"
            for n in range(min(start, 101), min(start, 101) + 100)
        )
        return page(url, f"<table>{rows}</table>")

    found = dynasty.discover(SOURCE, fetch, Horizon(dt.date(2026, 1, 1), walk=True))

    assert len(found.entries) == 200
    assert [url.partition("alo=")[2].partition("&")[0] for url in asked[1:]] == ["1", "101", "201"]


def test_static_pages_have_no_officers() -> None:
    """A site of static pages is not asked for decisions that it cannot list."""
    asked: list[str] = []
    source = SOURCE.model_copy(update={"bases": (SOURCE.bases[0].model_copy(update={"url": STATIC}),)})

    def fetch(url: str) -> Page:
        asked.append(url)
        if url.endswith("TELIMET.HTM"):
            return page(url, "<a href='TELIN-200120.HTM'>Kaupunginhallitus</a>")
        raise FetchError(url, expected="a page", found="status 500")

    found = dynasty.discover(source, fetch, Horizon(walk=True))

    assert asked == [f"{STATIC}TELIMET.HTM", f"{STATIC}TELIN-200120.HTM"]
    assert len(found.warnings) == 1
