"""What spaCy read from the paragraphs that matter."""

from dataclasses import dataclass
from typing import Literal

from records.base import Span

MentionKind = Literal["event", "topic", "audience", "organiser", "format"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or phrase of the vocabulary where it stands in the item's text.

    `code` is the topic, audience or format code, the kind of event, or the organiser's table key.
    """

    kind: MentionKind
    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Sentences and mentions of an item, both in text order; empty where the gate stayed shut."""

    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
