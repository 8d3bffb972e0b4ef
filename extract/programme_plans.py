"""Knows when a text holds several plans: sections with terms of office or publishers of their own."""

from collections.abc import Sequence

from extract.organiser_shapes import Name
from extract.programme_material import DatedFound, Material
from extract.programme_outline import Line
from records.base import Span

_FEWEST_DAYS = 700
_LONGEST_HEADING = 120


def find_plans(material: Material, names: Sequence[Name]) -> list[tuple[Span, Span]]:
    """Return the heading and the stretch of each plan, in text order; empty where there is but one.

    Several plans have headings that tell different terms of office, or begin with different organisations
    that train, each with training and its times below it. `names` are those that the text names.
    """
    lines = [line for line in material.outline.lines if material.holds(line.span)]
    heads = [line for line in lines if _is_heading(material, line)]
    named = [line for line in heads if material.has_event(line.span)]
    for told in (_terms(material, heads), _publishers(material, named, names)):
        plans = _sections(material, told)
        if len({name for _, name in told}) > 1 and len(plans) == len(told):
            return plans
    return []


def _is_heading(material: Material, line: Line) -> bool:
    short = line.end - line.start < _LONGEST_HEADING and not line.bullet and not line.cells
    return short and material.outline.is_heading(line)


def _terms(material: Material, heads: Sequence[Line]) -> list[tuple[Line, str]]:
    """Return the headings that tell a term of office by its years, with it."""
    told = []
    for line in heads:
        for found in material.dates_in(line.span):
            start, end, edtf = found.value.start, found.value.end, found.value.edtf
            if edtf and start and end and (end - start).days > _FEWEST_DAYS:
                told.append((line, edtf))
                break
    return told


def _publishers(material: Material, heads: Sequence[Line], names: Sequence[Name]) -> list[tuple[Line, str]]:
    """Return the headings that begin with the name of an organisation, with it."""
    full = {name.span[0]: name for name in names if name.full}
    opening = [(line, full[line.start]) for line in heads if line.start in full]
    return [(line, material.outline.quote(name.span).casefold()) for line, name in opening]


def _sections(material: Material, told: Sequence[tuple[Line, str]]) -> list[tuple[Span, Span]]:
    """Return the sections below the headings that hold a session's time; the first begins with the text."""
    starts = [material.region[0], *(line.start for line, _ in told[1:]), material.region[1]]
    sections = []
    for place, (line, _) in enumerate(told):
        below = (line.end, starts[place + 1])
        timed = any(_is_time(found) for found in material.dates_in(below))
        if timed and material.has_event((line.start, below[1])):
            sections.append((line.span, (starts[place], starts[place + 1])))
    return sections


def _is_time(found: DatedFound) -> bool:
    """Tell whether a date is a session's day, month or season."""
    value = found.value
    return value.role == "session" and bool(value.edtf or value.month or value.season or value.term_year)
