"""TWeb: what its feed leads to, documents, and lists saved by hand."""

import datetime as dt
import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.settings import FetchSettings
from ingest.documents import read_document
from ingest.fetch import Fetcher
from ingest.systems import detect_system, tweb
from ingest.systems.base import Horizon
from records.council import Base, Council, Source
from records.errors import (
    Blocked,
    ConfigError,
    FeedError,
    FetchError,
    LayoutChanged,
    ParagrafError,
    ReadError,
    Silent,
)
from records.page import FeedEntry
from samples.server import SampleServer
from tests.ingest.systems.pages import Site, page

ROOT = "https://lampi.example"
FEED = f"{ROOT}/ktwebscr/epj_rssfeed.htm?toimielin="
DOCUMENT = f"{ROOT}/ktwebscr/fileshow?docid=72&doctype=3"
OLD = f"{ROOT}/ktwebbin/ktproxy2.dll?docid=73&doctype=3"
LIST = f"{ROOT}/ktwebbin/dbisa.dll/ktwebscr/pk_asil_tweb.htm?+bid=12867"
SOURCE = Source(
    id="lampi",
    system="tweb",
    council=Council(name="Lammen kunta", country="FI"),
    bases=(Base(id="main", url=f"{ROOT}/"),),
    language="fi",
)
OLDEST = dt.date(2026, 1, 1)
ENTRY = FeedEntry(
    url=DOCUMENT,
    title="9.11.2026 Koulutus",
    base_id="main",
    native_id="72",
    body="Kunnanhallitus",
    subject="Koulutus",
    meeting_date=dt.date(2026, 11, 9),
)
MEETING = """<!DOCTYPE html><html><head><meta charset="windows-1252"></head><body><div id="content">
<h1>Pöytäkirjat</h1><table class="list"><tbody><tr class="header">
<td class="header" colspan="3">Kunnanhallitus: 5/2026<br>9.11.2026 15:00<br>Pöytäkirja</td></tr>
<tr class="colheader"><td class="colheaderPykala">§</td><td>Otsikko</td><td>Liitteet</td></tr>
<tr class="data0"><td class="data_pykala"></td>
<td class="data"><a href="/ktwebbin/ktproxy2.dll?doctype=3&amp;docid=71">Kansilehti</a></td><td>-</td></tr>
<tr class="data1"><td class="data_pykala">72</td>
<td class="data"><a href="/ktwebbin/ktproxy2.dll?doctype=3&amp;docid=72">Tilinpäätös</a></td>
<td class="data"><a href="/ktwebscr/epjattn_tweb.htm?72">3 kpl</a></td></tr>
</tbody></table></div><a class="copyright" href="http://www.triplan.fi/">© Triplan Oy</a></body></html>"""
CAPTIONED = """<html><body><table class="list">
<caption>Kunnanhallitus: 5/2026<br>9.11.2026 15:00<br>Esityslista</caption>
<tr><td class="data">1</td>
<td class="data"><a href="/ktwebscr/fileshow?doctype=3&amp;docid=9">Avaus</a></td></tr>
</table></body></html>"""
MEETINGS = """<html><body><table class="list"><tr class="colheader"><td>Aika</td><td>Kokous</td></tr>
<tr class="data0"><td class="data"><a href="pk_asil_tweb.htm?+bid=12867">9.11.2026 15:00</a></td>
<td class="data">Kunnanhallitus: 5/2026</td></tr>
<tr class="data1"><td class="data"><a href="pk_asil_tweb.htm?bid=12838">26.10.2026 09:00</a></td>
<td class="data">Kunnanhallitus: 4/2026</td></tr></table></body></html>"""


def feed(*lines: tuple[str, str, str]) -> bytes:
    """Return a feed in Latin-1: title, address and category of each entry."""
    items = "".join(
        f"<item><title>{title}</title><link>{url.replace('&', '&amp;')}</link>"
        f"<category>{body}</category></item>"
        for title, url, body in lines
    )
    head = '<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>TWeb</title>'
    return f"{head}{items}</channel></rss>".encode("iso-8859-1")


def word(*paragraphs: str) -> bytes:
    """Return a Word document."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("9.11.2026 Lähipäivät", "Lähipäivät"),
        ("Kunnanhallitus 9.11.2026 klo 15:00: Lähipäivät", "Lähipäivät"),
        ("Lähipäivät (9.11.2026)", "Lähipäivät"),
        (
            "Kunnanhallitus 09.11.2026 15.00 - § 72 Lähipäivät 1.1.–31.3.2027",
            "§ 72 Lähipäivät 1.1.–31.3.2027",
        ),
        ("Kunnanhallitus 9.11.2026", None),
    ],
)
def test_an_entry_tells_its_document_body_day_and_subject(title: str, subject: str | None) -> None:
    """The body is the entry's category; day, clock and body are taken off the title wherever they stand."""
    site = Site({FEED: feed((title.replace("–", "-"), DOCUMENT, "Kunnanhallitus"))})
    (entry,) = tweb.discover(SOURCE, site.fetch, Horizon(OLDEST)).entries

    assert (entry.native_id, entry.base_id, entry.body) == ("72", "main", "Kunnanhallitus")
    assert entry.meeting_date == dt.date(2026, 11, 9)
    assert entry.subject == (subject.replace("–", "-") if subject else None)


