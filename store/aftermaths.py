"""Knows what a council's own meetings have handled, and what they made of the drafts made for it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlalchemy import ColumnElement, Connection, select

from records.aftermath import Aftermath
from records.decision import Outcome
from records.item import DocumentType
from store.councils import fold_name
from store.database import Store
from store.drafts import StoredDraft, change_written
from store.schema import IS_NEWEST, councils, decisions, drafts, items, sources, versions

_KINDS: tuple[DocumentType, ...] = ("minutes", "officer_decision", "agenda", "case_paper")


@dataclass(frozen=True, slots=True)
class OwnItem:
    """An item of a meeting, as its newest version tells it.

    `id` is the stored item's, `position` the decision's in its record. `is_programme` tells whether the
    item is about training for elected officials.
    """

    id: str
    source_id: str
    version: int
    position: int
    document_type: DocumentType
    council: str
    url: str | None
    body: str | None
    meeting_date: dt.date
    section: str | None
    case_number: str | None
    title: str | None
    proposal: str | None
    decision: str | None
    outcome: Outcome | None
    is_programme: bool


_COLUMNS = (
    items.c.id,
    items.c.source.label("source_id"),
    items.c.version,
    decisions.c.position,
    decisions.c.document_type,
    councils.c.name.label("council"),
    items.c.url,
    decisions.c.body_name.label("body"),
    decisions.c.meeting_date,
    decisions.c.section,
    decisions.c.case_number,
    decisions.c.title,
    decisions.c.proposal,
    decisions.c.decision,
    decisions.c.outcome,
    versions.c.is_programme,
)


def list_own_items(store: Store, council: str, since: dt.date) -> list[OwnItem]:
    """Return what a council's meetings have handled, or have on their agendas, since a day, oldest first."""
    return _own_items(store, council, decisions.c.meeting_date >= since)


def get_own_items(store: Store, council: str, name: str) -> list[OwnItem]:
    """Return the decisions of an item of a council's meetings by its id; none for another council's."""
    return _own_items(store, council, items.c.id == name)


def _own_items(store: Store, council: str, condition: ColumnElement[bool]) -> list[OwnItem]:
    wanted = (
        select(*_COLUMNS)
        .select_from(decisions)
        .join(items, items.c.number == decisions.c.item)
        .join(versions, IS_NEWEST)
        .join(sources, sources.c.id == items.c.source)
        .join(councils, councils.c.number == sources.c.council)
        .where(
            councils.c.folded == fold_name(council),
            condition,
            decisions.c.document_type.in_(_KINDS),
        )
        .order_by(decisions.c.meeting_date, items.c.number, decisions.c.position)
    )
    with store.read() as connection:
        return [OwnItem(**row) for row in connection.execute(wanted).mappings()]


def save_aftermath(store: Store, draft: str, aftermath: Aftermath, at: dt.datetime) -> None:
    """Note what a meeting made of a written draft; once the matter is decided, so is the draft.

    Done again, as after a correction of the minutes, the new replaces the old; where nothing is known and
    nothing refused, it leaves none. Raises StoreError when there is no written draft of that id.
    """
    values: dict[str, Any] = {
        "item": aftermath.found.item if aftermath.found else None,
        "verdict": aftermath.verdict if aftermath.is_known else None,
        "aftermath": aftermath.model_dump_json() if aftermath.is_known or aftermath.refused else None,
        "decided_at": None,
    }
    if not aftermath.is_open:
        values |= {"decided_at": at, "state": "decided"}
    with store.write() as connection:
        change_written(connection, draft, values)


def read_aftermath(draft: StoredDraft) -> Aftermath | None:
    """Return what a meeting made of a draft, or None when that is not known, or not in a shape of today's."""
    try:
        return Aftermath.model_validate_json(draft.aftermath) if draft.aftermath else None
    except ValidationError:
        return None


def forget_aftermaths(connection: Connection, item: str) -> None:
    """Take away the words of an item that drafts were laid beside; the next sync reads what there is then."""
    connection.execute(drafts.update().where(drafts.c.item == item).values(aftermath=None))
