"""Knows where an item tells of its matter: its paragraphs and sentences, apart from heads, lists and talk."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from config.decision_words import LabelWords
from export.text import ends_short
from records.base import Span

_OPEN = ("background",)
_CLOSED = ("proposal", "decision", "handling", "history", "attachments", "tail")
_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?][”»\"')]?(?=\s+[“”«\"(]?[A-ZÅÄÖÆØ])")
_END = re.compile(r"[.!?][”»\"')]?$")
_MARK = re.compile(r"\s*(?:[-–—•*·▪]+|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+")
_WORD = re.compile(r"\S+")
_LONGEST_LABEL = 80
_LONGEST_SENTENCE = 600


@lru_cache(maxsize=16)
def label_kinds(labels: LabelWords) -> Mapping[str, bool]:
    """Return the headings of items in small letters, True for those under which the matter is told."""
    closed = {phrase: False for kind in _CLOSED for phrase in getattr(labels, kind)}
    return {**closed, **{phrase: True for kind in _OPEN for phrase in getattr(labels, kind)}}


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of running text, as the spans of its sentences."""

    sentences: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From the first sentence to the last."""
        return self.sentences[0][0], self.sentences[-1][1]


def find_passages(text: str, within: Span, labels: Mapping[str, bool]) -> Iterator[Passage]:
    """Yield the paragraphs of an item that tell of its matter, without lists and what other headings head."""
    is_open = True
    for start, end in _paragraphs(text, _lines(text, within)):
        if label := _label(text[start:end], labels):
            is_open = label.is_open
            start += label.length
        if _MARK.match(text, start, end):
            continue
        kept: list[Span] = []
        for first, last in split_sentences(text, (start, end)):
            if label := _run_in(text[first:last], labels):
                is_open = label.is_open
                first += label.length
            if is_open:
                kept.append((first, last))
        if kept:
            yield Passage(tuple(kept))


def find_points(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences and points of a proposal, each without the number or dash before it."""
    for start, end in _paragraphs(text, _lines(text, within)):
        mark = _MARK.match(text, start, end)
        yield from split_sentences(text, (mark.end() if mark else start, end))


def split_sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a paragraph; one that is longer than any sentence is left out."""
    start, end = span
    for stop in _STOP.finditer(text, start, end):
        if not ends_short(text, (start, stop.start())):
            yield from _sentence(text, start, stop.end())
            start = stop.end()
    yield from _sentence(text, start, end)


def _sentence(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and (text[start].isspace() or text[start] in ")”»\"'"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if 0 < end - start <= _LONGEST_SENTENCE:
        yield start, end


def _lines(text: str, within: Span) -> Iterator[Span]:
    for match in _LINE.finditer(text, *within):
        if not match.group().isspace():
            yield match.span()


@dataclass(frozen=True, slots=True)
class _Label:
    """A heading at the beginning of a line: its length, and whether it opens what tells of the matter."""

    length: int
    is_open: bool


def _label(line: str, labels: Mapping[str, bool]) -> _Label | None:
    """Return the heading that a line is or begins with: alone, before a colon, or run in before a capital.

    Who stands before it makes no difference: "Kommunstyrelsens beslut".
    """
    told, colon, _ = line.partition(":")
    kind = _kind(told, labels)
    if kind is not None:
        return _Label(len(told) + len(colon), kind)
    return _run_in(line, labels)


def _run_in(line: str, labels: Mapping[str, bool]) -> _Label | None:
    words = list(_WORD.finditer(line[:_LONGEST_LABEL]))
    for count in range(min(len(words) - 1, 3), 0, -1):
        head = line[words[0].start() : words[count - 1].end()]
        if words[count].group()[0].isupper() and head.casefold() in labels:
            return _Label(words[count].start(), labels[head.casefold()])
    return None


def _kind(line: str, labels: Mapping[str, bool]) -> bool | None:
    words = line[: _LONGEST_LABEL + 1].casefold().split()
    if not words or len(line.strip()) > _LONGEST_LABEL or words[-1].endswith((".", ",")):
        return None
    ends = (" ".join(words[first:]) for first in range(min(len(words), 4)))
    return next((labels[end] for end in ends if end in labels), None)


def _paragraphs(text: str, lines: Iterable[Span]) -> Iterator[Span]:
    """Yield lines, those that go on in the next one joined with it."""
    whole: Span | None = None
    for start, end in lines:
        if whole and _goes_on(text, whole, start):
            whole = whole[0], end
            continue
        if whole:
            yield whole
        whole = start, end
    if whole:
        yield whole


def _goes_on(text: str, before: Span, start: int) -> bool:
    gap = text[before[1] : start]
    told = text[max(before[0], before[1] - _LONGEST_LABEL) : before[1]].rstrip()
    if _MARK.match(text, start):
        return False
    return gap.count("\n") == 1 and not _END.search(told[-2:]) and text[start : start + 1].islower()
