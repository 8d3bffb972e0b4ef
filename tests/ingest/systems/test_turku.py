"""Turku's static pages: bodies, years, meetings, items."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.systems import detect_system, turku
from ingest.systems.base import Discovery, Horizon
from records.council import Base, Council, Source
from records.errors import (
    ConfigError,
    FetchError,
    Gone,
    LayoutChanged,
    ParagrafError,
    ReadError,
    Silent,
    WrongItem,
)
from records.page import FeedEntry
from tests.ingest.systems.pages import Site, page

ROOT = "http://asiakirjat.laivaranta.example"
KH = f"{ROOT}/kh/welcome.htm"
KV = f"{ROOT}/kv/welcome.htm"
SOURCE = Source(
    id="laivaranta",
    system="turku",
    council=Council(name="Laivarannan kaupunki", country="FI"),
    bases=(Base(id="main", url="https://asiakirjat.laivaranta.example/"),),
    pages=(KH,),
    language="fi",
)
OLDEST = dt.date(2025, 11, 1)
ITEM = f"{ROOT}/kh/2026/1102002x/41702.htm"
FRAME = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">'
    "<title>Esityslistat/pöytäkirjat</title></head><body>{}</body></html>"
)
TREATED = """<table class="ytt"><colgroup><col class="yttcol1"></colgroup><tbody>
<tr class="yttr1"><td><b>Laivaranta</b></td><td>§</td><td>Kokouspvm</td><td>Asia</td><td>1</td></tr>
<tr><td>Henkilöstöjaosto</td><td>31</td><td>13.10.2026</td><td colspan="2">4 </td></tr>
<tr><td>Kaupunginhallitus</td><td>241</td><td>02.11.2026</td><td colspan="2">2 </td></tr></tbody></table><hr>
<p>5318-2026 (021)</p><p class="ots">Koulutusohjelma</p><p class="ing">Tiivistelmä:</p><p class="ing">Neljä
 iltaa.</p><p>Henkj § 31</p><div class="XSDoc">
<p><span class="ehdotuspaatos">Ehdotus</span>Jaosto esittää.</p></div>
<p>Kh § 241</p><div class="XSDoc"><p class="liiteoheis"><span class="liiteoheis">Liite 1</span>Aikataulu</p>
<p><span class="ehdotuspaatos">Ehdotus</span>Hyväksytään.</p></div>
<div class="XSDoc"><p><span class="ehdotuspaatos">Päätös</span>Hyväksyttiin.</p></div>
<div id="divTiedote"></div><hr>"""
ATTACHED = """<p><strong>Liitteet:</strong></p><p></p><p><strong>Henkj § 31</strong><br>
<span class="liomLabel">Liite 1:</span><a href="41811.htm">Kysely</a><br></p><p></p>
<p><strong>Kh § 241</strong><br><span class="liomLabel">Liite 1:</span><a href="41812.htm">Aikataulu</a><br>
<span class="liomLabel">Liite 2:</span><a href="41811.htm">Kysely</a><br></p>"""


def years(*told: int, body: str = "kh") -> str:
    """Return a body's page of years."""
    rows = "".join(f'<li><a href="/{body}/{year}/welcome.htm">{year}</a></li>' for year in told)
    return FRAME.format(f"<h1>Esityslistat/pöytäkirjat - Kaupunginhallitus</h1><ul>{rows}</ul>")


def meetings(*told: tuple[str, str], year: int = 2026) -> str:
    """Return a year's page: pairs of folder and text."""
    rows = "".join(f'<li><a href="{ROOT}/kh/{year}/{one}/welcome.htm">{text}</a></li>' for one, text in told)
    back = f'<a href="{KH}">Takaisin vuoden valintaan</a>'
    return FRAME.format(f"<h1>Esityslistat/pöytäkirjat - Kaupunginhallitus {year}</h1>{back}<ul>{rows}</ul>")


