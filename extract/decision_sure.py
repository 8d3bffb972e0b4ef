"""Knows how sure a reading is by the way it was made; where its rule was measured, that counts instead."""

from collections.abc import Mapping
from typing import Literal, TypeVar

from records.base import Span
from records.evidence import Found

T = TypeVar("T")

Reading = Literal["labelled", "placed", "running", "guessed"]
"""A label or a head's own words name the value; its line or column tells it; nothing but the order of
words in running text does; it only follows from other values."""

SURE: Mapping[Reading, float] = {"labelled": 0.97, "placed": 0.93, "running": 0.85, "guessed": 0.75}
"""Confidence by reading, from 0 to 1."""


def found_as(value: T, spans: tuple[Span, ...], rule: str, reading: Reading) -> Found[T]:
    """Return a value with its backing, as sure as such readings are; what is guessed is inferred."""
    return Found(value, spans, rule, "inferred" if reading == "guessed" else "stated", SURE[reading])
