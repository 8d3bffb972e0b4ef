"""Knows whom a text invites: which of the audiences it names are meant, and which only stand there."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from extract.mentions import Mention, Placed
from records.base import Span

GENERAL = "all_elected"
BODIES = frozenset(
    {"council", "executive_board", "committees", "chairs", "group_leaders", "auditors", "youth_council"}
)
"""Audiences that say more closely which of the elected are meant."""
_BYSTANDERS = frozenset({"management", "staff_secretaries", "executive_board", "chairs"})
"""Those who prepare and decide what others are invited to."""
_NEAR = 25
_JOINED = 7
_ROW_REST = 25


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around an audience's mention.

    `event` and `target` tell that its sentence holds a word of training or of inviting, `near` that
    the word of training stands beside it or in the same word, `joined` that another audience does,
    `first` that it opens the sentence, `acts` that it does so alone and the sentence goes on long
    enough to tell what the body does, `theme` that it is part of a topic's name.
    """

    mention: Mention
    event: bool
    target: bool
    near: bool
    joined: bool
    first: bool
    acts: bool
    theme: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of audiences by the place where they stand.

    `acting` are those that decide or present, `certain` those that are meant wherever they stand,
    `titled` those in a title.
    """

    acting: Collection[Mention] = ()
    certain: Collection[Mention] = ()
    titled: Collection[Mention] = ()


def find_invited(
    sentences: Sequence[Span], mentions: Sequence[Mention], known: Known | None = None
) -> Iterator[Mention]:
    """Yield the audiences that are invited, in text order.

    The general word ("elected officials") counts beside bodies that are invited by name only where
    it is invited itself, or titled, beside the word of training, and as part of a word ("politicians'
    course") only where nobody is told more closely. Leading staff count where someone is invited,
    bodies ("the council") not where they only decide, report or ask.
    """
    known = known or Known()
    found = tuple(one for one in settings(sentences, mentions) if one.mention not in known.acting)
    closer = any(
        one.mention.code in BODIES and (one.mention in known.certain or _is_meant(one)) for one in found
    )
    for one in found:
        if one.mention in known.certain:
            meant = True
        elif one.mention.code != GENERAL:
            meant = _is_meant(one)
        elif one.mention.sure:
            meant = not closer or (one.near and (one.target or one.mention in known.titled))
        else:
            meant = not closer and (one.near or (one.event and one.target))
        if meant:
            yield one.mention


def _is_meant(one: Setting) -> bool:
    """Tell whether a named audience is invited: by a word of inviting or, for members, of training."""
    mention = one.mention
    if mention.code in BODIES and one.acts and not one.event and not one.target:
        return False
    if one.target or (mention.sure and (one.event or not one.theme)):
        return True
    if mention.code in _BYSTANDERS:
        return one.event and one.joined and not one.theme
    return one.event and (one.near or not one.first)


def settings(sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Setting]:
    """Yield every mention of an audience with what stands around it, in text order."""
    placed, audiences = Placed(mentions), Placed(one for one in mentions if one.kind == "audience")
    for sentence in sentences:
        inside = placed.within(sentence) if audiences.within(sentence) else ()
        spans: dict[str, list[Span]] = {"event": [], "topic": [], "audience": []}
        for one in inside:
            spans.get(one.kind, []).append(one.span)
        target = any(one.kind == "cue" and one.code == "targets" for one in inside)
        for one in inside:
            if one.kind == "audience":
                first = one.span[0] <= sentence[0] + 3
                joined = any(0 < _distance(one.span, span) <= _JOINED for span in spans["audience"])
                yield Setting(
                    mention=one,
                    event=bool(spans["event"]),
                    target=target,
                    near=any(_distance(one.span, span) <= _NEAR for span in spans["event"]),
                    joined=joined,
                    first=first,
                    acts=first and not joined and sentence[1] - one.span[1] > _ROW_REST,
                    theme=any(_distance(one.span, span) < 0 for span in spans["topic"]),
                )


def _distance(one: Span, other: Span) -> int:
    """Return how many characters lie between two stretches; negative where they overlap."""
    return max(one[0] - other[1], other[0] - one[1])
