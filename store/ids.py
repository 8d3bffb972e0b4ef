"""Knows how records are called: short names that follow from the key, the same in every database."""

import base64
import hashlib

Key = tuple[str, str, str]
"""Source id, base id, native id: what identifies an item for good."""

_LENGTH = 10


def item_id(key: Key) -> str:
    """Return an item's id, like "kuusiranta-4k7m2qxw3a": the source, then 50 bits of the key's digest."""
    return f"{key[0]}-{_short(*key)}"


def programme_id(item: str, position: int) -> str:
    """Return the id of an item's programme, like "kuusiranta-4k7m2qxw3a-p1"; `position` counts from 0."""
    return f"{item}-p{position + 1}"


def item_of(programme: str) -> str:
    """Return the id of the item that a programme stands in."""
    return programme.rpartition("-p")[0]


def page_id(sha256: str, url: str) -> str:
    """Return the id of the page that these bytes are at this address."""
    return _digest(sha256, url).hex()


def _short(*parts: str) -> str:
    return base64.b32encode(_digest(*parts)).decode("ascii")[:_LENGTH].lower()


def _digest(*parts: str) -> bytes:
    # The length before each part keeps ("a", "bc") and ("ab", "c") apart.
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).digest()
