"""Knows where an item's title and case number stand among the lines of its frame."""

import re
from collections.abc import Iterator, Sequence

from extract.decision_bodies import body_line
from extract.decision_lines import Line
from extract.decision_shapes import ARCHIVE, BARE_CASE, CASE, SIGN_FIRST, SIGN_LAST
from extract.decision_sheet import Sheet, trimmed
from extract.head import Head
from extract.labels import CONTENT
from records.base import Span
from records.evidence import Found

_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|[|\s]+")
_ADDRESS = re.compile(r"https?://|www\.|@|DREQUEST", re.IGNORECASE)
_TREATED = re.compile(r".{2,80}?\s+\d{1,2}\.\d{1,2}\.\d{4}(?:\s*(?:§\s*\d+|\d+\s*§))?[ .]*$|[A-ZÅÄÖ][\wåäöÅÄÖ]{1,20}\s+§\s*\d+$")
_DATE_ONLY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}$|\d{4}-\d{2}-\d{2}$")
_LETTERS = re.compile(r"[^\W\d_]")
_CLASS = re.compile(r"\d{2}(?:\.\d{2,6})+$|/\d{4}$")
_PROSE = 260
_WORD = re.compile(r"[^\W\d_]+")


def find_case_number(sheet: Sheet, spans: Sequence[Span]) -> Found[str] | None:
    """Return the case number of the first span that tells one: behind its label, or as a line of its own."""
    for span in spans:
        found = _labelled_case(sheet, span) or _line_case(sheet, span)
        if found:
            return found
    return None


def _labelled_case(sheet: Sheet, span: Span) -> Found[str] | None:
    for label in sheet.labels_in(span, "case_field"):
        value = sheet.value_of(label, span[1])
        for shape in (CASE, BARE_CASE, ARCHIVE):
            match = shape.search(sheet.text, value[0], min(value[1], value[0] + 60))
            if match:
                return sheet.found(_bare(match), "field of the case number", confidence=0.97)
    return None


def _bare(match: re.Match[str]) -> Span:
    """A case number without the class in brackets behind it."""
    cut = match.group().find("(")
    return trimmed(match.string, (match.start(), match.end() if cut < 0 else match.start() + cut))


def _line_case(sheet: Sheet, span: Span) -> Found[str] | None:
    for line in sheet.lines_in(span):
        if line.running:
            match = CASE.search(sheet.text, line.start, min(line.end, line.start + _PROSE))
            if match and match.end() <= span[1]:
                return sheet.found(match.span(), "case number in running text", confidence=0.85)
            continue
        for shape in (CASE, BARE_CASE):
            match = shape.match(sheet.text, *line.span)
            if match and (match.end() == line.end or _class_behind(sheet, match.end(), line.end)):
                return sheet.found(_bare(match), "line of the case number", confidence=0.96)
    return None


def _class_behind(sheet: Sheet, start: int, end: int) -> bool:
    return not _LETTERS.search(sheet.text, start, end) or bool(re.match(r"\s+[A-Z](?:\s\d\d)+", sheet.text[start:end]))


def find_title(sheet: Sheet, span: Span, head: Head) -> Found[str] | None:
    """Return the title: the last line of the frame before a treatment's head or case number, else the first after."""
    for label in sheet.labels_in(span, "title_field"):
        value = sheet.value_of(label, span[1])
        if value[0] < value[1] and label.colon:
            return sheet.found(value, "field of the title")
    before, after = _split_frame(sheet, span, head)
    for lines, pick in ((before, -1), (after, 0)):
        if lines:
            return sheet.found(lines[pick].span, "line of the title", confidence=0.93)
    return None


def _split_frame(sheet: Sheet, span: Span, head: Head) -> tuple[list[Line], list[Line]]:
    before: list[Line] = []
    after: list[Line] = []
    anchored = False
    skipping = -1
    for line in sheet.lines_in(span):
        label = sheet.label_at(line.start)
        if label and label.kind == "attachments":
            skipping = line.row
            continue
        if label and label.kind in CONTENT and label.kind != "history":
            break
        if skipping >= 0 and _adjacent(sheet, line):
            continue
        skipping = -1
        if _anchor(sheet, line):
            if before:
                break
            anchored = True
        elif label is None and not is_frame(sheet, line):
            if _is_prose(sheet, line) and (before or after):
                break
            (after if anchored else before).append(line)
    return before, after


def _adjacent(sheet: Sheet, line: Line) -> bool:
    above = sheet.text.rfind("\n", 0, line.start)
    row_above = sheet.text[sheet.text.rfind("\n", 0, max(0, above)) + 1 : max(0, above)]
    return bool(row_above.strip())


def _anchor(sheet: Sheet, line: Line) -> bool:
    """A treatment's head, a section alone or a case number alone."""
    text = sheet.text[slice(*line.span)]
    if _TREATED.match(text):
        return True
    for shape in (CASE, BARE_CASE, SIGN_FIRST, SIGN_LAST):
        match = shape.match(sheet.text, *line.span)
        if match and not _LETTERS.search(sheet.text, match.end(), line.end):
            return True
    label = sheet.label_at(line.start)
    return label is not None and label.kind == "case_field"


def is_frame(sheet: Sheet, line: Line) -> bool:
    """Whether a line belongs to the page's frame: navigation, addresses, images, dates, a body's name."""
    text = sheet.text[slice(*line.span)]
    bare = _IMAGE.sub(" ", text).strip()
    if not _LETTERS.search(bare) or _ADDRESS.search(bare) or _DATE_ONLY.match(bare) or _CLASS.match(bare):
        return True
    if bare.endswith("|") or text.endswith("|"):
        return True
    if body_line(sheet.text, sheet.folded, line.span, sheet.words.bodies):
        return True
    return _is_chrome(sheet, bare.lower())


def _is_chrome(sheet: Sheet, folded: str) -> bool:
    head = sheet.words.head
    plain = folded.strip(" #:|")
    if plain in head.empty_titles:
        return True
    return any(plain.startswith(word) and not plain[len(word) : len(word) + 1].isalpha() for word in head.chrome)


def _is_prose(sheet: Sheet, line: Line) -> bool:
    return line.end - line.start > _PROSE


def frame_words(sheet: Sheet, span: Span) -> Iterator[str]:
    """Return the words of a span, folded."""
    return iter(_WORD.findall(sheet.folded[slice(*span)]))
