"""Programmes as they are found: values of a record each with its backing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.organisers import Parties
from extract.session_found import SessionFound
from records.evidence import Found
from records.programme import Coded, Cost, Programme, ProgrammeKind


@dataclass(frozen=True, slots=True)
class ProgrammeFound:
    """One programme with the backing of each of its values; `decision` indexes the decisions given."""

    kind: Found[ProgrammeKind]
    title: Found[str] | None
    term: Found[str] | None
    decision: int | None
    parties: Parties
    audiences: tuple[Found[str], ...]
    topics: tuple[Found[str], ...]
    sessions: tuple[SessionFound, ...]
    costs: tuple[Found[Cost], ...]
    cost: Found[Cost] | None

    def record(self) -> Programme:
        """Return the programme as records keep it."""
        return Programme(
            title=self.title.value if self.title else None,
            kind=self.kind.value,
            decision=self.decision,
            term=self.term.value if self.term else None,
            organisers=tuple(found.value for found in self.parties.organisers),
            providers=tuple(found.value for found in self.parties.providers),
            audiences=tuple(Coded(code=found.value, span=found.span) for found in self.audiences),
            topics=tuple(Coded(code=found.value, span=found.span) for found in self.topics),
            sessions=tuple(session.record() for session in self.sessions),
            cost=self.cost.value if self.cost else None,
            costs=tuple(found.value for found in self.costs),
        )

    def backing(self) -> Iterator[tuple[str, Found[object]]]:
        """Yield every value as it was found, by its JSON pointer within the programme ("/term")."""
        yield "/kind", self.kind
        for key, found in (("/title", self.title), ("/term", self.term)):
            if found is not None:
                yield key, found
        yield from _listed("organisers", "name", self.parties.organisers)
        yield from _listed("providers", "name", self.parties.providers)
        yield from _listed("audiences", "code", self.audiences)
        yield from _listed("topics", "code", self.topics)
        for index, session in enumerate(self.sessions):
            for pointer, value in session.backing():
                yield f"/sessions/{index}{pointer}", value
        for index, cost in enumerate(self.costs):
            yield from _cost(f"/costs/{index}", cost)
        if self.cost:
            yield from _cost("/cost", self.cost)


def _listed(key: str, value: str, found: Sequence[Found[object]]) -> Iterator[tuple[str, Found[object]]]:
    for index, one in enumerate(found):
        yield f"/{key}/{index}/{value}", one


def _cost(pointer: str, cost: Found[Cost]) -> Iterator[tuple[str, Found[object]]]:
    for key in ("kind", "amount", "currency", "text"):
        if getattr(cost.value, key) is not None:
            yield f"{pointer}/{key}", cost
