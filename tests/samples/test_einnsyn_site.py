"""The sample server answers as eInnsyn's API does."""

import json
from collections.abc import Iterator

import pytest

from samples.load import load_council
from samples.server import SampleServer
from tests.samples.made import get

SEARCH = "/tverrfossen/search?entity=Moetesak&sortBy=publisertDato&sortOrder=desc"
TRAINING = "202641-2"


@pytest.fixture(name="server")
def served() -> Iterator[SampleServer]:
    """The municipality on eInnsyn, served."""
    with SampleServer(councils=["tverrfossen"]) as server:
        yield server


def found(server: SampleServer, address: str) -> list[str]:
    """Return the ids that a search lists."""
    return [item["id"] for item in json.loads(get(server, address).body)["items"]]


def test_a_search_lists_every_case_those_published_last_first(server: SampleServer) -> None:
    """Eight cases of two meetings, the agenda's before the protocol's."""
    ids = found(server, SEARCH)

    assert len(ids) == 8
    assert ids[0].startswith("ms_202647-")
    assert ids[-1] == "ms_202641-1"


def test_pages_follow_by_the_address_that_each_names(server: SampleServer) -> None:
    """Three by three they give what one page gives."""
    address: str | None = f"{SEARCH}&limit=3"
    ids: list[str] = []
    while address:
        told = json.loads(get(server, address).body)
        ids += [item["id"] for item in told["items"]]
        address = told.get("next")

    assert ids == found(server, SEARCH)


@pytest.mark.parametrize(
    ("parameter", "count"),
    [
        ("moetedatoFrom=2026-11-01", 3),
        ("administrativEnhet=enh_41", 5),
        ("administrativEnhet=enh_tverrfossen", 8),
        ("administrativEnhet=enh_other", 0),
        ("moetedatoAfter=2026-11-01", 8),
    ],
)
def test_known_filters_filter_and_unknown_ones_are_passed_over(
    server: SampleServer, parameter: str, count: int
) -> None:
    """The last is no parameter of the API, which says nothing about it."""
    assert len(found(server, f"{SEARCH}&{parameter}")) == count


def test_references_are_ids_unless_expanded(server: SampleServer) -> None:
    """A path expands everything on its way."""
    bare = json.loads(get(server, f"/tverrfossen/moetesak/ms_{TRAINING}").body)
    full = json.loads(
        get(server, f"/tverrfossen/moetesak/ms_{TRAINING}?expand=vedtak.vedtakstekst,moetemappe").body
    )

    assert bare["vedtak"] == f"ved_{TRAINING}"
    assert "Opplæringsplanen" in full["vedtak"]["vedtakstekst"]["tekstInnhold"]
    assert full["moetemappe"]["moetedato"] == "2026-10-27T12:00:00+01:00"
    assert full["moetemappe"]["utvalgObjekt"] == "enh_41"


def test_an_agenda_has_no_decision_yet(server: SampleServer) -> None:
    """The same id shows one once there are minutes."""
    server.show("tverrfossen", "agenda")

    assert "vedtak" not in json.loads(get(server, f"/tverrfossen/moetesak/ms_{TRAINING}").body)


def test_a_withdrawn_case_leaves_the_search_and_answers_404(server: SampleServer) -> None:
    """So does what the API never had; the answer is JSON then, too."""
    server.withdraw("tverrfossen", TRAINING)
    got = get(server, f"/tverrfossen/moetesak/ms_{TRAINING}")

    assert f"ms_{TRAINING}" not in found(server, SEARCH)
    assert (got.status, json.loads(got.body)["type"]) == (404, "notFound")
    assert get(server, "/tverrfossen/saksmappe/sm_1").status == 404


def test_documents_are_files(server: SampleServer) -> None:
    """A case without texts has its text there."""
    address = "/tverrfossen/moetesak/ms_202641-4?expand=dokumentbeskrivelse.dokumentobjekt"
    (document,) = json.loads(get(server, address).body)["dokumentbeskrivelse"]
    url = document["dokumentobjekt"][0]["url"]

    assert get(server, url.removeprefix(server.url)).body.startswith(b"%PDF-")
    assert get(server, "/tverrfossen/dokumentobjekt/do_202641-4-7").status == 404


def test_the_council_names_its_unit() -> None:
    """A source of a system that many share is found by it."""
    assert load_council("tverrfossen").source.unit == "enh_tverrfossen"
