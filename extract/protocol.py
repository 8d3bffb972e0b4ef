"""Knows whole minutes and agendas: where each of their items begins and ends, and what the list calls it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from config.languages import Language
from extract.decision_bodies import body_line, find_body
from extract.decision_lines import Line
from extract.decision_running import Mark, running_marks
from extract.decision_shapes import ARCHIVE, NUMBER, PAGE_COUNT, SIGN_FIRST, SIGN_LAST
from extract.decision_sheet import Sheet, read_sheet, trimmed
from extract.head import Head, find_head
from records.base import Span
from records.dates import DateFinding
from records.evidence import Found
from records.item import Item

_UPPER = re.compile(r"(?P<number>\d{1,4})\s+(?=[A-ZÅÄÖÆØ]{2})")
_LONE_NUMBER = re.compile(r"(?P<number>\d{1,3})$")
_LEADERS = re.compile(r"[ .…]{3,}\s*\d{0,4}$|\s*(?:\.{2,}|…)\s*\d{0,4}$")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class ProtocolSection:
    """One item of a meeting's minutes or agenda.

    `span` is its extent in the text, `listed` tells that it stands in the list of items only.
    """

    span: Span
    number: Found[str] | None
    title: Found[str] | None
    case_number: Found[str] | None
    listed: bool = False


def split_protocol(item: Item, dates: Sequence[Found[DateFinding]], language: Language) -> tuple[ProtocolSection, ...]:
    """Return the items of a whole meeting's minutes or agenda; none for a page that holds one item."""
    sheet = read_sheet(item.text, item.blocks, dates, language.decision)
    sections = find_sections(sheet, find_head(sheet))
    return sections if len(sections) >= _FEWEST else ()


def find_sections(sheet: Sheet, head: Head) -> tuple[ProtocolSection, ...]:
    """Return the sections that a text numbers, in the order in which they are first named."""
    if head.layout == "item":
        return ()
    marks = list(_line_marks(sheet))
    if not marks:
        marks = list(running_marks(sheet))
    return tuple(_chosen(sheet, _in_order(marks)))


