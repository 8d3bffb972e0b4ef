"""Knows where an item's title stands among the lines of its frame."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.decision_handling_heads import is_treatment
from extract.decision_lines import Line, goes_on, is_spaced
from extract.decision_rows import in_way
from extract.decision_shapes import BARE_CASE, CASE, DAY, NUMBER, SIGN_FIRST, SIGN_LAST
from extract.decision_sheet import Sheet
from extract.head import Head
from extract.labels import CONTENT, Label
from records.base import Span
from records.evidence import Found

_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|[|\s]+")
_ADDRESS = re.compile(r"https?://|www\.|@", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]+")
_CLASS = re.compile(r"\d{2}(?:\.\d{2,6})+$|/\d{4}$")
_FIELD = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?\.?:[ \u00a0]+\S")
_PROSE = 260
_LONG_LINE = 9
_SHORT_NAME = 14
_FEW_WORDS = 4
_MOST_LINES = 40
_FEW_LINES = 12
_LONGEST_LETTERS = 24
"""No section, day or case number has more characters before its first digit: "Planläggningsdnr-2024-12"."""
_LONE = (
    ("section", SIGN_FIRST),
    ("section", SIGN_LAST),
    ("day", DAY),
    ("case", CASE),
    ("case", BARE_CASE),
)
_PAPER = re.compile(r"(?:[^\W\d_]+ ){1,3}(?:19|20)\d\d [^\W\d_]{1,3}\.? \d{1,4} (?=[A-ZÅÄÖÆØ])")
"""A council's paper by its number in the year: "Kommunfullmäktige Handling 2019 nr 4"."""
_SENT = re.compile(r" ([A-ZÅÄÖÆØ][a-zåäöæø]{2,})(?= [A-ZÅÄÖÆØ])")
"""A word with a capital before a name, which may tell whom a paper is sent to."""


def find_title(sheet: Sheet, span: Span, head: Head) -> Found[str] | None:
    """Return the title of an item.

    It is the last line of the frame before a treatment's head or a case number, else the first one
    after them; in papers, whose frame names departments and persons too, the last.
    """
    for label in sheet.labels_in(span, "title_field"):
        value = sheet.value_of(label, span[1])
        if value[0] < value[1] and label.colon:
            return sheet.found(value, "field of the title")
    frame = _frame(sheet, span)
    if frame.before:
        at = len(frame.before) - 1 if head.layout == "item" or frame.anchored else 0
        return sheet.found(_bare(sheet, _whole(sheet, frame.before, at)), "line of the title", "placed")
    last = frame.after or frame.weak
    if not last:
        return None
    dated = head.kind in ("minutes", "agenda", "officer_decision") and head.body is not None
    at = 0 if head.layout == "item" or (dated and frame.after) else len(last) - 1
    return sheet.found(_bare(sheet, _whole(sheet, last, at)), "line of the title", "placed")


def _bare(sheet: Sheet, span: Span) -> Span:
    """Leave a paper's number before its title, and the body it is sent to behind it, on the same line."""
    paper = _PAPER.match(sheet.text, *span)
    start, end = (paper.end() if paper else span[0]), span[1]
    for sent in _SENT.finditer(sheet.text, start, end):
        told = sent.group(1).lower() in sheet.words.head.addressees
        body = sheet.find_body((sent.end(), end)) if told else None
        if body and body[1] == end:
            return start, sent.start()
    return start, end


def _whole(sheet: Sheet, lines: Sequence[Line], at: int) -> Span:
    """The title that a line belongs to, with the lines that it goes on from and in."""
    first = last = at
    while first and goes_on(sheet.text, lines[first - 1].span, lines[first]):
        first -= 1
    while last + 1 < len(lines) and goes_on(sheet.text, lines[last].span, lines[last + 1]):
        last += 1
    return lines[first].start, lines[last].end


