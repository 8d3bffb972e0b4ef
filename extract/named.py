"""Knows how trained pipelines call persons and organisations, whatever language they were trained for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from records.base import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

NamedKind = Literal["person", "organisation"]

# PERSON and ORG in Finnish, PRS in Swedish, PER in Norwegian and Danish pipelines of spaCy.
_KINDS: dict[str, NamedKind] = {
    "PERSON": "person",
    "PER": "person",
    "PRS": "person",
    "ORG": "organisation",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A person or organisation that a trained pipeline saw."""

    kind: NamedKind
    span: Span


NameReader = Callable[[str], Iterable[Named]]
"""Reads the names in a stretch of text; spans index the stretch."""


NameReaders = Callable[[str], NameReader | None]
"""Gives the reader of names for a language (BCP 47), None where there is none."""


def named_in(doc: "Doc") -> Iterator[Named]:
    """Yield the persons and organisations among a Doc's entities, in text order."""
    for entity in doc.ents:
        if kind := _KINDS.get(entity.label_):
            yield Named(kind, (entity.start_char, entity.end_char))
