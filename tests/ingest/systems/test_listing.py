"""Lists of minutes: which links are followed, and what is no list."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.systems import listing
from ingest.systems.base import Horizon
from records.council import Base
from records.errors import ConfigError, FetchError, Gone, LayoutChanged, ReadError, Silent
from records.page import FeedEntry
from samples.pdf import render_pdf
from tests.ingest.systems.minutes_lists import HOST, LIST, SOURCE, found, link
from tests.ingest.systems.pages import Site


def test_entries() -> None:
    """An entry has the address, an id below the base, body and day; its title is no item's subject."""
    markup = f"<h1>Protokoll</h1><ul>{link('2026-09-30')}{link('2026-10-28')}</ul>"

    newest, older = found(markup)

    assert newest == FeedEntry(
        url=f"{HOST}/filer/ks-2026-10-28.pdf",
        title="Protokoll KS 2026-10-28",
        base_id="main",
        native_id="filer/ks-2026-10-28.pdf",
        body="Kommunstyrelsen",
        meeting_date=dt.date(2026, 10, 28),
    )
    assert older.meeting_date == dt.date(2026, 9, 30)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<a href='/a.pdf'>Protokoll 2026-10-28</a>", "called minutes by its link"),
        ("<a href='/protokoll-20261028.docx'>Läs</a>", "by its file name"),
        ("<a href='/download/18.4c1/17/x.pdf'>Protokoll</a>", "without a day"),
        ("<h2>Protokoll 2026</h2><a href='/a.pdf'>28 oktober</a>", "by the heading, if it has a day"),
        ("<title>Protokoll</title><h2>2026</h2><a href='/a.pdf'>28 oktober</a>", "by the page's title"),
        (
            "<h1>Protokoll</h1><h2>KS</h2><h3>2026</h3><a href='/a.pdf'>28 oktober</a>",
            "by a heading far above",
        ),
        (
            "<table><tr><th>Dag<th>Protokoll<tr><td>2026-10-28<td><a href='/a.pdf'>Läs</a></table>",
            "by its column",
        ),
        ("<a href='/moten/ks-2026-10-28'>Protokoll</a>", "a page with a day in its address"),
        ("<li>2026-10-28 <a href='/moten/7'>Protokoll</a>", "a page with a day beside it"),
        (
            "<a href='/committees/ks/mote-2026-10-28/protocol/ks2810pdf?downloadMode=open'>Protokoll</a>",
            "Meetings Plus",
        ),
    ],
)
def test_what_is_minutes(markup: str, reason: str) -> None:
    """Documents, and pages with a day, that something calls minutes."""
    assert len(found(markup)) == 1, reason


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<a href='/b.pdf'>Kallelse 2026-10-28</a>", "an agenda"),
        (
            "<h2>Protokoll och kallelser</h2><a href='/b.pdf'>Kallelse 28 oktober 2026</a>",
            "below such a heading",
        ),
        ("<h2>Protokoll</h2><a href='/b.pdf'>Blankett</a>", "a document without a day"),
        (
            "<h1>Protokoll</h1><h2>Kallelser</h2><a href='/b.pdf'>28 oktober 2026</a>",
            "the nearest heading counts",
        ),
        ("<a href='/b.pdf'>Bilaga 2 till protokoll 2026-10-28</a>", "an attachment"),
        ("<a href='/politik/protokoll-2025'>Protokoll 2025</a>", "another list"),
        ("<a href='/politik/protokoll'>Protokoll 2026-10-28</a>", "the list itself"),
        ("<a href='https://annan.example/2026-10-28'>Protokoll 2026-10-28</a>", "a page of another host"),
        (
            "<table><tr><th>Dag<th>Kallelse<tr><td>2026-10-28<td><a href='/b.pdf'>Läs</a></table>",
            "its column",
        ),
    ],
)
def test_what_is_not(markup: str, reason: str) -> None:
    """All other links are left alone."""
    entries = found(f"<a href='/filer/ks-20260101.pdf'>Protokoll 2026-01-01</a><hr>{markup}")

    assert [entry.native_id for entry in entries] == ["filer/ks-20260101.pdf"], reason


def test_patterns_decide_alone() -> None:
    """With patterns no words are looked for: what fits is minutes, nothing else is."""
    source = SOURCE.model_copy(update={"documents": ("/beslut/*",)})

    (entry,) = found(f"{link('2026-10-28')}<a href='/beslut/44'>Beslut den 3 mars 2026</a>", source)

    assert (entry.native_id, entry.meeting_date) == ("beslut/44", dt.date(2026, 3, 3))
    with pytest.raises(LayoutChanged, match=r"links that fit /beslut/\*"):
        found(link("2026-10-28"), source)


def test_one_document_linked_twice() -> None:
    """A document stands once, told by the link that knows its day."""
    markup = "<a href='/a.pdf?v=1'>Protokoll</a><hr><a href='/a.pdf?v=1'>Protokoll 2026-10-28</a>"

    (entry,) = found(markup)

    assert entry.meeting_date == dt.date(2026, 10, 28)


def test_a_file_without_day_stays_in_its_place() -> None:
    """Newest first by day; one without stays behind the link before it."""
    markup = f"{link('2026-09-01')}<li><a href='/p.pdf'>Protokoll</a>{link('2026-10-28')}"

    assert [entry.native_id[:6] for entry in found(markup)] == ["filer/", "filer/", "p.pdf"]


