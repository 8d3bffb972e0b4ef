"""What tests of words and texts share: all strings of a table or of a model's data."""

from collections.abc import Collection, Iterator
from typing import Any


def strings_in(value: Any, without: Collection[str] = ()) -> Iterator[str]:
    """Yield every string of nested tables and lists, but what stands under a key of `without`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from () if key in without else strings_in(each, without)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings_in(each, without)
