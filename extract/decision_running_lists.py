"""Knows lists of items as PDF text runs them together: numbers, titles and page numbers in one line."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from config.decision_words import Phrases
from extract.decision_lines import Line
from extract.decision_marks import Mark, number_of
from extract.decision_running_title import open_title
from extract.decision_shapes import ARCHIVE, CASE, NUMBER, SIGN_FIRST, key_of
from extract.decision_sheet import Sheet, trimmed
from records.base import Span

_PLAIN = re.compile(r"(?<![\w/.:-])(?P<number>\d{1,3})(?P<dot>\.?) (?=[A-ZÅÄÖÆØ])")
_LOST = re.compile(r"\s/\s?\d{2,4}(?=\s)|\s/\s/")
_PAGE_NUMBER = re.compile(r"(?:[\s.…]*(?:\.{2,}|…)[\s.…]*\d{0,4}|\s+\d{1,3})[\s.…]*$")
_INNER_PAGE = re.compile(r"\s\d{1,3}(?=\s)")
_LONGEST_STEP = 12
_LONGEST_TITLE = 160
_SHORTEST_LIST = 4
_SHORTEST_TITLE = 4
_SHORTEST_LEADING = 9


def running_rows(sheet: Sheet) -> Iterator[tuple[Line, Span]]:
    """Return the rows that run text together, each once, with its first line."""
    seen = -1
    for line in sheet.lines:
        if line.running and line.row != seen:
            seen = line.row
            yield line, sheet.row_span(line.start)


def find_lists(sheet: Sheet) -> Iterator[Span]:
    """Return the lists of items: from their heading to where the items begin, or to the end of the page.

    A heading that closes its page heads the next one.
    """
    if not sheet.words.head.lists:
        return
    rows = [span for _, span in running_rows(sheet)]
    for number, row in enumerate(rows):
        for match in _heading(sheet.words.head.lists).finditer(sheet.folded, *row):
            region = (match.end(), row[1])
            if region[1] - region[0] < _SHORTEST_LIST and number + 1 < len(rows):
                region = rows[number + 1]
            region = (region[0], _again(sheet, region))
            if sheet.text[match.start()].isupper() and not _settles(sheet, region):
                yield region
                break


@lru_cache(maxsize=16)
def _heading(phrases: Phrases) -> re.Pattern[str]:
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)[ :.]*")


def _settles(sheet: Sheet, region: Span) -> bool:
    """Whether proposals or decisions stand within, so that this is no mere list."""
    return bool(sheet.labels_in(region, "proposal", "decision", "preparer"))


def _numbers(sheet: Sheet, span: Span) -> Iterator[re.Match[str]]:
    yield from NUMBER.finditer(sheet.text, *span) if sheet.words.head.section_kinds else ()


def _again(sheet: Sheet, span: Span) -> int:
    """Where a list's first number that comes a second time stands, and so the items begin."""
    seen: set[str] = set()
    for match in _numbers(sheet, span):
        key = key_of(match.group("number"))
        if key in seen:
            return match.start()
        seen.add(key)
    return span[1]


def list_entries(sheet: Sheet, span: Span) -> Iterator[Mark]:
    """Return the entries of a list."""
    numbers = list(_numbers(sheet, span))
    signs = list(SIGN_FIRST.finditer(sheet.text, *span))
    if numbers:
        yield from _case_entries(sheet, span, numbers)
    elif len(signs) > 1:
        yield from _numbered_entries(sheet, span, signs)
    else:
        yield from _numbered_entries(sheet, span, _chain(sheet, span))


def _case_entries(sheet: Sheet, span: Span, numbers: Sequence[re.Match[str]]) -> Iterator[Mark]:
    """Entries "22/13  13/00812-1  Title"; titles may stand before their numbers, or in a column apart."""
    ends = [match.start() for match in numbers[1:]] + [span[1]]
    rests = [trimmed(sheet.text, (match.end(), end)) for match, end in zip(numbers, ends, strict=True)]
    cases = [ARCHIVE.match(sheet.text, *rest) for rest in rests]
    behind = [
        trimmed(sheet.text, (case.end() if case else rest[0], rest[1]))
        for case, rest in zip(cases, rests, strict=True)
    ]
    titles = _entry_titles(sheet, span, numbers[0].start(), behind)
    apart = any(rest[0] >= rest[1] for rest in rests)
    for match, rest, case, title in zip(numbers, rests, cases, titles, strict=True):
        named = not apart and title[1] - title[0] >= _SHORTEST_TITLE and not _is_column(sheet, title)
        yield Mark(
            key_of(match.group("number")),
            match.start(),
            max(rest[1], match.end()),
            number_of(sheet, (match.group("kind"), match.start("kind")), match.span("number")),
            sheet.found(title, "title in the list", "placed") if named else None,
            sheet.found(case.span(), "case number in the list") if case else None,
            listed=True,
        )


