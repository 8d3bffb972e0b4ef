"""Knows sessions without a date: points of a list, headings, named parts, what can be learnt alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.programme_cues import EventWord, phrase_pattern, stem_pattern
from extract.programme_material import Material
from extract.programme_outline import Line
from extract.session_found import Outset
from extract.session_numbered import named
from extract.session_phrases import event_phrase
from extract.session_steps import numbered_steps
from extract.session_titles import has_words, heading_title, short_title, trimmed
from records.base import Span
from records.evidence import Found

_FEWEST = 2
_MOST = 25
_LINES_BELOW = 300
_OPENING = 15
_ROW = 140


def find_listed(material: Material) -> list[tuple[Span, Outset]]:
    """Return sessions that are points of a list, each with the lead that opens its list.

    A lead is a line or its last sentence that counts or names parts ("fire moduler:"); one that
    announces subjects ("Tema:") opens no sessions.
    """
    found = []
    lines = material.outline.lines
    for index, line in enumerate(lines):
        lead = _lead(material, line)
        if lead is None:
            continue
        points = list(_points(material, lines, index))
        if _FEWEST <= len(points) <= _MOST:
            found += [(lead, _listed(material, point, end)) for point, end in points]
    return found


def _lead(material: Material, line: Line) -> Span | None:
    if not material.holds(line.span) or line.kind == "cell":
        return None
    sentence = material.outline.sentence(line.end - 1)
    start = max(line.start, sentence[0])
    closing = material.text[line.end - 1] == ":" or line.end - start < 60
    folded, words = material.outline.folded, material.words
    if not closing:
        return None
    named = phrase_pattern(words.part_leads).search(folded, start, line.end)
    return (start, line.end) if named or _is_below_parts(material, line) else None


def _is_below_parts(material: Material, line: Line) -> bool:
    """Tell whether a lead with a colon stands right below a heading that names parts ("Temadager")."""
    index = material.outline.line_index(line.start)
    above = material.outline.lines[index - 1] if index else None
    if above is None or material.text[line.end - 1] != ":" or not material.outline.is_heading(above):
        return False
    words = material.outline.folded[above.start : above.end].strip(" :")
    return words in material.words.part_leads


def _points(material: Material, lines: Sequence[Line], index: int) -> Iterator[tuple[Line, int]]:
    """Yield the list's points of the first depth, each with the end of what stands below it."""
    lead, below = lines[index], lines[index + 1 : index + _LINES_BELOW]
    first = below[0] if below else None
    if first is None or not first.bullet or (lead.bullet and first.depth <= lead.depth):
        return
    points: list[list[Line]] = []
    for line in below:
        if not line.bullet or line.depth < first.depth or not material.holds(line.span):
            break
        if line.depth == first.depth:
            points.append([line])
        else:
            points[-1].append(line)
    for group in points:
        yield group[0], group[-1].end


def _listed(material: Material, point: Line, end: int) -> Outset:
    title = _point_title(material, point)
    event = next(iter(material.events_in(point.span)), None)
    return Outset(
        title=Found(material.outline.quote(title), (title,), "session_point"),
        anchor=point.span,
        scope=(point.start, end),
        head=event.head if event else None,
    )


def _point_title(material: Material, point: Line) -> Span:
    title = short_title(material, point.span)
    event = next(iter(material.events_in(title)), None)
    if event and event.part and title[1] - title[0] > 60:
        return event_phrase(material, event)
    return title


def find_parts_named(material: Material, closed: frozenset[int] = frozenset()) -> list[Outset]:
    """Return the parts of a programme that the text names ("basisprogrammet"), each once.

    `closed` are the numbers of lines where none is looked for.
    """
    line_index = material.outline.line_index
    named = [event for event in material.events if event.part and line_index(event.span[0]) not in closed]
    return list(_once(material, named))


def find_specific(material: Material) -> list[Outset]:
    """Return the trainings that a compound names ("eldrerådskurs") or a heading, each once."""
    return list(_once(material, [event for event in material.events if event.specific]))


def find_own_time(material: Material) -> list[Outset]:
    """Return what is offered to be learnt in one's own time, one a paragraph."""
    found: list[Outset] = []
    pattern = stem_pattern(material.words.self_study)
    for line in material.outline.lines:
        if not material.holds(line.span):
            continue
        events = material.events_in(line.span)
        cue = pattern.search(material.outline.folded, *line.span) if events else None
        dated = any(date.value.role == "session" for date in material.dates_in(line.span))
        if not cue or dated or not _own_time_told(material, line, cue.start()):
            continue
        near = min(events, key=lambda event: (not event.specific, abs(event.span[0] - cue.start())))
        one = _worded(material, near, line.span)
        if material.outline.is_entry(line) and material.text[line.end - 1] not in ".!?:":
            title = trimmed(material.text, line.span)
            one = replace(one, title=Found(material.outline.quote(title), (title,), "session_row"))
        found.append(one)
    return found


def _own_time_told(material: Material, line: Line, position: int) -> bool:
    """Tell whether a verb offers it, or its row stands among rows with dates."""
    outline = material.outline
    sentence = outline.sentence(position)
    if stem_pattern(material.words.arranged).search(outline.folded, *sentence):
        return True
    index = outline.line_index(line.start)
    beside = outline.lines[max(0, index - 1) : index + 2]
    return outline.is_entry(line) and any(
        date.value.role == "session" for other in beside for date in material.dates_in(other.span)
    )


