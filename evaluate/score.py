"""What measuring one document gives: counts per field, and each miss with its place in the text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from records.base import Span


@dataclass(frozen=True, slots=True)
class Miss:
    """A value that is not as annotated: `want` None was not there, `got` None was not found.

    `span` is where the text tells it, None for a value without a place of its own.
    """

    want: str | None
    got: str | None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Count:
    """How many values were right, how many were found, how many are there."""

    right: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; of nothing, 1 where nothing was there."""
        return self.right / self.found if self.found else float(not self.there)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Measured:
    """One field of one document."""

    field: str
    count: Count
    misses: tuple[Miss, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document's fields in the order they were measured; `mission` for a meeting's item on training."""

    key: str
    language: str
    text: str
    mission: bool
    fields: tuple[Measured, ...] = field(default=())

    def counts(self) -> dict[str, Count]:
        """Return each field's count; what was measured session by session is summed."""
        summed: dict[str, Count] = {}
        for one in self.fields:
            summed[one.field] = summed.get(one.field, Count()) + one.count
        return summed

    def misses(self, name: str) -> Iterator[Miss]:
        """Yield the misses of one field."""
        for one in self.fields:
            if one.field == name:
                yield from one.misses
