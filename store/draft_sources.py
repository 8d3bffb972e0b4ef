"""Knows what each of many drafts is made from first, for lists."""

import json
from collections.abc import Collection

from sqlalchemy import select

from store.database import Store
from store.schema import drafts

_BATCH = 200
"""So many drafts are in memory at once."""


def first_sources(store: Store, names: Collection[str]) -> dict[str, str]:
    """Return the publisher and title of each draft's first source, "Kuusirannan kaupunki: Koulutukset 2027".

    A draft that is only begun, or that says nothing any more, is left out.
    """
    ids = sorted(names)
    batches = (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
    found: dict[str, str] = {}
    for batch in batches:
        wanted = select(drafts.c.id, drafts.c.data).where(drafts.c.id.in_(batch), drafts.c.data.is_not(None))
        with store.read() as connection:
            found.update((row.id, _first(row.data)) for row in connection.execute(wanted))
    return {name: told for name, told in found.items() if told}


def _first(data: str) -> str:
    """Return the first source of a draft's data; an older release's shape is read as far as it goes."""
    told = json.loads(data)
    sources = told.get("sources") if isinstance(told, dict) else None
    first = sources[0] if sources else {}
    return ": ".join(" ".join(part.split()) for part in (first.get("council"), first.get("title")) if part)
