"""Knows offers told one below the other: a name on a line of its own, and prose on what it is right below."""

import re
from collections.abc import Iterator, Sequence

from extract.programme_cues import phrase_pattern, stem_pattern
from extract.programme_material import Material
from extract.programme_outline import Line
from extract.session_numbered import Part, block_end, is_detail_heading, named
from extract.session_titles import trimmed
from extract.topics import topics_in
from records.base import Span

_SIGN = re.compile(r"[►▶▸▹→➔➜➤●○◯◉■□▪▫◆◇★☆✓✔❖»›]+\s*|[+>]\s+")
_MINUTES = re.compile(r"\d\s?min\b")
_COUNT = re.compile(r"(\d{1,2})[.)]?[ \t]+(?=[^\W\d_a-zåäöæø])")
_LONGEST_NAME = 90
_MOST_WORDS = 12
_FEWEST_PROSE = 5
_FEWEST = 2
_FEWEST_BELOW_PROSE = 3
_MOST = 30
_LINES_ABOVE = 4


def find_offers(material: Material) -> list[Part]:
    """Return the offers of a text in order: marked names, and names with prose below a lead that offers.

    A lead counts or names what is offered ("Vi tilbyr tre opplegg:", "Våra kurser"). What has the shape
    of offers without being led so is none, nor are questions alone.
    """
    told = {*_marked(material), *_led(material), *_recorded(material), *_counted(material)}
    return sorted(told or {*_unled(material)}, key=lambda part: part.scope)


def _recorded(material: Material) -> Iterator[Part]:
    """Yield the rows of a block of recordings and readings ("X – opptak 18 min"): most of them say so."""
    lines = material.outline.lines
    first = 0
    while first < len(lines):
        last = next((i for i in range(first + 1, len(lines)) if lines[i].gap), len(lines))
        block = range(first, last) if last - first >= _FEWEST else range(0)
        told = [i for i in block if _medium(material, lines[i].span)]
        rows = range(told[0] if told else last, last)
        most = len(told) >= _FEWEST and 3 * len(told) >= 2 * len(rows)
        if most and _are_rows(material, rows) and _offers_above(material, first):
            yield from (_row(material, lines[i]) for i in rows)
        first = last


def _medium(material: Material, span: Span) -> int | None:
    """Return where the words for a recording, a reading or its minutes begin in a row, or None."""
    words = material.words
    told = stem_pattern((*words.recordings, *words.self_study)).search(material.outline.folded, *span)
    minutes = _MINUTES.search(material.text, *span)
    return min((hit.start() for hit in (told, minutes) if hit), default=None)


def _row(material: Material, line: Line) -> Part:
    """Return a row as a part; what tells its medium behind a dash or in brackets is no name."""
    medium = _medium(material, line.span)
    marks = (
        [material.text.rfind(mark, line.start, medium) for mark in (" – ", " - ", " (", ", ")]
        if medium
        else []
    )
    end = max(marks, default=-1)
    title = trimmed(material.text, (line.start, end if end > line.start else line.end))
    return Part(title, title, line.span, free=True)


def _are_rows(material: Material, rows: Sequence[int]) -> bool:
    """Tell whether lines are rows of names: short, unclosed, and without a day of their own."""
    lines = [material.outline.lines[row] for row in rows]
    short = all(line.end - line.start < _LONGEST_NAME for line in lines)
    return short and not any(
        material.text[line.end - 1] in ".:;" or material.dates_in(line.span) or not material.holds(line.span)
        for line in lines
    )


def _marked(material: Material) -> Iterator[Part]:
    """Yield the names that one sign marks ("► Tryggare i talarstolen"), where they are led or described."""
    lines, text = material.outline.lines, material.text
    by_sign: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        sign = _SIGN.match(text, *line.span) if material.holds(line.span) else None
        if sign and line.end - sign.end() < _LONGEST_NAME and text[line.end - 1] not in ".,;:":
            by_sign.setdefault(sign.group().strip(), []).append(index)
    for indices in by_sign.values():
        if not _FEWEST <= len(indices) <= _MOST or not _offers_above(material, indices[0]):
            continue
        described = sum(_has_prose_below(material, index) for index in indices)
        asked = sum(text[lines[index].end - 1] == "?" for index in indices)
        if asked == len(indices) or (described != len(indices) and not _is_row(material, indices)):
            continue
        yield from _parts(material, indices)


def _is_row(material: Material, indices: Sequence[int]) -> bool:
    """Tell whether marked lines follow one another directly below a lead that ends in a colon."""
    above = material.outline.lines[indices[0] - 1] if indices[0] else None
    direct = indices[-1] - indices[0] == len(indices) - 1
    return direct and above is not None and material.text[above.end - 1] == ":"


def _led(material: Material) -> Iterator[Part]:
    lines, index = material.outline.lines, 0
    while index < len(lines):
        led = index + 1 < len(lines) and is_card(material, index + 1)
        if led and material.holds(lines[index].span) and _is_lead(material, index):
            cards = list(_cards(material, index + 1))
            if len(cards) >= (_FEWEST if _is_short_lead(material, lines[index]) else _FEWEST_BELOW_PROSE):
                yield from _parts(material, cards)
                index = cards[-1]
        index += 1


