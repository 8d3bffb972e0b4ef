"""Dynasty as a whole: what is discovered, which items pages give."""

import pytest

from ingest.systems import dynasty
from ingest.systems.base import Horizon
from records.council import Base
from records.errors import ConfigError, FeedError, Gone, LayoutChanged, ReadError, Silent
from tests.ingest.systems.pages import (
    CGI,
    CLASSIC_ITEM,
    CLASSIC_TEXT,
    RESPONSIVE_ITEM,
    RESPONSIVE_TEXT,
    SOURCE,
    STATIC,
    STATIC_ITEM,
    STATIC_TEXT,
    Site,
    entry,
    feed,
    item_url,
    page,
)

FEED = f"{CGI}?page=rss/meetingitems&show=100"
STATIC_SOURCE = SOURCE.model_copy(update={"bases": (Base(id="old", url=f"{STATIC}TELIMET.HTM"),)})


GENERATIONS = [
    (
        STATIC_ITEM.encode("cp1252"),
        f"{STATIC}2017512-3.HTM",
        "2017512-3",
        STATIC_TEXT,
        "static, windows-1252 by meta",
    ),
    (CLASSIC_ITEM.encode(), item_url("2026418-10"), "2026418-10", CLASSIC_TEXT, "classic"),
    (RESPONSIVE_ITEM.encode(), item_url("2026418-10"), "2026418-10", RESPONSIVE_TEXT, "responsive"),
]


@pytest.mark.parametrize(("content", "url", "native_id", "text", "reason"), GENERATIONS)
def test_item_page(content: bytes, url: str, native_id: str, text: str, reason: str) -> None:
    """A page of any generation gives one item: head, body, attachments, nothing of what is around."""
    (item,) = dynasty.read(page(url, content, "text/html"), SOURCE)

    assert item.text == text, reason
    assert item.key == ("kuusiranta", "main", native_id)
    assert (item.url, item.language, item.text_version) == (url, "fi", "dynasty-1")
    assert item.blocks[0].kind == "heading"
    assert "\n" in item.text[item.blocks[0].start : item.blocks[0].end]


def test_attachments() -> None:
    """Attachments have title, address and type; those of other items are no attachments."""
    (item,) = dynasty.read(page(item_url("2026418-10"), CLASSIC_ITEM), SOURCE)

    (attachment,) = item.attachments
    assert attachment.title == "selostus_koulutus.pdf"
    assert attachment.url == "https://kuusiranta.example/kokous/2026418-10-51231.PDF"
    assert attachment.media_type == "application/pdf"


def test_labels_are_bold() -> None:
    """Labels keep their bold, so that they can be told from text."""
    (item,) = dynasty.read(page(item_url("2026418-10"), CLASSIC_ITEM), SOURCE)

    bold = [item.text[block.start : block.end].split()[0] for block in item.blocks if block.bold]
    assert bold == ["Luottamushenkilöiden", "Valmistelu", "Päätös"]


def test_subject_of_the_feed() -> None:
    """The item's title is what the feed calls it, its ids are the entry's."""
    (item,) = dynasty.read(page(item_url("2026418-10"), CLASSIC_ITEM), SOURCE, entry("2026418-10"))

    assert item.title == "Luottamushenkilöiden koulutus syksyllä 2026"
    assert item.key == ("kuusiranta", "main", "2026418-10")


def without_own_link(markup: str) -> str:
    """Return a page that does not offer its printed form."""
    return markup.replace("../kokous/2026418-10.PDF", "#")


WRONG = [
    (CLASSIC_ITEM, "2026418-11", "the printed form is of the neighbour"),
    (CLASSIC_ITEM, "2026418-9", "on the other side"),
    (CLASSIC_ITEM, "2026418-1", "of the same meeting"),
    (without_own_link(CLASSIC_ITEM), "2026418-9", "it links the item asked as its neighbour"),
    (without_own_link(CLASSIC_ITEM), "2026500-10", "it links items of another meeting"),
]


@pytest.mark.parametrize(("markup", "asked", "reason"), WRONG)
def test_another_item_than_asked(markup: str, asked: str, reason: str) -> None:
    """A page that proves to be another item is refused: the server mixed up sessions."""
    with pytest.raises(ReadError, match=f"expected item {asked}"):
        dynasty.read(page(item_url(asked), markup), SOURCE)
    assert asked, reason


