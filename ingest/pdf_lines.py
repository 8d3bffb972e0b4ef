"""Knows printed lines: which were only wrapped, which a gap parts, where columns begin."""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.bullets import find_bullet

_LONG = 40
"""Lines from this length on tell how wide the page is set."""
_GAP = 1.4
"""A step this many times the usual one, from line to line, parts paragraphs."""
_WIDE_STEP = 2.0
"""So does a step of this many line heights, where single lines leave no usual step."""
_COLUMNS = "   "
_DEEPEST = 40
_BLANK = 0.25
"""The width of a blank in line heights."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page: its words and its box in points, `bottom` counted upwards from the page's foot.

    `top` and `bottom` are those of the first and the last letter, since a word parted by a hyphen
    makes one line of two; `first_word` is the width of its first word, `height` that of a letter.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    height: float
    first_word: float


def draw_lines(lines: list[PrintedLine]) -> str:
    """Return the lines as text: wrapped ones joined by a blank, gaps between paragraphs as a blank line.

    A list item keeps its indent, which tells its depth; rows of columns stay together.
    """
    if not lines:
        return ""
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [0.0])
    edge = max((line.right for line in lines if len(line.text) >= _LONG), default=0.0)
    margin = min(line.left for line in lines)
    parts = [_indented(lines[0], margin)]
    for above, below in pairwise(lines):
        if _is_apart(above, below, usual):
            parts.append("\n\n" + _indented(below, margin))
        elif _is_wrapped(above, below, edge):
            parts.append(" " + below.text)
        else:
            parts.append("\n" + _indented(below, margin))
    return "".join(parts)


def _indented(line: PrintedLine, margin: float) -> str:
    if line.height <= 0 or not find_bullet(line.text):
        return line.text
    return " " * min(round((line.left - margin) / line.height * 2), _DEEPEST) + line.text


def _is_apart(above: PrintedLine, below: PrintedLine, usual: float) -> bool:
    step = above.bottom - (below.top - above.height)
    if _COLUMNS in above.text and _COLUMNS in below.text:
        return not 0 <= step <= below.height * _WIDE_STEP * 1.5
    return step < 0 or step > usual * _GAP or step > below.height * _WIDE_STEP


def _is_wrapped(above: PrintedLine, below: PrintedLine, edge: float) -> bool:
    """Tell whether `above` only ended because the first word of `below` had no room on it."""
    if _COLUMNS in above.text or _COLUMNS in below.text or find_bullet(below.text):
        return False
    full = above.right + _BLANK * below.height + below.first_word > edge > 0
    same = abs(above.height - below.height) < 0.1 * above.height
    hanging = 3 if find_bullet(above.text) else 1
    return full and same and below.left <= above.left + hanging * above.height
