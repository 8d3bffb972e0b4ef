"""The sample server answers as Ahjo does, and what is read from it is what it holds."""

import datetime as dt
import json
from collections.abc import Iterator

import pytest

from config.settings import FetchSettings
from ingest.fetch import Fetcher
from ingest.systems import ahjo
from ingest.systems.base import Discovery, Horizon
from records.council import Source
from records.errors import Gone
from records.item import Item
from records.page import Page
from samples.load import TODAY, load_council
from samples.server import SampleServer
from tests.samples.made import get

API = "/merihaara/fi/ahjo-proxy"
TRAINING = "00400202641-4"
SETTINGS = FetchSettings(delay=0, allow_private=True)
OLDEST = dt.date(2026, 10, 1)


@pytest.fixture(name="server")
def served() -> Iterator[SampleServer]:
    """The city on Ahjo, served."""
    with SampleServer(councils=["merihaara"]) as server:
        yield server


@pytest.fixture(name="fetcher")
def fetching() -> Iterator[Fetcher]:
    """A fetcher on the evening of the samples' day."""
    now = dt.datetime.combine(TODAY, dt.time(2), dt.UTC)
    with Fetcher(SETTINGS, {"127.0.0.1"}, now=lambda: now) as fetcher:
        yield fetcher


def told(server: SampleServer, path: str) -> dict[str, object]:
    """Return an answer of the interface."""
    answer: dict[str, object] = json.loads(get(server, f"{API}/{path}").body)
    return answer


def found(server: SampleServer, fetcher: Fetcher) -> tuple[Source, Discovery]:
    """Return the source and what it offers."""
    (source,) = server.sources
    return source, ahjo.discover(source, fetcher.fetch, Horizon(OLDEST))


def read(source: Source, page: Page, discovery: Discovery) -> Item:
    """Return the item of a page that an entry leads to."""
    entry = next(one for one in discovery.entries if one.url == page.url)
    (item,) = ahjo.read(page, source, entry)
    return item


def test_lists_are_cut_and_tell_what_follows(server: SampleServer) -> None:
    """Five decisions of one meeting, two a page."""
    first, last = told(server, "decisions?size=2"), told(server, "decisions?size=2&page=2")

    assert (first["nextCount"], last["nextCount"]) == (2, 0)
    assert isinstance(last["decisions"], list)
    assert len(last["decisions"]) == 1


@pytest.mark.parametrize(
    ("since", "before", "count"),
    [("2026-11-01", "2026-11-08", 5), ("2026-11-03", "", 0), ("2026-10-01", "2026-11-02", 0)],
)
def test_decisions_are_told_by_their_meetings_day(
    server: SampleServer, since: str, before: str, count: int
) -> None:
    """From one moment on, and before another."""
    until = f"&handledbefore={before}T00:00:00Z" if before else ""

    assert told(server, f"decisions?handledsince={since}T00:00:00Z{until}")["count"] == count


@pytest.mark.parametrize("path", ["decisions/x", "meetings/1", "cases/HEL-1", "agents/x", "muuta"])
def test_what_is_not_there_answers_404(server: SampleServer, path: str) -> None:
    """In JSON, as everything."""
    got = get(server, f"{API}/{path}")

    assert (got.status, json.loads(got.body)) == (404, {"error": "Not found"})


def test_a_case_lists_its_decisions(server: SampleServer) -> None:
    """Cases have ids with a hyphen, labels with a blank."""
    case = told(server, "cases/HEL-2026-011842")

    assert case["CaseIDLabel"] == "HEL 2026-011842"
    assert told(server, "cases")["count"] == 4


def test_every_item_is_discovered_and_read(server: SampleServer, fetcher: Fetcher) -> None:
    """Decisions of the weeks behind, and the agenda items of the meeting to come."""
    source, discovery = found(server, fetcher)
    items = [read(source, fetcher.fetch(entry.url), discovery) for entry in discovery.entries]

    held = {
        (f"{meeting.id}-{item.n}", meeting.body, meeting.date)
        for meeting in load_council("merihaara").meetings
        for item in meeting.item
    }
    assert {(one.native_id, one.body, one.meeting_date) for one in discovery.entries} == held
    assert all(item.text.startswith("Kaupunginhallitus ") for item in items)
    assert discovery.warnings == ()


def test_an_agenda_becomes_minutes_under_one_id(server: SampleServer, fetcher: Fetcher) -> None:
    """Only the address is another one."""
    server.show("merihaara", "minutes")
    decided = {entry.native_id: entry.url for entry in found(server, fetcher)[1].entries}
    server.show("merihaara", "agenda", "00400202643")
    before = {entry.native_id: entry.url for entry in found(server, fetcher)[1].entries}

    assert decided.keys() == before.keys()
    assert "/decisions/" in decided["00400202643-3"]
    assert "/agendaitems/" in before["00400202643-3"]


def test_documents_lie_beside_the_interface(server: SampleServer, fetcher: Fetcher) -> None:
    """A decision's attachment, and its printed form."""
    source, discovery = found(server, fetcher)
    entry = next(one for one in discovery.entries if one.native_id == TRAINING)
    item = read(source, fetcher.fetch(entry.url), discovery)

    (attachment,) = item.attachments
    assert fetcher.fetch(attachment.url).media_type == "application/pdf"
    assert get(server, "/merihaara/ahjojulkaisu/x.pdf").status == 404


def test_a_withdrawn_decision_leaves_the_lists_and_is_gone(server: SampleServer, fetcher: Fetcher) -> None:
    """Nothing tells that it ever was."""
    source, discovery = found(server, fetcher)
    url = next(one.url for one in discovery.entries if one.native_id == TRAINING)
    server.withdraw("merihaara", TRAINING)

    assert TRAINING not in {one.native_id for one in found(server, fetcher)[1].entries}
    with pytest.raises(Gone):
        fetcher.fetch(url)
    assert source.id == "merihaara"


def test_a_secret_item_shows_its_title_alone(server: SampleServer, fetcher: Fetcher) -> None:
    """And the provision that hides the rest."""
    source, discovery = found(server, fetcher)
    entry = next(one for one in discovery.entries if one.native_id == "00400202641-6")
    text = read(source, fetcher.fetch(entry.url), discovery).text

    assert text.split("\n\n")[2:] == ["Henkilöasia", "Salassa pidettävä (Julkisuuslaki 24 § 1 mom. 32 kohta)"]