def test_documents_come_once_newest_first_from_both_kinds_of_address() -> None:
    """A document that is no item's keeps its kind in its id; lists are a gap and not asked for."""
    site = Site(
        {
            FEED: feed(
                ("26.10.2026 Vanha", OLD, "KH"),
                ("9.11.2026 Uusi", DOCUMENT, "KH"),
                ("9.11.2026 Uusi", DOCUMENT, "KH"),
                ("9.11.2026 Liite", DOCUMENT.replace("=3", "=1"), "KH"),
                ("9.11.2026 Lista", LIST, "KH"),
            )
        }
    )
    found = tweb.discover(SOURCE, site.fetch, Horizon(OLDEST))

    assert [entry.native_id for entry in found.entries] == ["72", "1-72", "73"]
    assert site.asked == [FEED]
    assert "1 entries" in found.gaps[0]
    assert "pk_asil_tweb" in found.gaps[0]


@pytest.mark.parametrize(
    ("known", "began", "gaps"),
    [
        pytest.param(False, True, 1, id="others came and went between"),
        pytest.param(True, True, 0, id="a known one shows"),
        pytest.param(False, False, 0, id="the first night"),
    ],
)
def test_a_feed_of_new_entries_alone_is_a_gap_once_a_source_is_known(
    known: bool, began: bool, gaps: int
) -> None:
    """It cannot be asked for more."""
    site = Site({FEED: feed(("9.11.2026 Uusi", DOCUMENT, "KH"))})
    horizon = Horizon(OLDEST, lambda _entry: known, began=began)

    assert len(tweb.discover(SOURCE, site.fetch, horizon).gaps) == gaps


def test_one_feed_of_several_that_fails_is_a_warning() -> None:
    """All of them end the source, and so does a page in place of a feed."""
    source = SOURCE.model_copy(update={"feeds": (f"{FEED}1", f"{FEED}2")})
    site = Site({f"{FEED}2": feed(("9.11.2026 Uusi", DOCUMENT, "KH"))})
    found = tweb.discover(source, site.fetch, Horizon(OLDEST))

    assert len(found.entries) == 1
    assert "toimielin=1" in found.warnings[0]
    with pytest.raises(FetchError):
        tweb.discover(source, Site({}).fetch, Horizon(OLDEST))
    with pytest.raises(FeedError, match="Kirjaudu"):
        tweb.discover(SOURCE, Site({FEED: "<html><title>Kirjaudu</title></html>"}).fetch, Horizon(OLDEST))


def test_a_source_without_an_address_is_a_mistake() -> None:
    """There is no host to guess."""
    with pytest.raises(ConfigError, match="bases or feeds"):
        tweb.discover(SOURCE.model_copy(update={"bases": ()}), Site({}).fetch, Horizon(OLDEST))


def test_a_document_stands_below_what_the_feed_says_of_it() -> None:
    """Many name neither body nor day; the subject is not told twice."""
    (item,) = tweb.read(
        page(DOCUMENT, word("Lammen kunta", "Koulutus", "Päätös", "Hyväksyttiin.")), SOURCE, ENTRY
    )

    assert item.text == "Kunnanhallitus 9.11.2026\n\nLammen kunta\n\nKoulutus\n\nPäätös\n\nHyväksyttiin."
    assert [item.text[slice(*block.span)] for block in item.blocks][:2] == [
        "Kunnanhallitus 9.11.2026",
        "Lammen kunta",
    ]
    assert (item.native_id, item.base_id, item.title) == ("72", "main", "Koulutus")


@pytest.mark.parametrize(
    ("start", "head"),
    [
        pytest.param(
            "Kunnanhallitus 09.11.2026 § 72 Koulutus", "Kunnanhallitus 09.11.2026 § 72", id="says it itself"
        ),
        pytest.param("Kunnanhallitus 1.2.2026 § 7 Koulutus", "Kunnanhallitus 9.11.2026\n", id="another day"),
        pytest.param("Asia", "Kunnanhallitus 9.11.2026\n\nKoulutus\n\nAsia", id="not even its subject"),
    ],
)
def test_what_a_document_says_itself_is_not_said_again(start: str, head: str) -> None:
    """Only its beginning counts: further down other meetings are named."""
    (item,) = tweb.read(page(DOCUMENT, word(start, "Päätös", "Hyväksyttiin.")), SOURCE, ENTRY)

    assert item.text.startswith(head)


