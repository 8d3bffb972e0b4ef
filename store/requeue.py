"""Puts an item that is kept into the queue again, when what was kept of it is lost."""

import datetime as dt

from sqlalchemy import Connection, RowMapping

from records.page import FeedEntry
from store.database import insert_missing
from store.ids import item_id
from store.schema import entries

_PART = "#"
"""Parts what a site calls a whole meeting from the section that was made an item of its own."""


def requeue(connection: Connection, item: RowMapping, now: dt.datetime) -> bool:
    """Have an item fetched at once, and tell whether it can be: one without an address cannot.

    `item` is its row. What the source listed is taken as it stands; an item from before there was a
    queue gets an entry.
    """
    due = {"due_at": now, "reason": "retry"}
    names = entry_names(item)
    for name in names:
        if connection.execute(entries.update().where(entries.c.id == name).values(due)).rowcount:
            return True
    if not item["url"]:
        return False
    whole = item["native_id"].partition(_PART)[0]
    entry = FeedEntry(
        url=item["url"], title=item["title"] or "", base_id=item["base_id"], native_id=whole
    ).model_dump(mode="json")
    key = {"source": item["source"], "base_id": item["base_id"], "native_id": whole}
    seen = {"first_seen": item["first_seen"], "last_seen": item["last_seen"], "place": 0, "tries": 0}
    return insert_missing(connection, entries, id=names[-1], entry=entry, **key, **seen, **due)


def entry_names(item: RowMapping) -> tuple[str, str]:
    """Return what the entry of an item may be called: by its own key, or by that of the whole meeting."""
    native_id = item["native_id"]
    own = (item["source"], item["base_id"], native_id)
    return item_id(own), item_id((*own[:2], native_id.partition(_PART)[0]))
