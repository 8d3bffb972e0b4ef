"""Links of a list page with what stands around them; parts of lists; addresses of documents."""

import pytest

from ingest.systems.listing_addresses import is_document, is_unreadable, matches, place_of
from ingest.systems.listing_links import ListedLink, read_links
from ingest.systems.listing_pages import next_part
from records.council import Base, Council, Source
from records.errors import ReadError
from tests.ingest.systems.pages import page

URL = "https://algmo.example/protokoll"
SOURCE = Source(
    id="algmo",
    system="listing",
    council=Council(name="Älgmo", country="SE"),
    bases=(Base(id="main", url="https://algmo.example/"), Base(id="old", url="http://www.algmo.example/w/")),
)


def links_of(markup: str, url: str = URL) -> tuple[ListedLink, ...]:
    """Return the links of a page."""
    return read_links(page(url, markup)).links


def test_text_and_address() -> None:
    """White space is folded, addresses are whole; an icon's label stands for missing words."""
    one, two, three = links_of(
        "<base href='/filer/'><a href='a.pdf'> Protokoll\n <b>28</b> <script>x()</script></a>"
        "<a href='/b.pdf' aria-label='Protokoll 2'><img></a><a href='c' title='Tre'></a>"
        "<a href='http://[/x.pdf'>trasig</a>"
        "<a href='#top'>Upp</a><a href='mailto:a@b.example'>Skriv</a><a>namn</a><a href=''>tom</a>"
    )

    assert (one.url, one.text, one.file) == ("https://algmo.example/filer/a.pdf", "Protokoll 28", "a.pdf")
    assert (two.url, two.text) == ("https://algmo.example/b.pdf", "Protokoll 2")
    assert three.text == "Tre"


def test_headings_nearest_first() -> None:
    """A heading of a higher rank ends the ones below it; summaries and buttons head panels."""
    markup = (
        "<h1>Protokoll</h1><h2>Nämnden</h2><h3>2025</h3><h2>Styrelsen</h2><button>2026</button>"
        "<div hidden><a href='/a'>a</a></div><details><summary>2024</summary><a href='/b'>b</a></details>"
    )

    a, b = links_of(markup)

    assert a.headings == ("2026", "Styrelsen", "Protokoll")
    assert b.headings == ("2024", "Styrelsen", "Protokoll")


def test_rows_and_columns() -> None:
    """A link in a table knows its row and the head of its column, unclosed cells or not."""
    markup = (
        "<table><tr><th>Dag<th>Kallelse<th>Protokoll<tr><td>28.10.2026<td><a href='/k'>Läs</a>"
        "<td><a href='/p'>Läs</a><tr><td>1.9.2026<td><td><a href='/q'>Läs</a></table><a href='/z'>Läs</a>"
    )

    found = {link.file: link for link in links_of(markup)}

    assert (found["k"].column, found["p"].column, found["q"].column) == ("Kallelse", "Protokoll", "Protokoll")
    assert found["p"].boxes == ("28.10.2026 Läs Läs",)
    assert (found["z"].column, found["z"].boxes) == ("", ())


def test_boxes() -> None:
    """Of the boxes around a link the nearest come first; a crowded or a long one tells nothing."""
    crowd = "".join(f"<a href='/{n}'>{n}</a>" for n in range(13))
    markup = f"<ul><li>28 oktober <p>KS <a href='/a'>a</a></p></li><li>{crowd}</li></ul>"

    first, second, *_ = links_of(markup)
    (long,) = links_of(f"<p>{'ord ' * 200}<a href='/a'>a</a></p>")

    assert first.boxes == ("KS a", "28 oktober KS a")
    assert second.boxes == long.boxes == ()


def test_title() -> None:
    """The page's own title is told."""
    read = read_links(page(URL, "<title>Protokoll\n 2026</title><svg><title>Ikon</title></svg>"))

    assert (read.title, read.links) == ("Protokoll 2026", ())


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + "<a href='/a'>a</a>",
        "<ul>" + "<li><p>x" * 3_000 + "<a href='/a'>a</a>",
        "<table><tr><td>" * 500 + "<a href='/a'>a</a>",
        "\x00<a href='/a'>a</a>",
        "</table></li></a></h1></th><a href='/a'>a</a>",
    ],
)
def test_broken_markup(markup: str) -> None:
    """Markup without end, stray ends and controls break nothing."""
    assert all(link.file == "a" for link in links_of(markup))


def test_no_markup_at_all() -> None:
    """A page without any element is no list."""
    with pytest.raises(ReadError, match=r"algmo\.example"):
        links_of("<!-- -->")


