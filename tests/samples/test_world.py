"""Requests find their council, and pages of ordinary sites are served as such sites do."""

import pytest

from samples.council import Charset, Council, Site, WebPage
from samples.world import Asked, World
from tests.samples.made import made_council

HOST = "http://127.0.0.1:8000"
PAGE = "<html><body><p>Folkevalgtopplæring – 11. februar</p></body></html>"


def asked(address: str, **headers: str) -> Asked:
    """Return a request; header names are written with underscores."""
    return Asked(address, {name.replace("_", "-"): value for name, value in headers.items()}, HOST)


def web_council() -> Council:
    """Return a council with a page in two charsets and a PDF."""
    source = made_council().source.model_copy(update={"id": "vev", "system": "webpage", "language": "nb"})
    latin = Charset(encoding="iso-8859-1", header="", meta="iso-8859-1")
    return Council(
        source=source,
        site=Site(prefix="/vev"),
        pages=(
            WebPage(path="/side/", file="side.html"),
            WebPage(path="/gammel.html", file="side.html", charset=latin),
            WebPage(path="/Møte.pdf", file="møte.txt", head="Vev", foot="{page}/{pages}"),
        ),
        texts={"side.html": PAGE, "møte.txt": "# Møteprotokoll\n\nSak 1"},
    )


@pytest.mark.parametrize(
    ("address", "council"),
    [
        ("/testila/cgi/DREQUEST.PHP?page=x", "testila"),
        ("/vev/side/", "vev"),
        # a prefix is a whole part of the path
        ("/testilanen/cgi", None),
        ("/testila", None),
        ("/?q=/vev/", None),
    ],
)
def test_councils_are_found_by_prefix(address: str, council: str | None) -> None:
    """One server, many councils."""
    found = World([made_council(), web_council()]).find(address)

    assert (found.id if found else None) == council


def test_a_page_is_sent_in_its_charset() -> None:
    """The dash that Latin-1 lacks becomes a reference there."""
    world = World([web_council()])

    new, old = (world.reply(asked(f"/vev{path}")).answer for path in ("/side/", "/gammel.html"))

    assert new.body.decode("utf-8") == PAGE
    assert new.content_type == "text/html; charset=utf-8"
    assert old.body.decode("iso-8859-1") == PAGE.replace("–", "&#8211;")
    assert old.content_type == "text/html"


def test_a_text_file_is_served_as_pdf_also_under_an_escaped_path() -> None:
    """Addresses may be percent-encoded."""
    world = World([web_council()])

    answer = world.reply(asked("/vev/M%C3%B8te.pdf")).answer

    assert answer.content_type == "application/pdf"
    assert answer.body.startswith(b"%PDF-1.4")


def test_an_unknown_page_is_404_and_so_is_a_script_on_a_web_site() -> None:
    """An ordinary site has no record system behind it."""
    world = World([web_council()])

    statuses = [
        world.reply(asked(one)).answer.status for one in ("/vev/annet/", "/vev/cgi/DREQUEST.PHP?page=meeting")
    ]

    assert statuses == [404, 404]


def test_etags_belong_to_the_content() -> None:
    """The same text in other bytes has another tag; a matching one saves the body."""
    world = World([web_council()])
    new, old = (world.reply(asked(f"/vev{path}")).answer for path in ("/side/", "/gammel.html"))

    again = world.reply(asked("/vev/side/", if_none_match=new.headers["ETag"])).answer

    assert new.headers["ETag"] != old.headers["ETag"]
    assert (again.status, again.body) == (304, b"")


def test_asking_for_another_item_keeps_the_rest_of_the_request() -> None:
    """Path, verb and headers stay."""
    request = asked("/testila/cgi/DREQUEST.PHP?page=rss/meetingitems&id=1-1", cookie="a=b")

    other = request.for_item("2-2")

    assert other.query == {"page": "rss/meetingitems", "id": "2-2"}
    assert (other.path, other.headers, other.host) == (request.path, request.headers, HOST)
    assert request.for_item("") is request