def _in_order(marks: Sequence[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: mark.start)


def _chosen(sheet: Sheet, marks: Sequence[Mark]) -> Iterator[ProtocolSection]:
    """Of several marks of one number take the one with text below it; the others lend it a title."""
    by_key: dict[str, list[tuple[Mark, Span]]] = {}
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        end = mark.end if mark.listed else (after.start if after else len(sheet.text))
        by_key.setdefault(mark.key, []).append((mark, (mark.start, end)))
    for group in by_key.values():
        full = [entry for entry in group if not _bare(sheet, *entry)]
        mark, span = (full or group)[-1 if not full else 0]
        title = mark.title or next((other.title for other, _ in group if other.title), None)
        listed = next((other.title for other, _ in group if other.listed and other.title), None)
        case = mark.case or next((other.case for other, _ in group if other.case), None)
        yield ProtocolSection(span, mark.number, _better(sheet, title, listed, mark), case, not full)


def _better(sheet: Sheet, title: Found[str] | None, listed: Found[str] | None, mark: Mark) -> Found[str] | None:
    """The list tells where a title ends that runs into the text behind it."""
    if listed is None or title is None or not mark.open_title:
        return title or listed
    length = _shared(sheet.folded, title.spans[0], listed.value.lower())
    if length:
        return sheet.found((title.spans[0][0], title.spans[0][0] + length), "title as listed")
    return listed


def _shared(folded: str, span: Span, listed: str) -> int:
    """How far a text repeats the listed title, blanks aside; 0 where it does not."""
    wanted, at = [char for char in listed if not char.isspace()], span[0]
    blanks = 0
    for char in wanted:
        while at < len(folded) and folded[at].isspace():
            at += 1
            blanks += 1
        if at >= len(folded) or folded[at] != char:
            return 0
        at += 1
    return at - span[0] if blanks >= listed.count(" ") else 0


def _bare(sheet: Sheet, mark: Mark, span: Span) -> bool:
    """Whether nothing but the title stands under a mark."""
    end = mark.title.spans[-1][1] if mark.title else mark.end
    rest = sheet.text[end : span[1]]
    return mark.listed or not PAGE_COUNT.sub("", rest.strip()).strip(" .…\n|-_") or _only_page(sheet, rest)


def _only_page(sheet: Sheet, rest: str) -> bool:
    words = re.findall(r"[^\W\d_]+", rest.lower())
    return all(word in sheet.words.head.page for word in words) and len(rest.strip()) < 20


def _line_marks(sheet: Sheet) -> Iterator[Mark]:
    lines = sheet.lines
    lists = list_starts(sheet)
    for number, line in enumerate(lines):
        if line.column and not _first_of_row(lines, number):
            continue
        mark = _line_mark(sheet, lines, number, any(start < line.start for start in lists))
        if mark:
            yield mark


def _first_of_row(lines: Sequence[Line], number: int) -> bool:
    return lines[number - 1].row != lines[number].row


def list_starts(sheet: Sheet) -> list[int]:
    """Return where lists of items are headed."""
    return [
        line.start
        for line in sheet.lines
        if sheet.folded[line.start : line.end].rstrip(" :") in sheet.words.head.lists
    ]


def _line_mark(sheet: Sheet, lines: Sequence[Line], number: int, in_list: bool) -> Mark | None:
    line = lines[number]
    shape = SIGN_FIRST.match(sheet.text, *line.span) or SIGN_LAST.match(sheet.text, *line.span)
    if shape is None and in_list:
        shape = _UPPER.match(sheet.text, *line.span) or _LONE_NUMBER.match(sheet.text, *line.span)
    if shape is None and not line.running:
        return _norwegian(sheet, lines, number)
    if shape is None or line.running and shape.re is _UPPER:
        return None
    title, end = _title_after(sheet, lines, number, shape.end())
    found = sheet.found(shape.span("number"), "number of the section", confidence=0.98)
    return Mark(shape.group("number"), line.start, end, found, title, _case_after(sheet, shape.end(), line))


def _norwegian(sheet: Sheet, lines: Sequence[Line], number: int) -> Mark | None:
    line = lines[number]
    start = _after_kind(sheet, line)
    shape = NUMBER.match(sheet.text, start, line.end)
    label = sheet.label_at(line.start)
    if shape is None or (label and label.kind == "case_field"):
        return None
    row_end = max(other.end for other in lines[number : number + 6] if other.row == line.row)
    rest = trimmed(sheet.text, (shape.end(), row_end))
    if _is_row(sheet, rest):
        return None
    prefixed = start > line.start or bool(shape.group("kind"))
    if not prefixed and not rest[1] - rest[0]:
        return None
    case = ARCHIVE.match(sheet.text, *rest)
    if case:
        rest = trimmed(sheet.text, (case.end(), rest[1]))
    title = sheet.found(rest, "title of the section") if rest[0] < rest[1] else None
    found_case = sheet.found(case.span(), "case number in the list") if case else None
    return Mark(key_of(shape.group("number")), line.start, max(rest[1], shape.end()), _number(sheet, shape), title, found_case)


def _after_kind(sheet: Sheet, line: Line) -> int:
    """Skip the words that may stand before a case's number: "UR-sak 6/25", "Sak nr: 41/26"."""
    kinds = sorted(sheet.words.head.section_kinds, key=len, reverse=True)
    pattern = re.compile(rf"(?:[^\W\d_]{{1,4}}-)?(?:{'|'.join(map(re.escape, kinds))})[.:]?[ \u00a0]*:?[ \u00a0]*(?=\d)") if kinds else None
    match = pattern.match(sheet.folded, *line.span) if pattern else None
    return match.end() if match else line.start


def _is_row(sheet: Sheet, rest: Span) -> bool:
    """Whether a number's line is a row of the table of bodies: "61/23  Formannskapet  26.09.2023"."""
    words = sheet.words.bodies
    name = re.match(r"[^\d\n]*", sheet.text[slice(*rest)])
    span = trimmed(sheet.text, (rest[0], rest[0] + (name.end() if name else 0)))
    body = find_body(sheet.text, sheet.folded, span, words) if span[0] < span[1] else None
    whole = body_line(sheet.text, sheet.folded, span, words)
    leftover = len(sheet.text[slice(*span)].split()) - len(sheet.text[slice(*body)].split()) if body else 99
    return whole is not None or (body is not None and body[0] == span[0] and leftover <= 1)


def _number(sheet: Sheet, shape: re.Match[str]) -> Found[str]:
    kind = shape.group("kind")
    known = kind is None or kind.lower() in sheet.words.head.section_kinds
    span = shape.span("number") if known else (shape.start("kind"), shape.end("number"))
    return sheet.found(span, "number of the case", confidence=0.97)


def key_of(number: str) -> str:
    """Return what makes two prints of a case's number equal: its parts, blanks and zeros aside, in any order."""
    parts = sorted(part.strip().lstrip("0")[-4:] for part in number.split("/"))
    return "/".join(part[-2:] if len(part) == 4 and part.startswith(("19", "20")) else part for part in parts)


def _title_after(sheet: Sheet, lines: Sequence[Line], number: int, start: int) -> tuple[Found[str] | None, int]:
    """The rest of the line, with the lines below that go on with it; else the line below a bare number."""
    line = lines[number]
    row_end = max(other.end for other in lines[number : number + 6] if other.row == line.row)
    rest = trimmed(sheet.text, (start, row_end))
    case = _case_after(sheet, start, line)
    if case:
        rest = trimmed(sheet.text, (max(rest[0], case.spans[-1][1]), rest[1]))
    if rest[0] >= rest[1]:
        below = next((other for other in lines[number + 1 : number + 6] if other.row > line.row), None)
        if below is None or sheet.label_at(below.start):
            return None, row_end
        rest = below.span
    span = _without_page(sheet, _continued(sheet, lines, rest))
    return sheet.found(span, "title of the section", confidence=0.95) if span[0] < span[1] else None, max(row_end, rest[1])


def _continued(sheet: Sheet, lines: Sequence[Line], span: Span) -> Span:
    """A title in capitals goes on while the next line is in capitals too."""
    if not sheet.text[slice(*span)].isupper():
        return span
    below = [line for line in lines if span[1] <= line.start < span[1] + 200]
    row_gap = 1
    end = span[1]
    for line in below:
        piece = sheet.text[line.start : line.end]
        if sheet.text[end : line.start].count("\n") > row_gap or not piece.isupper():
            break
        if SIGN_FIRST.match(piece) or SIGN_LAST.match(piece) or _UPPER.match(piece):
            break
        end = line.end
    return span[0], end


def _without_page(sheet: Sheet, span: Span) -> Span:
    """Drop leaders and the page number at the end of a line in a list."""
    text = sheet.text[slice(*span)]
    leaders = _LEADERS.search(text)
    if leaders:
        return trimmed(sheet.text, (span[0], span[0] + leaders.start()))
    pages = "|".join(map(re.escape, sheet.words.head.page))
    counted = re.search(rf"\s*(?:{pages})\s*\d+$", text.lower()) if pages else None
    gap = counted or re.search(r"\s{2,}\d{1,4}$", text)
    return trimmed(sheet.text, (span[0], span[0] + gap.start())) if gap else span


def _case_after(sheet: Sheet, start: int, line: Line) -> Found[str] | None:
    label = next(iter(sheet.labels_in((start, line.end + 40), "case_field")), None)
    if label is None or "\n" in sheet.text[start : label.start]:
        return None
    value = sheet.value_of(label, label.end + 60)
    return sheet.found(value, "case number beside the section") if value[0] < value[1] and value[1] - value[0] < 40 else None


def as_listed(section: ProtocolSection) -> ProtocolSection:
    """Return the section as one of the list only."""
    return replace(section, listed=True)
