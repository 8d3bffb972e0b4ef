"""Knows how rows and headings name a training: what stands before or behind a date, up to a colon or dash."""

import re

from extract.programme_cues import phrase_pattern
from extract.programme_material import Material
from extract.programme_outline import Line
from records.base import Span

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_LEADING = re.compile(r"[\s,;:.)\]|/–—-]+")
_TRAILING = re.compile(r"[\s,;:.(\[|/–—-]+\Z")
_COLUMNS = re.compile(r"\s{3,}|\t")
_WEEKDAY_OR_CLOCK = re.compile(
    r"(?:\((?:\w{2,4})\)|(?:klo|kello|kl|kl\.)?\s*\d{1,2}[.:]?\d{0,2}(?:\s*[–-]\s*\d{1,2}[.:]?\d{0,2})?(?=\s|,|$))\s*"
)
_COUNTER = re.compile(r"([^\W\d_]+) \d{1,2}")
_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_FILE = re.compile(r"\.(?:pdf|docx?|pptx?|odt)\Z", re.IGNORECASE)
_LONGEST = 140
_FEWEST_WORDS = 3


def trimmed(text: str, span: Span) -> Span:
    """Return a span without blanks, separators and file endings at its ends."""
    start, end = span
    if leading := _LEADING.match(text, start, end):
        start = leading.end()
    for pattern in (_FILE, _TRAILING):
        if trailing := pattern.search(text[start:end]):
            end = start + trailing.start()
    if text[start : start + 1] == "(" and text[end - 1 : end] == ")" and text.count("(", start, end) == 1:
        return start + 1, end - 1
    return start, max(start, end)


def has_words(text: str, span: Span) -> bool:
    """Tell whether a stretch holds a word of at least three letters."""
    return bool(_LETTERS.search(text, *span))


def row_title(material: Material, line: Line, date: Span) -> Span | None:
    """Return the name in a row that holds a date: what stands before the date, else what follows it.

    None when the row holds nothing else.
    """
    text = material.text
    before = _without_step(material, trimmed(text, (line.start, date[0])))
    counter = _is_counter(material, before) and has_words(text, (date[1], line.end))
    if has_words(text, before) and not counter and not _is_label(material, before):
        return _without_section(material, before)
    start = date[1]
    if clock := _WEEKDAY_OR_CLOCK.match(text, start + len(_blank(text, start)), line.end):
        start = clock.end()
    after = trimmed(text, (start, line.end))
    if column := _COLUMNS.search(text, *after):
        after = trimmed(text, (after[0], column.start()))
    after = _without_opening(material, after)
    return after if has_words(text, after) else None


def _is_counter(material: Material, span: Span) -> bool:
    """Tell whether words only number a part ("Kveld 2"), whose name follows its date."""
    counter = _COUNTER.fullmatch(material.outline.folded, *span)
    return counter is not None and counter.group(1) in material.words.steps


def _blank(text: str, start: int) -> str:
    blank = re.compile(r"[\s,]*").match(text, start)
    return blank.group() if blank else ""


def _is_label(material: Material, span: Span) -> bool:
    words = material.outline.folded[span[0] : span[1]].strip(" :")
    return words in material.words.detail_labels or words in material.words.time_openers


def _without_section(material: Material, span: Span) -> Span:
    """Take "§ 113" off the front of a title."""
    sign = re.compile(r"(?:§+ ?\d+[a-z]?|\d+ ?§)\s+").match(material.text, *span)
    return (sign.end(), span[1]) if sign else span


def _without_step(material: Material, span: Span) -> Span:
    """Take "steg 2 – " off the front where a name follows."""
    steps = phrase_pattern(material.words.steps)
    opening = steps.match(material.outline.folded, *span)
    if not opening:
        return span
    rest = re.compile(r"\s*\d+\s*[–—:.-]\s+").match(material.text, opening.end(), span[1])
    return (rest.end(), span[1]) if rest and has_words(material.text, (rest.end(), span[1])) else span


def _without_opening(material: Material, span: Span) -> Span:
    opening = phrase_pattern(material.words.including).match(material.outline.folded, *span)
    opening = opening or re.compile(r"(?:sis|inkl)\.\s*").match(material.outline.folded, *span)
    return trimmed(material.text, (opening.end(), span[1])) if opening else span


def short_title(material: Material, span: Span) -> Span:
    """Return the naming part of a row: up to a colon, a spaced hyphen, a bracket or the sentence's end.

    A hyphen ends a name only behind three words or more ("De demokratiska verktygen - spelregler").
    """
    text = material.text
    start, end = trimmed(text, span)
    for mark in (": ", " - ", ". "):
        at = text.find(mark, start + 3, end)
        dash = mark == " - "
        if (
            at > 0
            and has_words(text, (start, at))
            and not (dash and len(text[start:at].split()) < _FEWEST_WORDS)
        ):
            end = at
    return _without_bracket(text, (start, min(end, start + _LONGEST)))


def heading_title(material: Material, span: Span) -> Span:
    """Return a heading up to its colon or bracket."""
    text = material.text
    start, end = trimmed(text, span)
    colon = text.find(": ", start + 3, end)
    return _without_bracket(text, (start, colon if colon > 0 else end))


def _without_bracket(text: str, span: Span) -> Span:
    bracket = _PARENTHESIS.search(text, span[0] + 3, span[1])
    if bracket and has_words(text, (span[0], bracket.start())):
        return trimmed(text, (span[0], bracket.start()))
    return trimmed(text, span)
