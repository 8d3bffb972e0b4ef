"""Knows the gaps: where entries of a source may have come and gone between two nights, unseen."""

import datetime as dt

from sqlalchemy import select

from records.base import Record
from store.database import Store
from store.schema import gaps


class Gap(Record):
    """Where entries may have been missed.

    `message` names the feed; `oldest` is the day since which a walk over the site's lists finds what
    was missed; `closed_at` when such a walk was made, null while none was.
    """

    source_id: str
    message: str
    oldest: dt.date
    noticed_at: dt.datetime
    closed_at: dt.datetime | None = None


def note_gap(store: Store, gap: Gap) -> None:
    """Keep a gap; one that is open since an earlier night and says the same is not kept twice."""
    same = (gaps.c.source == gap.source_id, gaps.c.message == gap.message, gaps.c.closed_at.is_(None))
    values = gap.model_dump(exclude={"source_id"})
    with store.write() as connection:
        if connection.execute(select(gaps.c.number).where(*same)).first() is None:
            connection.execute(gaps.insert(), {"source": gap.source_id, **values})


def close_gaps(store: Store, source_id: str, walked_since: dt.date, at: dt.datetime) -> int:
    """Close a source's open gaps that a walk since that day has covered; return how many."""
    covered = (
        gaps.c.source == source_id,
        gaps.c.closed_at.is_(None),
        gaps.c.oldest >= walked_since,
    )
    with store.write() as connection:
        return connection.execute(gaps.update().where(*covered).values(closed_at=at)).rowcount


def list_gaps(store: Store, source_id: str | None = None, *, closed: bool = False) -> list[Gap]:
    """Return the gaps that are open (and with `closed` the others), of all sources or one, oldest first."""
    wanted = select(gaps).order_by(gaps.c.noticed_at, gaps.c.number)
    if source_id is not None:
        wanted = wanted.where(gaps.c.source == source_id)
    if not closed:
        wanted = wanted.where(gaps.c.closed_at.is_(None))
    with store.read() as connection:
        rows = connection.execute(wanted).mappings()
        return [
            Gap(
                source_id=row["source"],
                **{name: row[name] for name in Gap.model_fields if name != "source_id"},
            )
            for row in rows
        ]