def test_new_address_of_a_sitevision_file_is_the_same_document() -> None:
    """The time in the address changes with each version, the node does not; other addresses are ids."""
    (one,) = found("<a href='/download/18.4c1/1793/ks.pdf'>Protokoll 2026-10-28</a>")
    (two,) = found("<a href='/download/18.4c1/1801/ks-ny.pdf'>Protokoll 2026-10-28</a>")
    both = found(
        "<a href='/media/a/p.pdf'>Protokoll 2026-10-28</a><a href='/media/b/p.pdf'>Protokoll 2026-10-28</a>"
    )

    assert one.native_id == two.native_id
    assert one.url != two.url
    assert len(both) == 2


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        ("", Silent, "found an empty page"),
        ("<!-- -->", LayoutChanged, "found text"),
        ("<p>Välkommen</p><a href='/start'>Start</a>", LayoutChanged, "1 links, none of them to a document"),
        (
            "<p><a href='/b.pdf'>Blankett</a>",
            LayoutChanged,
            r"1 links to documents, none of them minutes.*b\.pdf",
        ),
        ("<h1>Are you a robot?</h1>", LayoutChanged, "found 0 links"),
        ('{"items": []}', LayoutChanged, "found text"),
        (render_pdf([], title="x", language="sv"), LayoutChanged, "found pdf"),
    ],
)
def test_no_list(content: str | bytes, error: type[Exception], message: str) -> None:
    """A list that links no minutes is never "nothing new"."""
    with pytest.raises(error, match=message):
        listing.discover(SOURCE, Site({LIST: content}, "").fetch, Horizon())


def test_minutes_that_cannot_be_read_are_told() -> None:
    """Old Word files are a warning with their number and an address."""
    markup = f"{link('2026-10-28')}<a href='/a.doc'>Protokoll 2009</a><a href='/b.doc'>Blankett</a>"

    result = listing.discover(SOURCE, Site({LIST: markup}).fetch, Horizon())

    assert len(result.entries) == 1
    assert [f"{HOST}/a.doc" in warning and "1 minutes" in warning for warning in result.warnings] == [True]


def test_minutes_on_another_host() -> None:
    """They are not fetched before the host is a base; one warning a host says so."""
    other = "https://filer.example/ks-{}.pdf"
    links = "".join(
        f"<a href='{other.format(day)}'>Protokoll {day}</a>" for day in ("2026-10-28", "2026-09-30")
    )
    site = Site({LIST: link("2026-06-10") + links})
    bases = (*SOURCE.bases, Base(id="files", url="https://filer.example/"))

    told = listing.discover(SOURCE, site.fetch, Horizon())
    added = listing.discover(SOURCE.model_copy(update={"bases": bases}), site.fetch, Horizon())

    assert len(told.entries) == 1
    assert [warning.startswith(other.format("2026-10-28")) for warning in told.warnings] == [True]
    assert [entry.base_id for entry in added.entries] == ["files", "files", "main"]
    assert added.warnings == ()


def test_several_lists() -> None:
    """One that fails is a warning; all that fail raise the first one's error; none is a mistake."""
    year = f"{LIST}-2025"
    source = SOURCE.model_copy(update={"pages": (LIST, year)})
    both = Site({LIST: link("2026-10-28"), year: link("2025-10-28") + link("2026-10-28")})

    whole = listing.discover(source, both.fetch, Horizon())
    half = listing.discover(source, Site({LIST: link("2026-10-28"), year: "<p>Inga</p>"}).fetch, Horizon())

    assert [str(entry.meeting_date) for entry in whole.entries] == ["2026-10-28", "2025-10-28"]
    assert len(half.entries) == 1
    assert [year in warning for warning in half.warnings] == [True]
    with pytest.raises(Gone):
        listing.discover(source, Site({}).fetch, Horizon())
    with pytest.raises(ConfigError, match="pages"):
        listing.discover(SOURCE.model_copy(update={"pages": ()}), Site({}).fetch, Horizon())


BITS = st.sampled_from(
    [
        *(
            "<a href='",
            "'>",
            "</a>",
            "<table>",
            "<tr>",
            "<td>",
            "</td>",
            "<th>",
            "</table>",
            "<li>",
            "</li>",
            "<h2>",
        ),
        *(
            "</h2>",
            "<base href='",
            "<svg>",
            "<p>",
            "?page=2",
            "http://[",
            "//x",
            "%",
            "\x00",
            "&#0;",
            "<!--",
            "-->",
        ),
        *(
            "Protokoll ",
            "2026-10-28",
            "28 oktober ",
            "2026",
            "99.99.9999",
            "٣٠.١٠.٢٠٢٦",
            "²",
            ".pdf",
            "/filer/",
            "KS_",
        ),
    ]
)


@given(st.lists(BITS, max_size=40).map("".join), st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_page(markup: str, patterned: bool) -> None:
    """Whatever a page holds, it gives entries of its own hosts or one of our errors."""
    source = SOURCE.model_copy(update={"documents": ("*.pdf*",)}) if patterned else SOURCE

    try:
        entries = found(f"<html><body>{markup}", source)
    except (FetchError, ReadError):
        return
    assert all(entry.url.startswith(f"{HOST}/") and entry.native_id for entry in entries)