@dataclass(slots=True)
class _Frame:
    """The lines that may be a title, before and after the first anchor; `weak` ones look like a name."""

    before: list[Line] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)
    weak: list[Line] = field(default_factory=list)
    anchored: bool = False

    def take(self, line: Line) -> None:
        (self.after if self.anchored else self.before).append(line)


def _frame(sheet: Sheet, span: Span) -> _Frame:
    frame = _Frame()
    stop = next((label.start for label in sheet.each_label(span) if _is_content(label)), span[1])
    lines = sheet.lines_in((span[0], stop))[: _MOST_LINES if stop < span[1] else _FEW_LINES]
    skipped = _skipped(sheet, lines)
    for number, line in enumerate(lines):
        label = sheet.label_at(line.start)
        if number in skipped or (label and label.kind != "case_field"):
            continue
        if _is_anchor(sheet, line, label):
            frame.anchored = True
            if frame.before:
                break
        elif is_frame(sheet, line):
            continue
        elif _names_publisher(sheet, line) or _is_letterhead(sheet, line):
            frame.weak.append(line)
        else:
            if line.end - line.start > _PROSE and (frame.before or frame.after):
                break
            frame.take(line)
    return frame


def _is_content(label: Label) -> bool:
    return label.kind in CONTENT and label.kind not in ("history", "preparer", "contact", "presenter")


def _skipped(sheet: Sheet, lines: Sequence[Line]) -> set[int]:
    """Lines of lists in the frame: attachments, persons below their label, tables of treatments."""
    return {*_below_labels(sheet, lines), *_below_header(sheet, lines), *_tabled(sheet, lines)}


def _below_labels(sheet: Sheet, lines: Sequence[Line]) -> Iterator[int]:
    skipping = False
    for number, line in enumerate(lines):
        label = sheet.label_at(line.start)
        if label and label.kind in ("attachments", "preparer", "contact"):
            skipping = True
        elif label or _lone(sheet, line) or (number and _parted(sheet, lines[number - 1], line)):
            skipping = False
        if skipping:
            yield number


def _below_header(sheet: Sheet, lines: Sequence[Line]) -> Iterator[int]:
    """The row below a row of labels holds their values."""
    labelled = [(line, sheet.label_at(line.start)) for line in lines if line.column]
    fields = [(line, label) for line, label in labelled if label and label.kind != "tail"]
    headers = {line.row for line, label in fields if label.end >= line.end}
    for number, line in enumerate(lines):
        if line.row - 1 in headers and not sheet.label_at(line.start):
            yield number


def _opens(sheet: Sheet, line: Line) -> bool:
    """Whether a line is but the label of a person, so that the name follows below."""
    label = sheet.label_at(line.start)
    return label is not None and label.kind == "preparer" and label.end >= line.end


def _parted(sheet: Sheet, above: Line, below: Line) -> bool:
    """Whether a blank line ends a list, and does not just part a label from the name below it."""
    return sheet.text.count("\n", above.end, below.start) > 1 and not _opens(sheet, above)


def _tabled(sheet: Sheet, lines: Sequence[Line]) -> Iterator[int]:
    """A body with its section and day on the next two lines, in either order."""
    for number in range(len(lines) - 2):
        if not (lines[number + 1].digits and lines[number + 2].digits):
            continue
        line = lines[number]
        shapes = {_lone(sheet, lines[number + 1]), _lone(sheet, lines[number + 2])}
        if shapes != {"section", "day"} or _lone(sheet, line) is not None:
            continue
        if line.end - line.start <= _SHORT_NAME or sheet.find_body(line.span):
            yield from (number, number + 1, number + 2)


def _lone(sheet: Sheet, line: Line) -> str | None:
    """What stands alone on a line: a section, a day, a case number, or None of these.

    A bare number beside other columns counts meetings or pages ("Pöytäkirja   3/2023   12").
    """
    if not line.digits or line.digit - line.start > _LONGEST_LETTERS:
        return None
    for name, shape in _LONE:
        match = shape.match(sheet.text, *line.span)
        if match and not _words_behind(sheet, match.end(), line.end):
            return None if shape is BARE_CASE and _beside(sheet, line) else name
    return None


