"""Knows plans by year of the term: "År 1", below it months and seasons, below those what is taught."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.programme_cues import phrase_pattern
from extract.programme_material import DatedFound, Material
from extract.programme_outline import Line
from extract.session_clocks import clock_only
from extract.session_found import Outset
from extract.session_titles import has_words, short_title, trimmed
from records.base import Span
from records.evidence import Found

_SLACK = 3
_LONGEST_LABEL = 70
_LONGEST_NAME = 110
_LONGEST_TIME = 25


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands below a heading of time until the next one."""

    when: DatedFound
    lines: tuple[Line, ...]


def find_by_term_year(material: Material) -> list[Outset]:
    """Return the sessions of a plan by year of the term, in text order; none for other texts."""
    found: list[Outset] = []
    for block in _blocks(material):
        entries = _entries(material, block)
        found += [_session(material, block, line, end) for line, end in entries]
    return found or _rows_by_term_year(material)


def _rows_by_term_year(material: Material) -> list[Outset]:
    """Return the rows of a plan that begin with their year of the term: "År 2, mai – Studietur om X"."""
    rows = (_row(material, line) for line in material.outline.lines if material.holds(line.span))
    found = [row for row in rows if row]
    return found if len(found) > 1 else []


def _row(material: Material, line: Line) -> Outset | None:
    """Return the session of a row that begins with its year of the term, month or season behind it."""
    dates = material.dates_in((line.start, min(line.end, line.start + _LONGEST_TIME)))
    opening = [date for date in dates if date.value.term_year]
    if not opening or opening[0].span[0] != line.start or not material.outline.is_entry(line):
        return None
    title = short_title(material, (opening[-1].span[1], line.end))
    if not has_words(material.text, title):
        return None
    event = next(iter(material.events_in(line.span)), None)
    return Outset(
        title=Found(material.outline.quote(title), (title,), "session_of_term_year"),
        anchor=line.span,
        scope=line.span,
        when=opening[-1],
        head=event.head if event else None,
    )


def term_region(material: Material) -> Span | None:
    """Return the stretch from the first heading of a term year to the end of the last one's rows."""
    blocks = [block for block in _blocks(material) if block.lines]
    if blocks:
        return blocks[0].when.span[0], blocks[-1].lines[-1].end
    rows = _rows_by_term_year(material)
    return (rows[0].anchor[0], rows[-1].anchor[1]) if rows else None


def _blocks(material: Material) -> Iterator[_Block]:
    lines = [line for line in material.outline.lines if material.holds(line.span)]
    heads = [(index, when) for index, line in enumerate(lines) if (when := _heading(material, line))]
    for place, (index, when) in enumerate(heads):
        after = heads[place + 1][0] if place + 1 < len(heads) else len(lines)
        below = lines[index + 1 : after]
        if below:
            yield _Block(when, tuple(_run(material, below, bounded=after < len(lines))))


def _heading(material: Material, line: Line) -> DatedFound | None:
    """Return the time that a whole line is: a year of the term, or a month or season within one."""
    if line.end - line.start > _LONGEST_LABEL:
        return None
    for found in material.dates_in(line.span):
        covers = found.span[1] - found.span[0] + _SLACK >= line.end - line.start
        if covers and found.value.term_year and found.value.role not in ("meeting", "deadline"):
            return found
    return None


def _run(material: Material, lines: Sequence[Line], *, bounded: bool) -> Iterator[Line]:
    """Yield the lines that belong to a heading: up to a blank line where rows follow it directly."""
    direct = not lines[0].gap
    for index, line in enumerate(lines):
        if index and line.gap and (direct or (not bounded and material.outline.is_heading(line))):
            return
        yield line


def _entries(material: Material, block: _Block) -> list[tuple[Line, int]]:
    """Return the lines that are sessions, each with the end of what is said of it."""
    labelled = [line for line in block.lines if _label(material, line)]
    detailed = [line for line in labelled if _is_detail(material, line)]
    heads = [line for line in labelled if line not in detailed]
    if not heads:
        rows = [line for line in block.lines if line not in detailed and not _denies(material, line)]
        month = block.when.value.month or block.when.value.season or block.lines[0].gap
        heads = rows[:1] if month else [line for line in rows if material.outline.is_entry(line)]
    ends = [*(line.start for line in heads[1:]), block.lines[-1].end]
    return list(zip(heads, ends[: len(heads)], strict=True))


def _label(material: Material, line: Line) -> Span | None:
    """Return the words before a colon near the line's beginning."""
    colon = material.text.find(":", line.start, min(line.end, line.start + _LONGEST_LABEL))
    if colon < 0 or ". " in material.text[line.start : colon]:
        return None
    return line.start, colon


def _is_detail(material: Material, line: Line) -> bool:
    label = _label(material, line)
    words = material.outline.folded[label[0] : label[1]].strip() if label else ""
    return words in material.words.detail_labels


def _denies(material: Material, line: Line) -> bool:
    return bool(phrase_pattern(material.words.none).match(material.outline.folded, *line.span))


def _session(material: Material, block: _Block, line: Line, end: int) -> Outset:
    label = _label(material, line)
    title = _name(material, (label[1] + 1, line.end) if label else line.span)
    if not has_words(material.text, title):
        title = short_title(material, line.span)
    event = next(iter(material.events_in((line.start, end))), None)
    return Outset(
        title=Found(material.outline.quote(title), (title,), "session_of_term_year"),
        anchor=line.span,
        scope=(label[1] if label else line.start, end),
        when=_own_time(material, line) or block.when,
        clock=_clock(material, (line.start, end)),
        head=event.head if event else None,
    )


def _own_time(material: Material, line: Line) -> DatedFound | None:
    """Return the month or season that opens a row ("Februari: ...")."""
    first = next(iter(material.dates_in(line.span)), None)
    opens = first is not None and first.span[0] == line.start and first.value.term_year
    return first if opens else None


def _clock(material: Material, span: Span) -> Found[str] | None:
    clocks = [found for found in material.dates_in(span) if clock_only(found.value)]
    if len(clocks) != 1 or not clocks[0].value.time:
        return None
    return Found(clocks[0].value.time, clocks[0].spans, "session_clock")


def _name(material: Material, span: Span) -> Span:
    """Return the first sentence of a row without the audience in brackets at its end."""
    start, end = trimmed(material.text, span)
    stop = material.text.find(". ", start, end)
    end = stop if stop > 0 else end
    bracket = material.text.rfind(" (", start, end)
    if bracket > 0 and material.text[end - 1 : end] == ")":
        end = bracket
    if end - start > _LONGEST_NAME:
        comma = material.text.rfind(",", start, start + _LONGEST_NAME)
        end = comma if comma > 0 else start + _LONGEST_NAME
    return trimmed(material.text, (start, end))
