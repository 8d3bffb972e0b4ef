"""What spaCy read from the paragraphs that matter."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from config.languages import Language
from config.vocabulary import CounterKind, CueKind, EventKind
from extract.asides import aside_spans
from extract.gate import gate_open
from extract.invited import find_invited
from extract.mentions import Mention, MentionKind, within
from extract.once import once_per_language
from extract.themes import is_caption, is_citation, is_handling, is_person, told_spans
from records.base import Span
from records.item import Block, Item

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

EVENT_KINDS: tuple[str, ...] = get_args(EventKind)
"""Codes of `event` mentions."""
CUE_KINDS: tuple[str, ...] = get_args(CueKind)
"""Codes of `cue` mentions: the sentence tells what is taught, or who is invited."""
COUNTER_KINDS: tuple[str, ...] = get_args(CounterKind)
"""Codes of `counter` mentions: what speaks against training of the elected."""

_LONGEST_PIECE = 8_000


@dataclass(frozen=True, slots=True)
class Reading:
    """Sentences and mentions of an item, both in text order; empty where the gate stayed shut.

    `told` are the stretches that tell what is taught, `invited` the mentions of audiences that are meant.
    """

    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    told: tuple[Span, ...] = ()
    invited: tuple[Mention, ...] = ()

    def within(self, span: Span, kind: MentionKind | None = None) -> tuple[Mention, ...]:
        """Return the mentions (of a kind) that lie wholly in a stretch, in text order."""
        return tuple(mention for mention in within(self.mentions, span) if kind in (None, mention.kind))

    def is_told(self, mention: Mention) -> bool:
        """Tell whether a mention stands where the text tells what is taught."""
        start, end = mention.span
        index = bisect_right(self.told, start, key=lambda span: span[0]) - 1
        return index >= 0 and end <= self.told[index][1]

    def is_row(self, span: Span) -> bool:
        """Tell whether a stretch lies within one sentence or line."""
        start, end = self.sentence(span[0])
        return start <= span[0] and span[1] <= end and end > start

    def sentence(self, position: int) -> Span:
        """Return the sentence that holds `position`, or the empty span there."""
        index = bisect_right(self.sentences, position, key=lambda span: span[0]) - 1
        if index < 0 or self.sentences[index][1] < position:
            return position, position
        return self.sentences[index]


def read_paragraphs(item: Item, language: Language, pipeline: "Pipeline | None" = None) -> Reading:
    """Return what spaCy reads from an item that passes the gate; nothing for one that does not.

    `pipeline` replaces the language's own, which is built once a process.
    """
    if not gate_open(item.text, language):
        return Reading()
    from extract.pipes import read_piece

    chosen = pipeline if pipeline is not None else _pipeline(language)
    pieces = [read_piece(chosen, item.text[start:end], start) for start, end in _pieces(item)]
    sentences = tuple(sentence for piece in pieces for sentence in piece.sentences)
    found = [mention for piece in pieces for mention in piece.mentions]
    asides = aside_spans(item.text, item.blocks, language.decision.labels.tail, found)
    mentions = tuple(_weighed(item, _outside(found, asides)))
    told = tuple(told_spans(item.text, item.blocks, sentences, mentions))
    return Reading(sentences, mentions, told, tuple(find_invited(sentences, mentions)))


def _weighed(item: Item, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions but citations, persons and rows of handlings; captions are no longer sure."""
    lines = frozenset(block.span for block in item.blocks)
    for mention in mentions:
        if is_caption(mention, lines):
            yield replace(mention, sure=False)
        elif not any(stands(item.text, mention) for stands in (is_citation, is_person, is_handling)):
            yield mention


def _outside(mentions: Iterable[Mention], spans: Iterable[Span]) -> Iterator[Mention]:
    """Yield the mentions that do not lie in any of some stretches, both in text order."""
    asides = iter(spans)
    aside = next(asides, None)
    for mention in mentions:
        while aside and aside[1] <= mention.span[0]:
            aside = next(asides, None)
        if aside is None or mention.span[0] < aside[0]:
            yield mention


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
