"""Feeds in all the damage that servers send them in."""

import datetime as dt

import pytest

from ingest.feed import read_feed
from records.errors import FeedError

URL = "https://kuusiranta.example/cgi/DREQUEST.PHP?page=rss/meetingitems&show=30"
TYPE = "text/xml; charset=iso-8859-1"
LINK = "https://kuusiranta.example:443/cgi/DREQUEST.PHP?page=meetingitem&id=2026418-{}"


def dynasty_item(title: str, link: str) -> str:
    """Return an entry as Dynasty writes it: three elements in CDATA, no blanks between."""
    subject = title.partition(" / ")[2]
    return (
        f"<item><title><![CDATA[{title}]]></title><description><![CDATA[{subject}]]></description>"
        f"<link><![CDATA[{link}]]></link></item>"
    )


def dynasty_feed(*items: str, encoding: str = "iso-8859-1") -> bytes:
    """Return a feed as Dynasty writes it, on one line, with cp1252 behind a latin-1 label."""
    head = f"<?xml version='1.0' encoding='{encoding}'?><rss version='2.0'><channel>"
    title = "<title><![CDATA[Dynasty]]></title><link><![CDATA[https://kuusiranta.example:443/]]></link>"
    return f"{head}{title}{''.join(items)}</channel></rss>".encode("cp1252", "xmlcharrefreplace")


TWO = (
    dynasty_item("Kaupunginhallitus 28.09.2026 / Luottamushenkilöiden koulutus – syksy", LINK.format(10)),
    dynasty_item("Kaupunginhallitus 28.09.2026 / Työjärjestys", LINK.format(3)),
)


def test_dynasty_feed() -> None:
    """A Dynasty feed gives title, subject and canonical address, and no date."""
    feed = read_feed(dynasty_feed(*TWO), URL, TYPE)

    assert feed.title == "Dynasty"
    assert feed.warnings == ()
    assert feed.items[0].title == "Kaupunginhallitus 28.09.2026 / Luottamushenkilöiden koulutus – syksy"
    assert feed.items[0].summary == "Luottamushenkilöiden koulutus – syksy"
    assert feed.items[0].url == LINK.format(10).replace(":443", "").replace(
        "page=meetingitem&id=2026418-10", "id=2026418-10&page=meetingitem"
    )
    assert feed.items[0].published is None


ENTITIES = [
    ("A &ndash; B", "A – B", "a named entity left in CDATA"),
    ("&auml;&quot;x&quot;", 'ä"x"', "several"),
    ("A &amp; B", "A & B", "an ampersand"),
    ("A & B", "A & B", "a bare one"),
    ("  A \u00a0  B ", "A B", "blanks are squeezed"),
    ("1 < 2 / <b>x</b>", "1 < 2 / <b>x</b>", "what looks like markup is text"),
]


@pytest.mark.parametrize(("written", "read", "reason"), ENTITIES)
def test_entities_in_titles(written: str, read: str, reason: str) -> None:
    """Entities that publishers leave in titles are read once."""
    feed = read_feed(dynasty_feed(dynasty_item(written, LINK.format(1))), URL, TYPE)

    assert feed.items[0].title == read, reason


def test_escaped_links() -> None:
    """`&amp;` inside CDATA is the ampersand it stands for."""
    feed = read_feed(dynasty_feed(dynasty_item("T", LINK.format(1).replace("&", "&amp;"))), URL, TYPE)

    assert "amp;" not in feed.items[0].url


def test_empty_channel_is_a_stated_zero() -> None:
    """A channel without entries is a feed, with nothing to warn of."""
    feed = read_feed(dynasty_feed(), URL, TYPE)

    assert (feed.items, feed.warnings) == ((), ())


def test_cut_off_feed_keeps_whole_entries() -> None:
    """A feed cut off in an entry keeps those before it: half an address is none."""
    whole = dynasty_feed(*TWO)
    feed = read_feed(whole[: whole.index(b"2026418-3") + 8], URL, TYPE)

    assert [item.title for item in feed.items] == [
        "Kaupunginhallitus 28.09.2026 / Luottamushenkilöiden koulutus – syksy"
    ]
    assert "cut off" in feed.warnings[0]


MISDECLARED = [
    (dynasty_feed(*TWO), "text/xml; charset=utf-8", "HTTP claims utf-8"),
    (dynasty_feed(*TWO, encoding="utf-8"), None, "the declaration claims utf-8"),
    (dynasty_feed(*TWO).decode("cp1252").encode(), TYPE, "HTTP claims latin-1"),
]


@pytest.mark.parametrize(("content", "content_type", "reason"), MISDECLARED)
def test_misdeclared_feed(content: bytes, content_type: str | None, reason: str) -> None:
    """A false charset is warned of, and the letters are right all the same."""
    feed = read_feed(content, URL, content_type)

    assert feed.items[1].title.endswith("Työjärjestys"), reason
    assert any("declared as" in warning for warning in feed.warnings), reason


DAMAGED = [
    (b"<rss version='2.0'><channel><item><title>A &ndash; B</title><link>https://a.example/?x=1&y=2</link>"
     b"</item></channel></rss>", "entities and ampersands that XML does not know"),
    (b"<rss version='2.0'><channel><item><title>A \xe2\x80\x93 B</title><link>https://a.example/?x=1&amp;y=2"
     b"</link></item><item><br></channel></rss>", "an element that is never closed"),
    (b"\r\n <rss version='2.0'><channel><item><title>A \x01\xe2\x80\x93 B</title>"
     b"<link>https://a.example/?x=1&amp;y=2</link></item></channel></rss>", "control characters"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "reason"), DAMAGED)
