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
    whole = item["native_id"].partition(_PART)[0]
    for native_id in (item["native_id"], whole):
        name = item_id((item["source"], item["base_id"], native_id))
        if connection.execute(entries.update().where(entries.c.id == name).values(due)).rowcount:
            return True
    if not item["url"]:
        return False
    entry = FeedEntry(
        url=item["url"], title=item["title"] or "", base_id=item["base_id"], native_id=whole
    ).model_dump(mode="json")
    key = {"source": item["source"], "base_id": item["base_id"], "native_id": whole}
    seen = {"first_seen": item["first_seen"], "last_seen": item["last_seen"], "place": 0, "tries": 0}
    name = item_id((item["source"], item["base_id"], whole))
    return insert_missing(connection, entries, id=name, entry=entry, **key, **seen, **due)
