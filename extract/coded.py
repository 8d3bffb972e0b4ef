"""Knows how mentions become codes: one finding a code, at its first mention."""

from collections.abc import Iterable

from extract.mentions import Mention
from records.evidence import Found


def first_of_each(mentions: Iterable[Mention], rule: str) -> tuple[Found[str], ...]:
    """Return one finding for each code, at the first of its mentions, in text order."""
    found: dict[str, Found[str]] = {}
    for mention in mentions:
        found.setdefault(mention.code, Found(mention.code, (mention.span,), rule))
    return tuple(found.values())
