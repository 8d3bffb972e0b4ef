"""Knows series of cards without dates of their own: numbered modules, marked offers, names over their prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from config.programme_words import ProgrammeWords
from extract.programme_cues import number_of, phrase_pattern, stem_pattern
from extract.programme_material import Material
from extract.programme_outline import Line
from extract.session_found import Outset
from extract.session_titles import has_words, short_title, trimmed
from records.base import Span
from records.evidence import Found

_FEWEST = 2
_LONGEST_NAME = 70
_LOOK_BACK = 400
_COUNTER = r"(?:\d{1,2}|[ivx]{1,4}|[a-h])"


@dataclass(frozen=True, slots=True)
class _Card:
    """The line that names a card, its name, and where what is said of it ends."""

    line: Line
    title: Span
    end: int


def find_series(material: Material) -> list[tuple[Span, Outset]]:
    """Return the cards of a series as sessions, each with the line that opens the series.

    Cards are numbered ("Modul 1: X"), marked alike ("► X") below words on training, or short names over
    prose behind a lead that counts or offers them ("three courses:").
    """
    lines = [line for line in material.outline.lines if material.holds(line.span)]
    for found in (_numbered(material, lines), _marked(material, lines), _led(material, lines)):
        if len(found) >= _FEWEST:
            lead = _opening(lines, found[0].line)
            return [(lead, _outset(material, card)) for card in found]
    return []


def _outset(material: Material, card: _Card) -> Outset:
    event = next(iter(material.events_in((card.line.start, card.end))), None)
    return Outset(
        title=Found(material.outline.quote(card.title), (card.title,), "session_of_series"),
        anchor=card.line.span,
        scope=(card.line.start, card.end),
        head=event.head if event else None,
    )


def _opening(lines: Sequence[Line], first: Line) -> Span:
    """Return the line right above the first card, without a gap, or the card's own beginning."""
    index = lines.index(first)
    above = lines[index - 1] if index and not first.gap else first
    return above.span if above is not first else (first.start, first.start)


def _end(lines: Sequence[Line], index: int) -> int:
    """Return the end of a card: the last line before the next gap."""
    end = lines[index].end
    for below in lines[index + 1 :]:
        if below.gap:
            break
        end = below.end
    return end


def _numbered(material: Material, lines: Sequence[Line]) -> list[_Card]:
    """Return the cards that a word for a part and a number open, where there are several."""
    opening = _number_pattern(material.words)
    days = stem_pattern(material.words.days)
    heads = [
        (index, match)
        for index, line in enumerate(lines)
        if (match := opening.match(material.outline.folded, *line.span))
        and not days.match(material.outline.folded, *line.span)
    ]
    ends = [*(lines[index].start for index, _ in heads[1:]), material.region[1]]
    cards = []
    for (index, match), end in zip(heads, ends, strict=True):
        title = _title(material, lines, index, match)
        if title:
            cards.append(_Card(lines[index], title, min(end, _end(lines, index))))
    return cards


def _title(material: Material, lines: Sequence[Line], index: int, match: re.Match[str]) -> Span | None:
    """Return a card's name: the line from its number on, else the line below; None where both are bare."""
    line = lines[index]
    rest = trimmed(material.text, (match.end(), line.end))
    if has_words(material.text, rest):
        return short_title(material, rest) if match.group("closed") else None
    below = lines[index + 1] if index + 1 < len(lines) else line
    return short_title(material, below.span) if below is not line and not below.gap else None


@lru_cache(maxsize=16)
def _number_pattern(words: ProgrammeWords) -> re.Pattern[str]:
    """Match "modul 1:", "kurs 2.", "block a" at a line's beginning."""
    parts = "|".join(re.escape(word) for word in sorted((*words.steps, *words.events), key=len, reverse=True))
    return re.compile(
        rf"(?:\+\s*)?(?:{parts}) {_COUNTER}(?!\w)(?P<closed>\s*[.:–—-])?\s*" if parts else r"(?!)"
    )


def _marked(material: Material, lines: Sequence[Line]) -> list[_Card]:
    """Return the cards that one sign marks, each with prose below it, where they follow words on training."""
    cards: list[_Card] = []
    for index, line in enumerate(lines[:-1]):
        below = lines[index + 1]
        if not line.bullet or below.bullet or below.gap or line.end - line.start > _LONGEST_NAME:
            continue
        if not cards or _sign(material, line) == _sign(material, cards[0].line):
            cards.append(_Card(line, trimmed(material.text, line.span), _end(lines, index)))
    first = cards[0].line.start if cards else 0
    named = [card for card in cards if material.text[card.line.end - 1] != "?"]
    told = material.has_event((max(material.region[0], first - _LOOK_BACK), first))
    return cards if told and 2 * len(named) >= len(cards) else []


def _sign(material: Material, line: Line) -> str:
    """Return the sign that stands before a marked line."""
    before = material.text[max(0, line.start - 4) : line.start].split()
    return before[-1] if before else ""


def _led(material: Material, lines: Sequence[Line]) -> list[_Card]:
    """Return the names over prose that follow a lead which counts, offers or lets one choose them."""
    for index, line in enumerate(lines):
        if material.text[line.end - 1] == ":" and _counts(material, line):
            cards = list(_names_over_prose(material, lines, index + 1))
            if len(cards) >= _FEWEST:
                return cards
    return []


def _counts(material: Material, line: Line) -> bool:
    """Tell whether a lead has a number or a word for choosing, or names parts."""
    sentence = material.outline.sentence(line.end - 1)
    span = (max(line.start, sentence[0]), line.end)
    folded, words = material.outline.folded, material.words
    numbers = [number_of(word, words.numbers) for word in folded[span[0] : span[1] - 1].split()]
    counted = any(number and number > 1 for number in numbers)
    choosing = stem_pattern(words.choosing).search(folded, *span)
    named = phrase_pattern(words.part_leads).search(folded, *span)
    return bool(choosing or named or (counted and material.has_event((span[0] - _LOOK_BACK, span[1]))))


def _names_over_prose(material: Material, lines: Sequence[Line], start: int) -> Iterator[_Card]:
    """Yield the cards of a short line and prose right below it, up to the first block of another shape."""
    index = start
    while index + 1 < len(lines):
        line, below = lines[index], lines[index + 1]
        name = line.end - line.start <= _LONGEST_NAME and material.text[line.end - 1] not in ".:;,"
        if not (line.gap or index == start) or not name or line.bullet or below.gap or below.bullet:
            return
        if material.dates_in(line.span) or ":" in material.text[line.start : line.end]:
            return
        yield _Card(line, trimmed(material.text, line.span), _end(lines, index))
        index = next((i for i in range(index + 1, len(lines)) if lines[i].gap), len(lines))
