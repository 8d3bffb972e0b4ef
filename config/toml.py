"""Knows TOML: reading it, laying one table over another, and naming the line of a mistake."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from records.errors import ConfigError

Table = dict[str, Any]
M = TypeVar("M", bound=BaseModel)


def parse_toml(text: str, where: str) -> Table:
    """Return the table that `text` holds; a mistake is a ConfigError naming file and line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            where,
            expected="TOML",
            found=str(error),
            advice="Mend that line: words stand in quotes, a list in square brackets.",
        ) from error


def read_place(place: Traversable) -> str:
    """Return the text of a settings file, shipped or own; bytes that are no UTF-8 are a ConfigError."""
    try:
        return place.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            str(place),
            expected="a TOML file in UTF-8",
            found=str(error),
            advice="Save it again with the encoding UTF-8.",
        ) from error


def overlay(base: Mapping[str, Any], over: Mapping[str, Any]) -> Table:
    """Return `base` with the keys of `over` laid on top; tables are merged, all else replaced."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            merged[key] = overlay(below, value)
        else:
            merged[key] = value
    return merged


def line_of(text: str, location: Sequence[str | int]) -> int | None:
    """Return the line, counted from 1, where the key at `location` stands, or None.

    Follows table headers and bare or quoted keys; where only an outer table is written, its line.
    """
    found: int | None = None
    tables = [part for part in location if isinstance(part, str)]
    nth = next((part for part in location if isinstance(part, int)), None)
    seen = -1
    depth = 0
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[\[?\s*([^\]]+?)\s*\]", line)
        if header:
            names = [name.strip(" \"'") for name in header.group(1).split(".")]
            if names == tables[: len(names)]:
                repeated = line.lstrip().startswith("[[")
                seen += repeated
                depth = len(names) if not repeated or nth in (None, seen) else -1
                found = number if depth > 0 else found
            else:
                depth = -1
        key = re.match(r"\s*[\"']?([\w.-]+)[\"']?\s*=", line)
        if key and 0 <= depth < len(tables) and key.group(1) == tables[depth]:
            return number
    return found


def validate(model: type[M], table: Mapping[str, Any], where: str, text: str = "") -> M:
    """Return `table` as `model`; a mistake is a ConfigError naming file, line and key."""
    try:
        return model.model_validate(table)
    except ValidationError as error:
        mistakes = error.errors(include_url=False)
        raise _explain(_root_cause(mistakes), where, text) from error


def mistakes_in(
    model: type[BaseModel], table: Mapping[str, Any], where: str, text: str = ""
) -> list[ConfigError]:
    """Return every mistake of `table` as a `model`, in the order of the model's keys."""
    try:
        model.model_validate(table)
    except ValidationError as error:
        return [_explain(mistake, where, text) for mistake in error.errors(include_url=False)]
    return []


def _root_cause(mistakes: list[ErrorDetails]) -> ErrorDetails:
    """Return the unknown key if there is one: a misspelt key is missed under its right name too."""
    return next((mistake for mistake in mistakes if mistake["type"] == "extra_forbidden"), mistakes[0])


def _explain(mistake: ErrorDetails, where: str, text: str) -> ConfigError:
    key = ".".join(str(part) for part in mistake["loc"])
    line = line_of(text, mistake["loc"])
    place = f"{where}, line {line}" if line else where
    if mistake["type"] == "extra_forbidden":
        return ConfigError(
            place, expected="a known key", found=key, advice="Check its spelling, or take the line out."
        )
    if mistake["type"] == "missing":
        return ConfigError(place, expected=f"the key {key}", found="none", advice="Add that line.")
    return ConfigError(
        place,
        expected=mistake["msg"],
        found=f"{key} = {str(mistake['input'])[:80]!r}",
        advice="Mend that value.",
    )
