"""The sample server answers as a TWeb server does."""

from collections.abc import Iterator

import pytest

from samples.server import SampleServer
from tests.samples.made import get
from tests.samples.test_pdf import text_of

ROOT = "/hiidenlampi/ktwebscr"


@pytest.fixture(name="server")
def served() -> Iterator[SampleServer]:
    """The municipality on TWeb, served."""
    with SampleServer(councils=["hiidenlampi"]) as server:
        yield server


def test_the_feed_is_latin_1_and_files_entries_under_their_body(server: SampleServer) -> None:
    """Day and subject are the title; links are escaped."""
    got = get(server, f"{ROOT}/epj_rssfeed.htm?toimielin=")
    text = got.body.decode("iso-8859-1")

    assert got.headers["content-type"] == "text/xml; charset=ISO-8859-1"
    assert "<title>19.10.2026 Luottamushenkilöiden koulutukset keväällä 2027</title>" in text
    assert f"<link>{server.url}{ROOT}/fileshow?doctype=3&amp;docid=512002</link>" in text
    assert "<category>Kunnanhallitus</category>" in text
    assert "&#8211;" in text


def test_the_feed_of_one_body_lists_no_other(server: SampleServer) -> None:
    """Its number is asked for."""
    text = get(server, f"{ROOT}/epj_rssfeed.htm?toimielin=695").body.decode("iso-8859-1")

    assert "Kunnanvaltuusto" in text
    assert "Kunnanhallitus" not in text


def test_documents_are_pdf_and_those_of_agendas_say_not_whose(server: SampleServer) -> None:
    """Minutes name body, day and section."""
    minutes = " ".join(text_of(get(server, f"{ROOT}/fileshow?doctype=3&docid=512002").body))
    agenda = " ".join(text_of(get(server, f"{ROOT}/fileshow?doctype=3&docid=513101").body))

    assert "Kunnanhallitus 19.10.2026 § 173" in minutes
    assert "Kunnanvaltuusto 9.11.2026" not in agenda
    assert "Päätösesitys" in agenda


def test_a_list_of_items_is_windows_1252(server: SampleServer) -> None:
    """Its rows lead to documents."""
    text = get(server, f"{ROOT}/pk_asil_tweb.htm?bid=5120").body.decode("cp1252")

    assert "Kunnanhallitus: 5120/2026<br>19.10.2026 15:00<br>Pöytäkirja" in text
    assert "docid=512003" in text


def test_a_withdrawn_item_is_gone(server: SampleServer) -> None:
    """From the feed and from the server."""
    server.withdraw("hiidenlampi", "5120-2")

    assert b"512002" not in get(server, f"{ROOT}/epj_rssfeed.htm").body
    assert get(server, f"{ROOT}/fileshow?doctype=3&docid=512002").status == 404


@pytest.mark.parametrize("path", ["/fileshow?docid=1", "/pk_asil_tweb.htm?bid=9", "/other.htm"])
def test_unknown_addresses_are_404(server: SampleServer, path: str) -> None:
    """No page is made up."""
    assert get(server, f"{ROOT}{path}").status == 404
