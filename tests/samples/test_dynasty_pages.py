"""The three generations of pages carry the landmarks that parsers go by."""

import re

import pytest

from samples.council import Charset, Layout
from samples.server import SampleServer
from tests.samples.made import LAYOUT, SCRIPT, get, made_council, visible

ITEM = f"{SCRIPT}?page=meetingitem&id=20265-2"
STATIC = "/testila/kokous"


def page_of(generation: str, address: str = ITEM, layout: Layout = LAYOUT) -> str:
    """Return a page of Testila in one generation."""
    with SampleServer(councils=[made_council(generation=generation, layout=layout)]) as server:
        return get(server, address).text


def test_classic_item_has_captions_and_data_comments() -> None:
    """Data comments without underscore, navigation twice, attachments before the text."""
    page = page_of("classic")

    data = page[page.index("<!--DATABEGIN-->") : page.index("<!--DATAEND-->")]
    captions = re.findall(r"<caption class='[^']*'>([^<]*)</caption>", data)
    assert captions == ["Navigointi", "Liitteet", "Kokousasian teksti", "Navigointi"]
    assert "<h1 class='h1'>Kunnanhallitus <br> Pöytäkirja 04.05.2026/Pykälä 51</h1>" in page
    assert "href='../kokous/20265-2.PDF'>Kokousasia PDF-muodossa</a>" in data
    assert "href='../kokous/20265-2-9.PDF'>Ohjelma.pdf</a>" in data


def test_classic_label_is_padded_with_four_nbsp() -> None:
    """A label and its text share a line, four hard blanks between them."""
    page = page_of("classic")

    assert "<b>Päätös</b>&nbsp;&nbsp;&nbsp;&nbsp; Hyväksyttiin.</p>" in page


def test_labels_may_stand_on_lines_of_their_own_with_a_colon() -> None:
    """The layout decides on colon and line."""
    page = page_of("classic", layout=LAYOUT.model_copy(update={"inline": False, "colon": True}))

    assert "<b>Päätös:</b></p>" in page


def test_responsive_item_glues_label_and_value() -> None:
    """Sibling spans without a blank between, inside the data-part divisions."""
    page = page_of("responsive")

    assert (
        "<div class='data-part page-navigation'>\n<a class='' target='_blank' href='../kokous/20265-2" in page
    )
    assert "<div class='data-part meetingitem'>\n<div class='data-part-block-htm'>" in page
    assert "<span>Valmistelija</span><span>Sihteeri Aada Testinen</span>" in page
    assert "<p><span>Kunnanhallitus</span> <span>04.05.2026</span> <span>§ 51</span></p>" in page


def test_static_item_holds_a_word_document() -> None:
    """Comments with underscore, blank instead of slash in the head, a second meta and WordSection1."""
    page = page_of("static", f"{STATIC}/20265-2.HTM")

    assert '<body class="bodyKokousasia" onload="init()">' in page
    assert "Kunnanhallitus<br>Pöytäkirja 04.05.2026 Pykälä 51<!-- RSPEAK_STOP -->" in page
    data = page[page.index("<!--DATA_BEGIN-->") : page.index("<!--DATA_END-->")]
    assert data.count("<meta http-equiv") == 1
    assert '<div class="WordSection1">' in data
    assert 'text-indent:-117.0pt"><b>Päätös</b>&nbsp;&nbsp;&nbsp;&nbsp; Hyväksyttiin.' in data


def test_static_tree_leads_from_bodies_to_the_item() -> None:
    """TELIMET, TELIN, meeting and item pages link to one another; dates stand in comments."""
    with SampleServer(councils=[made_council(generation="static")]) as server:
        address, seen = f"{STATIC}/TELIMET.HTM", []
        dated = r'<!--2026-05-04-->(?:.|\n)*"(20265\.HTM)"'
        for wanted in (r'"(TELIN-12\.HTM)"', dated, r'"(20265-2\.HTM)"'):
            found = re.search(wanted, get(server, address).text)
            assert found, f"{wanted} is missing from {address}"
            seen.append(found[1])
            address = f"{STATIC}/{found[1]}"
        last = get(server, address)

    assert seen == ["TELIN-12.HTM", "20265.HTM", "20265-2.HTM"]
    assert last.status == 200