@pytest.mark.parametrize(
    ("own", "linked", "following", "reason"),
    [
        ("/p", ["?page=2", "?page=3"], "/p?page=2", "the lowest above"),
        ("/p?page=2", ["?page=1", "?page=3", "?page=9"], "/p?page=3", "above the page's own"),
        ("/p?page=3", ["?page=1", "?page=2"], None, "the last"),
        ("/p?k=1", ["?k=1&start=20", "?k=2&start=20"], "/p?k=1&start=20", "an offset; other parameters stay"),
        ("/p", ["?sv.12ab.page=1"], "/p?sv.12ab.page=1", "a counter with its portlet's name"),
        ("/p", ["?year=2025", "?sort=2"], None, "numbers that count no parts"),
        ("/p", ["/q?page=2"], None, "another page"),
        ("/p/", ["/p?page=2"], "/p?page=2", "with and without a slash at the end"),
        ("/p?page=x", ["?page=y"], None, "no numbers"),
    ],
)
def test_next_part(own: str, linked: list[str], following: str | None, reason: str) -> None:
    """The next part of a list differs by its counter alone."""
    base = "https://algmo.example"
    markup = "".join(f"<a href='{link}'>x</a>" for link in linked)

    told = next_part(read_links(page(base + own, markup)))

    assert told == (base + following if following else None), reason


@pytest.mark.parametrize(
    "markup", ["<link rel='next' href='/del-2'>", "<a rel='nofollow next' href='/del-2'>x</a>"]
)
def test_next_part_by_its_own_word(markup: str) -> None:
    """A link that says it is the next one is."""
    assert next_part(read_links(page(URL, markup))) == "https://algmo.example/del-2"


@pytest.mark.parametrize(
    ("path", "document", "unreadable"),
    [
        ("/a/protokoll.pdf", True, False),
        ("/a/Protokoll.DOCX?v=2", True, False),
        ("/download/18.4c1d7a2b/1793106000/protokoll", True, False),
        ("/globalassets/ks/protokoll-1", True, False),
        ("/media/ab12cd/bild.jpg", False, False),
        ("/committees/ks/mote-2026-10-28/protocol/protokoll-ks-2026-10-28pdf?downloadMode=open", True, False),
        ("/welcome-sv/namnder/ks/mote-2026-10-28/agenda/protokollpdf?downloadMode=open", True, False),
        ("/a/protokoll.doc", False, True),
        ("/politik/protokoll", False, False),
    ],
)
def test_documents(path: str, document: bool, unreadable: bool) -> None:
    """Documents are told by their ending, or by where content management systems keep them."""
    url = f"https://algmo.example{path}"

    assert (is_document(url), is_unreadable(url)) == (document, unreadable)


@pytest.mark.parametrize(
    ("pattern", "fits", "reason"),
    [
        ("/filer/*protokoll*.pdf", True, "a path"),
        ("https://algmo.example/*", True, "a whole address"),
        ("*/KS-Protokoll*", True, "capitals do not matter"),
        ("/filer/ks-protokoll å.pdf", True, "letters that the address escapes"),
        ("/filer/*", True, "an open end"),
        ("/filer/ks", False, "a pattern without stars is the whole path"),
        ("*protokoll*protokoll*", False, "each part once"),
        ("/filer/*.pdf*.pdf", False, "parts do not overlap"),
        ("", False, "nothing fits nothing"),
    ],
)
def test_patterns(pattern: str, fits: bool, reason: str) -> None:
    """A star stands for anything, also for slashes."""
    assert matches("https://algmo.example/filer/ks-protokoll%20%C3%A5.pdf", pattern) is fits, reason


def test_patterns_of_parameters() -> None:
    """A pattern may ask for parameters."""
    assert matches("https://algmo.example/visa?id=7&typ=protokoll", "/visa?*typ=protokoll")


@pytest.mark.parametrize(
    ("url", "place", "reason"),
    [
        ("https://algmo.example/p/a.pdf", ("main", "p/a.pdf"), "below its base"),
        ("http://ALGMO.example:80/p/a.pdf#s", ("main", "p/a.pdf"), "whatever the scheme"),
        ("http://www.algmo.example/w/a.pdf", ("old", "a.pdf"), "an older base"),
        ("https://moln.example/a.pdf", ("", "https://moln.example/a.pdf"), "outside every base"),
        ("https://algmo.example/media/ab/a.pdf?rnd=133", ("main", "media/ab/a.pdf"), "a mark of the version"),
        ("https://algmo.example/visa?id=7&v=2", ("main", "visa?id=7"), "beside a parameter that tells more"),
        (
            "https://algmo.example/download/18.4c1/179/KS.pdf",
            ("main", "download/18.4c1"),
            "SiteVision's node",
        ),
        (
            "https://algmo.example/download/18.4c1/185/KS-2.pdf",
            ("main", "download/18.4c1"),
            "its next version",
        ),
        ("https://algmo.example/protokoll/7/", ("main", "protokoll/7"), "a slash at the end"),
        ("https://algmo.example/", ("main", "/"), "the base itself"),
    ],
)
def test_places(url: str, place: tuple[str, str], reason: str) -> None:
    """The id of a document stays when its version changes."""
    assert place_of(url, SOURCE) == place, reason
