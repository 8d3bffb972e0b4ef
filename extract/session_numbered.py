"""Knows series of numbered parts that open lines: "Modul 1: ...", "Kurs A", "Osio 2. ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from config.programme_words import ProgrammeWords
from extract.programme_material import Material
from extract.programme_outline import Line
from extract.session_titles import has_words, trimmed
from records.base import Span

_LONGEST_TITLE = 140
_MOST = 40
_LETTERS = 4
_MARKS = ".:,)|–—-"
_MOST_LINES = 60
_NEVER = re.compile(r"(?!)")
_COMMENT = re.compile(r" \([^()]*\)\Z")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.]\s|(?<=[!?])\s(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a programme: its name (None where a date follows its number) and what is said of it.

    `label` is what counts it ("Modul 1"), or its name; `free` tells that it stands for itself whatever
    dates are told elsewhere, as a module or a course does and "part 2" does not.
    """

    label: Span
    title: Span | None
    scope: Span
    free: bool


@dataclass(frozen=True, slots=True)
class _Label:
    """The number that opens the line at `index`: the word counted, and where the words behind it begin."""

    index: int
    word: str
    count: str
    span: Span
    rest: int


def find_series(material: Material) -> list[Part]:
    """Return the parts of every series in text order: two or more lines that count one word upwards.

    A number told again further down ("Modul 1: 3 May" in a table) is no part but a mention of it.
    """
    series: dict[str, list[_Label]] = {}
    for label in _labels(material):
        mine = series.setdefault(label.word, [])
        if label.count not in (one.count for one in mine[-_MOST:]):
            mine.append(label)
    several = [labels[:_MOST] for labels in series.values() if len(labels) > 1]
    heads = sorted((label for labels in several for label in labels), key=lambda label: label.index)
    if not heads:
        return []
    ends = _ends(material, [label.index for label in heads])
    return [_part(material, label, end) for label, end in zip(heads, ends, strict=True)]


def label_beside(material: Material, part: Part, date: Span) -> bool:
    """Tell whether the row of a date opens with the part's number ("Modul 1 3. mai") or tells it behind.

    A range of numbers ("modul 1-2") names no part.
    """
    folded, line = material.outline.folded, material.outline.lines[material.outline.line_index(date[0])]
    label = re.escape(folded[part.label[0] : part.label[1]])
    number = re.compile(rf"[^\w]{{0,4}}{label}(?!\w)(?!\s*[-–—]\s*\d)")
    return bool(number.match(folded, *line.span) or number.match(folded, date[1], line.end))


def _labels(material: Material) -> Iterator[_Label]:
    opening, lines = _opening(material.words), material.outline.lines
    for index, line in enumerate(lines):
        match = opening.match(material.outline.folded, *line.span) if material.holds(line.span) else None
        if match and not line.cells and _counts(material, line, match):
            word = match["word"] or match["counted"]
            count = match["number"] or match["ordinal"]
            start = match.start("word") if match["word"] else match.start("ordinal")
            end = match.end("number") if match["word"] else match.end("counted")
            yield _Label(index, word, count, (start, end), match.end())


def _counts(material: Material, line: Line, match: re.Match[str]) -> bool:
    """Tell whether a number counts a part: its letters are capitals ("kurs i"), and a name begins anew."""
    start, end = match.span("number")
    if start >= 0 and end - start < _LETTERS and material.text[start:end].islower():
        return False
    behind = material.text[match.end() : line.end].lstrip()
    return not behind or material.text[match.end() - 1] in _MARKS or not behind[0].islower()


@lru_cache(maxsize=16)
def _opening(words: ProgrammeWords) -> re.Pattern[str]:
    """Match a number at the beginning of a line of folded text, with the mark behind it."""
    counted = sorted({*words.modules, *words.steps}, key=lambda word: (-len(word), word))
    if not counted:
        return _NEVER
    word = "|".join(map(re.escape, counted))
    numbers = "|".join(re.escape(name) for names in words.numbers for name in names)
    ordinals = "|".join(map(re.escape, words.ordinals)) or "(?!)"
    number = rf"\d{{1,2}}|[ivx]{{1,4}}|[a-h]|{numbers}" if numbers else r"\d{1,2}|[ivx]{1,4}|[a-h]"
    mark = r"(?:\s*[.:,)|–—]|\s*-(?=\s))?"
    return re.compile(
        rf"(?:[^\w\s]{{1,2}}\s+)?(?:(?P<word>{word})\s+(?P<number>{number})(?![\w-]|[:.]\d){mark}"
        rf"|(?P<ordinal>{ordinals}|\d{{1,2}}\.)\s+(?P<counted>{word})(?!\w)\s*[:,–—])"
    )


