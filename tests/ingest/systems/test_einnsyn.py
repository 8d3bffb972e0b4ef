"""eInnsyn: what its search shows, what it ignores, and how a meeting case reads."""

import datetime as dt
import json
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.documents import read_document
from ingest.systems import detect_system, einnsyn
from ingest.systems.base import Horizon
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
from records.item import Item
from records.page import FeedEntry, Page
from tests.ingest.systems.pages import page

API = "https://api.example.no"
UNIT = "enh_fosse"
OLDEST = dt.date(2026, 1, 1)
SOURCE = Source(
    id="fosse",
    system="einnsyn",
    council=Council(name="Fosse kommune", country="NO"),
    bases=(Base(id="main", url=API),),
    language="nb",
    unit=UNIT,
)
PUBLISHER: dict[str, object] = {
    "entity": "Enhet",
    "id": UNIT,
    "navn": "Fosse kommune",
    "orgnummer": "999000111",
    "enhetstype": "KOMMUNE",
}
BODY: dict[str, object] = {
    "entity": "Enhet",
    "id": "enh_fsk",
    "navn": "Formannskapet",
    "enhetstype": "UTVALG",
    "parent": PUBLISHER,
}
MEETING = {"entity": "Moetemappe", "id": "mm_1", "moetedato": "2026-10-20T22:30:00Z"}


def told(text: str, kind: str = "text/html") -> dict[str, object]:
    """Return a text as the API sends it."""
    return {"entity": "Moetesaksbeskrivelse", "id": "msb_1", "tekstInnhold": text, "tekstFormat": kind}


def document(number: int, role: str = "vedlegg", kind: str = "PDF/A") -> dict[str, object]:
    """Return a document with one file."""
    file = {"entity": "Dokumentobjekt", "id": f"do_{number}", "url": f"{API}/fil/{number}", "format": kind}
    return {
        "entity": "Dokumentbeskrivelse",
        "id": f"db_{number}",
        "tittel": f"Dokument {number}",
        "tilknyttetRegistreringSom": role,
        "dokumentobjekt": [file],
    }


def case(case_id: str = "ms_1", **changes: object) -> dict[str, object]:
    """Return a meeting case without texts, as the API sends it; a field set to None is left out."""
    whole: dict[str, object] = {
        "entity": "Moetesak",
        "id": case_id,
        "offentligTittel": "Opplæring av folkevalgte",
        "moetesakstype": "politisk",
        "moetesaksaar": 2026,
        "moetesakssekvensnummer": 73,
        "publisertDato": "2026-10-15T12:00:00Z",
        "utvalg": "FSK",
        "utvalgObjekt": BODY,
        "journalenhet": PUBLISHER,
        "moetemappe": MEETING,
        "noeNytt": {"ukjent": True},
    }
    return {name: value for name, value in {**whole, **changes}.items() if value is not None}


WHOLE = case(
    utredning={"entity": "Utredning", "id": "utr_1", "saksbeskrivelse": told("<p>Samling 3. mars 2027.</p>")},
    innstilling=told("Opplæringen vedtas.\r\n", "text/plain"),
    vedtak={
        "entity": "Vedtak",
        "id": "ved_1",
        "vedtakstekst": told("<p><b>Vedtak:</b></p><p>Opplæringen er vedtatt.</p>"),
        "behandlingsprotokoll": told("<p>Enstemmig.</p>"),
        "vedtaksdokument": [document(9)],
    },
    dokumentbeskrivelse=[document(1), document(2, "hoveddokument")],
)


def answer(found: object, url: str = f"{API}/moetesak/ms_1") -> Page:
    """Return an answer of the API."""
    return page(url, json.dumps(found, ensure_ascii=False), "application/json")


def read(found: object) -> Item:
    """Return the item that an answer is read as."""
    (item,) = einnsyn.read(answer(found), SOURCE)
    return item


class Api:
    """Answers a search page by page; `asked` are the addresses."""

    def __init__(self, *pages: object, following: str | None = None) -> None:
        self.pages, self.following = pages, following
        self.asked: list[str] = []

    def fetch(self, url: str) -> Page:
        """Return the next page; one that is an error is raised."""
        found = self.pages[len(self.asked)]
        self.asked.append(url)
        if isinstance(found, ParagrafError):
            raise found
        if not isinstance(found, list):
            return answer(found, url)
        last = len(self.asked) == len(self.pages) and not self.following
        after: dict[str, object] = (
            {} if last else {"next": self.following or f"{API}/search?startingAfter={len(self.asked)}"}
        )
        return answer({"items": found, **after}, url)


