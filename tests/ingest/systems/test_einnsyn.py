"""eInnsyn: how a meeting case reads."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.documents import read_document
from ingest.systems import detect_system, einnsyn
from ingest.systems.base import Horizon
from records.council import Base
from records.errors import (
    FetchError,
    Gone,
    LayoutChanged,
    ParagrafError,
    ReadError,
    Silent,
    WrongItem,
)
from records.page import FeedEntry
from tests.ingest.systems.einnsyn_answers import (
    API,
    OLDEST,
    PUBLISHER,
    SOURCE,
    WHOLE,
    Api,
    answer,
    case,
    document,
    read,
)
from tests.ingest.systems.pages import page


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
