"""Knows sessions told in two rows, by their beginning and their end: "Start 18 april", "Slut 19 april"."""

from collections.abc import Sequence
from dataclasses import replace

from extract.programme_material import DatedFound, Material
from extract.session_found import Outset
from extract.session_slot import line_at
from records.base import Span
from records.evidence import Found


def with_edges(material: Material, outsets: Sequence[Outset]) -> list[Outset]:
    """Return the sessions with a row of a beginning and the next one of an end joined to one session.

    Its clock is told only within one day. Where other sessions are dated within a longer one, they are
    what is held, and the edges tell none.
    """
    joined: list[Outset] = []
    for one in outsets:
        before = joined[-1] if joined else None
        first = before.when if before and _edge(material, before) == "start" else None
        if before is None or first is None or one.when is None or _edge(material, one) != "end":
            joined.append(one)
            continue
        joined[-1] = _joined(before, one, first, one.when)
    return [one for one in joined if not _frames(one, joined)]


def _edge(material: Material, one: Outset) -> str | None:
    """Return whether a session's row is labelled as a beginning or as an end, or None."""
    if one.when is None or one.when.value.start is None:
        return None
    label = _label(material, one.when.span)
    if label in material.words.start_labels:
        return "start"
    return "end" if label in material.words.end_labels else None


def _label(material: Material, date: Span) -> str:
    """Return the words before a date in its row, or the row above where the date opens its own."""
    outline = material.outline
    line = line_at(material, date[0])
    label = outline.folded[line.start : date[0]].strip(" :\t")
    index = outline.line_index(line.start)
    if label or not index:
        return label
    above = outline.lines[index - 1]
    return outline.folded[above.start : above.end].strip(" :\t")


def _joined(one: Outset, other: Outset, first: DatedFound, last: DatedFound) -> Outset:
    start, end = first.value, last.value
    if start.start is None or end.start is None or end.start < start.start:
        return one
    anchor = (one.anchor[0], max(one.anchor[1], other.anchor[1]))
    scope = (min(one.scope[0], other.scope[0]), max(one.scope[1], other.scope[1]))
    spans = tuple(sorted((*first.spans, *last.spans)))
    if start.start == end.start:
        times = [value.time for value in (start, end) if value.time and "/" not in value.time]
        clock = Found("/".join(times), spans, "session_edges") if len(times) > 1 else one.clock
        return replace(one, anchor=anchor, scope=scope, clock=clock)
    last_day = end.end or end.start
    whole = start.model_copy(
        update={"edtf": f"{start.start}/{last_day}", "end": last_day, "time": None, "span": first.span}
    )
    when = Found(whole, spans, "session_edges", first.how, first.confidence)
    return replace(one, anchor=anchor, scope=scope, when=when, clock=None)


def _frames(one: Outset, outsets: Sequence[Outset]) -> bool:
    """Tell whether a session from edge to edge holds others that are dated within it."""
    if one.when is None or one.when.rule != "session_edges":
        return False
    first, last = one.when.value.start, one.when.value.end
    days = [other.when.value.start for other in outsets if other is not one and other.when]
    return first is not None and last is not None and any(day and first <= day <= last for day in days)
