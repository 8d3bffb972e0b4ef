"""Knows minutes as PDF text runs them together: a page a line, lists and items without a line break."""

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
from extract.decision_running_title import open_title, respaced
from extract.decision_shapes import ARCHIVE, CASE, NUMBER, SIGN_FIRST, SIGN_LAST, key_of
from extract.decision_sheet import Sheet, trimmed
from extract.labels import CONTENT
from records.base import Span
from records.evidence import Found

_PLAIN = re.compile(r"(?<![\w/.:-])(?P<number>\d{1,3})(?P<dot>\.?) (?=[A-ZÅÄÖÆØ])")
_LOST = re.compile(r"\s/\s?\d{2,4}(?=\s)|\s/\s/")
_PAGE_NUMBER = re.compile(r"(?:[\s.…]*(?:\.{2,}|…)[\s.…]*\d{0,4}|\s+\d{1,3})[\s.…]*$")
_LONGEST_STEP = 12
_LONGEST_TITLE = 160
_FRONT = 260
_SHORTEST_LIST = 4


def running_marks(sheet: Sheet) -> Iterator[Mark]:
    """Return the marks of running text: those of its lists of items, then those of its pages."""
    listed: list[Mark] = []
    lists = list(_lists(sheet))
    for span in lists:
        listed.extend(_entries(sheet, span))
    yield from listed
    yield from _page_marks(sheet, listed, lists)


@lru_cache(maxsize=16)
def _heading(phrases: Phrases) -> re.Pattern[str]:
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)[ :.]*")


def _rows(sheet: Sheet) -> Iterator[tuple[Line, Span]]:
    """The rows that run text together, once each."""
    seen = -1
    for line in sheet.lines:
        if line.running and line.row != seen:
            seen = line.row
            yield line, sheet.row_span(line.start)


def _lists(sheet: Sheet) -> Iterator[Span]:
    """From the heading of a list to the end of its page, or of the next page if it closes its own."""
    if not sheet.words.head.lists:
        return
    rows = [span for _, span in _rows(sheet)]
    for number, row in enumerate(rows):
        for match in _heading(sheet.words.head.lists).finditer(sheet.folded, *row):
            region = (match.end(), row[1])
            if region[1] - region[0] < _SHORTEST_LIST and number + 1 < len(rows):
                region = rows[number + 1]
            region = (region[0], _again(sheet, region))
            if sheet.text[match.start()].isupper() and not _settles(sheet, region):
                yield region
                break


def _settles(sheet: Sheet, region: Span) -> bool:
    """Whether proposals or decisions stand within, so that this is no mere list."""
    return bool(sheet.labels_in(region, "proposal", "decision", "preparer"))


def _entries(sheet: Sheet, span: Span) -> Iterator[Mark]:
    numbers = list(NUMBER.finditer(sheet.text, *span)) if sheet.words.head.section_kinds else []
    signs = list(SIGN_FIRST.finditer(sheet.text, *span))
    if numbers:
        yield from _case_entries(sheet, span, numbers)
    elif len(signs) > 1:
        yield from _numbered_entries(sheet, span, signs)
    else:
        yield from _plain_entries(sheet, span)


def _again(sheet: Sheet, span: Span) -> int:
    """Where a list's first number that comes a second time stands, and so the items begin."""
    seen: set[str] = set()
    for match in NUMBER.finditer(sheet.text, *span) if sheet.words.head.section_kinds else ():
        key = key_of(match.group("number"))
        if key in seen:
            return match.start()
        seen.add(key)
    return span[1]


def _case_entries(sheet: Sheet, span: Span, numbers: Sequence[re.Match[str]]) -> Iterator[Mark]:
    leading = trimmed(sheet.text, (span[0], numbers[0].start()))
    reversed_order = leading[1] - leading[0] > 8 and not _columns(sheet, leading)
    ends = [match.start() for match in numbers[1:]] + [span[1]]
    columns = [not sheet.text[match.end() : end].strip() for match, end in zip(numbers, ends, strict=True)]
    before = leading
    for match, end in zip(numbers, ends, strict=True):
        rest = trimmed(sheet.text, (match.end(), end))
        case = ARCHIVE.match(sheet.text, *rest)
        behind = trimmed(sheet.text, (case.end() if case else rest[0], rest[1]))
        title = before if reversed_order else _entry_title(sheet, behind, end == span[1])
        before = behind
        named = not any(columns) and title[1] - title[0] > 3 and not _columns(sheet, title)
        key, stop = key_of(match.group("number")), max(rest[1], match.end())
        yield Mark(
            key, match.start(), stop, _case_number(sheet, match),
            sheet.found(title, "title in the list", confidence=0.9) if named else None,
            sheet.found(case.span(), "case number in the list") if case else None, listed=True,
        )  # fmt: skip


