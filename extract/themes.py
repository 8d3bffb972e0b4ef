"""Knows where a text tells what is taught: sentences of training, and the lists that such sentences lead."""

import re
from collections.abc import Collection, Iterator, Sequence

from extract.mentions import Mention, Placed
from records.base import Span
from records.item import Block

_ROW_LENGTH = 120
_NAME = re.compile(r"[ \u00a0][A-ZÅÄÖÆØ][a-zåäöæøé]+")
_FULL_NAME = re.compile(_NAME.pattern + _NAME.pattern)
_HANDLED = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.\d{2,4}(?!\d)")
_CASE = re.compile(r"(?<![\d.])\d{1,4}/\d{2,4}(?![\d.])")
_CITATION = re.compile(r"[^.\n]{0,25}?(?:§|\(\d+/\d+\))")


def told_spans(
    text: str, blocks: Sequence[Block], sentences: Sequence[Span], mentions: Sequence[Mention]
) -> Iterator[Span]:
    """Yield the sentences that hold a word of training or of teaching, and the rows that follow one.

    A row is a list item, a table cell or a short line; the line before a run of rows leads them.
    Spans are in text order and do not overlap.
    """
    led, taught = False, Placed(one for one in mentions if _teaches(one))
    upcoming = iter(sentences)
    sentence = next(upcoming, None)
    for block in blocks:
        is_told = led and _is_row(text, block)
        if is_told:
            yield block.span
        elif block.kind not in ("list_item", "cell"):
            led = bool(taught.within(block.span))
        while sentence and sentence[0] < block.end:
            if not is_told and taught.within(sentence):
                yield sentence
            sentence = next(upcoming, None)


def is_caption(mention: Mention, lines: Collection[Span]) -> bool:
    """Tell whether a topic is a line of its own, as captions of minutes are ("Disqualification:")."""
    start, end = mention.span
    return mention.kind == "topic" and ((start, end) in lines or (start, end + 1) in lines)


def is_citation(text: str, mention: Mention) -> bool:
    """Tell whether a topic is a law cited with its section or number: "kuntalain 54 §"."""
    return mention.kind == "topic" and _CITATION.match(text, mention.span[1]) is not None


def is_person(text: str, mention: Mention) -> bool:
    """Tell whether an audience is the office of a person who is named behind it.

    One name is enough behind a word that is unsure ("ordfører Lie"), two are needed behind any
    other ("valtuutettu Aino Laine"), since a place or a brand may follow those.
    """
    name = _FULL_NAME if mention.sure else _NAME
    return mention.kind == "audience" and name.match(text, mention.span[1]) is not None


def is_handling(text: str, mention: Mention) -> bool:
    """Tell whether an audience is a body in a table of handlings: its row has a case number and a day."""
    if mention.kind != "audience":
        return False
    start = text.rfind("\n", max(0, mention.span[0] - _ROW_LENGTH), mention.span[0]) + 1
    end = text.find("\n", mention.span[1], mention.span[1] + _ROW_LENGTH)
    if not start or end < 0:
        return False
    return bool(_HANDLED.search(text, start, end)) and bool(_CASE.search(text, start, end))


def _is_row(text: str, block: Block) -> bool:
    if block.kind in ("list_item", "cell"):
        return True
    short = block.end - block.start < _ROW_LENGTH
    return block.kind == "paragraph" and short and text[block.end - 1] not in ".:!?"


def _teaches(mention: Mention) -> bool:
    return mention.kind == "event" or (mention.kind == "cue" and mention.code == "teaches")