RIGHT = [
    (without_own_link(CLASSIC_ITEM), "2026418-10", "both neighbours are linked"),
    (CLASSIC_ITEM.replace("2026418-10.PDF", "2026300-1.PDF"), "2026418-10", "a printed form of long ago"),
    (
        CLASSIC_ITEM.replace("2026418-9", "2026418-10").replace("../kokous/", "#"),
        "2026418-10",
        "it links itself",
    ),
    (
        "<!--DATABEGIN--><p>Luottamushenkilöiden koulutus syksyllä 2026</p><!--DATAEND-->",
        "2026418-10",
        "the subject stands there",
    ),
]


@pytest.mark.parametrize(("markup", "asked", "reason"), RIGHT)
def test_item_without_printed_form(markup: str, asked: str, reason: str) -> None:
    """An item that offers no printed form is known by its neighbours or its subject."""
    (item,) = dynasty.read(page(item_url(asked), markup), SOURCE, entry(asked))

    assert item.native_id == asked, reason


def test_subject_that_is_not_there() -> None:
    """A page that links nothing and lacks the subject is another item."""
    with pytest.raises(ReadError, match="another item"):
        dynasty.read(
            page(item_url("1-2"), "<!--DATABEGIN--><p>Kokouksen laillisuus ja muuta</p><!--DATAEND-->"),
            SOURCE,
            entry("1-2", "Iltakoulu"),
        )


@pytest.mark.parametrize(
    "markup", [CLASSIC_ITEM, RESPONSIVE_ITEM, STATIC_ITEM.replace("2017512-3", "2026418-10")]
)
def test_page_cut_off(markup: str) -> None:
    """A page that ends before its item does is not stored; given by hand it is read as far as it goes."""
    cut = page(
        item_url("2026418-10"), markup[: markup.index("yksimielisesti" if "yksim" in markup else "kahtena")]
    )

    with pytest.raises(ReadError, match="cut off"):
        dynasty.read(cut, SOURCE, entry("2026418-10"))
    assert dynasty.read(cut, SOURCE)


CHANGED = [
    (
        "<html><body><p>Tervetuloa uudelle sivustollemme, kaikki on nyt uutta.</p></body></html>",
        "no landmarks",
    ),
    ("<!--DATABEGIN--><!--DATAEND-->", "an empty data area"),
    ("<!--DATABEGIN--><p>&nbsp;</p><!--DATAEND-->", "blanks"),
    ("<!--DATABEGIN--><p>Ei sisältöä.</p><!--DATAEND-->", "too short"),
    ("<!--DATABEGIN--><p>1234567890 1234567890 12345</p><!--DATAEND-->", "no letter"),
    ("<div class='data-part meetingitem'></div>", "an empty part"),
]


@pytest.mark.parametrize(("markup", "reason"), CHANGED)
def test_changed_layout(markup: str, reason: str) -> None:
    """A page without the text of an item is never stored as one: the error says to look."""
    with pytest.raises(LayoutChanged, match="Look at the page") as raised:
        dynasty.read(page(item_url("2026418-10"), markup), SOURCE)

    assert raised.value.where == item_url("2026418-10"), reason


@pytest.mark.parametrize("content", ["", " \r\n"])
def test_empty_page(content: str) -> None:
    """An empty answer is silence, not an item."""
    with pytest.raises(Silent):
        dynasty.read(page(item_url("2026418-10"), content), SOURCE)


@pytest.mark.parametrize(
    ("url", "markup"),
    [
        (f"{CGI}?page=meeting&id=2026418", "<p>x</p>"),
        (f"{CGI}?page=meeting_frames", "<p>x</p>"),
        (f"{STATIC}TELIMET.HTM", '<body class="bodyTelimet"><p>Toimielimet</p>'),
        ("kokous.html", "<body class='bodyKokous' onload=x><p>Toimielimet</p>"),
    ],
)
def test_list_is_no_item(url: str, markup: str) -> None:
    """A list of items is refused with the advice to give one of them."""
    with pytest.raises(ReadError, match="address of one of its items"):
        dynasty.read(page(url, markup), SOURCE)


def test_word_document_without_comments() -> None:
    """Without comments the Word document is the body; the head above it stays."""
    markup = STATIC_ITEM.replace("<!--DATA_BEGIN-->", "").replace("<!--DATA_END-->", "")

    (item,) = dynasty.read(page(f"{STATIC}2017512-3.HTM", markup.encode("cp1252"), "text/html"), SOURCE)

    assert item.text == STATIC_TEXT


def test_head_among_the_data() -> None:
    """A head that stands inside the data area is the head all the same, and stands once."""
    markup = (
        "<!--DATABEGIN--><h1>Kaupunginhallitus&nbsp;&nbsp;Pöytäkirja 28.09.2026/Pykälä 310</h1>"
        "<p>Luottamushenkilöiden koulutus</p><!--DATAEND-->"
    )

    (item,) = dynasty.read(page("https://kuusiranta.example/x", markup), SOURCE)

    assert item.text == "Kaupunginhallitus\nPöytäkirja 28.09.2026/Pykälä 310\n\nLuottamushenkilöiden koulutus"