def _entry_titles(sheet: Sheet, span: Span, first: int, behind: Sequence[Span]) -> list[Span]:
    leading = trimmed(sheet.text, (span[0], first))
    if leading[1] - leading[0] >= _SHORTEST_LEADING and not _is_column(sheet, leading):
        return [leading, *behind[:-1]]
    counted = sum(_PAGE_NUMBER.search(sheet.text[slice(*rest)]) is not None for rest in behind[:-1])
    paged = 2 * counted >= len(behind) - 1 > 0
    return [_entry_title(sheet, rest, rest is behind[-1], paged) for rest in behind]


def _is_column(sheet: Sheet, span: Span) -> bool:
    """Whether a stretch begins with the heading of a column."""
    first = re.match(r"[^\s.:]*", sheet.folded[slice(*span)])
    return first is not None and first.group() in sheet.words.head.list_columns


def _entry_title(sheet: Sheet, span: Span, last: bool, paged: bool) -> Span:
    """Cut a listed title before a lost number, a label, and the number of its page."""
    opened = open_title(sheet, span) if last else None
    end = min(span[1], span[0] + _LONGEST_TITLE) if last else span[1]
    end = opened.spans[0][1] if opened else end
    labels = sheet.each_label((span[0], end))
    end = next((label.start for label in labels if label.kind != "case_field"), end)
    lost = _LOST.search(sheet.text, span[0], end)
    end = lost.start() if lost else end
    page = _PAGE_NUMBER.search(sheet.text[span[0] : end])
    if page is None and paged:
        inner = list(_INNER_PAGE.finditer(sheet.text[span[0] : end]))
        page = inner[-1] if inner else None
    if page and page.start() >= _SHORTEST_TITLE:
        end = span[0] + page.start()
    return trimmed(sheet.text, (span[0], end))


def _chain(sheet: Sheet, span: Span) -> list[re.Match[str]]:
    """Numbers 26, 27, 29 ... that go on from one to the next, page numbers between them left out."""
    chain: list[re.Match[str]] = []
    for match in _PLAIN.finditer(sheet.text, *span):
        number = int(match.group("number"))
        last = int(chain[-1].group("number")) if chain else None
        if last is None or last < number <= last + _LONGEST_STEP:
            chain.append(match)
    return chain


def _numbered_entries(sheet: Sheet, span: Span, numbers: Sequence[re.Match[str]]) -> Iterator[Mark]:
    ends = [match.start() for match in numbers[1:]] + [span[1]]
    for match, end in zip(numbers, ends, strict=False):
        yield _numbered_entry(sheet, match, trimmed(sheet.text, (match.end(), end)), end == span[1])


def _numbered_entry(sheet: Sheet, match: re.Match[str], rest: Span, last: bool) -> Mark:
    """An entry with its case number before or behind the title; "3." only counts and is no section."""
    label = next(sheet.each_label((match.end() - 1, match.end() + 2), "case_field"), None)
    leading = CASE.match(sheet.text, *trimmed(sheet.text, (label.end if label else rest[0], rest[1])))
    case = leading or CASE.search(sheet.text, *rest)
    span = (leading.end(), rest[1]) if leading else (rest[0], case.start() if case else rest[1])
    title = _entry_title(sheet, trimmed(sheet.text, span), last, False)
    number = sheet.found(match.span("number"), "number in the list", "placed")
    return Mark(
        match.group("number"),
        match.start(),
        rest[1],
        None if match.groupdict().get("dot") else number,
        sheet.found(title, "title in the list", "running") if title[0] < title[1] else None,
        sheet.found(case.span(), "case number in the list") if case else None,
        listed=True,
    )
