"""The sample server answers as Turku's static pages do."""

from collections.abc import Iterator

import pytest

from samples.server import SampleServer
from tests.samples.made import get, visible

ROOT = "/laivaranta"


@pytest.fixture(name="server")
def served() -> Iterator[SampleServer]:
    """The town with static pages, served."""
    with SampleServer(councils=["laivaranta"]) as server:
        yield server


def test_years_lead_to_meetings_and_they_to_items(server: SampleServer) -> None:
    """Each page links the next one down."""
    years = get(server, f"{ROOT}/kh/welcome.htm").text
    meetings = get(server, f"{ROOT}/kh/2026/welcome.htm").text
    items = get(server, f"{ROOT}/kh/2026/1102002x/welcome.htm").text

    assert f'href="{server.url}{ROOT}/kh/2026/welcome.htm"' in years
    assert (
        f'href="{server.url}{ROOT}/kh/2026/1102002x/welcome.htm">02.11.2026 - Pöytäkirja - 002/2026<'
        in meetings
    )
    assert f'href="{server.url}{ROOT}/kh/2026/1102002x/41702.htm">241 §<' in items


def test_an_item_has_its_way_its_texts_and_its_attachments(server: SampleServer) -> None:
    """As the real pages print them."""
    page = get(server, f"{ROOT}/kh/2026/1102002x/41702.htm").text

    assert "<td>Henkilöstöjaosto</td><td>31</td><td>13.10.2026</td>" in page
    assert '<span class="ehdotuspaatos">Päätös</span>Ehdotus hyväksyttiin yksimielisesti.' in page
    assert '<span class="liomLabel">Liite 1:</span>' in page
    assert "tiistaisin" in visible(get(server, f"{ROOT}/kh/2026/1102002x/4170201.htm").text)


def test_an_agenda_lies_in_another_folder_and_has_no_decision(server: SampleServer) -> None:
    """The item keeps its number."""
    server.show("laivaranta", "agenda", "417")

    assert get(server, f"{ROOT}/kh/2026/1102002x/41702.htm").status == 404
    assert "yksimielisesti" not in visible(get(server, f"{ROOT}/kh/2026/1102002l/41702.htm").text)


def test_a_withdrawn_item_is_gone_from_its_list(server: SampleServer) -> None:
    """And its page with it."""
    server.withdraw("laivaranta", "417-2")

    assert "41702" not in get(server, f"{ROOT}/kh/2026/1102002x/welcome.htm").text
    assert get(server, f"{ROOT}/kh/2026/1102002x/41702.htm").status == 404


@pytest.mark.parametrize(
    "path", ["/kh/2026/0101001x/welcome.htm", "/xx/welcome.htm", "/kh/1.htm", "/kh/2026"]
)
def test_unknown_addresses_are_404(server: SampleServer, path: str) -> None:
    """No page is made up."""
    assert get(server, f"{ROOT}{path}").status == 404


def test_the_front_page_names_the_bodies(server: SampleServer) -> None:
    """Each with the page of its years."""
    assert f"{ROOT}/kv/welcome.htm" in get(server, f"{ROOT}/").text
