"""Knows minutes as PDF text runs them together: a page a line, lists and items without a line break."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.decision_bodies import find_body
from extract.decision_lines import Line
from extract.decision_shapes import ARCHIVE, CASE, NUMBER
from extract.decision_sheet import Sheet, trimmed
from extract.labels import CONTENT
from records.base import Span
from records.evidence import Found

_PLAIN = re.compile(r"(?<![\w/.:-])(?P<number>\d{1,3})(?P<dot>\.?) (?=[A-ZÅÄÖÆØ])")
_LONGEST_STEP = 12
_TITLE = 160
_FRONT = 260
_TRAIL = re.compile(r"[\s.…]*\d{0,4}[\s.…]*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where an item of a meeting begins, or is listed.

    `key` is equal for two prints of one number; `open_title` tells that nothing but the text behind
    it bounds the title.
    """

    key: str
    start: int
    end: int
    number: Found[str] | None
    title: Found[str] | None
    case: Found[str] | None = None
    listed: bool = False
    open_title: bool = False


def running_marks(sheet: Sheet) -> Iterator[Mark]:
    """Return the marks of running text: those of the lists, then those of the pages."""
    listed: list[Mark] = []
    for span in _lists(sheet):
        listed.extend(_entries(sheet, span))
    yield from listed
    yield from _page_marks(sheet, listed)


def _lists(sheet: Sheet) -> Iterator[Span]:
    """From the head of a list to the end of its page."""
    phrases = sorted(sheet.words.head.lists, key=len, reverse=True)
    if not phrases:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)[ :]*")
    seen = -1
    for line in sheet.lines:
        if not line.running or line.row == seen:
            continue
        for match in pattern.finditer(sheet.folded, *_row_span(sheet, line)):
            if sheet.text[match.start()].isupper():
                seen = line.row
                yield match.end(), _row_span(sheet, line)[1]
                break


def _row_span(sheet: Sheet, line: Line) -> Span:
    end = sheet.text.find("\n", line.start)
    return line.start, len(sheet.text) if end < 0 else end


def _entries(sheet: Sheet, span: Span) -> Iterator[Mark]:
    numbers = list(NUMBER.finditer(sheet.text, *span))
    if numbers:
        yield from _case_entries(sheet, span, numbers)
    else:
        yield from _plain_entries(sheet, span)


def _case_entries(sheet: Sheet, span: Span, numbers: Sequence[re.Match[str]]) -> Iterator[Mark]:
    seen: set[str] = set()
    columns = " ".join(sheet.words.head.list_columns)
    for match, after in zip(numbers, [*numbers[1:], None], strict=False):
        key = case_key(match.group("number"))
        if key in seen:
            return
        seen.add(key)
        rest = trimmed(sheet.text, (match.end(), after.start() if after else span[1]))
        case = ARCHIVE.match(sheet.text, *rest)
        title = trimmed(sheet.text, (case.end() if case else rest[0], rest[1]))
        title = _shorter(sheet, title, after is None)
        plausible = title[1] - title[0] > 3 and sheet.folded[slice(*title)].split()[0] not in columns
        yield Mark(
            key, match.start(), rest[1], case_number(sheet, match),
            sheet.found(title, "title in the list", confidence=0.9) if plausible else None,
            sheet.found(case.span(), "case number in the list") if case else None, listed=True,
        )  # fmt: skip


def _shorter(sheet: Sheet, span: Span, last: bool) -> Span:
    """Drop a page number at the end, and what follows the list's last title."""
    text = sheet.text[slice(*span)]
    trail = _TRAIL.search(text)
    end = span[0] + (trail.start() if trail and trail.start() > 3 else len(text))
    if last:
        end = min(end, span[0] + _TITLE)
    return trimmed(sheet.text, (span[0], end))


def _plain_entries(sheet: Sheet, span: Span) -> Iterator[Mark]:
    """Entries numbered 26, 27, 29 ... with page numbers between them."""
    chain: list[re.Match[str]] = []
    for match in _PLAIN.finditer(sheet.text, *span):
        number = int(match.group("number"))
        last = int(chain[-1].group("number")) if chain else None
        if last is None or last < number <= last + _LONGEST_STEP:
            chain.append(match)
    for match, after in zip(chain, [*chain[1:], None], strict=False):
        rest = trimmed(sheet.text, (match.end(), after.start() if after else span[1]))
        case = next((label for label in sheet.labels_in((match.end() - 1, match.end() + 3), "case_field")), None)
        yield _plain_mark(sheet, match, rest, case.end if case else rest[0], after is None)


def _plain_mark(sheet: Sheet, match: re.Match[str], rest: Span, start: int, last: bool) -> Mark:
    case = CASE.match(sheet.text, *trimmed(sheet.text, (start, rest[1])))
    inner = CASE.search(sheet.text, *rest) if case is None else None
    title = trimmed(sheet.text, (case.end() if case else rest[0], inner.start() if inner else rest[1]))
    title = _shorter(sheet, title, last)
    shape = case or inner
    dotted = bool(match.group("dot"))
    return Mark(
        match.group("number"), match.start(), rest[1],
        None if dotted else sheet.found(match.span("number"), "number in the list", confidence=0.9),
        sheet.found(title, "title in the list", confidence=0.85) if title[0] < title[1] else None,
        sheet.found(shape.span(), "case number in the list") if shape else None, listed=True,
    )  # fmt: skip


