"""Knows which of the finds in a text are sessions, each once: years of the term, dates, lists, names."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from extract.programme_cues import stem_pattern
from extract.programme_material import Material
from extract.session_dated import find_dated
from extract.session_found import Outset
from extract.session_lists import (
    find_announced,
    find_headed,
    find_listed,
    find_only,
    find_own_time,
    find_parts_named,
    find_specific,
    find_steps,
)
from extract.session_named import find_counted, find_defined, find_offered, find_quoted
from extract.session_parts import with_parts
from extract.session_phrases import event_phrase
from extract.session_plans import find_plan, plan_region
from extract.session_terms import find_by_term_year, term_region
from records.base import Span
from records.evidence import Found

_NAME_AND_KIND = re.compile(r"[^\n:–—]{2,60}?(?: [–—-]|:) ")


def find_outsets(material: Material) -> list[Outset]:
    """Return where the sessions of a text are told, each once, in text order.

    Plans by year of the term come first, then dates and lists; names alone count only where the
    text tells neither.
    """
    yearly, region = _by_term_year(material)
    dated = _outside(find_dated(material), region if yearly else None)
    listed = _undated_points(material, dated)
    dated, listed = _with_dates_of_leads(material, dated, listed)
    if listed:
        dated = [one for one in dated if one.when and one.when.value.start]
    dated = _described(material, dated)
    found = [*yearly, *dated, *(outset for _, outset in listed)]
    found = with_parts(material, [*found, *_unlisted(material, found)])
    if len(found) == 1:
        found = [_titled(material, _better_named(material, found[0]))]
    return sorted(found, key=lambda outset: (outset.anchor, outset.scope))


def _by_term_year(material: Material) -> tuple[list[Outset], Span | None]:
    """Return the sessions of a plan by year of the term and its stretch; nothing where no date tells one."""
    if not any(date.value.term_year for date in material.dates):
        return [], None
    yearly, plan = find_by_term_year(material), find_plan(material)
    if plan and len(plan) >= len(yearly):
        return plan, plan_region(plan)
    return yearly, term_region(material)


def _described(material: Material, dated: list[Outset]) -> list[Outset]:
    """Give the days of one sentence the names that sentences further down give them in order.

    "The evenings are 4, 11 and 25 September. The first evening ... The second evening ...": as many
    as there are days.
    """
    days = _days_of_one_sentence(material, dated)
    steps = find_steps(material) if days else []
    if len(days) != len(steps):
        return dated
    named = {id(day): step for day, step in zip(days, steps, strict=True)}
    return [
        replace(one, title=named[id(one)].title, scope=named[id(one)].scope) if id(one) in named else one
        for one in dated
    ]


def _days_of_one_sentence(material: Material, found: Sequence[Outset]) -> list[Outset]:
    """Return the sessions that the first sentence with several of them tells."""
    groups: dict[int, list[Outset]] = {}
    for one in found:
        if one.when:
            sentence = material.outline.sentence_index(one.when.span[0])
            groups.setdefault(sentence, []).append(one)
    return next((group for group in groups.values() if len(group) > 1), [])


def _better_named(material: Material, outset: Outset) -> Outset:
    """Give the only session a name that says more than "the course", where the text has one."""
    if outset.title is None or not _is_bare(material, outset.title.span):
        return outset
    names = [event for event in material.events if len(event.prefix) > 1 or event.part]
    folded, head = material.outline.folded, outset.head
    kin = (event for event in names if head and head in folded[event.span[0] : event.span[1]])
    name = next(kin, None)
    name = name or next((event for event in names if event.whole), None)
    if name is None:
        return outset
    phrase = event_phrase(material, name)
    return replace(outset, title=Found(material.outline.quote(phrase), (phrase,), "session_word", "inferred"))


def _titled(material: Material, outset: Outset) -> Outset:
    """Give the only training of a text without a date its title, where that names the same more closely.

    "Framsnakk - verkstad om tonen i salen" is what the text calls "eit halvdagsverkstad" further down.
    """
    line = next((line for line in material.outline.lines if material.holds(line.span)), None)
    if outset.when or outset.title is None or line is None or not material.outline.is_entry(line):
        return outset
    if [event.span for event in material.events_in(outset.title.span)] != [outset.title.span]:
        return outset
    event = next((event for event in material.events_in(line.span) if event.head == outset.head), None)
    if event is None or outset.anchor[0] < line.end or not _NAME_AND_KIND.match(material.text, *line.span):
        return outset
    return replace(outset, title=Found(material.outline.quote(line.span), (line.span,), "session_heading"))


def _is_bare(material: Material, title: Span) -> bool:
    events = material.events_in(title)
    return len(events) == 1 and events[0].span == title and len(events[0].prefix) < 2


def _outside(outsets: Sequence[Outset], region: Span | None) -> list[Outset]:
    if region is None:
        return list(outsets)
    return [outset for outset in outsets if not region[0] <= outset.anchor[0] < region[1]]


def _undated_points(material: Material, dated: Sequence[Outset]) -> list[tuple[Span, Outset]]:
    return [
        (lead, outset)
        for lead, outset in [*find_listed(material), *find_counted(material)]
        if not any(outset.scope[0] <= other.anchor[0] < outset.scope[1] for other in dated)
        and not any(
            found.value.edtf and found.value.role != "reference" for found in material.dates_in(outset.anchor)
        )
    ]


def _with_dates_of_leads(
    material: Material, dated: Sequence[Outset], listed: Sequence[tuple[Span, Outset]]
) -> tuple[list[Outset], list[tuple[Span, Outset]]]:
    """Hand a date told in the paragraph of a list's lead to the points; it is no session besides."""
    taken: set[int] = set()
    points = []
    for lead, outset in listed:
        line = material.outline.lines[material.outline.line_index(lead[0])]
        home = next((i for i, one in enumerate(dated) if line.start <= one.anchor[0] < line.end), None)
        if home is None or outset.when:
            points.append((lead, outset))
            continue
        taken.add(home)
        when = dated[home].when
        told = replace(when, how="inherited") if when else None
        points.append((lead, replace(outset, when=told, clock=dated[home].clock)))
    return [one for i, one in enumerate(dated) if i not in taken], points


