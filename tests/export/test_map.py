"""The map of the room, for somebody who opens it for the first time."""

import re
from fnmatch import fnmatchcase
from pathlib import Path

import export

FILES = sorted(file.stem for file in Path(export.__file__).parent.glob("*.py") if file.stem != "__init__")
NAMED = [
    name
    for names in re.findall(r"^    (\S+(?:, \S+)*) {2,}", export.__doc__ or "", re.MULTILINE)
    for name in names.split(", ")
]
"""What the lines of the map begin with: files, or how the names of several begin."""


def test_every_file_stands_on_the_map() -> None:
    """By its name, or by how its name begins."""
    assert [file for file in FILES if not any(fnmatchcase(file, name) for name in NAMED)] == []


def test_nothing_stands_on_the_map_that_is_gone() -> None:
    """Whoever looks for it finds it."""
    assert [name for name in NAMED if not any(fnmatchcase(file, name) for file in FILES)] == []
