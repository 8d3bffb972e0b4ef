"""Where a value was read, by which rule, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Literal, TypeVar

from records.base import Record, Span

How = Literal["stated", "inherited", "inferred", "configured", "corrected"]

T_co = TypeVar("T_co", covariant=True)


class Evidence(Record):
    """The backing of one value of a record.

    `spans` are the quotes in reading order, `rule` names the rule that read them, `confidence`
    is the share of such values that are right, from 0 to 1.
    """

    spans: tuple[Span, ...]
    rule: str
    how: How = "stated"
    confidence: float = 1.0


def backing_of(pointer: str, evidence: Mapping[str, Evidence]) -> Evidence | None:
    """Return the entry of a pointer, or that of the nearest value above it that has one."""
    while pointer:
        if pointer in evidence:
            return evidence[pointer]
        pointer = pointer.rpartition("/")[0]
    return None


@lru_cache(maxsize=4096)
def kind_of(pointer: str) -> str:
    """Return what a JSON pointer points at, whichever of its kind: "/dates/3/role" is "dates.role"."""
    return ".".join(part for part in pointer.split("/") if part and not part.isdecimal())


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value together with its backing, as the extract room hands it on.

    A plain dataclass, since a page yields hundreds of them and validation would cost more than
    finding them.
    """

    value: T_co
    spans: tuple[Span, ...]
    rule: str
    how: How = "stated"
    confidence: float = 1.0

    @property
    def span(self) -> Span:
        """The whole stretch from the first quote to the last."""
        return self.spans[0][0], self.spans[-1][1]

    @property
    def evidence(self) -> Evidence:
        """The backing alone, as records print it."""
        return Evidence(spans=self.spans, rule=self.rule, how=self.how, confidence=self.confidence)
