"""Knows how minutes and agendas number their items line by line: "§ 21 Title", "57 §", "PS 12/25 Title"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from config.decision_words import Phrases
from extract.decision_lines import Line, goes_on
from extract.decision_marks import Mark, number_of
from extract.decision_rows import is_row
from extract.decision_shapes import ARCHIVE, BARE_CASE, CASE, DAY, NUMBER, SIGN_FIRST, SIGN_LAST, key_of
from extract.decision_sheet import Sheet, trimmed
from extract.labels import CONTENT
from records.base import Span
from records.evidence import Found

_UPPER = re.compile(r"(?P<number>\d{1,4})\s+(?=[A-ZÅÄÖÆØ]{2})")
_NUMBERED = (SIGN_FIRST, SIGN_LAST, _UPPER, NUMBER)
_LONE = re.compile(r"(?P<number>\d{1,3})$")
_DOTTED = re.compile(r"(?P<number>\d{1,3})[.)]\s+(?=[A-ZÅÄÖÆØ])")
_LEADERS = re.compile(r"(?:[ .…]{3,}|\s*(?:\.{2,}|…))\s*\d{0,4}$|\s{2,}\d{1,4}$|^\s*\d{1,4}$")
_LONGEST_CASE = 40
_BELOW = 200
_LONGEST_LETTERS = 10
_COLON = re.compile(r"\s?[:.–-]\s")
_OPENING = re.compile(r"[ \u00a0]*\((?:[^\W\d_]{2,12}[.:]?[ \u00a0]*)?$")
_WORD = re.compile(r"[^\W\d_]+")


def line_marks(sheet: Sheet) -> Iterator[Mark]:
    """Return the marks of lines that begin with the number of an item.

    Below the heading of a list, marks that follow each other without text between are its entries;
    a number that comes again begins the items themselves.
    """
    lists = _list_starts(sheet)
    marks = list(_marks(sheet, lists))
    joined = [False, *(_follows(sheet, mark, after) for mark, after in pairwise(marks)), False]
    seen: set[str] = set()
    for number, mark in enumerate(marks):
        entry = joined[number + 1] or (joined[number] and mark.key not in seen)
        seen.add(mark.key)
        yield replace(mark, listed=bool(lists) and lists[0] < mark.start and entry)


def _follows(sheet: Sheet, mark: Mark, after: Mark) -> bool:
    """Whether the next mark comes right below, with at most the number of a page between."""
    between = without_page(sheet, (mark.end, after.start))
    return not any(char.isalpha() for char in sheet.text[slice(*between)])


def _marks(sheet: Sheet, lists: list[int]) -> Iterator[Mark]:
    for number, line in enumerate(sheet.lines):
        if line.running or not line.digits or (number and sheet.lines[number - 1].row == line.row):
            continue
        in_list = bool(lists) and lists[0] < line.start
        mark = _sign_mark(sheet, number, in_list) or _case_mark(sheet, number)
        if mark:
            yield mark


def _list_starts(sheet: Sheet) -> list[int]:
    lists = sheet.words.head.lists
    short = (line for line in sheet.lines if line.end - line.start <= _LONGEST_CASE)
    return [line.start for line in short if sheet.folded[slice(*line.span)].rstrip(" :") in lists]


def _row_end(sheet: Sheet, number: int) -> int:
    row = sheet.lines[number].row
    return max(line.end for line in sheet.lines[number : number + 8] if line.row == row)


def _sign_mark(sheet: Sheet, number: int, in_list: bool) -> Mark | None:
    line = sheet.lines[number]
    counted = [_UPPER, _LONE] if _is_point(sheet, line) else [_UPPER, _LONE, _DOTTED]
    signs = () if sheet.words.head.section_kinds else (SIGN_FIRST, SIGN_LAST)
    shapes = [*signs, *(counted if in_list else ())]
    shape = next((match for form in shapes if (match := form.match(sheet.text, *line.span))), None)
    if shape is None or _is_day(sheet, line):
        return None
    row = (shape.end(), _row_end(sheet, number))
    case = _case_behind(sheet, row) or _case_at_end(sheet, row)
    title = _title(sheet, number, _without_case(sheet, row, case))
    found = sheet.found(shape.span("number"), "number of the section", "labelled")
    end = max(row[1], title.spans[-1][1] if title else 0)
    number_on_list = shape.re is _DOTTED
    return Mark(shape.group("number"), line.start, end, None if number_on_list else found, title, case)


def _is_point(sheet: Sheet, line: Line) -> bool:
    """Whether a line stands under the label of a proposal or decision, so that its number counts points."""
    above = sheet.label_before(line.start)
    return above is not None and above.kind in ("proposal", "decision")


def _is_day(sheet: Sheet, line: Line) -> bool:
    return DAY.match(sheet.text, *line.span) is not None


def _case_behind(sheet: Sheet, row: Span) -> Found[str] | None:
    label = next(sheet.each_label(row, "case_field"), None)
    value = trimmed(sheet.text, (label.end, row[1])) if label else row
    if label is None or not 0 < value[1] - value[0] < _LONGEST_CASE:
        return None
    bare = next((match for shape in (CASE, BARE_CASE) if (match := shape.match(sheet.text, *value))), None)
    if bare and not any(char.isalpha() for char in sheet.text[bare.end() : value[1]]):
        value = trimmed(sheet.text, bare.span())
    return sheet.found(value, "case number beside the section")


def _case_at_end(sheet: Sheet, row: Span) -> Found[str] | None:
    """A case number that ends an entry: "3. Utbildningsprogram   KS 2022/311"."""
    bracket = sheet.text[row[1] - 1 : row[1]] == ")"
    cases = (match for match in CASE.finditer(sheet.text, *row) if match.end() == row[1] - bracket)
    case = next(cases, None)
    return sheet.found(case.span(), "case number behind the title") if case else None


def _without_case(sheet: Sheet, row: Span, case: Found[str] | None) -> Span:
    """What is left of a row beside its case number: the words behind it, else those before it."""
    if case is None:
        return row
    start, end = case.spans[0]
    if end < row[1] and sheet.text[end : row[1]] != ")":
        return max(row[0], end), row[1]
    label = next(sheet.each_label(row, "case_field"), None)
    opening = _OPENING.search(sheet.text, row[0], start)
    return row[0], label.start if label else opening.start() if opening else start


def _title(sheet: Sheet, number: int, rest: Span) -> Found[str] | None:
    """The rest of the line with the lines that go on with it; else the line below a bare number."""
    span = trimmed(sheet.text, rest)
    day = DAY.match(sheet.text, *span)
    if day:
        span = trimmed(sheet.text, (day.end(), span[1]))
    if span[0] >= span[1]:
        row = sheet.lines[number].row
        below = next((line for line in sheet.lines[number + 1 : number + 8] if line.row > row), None)
        if below is None or not _may_name(sheet, below):
            return None
        span = below.span
    span = without_page(sheet, continued(sheet, span))
    return sheet.found(span, "title of the section") if span[0] < span[1] else None


def _may_name(sheet: Sheet, line: Line) -> bool:
    """Whether a line below a bare number may be the item's title: no label, no head of a treatment."""
    if line.digits and NUMBER.match(sheet.text, *line.span):
        return False
    dated = DAY.search(sheet.text, *line.span) if line.digits else None
    handled = dated is not None and sheet.find_body((line.start, dated.start())) is not None
    short = dated is not None and dated.start() - line.start <= _LONGEST_LETTERS
    return sheet.text[line.start].isalpha() and not (sheet.label_at(line.start) or handled or short)