def items(day: str, kind: str, *numbers: int, sign: str = " §") -> str:
    """Return a meeting's page; an item's § is its number's last two digits."""
    rows = "".join(
        f'<tr valign="top"><td><a href="{number}.htm">{number % 100}{sign}</a></td>'
        f"<td></td><td>Asia {number}</td></tr>"
        for number in numbers
    )
    return FRAME.format(
        f"<h1>Kaupunginhallitus {day} - {kind}</h1><table><tr><th>Pykälä</th></tr>{rows}</table>"
    )


def site(**changes: str) -> Site:
    """Return a body with an agenda, four minutes and an old year; `changes` replace pages by a short name."""
    pages: dict[str, str | bytes] = {
        KH: years(2025, 2026),
        f"{ROOT}/kh/2026/welcome.htm": meetings(
            ("1102006l", "02.11.2026 - Esityslista - 006/2026"),
            ("11020061", "02.11.2026 - Lisälista 1 - 006/2026"),
            ("1005005x", "05.10.2026 - Pöytäkirja - 005/2026"),
            ("1005005l", "05.10.2026 - Esityslista - 005/2026"),
            ("0907004x", "07.09.2026 - Pöytäkirja - 004/2026"),
            ("0803003x", "03.08.2026 - Pöytäkirja - 003/2026"),
            ("0608002x", "08.06.2026 - Pöytäkirja - 002/2026"),
        ),
        f"{ROOT}/kh/2026/1102006l/welcome.htm": items("02.11.2026", "Esityslista", 601, 602, sign=""),
        f"{ROOT}/kh/2026/11020061/welcome.htm": items("02.11.2026", "Lisälista", 603, sign=""),
        f"{ROOT}/kh/2026/1005005x/welcome.htm": items("05.10.2026", "Pöytäkirja", 501),
        f"{ROOT}/kh/2026/0907004x/welcome.htm": items("07.09.2026", "Pöytäkirja", 401),
        f"{ROOT}/kh/2026/0803003x/welcome.htm": items("03.08.2026", "Pöytäkirja", 301),
        f"{ROOT}/kh/2026/0608002x/welcome.htm": items("08.06.2026", "Pöytäkirja", 201),
        f"{ROOT}/kh/2025/welcome.htm": meetings(
            ("1013009x", "13.10.2025 - Pöytäkirja - 009/2025"), year=2025
        ),
    }
    named = {next(url for url in pages if short in url): content for short, content in changes.items()}
    return Site({**pages, **named})


def discover(found: Site, horizon: Horizon | None = None, source: Source = SOURCE) -> Discovery:
    """Return what a source offers."""
    return turku.discover(source, found.fetch, horizon or Horizon(OLDEST))


def numbers(discovery: Discovery) -> list[str]:
    """Return the record system's numbers of the entries."""
    return [entry.native_id.rpartition("/")[2] for entry in discovery.entries]


def test_items_of_agendas_and_minutes_come_newest_first() -> None:
    """Minutes replace the lists of the same meeting; the old year's meeting is too old."""
    found = site()

    assert numbers(discover(found)) == ["601", "602", "603", "501", "401", "301", "201"]
    assert f"{ROOT}/kh/2026/1005005l/welcome.htm" not in found.asked
    assert f"{ROOT}/kh/2025/1013009x/welcome.htm" not in found.asked


def test_an_entry_tells_body_day_section_and_subject() -> None:
    """Its id leaves the kind of list out, so that agenda and minutes are one item's versions."""
    entry = next(one for one in discover(site()).entries if one.native_id.endswith("/501"))

    assert entry.url == f"{ROOT}/kh/2026/1005005x/501.htm"
    assert entry.native_id == "kh/2026/1005005/501"
    assert entry.title == "Kaupunginhallitus 05.10.2026 § 1 Asia 501"
    assert (entry.body, entry.subject) == ("Kaupunginhallitus", "Asia 501")
    assert (entry.meeting_date, entry.base_id) == (dt.date(2026, 10, 5), "main")


