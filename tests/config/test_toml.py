"""Reading TOML, and naming the line of a mistake."""

import pytest
from pydantic import BaseModel, ConfigDict

from config.toml import line_of, overlay, parse_toml, validate
from records.errors import ConfigError

TEXT = """\
# a comment
title = "x"

[fetch]
delay = 2.0
timeout = 30

[drafts.wording]
hello = "hei"

[[source]]
id = "one"

[[source]]
id = "two"
system = "dynasty"
"""


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("title",), 2),
        (("fetch", "timeout"), 6),
        (("drafts", "wording", "hello"), 9),
        (("source", 0, "id"), 12),
        (("source", 1, "system"), 16),
        (("source", 1, "absent"), 14),  # the table that lacks it
        (("fetch",), 4),
        (("nowhere",), None),
    ],
)
def test_line_of_follows_tables_and_lists_of_tables(
    location: tuple[str | int, ...], line: int | None
) -> None:
    """The line of a key is found below its own table header, not below one of the same name."""
    assert line == line_of(TEXT, location)


def test_overlay_merges_tables_and_replaces_the_rest() -> None:
    """Tables are merged key by key; lists and values of the upper layer win whole."""
    merged = overlay({"a": {"x": 1, "y": [1, 2]}, "b": 1}, {"a": {"y": [3]}, "c": 2})

    assert merged == {"a": {"x": 1, "y": [3]}, "b": 1, "c": 2}


def test_broken_toml_names_file_and_line() -> None:
    """A line that is no TOML is told with the file's name and its line."""
    with pytest.raises(ConfigError, match=r"own\.toml.*line 2"):
        parse_toml('a = "x"\nb = \n', "own.toml")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")
    delay: float = 1.0


class _Outer(BaseModel):
    model_config = ConfigDict(extra="forbid")
    fetch: _Model = _Model()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[fetch]\ndelay = 'soon'\n", r"x\.toml, line 2: .*number.*fetch\.delay = 'soon'"),
        ("\n[fetch]\ndelya = 2\n", r"x\.toml, line 3: expected a known key, found fetch\.delya"),
    ],
)
def test_a_wrong_value_or_key_is_told_with_its_line(text: str, message: str) -> None:
    """Validation errors name file, line and key."""
    with pytest.raises(ConfigError, match=message):
        validate(_Outer, parse_toml(text, "x.toml"), "x.toml", text)
