"""Knows texts in which personal data were overwritten, and whether another text is the same one.

The same number of code points stands there as before, so that every span holds; nothing that stood
there is kept, not even as a digest.
"""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import Connection, RowMapping, select

from records.base import Span
from store.schema import items, versions

MARK = "\u2588"
"""What stands for each letter of a name, phone number or address."""


def overwrite(text: str, spans: Iterable[Span]) -> str:
    """Return a text with these stretches overwritten, white space left as it is."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [letter if letter.isspace() else MARK for letter in letters[start:end]]
    return "".join(letters)


def is_same_text(kept: str, fresh: str) -> bool:
    """Whether a text is the one that was overwritten: of its length, and alike wherever no mark stands."""
    pairs = zip(kept, fresh, strict=False)
    return len(kept) == len(fresh) and all(old in (new, MARK) for old, new in pairs)


def is_still_redacted(connection: Connection, known: RowMapping, text: str, document_type: str) -> bool:
    """Whether an item was overwritten, and this text and type are those of its newest version as it was.

    `known` is the item's row. Such a text must not be kept: it would bring back what was overwritten.
    What its site had taken off and publishes again is news, however.
    """
    if known["redacted_at"] is None or known["gone_at"] is not None:
        return False
    own = versions.c.item == known["number"], versions.c.number == known["version"]
    kept = connection.execute(select(versions.c.text, versions.c.document_type).where(*own)).one()
    return bool(kept.document_type == document_type and is_same_text(kept.text, text))


def note_seen(connection: Connection, known: RowMapping, seen_at: dt.datetime) -> None:
    """Write down that the site still publishes an overwritten item, and nothing else."""
    values = {"last_seen": max(known["last_seen"], seen_at)}
    connection.execute(items.update().where(items.c.number == known["number"]), values)
