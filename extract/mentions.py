"""What spaCy finds in a text: words and phrases of the vocabulary, and how they are looked up."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from records.base import Span

_SPAN = attrgetter("span")
MentionKind = Literal["event", "audience", "topic", "format", "cue", "counter"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or phrase of the vocabulary where it stands in the item's text.

    `code` is the topic, audience or format code, or the kind of event, cue or counter. `sure` is
    False for a term that counts only in the right surroundings.
    """

    kind: MentionKind
    code: str
    span: Span
    sure: bool = True


def within(mentions: Sequence[Mention], span: Span) -> Iterator[Mention]:
    """Return those of some mentions in text order that lie wholly in a stretch."""
    start, end = span
    first = bisect_left(mentions, (start,), key=_SPAN)
    last = bisect_left(mentions, (end,), first, key=_SPAN)
    return iter([one for one in mentions[first:last] if one.span[1] <= end])
