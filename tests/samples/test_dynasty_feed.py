"""The feed is what real installations send, byte by byte."""

import feedparser
import pytest

from samples.council import Feed
from samples.load import load_council
from samples.server import SampleServer
from tests.samples.made import SCRIPT, get, made_council

FEED = f"{SCRIPT}?page=rss/meetingitems"


def feed_of(feed: Feed, query: str = "", generation: str = "classic") -> tuple[bytes, str]:
    """Return the feed's bytes, and the server's address that its links print."""
    with SampleServer(councils=[made_council(feed=feed, generation=generation)]) as server:
        return get(server, FEED + query).body, server.url


def test_feed_is_one_line_of_cdata_without_dates() -> None:
    """Single-quoted declaration, three children an item in fixed order, newest item first, no guid."""
    body, host = feed_of(Feed())

    expected = (
        "<?xml version='1.0' encoding='iso-8859-1'?><rss version='2.0'><channel>"
        "<title><![CDATA[Dynasty]]></title><description><![CDATA[Dynasty - Kokousasiat]]></description>"
        f"<link><![CDATA[{host}{SCRIPT}?page=meeting_frames]]></link>"
        '<item><title><![CDATA[Kunnanhallitus 04.05.2026 / Kurssi 1 \u2013 "alku" & loppu]]></title>'
        '<description><![CDATA[Kurssi 1 \u2013 "alku" & loppu]]></description>'
        f"<link><![CDATA[{host}{SCRIPT}?page=meetingitem&id=20265-2]]></link></item>"
        "<item><title><![CDATA[Kunnanhallitus 04.05.2026 / Avaus]]></title>"
        "<description><![CDATA[Avaus]]></description>"
        f"<link><![CDATA[{host}{SCRIPT}?page=meetingitem&id=20265-1]]></link></item></channel></rss>"
    )
    assert body == expected.encode("cp1252")


def test_feed_header_claims_latin_1_over_windows_bytes() -> None:
    """The dash is byte 0x96, which Latin-1 does not have, under a Latin-1 header."""
    with SampleServer(councils=[made_council()]) as server:
        answer = get(server, FEED)

    assert answer.headers["content-type"] == "text/xml; charset=iso-8859-1"
    assert b"Kurssi 1 \x96" in answer.body
    assert b"\n" not in answer.body


@pytest.mark.parametrize(
    ("feed", "present"),
    [
        # characters beyond Latin-1 as entities inside CDATA, which XML does not expand
        (Feed(wide="entity"), b"Kurssi 1 &ndash; &quot;alku&quot; & loppu"),
        # ampersands of links escaped although CDATA needs none
        (Feed(amp=True), b"?page=meetingitem&amp;id=20265-2]]>"),
        # the two parameters in the other order
        (Feed(swapped=True), b"DREQUEST.PHP?id=20265-2&page=meetingitem]]>"),
    ],
)
def test_feed_variants_of_installations(feed: Feed, present: bytes) -> None:
    """Each switch changes the bytes as some installations do."""
    body, _ = feed_of(feed)

    assert present in body


def test_named_entities_replace_every_letter_beyond_ascii() -> None:
    """A feed in "named" spelling is plain ASCII."""
    with SampleServer(councils=["lehtokorpi"]) as server:
        body = get(server, "/lehtokorpi/cgi/DREQUEST.PHP?page=rss/meetingitems").body

    assert body.isascii()
    assert b"laillisuuden ja p&auml;&auml;t&ouml;svaltaisuuden" in body


def test_a_repeated_item_stands_twice() -> None:
    """Duplicates occur in real feeds."""
    body, _ = feed_of(Feed(repeated=("20265-1",)))

    assert body.count(b"id=20265-1]]>") == 2
    assert body.count(b"id=20265-2]]>") == 1


def test_show_limits_the_items_and_defaults_to_thirty() -> None:
    """`show=N` asks for the newest N; without it thirty come."""
    with SampleServer(councils=[], bulk=50) as server:
        feed = "/suurlampi/cgi/DREQUEST.PHP?page=rss/meetingitems"
        counts = [get(server, feed + query).body.count(b"<item>") for query in ("&show=7", "", "&show=99")]

    assert counts == [7, 30, 50]


def test_static_sites_link_to_their_files() -> None:
    """The oldest generation's feed points at HTM files, not at the script."""
    body, host = feed_of(Feed(), generation="static")

    assert f"<![CDATA[{host}/testila/kokous/20265-2.HTM]]>".encode() in body


def test_meetings_feed_has_body_and_date_in_the_title() -> None:
    """`rss/meetings` has the same envelope with one entry a meeting."""
    with SampleServer(councils=[made_council()]) as server:
        body = get(server, f"{SCRIPT}?page=rss/meetings").body

    assert b"<title><![CDATA[Kunnanhallitus 04.05.2026]]></title>" in body
    assert b"?page=meeting&id=20265]]>" in body


@pytest.mark.parametrize("council", ["kuusiranta", "hallavaara", "lehtokorpi", "strandholm", "lakiaro"])
def test_every_feed_can_be_read_by_feedparser(council: str) -> None:
    """A feed reader finds an entry with title and link for each item, and no date."""
    with SampleServer(councils=[council]) as server:
        site = load_council(council).site
        feed = f"{site.prefix}{site.cgi}?page=rss/meetingitems&show=100"
        parsed = feedparser.parse(get(server, feed).body)

    assert parsed.entries
    assert not any("published" in entry or "updated" in entry for entry in parsed.entries)
    assert all(" / " in entry.title for entry in parsed.entries)
