"""The sample server answers as CloudNC does, and what is read from it is what it holds."""

import datetime as dt
from collections.abc import Iterator

import pytest

from config.settings import FetchSettings
from ingest.fetch import Fetcher
from ingest.systems import cloudnc
from ingest.systems.base import Horizon
from records.errors import Gone
from samples.cloudnc_pages import NEWEST
from samples.load import load_council
from samples.server import SampleServer
from tests.samples.made import get, visible

FRONT = "/hirvilampi/fi-FI/Toimielimet"
BOARD = f"{FRONT}/Kaupunginhallitus"
ITEM = "/hirvilampi/fi-FI/content/31442/3144202"
SETTINGS = FetchSettings(delay=0, allow_private=True)


@pytest.fixture(name="server")
def served() -> Iterator[SampleServer]:
    """The town on CloudNC, served."""
    with SampleServer(councils=["hirvilampi"]) as server:
        yield server


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (FRONT, "§ 267 Luottamushenkilöiden koulutussuunnitelma vuodelle 2027"),
        (BOARD, "Kokous 9.11.2026"),
        (f"{BOARD}/Kokous_9112026", "Kaupunginhallitus, kokous 9.11.2026 Pöytäkirja on tarkastettu"),
        (ITEM, "Ehdotus Esittelijä Kaisla Vehmas, kaupunginjohtaja"),
    ],
)
def test_lists_lead_to_items(server: SampleServer, address: str, words: str) -> None:
    """Bodies, meetings and items each have their page."""
    assert words in visible(get(server, address).text)


@pytest.mark.parametrize("address", ["/hirvilampi/rss", f"{FRONT}/Jaosto", f"{ITEM}9", "/hirvilampi/"])
def test_what_is_not_there_answers_404(server: SampleServer, address: str) -> None:
    """Such as the feed, which the system does not have."""
    assert get(server, address).status == 404


def test_an_agenda_has_neither_section_nor_decision(server: SampleServer) -> None:
    """Its items keep their addresses."""
    server.show("hirvilampi", "agenda")
    text = visible(get(server, ITEM).text)

    assert "Esityslista" in text
    assert "§ 267" not in text
    assert "Ehdotus hyväksyttiin" not in text


def test_documents_answer_with_their_kind(server: SampleServer) -> None:
    """Their addresses tell none."""
    links = [
        part.partition('"')[0] for part in get(server, ITEM).text.split('href="') if "/download/" in part
    ]

    assert [get(server, link).status for link in links] == [200, 200]
    assert get(server, links[0]).headers["content-type"] == "application/pdf"


def test_the_front_lists_the_newest_alone() -> None:
    """So that a site with more items than that is followed by body and meeting."""
    council = load_council("hirvilampi")
    (first, *rest) = council.meetings
    many = tuple(first.item[0].model_copy(update={"n": n}) for n in range(1, NEWEST + 6))
    full = council.model_copy(update={"meetings": (first.model_copy(update={"item": many}), *rest)})
    with SampleServer(councils=[full]) as server, Fetcher(SETTINGS, {"127.0.0.1"}) as fetcher:
        (source,) = server.sources
        entries = cloudnc.discover(source, fetcher.fetch, Horizon(dt.date(2026, 1, 1))).entries
        shown = get(server, FRONT).text.count("/fi-FI/content/")

    assert shown == NEWEST
    assert len(entries) == NEWEST + 5 + sum(len(meeting.item) for meeting in rest)


def test_every_item_is_discovered_and_read(server: SampleServer) -> None:
    """Old and new addresses lead to items with the ids, bodies and days that the town's files tell."""
    (source,) = server.sources
    with Fetcher(SETTINGS, {"127.0.0.1"}) as fetcher:
        entries = cloudnc.discover(source, fetcher.fetch, Horizon(dt.date(2026, 1, 1))).entries
        items = [cloudnc.read(fetcher.fetch(entry.url), source, entry)[0] for entry in entries]

    held = {
        (f"{meeting.id}{item.n:02}", meeting.body, meeting.date)
        for meeting in load_council("hirvilampi").meetings
        for item in meeting.item
    }
    assert {(one.native_id, one.body, one.meeting_date) for one in entries} == held
    assert {item.native_id: len(item.attachments) for item in items}["3144202"] == 2
    assert all(", kokous " in item.text.partition("\n")[0] for item in items)


def test_a_withdrawn_item_leaves_the_lists_and_is_gone(server: SampleServer) -> None:
    """Nothing tells that it ever was."""
    server.withdraw("hirvilampi", "31442-2")
    (source,) = server.sources
    with Fetcher(SETTINGS, {"127.0.0.1"}) as fetcher:
        entries = cloudnc.discover(source, fetcher.fetch, Horizon(dt.date(2026, 1, 1))).entries
        with pytest.raises(Gone):
            fetcher.fetch(f"{server.url}{ITEM}")

    assert "3144202" not in {entry.native_id for entry in entries}
