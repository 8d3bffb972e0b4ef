"""A house whose own council is not read is told of, by doctor and by the check of the house."""

from typing import Any

import pytest

from config.houses import House, load_house
from config.paths import own
from paragraf.commands.house import run_house_check
from paragraf.own_source import lacking_source, lacking_sources
from records.council import Council, Source

SOURCE = """[[source]]
id = "ekhamra"
system = "webpage"
enabled = true
pages = ["https://ekhamra.example/"]
council = { name = "Ekhamra stad", country = "SE" }
"""
PROFILE = 'extends = "sweden"\ncouncil = "Ekhamra kommun"\n'


def _house(council: str | None) -> House:
    return load_house("sweden").model_copy(update={"id": "ekhamra", "council": council})


def _source(name: str) -> Source:
    told: dict[str, Any] = {"name": name, "country": "SE"}
    return Source(id="ek", system="webpage", council=Council(**told))


@pytest.mark.parametrize(
    ("council", "sources", "told"),
    [
        ("Ekhamra kommun", ["Ekhamra  Kommun", "Gladby stad"], None),  # as the store compares names
        (
            "Ekhamra kommun",
            ["Gladby stad", "Ekhamra stad"],
            "The nearest is “Ekhamra stad” of the source ek.",
        ),
        ("Ekhamra kommun", ["Xyz"], "no enabled source is of “Ekhamra kommun”. Until"),
        ("Ekhamra kommun", [], None),  # that there are none is told otherwise
        (None, ["Gladby stad"], None),
    ],
)
def test_a_house_without_a_source_is_told(council: str | None, sources: list[str], told: str | None) -> None:
    """With the name that is nearest, if any is near."""
    found = lacking_source(_house(council), [_source(name) for name in sources])

    assert (found is None) == (told is None)
    assert (told or "") in (found or "")


def test_houses_are_read_by_their_ids() -> None:
    """A layout names no council, an unknown house has no file, a broken one is told elsewhere."""
    own("houses").mkdir(parents=True)
    own("houses", "ekhamra.toml").write_text(PROFILE, encoding="utf-8")
    own("houses", "broken.toml").write_text("coucil = 1\n", encoding="utf-8")

    told = lacking_sources(["sweden", "none", "broken", "ekhamra"], [_source("Gladby stad")])

    assert [line.split(":")[0] for line in told] == ["house ekhamra"]


def test_the_check_of_a_house_notes_it(capsys: pytest.CaptureFixture[str]) -> None:
    """As a note: the profile itself is right."""
    own("houses").mkdir(parents=True)
    own("houses", "ekhamra.toml").write_text(PROFILE, encoding="utf-8")
    own("sources.toml").write_text(SOURCE, encoding="utf-8")

    assert run_house_check("ekhamra") == 0

    said = " ".join(capsys.readouterr().out.split())
    assert "note: house ekhamra: no enabled source is of “Ekhamra kommun”." in said
    assert "“Ekhamra stad” of the source ekhamra" in said
