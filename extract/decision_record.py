"""Knows how findings become a record: values here, their backing beside them under JSON pointers."""

from collections.abc import Iterator

from extract.decision_types import DecisionFound, HandlingFound
from extract.people import PersonFound
from records.decision import Decision, Effective, Handling, Person
from records.document import Contradiction
from records.evidence import Evidence, Found

_FIELDS = ("body", "meeting_date", "section", "case_number", "title", "proposal", "decision", "outcome")
_HANDLING_FIELDS = ("body", "meeting_date", "section", "proposal", "decision", "outcome")

Backing = tuple[str, Evidence]
"""A JSON pointer below the decision ("/body", "/preparers/0/name"), and what backs the value there."""


def decision_record(found: DecisionFound) -> tuple[Decision, tuple[Backing, ...]]:
    """Return the record of a decision and the backing of each of its values."""
    values = {name: value.value for name in _FIELDS if (value := getattr(found, name)) is not None}
    effective = found.effective
    record = Decision(
        document_type=found.document_type.value,
        preparers=tuple(_person(person) for person in found.preparers),
        presenter=_person(found.presenter) if found.presenter else None,
        effective=Effective(
            text=effective.text.value, origin=effective.origin, span=effective.text.span
        ) if effective else None,
        handlings=tuple(_handling(handling) for handling in found.handlings),
        **values,
    )  # fmt: skip
    return record, tuple(_backing(found))


def decision_issues(found: DecisionFound, place: str) -> Iterator[Contradiction]:
    """Yield what a decision tells in two ways; `place` is the JSON pointer of its record."""
    for conflict in found.conflicts:
        pointer = f"{place}/{conflict.field}"
        yield Contradiction(code="conflict", pointer=pointer, values=conflict.values, spans=conflict.spans)


def _person(person: PersonFound) -> Person:
    return Person(name=person.name.value, role=person.role.value if person.role else None)


def _handling(found: HandlingFound) -> Handling:
    values = {name: value.value for name in _HANDLING_FIELDS if (value := getattr(found, name)) is not None}
    return Handling(**{"body": None, **values})


def _backing(found: DecisionFound) -> Iterator[Backing]:
    yield "/document_type", found.document_type.evidence
    yield from _fields("", found, _FIELDS)
    for number, person in enumerate(found.preparers):
        yield from _person_backing(f"/preparers/{number}", person)
    if found.presenter:
        yield from _person_backing("/presenter", found.presenter)
    if found.effective:
        yield "/effective", found.effective.text.evidence
    for number, handling in enumerate(found.handlings):
        yield from _fields(f"/handlings/{number}", handling, _HANDLING_FIELDS)


def _fields(at: str, found: DecisionFound | HandlingFound, names: tuple[str, ...]) -> Iterator[Backing]:
    for name in names:
        value: Found[object] | None = getattr(found, name)
        if value is not None:
            yield f"{at}/{name}", value.evidence


def _person_backing(at: str, person: PersonFound) -> Iterator[Backing]:
    yield f"{at}/name", person.name.evidence
    if person.role:
        yield f"{at}/role", person.role.evidence