def test_static_files_do_not_exist_in_newer_generations() -> None:
    """A classic site has no HTM tree."""
    with SampleServer(councils=[made_council()]) as server:
        assert get(server, f"{STATIC}/TELIMET.HTM").status == 404


@pytest.mark.parametrize("generation", ["classic", "responsive", "static"])
def test_every_generation_tells_the_same(generation: str) -> None:
    """Title, case, preparer, text, table, proposal and decision are visible in each, in this order."""
    text = visible(page_of(generation))

    facts = [
        'Kurssi 1 – "alku" & loppu',
        "7/00.01/2026",
        "Sihteeri Aada Testinen",
        "klo 17–18",
        "eka",
        "toka",
        "Aika",
        "Talous",
        "Hyväksytään.",
        "Hyväksyttiin.",
    ]
    places = [text.find(fact) for fact in facts]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("page", ["meeting_frames", "meeting_handlers", "meetings&id=12", "meeting&id=20265"])
def test_lists_of_the_script_lead_on(page: str) -> None:
    """Bodies, meetings and items are listed with relative links."""
    with SampleServer(councils=[made_council()]) as server:
        answer = get(server, f"{SCRIPT}?page={page}")

    wanted = "meetingitem&amp;id=20265-2" if page.startswith("meeting&") else "meeting&amp;id=20265"
    assert f"<a href='?page={wanted}'>" in answer.text


def test_a_meeting_tells_clock_place_and_publication() -> None:
    """The meeting's head has two blanks around the place; its table the day of publication."""
    page = page_of("classic", f"{SCRIPT}?page=meeting&id=20265")

    assert "Kunnanhallitus <br> Pöytäkirja 04.05.2026 klo 17:00 - &nbsp;Kunnantalo</h1>" in page
    assert "Julkaistu: 08.05.2026 <a target='_blank' href='../kokous/20265.PDF'>Pöytäkirja</a>" in page


@pytest.mark.parametrize(
    ("charset", "header", "meta", "encoding"),
    [
        (Charset(), "text/html; charset=utf-8", "charset=utf-8", "utf-8"),
        # a static site: nothing in the header, windows-1252 in the meta
        (Charset(encoding="cp1252", header="", meta="windows-1252"), "text/html", "windows-1252", "cp1252"),
        # a header that contradicts the bytes and the meta
        (Charset(encoding="utf-8", header="iso-8859-1", meta="utf-8"), "text/html; charset=iso-8859-1",
         "charset=utf-8", "utf-8"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("generation", ["classic", "responsive", "static"])
def test_header_meta_and_bytes_are_set_apart(
    generation: str, charset: Charset, header: str, meta: str, encoding: str
) -> None:
    """What is claimed and what is sent need not agree."""
    with SampleServer(councils=[made_council(generation=generation, charset=charset)]) as server:
        answer = get(server, ITEM)

    page = answer.body.decode(encoding)
    assert answer.headers["content-type"] == header
    assert meta.removeprefix("charset=") in page
    assert "Pöytäkirja" in page


def test_a_page_may_declare_no_charset_at_all() -> None:
    """An empty claim is left out of header and page."""
    bare = Charset(encoding="utf-8", header="", meta="")
    with SampleServer(councils=[made_council(charset=bare)]) as server:
        answer = get(server, ITEM)

    assert answer.headers["content-type"] == "text/html"
    assert "charset" not in answer.text


def test_a_wide_character_becomes_a_reference_in_a_narrow_encoding() -> None:
    """Latin-1 pages write the dash as a character reference."""
    latin = Charset(encoding="iso-8859-1", header="", meta="iso-8859-1")
    with SampleServer(councils=[made_council(charset=latin)]) as server:
        page = get(server, ITEM).body.decode("iso-8859-1")

    assert "Kurssi 1 &#8211;" in page


def test_swedish_sites_print_swedish_words() -> None:
    """A bilingual host's Swedish pages say Protokoll, Paragraf and Bilagor."""
    with SampleServer(councils=["strandholm"]) as server:
        answer = get(server, "/strandholm/cgi/DREQUEST.PHP?id=2026381-4&page=meetingitem")

    text = visible(answer.body.decode("iso-8859-1"))
    assert "Protokoll 19.10.2026/Paragraf 217" in text
    assert "Föregående ärende | Nästa ärende" in text
    assert "Bilagor" in text
    assert "Esityslista" not in text