def search(api: Api, horizon: Horizon | None = None) -> list[str]:
    """Return the ids that a search finds."""
    return [
        entry.native_id for entry in einnsyn.discover(SOURCE, api.fetch, horizon or Horizon(OLDEST)).entries
    ]


def test_the_search_asks_for_the_cases_of_one_unit_since_a_day() -> None:
    """Entity, unit, first day, order, page size and what is sent in full stand in the address."""
    api = Api([])
    search(api)
    asked = parse_qs(urlsplit(api.asked[0]).query)

    assert asked["entity"] == ["Moetesak"]
    assert asked["administrativEnhet"] == [UNIT]
    assert asked["moetedatoFrom"] == ["2026-01-01"]
    assert (asked["sortBy"], asked["sortOrder"], asked["limit"]) == (["publisertDato"], ["desc"], ["100"])
    assert "moetemappe" in asked["expand"][0].split(",")


def test_an_entry_tells_body_day_and_where_one_answer_holds_the_case() -> None:
    """The day is Norway's (22.30 UTC is past midnight), the body its unit's name, not the code."""
    (entry,) = einnsyn.discover(SOURCE, Api([case()]).fetch, Horizon(OLDEST)).entries

    assert (entry.native_id, entry.base_id, entry.body) == ("ms_1", "main", "Formannskapet")
    assert entry.meeting_date == dt.date(2026, 10, 21)
    assert entry.url.startswith(f"{API}/moetesak/ms_1?expand=moetemappe,")
    assert entry.published == dt.datetime(2026, 10, 15, 12, tzinfo=dt.UTC)


def test_pages_are_followed_until_a_known_case_shows() -> None:
    """What was published before a known case is known too; a walk goes on to the end."""
    pages = [[case("ms_3")], [case("ms_2")], [case("ms_1")]]

    def known(entry: FeedEntry) -> bool:
        return entry.native_id == "ms_2"

    assert search(Api(*pages), Horizon(OLDEST, known)) == ["ms_3", "ms_2"]
    assert search(Api(*pages), Horizon(OLDEST, known, walk=True)) == ["ms_3", "ms_2", "ms_1"]


@pytest.mark.parametrize(
    ("strange", "warning"),
    [
        pytest.param(
            case(journalenhet="enh_x", utvalgObjekt={**BODY, "id": "enh_y", "parent": "enh_x"}),
            f"no meeting cases of {UNIT}",
            id="another municipality's: the unit was passed over",
        ),
        pytest.param({"entity": "Journalpost", "id": "jp_1"}, "no meeting cases", id="another entity"),
        pytest.param("ms_7", "no meeting cases", id="a bare id"),
        pytest.param(
            case(moetemappe={**MEETING, "moetedato": "2025-12-01T10:00:00Z"}),
            "meetings before 2026-01-01",
            id="too early: moetedatoFrom was passed over",
        ),
        pytest.param(case(moetesaksaar="i fjor"), "cannot be read", id="a field of another type"),
    ],
)
def test_what_was_not_asked_is_left_out_with_a_warning(strange: object, warning: str) -> None:
    """The API ignores what it does not know, so the results are held against the question."""
    found = einnsyn.discover(SOURCE, Api([strange, case("ms_2")]).fetch, Horizon(OLDEST))

    assert [entry.native_id for entry in found.entries] == ["ms_2"]
    assert len(found.warnings) == 1
    assert warning in found.warnings[0]


@pytest.mark.parametrize(
    "mine",
    [
        pytest.param(case(journalenhet=UNIT, utvalgObjekt="enh_fsk"), id="the publisher as an id"),
        pytest.param(case(journalenhet=None), id="the body's parent"),
        pytest.param(case(journalenhet=None, utvalgObjekt=None), id="no unit told at all"),
    ],
)
def test_a_case_of_the_unit_is_kept_however_that_is_told(mine: object) -> None:
    """Ids and expanded units both count; what is not told cannot be held against a case."""
    assert search(Api([mine])) == ["ms_1"]


def test_an_organisation_number_names_the_unit_too() -> None:
    """The API takes either."""
    source = SOURCE.model_copy(update={"unit": "999000111"})

    assert einnsyn.discover(source, Api([case()]).fetch, Horizon(OLDEST)).warnings == ()


def test_results_in_another_order_are_looked_through_to_the_end() -> None:
    """A known case says nothing of what follows it when the order was ignored."""
    older = case("ms_1", publisertDato="2026-02-01T12:00:00Z")
    found = einnsyn.discover(
        SOURCE, Api([older, case("ms_2")], [case("ms_3")]).fetch, Horizon(OLDEST, lambda _entry: True)
    )

    assert len(found.entries) == 3
    assert "not in the order" in found.warnings[0]


