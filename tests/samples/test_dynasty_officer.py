"""Decisions of office-holders have a feed, a list and pages of their own."""

import feedparser

from samples.server import SampleServer
from tests.samples.made import get, visible

SCRIPT = "/kuusiranta/cgi/DREQUEST.PHP"


def test_the_page_is_latin_1_by_meta_with_number_and_title_glued() -> None:
    """The header claims no charset; the title follows the number without a blank."""
    with SampleServer(councils=["kuusiranta"]) as server:
        answer = get(server, f"{SCRIPT}?page=official_decision&id=2026174")

    page = answer.body.decode("iso-8859-1")
    assert answer.headers["content-type"] == "text/html"
    assert "charset=iso-8859-1" in page
    assert "Viranhaltijapäätös 22.10.2026 § 31<span>Tarkastuslautakunnan jäsenten" in page


def test_labels_stand_on_lines_of_their_own() -> None:
    """Who decides, why, what, by which power, seen where, told whom: in this order."""
    with SampleServer(councils=["kuusiranta"]) as server:
        page = get(server, f"{SCRIPT}?page=official_decision&id=2026174").body.decode("iso-8859-1")

    labels = [
        "<b>Päätöksen tekijä</b></p>",
        "<b>Perustelut</b></p>",
        "<b>Päätös</b></p>",
        "<b>Toimivallan peruste</b></p>",
        "<b>Päätöksen nähtävilläolo</b></p>",
        "<b>Tiedoksi</b></p>",
    ]
    places = [page.find(label) for label in labels]
    assert -1 not in places
    assert places == sorted(places)


def test_the_feed_and_the_list_lead_to_the_pages() -> None:
    """Newest first, as everywhere; the list glues number and title."""
    with SampleServer(councils=["kuusiranta"]) as server:
        entries = feedparser.parse(get(server, f"{SCRIPT}?page=rss/official_decisions").body).entries
        listed = visible(get(server, f"{SCRIPT}?page=official_frames").body.decode("iso-8859-1"))
        pages = [get(server, entry.link.removeprefix(server.url)).status for entry in entries]

    assert [entry.title.partition(" / ")[0] for entry in entries] == [
        "Henkilöstöpäällikkö 05.11.2026",
        "Rakennustarkastaja 29.10.2026",
        "Kaupunginsihteeri 22.10.2026",
    ]
    assert pages == [200, 200, 200]
    assert "Viranhaltijapäätös 31/2026Tarkastuslautakunnan jäsenten" in listed


def test_unknown_decisions_are_404_and_other_councils_have_none() -> None:
    """A site without such decisions has an empty feed."""
    with SampleServer(councils=["kuusiranta", "lakiaro"]) as server:
        missing = get(server, f"{SCRIPT}?page=official_decision&id=1").status
        empty = get(server, "/lakiaro/D10_Lakiaro/cgi/DREQUEST.PHP?page=rss/official_decisions").body

    assert missing == 404
    assert b"<item>" not in empty