def _case_number(sheet: Sheet, match: re.Match[str]) -> Found[str]:
    return number_of(sheet, (match.group("kind"), match.start("kind")), match.span("number"))


def _columns(sheet: Sheet, span: Span) -> bool:
    """Whether a stretch begins with the heading of a column."""
    first = re.match(r"[^\s.:]*", sheet.folded[slice(*span)])
    return first is not None and first.group() in sheet.words.head.list_columns


def _entry_title(sheet: Sheet, span: Span, last: bool) -> Span:
    """Cut a listed title before a lost number and before the page number behind it."""
    title = open_title(sheet, span) if last else None
    end = title.spans[0][1] if title else min(span[1], span[0] + _LONGEST_TITLE) if last else span[1]
    end = next((label.start for label in sheet.each_label((span[0], end)) if label.kind != "case_field"), end)
    lost = _LOST.search(sheet.text, span[0], end)
    end = lost.start() if lost else end
    page = _PAGE_NUMBER.search(sheet.text[span[0] : end])
    if page and page.start() > 3:
        end = span[0] + page.start()
    return trimmed(sheet.text, (span[0], end))


def _plain_entries(sheet: Sheet, span: Span) -> Iterator[Mark]:
    """Entries numbered 26, 27, 29 ... with page numbers between them."""
    chain: list[re.Match[str]] = []
    for match in _PLAIN.finditer(sheet.text, *span):
        number = int(match.group("number"))
        last = int(chain[-1].group("number")) if chain else None
        if last is None or last < number <= last + _LONGEST_STEP:
            chain.append(match)
    yield from _numbered_entries(sheet, span, chain)


def _numbered_entries(sheet: Sheet, span: Span, numbers: Sequence[re.Match[str]]) -> Iterator[Mark]:
    ends = [match.start() for match in numbers[1:]] + [span[1]]
    for match, end in zip(numbers, ends, strict=False):
        yield _plain_entry(sheet, match, trimmed(sheet.text, (match.end(), end)), end == span[1])


def _plain_entry(sheet: Sheet, match: re.Match[str], rest: Span, last: bool) -> Mark:
    label = next(sheet.each_label((match.end() - 1, match.end() + 2), "case_field"), None)
    start = trimmed(sheet.text, (label.end if label else rest[0], rest[1]))
    leading = CASE.match(sheet.text, *start)
    inner = None if leading else CASE.search(sheet.text, *rest)
    title = (leading.end() if leading else rest[0], inner.start() if inner else rest[1])
    title = _entry_title(sheet, trimmed(sheet.text, title), last)
    case = leading or inner
    number = sheet.found(match.span("number"), "number in the list", confidence=0.9)
    dotted = bool(match.groupdict().get("dot"))
    return Mark(
        match.group("number"), match.start(), rest[1], None if dotted else number,
        sheet.found(title, "title in the list", confidence=0.85) if title[0] < title[1] else None,
        sheet.found(case.span(), "case number in the list") if case else None, listed=True,
    )  # fmt: skip


def _page_marks(sheet: Sheet, listed: Sequence[Mark], lists: Sequence[Span]) -> Iterator[Mark]:
    keys = {mark.key for mark in listed}
    covered = sorted((mark.start, mark.end) for mark in listed)
    seen: set[str] = set()
    for line, row in _rows(sheet):
        holds_list = any(row[0] <= start < row[1] for start, _ in lists)
        found = [*_case_marks(sheet, row, keys, covered), *_sign_marks(sheet, line, row)]
        for number, mark in enumerate(mark for mark in found if mark.key not in seen):
            seen.add(mark.key)
            snap = number == 0 and not holds_list and mark.start > row[0]
            yield replace(mark, start=row[0]) if snap else mark


def _case_marks(sheet: Sheet, row: Span, keys: set[str], covered: Sequence[Span]) -> Iterator[Mark]:
    """Numbers at a page's front, and further down those that the list has named."""
    if not sheet.words.head.section_kinds:
        return
    front = _front_of(sheet, row)
    for match in NUMBER.finditer(sheet.text, *row):
        if _is_covered(covered, match.start()) or _in_case_field(sheet, match):
            continue
        key = key_of(match.group("number"))
        if (key not in keys if keys else match.start() >= front) or _mentioned(sheet, row, match):
            continue
        rest = (match.end(), row[1])
        title = None if body_behind(sheet, rest[0]) else respaced(sheet, rest) or open_title(sheet, rest)
        yield Mark(key, match.start(), match.end(), _case_number(sheet, match), title, open_title=True)
        front = row[0]


