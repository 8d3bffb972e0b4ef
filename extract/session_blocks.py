"""Knows sessions told as blocks: a name, a day and what is taught below one another between two gaps."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.programme_material import Material
from extract.programme_outline import Line
from extract.session_found import Outset
from extract.session_naming import is_label, tells_place
from extract.session_numbered import is_detail_heading
from extract.session_titles import has_words, trimmed
from records.base import Span
from records.evidence import Found

_FEWEST = 2
_MOST_LINES = 14
_LONGEST_NAME = 100
_ROW = 90
_KEPT = frozenset({"session_part", "session_of_term_year", "session_point", "session_step", "session_quoted"})
_NAME_END = re.compile(r"(?<=[^\W\d_]{3})[.](?=\s|\Z)|[?!](?=\s|\Z)|: ")


def with_blocks(material: Material, outsets: Sequence[Outset]) -> list[Outset]:
    """Return the sessions, each that has a block of lines to itself with all that the block tells.

    A block opens with the session's name, its day below; or with its day, the name below. A block that
    tells several days, or only one line, tells nothing more of any.
    """
    blocks = [_block(material, one) for one in outsets]
    return [
        _of_block(material, one, block) if block and _has_one_day(material, block) else one
        for one, block in zip(outsets, blocks, strict=True)
    ]


def _block(material: Material, one: Outset) -> tuple[int, int] | None:
    """Return the first and the last line of a session's block, or None where its day stands in prose."""
    if one.when is None or (one.title and one.title.rule in _KEPT):
        return None
    lines = material.outline.lines
    index = material.outline.line_index(one.when.span[0])
    first, last = index, index
    while first and not lines[first].gap and index - first < _MOST_LINES:
        first -= 1
    while last + 1 < len(lines) and not lines[last + 1].gap and last - index < _MOST_LINES:
        last += 1
    row = one.when.span[0] - lines[index].start < _ROW and (
        index > first or lines[index].end - lines[index].start < _ROW
    )
    plain = not any(line.cells or line.bullet for line in lines[first : last + 1])
    return (first, last) if last > first and row and plain and index - first < _FEWEST else None


def _has_one_day(material: Material, block: tuple[int, int]) -> bool:
    """Tell whether a block tells the time of one session, however often, and no other."""
    lines = material.outline.lines
    dates = material.dates_in((lines[block[0]].start, lines[block[1]].end))
    told = {date.value.edtf for date in dates if date.value.role == "session" and date.value.edtf}
    return len(told) == 1


def _of_block(material: Material, one: Outset, block: tuple[int, int]) -> Outset:
    lines = material.outline.lines
    first, last = lines[block[0]], lines[block[1]]
    name = _heading_name(material, first, one) or _name_below(material, block, one)
    scope = (min(one.scope[0], first.start), max(one.scope[1], last.end))
    if name is None:
        return replace(one, scope=scope) if one.title and first.start <= one.title.span[0] < last.end else one
    return replace(one, title=Found(material.outline.quote(name), (name,), "session_block"), scope=scope)


def _heading_name(material: Material, line: Line, one: Outset) -> Span | None:
    """Return the name that opens a block above its day: short, no label, no date of its own."""
    if one.when is None or line.start <= one.when.span[0] < line.end:
        return None
    text = material.text
    short = line.end - line.start < _LONGEST_NAME and text[line.end - 1] not in ".:;,"
    if not short or material.dates_in(line.span) or is_detail_heading(material, line):
        return None
    name = trimmed(text, line.span)
    return name if has_words(text, name) and ": " not in text[name[0] : name[1]].rstrip("?") else None


def _name_below(material: Material, block: tuple[int, int], one: Outset) -> Span | None:
    """Return the name that stands below a day that opens its block, where nothing in its row names it."""
    lines = material.outline.lines
    first, below = lines[block[0]], lines[block[0] + 1]
    if one.when is None or not first.start <= one.when.span[0] < first.end:
        return None
    named = one.title and first.start <= one.title.span[0] < first.end and not _is_beside(material, one)
    if named or is_detail_heading(material, below) or material.dates_in(below.span):
        return None
    start, end = trimmed(material.text, below.span)
    stop = _NAME_END.search(material.text, start, end)
    end = min(stop.start() + (material.text[stop.start()] in "?!") if stop else end, start + _LONGEST_NAME)
    return (start, end) if has_words(material.text, (start, end)) else None


def _is_beside(material: Material, one: Outset) -> bool:
    """Tell whether a title is only a label or a place beside its day, or was taken from elsewhere."""
    if one.title is None or one.title.how == "inferred" or is_label(material, one):
        return True
    return not material.has_event(one.title.span) and tells_place(material, one)
