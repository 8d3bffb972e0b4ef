"""Knows how documents name themselves: "MØTEPROTOKOLL", "Kallelse", in whatever line and spacing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.decision_lines import Line, is_spaced
from extract.decision_sheet import Sheet
from records.base import Span
from records.item import DocumentType

_NEAR = 200
_HEADING = 120
_NAMING_REACH = 600
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Naming:
    """A word that names the document ("MØTEPROTOKOLL"), in its line."""

    kind: DocumentType
    line: Line
    span: Span


def find_document_name(sheet: Sheet) -> Naming | None:
    """Return the word that names the document: the first, unless minutes follow their own notice."""
    return _governing(sheet, list(_namings(sheet)))


def _namings(sheet: Sheet) -> Iterator[Naming]:
    """The words that name the document, in their order: those that open such a name, and spaced ones."""
    openers = sheet.lexicon.kind_openers
    told = (sheet.line_at(start) for start, end in sheet.openers if sheet.folded[start:end] in openers)
    named = {line.start: line for line in told if line}
    spaced = (line for line in sheet.lines if sheet.text[line.start + 1 : line.start + 2] == " ")
    lines = named | {line.start: line for line in spaced}
    for _, line in sorted(lines.items()):
        spaced_naming = _spaced_naming(sheet, line)
        if spaced_naming:
            yield spaced_naming
        elif line.start in named:
            yield from _line_namings(sheet, line)


def _line_namings(sheet: Sheet, line: Line) -> Iterator[Naming]:
    reach = min(line.end, line.start + (_NAMING_REACH if line.running else _NEAR))
    tokens = [match.span() for match in _WORD.finditer(sheet.folded, line.start, reach)]
    for number in range(len(tokens)):
        naming = _naming_at(sheet, line, tokens[number : number + sheet.lexicon.longest_kind], number)
        if naming:
            yield naming


def _spaced_naming(sheet: Sheet, line: Line) -> Naming | None:
    """A document's name in spaced letters: "S A K S F R A M L E G G"."""
    text = sheet.folded[slice(*line.span)] if line.end - line.start < _NEAR else ""
    kind = sheet.lexicon.kinds.get("".join(text.split())) if is_spaced(text) else None
    return Naming(kind, line, line.span) if kind else None


def _naming_at(sheet: Sheet, line: Line, tokens: Sequence[Span], number: int) -> Naming | None:
    words = [sheet.folded[slice(*token)] for token in tokens]
    if words[0] not in sheet.lexicon.kind_openers:
        return None
    for size in range(len(tokens), 0, -1):
        kind = sheet.lexicon.kinds.get(" ".join(words[:size]))
        span = tokens[0][0], tokens[size - 1][1]
        if kind and _names_document(sheet, line, span, number):
            return Naming(kind, line, span)
    return None


def _names_document(sheet: Sheet, line: Line, span: Span, number: int) -> bool:
    """Whether a word names the document: capitals, a line's beginning or end, never mid-sentence."""
    word = sheet.text[slice(*span)]
    before = sheet.text[line.start : span[0]].rstrip()
    rest = sheet.text[span[1] : line.end].strip()
    if word.isupper() and len(word) > 4:
        return True
    if not number:
        return not rest[:1].islower() or span[0] < _NEAR
    if before.endswith(("-", "–", ":", "|", "/", ">", "›", "»")):
        return True
    return (line.running or " " in word) and word[0].isupper() and not rest[:1].islower()


def _governing(sheet: Sheet, namings: Sequence[Naming]) -> Naming | None:
    """The first name, or that of dated minutes behind a notice."""
    if not namings or namings[0].kind != "agenda":
        return namings[0] if namings else None
    for naming in namings[1:]:
        after = (naming.span[1], naming.span[1] + _NEAR)
        fields = sheet.labels_in(after, "date_field")
        dated = any(sheet.day_in(sheet.value_of(label, after[1])) for label in fields)
        if naming.kind == "minutes" and dated and len(sheet.text) - after[0] > _HEADING:
            return naming
    return namings[0]