def _is_covered(covered: Sequence[Span], position: int) -> bool:
    """Whether one of the sorted spans holds a position."""
    at = bisect_right(covered, (position, sys.maxsize)) - 1
    return at >= 0 and position < covered[at][1]


def _mentioned(sheet: Sheet, row: Span, match: re.Match[str]) -> bool:
    """Whether a number stands within a sentence ("jf. sak 51/18") rather than above its own text."""
    before = sheet.text[max(row[0], match.start() - 60) : match.start()].split()
    if len(before) < 2 or match.group("kind"):
        return False
    return before[-1].islower() and (before[-2].islower() or before[-2].endswith((",", ".")))


def _front_of(sheet: Sheet, row: Span) -> int:
    """Where a page's front ends: its first label of content, the preparer's aside."""
    content = (label for label in sheet.labels_in(row) if label.kind in CONTENT | {"attachments"})
    first = next((label.start for label in content if label.kind != "preparer"), row[1])
    return min(first, row[0] + _FRONT)


def _in_case_field(sheet: Sheet, match: re.Match[str]) -> bool:
    near = sheet.labels_in((max(0, match.start() - 24), match.start()), "case_field")
    return bool(near) and not sheet.text[near[-1].end : match.start()].strip()


@lru_cache(maxsize=16)
def _page_words(pages: Phrases) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, pages)) or '(?!)'})\s\d+(?:\s?\(\d+\))?\s)?")


def _sign_marks(sheet: Sheet, line: Line, row: Span) -> Iterator[Mark]:
    """A page, or a column of a running head, that begins with a section whose sign is lost."""
    if sheet.words.head.section_kinds:
        return
    signed = list(_signed(sheet, row))
    yield from signed
    for piece in () if signed else sheet.pieces_of(row):
        mark = _sign_mark(sheet, piece, row, line.page)
        if mark:
            yield mark
            return


def _signed(sheet: Sheet, row: Span) -> Iterator[Mark]:
    """Sections with their sign: those under whose title a label of content comes soon."""
    for match in chain(SIGN_FIRST.finditer(sheet.text, *row), SIGN_LAST.finditer(sheet.text, *row)):
        label = next(sheet.each_label((match.end(), match.end() + 2), "case_field"), None)
        case = CASE.match(sheet.text, *trimmed(sheet.text, (label.end if label else match.end(), row[1])))
        start = case.end() if case else match.end()
        title = open_title(sheet, (start, row[1]))
        if title is None or not sheet.text[title.spans[0][0]].isupper() or not _heads(sheet, title.span[1]):
            continue
        number = sheet.found(match.span("number"), "number of the section", confidence=0.9)
        shown = sheet.found(case.span(), "case number beside the section") if case else None
        yield Mark(match.group("number"), match.start(), match.end(), number, title, shown, open_title=True)


def _heads(sheet: Sheet, end: int) -> bool:
    """Whether a label of content stands right behind a title."""
    return any(label.kind in CONTENT for label in sheet.labels_in((end, end + 3)))


def _sign_mark(sheet: Sheet, piece: Line, row: Span, page: bool) -> Mark | None:
    skip = _page_words(sheet.words.head.page).match(sheet.folded, piece.start, row[1])
    at = skip.end() if skip else piece.start
    case = CASE.match(sheet.text, at, row[1])
    number = _PLAIN.match(sheet.text, case.end() + 1 if case else at, row[1])
    if number is None or number.group("dot"):
        return None
    label = next(sheet.each_label((number.end() - 1, number.end() + 2), "case_field"), None)
    if not (case or label or (page and piece.start == row[0])):
        return None
    inner = CASE.match(sheet.text, *trimmed(sheet.text, (label.end, row[1]))) if label else None
    shown = case or inner
    return Mark(
        number.group("number"), piece.start, number.end("number"),
        sheet.found(number.span("number"), "number of the section", confidence=0.85),
        open_title(sheet, (inner.end() if inner else number.end(), row[1])),
        sheet.found(shown.span(), "case number beside the section") if shown else None, open_title=True,
    )  # fmt: skip
