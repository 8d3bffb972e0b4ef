"""Knows how the parts of a programme and its dated sessions go together: which part is held when."""

from collections.abc import Sequence
from dataclasses import replace

from extract.programme_material import DatedFound, Material
from extract.session_clocks import clock_only
from extract.session_found import Outset
from extract.session_numbered import Part, find_series, label_beside
from extract.session_offers import find_offers
from records.evidence import Found

_NAMES = frozenset({"session_word", "session_heading", "session_row", "session_step", "session_announced"})
_FEW_DAYS = 3


def with_parts(material: Material, found: Sequence[Outset]) -> list[Outset]:
    """Return the sessions of a text with its numbered parts and offers among them.

    A dated session in a part, or one whose row names the part by its number, is that part: it has the
    part's name and all that is said of it. A part without date is a session of its own, unless the
    parts are those of one event that is dated elsewhere. Bare names of training are none besides.
    """
    parts = [*find_series(material)]
    parts += [offer for offer in find_offers(material) if not _overlaps(offer, parts)]
    parts = [part for part in parts if not _is_of_term(material, part)]
    if not parts:
        return list(found)
    joined, home = _joined(material, found, parts)
    held = {index for index in home if index is not None}
    undated = [part for index, part in enumerate(parts) if index not in held]
    apart = [one for one, index in zip(found, home, strict=True) if index is None]
    if undated and not held and not all(part.free for part in undated) and _is_one_event(apart):
        return list(found)
    added = [_outset(material, part) for part in undated if part.title or _time(material, part)]
    if not added:
        return joined
    return [*(one for one in joined if not _is_bare(one, added)), *added]


def _overlaps(one: Part, parts: Sequence[Part]) -> bool:
    return any(one.scope[0] < part.scope[1] and part.scope[0] < one.scope[1] for part in parts)


def _is_of_term(material: Material, part: Part) -> bool:
    """Tell whether a part's own line tells a year of the term: plans by year are read elsewhere."""
    return any(date.value.term_year for date in material.dates_in((part.scope[0], part.label[1])))


def _joined(
    material: Material, found: Sequence[Outset], parts: Sequence[Part]
) -> tuple[list[Outset], list[int | None]]:
    """Return the sessions with what their parts tell of them, and the index of each one's part."""
    home = [_home(material, one, parts) for one in found]
    alone = [index for index in home if home.count(index) == 1]
    joined = []
    for one, index in zip(found, home, strict=True):
        if index is None:
            joined.append(one)
            continue
        joined.append(_of_part(material, one, parts[index], alone=index in alone))
    return joined, home


def _home(material: Material, one: Outset, parts: Sequence[Part]) -> int | None:
    """Return the index of the part that a dated session stands in or names by its number."""
    if one.when is None:
        return None
    inside = (i for i, part in enumerate(parts) if part.scope[0] <= one.when.span[0] < part.scope[1])
    index = next(inside, None)
    if index is not None:
        return index
    date = one.when.span
    naming = [i for i, part in enumerate(parts) if label_beside(material, part, date)]
    return naming[0] if len(naming) == 1 else None


def _of_part(material: Material, one: Outset, part: Part, *, alone: bool) -> Outset:
    if part.title is None and one.title is not None:
        return one
    name = part.title or part.label
    title = Found(material.outline.quote(name), (name,), "session_part")
    inside = part.scope[0] <= one.anchor[0] < part.scope[1]
    scope = part.scope if inside or alone else one.scope
    return replace(one, title=title, scope=scope, lead=None)


def _is_one_event(apart: Sequence[Outset]) -> bool:
    """Tell whether the sessions told outside the parts are one event of few days, of which they are parts."""
    dated = [one.when.value for one in apart if one.when and one.when.value.start]
    days = [day for date in dated for day in (date.start, date.end) if day]
    return bool(days) and (max(days) - min(days)).days < _FEW_DAYS


def _is_bare(one: Outset, added: Sequence[Outset]) -> bool:
    """Tell whether a session without date stands in a part, or is only a word for what the parts are."""
    if one.when is not None:
        return False
    within = any(part.scope[0] <= one.anchor[0] < part.scope[1] for part in added)
    return within or one.title is None or one.title.rule in _NAMES


def _outset(material: Material, part: Part) -> Outset:
    title = part.title or part.label
    event = next(iter(material.events_in(part.scope)), None)
    when = _time(material, part)
    return Outset(
        title=Found(material.outline.quote(title), (title,), "session_part"),
        anchor=title,
        scope=part.scope,
        when=when,
        clock=Found(when.value.time, when.spans, "session_clock") if when and when.value.time else None,
        head=event.head if event else None,
    )


def _time(material: Material, part: Part) -> DatedFound | None:
    """Return the month, season, week or year of the term that is told of a part without a day of training.

    Failing that, a day or month that its own first line tells, whatever its role.
    """
    first = material.outline.lines[material.outline.line_index(part.scope[0])]
    dates = [date for date in material.dates_in(part.scope) if _is_time(date)]
    told = [date for date in dates if date.value.role == "session"]
    beside = [
        date for date in dates if date.span[0] < first.end and date.value.role in ("reference", "meeting")
    ]
    return next(iter([*told, *beside]), None)


def _is_time(date: DatedFound) -> bool:
    value = date.value
    return not clock_only(value) and bool(value.month or value.season or value.term_year or value.edtf)
