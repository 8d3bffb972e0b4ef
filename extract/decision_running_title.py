"""Knows where a title ends that runs into the text behind it."""

import re
from itertools import pairwise

from extract.decision_shapes import ARCHIVE, CASE, DAY, NUMBER
from extract.decision_sheet import Sheet, trimmed
from extract.labels import Label
from extract.people import find_running_person
from records.base import Span
from records.evidence import Found

_LONGEST = 320
_CAPITALS = re.compile(r"(?:[A-ZÅÄÖÆØ0-9][A-ZÅÄÖÆØ0-9.,:/&()’'-]*(?:\s+|$)|[-–/&](?:\s+|$))+")
_FEWEST_CAPITALS = 5
_TOKEN = re.compile(r"[^\s]+")
_GLUED = 12
_SHORTEST = 3
_VALUE = 90
_CODES = re.compile(r"(?:[^\s@]+@[^\s@]+|[\s\d()/.,:+-]+|[A-ZÅÄÖÆØ]{2,4}(?= [A-ZÅÄÖÆØ][a-zåäöæø]))*")


def open_title(sheet: Sheet, span: Span) -> Found[str] | None:
    """Return the title that running text begins with: its capitals, else up to a label or who acts."""
    start, end = trimmed(sheet.text, (span[0], min(span[1], span[0] + 2 * _LONGEST)))
    label = next((label.start for label in sheet.each_label((start, end))), end)
    shape = NUMBER if sheet.words.head.section_kinds else CASE
    number = shape.search(sheet.text, start, end)
    end = min(end, label, number.start() if number else end, start + _LONGEST)
    if start >= end or sheet.label_at(start):
        return None
    capitals = _CAPITALS.match(sheet.text, start, end)
    shouted = capitals is not None and _is_title(capitals.group())
    end = capitals.end() if capitals and shouted else _sentence_case(sheet, (start, end))
    stop = trimmed(sheet.text, (start, end))
    if stop[1] - stop[0] <= _SHORTEST:
        return None
    return sheet.found(stop, "title in running text", "guessed")


def _is_title(capitals: str) -> bool:
    first = capitals.split()[0]
    return sum(char.isalpha() for char in capitals) >= _FEWEST_CAPITALS and len(first) > 1


def _sentence_case(sheet: Sheet, span: Span) -> int:
    """Where a capital word that acts begins: an office, a body; else the end of a sentence."""
    words = sheet.words
    tokens = list(_TOKEN.finditer(sheet.text, *span))
    for before, token in pairwise(tokens):
        word = token.group()
        plain = word.lower().strip(".,:;")
        acts = plain.endswith((*words.people.offices, *words.bodies.endings)) or plain in words.head.session
        if word[0].isupper() and acts and len(before.group()) > _SHORTEST:
            return token.start()
        if before.group().endswith(".") and len(before.group()) > 4 and word[0].isupper():
            return before.end()
    return span[1]


def respaced(sheet: Sheet, span: Span) -> Found[str] | None:
    """Return where a title that lost its blanks ("Godkjenningavinnkalling") is printed with them."""
    start, end = trimmed(sheet.text, span)
    token = _TOKEN.match(sheet.text, start, min(end, start + _LONGEST))
    word = token.group() if token else ""
    if len(word) < _GLUED or not word.isalpha() or word.isupper():
        return None
    pattern = re.compile(r"\s?".join(map(re.escape, word)))
    match = next((match for match in pattern.finditer(sheet.text) if " " in match.group()), None)
    return sheet.found(match.span(), "title with its blanks", "guessed") if match else None


def field_title(sheet: Sheet, span: Span) -> Found[str] | None:
    """Return the title that stands behind the last field of a paper's running head."""
    stop = next((label.start for label in sheet.each_label(span) if _is_content(label)), span[1])
    fields = [label for label in sheet.labels_in((span[0], stop)) if label.kind != "attachments"]
    for label in reversed(fields):
        after = next((other.start for other in fields if other.start > label.start), stop)
        rest = _behind_value(sheet, label, (label.end, after))
        title = open_title(sheet, rest) if rest[1] - rest[0] > _SHORTEST else None
        if title and not _is_name(sheet, title.spans[0]):
            return title
    return None


def _is_content(label: Label) -> bool:
    return label.kind in ("proposal", "decision", "handling", "background", "attachments", "presenter")


def _behind_value(sheet: Sheet, label: Label, span: Span) -> Span:
    """What stands behind a field's own value."""
    start, end = trimmed(sheet.text, span)
    if label.kind == "preparer":
        person = find_running_person(sheet.text, sheet.folded, (start, end), sheet.words)
        return _behind_body(sheet, (person.name.span[1], end)) if person else (end, end)
    if label.kind == "other_fields":
        return end, end
    shapes = (CASE, ARCHIVE) if label.kind == "case_field" else (NUMBER, DAY)
    reach = min(end, start + _VALUE)
    values = [match.end() for shape in shapes for match in shape.finditer(sheet.text, start, reach)]
    return _behind_body(sheet, (max(values, default=start), end))


def _behind_body(sheet: Sheet, span: Span) -> Span:
    """What stands behind phone numbers, codes and a body's name."""
    codes = _CODES.match(sheet.text, *span)
    start, end = trimmed(sheet.text, (codes.end() if codes else span[0], span[1]))
    first = _TOKEN.match(sheet.folded, start, end)
    if first and first.group() in sheet.words.head.addressees:
        start = trimmed(sheet.text, (first.end(), end))[0]
    body = sheet.find_body((start, min(end, start + _VALUE)))
    return trimmed(sheet.text, (body[1], end)) if body and body[0] == start else (start, end)


def _is_name(sheet: Sheet, span: Span) -> bool:
    """Whether a stretch is but a body, or codes without a word."""
    body = sheet.find_body(span)
    text = sheet.text[slice(*span)]
    only_body = body is not None and body[1] - body[0] > len(text) - 6
    return only_body or sum(char.isalpha() for char in text) < _FEWEST_CAPITALS
