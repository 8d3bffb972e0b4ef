"""When two spellings name one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.addresses import absolute_url, canonical_url, host_of, parameters_of, path_of

ITEM = "https://kuusiranta.example/cgi/DREQUEST.PHP?id=2026418-10&page=meetingitem"

SAME = [
    ("https://kuusiranta.example:443/cgi/DREQUEST.PHP?page=meetingitem&id=2026418-10", "default port, order"),
    (
        "https://kuusiranta.example/cgi/DREQUEST.PHP?page=meetingitem&amp;id=2026418-10",
        "an escaped ampersand",
    ),
    ("HTTPS://Kuusiranta.Example/cgi/DREQUEST.PHP?page=meetingitem&id=2026418-10", "capitals in the host"),
    (
        "  https://kuusiranta.example/cgi/DREQUEST.PHP?page=meetingitem&id=2026418-10#top\n",
        "blanks, fragment",
    ),
    (
        "https://kuusiranta.example./cgi/DREQUEST.PHP?&page=meetingitem&&id=2026418-10",
        "root dot, empty parts",
    ),
]


@pytest.mark.parametrize(("url", "reason"), SAME)
def test_two_spellings_compare_equal(url: str, reason: str) -> None:
    """Spellings of one page have one canonical form."""
    assert canonical_url(url) == ITEM, reason


APART = [
    ("http://a.example/x", "https://a.example/x", "http and https may show different pages"),
    ("https://a.example:8443/x", "https://a.example/x", "a port of its own"),
    ("https://a.example/x", "https://a.example/X", "paths tell capitals apart"),
    ("https://a.example/x?a=1", "https://a.example/x?a=2", "another value"),
]


@pytest.mark.parametrize(("one", "other", "reason"), APART)
def test_two_pages_stay_apart(one: str, other: str, reason: str) -> None:
    """What may be two pages has two canonical forms."""
    assert canonical_url(one) != canonical_url(other), reason


FORMS = [
    ("http://a.example:80", "http://a.example/", "no path is the root"),
    ("http://a.example:443/", "http://a.example:443/", "443 is no default of http"),
    ("https://a.example/?page=rss%2fmeetings", "https://a.example/?page=rss/meetings", "a slash in a value"),
    ("https://a.example/b c%c3%a4", "https://a.example/b%20c%C3%A4", "blanks and escapes in the path"),
    ("https://päätös.example/", "https://xn--pts-qlaa3i.example/", "a host beyond ascii"),
    ("https://[2001:DB8::1]:443/", "https://[2001:db8::1]/", "an IPv6 address"),
    ("https://user@a.example/", "https://user@a.example/", "a user"),
    ("https://a.example:port/", "https://a.example:port/", "no address: as it stands"),
    ("https://[broken", "https://[broken", "no address either"),
    ("mailto:a@b.example", "mailto:a@b.example", "not of the web"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("url", "form", "reason"), FORMS)
def test_canonical_form(url: str, form: str, reason: str) -> None:
    """The canonical form is a spelling of the same page."""
    assert canonical_url(url) == form, reason


LINKS = [
    ("../kokous/2026418-10.PDF", "https://kuusiranta.example/kokous/2026418-10.PDF", "up and down"),
    (
        "?id=1-2&page=meetingitem",
        "https://kuusiranta.example/cgi/DREQUEST.PHP?id=1-2&page=meetingitem",
        "query",
    ),
    ("//other.example/x", "https://other.example/x", "another host"),
    ("http://[broken", "http://[broken", "no address: as it stands"),
]


@pytest.mark.parametrize(("link", "url", "reason"), LINKS)
def test_absolute_url(link: str, url: str, reason: str) -> None:
    """A link is read from the page it stands on."""
    assert absolute_url(ITEM, link) == url, reason


def test_parts_of_an_address() -> None:
    """Host, path and parameters are told without their decorations."""
    assert host_of("https://Kuusiranta.Example.:443/x") == "kuusiranta.example"
    assert path_of("https://kuusiranta.example/a/b?c=d") == "/a/b"
    assert parameters_of("https://a.example/?page=x&amp;id=1&id=2") == {"page": "x", "id": "1"}


@pytest.mark.parametrize("broken", ["http://[", "", "http://[::1"])
def test_parts_of_what_is_no_address(broken: str) -> None:
    """What is no address has no parts, and raises nothing."""
    assert (host_of(broken), parameters_of(broken)) == ("", {})
    assert path_of(broken) == ""


@given(st.text(max_size=80) | st.from_regex(r"https?://[a-z.\[\]:0-9]{0,20}/[^ ]{0,20}", fullmatch=True))
def test_canonical_url_settles(url: str) -> None:
    """Any text has a canonical form, which is its own canonical form."""
    once = canonical_url(url)

    assert canonical_url(once) == once