def test_a_case_without_a_day_is_kept_and_told() -> None:
    """Its meeting may not have been fixed yet."""
    found = einnsyn.discover(SOURCE, Api([case(moetemappe=None)]).fetch, Horizon(OLDEST))

    assert [entry.meeting_date for entry in found.entries] == [None]
    assert "tell no day" in found.warnings[0]


def test_deleted_cases_and_repeated_ones_give_no_entry() -> None:
    """A case stands once, newest first; one marked deleted is gone."""
    assert search(Api([case("ms_2"), case("ms_9", deleted=True)], [case("ms_2"), case("ms_1")])) == [
        "ms_2",
        "ms_1",
    ]


@pytest.mark.parametrize(
    ("api", "gap"),
    [
        (Api([case()], FetchError("https://x", found="status 500")), "status 500"),
        (Api([case()], {"type": "internalServerError"}), "items"),
        (Api([case()], [], following="https://evil.example/search"), "elsewhere"),
    ],
)
def test_a_list_that_breaks_off_is_a_gap(api: Api, gap: str) -> None:
    """What came is kept; the sentence names what did not."""
    found = einnsyn.discover(SOURCE, api.fetch, Horizon(OLDEST))

    assert len(found.entries) == 1
    assert gap in found.gaps[0]


def test_a_list_that_leads_back_to_itself_ends() -> None:
    """The same address twice is no new page."""
    again = f"{API}/search?startingAfter=1"

    found = einnsyn.discover(
        SOURCE, Api([case()], [case()], [case()], following=again).fetch, Horizon(OLDEST)
    )

    assert "leads back" in found.gaps[0]


def test_without_a_first_page_there_is_no_night() -> None:
    """The source's error is raised as it is."""
    with pytest.raises(ReadError, match="page of search results"):
        search(Api({"type": "badRequest", "message": "Enhet not found"}))
    with pytest.raises(ConfigError, match="unit"):
        einnsyn.discover(SOURCE.model_copy(update={"unit": None}), Api([]).fetch, Horizon(OLDEST))


def test_a_case_reads_in_the_order_of_a_case_paper() -> None:
    """Head, preparation, recommendation, treatment, decision, documents; a text's own heading stands once."""
    assert read(WHOLE).text == (
        "Utvalg: Formannskapet\n\nMøtedato: 21.10.2026\n\nPS 73/26 Opplæring av folkevalgte\n\n"
        "Saksbeskrivelse\n\nSamling 3. mars 2027.\n\nInnstilling\n\nOpplæringen vedtas.\n\n"
        "Behandling\n\nEnstemmig.\n\nVedtak:\n\nOpplæringen er vedtatt.\n\n"
        "Dokumenter\nDokument 9\nDokument 1\nDokument 2"
    )


def test_with_a_text_no_document_holds_it() -> None:
    """Documents are attachments then."""
    item = read(WHOLE)

    assert [(one.url, one.media_type, one.holds_text) for one in item.attachments] == [
        (f"{API}/fil/{number}", "application/pdf", False) for number in (9, 1, 2)
    ]
    assert (item.native_id, item.title, item.language) == ("ms_1", "Opplæring av folkevalgte", "nb")


@pytest.mark.parametrize(
    ("changes", "holder"),
    [
        pytest.param(
            {"dokumentbeskrivelse": [document(1), document(2, "hoveddokument")]}, 2, id="the main one"
        ),
        pytest.param({"dokumentbeskrivelse": [document(1), document(2)]}, 1, id="else the first"),
        pytest.param(
            {
                "dokumentbeskrivelse": [document(2, "hoveddokument")],
                "vedtak": {"entity": "Vedtak", "id": "ved_1", "vedtaksdokument": [document(9)]},
            },
            9,
            id="the decision's before all",
        ),
        pytest.param(
            {"dokumentbeskrivelse": [document(1, "hoveddokument", "RTF"), document(2, kind="DOCX")]},
            2,
            id="only PDF and Word can be read",
        ),
        pytest.param(
            {"utredning": {"entity": "Utredning", "id": "u", "utredningsdokument": [document(5, kind="")]}},
            5,
            id="an unnamed format may be one",
        ),
    ],
)
def test_without_a_text_one_document_holds_it(changes: dict[str, object], holder: int) -> None:
    """Exactly one, so that a decision is not read twice."""
    held = [one.url for one in read({**case(), **changes}).attachments if one.holds_text]

    assert held == [f"{API}/fil/{holder}"]