def _unlisted(material: Material, found: Sequence[Outset]) -> list[Outset]:
    """Return sessions that only a name tells, where they are not told already."""
    sources: tuple[Callable[[Material], list[Outset]], ...]
    if any(outset.when and (outset.when.value.start or outset.when.value.term_year) for outset in found):
        sources = (
            find_defined,
            find_quoted,
            find_offered,
            find_own_time,
            _steps_elsewhere(found),
            _parts_elsewhere(found),
        )
    elif any(not outset.when for outset in found):
        sources = (_parts_elsewhere(found),)
    else:
        sources = (find_defined, find_quoted, find_headed, find_parts_named, find_own_time, find_steps)
    more: list[Outset] = []
    for source in (find_announced, *sources):
        before = [*found, *more]
        for one in source(material):
            if not _within(one, before) and not _named_alike(one, [*found, *more]):
                more.append(one)
    if not found and not more:
        more = find_specific(material)[:1] or find_only(material)
    return more


def _steps_elsewhere(found: Sequence[Outset]) -> Callable[[Material], list[Outset]]:
    """Return a source of numbered parts that no dated session tells, be it further down their paragraph."""

    def find(material: Material) -> list[Outset]:
        steps = find_steps(material)
        ends = [*(step.anchor[0] for step in steps[1:]), material.region[1]]
        lines = material.outline.lines
        told: list[Outset] = []
        if len(steps) <= len(_days_of_one_sentence(material, found)):
            return told
        for step, end in zip(steps, ends, strict=False):
            if stem_pattern(material.words.days).search(material.outline.folded, *step.anchor):
                continue
            stop = min(end, lines[material.outline.line_index(step.anchor[0])].end)
            if not any(step.anchor[0] <= one.anchor[0] < stop for one in found):
                told.append(step)
        return told

    return find


def _parts_elsewhere(found: Sequence[Outset]) -> Callable[[Material], list[Outset]]:
    """Return a source of named parts that stand in paragraphs without sessions of their own."""

    def find(material: Material) -> list[Outset]:
        taken = {material.outline.line_index(outset.anchor[0]) for outset in found}
        title = next((i for i, line in enumerate(material.outline.lines) if material.holds(line.span)), 0)
        bare = [one.head for one in found if one.head and one.title and _is_bare(material, one.title.span)]
        named = find_parts_named(material, frozenset({*taken, title}))
        return [
            part
            for part in named
            if not any(_is_kin(material, part, head) for head in bare)
            and not _heads_a_section(material, part, found)
        ]

    return find


def _heads_a_section(material: Material, part: Outset, found: Sequence[Outset]) -> bool:
    """Tell whether a part names the section in which dated sessions stand ("Temadager", below it days)."""
    lines = material.outline.lines
    index = material.outline.line_index(part.anchor[0])
    heads = [
        i for i, line in enumerate(lines) if material.outline.is_heading(line) and material.holds(line.span)
    ]
    above = next((i for i in reversed(heads) if i <= index), None)
    if above is None or not (above == index or _same_part(material, part, lines[above].span)):
        return False
    below = next((lines[i].start for i in heads if i > above), material.region[1])
    return any(lines[above].start <= outset.anchor[0] < below for outset in found)


def _same_part(material: Material, part: Outset, heading: Span) -> bool:
    mine = {(event.prefix, event.head) for event in material.events_in(part.anchor)}
    return any((event.prefix, event.head) in mine for event in material.events_in(heading))


def _is_kin(material: Material, part: Outset, head: str) -> bool:
    """Tell whether a named part is what "the course" elsewhere stands for."""
    return bool(part.title) and head in material.outline.folded[part.anchor[0] : part.anchor[1]]


def _within(outset: Outset, others: Sequence[Outset]) -> bool:
    """Tell whether a find stands in what is said of another."""
    return any(other.scope[0] <= outset.anchor[0] < other.scope[1] for other in others)


def _named_alike(outset: Outset, others: Sequence[Outset]) -> bool:
    """Tell whether a find bears the name of another."""
    return any(
        outset.title and other.title and _same_title(outset.title.value, other.title.value)
        for other in others
    )


def _same_title(one: str, other: str) -> bool:
    a, b = one.casefold(), other.casefold()
    return a in b or b in a or a[: max(6, len(a) - 4)] == b[: max(6, len(a) - 4)]
