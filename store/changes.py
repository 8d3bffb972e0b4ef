"""What differs between two versions of an item: which values, and which lines of its text."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from records.base import Span
from records.changes import ChangeKind, Changes, FieldChange, TextChange
from records.document import DocumentRecord

_COMPARED = ("document_type", "decision", "further_decisions", "programmes", "attachments")
_LEFT_OUT = frozenset({"span", "spans", "text", "read", "holds_text"})
"""Places and quotes move with every word before them; what they say is compared by its value."""
_MOST_LINES = 5_000
"""Longer texts are compared by their lines' beginning and end alone, so that time stays linear."""


def find_changes(before: DocumentRecord, after: DocumentRecord) -> Changes:
    """Return what differs between two records of one item; both hold their texts."""
    return Changes(
        kind=_kind(before.document_type, after.document_type),
        fields=tuple(_fields(before, after)),
        text=tuple(_text(before.text, after.text)),
    )


def _kind(before: str, after: str) -> ChangeKind:
    drafts = ("agenda", "case_paper")
    if before == after:
        return "corrected"
    if before in drafts and after == "minutes":
        return "published"
    return "withdrawn" if before == "minutes" and after in drafts else "other"


def _fields(before: DocumentRecord, after: DocumentRecord) -> Iterator[FieldChange]:
    old, new = (dict(_leaves(one.model_dump(mode="json", include=set(_COMPARED)))) for one in (before, after))
    for pointer in dict.fromkeys((*old, *new)):
        if old.get(pointer) != new.get(pointer):
            yield FieldChange(pointer=pointer, before=old.get(pointer), after=new.get(pointer))


def _leaves(value: object, pointer: str = "") -> Iterator[tuple[str, object]]:
    """Yield pointer and value of everything that is no table and no list."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in _LEFT_OUT:
                yield from _leaves(inner, f"{pointer}/{key}")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for place, inner in enumerate(value):
            yield from _leaves(inner, f"{pointer}/{place}")
    elif value is not None:
        yield pointer, value


def _text(before: str, after: str) -> Iterator[TextChange]:
    old, new = _lines(before), _lines(after)
    head, tail = _same_ends([line for line, _ in old], [line for line, _ in new])
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if not inner_old and not inner_new:
        return
    for first, last, start, end in _differing(inner_old, inner_new):
        yield TextChange(
            before=_span(old, head + first, head + last, len(before)),
            after=_span(new, head + start, head + end, len(after)),
        )


def _differing(old: list[tuple[str, int]], new: list[tuple[str, int]]) -> Iterator[tuple[int, int, int, int]]:
    if len(old) + len(new) > _MOST_LINES:
        yield 0, len(old), 0, len(new)
        return
    matcher = SequenceMatcher(None, [line for line, _ in old], [line for line, _ in new], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            yield first, last, start, end


def _lines(text: str) -> list[tuple[str, int]]:
    """Return the lines with the places that they begin at."""
    lines, place = [], 0
    for line in text.split("\n"):
        lines.append((line, place))
        place += len(line) + 1
    return lines


def _same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return how many lines are the same at the beginning, and how many at the end."""
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    left = most - head
    tail = next((n for n in range(left) if old[-1 - n] != new[-1 - n]), left)
    return head, tail


def _span(lines: list[tuple[str, int]], first: int, last: int, end: int) -> Span:
    """Return where the lines from `first` up to `last` stand; where there are none, the place between."""
    start = lines[first][1] if first < len(lines) else end
    if first == last:
        return start, start
    line, place = lines[last - 1]
    return start, place + len(line)
