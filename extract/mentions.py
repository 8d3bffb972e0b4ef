"""What spaCy finds in a text: words and phrases of the vocabulary, and how they are looked up."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from records.base import Span

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
    """Yield those of some mentions in text order that lie wholly in a stretch."""
    start, end = span
    for index in range(bisect_left(mentions, start, key=lambda one: one.span[0]), len(mentions)):
        if mentions[index].span[0] >= end:
            return
        if mentions[index].span[1] <= end:
            yield mentions[index]