def test_a_document_without_an_entry_is_read_as_it_is() -> None:
    """Its id comes from its address."""
    (item,) = tweb.read(page(OLD, word("Koulutus")), SOURCE)

    assert (item.native_id, item.text) == ("73", "Koulutus")


@pytest.mark.parametrize(
    ("content", "error", "found"),
    [
        pytest.param(b"  ", Silent, "empty", id="nothing"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ReadError, r"\.doc\).*PDF", id="old Word"
        ),
        pytest.param(
            b"{\\rtf1\\ansi P\\'e4\\'e4t\\'f6s}", ReadError, "RTF.*Ask the publisher for PDF", id="RTF"
        ),
        pytest.param(
            b"<html><body><form>Kirjaudu</form></body></html>", LayoutChanged, "neither", id="login page"
        ),
        pytest.param("Dokumenttia ei löydy".encode(), LayoutChanged, "neither", id="a notice"),
        pytest.param(b"\x89PNG\r\n", ReadError, "picture", id="a scan"),
    ],
)
def test_other_answers_are_no_items(content: bytes, error: type[ParagrafError], found: str) -> None:
    """Each says what came and what to do."""
    with pytest.raises(error, match=found):
        tweb.read(page(DOCUMENT, content, "application/octet-stream"), SOURCE, ENTRY)


def test_a_saved_list_of_items_reads_as_a_meeting() -> None:
    """Head, then a heading for each item; their documents are attachments."""
    (item,) = tweb.read(page(LIST, MEETING.encode("cp1252")), SOURCE)

    assert (
        item.text == "Kunnanhallitus: 5/2026\n\nPöytäkirja 9.11.2026 15:00\n\nKansilehti\n\n§ 72 Tilinpäätös"
    )
    assert item.native_id == "12867"
    assert [(one.title, one.url) for one in item.attachments][1] == (
        "Tilinpäätös",
        f"{ROOT}/ktwebbin/ktproxy2.dll?docid=72&doctype=3",
    )


def test_the_newer_layout_has_a_caption() -> None:
    """Its cells have one class only."""
    (item,) = tweb.read(page(LIST, CAPTIONED), SOURCE)

    assert item.text == "Kunnanhallitus: 5/2026\n\nEsityslista 9.11.2026 15:00\n\n§ 1 Avaus"


def test_a_saved_list_of_meetings_reads_line_by_line() -> None:
    """No kind of list is told there."""
    (item,) = tweb.read(page(f"{ROOT}/ktwebscr/pk_kokl_tweb.htm", MEETINGS), SOURCE)

    assert item.text.splitlines()[::2] == [
        "Kunnanhallitus: 5/2026",
        "9.11.2026 15:00",
        "Kunnanhallitus: 4/2026",
        "26.10.2026 09:00",
    ]


def test_a_saved_page_needs_no_name_of_its_system() -> None:
    """Markup tells it; other pages are not taken for it."""
    assert detect_system(MEETING) == "tweb"
    assert detect_system("<p>See /ktwebscr/</p>") is None
    assert read_document(MEETING.encode("cp1252"), "poytakirja.html").text.startswith(
        "Kunnanhallitus: 5/2026"
    )


@pytest.mark.parametrize(
    ("robots", "blocked"),
    [
        pytest.param("User-agent: *\nDisallow: /", True, id="as delivered"),
        pytest.param("User-agent: *\nDisallow: /\n\nUser-agent: Paragraf\nAllow: /", False, id="with leave"),
    ],
)
def test_only_the_publisher_s_robots_txt_opens_the_gate(robots: str, blocked: bool) -> None:
    """Enabling a source does not."""
    settings = FetchSettings(delay=0, allow_private=True, contact="clerk@example.org")
    with (
        SampleServer(councils=["hiidenlampi"], robots=robots) as server,
        Fetcher(settings, ["127.0.0.1"]) as fetcher,
    ):
        (source,) = server.sources
        if blocked:
            with pytest.raises(Blocked, match=r"robots\.txt"):
                tweb.discover(source, fetcher.fetch, Horizon(OLDEST))
        else:
            assert tweb.discover(source, fetcher.fetch, Horizon(OLDEST)).entries


BITS = st.sampled_from(
    [
        *MEETING.splitlines(),
        *CAPTIONED.splitlines(),
        *MEETINGS.splitlines(),
        '<td><a href="http://[">',
        "<table>",
        "</tr>",
        "Kunnanhallitus: 5/2026 31.2.2026 99:99",
        "<caption>",
    ]
)


@given(st.lists(BITS, max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_list(markup: str) -> None:
    """Whatever a saved page holds, it is a list of meetings or of items, or one of our errors."""
    try:
        (item,) = tweb.read(page(LIST, f"<html><body>{markup}"), SOURCE)
    except (FetchError, ReadError):
        return

    assert ": 5/2026" in item.text or ": 4/2026" in item.text
