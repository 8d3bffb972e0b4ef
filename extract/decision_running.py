"""Knows minutes as PDF text runs them together: a page a line, items without a line break."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from config.decision_words import Phrases
from extract.decision_lines import Line
from extract.decision_marks import Mark, number_of
from extract.decision_rows import body_behind
from extract.decision_running_lists import find_lists, list_entries, running_rows
from extract.decision_running_title import open_title, respaced
from extract.decision_shapes import (
    BARE_CASE,
    CASE,
    LABELLED_CASE,
    NUMBER,
    SIGN_FIRST,
    SIGN_LAST,
    ends_range,
    key_of,
)
from extract.decision_sheet import Sheet, trimmed
from extract.labels import CONTENT, Label
from records.base import Span

_PLAIN = re.compile(r"(?<![\w/.:-])(?P<number>\d{1,3}) (?=[A-ZÅÄÖÆØ])")
_CLASS = re.compile(r"\s\d{2,3}(?=\s)")
_WORDS_BEHIND = re.compile(r" ([^\W\d_]{4,}|[^\W\d_]+ [^\W\d_]{3,})")
_FRONT = 260
_SHORTEST_END = 4
_NEAR = 60
_FIELD = 24


def running_marks(sheet: Sheet) -> Iterator[Mark]:
    """Return the marks of running text: those of its lists of items, then those of its pages."""
    lists = list(find_lists(sheet))
    listed = [mark for span in lists for mark in list_entries(sheet, span)]
    yield from listed
    yield from _page_marks(sheet, listed, lists)


def _page_marks(sheet: Sheet, listed: Sequence[Mark], lists: Sequence[Span]) -> Iterator[Mark]:
    """The first mark of each number; the first on its page takes what stands before it on the page."""
    keys = {mark.key for mark in listed}
    covered = sorted((mark.start, mark.end) for mark in listed)
    seen: set[str] = set()
    for line, row in running_rows(sheet):
        holds_list = any(row[0] <= start < row[1] for start, _ in lists)
        signs = bool(sheet.words.head.section_kinds)
        found = _case_marks(sheet, row, keys, covered) if signs else _section_marks(sheet, line, row)
        for number, mark in enumerate(mark for mark in found if mark.key not in seen):
            seen.add(mark.key)
            snap = number == 0 and not holds_list and mark.start > row[0]
            yield replace(mark, start=row[0]) if snap else mark


def _case_marks(sheet: Sheet, row: Span, keys: set[str], covered: Sequence[Span]) -> Iterator[Mark]:
    """Numbers that the list has named; without a list, those at a page's front."""
    front = _front_of(sheet, row)
    for match in NUMBER.finditer(sheet.text, *row):
        if _is_covered(covered, match.start()) or _is_other(sheet, match):
            continue
        key = key_of(match.group("number"))
        late = key not in keys if keys else match.start() >= front
        if (late and not _opens_item(sheet, match)) or _mentioned(sheet, row, match):
            continue
        rest = (match.end(), row[1])
        title = None if body_behind(sheet, rest[0]) else respaced(sheet, rest) or open_title(sheet, rest)
        number = number_of(sheet, (match.group("kind"), match.start("kind")), match.span("number"))
        yield Mark(key, match.start(), match.end(), number, title, open_title=True)
        front = row[0]


def _opens_item(sheet: Sheet, match: re.Match[str]) -> bool:
    """Whether a number behind the end of a sentence opens an item: its code before it, capitals behind."""
    before = sheet.text[max(0, match.start() - 2) : match.start()]
    behind = _WORDS_BEHIND.match(sheet.text, match.end())
    return bool(match.group("kind")) and before == ". " and behind is not None and behind.group(1).isupper()


def _is_covered(covered: Sequence[Span], position: int) -> bool:
    """Whether one of the sorted spans holds a position."""
    at = bisect_right(covered, (position, sys.maxsize)) - 1
    return at >= 0 and position < covered[at][1]


def _is_other(sheet: Sheet, match: re.Match[str]) -> bool:
    """Whether a number is a matter's own, or the last of a range of cases on a cover."""
    if ends_range(sheet.text, match.start()):
        return True
    near = sheet.labels_in((max(0, match.start() - _FIELD), match.start()), "case_field")
    return bool(near) and not sheet.text[near[-1].end : match.start()].strip()


def _mentioned(sheet: Sheet, row: Span, match: re.Match[str]) -> bool:
    """Whether a number stands within a sentence ("jf. sak 51/18") rather than above its own text."""
    before = sheet.text[max(row[0], match.start() - _NEAR) : match.start()].split()
    if len(before) < 2 or match.group("kind"):
        return False
    if before[-1].endswith(".") and len(before[-1]) > _SHORTEST_END:
        return False
    return before[-1].islower() and (before[-2].islower() or before[-2].endswith((",", ".")))


