"""Lays two wordings of a proposal beside each other, point by point and word by word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from records.aftermath import Part, PartKind, Point
from records.base import Span
from records.draft import Line, Placeholder

_WORD = re.compile(r"\S+")
_GAP = "\ufdd0"
"""Stands for a placeholder among words: a character that no text may hold."""
_WORD_OR_GAP = re.compile(rf"{_GAP}|[^\s{_GAP}]+")
_EDGES = re.compile(r"^\W+|\W+$")
_MARKER = re.compile(r"(?:(?<=\s)|^)(\d{1,2})[.)](?=\s+\S)")

ALIKE = 0.3
"""Points that share fewer of their words than this are not one point in two wordings."""

_BENT = 2
"""So many words beside a placeholder may change with it: "ajalle [...]" becomes "vuosille 2027–2028"."""
_MOST_POINTS = 60
_MOST_WORDS = 2000


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed: `key` is what it is compared by, `span` its place in the minutes' text.

    A placeholder is a word that no text holds: `gap` is its text.
    """

    text: str
    key: str
    span: Span | None = None
    gap: str | None = None


@dataclass(frozen=True, slots=True)
class Forms:
    """Which words are the same: one in another of its `forms`; `silent` ones are passed over.

    "päättää" in a proposal is "päätti" in the minutes; that all agreed changes nothing of what was decided.
    """

    forms: Mapping[str, str] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()

    def key(self, text: str) -> str:
        """Return what a word is compared by: nothing for marks and silent words."""
        bare = _EDGES.sub("", text).casefold()
        return "" if bare in self.silent else self.forms.get(bare, bare)


@dataclass(frozen=True, slots=True)
class Worded:
    """A point as its words; `number` is null for what stands before the first numbered one."""

    number: int | None
    words: tuple[Word, ...]


def words_of_draft(lines: Iterable[Line], forms: Forms, *, numbered: bool) -> tuple[Worded, ...]:
    """Return drafted lines as points, numbered from 1 where the draft numbers them."""
    points = []
    for number, line in enumerate(lines, 1):
        gaps = iter([piece.text for piece in line if isinstance(piece, Placeholder)])
        told = "".join(_GAP if isinstance(piece, Placeholder) else piece.text for piece in line)
        words = [_drafted(word, gaps, forms) for word in _WORD_OR_GAP.findall(told)]
        points.append(Worded(number if numbered else None, tuple(word for word in words if word.key)))
    return tuple(point for point in points if point.words)


def _drafted(told: str, gaps: Iterator[str], forms: Forms) -> Word:
    if told != _GAP:
        return Word(told, forms.key(told))
    gap = next(gaps)
    return Word(f"[{gap}]", _GAP, gap=gap)


def words_of_text(text: str, spans: Iterable[Span], forms: Forms) -> tuple[Worded, ...]:
    """Return the words at `spans` as points: numbered ones where the numbers count up from 1, else one."""
    points: list[Worded] = []
    for start, end in spans:
        for number, first, last in _points(text, start, end):
            points.append(Worded(number, _words(text, first, last, forms)))
    return tuple(point for point in points if point.words)


def _words(text: str, start: int, end: int, forms: Forms) -> tuple[Word, ...]:
    """Return words in order; marks and silent words belong to the word before them."""
    words: list[Word] = []
    for found in _WORD.finditer(text, start, end):
        key = forms.key(found.group())
        if key:
            words.append(Word(found.group(), key, span=found.span()))
        elif words and words[-1].span:
            first = words[-1].span[0]
            whole = " ".join(text[first : found.end()].split())
            words[-1] = Word(whole, words[-1].key, span=(first, found.end()))
    return tuple(words)


