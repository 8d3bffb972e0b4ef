"""Knows how settings files of one kind lie upon each other: what a file extends, shipped, own."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from config.paths import own, shipped
from config.toml import Table, overlay, parse_toml, read_place, validate, with_more
from records.errors import ConfigError

M = TypeVar("M", bound=BaseModel)
Layer = tuple[str, str, Table]
"""A file's name for errors, its text and its table."""


def layer_names(folder: str) -> tuple[str, ...]:
    """Return the names, without ending, of all TOML files in a settings folder, shipped or own, sorted."""
    names = {entry.name for entry in shipped(folder).iterdir()}
    if own(folder).is_dir():
        names |= {path.name for path in own(folder).iterdir()}
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def load_layers(
    folder: str, name: str, model: type[M], fixed: Mapping[str, Any], *, without: Path | None = None
) -> M:
    """Return the file `name` as `model`, laid over the file that it extends; `fixed` keys lie on top.

    Lists below a table `more` add to the lists of the same place, where all others replace them.
    The file `without` is passed over.

    Each layer must be whole once the ones below lie under it, so that a mistake is told with the
    file and line where it stands. Raises ConfigError for it, for a name that has no file and for
    files that extend each other in a ring.
    """
    table: Table = {}
    whole: M | None = None
    for where, text, layer in _layers(folder, name, (), without):
        table = overlay(table, layer)
        whole = validate(model, with_more({**table, **fixed}), where, text)
    if whole is None:
        raise _missing(folder, name)
    return whole


def _layers(folder: str, name: str, above: tuple[str, ...], without: Path | None = None) -> Iterator[Layer]:
    """Yield the layers of a file from the lowest to the topmost."""
    files = [layer for layer in _files(folder, name) if without is None or layer[0] != str(without)]
    if not files:
        raise _missing(folder, name, above)
    base = next((table["extends"] for _, _, table in reversed(files) if "extends" in table), None)
    if isinstance(base, str):
        if base in (*above, name):
            wanted = "a file that extends no file that extends it"
            raise ConfigError(files[-1][0], expected=wanted, found=f"extends = {base!r}")
        yield from _layers(folder, base, (*above, name), without)
    yield from files


def _files(folder: str, name: str) -> Iterator[Layer]:
    for place in (shipped(folder, f"{name}.toml"), own(folder, f"{name}.toml")):
        if place.is_file():
            where = str(place)
            text = read_place(place)
            yield where, text, parse_toml(text, where)


def _missing(folder: str, name: str, above: tuple[str, ...] = ()) -> ConfigError:
    found = f'extends = "{name}"' if above else ""
    return ConfigError(
        str(own(folder, f"{above[-1]}.toml")) if above else name,
        expected=f"one of {', '.join(layer_names(folder))}",
        found=found,
        advice=f"Add {own(folder, f'{name}.toml')}.",
    )
