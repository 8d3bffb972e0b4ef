"""Knows how what drafts quote of an item goes: overwritten with the item, or taken away with it.

The Word files are not touched: they may be in a clerk's hands, and a person is told to look at them.
"""

import json

from sqlalchemy import Connection, select

from store.redacted import overwrite
from store.redacted_record import Find, Json
from store.resting import rests_on
from store.schema import draft_versions, drafts

_SAID = frozenset({"text", "quote", "hint", "title", "label", "heading", "caption", "header"})
"""Keys of a draft's data that hold words; all others hold codes, days, numbers and addresses."""


def overwrite_drafts(connection: Connection, item: str, find: Find) -> None:
    """Overwrite personal data in what drafts that rest on an item are called and say, in every version."""
    for row in connection.execute(select(drafts).where(rests_on(item))).mappings().all():
        values = {
            "title": overwrite(row["title"], find(row["title"])),
            "data": _overwritten(row["data"], find),
        }
        connection.execute(drafts.update().where(drafts.c.id == row["id"]).values(values))
        own = select(draft_versions).where(draft_versions.c.draft == row["id"])
        for version in connection.execute(own).mappings().all():
            same = draft_versions.c.draft == row["id"], draft_versions.c.number == version["number"]
            data = _overwritten(version["data"], find)
            connection.execute(draft_versions.update().where(*same).values(data=data))


def empty_drafts(connection: Connection, item: str) -> None:
    """Take away what drafts that rest on an item say, in all their versions; one only begun goes whole."""
    resting = select(drafts.c.id).where(rests_on(item))
    connection.execute(draft_versions.update().where(draft_versions.c.draft.in_(resting)).values(data=None))
    begun = drafts.c.id.in_(resting), drafts.c.state == "claimed"
    connection.execute(drafts.delete().where(*begun))
    connection.execute(drafts.update().where(drafts.c.id.in_(resting)).values(data=None))


def _overwritten(data: str | None, find: Find) -> str | None:
    return json.dumps(_value(json.loads(data), find, said=False), ensure_ascii=False) if data else None


def _value(value: Json, find: Find, *, said: bool) -> Json:
    if isinstance(value, dict):
        return {key: _value(each, find, said=key in _SAID) for key, each in value.items()}
    if isinstance(value, list):
        return [_value(each, find, said=said) for each in value]
    return overwrite(value, find(value)) if said and isinstance(value, str) else value
