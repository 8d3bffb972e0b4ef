"""Knows whom a text invites: which of the audiences it names are meant, and which only stand there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.mentions import Mention, within
from records.base import Span

GENERAL = "all_elected"
BODIES = frozenset(
    {"council", "executive_board", "committees", "chairs", "group_leaders", "auditors", "youth_council"}
)
"""Audiences that say more closely which of the elected are meant."""
_STAFF = frozenset({"management", "staff_secretaries"})
_NEAR = 25


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sentence of an audience's mention holds besides.

    `event` and `target` tell that it holds a word of training or of inviting, `near` that the word
    of training stands beside the mention or in the same word, `first` that the mention opens it.
    """

    mention: Mention
    event: bool
    target: bool
    near: bool
    first: bool


def invited(sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the audiences that are invited, in text order.

    The general word ("elected officials") counts beside bodies that are invited by name only where
    it is invited itself; words of leading staff count where someone is invited; names of bodies
    ("the council") do not where they only decide.
    """
    found = list(settings(sentences, mentions))
    named = any(one.mention.code in BODIES and one.target for one in found)
    for one in found:
        if _is_invited(one, named):
            yield one.mention


def _is_invited(one: Setting, named: bool) -> bool:
    if one.mention.code == GENERAL:
        return (one.event and one.target) if named else (one.mention.sure or one.event or one.target)
    if one.mention.sure or one.target:
        return True
    return one.mention.code not in _STAFF and one.event and (one.near or not one.first)


def settings(sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Setting]:
    """Yield every mention of an audience with what its sentence holds, in text order."""
    for sentence in sentences:
        inside = tuple(within(mentions, sentence))
        events = [one.span for one in inside if one.kind == "event"]
        target = any(one.kind == "cue" and one.code == "targets" for one in inside)
        for one in inside:
            if one.kind == "audience":
                near = any(_distance(one.span, event) <= _NEAR for event in events)
                yield Setting(one, bool(events), target, near, one.span[0] <= sentence[0] + 2)


def _distance(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
