"""The shipped councils and houses can be loaded."""

from pathlib import Path

import pytest

from config.houses import load_house
from config.paths import own
from records.errors import ConfigError
from samples.load import (
    TODAY,
    list_councils,
    load_council,
    load_councils,
    load_expected,
    load_houses,
    load_sources,
)


def test_at_least_seven_councils_in_five_languages() -> None:
    """Finnish, Finland-Swedish, Swedish, Bokmål and Nynorsk; three generations of one system."""
    councils = load_councils()

    assert len(councils) >= 7
    assert {one.source.language for one in councils} == {"fi", "sv-FI", "sv", "nb", "nn"}
    generations = {one.site.generation for one in councils if one.source.system == "dynasty"}
    assert generations == {"classic", "responsive", "static"}


def test_sources_point_at_the_server() -> None:
    """The base's place is filled in everywhere."""
    for source in load_sources("http://127.0.0.1:8765/"):
        addresses = [*(base.url for base in source.bases), *source.pages, *source.feeds]
        assert addresses
        assert all(one.startswith(f"http://127.0.0.1:8765/{source.id}/") for one in addresses)


def test_each_council_lies_in_the_folder_of_its_id() -> None:
    """And is served under it."""
    for name in list_councils():
        council = load_council(name)
        assert council.id == name
        assert council.site.prefix == f"/{name}"


def test_meetings_lie_within_the_year_before_today() -> None:
    """So that a first sync, which looks back twelve months, takes them all."""
    for council in load_councils():
        for meeting in council.meetings:
            assert 0 <= (TODAY - meeting.date).days <= 365
        for decision in council.officers:
            assert 0 <= (TODAY - decision.date).days <= 365


@pytest.mark.parametrize("house", ["kuusiranta", "strandholm", "alvasa", "granfjord", "heimvik"])
def test_each_home_house_extends_a_shipped_layout(house: str, home: Path) -> None:
    """Once it lies in the home, it loads and names a shipped council and the body for training items."""
    text = load_houses()[f"{house}.toml"]
    own("houses").mkdir(parents=True)
    own("houses", f"{house}.toml").write_text(text, encoding="utf-8")

    loaded = load_house(house)

    assert home in own("houses").parents
    source = load_council(loaded.id).source
    assert (loaded.council, loaded.country) == (source.council.name, source.council.country)
    assert loaded.training_body is not None
    assert (source.language or "").startswith(loaded.language)


def test_an_unknown_council_is_a_mistake_of_the_caller() -> None:
    """Its name and the known ones are told."""
    with pytest.raises(ConfigError, match="no such council"):
        load_council("atlantis")


def test_every_council_tells_what_must_be_found() -> None:
    """Each has a relevant document at least."""
    for name in list_councils():
        assert any(one.relevant for one in load_expected(name))
