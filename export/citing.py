"""Backs a draft's values: finds the quotes of a record's value, and names the document they stand in."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from export.text import fold
from records.base import Span
from records.decision import Decision
from records.document import DocumentRecord
from records.draft import Citation, Cited
from records.evidence import Evidence, How

_SUREST_FIRST: tuple[How, ...] = ("corrected", "stated", "configured", "inherited", "inferred")


@dataclass(frozen=True)
class Source:
    """A document that a draft quotes: its record, its number among the draft's sources.

    `foreign` tells that the house writes another language.
    """

    record: DocumentRecord
    number: int
    foreign: bool

    @property
    def tag(self) -> str:
        """The document's language with its country where that is known ("fi-FI")."""
        language, country = self.record.language, self.record.source.country
        return f"{language}-{country}" if country and "-" not in language else language

    @cached_property
    def _pointers(self) -> list[str]:
        return sorted(self.record.evidence)

    def cite(self, text: str, pointers: Iterable[str], spans: Iterable[Span] = ()) -> Cited | None:
        """Return `text` backed by the evidence at JSON pointers (or below), else by `spans`.

        None when nothing in the source backs it: then it must not be said.
        """
        found = [evidence for pointer in pointers for evidence in self._at(pointer)]
        backed = _ordered(span for evidence in found for span in evidence.spans) or _ordered(spans)
        if not fold(text) or not backed:
            return None
        how = max((evidence.how for evidence in found), key=_SUREST_FIRST.index, default="stated")
        quote = " … ".join(fold(self.record.text[start:end]) for start, end in backed)
        return Cited(text=fold(text), quote=quote, spans=backed, source=self.number, how=how)

    def quote(self, text: str, pointers: Iterable[str], spans: Iterable[Span] = ()) -> Cited | None:
        """Return words of the source as they stand there, marked with its language; None as in `cite`.

        `spans` back them only if the words stand in them.
        """
        near = self.cite(text, (), spans)
        cited = self.cite(text, pointers) or (near if near and near.text in near.quote else None)
        return cited.model_copy(update={"language": self._foreign_tag}) if cited else None

    @property
    def publisher(self) -> Cited | None:
        """Who published the source, as its description names it, or None if that is not known."""
        name = fold(self.record.source.publisher or "")
        return self.know(name).model_copy(update={"language": self._foreign_tag}) if name else None

    def know(self, text: str) -> Cited:
        """Return what is known of the source itself and not read from its text."""
        return Cited(text=fold(text), quote="", spans=(), source=self.number, how="configured")

    @property
    def _foreign_tag(self) -> str | None:
        return self.tag if self.foreign else None

    def _at(self, pointer: str) -> Iterator[Evidence]:
        evidence = self.record.evidence
        if pointer in evidence:
            yield evidence[pointer]
            return
        below = f"{pointer}/"
        for position in range(bisect_left(self._pointers, below), len(self._pointers)):
            if not self._pointers[position].startswith(below):
                return
            yield evidence[self._pointers[position]]


def describe_source(source: Source, decision: Decision | None, title: str | None) -> Citation:
    """Return how a source is listed: its publisher and, for an item of a meeting, body, date and §."""
    record = source.record
    return Citation(
        council=record.source.publisher,
        body=decision.body if decision else None,
        meeting_date=decision.meeting_date if decision else None,
        section=decision.section if decision else None,
        case_number=decision.case_number if decision else None,
        title=title,
        document_type=record.document_type,
        url=record.source.url,
        language=source.tag,
        retrieved_at=record.source.retrieved_at,
        sha256=record.source.sha256,
    )


def _ordered(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))
