"""Knows TOML: reading it, laying one table over another, and naming the line of a mistake."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from config.mistakes import broken_toml, explain
from records.errors import ConfigError

Table = dict[str, Any]
M = TypeVar("M", bound=BaseModel)
MORE = "more"
"""A table so named adds to the lists below it, where others replace them."""


def parse_toml(text: str, where: str) -> Table:
    """Return the table that `text` holds; a mistake is a ConfigError naming file and line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise broken_toml(error, text, where) from error


def read_place(place: Traversable) -> str:
    """Return the text of a settings file, shipped or own, as NFC and without a byte order mark.

    A file that cannot be read and bytes that are no UTF-8 are a ConfigError.
    """
    try:
        content = place.read_bytes()
        return unicodedata.normalize("NFC", content.decode("utf-8-sig"))
    except OSError as error:
        found = error.strerror or str(error)
        raise ConfigError(str(place), expected="a TOML file that can be read", found=found) from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(
            f"{place}, line {line}",
            expected="a TOML file in UTF-8",
            found=f"another encoding ({content[error.start : error.start + 1]!r})",
            advice="Save it again with the encoding UTF-8.",
        ) from error


def overlay(base: Mapping[str, Any], over: Mapping[str, Any]) -> Table:
    """Return `base` with the keys of `over` laid on top.

    Tables are merged, all else is replaced; lists below a table named `more` add up.
    """
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            merged[key] = added(below, value) if key == MORE else overlay(below, value)
        else:
            merged[key] = value
    return merged


def added(base: Mapping[str, Any], more: Mapping[str, Any]) -> Table:
    """Return `base` with every list of `more` behind the one of the same place; no entry is repeated."""
    merged = dict(base)
    for key, value in more.items():
        below = merged.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            merged[key] = added(below, value)
        elif isinstance(below, list | tuple) and isinstance(value, list | tuple):
            merged[key] = [*below, *(entry for entry in value if entry not in below)]
        else:
            merged[key] = value
    return merged


def with_more(table: Mapping[str, Any]) -> Table:
    """Return a table with the lists of its table `more` added to the others: `[more.decision.bodies]`."""
    more = table.get(MORE, {})
    rest = {key: value for key, value in table.items() if key != MORE}
    return added(rest, more) if isinstance(more, Mapping) else dict(table)


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
        mistake = _root_cause(error.errors(include_url=False))
        raise explain(mistake, model, where, _line(text, mistake)) from error


def mistakes_in(
    model: type[BaseModel], table: Mapping[str, Any], where: str, text: str = ""
) -> list[ConfigError]:
    """Return every mistake of `table` as a `model`, in the order of the model's keys."""
    try:
        model.model_validate(table)
    except ValidationError as error:
        found = error.errors(include_url=False)
        return [explain(mistake, model, where, _line(text, mistake)) for mistake in found]
    return []


def _root_cause(mistakes: list[ErrorDetails]) -> ErrorDetails:
    """Return the unknown key if there is one: a misspelt key is missed under its right name too."""
    return next((mistake for mistake in mistakes if mistake["type"] == "extra_forbidden"), mistakes[0])


def _line(text: str, mistake: ErrorDetails) -> int | None:
    """Return the line of a mistake; what was added below `more` stands there."""
    location = mistake["loc"]
    return line_of(text, location) or line_of(text, (MORE, *location))