def _front_of(sheet: Sheet, row: Span) -> int:
    """Where a page's front ends: its first label of content, the preparer's aside."""
    content = (label for label in sheet.each_label(row) if label.kind in CONTENT | {"attachments"})
    first = next((label.start for label in content if label.kind != "preparer"), row[1])
    return min(first, row[0] + _FRONT)


def _section_marks(sheet: Sheet, line: Line, row: Span) -> Iterator[Mark]:
    """Sections with their sign; else one without it where a page or a column of its head begins."""
    signed = list(_signed(sheet, row))
    unsigned = (_unsigned(sheet, piece, row, line.page) for piece in sheet.pieces_of(row))
    found = [mark for mark in unsigned if mark] if not signed else []
    yield from signed or [mark for number, mark in enumerate(found) if mark.case or not number]


def _signed(sheet: Sheet, row: Span) -> Iterator[Mark]:
    """Sections with their sign, under whose title a label of content comes soon."""
    for match in chain(SIGN_FIRST.finditer(sheet.text, *row), SIGN_LAST.finditer(sheet.text, *row)):
        case, start = _case_behind(sheet, match.end(), row[1])
        title = open_title(sheet, (start, row[1]))
        if title is None or not sheet.text[title.spans[0][0]].isupper() or not _heads(sheet, title.span[1]):
            continue
        number = sheet.found(match.span("number"), "number of the section", "placed")
        shown = sheet.found(case, "case number beside the section") if case else None
        yield Mark(match.group("number"), match.start(), match.end(), number, title, shown, open_title=True)


def _heads(sheet: Sheet, end: int) -> bool:
    """Whether a label of content stands right behind a title."""
    case = CASE.match(sheet.text, *trimmed(sheet.text, (end, end + _NEAR)))
    behind = case.end() if case else end
    return any(label.kind in CONTENT for label in sheet.labels_in((behind, behind + 3)))


def _field_behind(sheet: Sheet, end: int) -> Label | None:
    """The label of a case number right behind a section's number."""
    return next(sheet.each_label((end - 1, end + 2), "case_field"), None)


def _case_behind(sheet: Sheet, end: int, limit: int) -> tuple[Span | None, int]:
    """The case number right behind a section's number, and where the text goes on; its class is skipped."""
    label = _field_behind(sheet, end)
    shapes = (CASE, BARE_CASE, LABELLED_CASE) if label else (CASE,)
    span = trimmed(sheet.text, (label.end if label else end, limit))
    case = next((match for shape in shapes if (match := shape.match(sheet.text, *span))), None)
    if case is None:
        return None, end
    behind = _CLASS.match(sheet.text, case.end(), limit)
    return case.span(), behind.end() if behind else case.end()


@lru_cache(maxsize=16)
def _page_words(pages: Phrases) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, pages)) or '(?!)'})\s\d+(?:\s?\(\d+\))?\s)?")


def _case_in_front(sheet: Sheet, piece: Line, row: Span) -> re.Match[str] | None:
    """A case number that ends a page's running head, a section's number behind it."""
    front = min(row[1], piece.start + _FRONT)
    cases = CASE.finditer(sheet.text, piece.start, front) if piece.start == row[0] else ()
    return next((case for case in cases if _PLAIN.match(sheet.text, case.end() + 1, row[1])), None)


def _before_field(sheet: Sheet, span: Span) -> re.Match[str] | None:
    """A plain number right before the field of the case in a page's front: "2 (14) 14 Dnr ..."."""
    label = next(sheet.each_label((span[0], min(span[1], span[0] + _FRONT)), "case_field"), None)
    near = max(span[0], label.start - _SHORTEST_END) if label else span[1]
    number = _PLAIN.search(sheet.text, near, span[1]) if label else None
    return number if number and label and number.end() == label.start else None


def _unsigned(sheet: Sheet, piece: Line, row: Span, page: bool) -> Mark | None:
    """A section whose sign the extraction lost: "72 Dnr KS/2019:158 Title", "KS/2014:1 235 Title"."""
    skip = _page_words(sheet.words.head.page).match(sheet.folded, piece.start, row[1])
    at = skip.end() if skip else piece.start
    before = CASE.match(sheet.text, at, row[1]) or (_case_in_front(sheet, piece, row) if page else None)
    number = _PLAIN.match(sheet.text, before.end() + 1 if before else at, row[1])
    number = number or (_before_field(sheet, (at, row[1])) if page else None)
    if number is None:
        return None
    opens = page and piece.start == row[0]
    if not (before or opens or _field_behind(sheet, number.end())):
        return None
    behind, start = _case_behind(sheet, number.end(), row[1])
    case = before.span() if before else behind
    found = sheet.found(number.span("number"), "number of the section", "running")
    shown = sheet.found(case, "case number beside the section") if case else None
    title = open_title(sheet, (start, row[1]))
    return Mark(
        number.group("number"), piece.start, number.end("number"), found, title, shown, open_title=True
    )