def test_damaged_feed(content: bytes, reason: str) -> None:
    """Damaged XML is read as far as it goes."""
    item = read_feed(content, URL).items[0]

    assert (item.title, item.url) == ("A – B", "https://a.example/?x=1&y=2"), reason


def test_atom() -> None:
    """Atom has dates, and links relative to the feed."""
    content = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Nytt</title>
    <entry><title>Kurs</title><link rel="alternate" href="/kurs?b=2&amp;a=1"/>
    <link rel="enclosure" href="/x.pdf"/>
    <published>2026-09-01T10:00:00+02:00</published></entry></feed>"""

    item = read_feed(content, "https://alvasa.example/feed.atom").items[0]

    assert item.url == "https://alvasa.example/kurs?a=1&b=2"
    assert item.published == dt.datetime(2026, 9, 1, 8, tzinfo=dt.UTC)


def test_entry_without_address() -> None:
    """An entry that leads nowhere is left out and warned of."""
    content = b"<rss version='2.0'><channel><item><title>A</title></item></channel></rss>"

    feed = read_feed(content, URL)

    assert feed.items == ()
    assert "1 entries without an address" in feed.warnings[0]


NO_FEEDS = [
    (b"", "empty", "an empty answer"),
    (b"  \r\n", "empty", "blanks alone"),
    (b"<!DOCTYPE html><html><head><title>Kirjaudu</title></head></html>", "Kirjaudu", "a login page"),
    (b"<html><body>404</body></html>", "without title", "a page without title"),
    (b'{"error": "no"}', "JSON", "JSON"),
    (b"<?xml version='1.0'?><kokoukset/>", "kokoukset", "XML of another kind"),
    (b"<rss version='2.0'><channel><title>Dyn", "cut off", "cut off before the first entry"),
    (b"\x89PNG\x00\x01", "PNG", "a picture"),
]


@pytest.mark.parametrize(("content", "found", "reason"), NO_FEEDS)
def test_no_feed(content: bytes, found: str, reason: str) -> None:
    """What is no feed is refused, and the error tells the address and what came instead."""
    with pytest.raises(FeedError, match=found) as raised:
        read_feed(content, URL, "text/html")

    assert raised.value.where == URL, reason


STEPS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
BOMBS = [
    (f"<!DOCTYPE rss [<!ENTITY l0 'lol'>{STEPS}]>", "entities that stand for each other"),
    (f"<!DOCTYPE rss [<!ENTITY l9 '{'A' * 3000}'>]>", "one long entity, named often"),
    ("<!DOCTYPE rss [<!ENTITY l9 SYSTEM 'file:///etc/passwd'>]>", "a file of this machine"),
    ("<!DOCTYPE rss [<!ENTITY % p SYSTEM 'http://127.0.0.1/'> %p;]>", "a document to be fetched"),
    ("<!-- <rss > --><!DOCTYPE rss [<!ENTITY l9 'lol'>]>", "behind what looks like the feed's begin"),
]


@pytest.mark.parametrize(("declaration", "reason"), BOMBS)
def test_entities_of_its_own(declaration: str, reason: str) -> None:
    """A feed that declares entities is refused before they are unfolded or fetched."""
    item = f"<item><title>{'&l9;' * 1000}</title><link>https://kuusiranta.example/</link></item>"
    content = f"<?xml version='1.0'?>{declaration}<rss version='2.0'><channel>{item}</channel></rss>".encode()

    with pytest.raises(FeedError, match="declares entities of its own") as raised:
        read_feed(content, URL, TYPE)

    assert raised.value.where == URL, reason


def test_a_document_type_without_entities() -> None:
    """Old feeds name their document type, which declares nothing here and is not fetched."""
    declared = b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">'
    content = dynasty_feed(*TWO).replace(b"?><rss", b"?>" + declared + b"<rss")

    assert len(read_feed(content, URL, TYPE).items) == 2


@pytest.mark.parametrize(
    "piece", ["<a>", "<item>", "<item ", "<![CDATA[", "<!--", "&", "<item><title>", "]]>"]
)
def test_hostile_feeds(piece: str) -> None:
    """Tags without end and nesting without end are read or refused, never worse."""
    content = f"<rss version='2.0'><channel>{piece * 5000}<item></item></channel></rss>".encode()

    assert read_feed(content, URL, TYPE).items == ()


def test_a_feed_that_is_cut_off_keeps_addresses_with_escaped_signs() -> None:
    """`&amp;` inside CDATA parts parameters in a whole feed and in one that is cut off alike."""
    link = "<![CDATA[http://x.example/cgi/DREQUEST.PHP?page=meetingitem&amp;id=20261-1]]>"
    item = f"<item><title>Kunnanhallitus</title><link>{link}</link></item>"
    whole = f"<?xml version='1.0'?><rss version='2.0'><channel><title>D</title>{item}{item}</channel></rss>"

    (first, *_), cut = read_feed(whole.encode(), "http://x.example/").items, whole[: whole.rindex("</item>")]

    assert first.url.endswith("?id=20261-1&page=meetingitem")
    assert read_feed(cut.encode(), "http://x.example/").items == (first,)