def test_a_document_of_another_host_holds_no_text() -> None:
    """It could not be fetched, and the case would be lost with it; a further base lets it in."""
    elsewhere = json.loads(json.dumps(document(1)).replace(API, "https://arkiv.example.no"))
    found = case(dokumentbeskrivelse=[elsewhere])
    wider = SOURCE.model_copy(
        update={"bases": (*SOURCE.bases, Base(id="files", url="https://arkiv.example.no/"))}
    )

    (item,) = einnsyn.read(answer(found), wider)

    assert [one.holds_text for one in read(found).attachments] == [False]
    assert read(found).text.startswith("Saksliste\n")
    assert [one.holds_text for one in item.attachments] == [True]


def test_the_next_page_may_be_told_without_its_host() -> None:
    """The API prints it that way."""
    api = Api([case("ms_2")], [case("ms_1")])
    api.following = "/search?limit=100&startingAfter=2026-10-15,ms_2"
    api.pages = (api.pages[0], {"items": [case("ms_1")]})

    assert search(api) == ["ms_2", "ms_1"]
    assert api.asked[1] == f"{API}/search?limit=100&startingAfter=2026-10-15,ms_2"


@pytest.mark.parametrize(
    ("kind", "line"),
    [("politisk", "PS 73/26"), ("referat", "RS 73/26"), ("delegert", "DS 73/26"), ("annet", "Sak 73/26")],
)
def test_a_case_with_a_title_alone_is_a_line_of_the_agenda(kind: str, line: str) -> None:
    """Its number is printed as minutes do."""
    assert read(case(moetesakstype=kind)).text.splitlines()[0] == "Saksliste"
    assert f"\n{line} Opplæring" in read(case(moetesakstype=kind)).text


def test_a_body_unknown_as_a_unit_goes_by_its_own_name() -> None:
    """The API puts the publisher in place of a body that it does not know."""
    assert "Utvalg: Eldrerådet\n" in read(case(utvalg="Eldrerådet", utvalgObjekt=PUBLISHER)).text


@pytest.mark.parametrize(
    ("content", "error", "found"),
    [
        ("", Silent, "empty"),
        ("<html><title>Logg inn</title></html>", ReadError, "begins with '<html><title>Logg inn"),
        ('{"entity": "Moetesak"', ReadError, "begins with"),
        ('{"type": "notFound"}', ReadError, "at id"),
        (json.dumps({"entity": "Saksmappe", "id": "sm_1"}), ReadError, "Saksmappe sm_1"),
        (json.dumps(case(deleted=True)), Gone, "deleted"),
        (json.dumps(case(vedtak="ved_1")), LayoutChanged, "bare ids for vedtak"),
        (json.dumps(case(moetemappe="mm_1")), LayoutChanged, "moetemappe"),
        ("[]", ReadError, "found"),
    ],
)
def test_other_answers_are_no_cases(content: str, error: type[ParagrafError], found: str) -> None:
    """Each names what came in place of a case."""
    with pytest.raises(error, match=found):
        einnsyn.read(page(f"{API}/moetesak/ms_1", content, "application/json"), SOURCE)


def test_another_case_than_the_one_asked_is_refused() -> None:
    """Nothing is stored under the id of something else."""
    entry = FeedEntry(url=f"{API}/moetesak/ms_2", title="", base_id="main", native_id="ms_2")

    with pytest.raises(WrongItem, match="expected case ms_2, found case ms_1"):
        einnsyn.read(answer(case()), SOURCE, entry)


def test_a_case_is_told_by_its_entity() -> None:
    """The API's own account of one, and nothing else."""
    assert detect_system(json.dumps(case())) == "einnsyn"
    assert not einnsyn.recognises("<p>entity: Moetesak</p>")


def test_an_address_given_by_hand_is_read_where_its_system_is_told() -> None:
    """Or where the texts within the API's JSON are HTML; other JSON is bare text."""
    bare, whole = (json.dumps(one).encode() for one in (case(), WHOLE))

    assert read_document(bare, "ms_1", system="einnsyn").text.startswith("Saksliste\n\nUtvalg: Formannskapet")
    assert read_document(whole, "ms_1").text.startswith("Utvalg: Formannskapet")
    assert read_document(bare, "ms_1").text.startswith('{"entity": "Moetesak"')


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["9999-12-31T23:59:59Z", "<p"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "url", "navn"]), inner)
    ),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(sorted(WHOLE)), JUNK, max_size=3))
@settings(max_examples=150, deadline=None)
def test_any_json(changes: dict[str, object]) -> None:
    """Whatever stands in a case's fields, it is read, or one of our errors tells that it cannot be."""
    broken = {**WHOLE, **changes}
    found = einnsyn.discover(SOURCE, Api([broken]).fetch, Horizon(OLDEST))
    assert found.entries or found.warnings

    try:
        item = read(broken)
    except (FetchError, ReadError):
        return

    assert item.native_id == broken["id"]
