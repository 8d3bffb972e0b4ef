"""What spaCy read from the paragraphs that matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from config.languages import Language
from config.vocabulary import CueKind, EventKind
from extract.gate import gate_open
from extract.once import once_per_language
from records.base import Span
from records.item import Block, Item

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

MentionKind = Literal["event", "compound", "topic", "audience", "format", "cue", "counter"]

EVENT_KINDS: tuple[str, ...] = get_args(EventKind)
"""Codes of `event` mentions."""

CUE_KINDS: tuple[str, ...] = get_args(CueKind)
"""Codes of `cue` mentions: what follows is taught, or who arranges or delivers it."""

_LONGEST_PIECE = 8_000


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or phrase of the vocabulary where it stands in the item's text.

    `code` is the topic, audience or format code, the kind of event or cue, or what a `counter`
    mention is about. A `compound` names an event and its elected audience at once.
    """

    kind: MentionKind
    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Sentences and mentions of an item, both in text order; empty where the gate stayed shut."""

    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def within(self, span: Span, kind: MentionKind) -> tuple[Mention, ...]:
        """Return the mentions of a kind that lie wholly in a stretch, in text order."""
        start, end = span
        return tuple(
            mention
            for mention in self.mentions
            if mention.kind == kind and start <= mention.span[0] and mention.span[1] <= end
        )


def read_paragraphs(item: Item, language: Language, pipeline: "Pipeline | None" = None) -> Reading:
    """Return what spaCy reads from an item that passes the gate; nothing for one that does not.

    `pipeline` replaces the language's own, which is built once a process.
    """
    if not gate_open(item.text, language):
        return Reading()
    from extract.pipes import read_piece

    spacy_pipeline = pipeline if pipeline is not None else _pipeline(language)
    sentences: list[Span] = []
    mentions: list[Mention] = []
    for start, end in _pieces(item):
        read = read_piece(spacy_pipeline, item.text[start:end], start)
        sentences += read.sentences
        mentions += read.mentions
    return Reading(tuple(sentences), tuple(mentions))


@once_per_language
def _pipeline(language: Language) -> "Pipeline":
    from extract.pipes import build_pipeline

    return build_pipeline(language)


def _pieces(item: Item) -> Iterator[Span]:
    """Yield the blocks, over-long ones cut at blanks, so that no text is too long for spaCy."""
    for block in item.blocks:
        yield from _cut(item.text, block)


def _cut(text: str, block: Block) -> Iterator[Span]:
    start = block.start
    while block.end - start > _LONGEST_PIECE:
        blank = text.rfind(" ", start + 1, start + _LONGEST_PIECE)
        end = blank if blank > start else start + _LONGEST_PIECE
        yield start, end
        start = end
    if start < block.end:
        yield start, block.end