def test_three_known_minutes_in_a_row_end_the_night() -> None:
    """An agenda never counts, known or not; a walk goes on to the oldest day."""
    found, walked = site(), site()
    every = Horizon(OLDEST, lambda _entry: True)

    assert numbers(discover(found, every)) == ["601", "602", "603", "501", "401", "301"]
    assert f"{ROOT}/kh/2026/0608002x/welcome.htm" not in found.asked
    assert "201" in numbers(discover(walked, Horizon(OLDEST, lambda _entry: True, walk=True)))


def test_an_unknown_item_between_known_ones_keeps_the_night_going() -> None:
    """Minutes that came late are found behind those that came before them."""
    horizon = Horizon(OLDEST, lambda entry: not entry.native_id.endswith("/401"))

    assert "201" in numbers(discover(site(), horizon))


def test_a_meeting_that_fails_is_a_warning() -> None:
    """The others are read; a failing older year ends the list with a warning, too."""
    found = site(**{"0907004x": "<html><body>Palvelussa on häiriö</body></html>"})
    discovery = discover(found, Horizon(dt.date(2025, 1, 1)))

    assert "401" not in numbers(discovery)
    assert any("0907004x" in warning for warning in discovery.warnings)
    assert any("1013009x" in warning and "404" in warning for warning in discovery.warnings)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kh/welcome": "<html><title>Kirjaudu</title><body>Kirjaudu</body></html>"}, "Kirjaudu"),
        ({"kh/welcome": FRAME.format("<h1>Tyhjä</h1>")}, "links to years"),
        ({"kh/2026/welcome": FRAME.format("<p>Huoltokatko</p>")}, "a list of meetings"),
    ],
)
def test_a_body_that_cannot_be_read_ends_its_source(changes: dict[str, str], expected: str) -> None:
    """Where it is the only one; the error names what was due."""
    with pytest.raises(LayoutChanged, match=expected):
        discover(site(**changes))


def test_one_body_of_several_that_fails_is_a_warning() -> None:
    """The rest goes on."""
    source = SOURCE.model_copy(update={"pages": (KV, KH)})
    discovery = discover(site(), source=source)

    assert numbers(discovery)[0] == "601"
    assert any("kv/welcome.htm" in warning for warning in discovery.warnings)


def test_a_source_without_pages_is_a_mistake_and_an_empty_year_is_none() -> None:
    """A year begins without meetings."""
    with pytest.raises(ConfigError, match="pages"):
        discover(site(), source=SOURCE.model_copy(update={"pages": ()}))
    assert discover(site(**{"kh/2026/welcome": meetings()})).entries == ()


def test_a_body_that_is_gone() -> None:
    """The host's own error is raised."""
    with pytest.raises(Gone):
        discover(Site({}))


def test_an_item_reads_as_printed_below_its_meeting_s_head() -> None:
    """Its way's rows head the treatments; the list of attachments, which repeats their heads, is no text."""
    (item,) = turku.read(page(ITEM, FRAME.format(TREATED + ATTACHED)), SOURCE)

    assert item.text == (
        "Kaupunginhallitus 02.11.2026 - Pöytäkirja\n\n5318-2026 (021)\n\nKoulutusohjelma\n\nTiivistelmä:\n\n"
        "Neljä iltaa.\n\nHenkilöstöjaosto 13.10.2026 § 31\n\nEhdotus Jaosto esittää.\n\n"
        "Kaupunginhallitus 02.11.2026 § 241\n\nLiite 1 Aikataulu\n\nEhdotus Hyväksytään.\n\n"
        "Päätös Hyväksyttiin."
    )
    assert (item.native_id, item.base_id, item.title) == ("kh/2026/1102002/41702", "main", "Koulutusohjelma")


@pytest.mark.parametrize("printed", ["Kh §", "Kh"])
def test_an_agenda_s_own_treatment_has_no_section_yet(printed: str) -> None:
    """Its row has an empty cell, its head no number."""
    agenda = TREATED.replace("<td>241</td>", "<td></td>").replace("Kh § 241", printed)
    (item,) = turku.read(page(ITEM, FRAME.format(agenda)), SOURCE)

    assert "\n\nKaupunginhallitus 02.11.2026\n\nLiite 1" in item.text


