"""Programmes as they are found: values of a record each with its backing."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.organisers import Parties
from extract.session_found import SessionFound
from records.evidence import Evidence, Found
from records.programme import Coded, Cost, Named, Programme, ProgrammeKind


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

    def evidence(self) -> dict[str, Evidence]:
        """Return the backing of every value by its JSON pointer within the programme ("/term")."""
        backing = {"/kind": self.kind.evidence}
        for key, found in (("/title", self.title), ("/term", self.term)):
            if found is not None:
                backing[key] = found.evidence
        backing |= _listed("organisers", "name", self.parties.organisers)
        backing |= _listed("providers", "name", self.parties.providers)
        backing |= _listed("audiences", "code", self.audiences)
        backing |= _listed("topics", "code", self.topics)
        for index, session in enumerate(self.sessions):
            backing |= {f"/sessions/{index}{key}": evidence for key, evidence in session.evidence()}
        for index, cost in enumerate(self.costs):
            backing |= _cost(f"/costs/{index}", cost)
        return backing | (_cost("/cost", self.cost) if self.cost else {})


def _listed(
    key: str, value: str, found: Sequence[Found[Named]] | Sequence[Found[str]]
) -> dict[str, Evidence]:
    return {f"/{key}/{index}/{value}": one.evidence for index, one in enumerate(found)}


def _cost(pointer: str, cost: Found[Cost]) -> dict[str, Evidence]:
    told = [key for key in ("kind", "amount", "currency", "text") if getattr(cost.value, key) is not None]
    return {f"{pointer}/{key}": cost.evidence for key in told}