def test_decision_of_an_office_holder() -> None:
    """The head of an office-holder's decision holds the title, however long, parted from the number."""
    title = "Lupa sijoittaa " + "vesijohto ja " * 20 + "kaapeli"
    markup = (
        f"<h1>Suunnittelija <br> Viranhaltijapäätös 18.09.2026 § 174<span>{title}</span></h1>"
        "<!--DATABEGIN--><p>Myönnän luvan hakemuksen mukaisesti.</p><!--DATAEND-->"
    )

    (item,) = dynasty.read(page(f"{CGI}?page=official_decision&id=2026174", markup), SOURCE)

    assert item.text.splitlines()[:2] == ["Suunnittelija", f"Viranhaltijapäätös 18.09.2026 § 174 {title}"]
    assert item.native_id == "2026174"


def test_whole_protocol_on_one_page() -> None:
    """A page with several items gives each, with its own id and head."""
    second = CLASSIC_ITEM.replace("2026418-10", "2026418-11").replace("Pykälä 310", "Pykälä 311")

    items = dynasty.read(page(f"{CGI}?page=x", CLASSIC_ITEM + second), SOURCE)

    assert [item.native_id for item in items] == ["2026418-10", "2026418-11"]
    assert [item.text.splitlines()[1] for item in items] == [
        "Pöytäkirja 28.09.2026/Pykälä 310",
        "Pöytäkirja 28.09.2026/Pykälä 311",
    ]


def test_responsive_protocol_on_one_page() -> None:
    """The same holds for the newest pages; an item without an id of its own has its place on the page."""
    part = "<div class='data-part meetingitem'><p><span>{}</span></p></div>"
    markup = part.format("Kokouksen laillisuuden toteaminen") + part.format(
        "Pöytäkirjan tarkastajien valinta"
    )

    items = dynasty.read(page(f"{CGI}?page=x", markup), SOURCE)

    assert [item.native_id for item in items] == [f"{CGI}?page=x#1", f"{CGI}?page=x#2"]


def test_discover_items() -> None:
    """The feeds under the first base are asked for as many entries as the source wants; two are optional."""
    site = Site({FEED: feed(("Kunnanhallitus 27.08.2026 / Iltakoulu", item_url("2026418-10")))})

    found = dynasty.discover(SOURCE, site.fetch, Horizon())

    assert [one.native_id for one in found.entries] == ["2026418-10"]
    officers, meetings = (FEED.replace("meetingitems", kind) for kind in ("official_decisions", "meetings"))
    assert (found.warnings, found.gaps, site.asked) == ((), (), [FEED, officers, meetings])


def test_discover_nothing() -> None:
    """An empty channel is a stated zero."""
    assert dynasty.discover(SOURCE, Site({FEED: feed()}).fetch, Horizon()).entries == ()


def test_discover_login_page() -> None:
    """A page instead of the only feed is an error."""
    with pytest.raises(FeedError, match="Kirjaudu"):
        dynasty.discover(SOURCE, Site({FEED: "<html><title>Kirjaudu</title></html>"}).fetch, Horizon())


MEETING = (
    "<html><body><h1>Kunnanhallitus&nbsp;&nbsp;Esityslista 27.08.2026 klo 17:00 - Kunnantalo</h1>"
    "<!--DATABEGIN--><table><tr><th>Asianro</th><th>Otsikko</th>"
    "<th>Julkaistu <a href='../kokous/2026418.PDF'>Esityslista</a></th>"
    "<tr><td>1</td><td><a href='?page=meetingitem&amp;id=2026418-1'>Kokouksen avaus</a></td>"
    "<tr><td>2</td><td><a href='?page=meetingitem&amp;id=2026418-2'>Iltakoulu</a></td></table><!--DATAEND-->"
)


def test_discover_from_a_feed_of_meetings() -> None:
    """A feed of meetings leads over the meetings' pages to their items; a page that is gone is a warning."""
    meetings = f"{CGI}?page=rss/meetings&show=10"
    source = SOURCE.model_copy(update={"feeds": (meetings,)})
    listed = feed(
        ("Kunnanhallitus 27.08.2026", f"{CGI}?page=meeting&id=2026418"),
        ("Kunnanhallitus 20.08.2026", f"{CGI}?page=meeting&id=2026417"),
    )
    site = Site({meetings: listed, f"{CGI}?id=2026418&page=meeting": MEETING})

    found = dynasty.discover(source, site.fetch, Horizon())

    assert [(one.native_id, one.subject) for one in found.entries] == [
        ("2026418-1", "Kokouksen avaus"),
        ("2026418-2", "Iltakoulu"),
    ]
    assert found.entries[1].title == "Kunnanhallitus 27.08.2026 / Iltakoulu"
    assert found.entries[1].body == "Kunnanhallitus"
    assert len(found.warnings) == 1
    assert "2026417" in found.warnings[0]