def _ends(material: Material, heads: Sequence[int]) -> list[int]:
    """Return where each part ends: at the next one, or after as many paragraphs as others have."""
    lines = material.outline.lines
    paragraphs = 1
    ends = []
    for place, index in enumerate(heads):
        after = heads[place + 1] if place + 1 < len(heads) else None
        if after is not None and after - index <= _MOST_LINES:
            own = lines[index + 1 : after]
            stop = next((line.start for line in own if _closes(material, line)), lines[after].start)
            paragraphs = max(paragraphs, sum(line.gap for line in own if line.start < stop))
            ends.append(stop)
        else:
            ends.append(block_end(material, index, paragraphs))
    return ends


def _closes(material: Material, line: Line) -> bool:
    """Tell whether a line is a heading that belongs to no part: those of details ("Pris", "Kontakt")."""
    return line.kind == "heading" and is_detail_heading(material, line)


def is_detail_heading(material: Material, line: Line) -> bool:
    """Tell whether a line opens with what only details open with: price, contact, whom it is for."""
    folded = material.outline.folded
    label = folded[line.start : line.end].strip(" :?")
    return label in material.words.detail_labels or bool(_details(material.words).match(folded, *line.span))


@lru_cache(maxsize=16)
def _details(words: ProgrammeWords) -> re.Pattern[str]:
    stems = "|".join(map(re.escape, words.detail_headings))
    return re.compile(rf"(?:[^\w\s]+\s*)?(?:{stems})") if stems else _NEVER


def block_end(material: Material, index: int, paragraphs: int = 1) -> int:
    """Return the end of the lines below the one at `index`: up to a heading, or after so many paragraphs."""
    lines = material.outline.lines
    head = lines[index]
    end, told = head.end, 0
    for line in lines[index + 1 : index + _MOST_LINES]:
        if line.gap and end > head.end:
            told += 1
        heading = line.gap and material.outline.is_heading(line)
        if told >= paragraphs or not material.holds(line.span) or (heading and end > head.end):
            break
        end = line.end
    return end


def _part(material: Material, label: _Label, end: int) -> Part:
    lines, words = material.outline.lines, material.words
    line = lines[label.index]
    title: Span | None = _name(material, (label.rest, line.end))
    below = lines[label.index + 1] if label.index + 1 < len(lines) else None
    if title is None and not has_words(material.text, (label.rest, line.end)) and below and below.start < end:
        title = _name(material, below.span) if material.outline.is_entry(below) else None
    if title and title[0] < line.end:
        title = (label.span[0], title[1])
    return Part(label.span, title, (line.start, max(end, line.end)), label.word in words.modules)


def _name(material: Material, span: Span) -> Span | None:
    """Return what a stretch names: up to its first full stop, comment or date; None where a date opens it."""
    text = material.text
    start, end = trimmed(text, span)
    stop = _SENTENCE_END.search(text, start, end)
    end = stop.start() if stop and text[stop.start()] == "." else end
    dated = next(iter(material.dates_in((start, end))), None)
    if dated:
        mark = max(text.rfind(sign, start, dated.span[0]) for sign in (" – ", " - ", ", ", ": ", " (", " — "))
        end = mark if mark > start else dated.span[0]
    if comment := _COMMENT.search(text, start, end):
        end = comment.start()
    name = trimmed(text, (start, min(end, start + _LONGEST_TITLE)))
    return name if has_words(text, name) else None


def named(material: Material, span: Span) -> Span | None:
    """Return the name that a line tells, without date and comment; None where it has no words of its own."""
    return _name(material, span)