def find_steps(material: Material) -> list[Outset]:
    """Return the numbered parts that open sentences ("Del tre ..."), where there are several."""
    return [
        Outset(Found(material.outline.quote(name), (name,), "session_step"), step, span)
        for span, step in numbered_steps(material)
        for name in [_step_name(material, step)]
    ]


def _step_name(material: Material, step: Span) -> Span:
    """Return a numbered part with the name that the rest of its row tells ("Del 2. Intern kontroll")."""
    line = material.outline.lines[material.outline.line_index(step[0])]
    rest = (step[1], line.end)
    row = line.start == step[0] and material.text[line.end - 1] not in ".!?" and line.end - line.start < _ROW
    name = named(material, rest) if row and material.text[step[1] : step[1] + 1] in (".", ":") else None
    return (step[0], name[1]) if name else step


def find_headed(material: Material) -> list[Outset]:
    """Return the trainings that headings inside a page name, each with the text below it."""
    lines = [line for line in material.outline.lines if material.holds(line.span)]
    heads = [index for index, line in enumerate(lines) if material.outline.is_heading(line)]
    found = []
    for index in heads:
        line = lines[index]
        below = lines[index + 1 : index + 2]
        if index == heads[0] or not _is_on_training(material, line, below) or _is_chrome(material, line):
            continue
        end = next((lines[other].start for other in heads if other > index), material.region[1])
        title = _heading_title(material, line)
        if has_words(material.text, title):
            quote = Found(material.outline.quote(title), (title,), "session_heading")
            event = next(iter(material.events_in((line.start, end))), None)
            found.append(Outset(quote, line.span, (line.start, end), head=event.head if event else None))
    return found


def find_announced(material: Material) -> list[Outset]:
    """Return the trainings that a heading announces as new ("Nytt tilbod: X"), each with the text below."""
    found = []
    for index, line in enumerate(material.outline.lines):
        label = phrase_pattern(material.words.offer_labels).match(material.outline.folded, *line.span)
        if not label or not material.holds(line.span) or material.text[label.end() : label.end() + 2] != ": ":
            continue
        title = trimmed(material.text, (label.end() + 1, line.end))
        below = material.outline.lines[index + 1 : index + 2]
        end = below[0].end if below else line.end
        quote = Found(material.outline.quote(title), (title,), "session_announced")
        found.append(Outset(quote, line.span, (line.start, end)))
    return found


def _is_chrome(material: Material, line: Line) -> bool:
    """Tell whether a heading is a question, or a link to more."""
    chrome = phrase_pattern(material.words.chrome).match(material.outline.folded, *line.span)
    return bool(chrome) or material.text[line.end - 1] == "?"


def _is_on_training(material: Material, heading: Line, below: Sequence[Line]) -> bool:
    """Tell whether a heading names training, or the text below it begins with "The course ..."."""
    events = material.events_in(heading.span)
    if events:
        return not all(event.whole for event in events)
    prose = [line for line in below if not material.outline.is_heading(line)]
    opening = [(line.start, min(line.end, line.start + _OPENING)) for line in prose]
    return any(event.span[0] == span[0] for span in opening for event in material.events_in(span))


def _heading_title(material: Material, line: Line) -> Span:
    """Return a heading up to its colon or bracket, or the words for the training that follow the colon."""
    title, events = heading_title(material, line.span), material.events_in(line.span)
    bracketed = not events or "(" in material.text[title[1] : events[0].span[0]]
    return title if bracketed or material.has_event(title) else event_phrase(material, events[0])


def find_only(material: Material) -> list[Outset]:
    """Return the one training that a text without dates or lists is about, or nothing."""
    told = [event for event in material.events if _takes_place(material, event)]
    best = min(told, key=lambda event: (not event.specific, event.whole, event.span[0]), default=None)
    return [_worded(material, best, material.region)] if best else []


def _takes_place(material: Material, event: EventWord) -> bool:
    sentence = material.outline.sentence(event.span[0])
    labels = material.text[event.span[1] : event.span[1] + 2] == ": "
    return labels or bool(stem_pattern(material.words.arranged).search(material.outline.folded, *sentence))


def _once(material: Material, events: Sequence[EventWord]) -> Iterator[Outset]:
    seen: set[str] = set()
    for event in events:
        stem = f"{event.prefix}{event.head}"[: max(5, len(event.prefix) + 3)]
        if stem not in seen:
            seen.add(stem)
            yield _worded(material, event, _paragraph(material, event))


def _paragraph(material: Material, event: EventWord) -> Span:
    lines = material.outline.lines
    index = material.outline.line_index(event.span[0])
    line = lines[index]
    end = line.end
    below_it = lines[index + 1 : index + _LINES_BELOW]
    for below in below_it if material.outline.is_heading(line) else ():
        if material.outline.is_heading(below):
            break
        end = below.end
    return material.outline.sentence(event.span[0])[0], end


def _worded(material: Material, event: EventWord, scope: Span) -> Outset:
    title = event_phrase(material, event)
    return Outset(
        title=Found(material.outline.quote(title), (title,), "session_word"),
        anchor=title,
        scope=scope,
        head=event.head,
    )