def _points(text: str, start: int, end: int) -> Iterator[tuple[int | None, int, int]]:
    """Yield number, start and end of each point; a number that does not count on is part of its point."""
    starts: list[tuple[int | None, int, int]] = [(None, start, start)]
    for marker in _MARKER.finditer(text, start, end):
        if int(marker.group(1)) == len(starts):
            starts.append((len(starts), marker.start(), marker.end()))
    if len(starts) == 2:  # one number alone is a day or a paragraph more often than a list
        number = 1 if not text[start : starts[1][1]].strip() else None
        starts = [(number, start, starts[1][2] if number else start)]
    ends = [place for _, place, _ in starts[1:]] + [end]
    for (number, _, first), last in zip(starts, ends, strict=True):
        yield number, first, last


def likeness(old: Sequence[Worded], new: Sequence[Worded]) -> float:
    """Return the share of words that two wordings have in common, from 0 to 1; placeholders do not count."""
    return _likeness(_counted(old), _counted(new))


def lay_beside(old: Sequence[Worded], new: Sequence[Worded]) -> tuple[Point, ...]:
    """Return the new wording's points with what stayed, was filled in, came and went.

    A point that is gone stands where it stood, under its old number.
    """
    return tuple(
        Point(number=(after or before or Worded(None, ())).number, parts=parts)
        for before, after in _pairs(old, new)
        if (parts := tuple(_parts(before.words if before else (), after.words if after else ())))
    )


def _counted(points: Iterable[Worded]) -> Counter[str]:
    return Counter(word.key for point in points for word in point.words if word.gap is None)


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 0.0


Pair = tuple[Worded | None, Worded | None]


def _pairs(old: Sequence[Worded], new: Sequence[Worded]) -> list[Pair]:
    """Return which point became which, in order, so that the pairs are as alike as they can be together."""
    if max(len(old), len(new)) > _MOST_POINTS or (len(old), len(new)) == (1, 1):
        return [(_joined(old), _joined(new))]
    alike = [[_alike(before, after) for after in new] for before in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], alike[i][j] + best[i + 1][j + 1])
    pairs: list[Pair] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((old[i], None))
            i += 1
        else:
            pairs.append((None, new[j]))
            j += 1
    return [*pairs, *((point, None) for point in old[i:]), *((None, point) for point in new[j:])]


def _alike(old: Worded, new: Worded) -> float:
    """Return how alike two points are, 0 for two that are not one point in two wordings."""
    share = _likeness(_counted((old,)), _counted((new,)))
    return share if share >= ALIKE else 0.0


def _joined(points: Sequence[Worded]) -> Worded | None:
    number = points[0].number if len(points) == 1 else None
    return Worded(number, tuple(word for point in points for word in point.words)) if points else None


def _parts(old: Sequence[Word], new: Sequence[Word]) -> Iterator[Part]:
    """Yield the parts of one point; words at a placeholder's place are what it was filled with."""
    # Beyond some thousand words the commonest are left out of the search, which keeps it short.
    common = len(new) > _MOST_WORDS
    matcher = SequenceMatcher(None, [word.key for word in old], [word.key for word in new], autojunk=common)
    for kind, a, b, c, d in matcher.get_opcodes():
        before, after = old[a:b], new[c:d]
        if kind == "equal" or _same_letters(before, after):
            yield _part("kept", after)
            continue
        gone = [word for word in before if word.gap is None]
        if len(gone) < len(before) and after and len(gone) <= _BENT:
            yield _part("filled", after).model_copy(update={"gap": _text(before)})
            continue
        if gone:
            yield Part(kind="removed", text=_text(gone))
        if after:
            yield _part("added", after)


def _same_letters(old: Sequence[Word], new: Sequence[Word]) -> bool:
    """Tell whether words differ by blanks alone: "6400" and "6 400"."""
    return bool(old) and "".join(word.key for word in old) == "".join(word.key for word in new)


def _part(kind: PartKind, words: Sequence[Word]) -> Part:
    spans = [word.span for word in words if word.span]
    span = (spans[0][0], spans[-1][1]) if spans else None
    return Part(kind=kind, text=_text(words), span=span)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
