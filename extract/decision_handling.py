"""Knows items that hold several bodies' treatments of one matter, and which of them is the item's own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.decision_bodies import abbreviates
from extract.decision_handling_heads import Treatment, treatment_heads
from extract.decision_sheet import Sheet
from extract.head import Head
from extract.labels import CONTENT, Label
from records.base import Span


def find_treatments(sheet: Sheet, span: Span, head: Head) -> tuple[Treatment, ...]:
    """Return the treatments printed within an item; what stands before the first belongs to none."""
    heads = list(treatment_heads(sheet, span))
    if not heads:
        return tuple(_restarted(sheet, span))
    ends = [treatment.span[0] for treatment in heads[1:]] + [span[1]]
    bounded = [replace(one, span=(one.span[0], end)) for one, end in zip(heads, ends, strict=True)]
    own = _own(sheet, bounded, head)
    if own is None and head.layout == "item":
        return tuple(_with_rest(sheet, bounded, head.kind == "minutes"))
    placed = tuple(replace(one, own=one is own) for one in bounded)
    return (*placed[:-1], *_with_own_end(sheet, placed, head)) if own else placed


def _with_rest(sheet: Sheet, treatments: Sequence[Treatment], decided: bool) -> Iterator[Treatment]:
    """Earlier treatments, and the page's own behind the last of them, where labels start over.

    Minutes hold their own decision (`decided`): the only one behind a background is theirs.
    """
    last = treatments[-1]
    yield from treatments[:-1]
    labels = [one for one in sheet.labels_in(last.span) if one.kind in CONTENT]
    start = next(_restarts(labels), None)
    ends_decided = decided and bool(labels) and labels[-1].kind == "decision"
    if start is None and ends_decided and _within_background(sheet, last):
        start = next((one.start for one in labels if one.kind in ("proposal", "decision")), None)
    yield replace(last, span=(last.span[0], start or last.span[1]))
    if start is not None:
        yield Treatment(None, None, None, (start, last.span[1]), own=True)


def _with_own_end(sheet: Sheet, treatments: Sequence[Treatment], head: Head) -> Iterator[Treatment]:
    """The last treatment; the end of an earlier one, told within the own text, is the own one's again.

    That is so where the own treatment settles nothing before it, and labels start over behind it.
    """
    last = treatments[-1]
    own = next(one for one in treatments if one.own)
    settles = any(True for _ in sheet.each_label(own.span, "proposal", "decision"))
    earlier = last.day is not None and head.day is not None and last.day.value < head.day.value
    labels = [one for one in sheet.labels_in(last.span) if one.kind in CONTENT]
    start = None if last.own or settles or not earlier else next(_restarts(labels), None)
    yield replace(last, span=(last.span[0], start or last.span[1]))
    if start is not None:
        yield replace(own, span=(start, last.span[1]))


def _within_background(sheet: Sheet, one: Treatment) -> bool:
    """Whether a treatment is only told in the item's background, whose label stands right above its head."""
    above = sheet.label_before(one.span[0])
    return (
        above is not None
        and above.kind == "background"
        and not sheet.text[above.end : one.span[0]].strip(" :\n\u00a0")
    )


def _own(sheet: Sheet, treatments: Sequence[Treatment], head: Head) -> Treatment | None:
    """The treatment whose section, day and body agree with the head; without a head the last one."""
    if head.body is None and head.day is None and head.section is None:
        return treatments[-1]
    fits = [one for one in treatments if _agrees(sheet, one, head)]
    fits = fits or [one for one in treatments if _same_meeting(sheet, one, head)]
    if not fits and len(treatments) == 1 and head.body is None and head.section is None:
        return treatments[0]
    return max(fits, key=lambda one: _certainty(sheet, one, head), default=None)


def _agrees(sheet: Sheet, one: Treatment, head: Head) -> bool:
    if head.section and one.section and _digits(one.section.value) != _digits(head.section.value):
        return False
    if head.day and one.day and one.day.value != head.day.value:
        return False
    told = bool(one.section and head.section) or bool(one.day and head.day)
    return told or _same_body(sheet, one, head)


def _same_meeting(sheet: Sheet, one: Treatment, head: Head) -> bool:
    """Whether a treatment is by the head's body on its day, though its number is another: a conflict."""
    same_day = bool(one.day and head.day and one.day.value == head.day.value)
    return same_day and _same_body(sheet, one, head)


def _certainty(sheet: Sheet, one: Treatment, head: Head) -> tuple[bool, bool, int]:
    return _same_body(sheet, one, head), bool(one.section and head.section), one.span[0]


def _same_body(sheet: Sheet, one: Treatment, head: Head) -> bool:
    """Whether two names are one body's: alike, known to the source as such, or one short for the other."""
    if one.body is None or head.body is None:
        return False
    short, full = one.body.value.lower(), head.body.value.lower()
    for body in sheet.bodies:
        names = {name.lower() for name in (body.name, *body.aliases)}
        if short in names:
            return full in names
    return short == full or (len(short) < len(full) and abbreviates(short, full))


def _digits(value: str) -> str:
    return "/".join(part.strip().lstrip("0") for part in re.sub(r"[^\d/]", "", value).split("/"))


def _restarted(sheet: Sheet, span: Span) -> Iterator[Treatment]:
    """Treatments without heads under an empty "Aikaisempi käsittely": labels start over after a decision.

    A single one is the earlier body's, for the page's own would have to follow.
    """
    labels = [label for label in sheet.labels_in(span) if label.kind in CONTENT]
    opening = next((number for number, label in enumerate(labels) if label.kind == "history"), None)
    if opening is None or opening + 1 >= len(labels):
        return
    history, following = labels[opening], labels[opening + 1]
    if sheet.text[history.end : following.start].strip():
        return
    starts = [following.start, *_restarts(labels[opening + 1 :])]
    for start, end in zip(starts, [*starts[1:], span[1]], strict=True):
        yield Treatment(None, None, None, (start, end), end == span[1] and len(starts) > 1)


def _restarts(labels: Sequence[Label]) -> Iterator[int]:
    decided = False
    for label in labels:
        if label.kind == "decision":
            decided = True
        elif decided and label.kind in ("preparer", "background", "proposal"):
            decided = False
            yield label.start
