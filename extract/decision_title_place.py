"""Knows where an item's title stands, whose words are no labels: beside its number, below or above it."""

from bisect import bisect_right
from collections.abc import Sequence

from extract.decision_lexicon import Lexicon
from extract.decision_lines import Line
from extract.decision_shapes import CASE, ITEM_HEAD, NUMBER, SIGN_FIRST, SIGN_LAST
from extract.labels import Label

_MOST_ABOVE = 6


def names_item(text: str, folded: str, lines: Sequence[Line], lexicon: Lexicon, label: Label) -> bool:
    """Return whether what looks like a label is a part of an item's title.

    "§ 101 / Lautakunnan esitys kaupunginhallitukselle / koulutuspäivien pidosta": whose proposal it is,
    or to whom, and words that go on without a colon, in the place where the item's title stands.
    """
    told = label.owner is not None or label.target is not None
    if label.kind not in ("proposal", "decision") or label.colon or not told:
        return False
    at = bisect_right(lines, label.start, key=lambda line: line.start) - 1
    line = lines[at]
    if line.running or not _goes_on(text, lines, at, label):
        return False
    if _number_end(text, line, lexicon) is not None:
        return True
    return _below_number(text, folded, lines, at, lexicon) or _above_number(text, lines, at, lexicon)


def _goes_on(text: str, lines: Sequence[Line], at: int, label: Label) -> bool:
    """Whether words follow a label in its line, or in small letters in the one right below."""
    if text[label.end : lines[at].end].strip():
        return True
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is not None and text.count("\n", label.end, below.start) == 1 and text[below.start].islower()


def _number_end(text: str, line: Line, lexicon: Lexicon) -> int | None:
    """Where the item's number ends that opens a line, if one does."""
    shapes = (NUMBER,) if lexicon.words.head.section_kinds else (SIGN_FIRST, SIGN_LAST)
    found = (shape.match(text, *line.span) for shape in shapes if line.digits)
    return next((match.end() for match in found if match), None)


def _is_number(text: str, line: Line, lexicon: Lexicon) -> bool:
    return _number_end(text, line, lexicon) == line.end


def _below_number(text: str, folded: str, lines: Sequence[Line], at: int, lexicon: Lexicon) -> bool:
    """Whether the first line above that is no navigation or case number is the item's number or head."""
    for above in reversed(lines[max(0, at - _MOST_ABOVE) : at]):
        if _is_number(text, above, lexicon):
            return True
        head = ITEM_HEAD.match(folded, *above.span) if above.digits else None
        if head:
            return lexicon.kind_of(head.group("word")) is not None
        case = CASE.search(text, *above.span) if above.digits else None
        if not (case or folded.startswith(lexicon.chrome, above.start)):
            return False
    return False


def _above_number(text: str, lines: Sequence[Line], at: int, lexicon: Lexicon) -> bool:
    """Whether the item's number stands alone on the line below."""
    below = lines[at + 1 : at + 2]
    return any(_is_number(text, line, lexicon) for line in below)