def _beside(sheet: Sheet, line: Line) -> Sequence[Line]:
    """The other columns of a line's row."""
    place = sheet.place_of(line)
    near = sheet.lines[max(0, place - 3) : place + 4]
    return [cell for cell in near if cell.row == line.row and cell.start != line.start]


def _words_behind(sheet: Sheet, start: int, end: int) -> bool:
    """Whether words follow, a class like "T 00 00 03" aside."""
    return any(len(word) > 1 for word in _WORDS.findall(sheet.text[start:end]))


def _is_anchor(sheet: Sheet, line: Line, label: Label | None) -> bool:
    """A treatment's head, a section alone, a case number alone or behind its label."""
    if label is not None:
        return True
    number = NUMBER.match(sheet.text, *line.span) if sheet.words.head.section_kinds else None
    if number and not _words_behind(sheet, number.end(), line.end):
        return True
    return _lone(sheet, line) in ("section", "case") or is_treatment(sheet, line)


def is_frame(sheet: Sheet, line: Line) -> bool:
    """Whether a line is of the page's frame: navigation, addresses, days, names of bodies and documents."""
    text = sheet.text[slice(*line.span)]
    bare = _IMAGE.sub(" ", text).strip()
    if not _LETTER.search(bare) or _ADDRESS.search(bare) or _CLASS.match(bare) or text.endswith("|"):
        return True
    if in_way(sheet, line) or _lone(sheet, line) or sheet.body_line(line.span) or is_spaced(text):
        return True
    return _is_chrome(sheet, bare.lower()) or _names_document(sheet, bare.lower())


def _is_chrome(sheet: Sheet, folded: str) -> bool:
    head = sheet.words.head
    plain = folded.strip(" #:|")
    if plain in head.empty_titles:
        return True
    if not plain.startswith(head.chrome):
        return False
    opening = (word for word in head.chrome if plain.startswith(word))
    return any(not plain[len(word) : len(word) + 1].isalpha() for word in opening)


def _names_publisher(sheet: Sheet, line: Line) -> bool:
    """Whether a line's few words end in a council's or department's name."""
    words = _WORDS.findall(sheet.folded[slice(*line.span)])
    publishers = sheet.words.head.publishers
    if not 0 < len(words) <= _FEW_WORDS or sheet.text[line.end - 1] == ".":
        return False
    office = len(words) < _FEW_WORDS - 1 and words[-1].endswith(sheet.words.people.offices)
    return words[-1].endswith(publishers) or words[0] in publishers or office


def _is_letterhead(sheet: Sheet, line: Line) -> bool:
    """Whether a line is a field that no table knows ("Mottagare: ...") or a cell beside a field or day."""
    if _FIELD.match(sheet.text, *line.span):
        return True
    told = (sheet.label_at(cell.start) or _lone(sheet, cell) for cell in _beside(sheet, line))
    return not line.running and any(told)


def _names_document(sheet: Sheet, folded: str) -> bool:
    words = _WORDS.findall(folded)
    kinds = sheet.lexicon.kinds
    if any(" ".join(words[:size]) in kinds for size in (1, 2, 3)):
        return True
    told = any(word in kinds for word in words)
    if len(words) >= _LONG_LINE or not words:
        return False
    if words[0].endswith(sheet.words.bodies.endings or ()) and _is_meeting(sheet, folded, words[1:]):
        return True
    return told and _dated_or_published(sheet, folded, words)


def _is_meeting(sheet: Sheet, folded: str, words: Sequence[str]) -> bool:
    """Whether only a name for the document stands behind a body, or its meeting with the day."""
    if len(words) == 1 and words[0] in sheet.lexicon.kinds:
        return True
    return bool(words) and words[0] in sheet.words.head.meeting and DAY.search(folded) is not None


def _dated_or_published(sheet: Sheet, folded: str, words: Sequence[str]) -> bool:
    return DAY.search(folded) is not None or any(word in sheet.words.head.publishers for word in words)
