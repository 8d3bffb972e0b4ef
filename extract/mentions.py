"""What spaCy finds in a text: words and phrases of the vocabulary, and how they are looked up."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Literal, NamedTuple

from records.base import Span

MentionKind = Literal["event", "audience", "topic", "format", "cue", "counter"]


class Mention(NamedTuple):
    """A word or phrase of the vocabulary where it stands in the item's text.

    `code` is the topic, audience or format code, or the kind of event, cue or counter. `sure` is
    False for a term that counts only in the right surroundings.
    """

    kind: MentionKind
    code: str
    span: Span
    sure: bool = True


class Placed:
    """Mentions in text order, looked up by where they stand."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = tuple(mentions)
        self._starts = [one.span[0] for one in self._mentions]

    def within(self, span: Span) -> tuple[Mention, ...]:
        """Return those that lie wholly in a stretch, in text order."""
        start, end = span
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        if first == last:
            return ()
        return tuple([one for one in self._mentions[first:last] if one.span[1] <= end])
