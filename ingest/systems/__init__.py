"""Knows which record systems there are; each is one module of this folder."""

from difflib import get_close_matches

from ingest.systems import (
    ahjo,
    cloudnc,
    dynasty,
    einnsyn,
    listing,
    netpublicator,
    turku,
    tweb,
    webpage,
)
from ingest.systems.base import Discovery, Fetch, Horizon, RecordSystem
from records.errors import ConfigError

__all__ = ["SYSTEMS", "Discovery", "Fetch", "Horizon", "RecordSystem", "detect_system", "system_for"]

SYSTEMS: dict[str, RecordSystem] = {
    system.name: system
    for system in (
        dynasty,
        cloudnc,
        ahjo,
        einnsyn,
        listing,
        netpublicator,
        turku,
        tweb,
        webpage,
    )
}
"""The record systems by the name that `system` in sources.toml uses."""


def system_for(name: str, where: str = "sources.toml") -> RecordSystem:
    """Return the record system called `name`; raises ConfigError, naming `where`, if there is none."""
    if name not in SYSTEMS:
        near = get_close_matches(name, SYSTEMS, n=1)
        advice = f"Did you mean {near[0]}?" if near else "docs/systems/ tells how to recognise each."
        known = ", ".join(sorted(SYSTEMS))
        raise ConfigError(where, expected=f"a system out of {known}", found=repr(name), advice=advice)
    return SYSTEMS[name]


def detect_system(text: str) -> str | None:
    """Return the name of the system that made a page, told by its markup alone, or None."""
    return next((name for name, system in SYSTEMS.items() if system.recognises(text)), None)