def case_key(number: str) -> str:
    """Return what makes two prints of a case's number equal, whichever part stands first."""
    parts = [part.strip().lstrip("0") for part in number.split("/")]
    return "/".join(sorted(part[-2:] if len(part) == 4 and part[:2] in ("19", "20") else part for part in parts))


def case_number(sheet: Sheet, match: re.Match[str]) -> Found[str]:
    """Return a case's number, with the code before it unless that only says what a case is."""
    kind = match.group("kind")
    known = kind is None or kind.lower() in sheet.words.head.section_kinds
    span = match.span("number") if known else (match.start("kind"), match.end("number"))
    return sheet.found(span, "number of the case", confidence=0.97)


def _page_marks(sheet: Sheet, listed: Sequence[Mark]) -> Iterator[Mark]:
    keys = {mark.key for mark in listed}
    covered = [(mark.start, mark.end) for mark in listed]
    seen: set[str] = set()
    rows: set[int] = set()
    for line in sheet.lines:
        if not line.running or line.row in rows:
            continue
        rows.add(line.row)
        row = _row_span(sheet, line)
        for mark in (*_cases(sheet, row, keys, covered), *_lost_signs(sheet, row, line, keys)):
            if mark.key not in seen:
                seen.add(mark.key)
                yield mark


def _cases(sheet: Sheet, row: Span, keys: set[str], covered: Sequence[Span]) -> Iterator[Mark]:
    content = next((label.start for label in sheet.labels_in(row) if label.kind in CONTENT and label.kind != "preparer"), row[1])
    front = True
    for match in NUMBER.finditer(sheet.text, *row):
        if any(start <= match.start() < end for start, end in covered) or _in_case_field(sheet, match):
            continue
        key = case_key(match.group("number"))
        at_front = front and match.start() < min(content, row[0] + _FRONT)
        if not at_front and key not in keys:
            continue
        front = False
        start = row[0] if at_front else match.start()
        title = open_title(sheet, (match.end(), row[1]))
        yield Mark(key, start, match.end(), case_number(sheet, match), title, None, False, True)


def _in_case_field(sheet: Sheet, match: re.Match[str]) -> bool:
    near = sheet.labels_in((max(0, match.start() - 24), match.start()), "case_field")
    return bool(near) and not sheet.text[near[-1].end : match.start()].strip()


def _lost_signs(sheet: Sheet, row: Span, line: Line, keys: set[str]) -> Iterator[Mark]:
    """A page that begins with the number of its section, whose sign the extraction lost."""
    front = sheet.text[row[0] : row[0] + _FRONT]
    pages = "|".join(map(re.escape, sheet.words.head.page)) or "-"
    match = re.match(rf"(?:(?:{pages})\s\d+(?:\s?\(\d+\))?\s)?", front, re.IGNORECASE)
    at = row[0] + (match.end() if match else 0)
    case = CASE.match(sheet.text, at, row[1])
    number = _PLAIN.match(sheet.text, case.end() + 1 if case else at, row[1])
    if number is None or number.group("dot") or not (line.page or case):
        return
    label = next((label for label in sheet.labels_in((number.end() - 1, number.end() + 2), "case_field")), None)
    inner = CASE.match(sheet.text, *trimmed(sheet.text, (label.end, row[1]))) if label else None
    shown = case or inner
    yield Mark(
        number.group("number"), row[0], number.end("number"),
        sheet.found(number.span("number"), "number of the section", confidence=0.85),
        open_title(sheet, (inner.end() if inner else number.end(), row[1])),
        sheet.found(shown.span(), "case number beside the section") if shown else None, False, True,
    )  # fmt: skip


def open_title(sheet: Sheet, span: Span) -> Found[str] | None:
    """Return the title that running text begins with: capitals, else up to a label, office or body."""
    start, end = trimmed(sheet.text, span)
    label = next((label.start for label in sheet.labels_in((start, end))), end)
    end = min(end, label, start + 3 * _TITLE)
    capitals = re.match(r"(?:(?:[A-ZÅÄÖÆØ0-9][A-ZÅÄÖÆØ0-9.,:/&()’'-]*|[-–])(?:\s+|$))+", sheet.text[start:end] + " ")
    if capitals and sum(char.isalpha() for char in capitals.group()) > 4 and capitals.group().split()[0].isupper():
        end = min(end, start + len(capitals.group().rstrip()))
    else:
        end = _sentence_case(sheet, (start, end))
    stop = trimmed(sheet.text, (start, end))
    return sheet.found(stop, "title in running text", confidence=0.8) if 3 < stop[1] - stop[0] <= 2 * _TITLE else None


def _sentence_case(sheet: Sheet, span: Span) -> int:
    """A title ends where a capital word that acts begins: an office, or a body that decides."""
    words = sheet.words
    tokens = list(re.finditer(r"[^\s]+", sheet.text[slice(*span)]))
    for before, token in zip(tokens, tokens[1:], strict=False):
        word = token.group().lower().strip(".,:;")
        acts = word.endswith((*words.people.offices, *words.bodies.endings))
        if token.group()[0].isupper() and acts and len(before.group()) > 3:
            return span[0] + token.start()
        if before.group().endswith(".") and len(before.group()) > 4 and token.group()[0].isupper():
            return span[0] + before.end()
    return span[1]


def first_body(sheet: Sheet, span: Span) -> Span | None:
    """Return the first body named within a span."""
    return find_body(sheet.text, sheet.folded, span, sheet.words.bodies)
