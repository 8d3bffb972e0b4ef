"""Writes the account of a draft that is built on precedents."""

from collections.abc import Sequence
from dataclasses import dataclass

from export.brief import Brief
from export.phrases import join, plain
from export.precedent import merge_told, wording_of
from export.precedent_prose import carried_background, carried_costs, carried_proposal
from export.telling import about_costs, about_decision, about_programme, about_source, basis_line
from records.draft import Block, Line, Paragraph, Points


@dataclass(frozen=True)
class _Carried:
    """What one precedent gives word by word: the paragraphs of its background, the points of its proposal."""

    brief: Brief
    paragraphs: list[list[Line]]
    points: list[Line]


def account_of(brief: Brief) -> tuple[Block, ...]:
    """Return what the precedents tell, one after the other, what several say in the same words once.

    Prose in the house's own language is carried over; a precedent without it, or in another language,
    is told as its statement.
    """
    carried = [_carry(each) for each in brief.each]
    every = [line for each in carried for lines in (*each.paragraphs, each.points) for line in lines]
    told, seen = merge_told(every), set[str]()
    blocks, named = list[Block](), set[int]()
    for each in carried:
        is_first = each.brief.source.number not in named
        named.add(each.brief.source.number)
        blocks += _blocks(each, told, seen, is_first=is_first)
    return tuple(blocks)


def costs_of(brief: Brief) -> list[Block]:
    """Return what the precedents tell of costs: carried over, or as the statement of a foreign one."""
    blocks: list[Block] = []
    told = merge_told(line for each in brief.each if not each.source.foreign for line in carried_costs(each))
    if told:
        blocks.append(_paragraph(list(told.values())))
    foreign = (about_costs(each) for each in brief.each if each.source.foreign)
    return [*blocks, *(_paragraph(lines) for lines in foreign if lines)]


def _carry(brief: Brief) -> _Carried:
    if brief.source.foreign:
        return _Carried(brief, [], [])
    return _Carried(brief, carried_background(brief), carried_proposal(brief))


def _blocks(carried: _Carried, told: dict[str, Line], seen: set[str], *, is_first: bool) -> list[Block]:
    """Return what a precedent tells; the source is named before the first of its programmes alone."""
    brief = carried.brief
    if not carried.paragraphs:
        blocks = _statement(brief, is_first=is_first)
    else:
        blocks = [_paragraph([basis_line(brief)])] if is_first else []
        new = (_new(lines, told, seen) for lines in carried.paragraphs)
        blocks += (_paragraph(lines) for lines in new if lines)
    if points := _new(carried.points, told, seen):
        blocks.append(Paragraph(line=plain(brief.wording.precedent.could_read)))
        blocks.append(Points(items=tuple(points)))
    return blocks


def _new(lines: Sequence[Line], told: dict[str, Line], seen: set[str]) -> list[Line]:
    """Return the lines that were not told before, as all precedents that say them tell them."""
    new = [told[words] for words in dict.fromkeys(map(wording_of, lines)) if words not in seen]
    seen.update(map(wording_of, new))
    return new


def _statement(brief: Brief, *, is_first: bool) -> list[Block]:
    told = [about_source(brief) if is_first else [], about_programme(brief)]
    if brief.source.foreign and is_first:
        told.append(about_decision(brief))
        if "economy" not in brief.house.impacts:
            told.append(about_costs(brief))
    return [_paragraph(lines) for lines in told if lines]


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    return Paragraph(line=join(lines, " "))
