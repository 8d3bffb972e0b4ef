"""Knows the small files in the home that remember who was told what."""

from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from records.errors import ParagrafError, StoreError

T = TypeVar("T")


def read_memory(path: Path, shape: TypeAdapter[T]) -> T | None:
    """Return what a file remembers; a missing or damaged one remembers nothing, and all is told again."""
    try:
        return shape.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def write_memory(path: Path, shape: TypeAdapter[T], memory: T) -> list[ParagrafError]:
    """Remember for the next night; the file changes whole or not at all. Return what went wrong."""
    temporary = path.with_suffix(".new")
    try:
        temporary.write_bytes(shape.dump_json(memory, indent=1))
        temporary.replace(path)
    except OSError as error:
        found = error.strerror or str(error)
        return [StoreError(str(path), expected="a file that can be written", found=found)]
    return []