def _counted(material: Material) -> Iterator[Part]:
    """Yield the rows below a short lead that bare numbers count from one ("1 Vad gör en region?")."""
    lines, rows = material.outline.lines, list[int]()
    for index, line in enumerate((*lines, None)):
        number = _number(material, line) if line else None
        if number and line and number == len(rows) + 1 and (not rows or not line.gap):
            rows.append(index)
            continue
        if len(rows) >= _FEWEST and _are_rows(material, rows) and _leads_rows(material, rows[0]):
            yield from (_counted_row(material, lines[row]) for row in rows)
        rows = [index] if number == 1 else []


def _number(material: Material, line: Line) -> int | None:
    """Return the bare number that a line opens with before a name, or None."""
    row = _COUNT.match(material.text, *line.span) if not (line.bullet or line.cells) else None
    return int(row[1]) if row else None


def _counted_row(material: Material, line: Line) -> Part:
    count = _COUNT.match(material.text, *line.span)
    title = trimmed(material.text, (count.end() if count else line.start, line.end))
    return Part(title, title, line.span, free=True)


def _leads_rows(material: Material, index: int) -> bool:
    """Tell whether the line above rows is a short lead that names parts or offers ("Avsnitt", "Moduler:")."""
    above = material.outline.lines[index - 1] if index else None
    if above is None or above.end - above.start > _LONGEST_NAME:
        return False
    return _offers(material, above.span) or material.has_event(above.span)


def _unled(material: Material) -> Iterator[Part]:
    """Yield three or more cards one below the other that nothing leads to, most of which deal with training.

    A card does where a word for training or a topic of training stands in it. A text that tells when
    its trainings are names them by their days.
    """
    if any(date.value.role == "session" for date in material.dates):
        return
    lines, index = material.outline.lines, 1
    while index < len(lines):
        cards = list(_cards(material, index))
        several = [card for card in cards if lines[card].start >= material.region[0]]
        if len(several) >= _FEWEST_BELOW_PROSE and _most_are_training(material, several):
            yield from _parts(material, several)
        index = max(cards, default=index) + 1


def _most_are_training(material: Material, cards: Sequence[int]) -> bool:
    lines = material.outline.lines
    scopes = [(lines[card].start, block_end(material, card)) for card in cards]
    told = [scope for scope in scopes if material.has_event(scope) or topics_in(material.reading, scope)]
    asked = sum(material.text[lines[card].end - 1] == "?" for card in cards)
    return 3 * len(told) >= 2 * len(scopes) and 2 * asked < len(cards)


def _is_lead(material: Material, index: int) -> bool:
    """Tell whether a line leads to offers: by its last sentence before a colon, as a heading, or in prose."""
    lines, text = material.outline.lines, material.text
    line, below = lines[index], lines[index + 1 : index + 2]
    if not below or not below[0].gap or line.bullet or line.cells:
        return False
    sentence = material.outline.sentence(line.end - 1)
    span = (max(line.start, sentence[0]), line.end)
    if text[line.end - 1] == ":":
        return _offers(material, span) or material.has_event(span)
    if material.outline.is_heading(line):
        return _offers(material, span)
    return stem_pattern(material.words.choices).search(material.outline.folded, *line.span) is not None


def _is_short_lead(material: Material, line: Line) -> bool:
    return material.text[line.end - 1] == ":" or material.outline.is_heading(line)


def _offers(material: Material, span: Span) -> bool:
    words, folded = material.words, material.outline.folded
    choices = stem_pattern(words.choices).search(folded, *span)
    return bool(choices or phrase_pattern(words.part_leads).search(folded, *span))


def _offers_above(material: Material, index: int) -> bool:
    """Tell whether training or offers are spoken of in the lines right above a list, or in its title."""
    lines = material.outline.lines
    above = [*lines[:1], *lines[max(0, index - _LINES_ABOVE) : index]]
    return any(material.has_event(line.span) or _offers(material, line.span) for line in above)


def _cards(material: Material, first: int) -> Iterator[int]:
    """Yield the lines from `first` on that open blocks of a name and prose, until another block."""
    lines, index = material.outline.lines, first
    while index < len(lines) and is_card(material, index):
        yield index
        index += 1
        while index < len(lines) and not lines[index].gap:
            index += 1


def is_card(material: Material, index: int) -> bool:
    """Tell whether the line at `index` is a name with prose right below it, and no heading of details."""
    line = material.outline.lines[index]
    text = material.text
    if line.bullet or line.cells or not material.holds(line.span) or not line.gap:
        return False
    short = line.end - line.start < _LONGEST_NAME and len(text[line.start : line.end].split()) <= _MOST_WORDS
    if not short or text[line.end - 1] in ".,;:" or material.dates_in(line.span):
        return False
    return _has_prose_below(material, index) and not is_detail_heading(material, line)


def _has_prose_below(material: Material, index: int) -> bool:
    lines = material.outline.lines
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None or below.gap or below.bullet or below.cells or _SIGN.match(material.text, *below.span):
        return False
    words = material.text[below.start : below.end].split()
    return len(words) >= _FEWEST_PROSE or material.text[below.end - 1] in ".!?)"


def _parts(material: Material, indices: Sequence[int]) -> Iterator[Part]:
    lines = material.outline.lines
    for place, index in enumerate(indices):
        line = lines[index]
        sign = _SIGN.match(material.text, *line.span)
        title = named(material, (sign.end() if sign else line.start, line.end))
        if title is None:
            continue
        stop = lines[indices[place + 1]].start if place + 1 < len(indices) else material.region[1]
        yield Part(title, title, (line.start, min(stop, block_end(material, index))), free=True)
