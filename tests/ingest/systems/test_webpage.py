"""Ordinary web pages: which part of them is text."""

import pytest

from ingest.systems import webpage
from ingest.systems.base import Horizon
from ingest.systems.webpage_main import read_web_text
from records.council import Council, Source
from records.errors import ConfigError, FeedError, ReadError, Silent
from tests.ingest.systems.pages import Site, page

URL = "https://alvasa.example/politik/utbildning"
SOURCE = Source(
    id="alvasa", system="webpage", council=Council(name="Älvåsa", country="SE"), language="sv", pages=(URL,)
)
TEXT = (
    "<p>Alla som har ett politiskt uppdrag ska få den kunskap som uppdraget kräver. Utbildningen omfattar "
    "ledamöter och ersättare i fullmäktige, nämnder och styrelser, och den återkommer varje mandatperiod.</p>"
    "<ul><li>roller</li><li>jäv</li></ul><p>Frågor besvaras av kansliet, som också tar emot anmälan.</p>"
)
MENU = "<ul><li><a href='/'>Start</a></li><li><a href='/b'>Bygga</a></li><li><a href='/s'>Skola</a></li></ul>"
WANTED = "Alla som har"
UNWANTED = ("Bygga", "kakor", "Kontakta oss", "Dela sidan", "Till innehållet")


def text_of(markup: str) -> str:
    """Return the text of a page."""
    return read_web_text(markup, URL).text.text


LAYOUTS = [
    (f"<nav>{MENU}</nav><main>{TEXT}</main><footer>Kontakta oss</footer>", "landmarks"),
    (f"<div role='navigation'>{MENU}</div><div role='main'>{TEXT}</div>", "landmarks by role"),
    (f"<header><h2>Älvåsa</h2>{MENU}</header><article>{TEXT}</article>", "one article"),
    (f"<article>Kort</article><div>{MENU}</div><div>{TEXT}</div>", "an article that holds nothing"),
    (f"<div class='cookie-banner'>Vi använder kakor</div><div class='page'>{TEXT}</div>", "a cookie banner"),
    (
        f"<div id='gdpr-consent'>kakor</div><main><div class='share-links'>Dela sidan</div>{TEXT}</main>",
        "names",
    ),
    (
        f"<a class='skip-link'>Till innehållet</a>{MENU}{TEXT}<p class='site-footer'>Kontakta oss</p>",
        "no box",
    ),
    (f"<div class='has-sidebar'><h1>Plan</h1>{TEXT}</div>", "a name that belongs to the whole page"),
    (f"<table><tr><td>{MENU}</td><td>{TEXT}</td></tr></table>", "a table as layout"),
    (f"<form><label>Sök <input></label></form><div>{TEXT}</div>", "a form"),
    (f"<dialog>Vi använder kakor</dialog><section>{TEXT}</section>", "a dialog"),
]


@pytest.mark.parametrize(("markup", "reason"), LAYOUTS)
def test_main_text(markup: str, reason: str) -> None:
    """Of any layout the text is kept, and what is around it is dropped."""
    text = text_of(f"<html><body>{markup}</body></html>")

    assert WANTED in text, reason
    assert "jäv" in text, reason
    assert not [words for words in UNWANTED if words in text], reason


def test_heading_above_the_main_part() -> None:
    """The page's heading is kept when it stands above the main part, and stands once otherwise."""
    above = read_web_text(f"<header><h1>Utbildning</h1></header><main>{TEXT}</main>", URL)
    inside = read_web_text(f"<main><h1>Utbildning</h1>{TEXT}</main>", URL)

    assert above.text.text.startswith("Utbildning\n\nAlla")
    assert above.text.text == inside.text.text
    assert above.title == inside.title == "Utbildning"
    assert above.text.blocks[0].kind == "heading"


def test_title() -> None:
    """Without a heading the title is the document's own; without one it is not made up."""
    assert read_web_text(f"<title> Plan –  Älvåsa </title><main>{TEXT}</main>", URL).title == "Plan – Älvåsa"
    assert read_web_text(f"<main>{TEXT}</main>", URL).title is None


def test_hidden_panels_are_text() -> None:
    """The panels of an accordion are read although scripts show them only later."""
    markup = f"<main>{TEXT}<div hidden>Steg ett</div><div style='display:none'>Steg två</div></main>"

    assert "Steg ett\n\nSteg två" in text_of(markup)


