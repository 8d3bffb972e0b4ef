"""Knows which characters a document may hold, and how text is folded and cut for it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from records.base import Span

# XML 1.0 allows no other control characters; marks that turn the reading direction would let a
# quote change how the words around it read; the first two of private use mark the tags of a template.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\ue000\ue001]"
)
_BREAKS = str.maketrans(dict.fromkeys("\t\n\x0b\x0c\r\x85\u2028\u2029", " "))

_HELD = re.compile(r"(?<=§) (?=\d)|(?<=\d) (?=§)|(?<=\d) (?=\d{3}(?!\d))")

_SHORT = re.compile(
    r"(?:^|[\s(])(?:(?![A-ZÅÄÖÆØ]{2})[^\W\d_]{1,2}|[b-df-hj-np-tv-xz]{3}|(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,4})$"
)
_LONGEST_SHORT = 12
_STOP = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖÆØ])")
_STOP_OR_BREAK = re.compile(r"[.!?](?=\s+[A-ZÅÄÖÆØ])|(?=\n)")


def fit(text: str) -> str:
    """Return text without the characters that no document may hold, on one line."""
    if text.isprintable():  # as nearly all of it is; nothing unfit is
        return text
    return _UNFIT.sub("", text.translate(_BREAKS))


def fold(text: str) -> str:
    """Return text as `fit` does, and its white space folded."""
    return " ".join(fit(text).split())


def cut(text: str, length: int) -> str:
    """Return text of at most `length` characters and an ellipsis, cut between words where it can be."""
    if len(text) <= length:
        return text
    head = text[:length]
    before, blank, _ = head.rpartition(" ")
    return f"{before if blank and len(before) > length // 2 else head} …"


def capital(text: str) -> str:
    """Return text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def hold_numbers(text: str) -> str:
    """Return text with blanks that do not break between § and its number, and within "12 000"."""
    return _HELD.sub("\u00a0", text)


def ends_short(text: str, span: Span) -> bool:
    """Tell whether a stretch ends in so short a word that a full stop behind it ends no sentence ("kl.")."""
    return bool(_SHORT.search(text[max(span[0], span[1] - _LONGEST_SHORT) : span[1]]))


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """Return stretches in order, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def overlaps(merged: Sequence[Span], span: Span) -> Iterator[Span]:
    """Yield what a stretch has in common with `merged`, which are in order and apart from each other."""
    start, end = span
    for position in range(max(bisect_left(merged, (start, start)) - 1, 0), len(merged)):
        first, last = merged[position]
        if first >= end:
            return
        if last > start:
            yield max(first, start), min(last, end)


def touches(merged: Sequence[Span], span: Span) -> bool:
    """Tell whether a stretch overlaps one of `merged`."""
    return any(overlaps(merged, span))


def sentence_around(text: str, span: Span, longest: int = 300) -> Span:
    """Return where the sentence stands that holds a span, within its line; the span itself if that is longer.

    A full stop ends a sentence only before a capital letter, so that "1 450 kr. per person" is one.
    """
    start, end = span
    line = text.rfind("\n", 0, start) + 1
    ends = [line, *(stop.end() for stop in _STOP.finditer(text, line, start + 1))]
    stop = _STOP_OR_BREAK.search(text, end)
    whole = ends[-1], stop.end() if stop else len(text)
    return whole if whole[1] - whole[0] <= longest else span
