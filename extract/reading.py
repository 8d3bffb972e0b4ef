"""What spaCy read from the paragraphs that matter."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from config.languages import Language
from config.vocabulary import CounterKind, CueKind, EventKind
from extract.acting import find_acting
from extract.asides import aside_spans
from extract.audience_rows import audience_rows
from extract.chrome import chrome_spans, is_company
from extract.gate import gate_open
from extract.invited import GENERAL, Known, find_invited
from extract.mentions import Mention, MentionKind, Placed
from extract.named import Named, NameReader
from extract.once import once_per_language
from extract.sentences import sentence_starts
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
_TITLE_LENGTH = 150
_FIRST_LINES = 4


@dataclass(frozen=True)
class Reading:
    """Sentences and mentions of an item, both in text order; empty where the gate stayed shut.

    `told` are the stretches that tell what is taught, `invited` the mentions of audiences that are meant,
    `named` the persons and organisations that a council's own trained pipeline saw, if it has one.
    """

    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    told: tuple[Span, ...] = ()
    invited: tuple[Mention, ...] = ()
    named: tuple[Named, ...] = ()

    def within(self, span: Span, kind: MentionKind | None = None) -> tuple[Mention, ...]:
        """Return the mentions (of a kind) that lie wholly in a stretch, in text order."""
        return self._placed[kind].within(span)

    def invited_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions of audiences that are meant which lie wholly in a stretch, in text order."""
        return self._invited.within(span)

    @cached_property
    def _placed(self) -> Mapping[MentionKind | None, Placed]:
        kinds: dict[MentionKind | None, list[Mention]] = {kind: [] for kind in get_args(MentionKind)}
        for mention in self.mentions:
            kinds[mention.kind].append(mention)
        return {kind: Placed(some) for kind, some in (kinds | {None: [*self.mentions]}).items()}

    @cached_property
    def _invited(self) -> Placed:
        return Placed(self.invited)

    @cached_property
    def _starts(self) -> tuple[list[int], list[int]]:
        """Where the sentences begin, and where what is told does."""
        return [start for start, _ in self.sentences], [start for start, _ in self.told]

    def is_told(self, mention: Mention) -> bool:
        """Tell whether a mention stands where the text tells what is taught."""
        start, end = mention.span
        index = bisect_right(self._starts[1], start) - 1
        return index >= 0 and end <= self.told[index][1]

    def is_row(self, span: Span) -> bool:
        """Tell whether a stretch lies within one sentence or line."""
        start, end = self.sentence(span[0])
        return start <= span[0] and span[1] <= end and end > start

    def sentence(self, position: int) -> Span:
        """Return the sentence that holds `position`, or the empty span there."""
        index = bisect_right(self._starts[0], position) - 1
        if index < 0 or self.sentences[index][1] < position:
            return position, position
        return self.sentences[index]


def read_paragraphs(
    item: Item, language: Language, pipeline: "Pipeline | None" = None, names: NameReader | None = None
) -> Reading:
    """Return what spaCy reads from an item that passes the gate; nothing for one that does not.

    `pipeline` replaces the language's own, which is built once a process; `names` reads persons and
    organisations, None where no trained pipeline is set.
    """
    if not gate_open(item.text, language):
        return Reading()
    from extract.pipes import read_piece

    chosen = pipeline if pipeline is not None else _pipeline(language)
    pieces = list(_pieces(item))
    sentences = tuple(_sentences(item.text, pieces, language.vocabulary.abbreviations))
    found = [
        mention
        for start, end in _joined(pieces)
        for mention in read_piece(chosen, item.text[start:end], start)
    ]
    asides = aside_spans(item.text, item.blocks, language.decision.labels.tail, found)
    mentions = tuple(_weighed(item, _outside(found, asides), language))
    told = tuple(told_spans(item.text, item.blocks, sentences, mentions))
    invited = tuple(_invited(item, sentences, mentions, language))
    return Reading(sentences, mentions, told, invited, _names(item, names))


def _invited(
    item: Item, sentences: Sequence[Span], mentions: Sequence[Mention], language: Language
) -> Iterator[Mention]:
    rows, placed = frozenset(audience_rows(item.text, item.blocks, mentions)), Placed(mentions)
    known = Known(
        acting=frozenset(find_acting(item.text, mentions, language)) - rows,
        certain=rows | frozenset(one for one in mentions if _is_everybody(item.text, one)),
        titled=frozenset(one for block in _titles(item) for one in placed.within(block.span)),
    )
    return find_invited(sentences, mentions, known)


def _is_everybody(text: str, mention: Mention) -> bool:
    """Tell whether an audience is all of the elected, said in words of its own ("all elected officials")."""
    return mention.code == GENERAL and mention.sure and " " in text[slice(*mention.span)]


def _titles(item: Item) -> Iterator[Block]:
    """Yield the headings, and the first short lines of a text, among which its title stands."""
    for index, block in enumerate(item.blocks):
        if block.end - block.start < _TITLE_LENGTH and (index < _FIRST_LINES or block.kind == "heading"):
            yield block


def _names(item: Item, names: NameReader | None) -> tuple[Named, ...]:
    if names is None:
        return ()
    pieces = ((start, names(item.text[start:end])) for start, end in _pieces(item))
    return tuple(
        replace(one, span=(at + one.span[0], at + one.span[1])) for at, found in pieces for one in found
    )


def _weighed(item: Item, mentions: Iterable[Mention], language: Language) -> Iterator[Mention]:
    """Yield the mentions but citations, persons, companies, rows of handlings and topics of menus.

    Captions, and audiences in menus, are no longer sure.
    """
    lines = frozenset(block.span for block in item.blocks)
    menus = tuple(chrome_spans(item.text, item.blocks))
    for mention in mentions:
        framed = any(start <= mention.span[0] < end for start, end in menus)
        if is_caption(mention, lines) or (framed and mention.kind == "audience"):
            yield mention._replace(sure=False)
        elif not (framed and mention.kind == "topic") and not _stands_aside(item.text, mention, language):
            yield mention


def _stands_aside(text: str, mention: Mention, language: Language) -> bool:
    if mention.kind == "topic":
        return is_citation(text, mention) or is_company(text, mention, language)
    return mention.kind == "audience" and (is_person(text, mention) or is_handling(text, mention))


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


def _joined(pieces: Sequence[Span]) -> Iterator[Span]:
    """Join neighbouring pieces up to a length: each text that spaCy is given costs, however short it is."""
    run: Span | None = None
    for start, end in pieces:
        if run and end - run[0] <= _LONGEST_PIECE:
            run = run[0], end
        else:
            if run:
                yield run
            run = start, end
    if run:
        yield run


def _sentences(text: str, pieces: Iterable[Span], abbreviations: Collection[str]) -> Iterator[Span]:
    """Yield the sentences of each piece, without the blanks around them; none goes over its end."""
    for start, end in pieces:
        piece = text[start:end]
        starts = [0, *sentence_starts(piece, abbreviations), len(piece)]
        for first, last in pairwise(starts):
            if sentence := piece[first:last].strip():
                at = start + piece.index(sentence[0], first)
                yield at, at + len(sentence)


def _cut(text: str, block: Block) -> Iterator[Span]:
    start = block.start
    while block.end - start > _LONGEST_PIECE:
        blank = text.rfind(" ", start + 1, start + _LONGEST_PIECE)
        end = blank if blank > start else start + _LONGEST_PIECE
        yield start, end
        start = end
    if start < block.end:
        yield start, block.end
