"""Checks a house profile before it is used: keys and values, what its language needs, what stays open."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.house_gaps import list_gaps
from config.house_slips import Profile, find_slips
from config.houses import FOLDER, House, house_ids, load_house
from config.layers import load_layers
from config.paths import own, shipped
from config.toml import Table, line_of, mistakes_in, overlay, parse_toml, read_place, with_more
from config.wording import load_wording
from records.errors import ConfigError


@dataclass(frozen=True, slots=True)
class CheckedHouse:
    """A house as a file would make it, None where it makes none; every mistake; what stays open.

    `gaps` tell in a line each what is a placeholder in every draft of the house, and what the
    profile names without ever printing it.
    """

    house: House | None
    mistakes: tuple[ConfigError, ...]
    gaps: tuple[str, ...] = ()


def profile_path(house: str) -> Path:
    """Return the topmost file of a house: the installation's own one, or else the shipped one.

    Raises ConfigError with the houses there are when it has neither.
    """
    places = (own(FOLDER, f"{house}.toml"), Path(str(shipped(FOLDER, f"{house}.toml"))))
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise ConfigError(
            house,
            expected=f"one of {', '.join(house_ids())}, or a file",
            found="none of that name",
            advice=f"Add {places[0]}.",
        )
    return found


def check_house_file(path: Path) -> CheckedHouse:
    """Return what a file makes of its house, with every mistake in it.

    The file may be a whole profile, one that `extends` another, or an overlay over the shipped file
    of its name. What cannot be read or is no TOML is a mistake like others.
    """
    where = str(path)
    try:
        text = read_place(path)
        table = parse_toml(text, where)
        below = _below(path.stem, table, where, text)
    except ConfigError as error:
        return CheckedHouse(None, (error,))
    whole = with_more(overlay(below, table)) | {"id": path.stem}
    mistakes = mistakes_in(House, whole, where, text)
    if mistakes:
        return CheckedHouse(None, tuple(mistakes))
    house = House.model_validate(whole)
    try:
        wording = load_wording(house.language, house.country)
    except ConfigError as error:
        line = line_of(text, ("language",))
        place = f"{where}, line {line}" if line else where
        told = ConfigError(place, expected=error.expected, found=house.language, advice=error.advice)
        return CheckedHouse(house, (told if error.where == house.language else error,))
    profile = Profile(house, wording, where, text, table)
    return CheckedHouse(house, tuple(find_slips(profile)), tuple(list_gaps(profile)))


def _below(name: str, table: Mapping[str, Any], where: str, text: str) -> Table:
    """Return the profile that the file lies over: what it extends, or the shipped one of its name."""
    base = table.get("extends")
    if isinstance(base, str):
        if base == name or base not in house_ids():
            others = ", ".join(each for each in house_ids() if each != name)
            place = f"{where}, line {line_of(text, ('extends',)) or 1}"
            raise ConfigError(place, expected=f"one of {others}", found=f'extends = "{base}"')
        return load_house(base).model_dump()
    if not shipped(FOLDER, f"{name}.toml").is_file() or Path(where).resolve() == _shipped_file(name):
        return {}
    return load_layers(FOLDER, name, House, {"id": name}, without=own(FOLDER, f"{name}.toml")).model_dump()


def _shipped_file(name: str) -> Path:
    return Path(str(shipped(FOLDER, f"{name}.toml"))).resolve()
