"""CloudNC: lists and items of its pages, in which order they are asked for, and what is none of them."""

import datetime as dt

import pytest

from ingest.systems import cloudnc, detect_system
from ingest.systems.base import Horizon
from ingest.systems.cloudnc_addresses import item_id, meeting_day
from ingest.systems.cloudnc_walk import MOST_LISTS
from records.council import Base, Council, Source
from records.errors import ConfigError, Gone, LayoutChanged, ParagrafError, ReadError, Silent
from records.page import FeedEntry
from tests.ingest.systems.pages import Site, page

HOST = "https://salmela.example"
FRONT = f"{HOST}/fi-FI/Toimielimet"
BOARD = f"{FRONT}/Kunnanhallitus"
COUNCIL = f"{FRONT}/Kunnanvaltuusto"
MAY, APRIL = f"{BOARD}/Kokous_452026", f"{BOARD}/Kokous_1342026"
SOURCE = Source(
    id="salmela",
    system="cloudnc",
    council=Council(name="Salmelan kunta", country="FI"),
    bases=(Base(id="main", url=FRONT),),
    language="fi",
)
OLDEST = dt.date(2026, 1, 1)
ITEM = """
<h2>Kunnanhallitus, kokous 4.5.2026</h2><p>Pöytäkirja on tarkastettu</p><h3>§ 51 Koulutus</h3>
<p>SALDno-2026-7</p><h4>Ehdotus</h4><p>Hyväksytään.</p><h4>Päätös</h4><p>Ehdotus hyväksyttiin.</p>
"""


def listing(*links: tuple[str, str], beside: tuple[tuple[str, str], ...] = (), head: str = "") -> str:
    """Return a list page with links to addresses, and bodies beside it."""
    rows = "".join(f'<li><a href="{url}">{text}</a></li>' for url, text in links)
    bodies = "".join(f'<li><a href="{url}">{text}</a></li>' for url, text in beside)
    return (
        f"<html><body><div id='Content_sidenaviArea'><ul>{bodies}</ul></div>"
        f"<div id='Content_ctl00_ncContainer'><h1>{head}</h1><ul>{rows}</ul></div></body></html>"
    )


def item_page(inside: str = ITEM, beside: str = "") -> str:
    """Return an item's page, with navigation before and documents beside it."""
    return (
        "<html><body><div id='Content_sidenaviArea'>Toimielimet</div><a id=\"ContentStart\"></a>"
        f"<div id='Content_ctl00_ncContainer'>{inside}</div>"
        f"<div class='col right-content'>{beside}</div><div id='footer'>Salmela</div></body></html>"
    )


def new(number: int) -> str:
    """Return the address of an item in its new form."""
    return f"{HOST}/fi-FI/content/9/{number}"


def site() -> Site:
    """Return a site with two bodies; one has two meetings, one none."""
    return Site(
        {
            FRONT: listing(
                (new(12), "§ 52 Talous"), beside=((BOARD, "Kunnanhallitus"), (COUNCIL, "Kunnanvaltuusto"))
            ),
            BOARD: listing((APRIL, "Kokous 13.4.2026"), (MAY, "Kokous 4.5.2026")),
            COUNCIL: listing(),
            MAY: listing(
                (new(11), "§ 51 Koulutus"), (new(12), "§ 52 Talous"), head="Kunnanhallitus, kokous 4.5.2026"
            ),
            APRIL: listing((f"{APRIL}/Avaus(10)", "§ 40 Avaus")),
        }
    )


def test_new_addresses_of_bodies_and_meetings() -> None:
    """They tell neither what they are nor when; the words of their links do."""
    body, meeting = f"{HOST}/fi-FI/content/7", f"{HOST}/fi-FI/content/9"
    pages = Site(
        {
            FRONT: listing(beside=((body, "Kunnanhallitus"),)),
            body: listing((meeting, "Kokous 4.5.2026 klo 17:00"), beside=((FRONT, "Toimielimet"),)),
            meeting: listing((new(11), "§ 51 Koulutus"), beside=((body, "Kunnanhallitus"),)),
        }
    )
    (entry,) = cloudnc.discover(SOURCE, pages.fetch, Horizon(OLDEST)).entries

    assert (entry.native_id, entry.body, entry.meeting_date) == ("11", "Kunnanhallitus", dt.date(2026, 5, 4))
    assert pages.asked == [FRONT, body, meeting]


def known(*ids: str) -> Horizon:
    """Return a horizon of a night on which some items are known."""
    return Horizon(OLDEST, known=lambda entry: entry.native_id in ids)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (f"{APRIL}/Avaus_ja_p%C3%A4%C3%A4t%C3%B6svaltaisuus(110032)", "110032"),
        ("/fi-FI/content/10190/12822", "12822"),
        ("/api/opennc/v1/Contents(57)/ExtendedProperties", "57"),
        (APRIL, None),
        ("/fi-FI/content/10190", None),
    ],
)
def test_item_ids(address: str, told: str | None) -> None:
    """An item's id is the last number of its address, in each of the forms it has had."""
    assert item_id(address) == told


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        ("1592020", dt.date(2020, 9, 15)),
        ("452026", dt.date(2026, 5, 4)),
        ("31122025", dt.date(2025, 12, 31)),
        ("1112020", None),
        ("3922020", None),
    ],
)
def test_days_in_addresses_of_meetings(digits: str, day: dt.date | None) -> None:
    """Only digits that can be read in one way name a day: 1112020 is the first or the eleventh."""
    assert meeting_day(f"{BOARD}/Kokous_{digits}") == day