def test_list_of_links_is_content() -> None:
    """A list of courses that links each is no menu: its links are long."""
    courses = "".join(
        f"<li><a href='/{n}'>Kurs {n} för förtroendevalda i kommuner</a></li>" for n in range(5)
    )

    assert "Kurs 4" in text_of(f"<body><div>{TEXT}</div><ul>{courses}</ul></body>")


def test_word_saved_as_page() -> None:
    """A Word document saved as a page is read whole, lists with their depth."""
    sign = "<![if !supportLists]><span>·</span><![endif]>"
    item = f"<p class=MsoListParagraph style='mso-list:l0 level%s lfo1'>{sign}%s</p>"
    items = item % (1, "roller") + item % (2, "jäv")

    found = read_web_text(f"<body><div class=WordSection1><h1>Plan</h1>{items}</div></body>", URL).text

    assert [(one.kind, one.level) for one in found.blocks] == [
        ("heading", 1),
        ("list_item", 1),
        ("list_item", 2),
    ]


def test_attachments() -> None:
    """Documents that the text links hang on the item; pages and menus do not."""
    markup = (
        f"<nav><a href='/meny.pdf'>Meny</a></nav><main>{TEXT}<a href='plan.PDF?v=2'>Plan 2027</a>"
        "<a href='plan.PDF?v=2'>samma</a><a href='/x.docx'>Blankett</a><a href='/sida'>Sida</a>"
        "<a href='/y.pdf'></a></main>"
    )

    found = read_web_text(markup, URL).attachments

    assert [(one.title, one.url) for one in found] == [
        ("Plan 2027", "https://alvasa.example/politik/plan.PDF?v=2"),
        ("Blankett", "https://alvasa.example/x.docx"),
    ]
    assert found[0].media_type == "application/pdf"


def test_very_large_page() -> None:
    """A page of many megabytes is read whole rather than weighed."""
    assert text_of(f"<p>{'Text. ' * 10}</p>" * 80_000).count("Text") == 800_000


def test_read() -> None:
    """A page gives one item under its canonical address, read with the charset it came in."""
    markup = f"<html><body><h1>Utbildning i Älvåsa</h1>{TEXT}</body></html>".encode("cp1252")

    (item,) = webpage.read(page(URL, markup, "text/html; charset=iso-8859-1"), SOURCE)

    assert (item.key, item.title, item.language) == (("alvasa", "", URL), "Utbildning i Älvåsa", "sv")
    assert item.text_version == "webpage-1"


def test_read_other_formats() -> None:
    """Bare text under a watched address is read as such."""
    (item,) = webpage.read(page(URL, "Utbildning för alla förtroendevalda.", "text/plain"), SOURCE)

    assert (item.text, item.text_version) == ("Utbildning för alla förtroendevalda.", "text-2")


def test_read_nothing() -> None:
    """An empty answer is silence, a shell that needs scripts is no page."""
    with pytest.raises(Silent):
        webpage.read(page(URL, "  "), SOURCE)
    with pytest.raises(ReadError, match="scripts"):
        webpage.read(
            page(URL, "<html><body><div id='app'></div><script>run()</script></body></html>"), SOURCE
        )


def test_discover_pages() -> None:
    """Each watched address is an entry, asked of nobody."""
    site = Site({})

    found = webpage.discover(SOURCE, site.fetch, Horizon())

    assert [(entry.url, entry.native_id) for entry in found.entries] == [(URL, URL)]
    assert site.asked == []


def test_discover_feeds() -> None:
    """What a provider's feed tells of is watched too, each page once."""
    feed = "https://alvasa.example/feed"
    source = SOURCE.model_copy(update={"feeds": (feed,)})
    item = "<item><title>Kurs</title><link>{}</link></item>"
    entries = item.format("/kurs") + item.format(URL)

    found = webpage.discover(
        source, Site({feed: f"<rss version='2.0'><channel>{entries}</channel></rss>"}).fetch, Horizon()
    )

    assert [entry.url for entry in found.entries] == [URL, "https://alvasa.example/kurs"]
    with pytest.raises(FeedError):
        webpage.discover(source, Site({feed: "<html>"}).fetch, Horizon())


def test_discover_without_pages() -> None:
    """A source that names neither pages nor feeds is an error of the settings."""
    with pytest.raises(ConfigError, match="alvasa"):
        webpage.discover(SOURCE.model_copy(update={"pages": ()}), Site({}).fetch, Horizon())
