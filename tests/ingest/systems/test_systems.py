"""The record systems there are."""

import pytest

from ingest.systems import SYSTEMS, RecordSystem, detect_system, system_for
from records.errors import ConfigError
from tests.ingest.systems.pages import CLASSIC_ITEM


@pytest.mark.parametrize("name", sorted(SYSTEMS))
def test_systems_have_their_names(name: str) -> None:
    """Each system is known by the name that it calls itself."""
    system: RecordSystem = system_for(name)

    assert system.name == name


def test_unknown_system() -> None:
    """A name that no system has is an error that lists those there are."""
    with pytest.raises(ConfigError, match=rf"sources\.toml: .* {', '.join(sorted(SYSTEMS))}, "):
        system_for("kassakaappi")


def test_detect_system() -> None:
    """A page's markup tells the system, or none."""
    assert detect_system(CLASSIC_ITEM) == "dynasty"
    assert detect_system("<html><body><p>Nyheter</p></body></html>") is None
