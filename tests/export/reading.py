"""Drafts of made-up documents, and what stands where in them."""

from collections.abc import Sequence
from typing import Any

from config.houses import House
from export.basis import Basis
from export.draft import draft_precedents, draft_programme
from records.document import DocumentRecord
from records.draft import Draft, Section, Table, TriggerKind, line_text, section_lines
from tests.export.houses import words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in


def draft_of(house: House, record: DocumentRecord | None = None, kind: TriggerKind = "watched") -> Draft:
    """Return the draft of a record's first programme."""
    trigger = TRIGGER.model_copy(update={"kind": kind})
    names = names_in(house.language)
    return draft_programme(basis_of(record or finnish_record()), house, words_of(house), names, trigger)


def draft_from(house: House, bases: Sequence[Basis], kind: TriggerKind = "asked") -> Draft:
    """Return the draft of precedents."""
    trigger = TRIGGER.model_copy(update={"kind": kind})
    return draft_precedents(bases, house, words_of(house), names_in(house.language), trigger)


def section_of(draft: Draft, key: str) -> Section:
    """Return the part with a key, on any page."""
    return next(each for each in (*draft.cover, *draft.sections, *draft.closing) if each.key == key)


def lines_of(draft: Draft, key: str) -> list[str]:
    """Return what the lines of a part say."""
    return [line_text(line) for line in section_lines((section_of(draft, key),))]


def table_of(draft: Draft) -> Table:
    """Return the table of sessions."""
    return next(block for block in section_of(draft, "account").blocks if isinstance(block, Table))


def with_programme(record: DocumentRecord, **values: Any) -> DocumentRecord:
    """Return a record with other values of its first programme."""
    programme = record.programmes[0].model_copy(update=values)
    return record.model_copy(update={"programmes": (programme,)})
