"""Knows whole minutes and agendas: where each of their items begins and ends, and what the list calls it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from extract.decision_line_marks import line_marks, without_page
from extract.decision_marks import Mark
from extract.decision_running import running_marks
from extract.decision_shapes import CASE
from extract.decision_sheet import Sheet
from extract.head import Head
from records.base import Span
from records.evidence import Found

_REACH = 60


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


def find_sections(sheet: Sheet, head: Head) -> tuple[ProtocolSection, ...]:
    """Return the sections that a text numbers, in the order in which they are first named."""
    if head.layout == "item":
        return ()
    marks = [*line_marks(sheet), *running_marks(sheet)]
    return _with_papers(sheet, list(_chosen(sheet, sorted(marks, key=lambda mark: mark.start))))


def _with_papers(sheet: Sheet, sections: Sequence[ProtocolSection]) -> tuple[ProtocolSection, ...]:
    """Give items that are only listed the paper behind the list that bears their case number."""
    listed_end = max((section.span[1] for section in sections if section.listed), default=0)
    papers = dict(_papers(sheet, listed_end))
    starts = sorted({*papers.values(), len(sheet.text)})
    placed = []
    for section in sections:
        case = section.case_number if section.listed else None
        start = papers.get(_digits(case.value)) if case else None
        if start is not None:
            end = starts[bisect_right(starts, start)]
            section = replace(section, span=(start, end), listed=False)
        placed.append(section)
    return tuple(placed)


def _papers(sheet: Sheet, after: int) -> Iterator[tuple[str, int]]:
    """Case numbers that head a paper, with where its page begins; the first paper of each."""
    seen: set[str] = set()
    for label in sheet.labels_in((after, len(sheet.text)), "case_field"):
        value = sheet.value_of(label, label.end + _REACH)
        case = CASE.match(sheet.text, *value)
        key = _digits(case.group()) if case else ""
        if key and key not in seen:
            seen.add(key)
            yield key, sheet.row_span(label.start)[0]


def _digits(value: str) -> str:
    return "".join(char for char in value.lower() if char.isalnum())


def _chosen(sheet: Sheet, marks: Sequence[Mark]) -> Iterator[ProtocolSection]:
    """Of several marks of one number take the first with text below it; the others lend it a title."""
    groups: dict[str, list[tuple[Mark, Span]]] = {}
    ends = [mark.start for mark in marks[1:]] + [len(sheet.text)]
    for mark, end in zip(marks, ends, strict=False):
        groups.setdefault(mark.key, []).append((mark, (mark.start, mark.end if mark.listed else end)))
    for group in groups.values():
        names = {_words(mark.title.value.lower()) for mark, _ in group if mark.title}
        filled = [entry for entry in group if not _bare(sheet, *entry)]
        full = [entry for entry in filled if not _names_only(sheet, *entry, names)]
        mark, span = full[0] if full else group[-1]
        titles = [other.title for other, _ in group if other.title and other is not mark]
        case = next((other.case for other, _ in [(mark, span), *group] if other.case), None)
        yield ProtocolSection(span, mark.number, _title(sheet, mark, titles), case, not full)


def _names_only(sheet: Sheet, mark: Mark, span: Span, names: AbstractSet[str]) -> bool:
    """Whether all that stands under a mark is what another mark of its number has for a title."""
    return mark.title is None and _words(sheet.folded[mark.end : span[1]]) in names


def _words(text: str) -> str:
    return " ".join(text.split())


def _title(sheet: Sheet, mark: Mark, others: Sequence[Found[str]]) -> Found[str] | None:
    """The list tells where a title ends that runs into the text behind it."""
    if mark.title is None or not mark.open_title:
        return mark.title or (others[0] if others else None)
    for listed in others:
        length = _repeated(sheet.folded, mark.title.spans[0][0], listed.value.lower())
        if length:
            start = mark.title.spans[0][0]
            return sheet.found((start, start + length), "title as listed")
    return others[0] if others else mark.title


def _repeated(folded: str, start: int, listed: str) -> int:
    """How far a text repeats the listed title, blanks aside; 0 where it does not or lost its blanks."""
    at, blanks = start, 0
    for char in listed:
        if char.isspace():
            continue
        while at < len(folded) and folded[at].isspace():
            at += 1
            blanks += 1
        if at >= len(folded) or folded[at] != char:
            return 0
        at += 1
    return at - start if blanks >= listed.count(" ") else 0


def _bare(sheet: Sheet, mark: Mark, span: Span) -> bool:
    """Whether nothing but the title stands under a mark."""
    if mark.listed:
        return True
    end = mark.title.spans[-1][1] if mark.title else mark.end
    rest = without_page(sheet, (end, max(end, span[1])))
    return not any(char.isalpha() for char in sheet.text[slice(*rest)])
