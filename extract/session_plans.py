"""Knows plans whose lines open with a year of the term: "År 1, januari", "Første år: ...", "2. år, haust"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.programme_material import DatedFound, Material
from extract.programme_outline import Line
from extract.session_found import Outset
from extract.session_numbered import block_end
from extract.session_titles import has_words, trimmed
from records.base import Span
from records.evidence import Found

_FEWEST = 2
_BETWEEN = re.compile(r"[\s,:;/|()–-]*")
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.(?=\s|\Z)|: ")
_SIGNS = 4
_LONGEST = 140
_MONTHS = 12
_SPRING = 21


@dataclass(frozen=True, slots=True)
class _Opening:
    """The line at `index` opens with a time within the term; what it tells of it begins at `rest`."""

    index: int
    when: DatedFound
    rest: int


def find_plan(material: Material) -> list[Outset]:
    """Return what a plan by years of the term tells for each time, in text order; none for other texts.

    What is planned stands behind the time in its line, or in the lines below a time that stands alone.
    """
    lines = [(index, line) for index, line in enumerate(material.outline.lines) if material.holds(line.span)]
    openings = [opening for index, line in lines if (opening := _opening(material, index, line))]
    if len(openings) < _FEWEST:
        return []
    stops = [*(material.outline.lines[opening.index].start for opening in openings[1:]), material.region[1]]
    found = (_session(material, one, stop) for one, stop in zip(openings, stops, strict=True))
    return [one for one in found if one]


def plan_region(plan: Sequence[Outset]) -> Span | None:
    """Return the stretch that a plan fills, from its first session to the end of its last."""
    return (plan[0].anchor[0], max(one.scope[1] for one in plan)) if plan else None


def _opening(material: Material, index: int, line: Line) -> _Opening | None:
    dates = material.dates_in(line.span)
    if not dates or not dates[0].value.term_year or dates[0].span[0] - line.start > _SIGNS:
        return None
    if has_words(material.text, (line.start, dates[0].span[0])):
        return None
    when, end = dates[0], dates[0].span[1]
    for date in dates[1:]:
        between = _BETWEEN.match(material.text, end, date.span[0])
        if not between or between.end() != date.span[0]:
            break
        within = _within_year(date, when)
        when, end = (within, date.span[1]) if within else (when, end)
    if when is dates[0] and (spring := _spring(material, line, end)):
        when, end = _in_year(when, None, _SPRING, spring), spring[1]
    return _Opening(index, when, end) if _opens_anew(material, line, end) else None


def _spring(material: Material, line: Line, end: int) -> Span | None:
    """Return a word for spring that is another one elsewhere ("vår"), right behind a year of the term."""
    words = material.language.dates.seasons.own
    gap = _BETWEEN.match(material.text, end, line.end)
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else None
    match = pattern.match(material.outline.folded, gap.end(), line.end) if pattern and gap else None
    return match.span() if match else None


def _opens_anew(material: Material, line: Line, end: int) -> bool:
    """Tell whether a mark, a gap or nothing follows the time: "År 2 ska planen ses över" goes on."""
    behind = material.text[end : line.end]
    rest = behind.lstrip()
    return (
        not rest
        or not rest[0].isalnum()
        or behind[:2].isspace()
        or (behind[:1].isspace() and rest[0].isupper())
    )


def _within_year(date: DatedFound, year: DatedFound) -> DatedFound | None:
    """Return a month or season within a year of the term, of whatever calendar year it was read."""
    value = date.value
    if value.term_year:
        return date
    number = int(value.edtf[5:7]) if value.edtf and re.fullmatch(r"\d{4}-\d\d", value.edtf) else 0
    month, season = value.month or number, value.season or number
    if not month and not season:
        return None
    within = (month if 0 < month <= _MONTHS else None, season if season > _MONTHS else None)
    return _in_year(year, *within, date.span)


def _in_year(year: DatedFound, month: int | None, season: int | None, span: Span) -> DatedFound:
    """Return a year of the term with the month or season within it that stands at `span`."""
    told = year.value.model_copy(update={"month": month, "season": season})
    return Found(told, (*year.spans, span), "session_in_term_year", year.how, year.confidence)


def _session(material: Material, opening: _Opening, stop: int) -> Outset | None:
    lines = material.outline.lines
    line = lines[opening.index]
    start = opening.rest
    if not has_words(material.text, (start, line.end)):
        below = lines[opening.index + 1] if opening.index + 1 < len(lines) else None
        if below is None or below.start >= stop:
            return None
        start = below.start
    end = min(stop, block_end(material, opening.index))
    home = lines[material.outline.line_index(start)]
    cell = next((cell for cell in home.cells if cell[0] >= start and has_words(material.text, cell)), None)
    title = _name(material, cell or (start, max(start, home.end)))
    if not has_words(material.text, title):
        return None
    event = next(iter(material.events_in((start, max(end, line.end)))), None)
    return Outset(
        title=Found(material.outline.quote(title), (title,), "session_of_term_year"),
        anchor=(line.start, max(line.end, title[1])),
        scope=(start, max(end, line.end)),
        when=opening.when,
        head=event.head if event else None,
    )


def _name(material: Material, span: Span) -> Span:
    """Return the words up to the first full stop or colon, or the whole line."""
    start, end = trimmed(material.text, span)
    stop = _STOP.search(material.text, start, end)
    return trimmed(material.text, (start, min(stop.start() if stop else end, start + _LONGEST)))