def test_one_feed_of_several_fails() -> None:
    """One feed that fails is a warning as long as another can be read; entries of both come once."""
    other = f"{CGI}?page=rss/meetingitems&show=5"
    source = SOURCE.model_copy(update={"feeds": (FEED, other, f"{CGI}?page=rss/official_decisions")})
    one = ("Kunnanhallitus 27.08.2026 / Iltakoulu", item_url("2026418-10"))

    found = dynasty.discover(source, Site({FEED: feed(one), other: feed(one)}).fetch, Horizon())

    assert len(found.entries) == 1
    assert "status 404" in found.warnings[0]


def test_all_feeds_fail() -> None:
    """When no feed can be read, the first failure is told."""
    with pytest.raises(Gone):
        dynasty.discover(SOURCE, Site({}).fetch, Horizon())


def test_source_without_address() -> None:
    """A source that names no address is an error of the settings."""
    with pytest.raises(ConfigError, match="kuusiranta"):
        dynasty.discover(SOURCE.model_copy(update={"bases": ()}), Site({}).fetch, Horizon())


BODIES = (
    '<body class="bodyTelimet"><!--DATA_BEGIN--><table>'
    '<tr><td><a href="TELIN-200120.HTM">Kaupunginhallitus</a></td>'
    '<td>08.05.2017 <a href="2017512.HTM">Pöytäkirja</a></td></tr>'
    '<tr><td><a href="TELIN-200121.HTM">Valtuusto</a></td><td></td></tr></table>'
)
STATIC_MEETING = (
    '<body class="bodyKokous">'
    '<label class="h3">Kaupunginhallitus<br>Pöytäkirja 08.05.2017 klo 15:30 / Tarkastettu</label>'
    "<!--DATA_BEGIN--><table><tr><td>Pykälä</td><td>Otsikko</td></tr>"
    '<tr><td>125</td><td><a href="2017512-1.HTM">Kokouksen laillisuus</a></td></tr>'
    '<tr><td>127</td><td><a href="2017512-3.HTM">Koulutus</a></td></tr></table>'
)


def test_discover_on_a_static_site() -> None:
    """A static site is read over the latest meeting of each body."""
    site = Site({f"{STATIC}TELIMET.HTM": BODIES, f"{STATIC}2017512.HTM": STATIC_MEETING})

    found = dynasty.discover(STATIC_SOURCE, site.fetch, Horizon())

    assert [(one.native_id, one.subject, one.body) for one in found.entries] == [
        ("2017512-1", "Kokouksen laillisuus", "Kaupunginhallitus"),
        ("2017512-3", "Koulutus", "Kaupunginhallitus"),
    ]
    assert found.entries[0].meeting_date is not None
    assert found.entries[0].base_id == "old"


@pytest.mark.parametrize("content", [BODIES.replace("2017512.HTM", "#"), "<p>Tervetuloa uudelle sivulle</p>"])
def test_static_site_without_meetings(content: str) -> None:
    """A list without meetings has changed its layout."""
    with pytest.raises(LayoutChanged):
        dynasty.discover(STATIC_SOURCE, Site({f"{STATIC}TELIMET.HTM": content}).fetch, Horizon())


KNOWN = [
    (STATIC_ITEM, True, "static"),
    (CLASSIC_ITEM, True, "classic"),
    (RESPONSIVE_ITEM, True, "responsive"),
    ("Pöytäkirja 28.09.2026/Pykälä 310 <a href='../kokous/2026418-10.PDF'>", True, "a head and a link"),
    (
        "<p>Esityslistat: <a href='https://kuusiranta.example/cgi/DREQUEST.PHP?page=meeting_frames'>",
        False,
        "a link alone",
    ),
    ("<p>Pöytäkirja 28.09.2026/Pykälä 310</p>", False, "a head alone"),
    ("", False, "nothing"),
]


@pytest.mark.parametrize(("markup", "known", "reason"), KNOWN)
def test_recognises(markup: str, known: bool, reason: str) -> None:
    """Pages of the system are known by their own marks, not by links to it."""
    assert dynasty.recognises(markup) is known, reason