def test_a_first_night_follows_bodies_meetings_and_items() -> None:
    """Items come newest first, each once, with body and day of the meeting that lists them."""
    entries = cloudnc.discover(SOURCE, site().fetch, Horizon(OLDEST)).entries

    told = [(one.native_id, one.body, one.meeting_date, one.subject) for one in entries]
    assert told == [
        ("12", "Kunnanhallitus", dt.date(2026, 5, 4), "Talous"),
        ("11", "Kunnanhallitus", dt.date(2026, 5, 4), "Koulutus"),
        ("10", "Kunnanhallitus", dt.date(2026, 4, 13), "Avaus"),
    ]
    assert {one.base_id for one in entries} == {"main"}


def test_a_known_item_at_the_top_ends_the_night() -> None:
    """One request is all that a night costs while the newest items reach back to what is known."""
    asked = site()

    assert len(cloudnc.discover(SOURCE, asked.fetch, known("12")).entries) == 1
    assert asked.asked == [FRONT]


def test_meetings_are_followed_down_to_a_known_item() -> None:
    """The newest meeting holds one that is known, so that the one before is not asked for."""
    asked = site()
    cloudnc.discover(SOURCE, asked.fetch, known("11"))

    assert APRIL not in asked.asked


def test_a_walk_goes_back_to_the_oldest_day() -> None:
    """It passes what is known, and stops at meetings that nobody wants."""
    asked = site()
    horizon = Horizon(dt.date(2026, 5, 1), known=lambda _: True, walk=True)
    entries = cloudnc.discover(SOURCE, asked.fetch, horizon).entries

    assert [one.native_id for one in entries] == ["12", "11"]
    assert MAY in asked.asked
    assert APRIL not in asked.asked


def test_lists_that_fail_are_warnings() -> None:
    """A body whose list is gone costs its own items alone, and the warning names it."""
    broken = site()
    del broken.pages[COUNCIL], broken.pages[APRIL]
    found = cloudnc.discover(SOURCE, broken.fetch, Horizon(OLDEST))

    assert [one.native_id for one in found.entries] == ["12", "11"]
    assert [warning.partition(": ")[0] for warning in found.warnings] == [APRIL, COUNCIL]
    assert found.gaps == ()


def test_a_list_that_cannot_be_read_is_a_gap() -> None:
    """The next night the newest items are known, and nobody would look there again."""
    broken = site()
    broken.pages[APRIL] = "<html><body>Huoltokatko</body></html>"
    found = cloudnc.discover(SOURCE, broken.fetch, Horizon(OLDEST))

    assert found.gaps == (f"{APRIL}: this list could not be read",)


def test_a_front_list_that_fails_fails_the_source() -> None:
    """Without it nothing is known of the site; a login page is none of CloudNC's."""
    with pytest.raises(Gone):
        cloudnc.discover(SOURCE, Site({}).fetch, Horizon(OLDEST))
    with pytest.raises(LayoutChanged, match="Content_ctl00_ncContainer"):
        cloudnc.discover(SOURCE, Site({FRONT: "<form>Kirjaudu</form>"}).fetch, Horizon(OLDEST))


def test_too_many_lists_are_a_gap() -> None:
    """A site that leads in circles is left after so many lists; the first that was left is named."""
    bodies = tuple((f"{FRONT}/Jaosto{n}", f"Jaosto {n}") for n in range(MOST_LISTS + 5))
    pages = Site({FRONT: listing((new(1), "Avaus"), beside=bodies), **{url: listing() for url, _ in bodies}})
    found = cloudnc.discover(SOURCE, pages.fetch, Horizon(OLDEST, walk=True))

    assert len(pages.asked) == MOST_LISTS
    assert found.gaps[0].startswith(f"{FRONT}/Jaosto{MOST_LISTS - 1}: ")


def test_lists_behind_lists_are_a_gap() -> None:
    """However deep they lie; a site may link the next list from every one, without end."""
    deep = "/x" * (MOST_LISTS + 5)
    places = [f"{FRONT}{deep[: 2 * n]}" for n in range(MOST_LISTS + 5)]
    lists: dict[str, str | bytes] = {url: listing((f"{url}/x", "Seuraava")) for url in places}
    lists[FRONT] = listing((new(1), "Avaus"), (f"{FRONT}/x", "Seuraava"))
    pages = Site(lists)
    found = cloudnc.discover(SOURCE, pages.fetch, Horizon(OLDEST, walk=True))

    assert len(pages.asked) == MOST_LISTS
    assert [one.native_id for one in found.entries] == ["1"]
    assert found.gaps[0].startswith(f"{places[MOST_LISTS]}: ")