def continued(sheet: Sheet, span: Span) -> Span:
    """Return a title with the lines that it goes on in."""
    start, end = span
    for line in sheet.lines_in((end, end + _BELOW)):
        if not goes_on(sheet.text, (start, end), line) or sheet.label_at(line.start):
            break
        if line.digits and any(form.match(sheet.text, *line.span) for form in _NUMBERED):
            break
        end = line.end
    return start, end


@lru_cache(maxsize=16)
def _counted(pages: Phrases) -> re.Pattern[str]:
    words = "|".join(map(re.escape, pages)) or "(?!)"
    return re.compile(rf"(?:^|(?<=[^\w]))\s*(?:{words})\s*\d+$|^\s*(?:{words})\s*\d*$")


def without_page(sheet: Sheet, span: Span) -> Span:
    """Drop leaders and the page number at the end of a line in a list."""
    text = sheet.text[slice(*span)].rstrip()
    page = _counted(sheet.words.head.page).search(text.lower()) or _LEADERS.search(text)
    return trimmed(sheet.text, (span[0], span[0] + page.start())) if page else trimmed(sheet.text, span)


def _names_document(sheet: Sheet, span: Span) -> bool:
    first = _WORD.match(sheet.folded, *span)
    return first is not None and first.group() in sheet.lexicon.kinds


@lru_cache(maxsize=16)
def kind_before(kinds: Phrases) -> re.Pattern[str]:
    """Return the pattern of a code right before a case's number: "PS ", "Sak nr: ", "UR-sak "."""
    ordered = sorted(kinds, key=len, reverse=True)
    words = "|".join(map(re.escape, ordered))
    return re.compile(rf"(?:[^\W\d_]{{1,4}}-)?(?:{words})[.:]?\s?:?\s*(?=(?:[^\W\d_]{{2,3}}[ -])?\d)")


def _case_mark(sheet: Sheet, number: int) -> Mark | None:
    """ "PS 12/25 Title", "Sak nr: 41/26", "UR-sak 6/25 Title"; rows of the table of bodies are none."""
    line = sheet.lines[number]
    if not sheet.words.head.section_kinds:
        return None
    kind = kind_before(sheet.lexicon.section_names).match(sheet.folded, *line.span)
    shape = NUMBER.match(sheet.text, kind.end() if kind else line.start, line.end)
    label = sheet.label_at(line.start)
    content = label is not None and (label.kind == "case_field" or label.kind in CONTENT)
    if shape is None or content or is_row(sheet, number, shape.end()):
        return None
    colon = _COLON.match(sheet.text, shape.end())
    start, end = colon.end() if colon else shape.end(), _row_end(sheet, number)
    field = next((other.start for other in sheet.each_label((start, end)) if other.colon), end)
    rest = trimmed(sheet.text, (start, field))
    if not (kind or shape.group("kind")) and rest[0] >= rest[1]:
        return None
    if sheet.text[rest[0] : rest[0] + 1].islower():  # "I sak 2022/70 gjorde kommunestyret slikt vedtak"
        return None
    case = ARCHIVE.match(sheet.text, *rest)
    span = without_page(sheet, trimmed(sheet.text, (case.end() if case else rest[0], rest[1])))
    if _names_document(sheet, span):
        return None
    title = _title(sheet, number, span) if kind or span[0] < span[1] else None
    return Mark(
        key_of(shape.group("number")), line.start, max(rest[1], shape.end(), title.span[1] if title else 0),
        number_of(sheet, (shape.group("kind"), shape.start("kind")), shape.span("number")), title,
        sheet.found(case.span(), "case number in the list") if case else None,
    )  # fmt: skip
