"""Knows drafts: which trigger made which document, and that no trigger makes two.

A draft is claimed before its document is written and saved afterwards. A claim whose program died
between can be taken over once it is older than `CLAIM_LASTS`.
"""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Literal

from sqlalchemy import ColumnElement, select

from records.errors import StoreError
from store.database import Store, insert_missing
from store.schema import drafts

DraftState = Literal["claimed", "written", "accepted", "dismissed"]

CLAIM_LASTS = dt.timedelta(minutes=10)
"""How long a claim keeps others away when no document follows."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a draft is to be made of.

    `id` is the draft's own, which follows from house and trigger (`records.draft.draft_id`) and
    stands in the document too; `trigger` tells why it is made; `house` is the id of the house
    profile, `record` the id of the programme or item behind it, if any.
    """

    id: str
    trigger: str
    house: str
    language: str
    title: str
    record: str | None = None


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft as it is kept; `path` and `digest` (sha256 of the file, in hex) are null while only claimed."""

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


def claim_draft(store: Store, claim: Claim, at: dt.datetime) -> str | None:
    """Return the id of the draft to be written, or None when it was written before or another writes it.

    Follow it with `save_draft`, or with `release_draft` when the document could not be written.
    """
    values = {**asdict(claim), "state": "claimed", "created_at": at}
    with store.write() as connection:
        if insert_missing(connection, drafts, **values):
            return claim.id
        forgotten = _claimed(claim.id), drafts.c.created_at <= at - CLAIM_LASTS
        taken = connection.execute(drafts.update().where(*forgotten).values(values))
    return claim.id if taken.rowcount else None


def save_draft(store: Store, draft: str, path: str, digest: str) -> None:
    """Note that a claimed draft's document was written to `path`.

    Raises StoreError when the draft was not claimed.
    """
    with store.write() as connection:
        values = {"path": path, "digest": digest, "state": "written"}
        saved = connection.execute(drafts.update().where(_claimed(draft)).values(values))
        if saved.rowcount == 0:
            raise _missing(draft, "a claimed draft")


def release_draft(store: Store, draft: str) -> None:
    """Give up a claim, so that the trigger can make its draft another time; a written draft stays."""
    with store.write() as connection:
        connection.execute(drafts.delete().where(_claimed(draft)))


def forget_claims(store: Store) -> int:
    """Give up the claims of programs that died, and return how many; for whoever holds the home's lock.

    In a database of one's own no other program can be at work then. A store that several machines share
    keeps its claims: they lapse by themselves.
    """
    if store.engine.dialect.name != "sqlite":
        return 0
    with store.write() as connection:
        return connection.execute(drafts.delete().where(drafts.c.state == "claimed")).rowcount


def save_draft_state(store: Store, draft: str, state: DraftState) -> None:
    """Note what became of a written draft. Raises StoreError when there is none of that id."""
    with store.write() as connection:
        written = drafts.c.id == draft, drafts.c.state != "claimed"
        if connection.execute(drafts.update().where(*written).values(state=state)).rowcount == 0:
            raise _missing(draft, "a written draft")


def get_draft(store: Store, draft: str) -> StoredDraft | None:
    """Return a draft by its id, or None."""
    with store.read() as connection:
        row = connection.execute(select(drafts).where(drafts.c.id == draft)).mappings().first()
    return StoredDraft(**row) if row else None


def list_drafts(
    store: Store, *, house: str | None = None, state: DraftState | None = None
) -> list[StoredDraft]:
    """Return drafts, newest first: all, or those of a house or in a state."""
    wanted = select(drafts).order_by(drafts.c.created_at.desc(), drafts.c.id)
    for column, value in ((drafts.c.house, house), (drafts.c.state, state)):
        if value is not None:
            wanted = wanted.where(column == value)
    with store.read() as connection:
        return [StoredDraft(**row) for row in connection.execute(wanted).mappings()]


def _claimed(draft: str) -> ColumnElement[bool]:
    return (drafts.c.id == draft) & (drafts.c.state == "claimed")


def _missing(draft: str, expected: str) -> StoreError:
    return StoreError(
        f"draft {draft}", expected=expected, found="none of that id", advice="See `paragraf drafts`."
    )
