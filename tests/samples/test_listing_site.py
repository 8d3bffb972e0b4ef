"""The lists of minutes, and the documents that they link, answer as municipal web sites do."""

import re

import pytest

from samples.server import SampleServer
from tests.samples.made import get, visible
from tests.samples.test_pdf import text_of

PANELS = "/bjorkvanga/kommun-och-politik/kallelser-och-protokoll-2026.html"
TABLE = "/straumfjora/politikk/moteprotokollar-2026/"
BOARD = "ks20261014"


def hrefs(server: SampleServer, path: str, kind: str) -> list[str]:
    """Return the addresses of a kind of document that a list links."""
    return re.findall(rf"href='([^']*{kind}[^']*)'", get(server, path).text)


def test_a_list_shows_its_year_by_body() -> None:
    """Panels are folded; a day stands without its year, minutes beside the agenda."""
    with SampleServer(councils=["bjorkvanga"]) as server:
        this, last = get(server, PANELS).text, get(server, PANELS.replace("2026", "2025")).text
        other = get(server, PANELS.replace("2026", "2024")).status

    assert "<div hidden>" in this
    assert "Protokoll 14 oktober (pdf, 14 kB)" in this
    assert "Kallelse 14 oktober (pdf, 14 kB)" in this
    assert ("10 december" in this, "10 december" in last) == (False, True)
    assert other == 404


def test_minutes_appear_when_there_are_some() -> None:
    """An agenda is linked alone until then, and the minutes answer 404."""
    with SampleServer(councils=["bjorkvanga"]) as server:
        (address,) = hrefs(server, PANELS, "Protokoll-KS-2026-10-14")
        server.show("bjorkvanga", "agenda", BOARD)
        early = get(server, PANELS).text, get(server, address).status
        server.show("bjorkvanga", "minutes", BOARD)
        late = get(server, address)

    assert ("Protokoll-KS-2026-10-14" in early[0], "Kallelse-KS-2026-10-14" in early[0]) == (False, True)
    assert early[1] == 404
    assert late.headers["content-type"] == "application/pdf"


def test_a_file_is_told_by_its_node_alone() -> None:
    """As SiteVision's: another time or name leads to the same file, another node to none."""
    with SampleServer(councils=["bjorkvanga"]) as server:
        (address,) = hrefs(server, PANELS, "Protokoll-KS-2026-10-14")
        node = address.split("/")[3]
        renamed = get(server, f"/bjorkvanga/download/{node}/1/ny.pdf")
        unknown = get(server, "/bjorkvanga/download/18.0/1/ny.pdf")

    assert "Introduktionsutbildning" in " ".join(text_of(renamed.body))
    assert unknown.status == 404


def test_agenda_and_minutes_of_one_meeting() -> None:
    """The agenda counts its items and has no decisions; the minutes have both § and decision."""
    with SampleServer(councils=["bjorkvanga"]) as server:
        told = [
            " ".join(text_of(get(server, address).body))
            for kind in ("Kallelse-KS-2026-10-14", "Protokoll-KS-2026-10-14")
            for address in hrefs(server, PANELS, kind)
        ]

    agenda, minutes = told
    assert ("2. Introduktionsutbildning" in agenda, "§ 142" in agenda) == (True, False)
    assert "§ 142 Introduktionsutbildning" in minutes
    assert ("antar programmet för" in agenda, "antar programmet för" in minutes) == (False, True)


def test_a_table_in_parts() -> None:
    """The first part links the second, the last links none; each row has its day and body."""
    with SampleServer(councils=["straumfjora"]) as server:
        first, second = get(server, TABLE).text, get(server, f"{TABLE}?page=2").text

    assert ("?page=2" in first, "?page=3" in second) == (True, False)
    assert "27.10.2026 Formannskapet Les Les" in visible(first)
    assert "09.06.2026 Formannskapet Les Les" in visible(second)


def test_minutes_as_a_page() -> None:
    """A page with a table as its head, then a heading for each item."""
    with SampleServer(councils=["straumfjora"]) as server:
        (address, *_) = hrefs(server, TABLE, "/protokoll/")
        got = get(server, address)

    assert "<h1>Møteprotokoll</h1>" in got.text
    assert "<tr><td>Utval:</td><td>Formannskapet</td></tr>" in got.text
    assert "<h2>PS 65/26 Folkevaldopplæring våren 2027</h2>" in got.text
    assert "Arkivsak: 26/00377-2" in visible(got.text)


@pytest.mark.parametrize("council", ["bjorkvanga", "straumfjora"])
def test_a_withdrawn_meeting_is_gone(council: str) -> None:
    """It leaves the list, and its documents answer 404."""
    path, meeting = (PANELS, BOARD) if council == "bjorkvanga" else (TABLE, "fs20261027")
    kind = "Protokoll-KS-2026-10-14" if council == "bjorkvanga" else f"/protokoll/{meeting}/"
    with SampleServer(councils=[council]) as server:
        (address,) = hrefs(server, path, kind)
        server.withdraw(council, meeting)
        assert hrefs(server, path, kind) == []
        assert get(server, address).status == 404
