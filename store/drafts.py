"""Knows drafts: which trigger made which document, in which versions, and that no trigger makes two.

A draft is claimed before its document is written and saved afterwards. A claim whose program died
between can be taken over once it is older than `CLAIM_LASTS`.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ValidationError
from sqlalchemy import ColumnElement, Connection, select

from records.draft import Draft
from records.errors import StoreError
from store.database import Store, insert_missing
from store.schema import draft_records, draft_versions, drafts

DraftState = Literal["claimed", "written", "accepted", "dismissed", "decided"]
"""Begun, laid in the outbox, taken over by a clerk, put away by one, or decided upon by a meeting."""

CLAIM_LASTS = dt.timedelta(minutes=10)
"""How long a claim keeps others away when no document follows."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a draft is to be made of.

    `id` is the draft's own, which follows from house and trigger (`records.draft.draft_id`) and
    stands in the document too; `trigger` tells why it is made; `house` is the id of the house
    profile, `record` the id of the programme or item that set it off, if any, `beside` those of others that
    it is made from too.
    """

    id: str
    trigger: str
    house: str
    language: str
    title: str
    record: str | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """The newest version of a draft as it is kept, without its data.

    `path` (below the outbox) and `digest` (sha256 of the file, in hex) are null while only claimed.
    `claimed_at` is when a program began to write a version that is not there yet. `item` is the id of the
    item that a meeting made of it, `verdict` and `aftermath` (JSON) tell how it went.
    """

    id: str
    trigger: str
    house: str
    record: str | None
    language: str
    title: str
    path: str | None
    digest: str | None
    state: DraftState
    created_at: dt.datetime
    claimed_at: dt.datetime | None
    written_at: dt.datetime | None
    version: int
    body: str | None
    meeting_date: dt.date | None
    item: str | None
    verdict: str | None
    aftermath: str | None
    decided_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """A version of a draft that a newer one has followed."""

    number: int
    path: str
    digest: str
    written_at: dt.datetime | None


COLUMNS = tuple(drafts.c[name] for name in StoredDraft.__dataclass_fields__)
"""The columns of a StoredDraft."""


def claim_draft(store: Store, claim: Claim, at: dt.datetime) -> dt.datetime | None:
    """Return when a draft that is to be written was first begun, None when it is there or another writes it.

    A program that died may have begun it: its moment stays, so that the same document is made again.
    Follow it with `save_draft`, or with `release_draft` when the document could not be written.
    """
    told = ("id", "trigger", "house", "language", "title", "record")
    values: dict[str, Any] = {**{name: getattr(claim, name) for name in told}, "claimed_at": at}
    with store.write() as connection:
        taken = insert_missing(connection, drafts, **values, state="claimed", created_at=at)
        if not taken and not _changed(connection, values, _claimed(claim.id), _is_free(at)):
            return None
        _keep_records(connection, claim)
        begun: dt.datetime = connection.execute(
            select(drafts.c.created_at).where(drafts.c.id == claim.id)
        ).scalar_one()
    return begun


def claim_version(store: Store, draft: str, at: dt.datetime) -> int | None:
    """Return the number of the next version of a written draft, or None when another program writes it.

    The draft stays as it is until `save_draft`, or for good with `release_draft`. Raises StoreError when
    no draft of that id was written.
    """
    with store.write() as connection:
        number = connection.execute(select(drafts.c.version).where(_written(draft))).scalar()
        if number is None:
            raise _missing(draft, "a written draft")
        return number + 1 if _changed(connection, {"claimed_at": at}, _written(draft), _is_free(at)) else None


def save_draft(store: Store, draft: Draft, path: str, digest: str, at: dt.datetime) -> None:
    """Note that the document of a claimed draft lies at `path`; a version before it is kept beside.

    Raises StoreError when the draft was not claimed.
    """
    values = {
        "path": path,
        "digest": digest,
        "state": "written",
        "claimed_at": None,
        "written_at": at,
        "version": draft.version,
        "title": draft.title,
        "body": draft.body,
        "meeting_date": draft.meeting_date,
        "data": draft.model_dump_json(),
    }
    with store.write() as connection:
        _keep_version(connection, draft)
        if not _changed(connection, values, drafts.c.id == draft.id, drafts.c.claimed_at.is_not(None)):
            raise _missing(draft.id, "a claimed draft")


def release_draft(store: Store, draft: str) -> None:
    """Give up a claim, so that it can be made another time; what is written stays."""
    with store.write() as connection:
        connection.execute(drafts.delete().where(_claimed(draft)))
        _changed(connection, {"claimed_at": None}, drafts.c.id == draft)


def forget_claims(store: Store) -> int:
    """Free what programs that died had claimed, and return how many drafts; for whoever holds the outbox.

    In a database of one's own no other program can be at work then. A store that several machines share
    keeps its claims: they lapse by themselves.
    """
    if store.engine.dialect.name != "sqlite":
        return 0
    with store.write() as connection:
        taken = drafts.update().where(drafts.c.claimed_at.is_not(None))
        return connection.execute(taken.values(claimed_at=None)).rowcount


def save_draft_state(store: Store, draft: str, state: DraftState) -> None:
    """Note what became of a written draft. Raises StoreError when there is none of that id."""
    with store.write() as connection:
        change_written(connection, draft, {"state": state})


def change_written(connection: Connection, draft: str, values: dict[str, Any]) -> None:
    """Change the row of a written draft. Raises StoreError when there is none of that id."""
    if not _changed(connection, values, _written(draft)):
        raise _missing(draft, "a written draft")


def get_draft(store: Store, draft: str) -> StoredDraft | None:
    """Return a draft by its id, or None."""
    with store.read() as connection:
        row = connection.execute(select(*COLUMNS).where(drafts.c.id == draft)).mappings().first()
    return StoredDraft(**row) if row else None


def get_draft_data(store: Store, draft: str) -> Draft | None:
    """Return what the newest version of a draft says, or None when that is not kept (any more).

    Raises StoreError when it was kept in a shape that this release cannot read.
    """
    with store.read() as connection:
        data = connection.execute(select(drafts.c.data).where(drafts.c.id == draft)).scalar()
    try:
        return Draft.model_validate_json(data) if data else None
    except ValidationError as error:
        first = error.errors()[0]
        raise StoreError(
            f"draft {draft}",
            expected="a draft as this release writes it",
            found=f"{first['msg']} at {'/'.join(map(str, first['loc']))}",
            advice="Its document in the outbox is whole; ask for a new version with `paragraf draft`.",
        ) from error


def list_drafts(
    store: Store, *, house: str | None = None, state: DraftState | None = None
) -> list[StoredDraft]:
    """Return drafts, newest first: all, or those of a house or in a state."""
    wanted = select(*COLUMNS).order_by(drafts.c.created_at.desc(), drafts.c.id)
    for column, value in ((drafts.c.house, house), (drafts.c.state, state)):
        if value is not None:
            wanted = wanted.where(column == value)
    with store.read() as connection:
        return [StoredDraft(**row) for row in connection.execute(wanted).mappings()]


def list_draft_versions(store: Store, draft: str) -> list[DraftVersion]:
    """Return the versions of a draft before its newest, oldest first."""
    wanted = select(*(draft_versions.c[name] for name in DraftVersion.__dataclass_fields__))
    mine = wanted.where(draft_versions.c.draft == draft).order_by(draft_versions.c.number)
    with store.read() as connection:
        return [DraftVersion(**row) for row in connection.execute(mine).mappings()]


def list_draft_records(store: Store, draft: str) -> list[str]:
    """Return the ids of the programmes and items that a draft is made from, sorted."""
    wanted = select(draft_records.c.record).where(draft_records.c.draft == draft)
    with store.read() as connection:
        return sorted(connection.execute(wanted).scalars())


def _keep_records(connection: Connection, claim: Claim) -> None:
    for record in filter(None, (claim.record, *claim.beside)):
        insert_missing(connection, draft_records, draft=claim.id, record=record)


def _keep_version(connection: Connection, draft: Draft) -> None:
    """Set the version aside that lies in the outbox, if one does that is not this one."""
    older = _written(draft.id), drafts.c.claimed_at.is_not(None), drafts.c.version != draft.version
    row = connection.execute(select(drafts).where(*older)).mappings().first()
    if row:
        values = {name: row[name] for name in ("path", "digest", "data", "written_at")}
        connection.execute(draft_versions.insert().values(draft=draft.id, number=row["version"], **values))


def _changed(connection: Connection, values: dict[str, Any], *conditions: ColumnElement[bool]) -> bool:
    return connection.execute(drafts.update().where(*conditions).values(values)).rowcount > 0


def _is_free(at: dt.datetime) -> ColumnElement[bool]:
    return drafts.c.claimed_at.is_(None) | (drafts.c.claimed_at <= at - CLAIM_LASTS)


def _claimed(draft: str) -> ColumnElement[bool]:
    return (drafts.c.id == draft) & (drafts.c.state == "claimed")


def _written(draft: str) -> ColumnElement[bool]:
    return (drafts.c.id == draft) & (drafts.c.state != "claimed")


def _missing(draft: str, expected: str) -> StoreError:
    return StoreError(
        f"draft {draft}", expected=expected, found="none of that id", advice="See `paragraf drafts`."
    )
