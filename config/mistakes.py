"""Tells mistakes in settings files in a clerk's words: broken TOML, keys and values that do not fit."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from records.errors import ConfigError

_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)")
_CURLY = re.compile(r"[“”„»«‘’]")
_ODD_BLANK = re.compile(r"[\u00a0\u00ad\u200b-\u200f\ufeff]")
# What pydantic calls a value's shape, in the words of TOML.
_SHAPES = {
    "tuple_type": "a list in square brackets",
    "frozen_set_type": "a list in square brackets",
    "list_type": "a list in square brackets",
    "dict_type": "a table",
    "model_type": "a table",
    "string_type": "words in quotes",
    "float_type": "a number",
    "float_parsing": "a number",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}
_OWN_WORDS = "Value error, "
_INPUT = "Input should be "


def broken_toml(error: tomllib.TOMLDecodeError, text: str, where: str) -> ConfigError:
    """Return what is wrong with a text that is no TOML, with its line."""
    told = str(error)
    match = _AT_LINE.search(told)
    lines = text.splitlines()
    number = int(match[1]) if match and match[1] else len(lines)
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    found = _AT_LINE.sub("", told)
    return ConfigError(f"{where}, line {number}", expected="TOML", found=found, advice=_advice(found, line))


def _advice(found: str, line: str) -> str:
    if _CURLY.search(line):
        return 'Put words between straight quotes: "word".'
    if _ODD_BLANK.search(line):
        return "A blank of that line is none that can be seen; type the line again."
    if "overwrite" in found or "declare" in found:
        return "That key or table stands twice: put its lines together."
    if "Unclosed" in found or "Unterminated" in found:
        return "A comma between two words, a quote or a closing bracket is missing, there or in a line above."
    return "Mend that line: words stand in quotes, a list in square brackets."


def explain(mistake: ErrorDetails, model: type[BaseModel], where: str, line: int | None) -> ConfigError:
    """Return a mistake that pydantic found, with file, line and key."""
    key = ".".join(str(part) for part in mistake["loc"] if part != "[key]")
    place = f"{where}, line {line}" if line else where
    if mistake["type"] == "extra_forbidden":
        return ConfigError(place, expected="a known key", found=key, advice=_spelling(mistake, model))
    if mistake["type"] == "missing":
        return ConfigError(place, expected=f"the key {key}", found="none", advice="Add that line.")
    given = str(mistake["input"])
    advice = _nearest(given, list(_choices(mistake))) or "Mend that value."
    return ConfigError(place, expected=_wanted(mistake), found=f"{key} = {given[:80]!r}", advice=advice)


def _wanted(mistake: ErrorDetails) -> str:
    return _SHAPES.get(mistake["type"]) or _told(mistake["msg"])


def _told(message: str) -> str:
    """Return what was wanted, in pydantic's words without its 'Input should be'."""
    return message.removeprefix(_OWN_WORDS).removeprefix(_INPUT)


def _choices(mistake: ErrorDetails) -> Iterator[str]:
    """Yield the values that were allowed, where there is a closed list."""
    yield from re.findall(r"'([^']+)'", str(mistake.get("ctx", {}).get("expected", "")))


def _spelling(mistake: ErrorDetails, model: type[BaseModel]) -> str:
    known = _known_keys(model, mistake["loc"][:-1])
    near = _nearest(str(mistake["loc"][-1]), known)
    return near or f"Take the line out, or write one of: {', '.join(known)}."


def _nearest(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    return f"Did you mean {near[0]}?" if near else ""


def _known_keys(model: type[BaseModel], location: Sequence[str | int]) -> list[str]:
    """Return the keys that the table at a location may have."""
    for part in location:
        field = model.model_fields.get(str(part))
        inner = _model_in(field.annotation) if field else None
        model = inner or model
    return list(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