def test_the_table_stays_where_a_row_heads_no_treatment() -> None:
    """Nothing that the page tells is lost."""
    (item,) = turku.read(page(ITEM, FRAME.format(TREATED.replace("Henkj § 31", "Aiempi käsittely"))), SOURCE)

    assert "\nHenkilöstöjaosto\n31\n13.10.2026\n" in item.text
    assert "\n\nAiempi käsittely\n\n" in item.text
    assert "\n\nKaupunginhallitus 02.11.2026 § 241\n\n" in item.text


def test_attachments_are_listed_once_the_last_treatment_s_first() -> None:
    """Addresses are absolute."""
    (item,) = turku.read(page(ITEM, FRAME.format(TREATED + ATTACHED)), SOURCE)

    folder = ITEM.rpartition("/")[0]
    assert [(one.title, one.url) for one in item.attachments] == [
        ("Aikataulu", f"{folder}/41812.htm"),
        ("Kysely", f"{folder}/41811.htm"),
    ]


@pytest.mark.parametrize(
    ("url", "head"),
    [
        (ITEM.replace("2x/", "2l/"), "Kaupunginhallitus 02.11.2026 - Esityslista"),
        (ITEM.replace("2x/", "21/"), "Kaupunginhallitus 02.11.2026 - Lisälista"),
        ("page.htm", "Kaupunginhallitus 02.11.2026"),
    ],
)
def test_the_address_tells_the_kind_of_list(url: str, head: str) -> None:
    """A saved file does not."""
    (item,) = turku.read(page(url, FRAME.format(TREATED)), SOURCE)

    assert item.text.partition("\n")[0] == head


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(" ", Silent, id="empty"),
        pytest.param(FRAME.format("<p>Kirjaudu</p>"), LayoutChanged, id="another page"),
        pytest.param(items("02.11.2026", "Pöytäkirja", 1), LayoutChanged, id="a list"),
        pytest.param(FRAME.format(TREATED.replace('class="ots"', "")), LayoutChanged, id="no title"),
    ],
)
def test_other_pages_are_no_items(content: str, error: type[ParagrafError]) -> None:
    """Nothing is kept of them."""
    with pytest.raises(error):
        turku.read(page(ITEM, content), SOURCE)


def test_an_item_of_another_meeting_is_refused() -> None:
    """The entry tells which day was due."""
    entry = FeedEntry(
        url=ITEM,
        title="",
        base_id="main",
        native_id="kh/2026/1102002/41702",
        meeting_date=dt.date(2026, 10, 5),
    )

    with pytest.raises(WrongItem, match="2026-10-05, found one of 2026-11-02"):
        turku.read(page(ITEM, FRAME.format(TREATED)), SOURCE, entry)


def test_the_system_is_told_by_title_and_table() -> None:
    """Lists are of it, yet no items."""
    assert detect_system(FRAME.format(TREATED)) == "turku"
    assert detect_system(years(2026)) is None


BITS = st.sampled_from(
    [
        *TREATED.splitlines(),
        *ATTACHED.splitlines(),
        '<table class="ytt">',
        "<tr><td>Kh</td><td>1</td><td>31.02.2026</td></tr>",
        '<p class="ots">',
        "<p>Kh § 1</p>",
        '<div class="XSDoc">',
        '<span class="liomLabel">',
        '<a href="http://[">x</a>',
        "</p>",
        "</div>",
        "</table>",
        "<ul>",
    ]
)


@given(st.lists(BITS, max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_page(markup: str) -> None:
    """Whatever a page holds, it is an item with its meeting's head, or one of our errors."""
    try:
        (item,) = turku.read(page(ITEM, FRAME.format(markup)), SOURCE)
    except (FetchError, ReadError):
        return

    assert item.text.partition("\n")[0].endswith(" - Pöytäkirja")