def test_rows_of_the_newest_tell_their_meeting() -> None:
    """Body and day stand beside the link; a table that frames the page tells none."""
    row = f"<li><a href='{new(1)}'>§ 3 Avaus</a><span>Kunnanvaltuusto, kokous 2.3.2026</span></li>"
    frame = "".join(f"<p><a href='{new(n)}'>Asia {n}</a></p>" for n in range(2, 9))
    inside = f"<ul>{row}</ul><table><tr><td>Hallitus, kokous 1.2.2026{frame}</td></tr></table>"
    pages = Site({FRONT: f"<div id='Content_ctl00_ncContainer'>{inside}</div>"})
    entries = {one.native_id: one for one in cloudnc.discover(SOURCE, pages.fetch, Horizon(OLDEST)).entries}

    assert (entries["1"].body, entries["1"].meeting_date) == ("Kunnanvaltuusto", dt.date(2026, 3, 2))
    assert entries["2"].meeting_date is None


def test_several_lists_of_a_source() -> None:
    """A source may name its lists; one that fails is a warning."""
    several = SOURCE.model_copy(update={"feeds": (f"{HOST}/fi-FI/Viranhaltijat", FRONT)})
    found = cloudnc.discover(several, site().fetch, known("12"))

    assert len(found.entries) == 1
    assert "Viranhaltijat" in found.warnings[0]
    with pytest.raises(ConfigError):
        cloudnc.discover(SOURCE.model_copy(update={"bases": ()}), site().fetch, Horizon(OLDEST))


def test_an_item_reads_from_its_head_to_its_documents() -> None:
    """Navigation and the column beside it are no text; what that links is attached."""
    files = {"Ohjelma": 77, "Kartta.png": 78}
    links = (f"<a href='/download/noname/{{ab-1}}/{number}'>{name}</a>" for name, number in files.items())
    beside = f"<h4>Liitteet</h4>{''.join(links)}<a href='/muu'>Muu</a>"
    (item,) = cloudnc.read(page(new(11), item_page(beside=beside)), SOURCE)

    assert item.text.startswith(
        "Kunnanhallitus, kokous 4.5.2026\n\nPöytäkirja on tarkastettu\n\n§ 51 Koulutus"
    )
    assert item.text.endswith("Ehdotus hyväksyttiin.")
    assert (item.native_id, item.base_id) == ("11", "main")
    assert [(one.title, one.url, one.media_type) for one in item.attachments] == [
        ("Ohjelma", f"{HOST}/download/noname/{{ab-1}}/77", "application/pdf"),
        ("Kartta.png", f"{HOST}/download/noname/{{ab-1}}/78", "image/png"),
    ]


def test_an_entry_tells_id_and_title() -> None:
    """What led to the page names the item, so that an old and a new address are one."""
    entry = FeedEntry(url=new(11), title="§ 51 Koulutus", base_id="old", native_id="11", subject="Koulutus")
    (item,) = cloudnc.read(page(new(11), item_page()), SOURCE, entry)

    assert (item.key, item.title) == (("salmela", "old", "11"), "Koulutus")


@pytest.mark.parametrize(
    ("content", "error", "found"),
    [
        ("  ", Silent, "an empty page"),
        ("<html><body><form>Kirjaudu sisään</form></body></html>", LayoutChanged, "no ContentStart"),
        (item_page(""), LayoutChanged, "only ''"),
        ("<html><body><a id='ContentStart'>", LayoutChanged, "nothing behind ContentStart"),
        (item_page("<h1>Kunnanhallitus</h1><p>Kokous 4.5.2026</p>"), ReadError, "another page"),
        (
            item_page("".join(f"<a href='{new(n)}'>§ {n} Avaus ja muut asiat</a>" for n in range(3))),
            ReadError,
            "another page",
        ),
    ],
    ids=["empty", "login", "no text", "no body", "a body", "a meeting"],
)
def test_what_is_no_item(content: str, error: type[ParagrafError], found: str) -> None:
    """Every error names the address and what was found instead."""
    with pytest.raises(error, match=found) as raised:
        cloudnc.read(page(new(11), content), SOURCE)

    assert raised.value.where == new(11)


def test_a_page_cut_off_is_no_item_of_a_sync() -> None:
    """Half a decision would be stored as a change; the next night asks again."""
    cut = item_page()[:-20]
    entry = FeedEntry(url=new(11), title="x", base_id="main", native_id="11")

    with pytest.raises(ReadError, match="cut off"):
        cloudnc.read(page(new(11), cut), SOURCE, entry)
    assert cloudnc.read(page(new(11), cut), SOURCE)


def test_its_pages_are_recognised() -> None:
    """Its markup tells the system."""
    assert detect_system(item_page()) == "cloudnc"
    assert detect_system(listing()) == "cloudnc"
    assert detect_system('<main id="ContentStart"><p>Uutisia</p></main>') is None
