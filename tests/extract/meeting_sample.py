"""What a made-up text of a meeting is, and what must be read in it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Sample:
    """A text and what must be read in it; keys that `told` leaves out are not looked at."""

    name: str
    language: str
    text: str
    told: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name
