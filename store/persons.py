"""Knows which persons the kept records of a source name."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from store.database import Store
from store.schema import items, versions


def list_persons(store: Store, source_id: str) -> set[str]:
    """Return the names of all preparers and presenters in any version of a source's items.

    Offices stand among them where a text gives no name.
    """
    wanted = select(versions.c.record).join(items, items.c.number == versions.c.item)
    with store.read() as connection:
        rows = connection.execution_options(yield_per=200).execute(wanted.where(items.c.source == source_id))
        return {name for row in rows for name in _names(json.loads(row.record))}


def _names(record: dict[str, Any]) -> Iterator[str]:
    for decision in (record.get("decision"), *record.get("further_decisions", ())):
        for person in (*decision["preparers"], decision["presenter"]) if decision else ():
            if person:
                yield person["name"]
