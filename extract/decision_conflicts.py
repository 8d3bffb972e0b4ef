"""Knows where a document tells one value in two ways: address or feed, head, and the text below it."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from extract.decision_cover_day import days_of_cover
from extract.decision_handling_heads import Treatment
from extract.decision_shapes import key_of
from extract.decision_sheet import Sheet
from extract.decision_types import ConflictFound, DecisionFound, SourceHints
from extract.head import Head
from records.base import Span
from records.evidence import Found

_URL_DAY = re.compile(r"(?<!\d)(20\d\d)(?:-(\d\d)-(\d\d)|(\d\d)(\d\d))(?!\d)")
_DIGITS = re.compile(r"\d+")
_NEAREST = dt.timedelta(days=31)
"""An address that names another month than the meeting's tells of publication, or of another meeting."""


def find_conflicts(
    sheet: Sheet, head: Head, treatments: Sequence[Treatment], found: DecisionFound, hints: SourceHints
) -> tuple[ConflictFound, ...]:
    """Return the values of an item that its address or feed, its head and its text tell differently."""
    return (
        *_day_conflicts(sheet, head, treatments, found, hints),
        *_section_conflicts(head, treatments, found),
        *_body_conflicts(found, hints),
    )


def _day_conflicts(
    sheet: Sheet, head: Head, treatments: Sequence[Treatment], found: DecisionFound, hints: SourceHints
) -> Iterator[ConflictFound]:
    day = found.meeting_date
    if day is None:
        return
    others = [one for one in _days(sheet, head, treatments, found, hints) if one[0] != day.value]
    if others:
        values = dict.fromkeys(value.isoformat() for value, _ in others)
        spans = tuple(span for _, told in others for span in told)
        yield ConflictFound("meeting_date", (day.value.isoformat(), *values), (*day.spans, *spans))


def _days(
    sheet: Sheet, head: Head, treatments: Sequence[Treatment], found: DecisionFound, hints: SourceHints
) -> Iterator[tuple[dt.date, tuple[Span, ...]]]:
    """The other days told for the meeting: by the feed, the address, the cover, the own treatment."""
    if hints.feed_date:
        yield hints.feed_date, ()
    told = _day_of_address(hints.url)
    if told and found.meeting_date and abs(told - found.meeting_date.value) <= _NEAREST:
        yield told, ()
    if head.layout == "meeting" and head.kind in ("minutes", "agenda"):
        yield from ((day.value, day.spans) for day in days_of_cover(sheet, head))
    for one in treatments:
        if one.day and one.section and _same(found.section, one.section) and _same_name(found.body, one.body):
            yield one.day.value, one.day.spans


def _day_of_address(url: str | None) -> dt.date | None:
    """The day that an address names in full; of several none, for they are of different things.

    What stands behind "?" counts records, and only looks like a day ("id=20251203-8").
    """
    path = (url or "").partition("?")[0]
    days = {match.group() for match in _URL_DAY.finditer(path)}
    if len(days) != 1:
        return None
    digits = "".join(_DIGITS.findall(days.pop()))
    try:
        return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _section_conflicts(
    head: Head, treatments: Sequence[Treatment], found: DecisionFound
) -> Iterator[ConflictFound]:
    """The head's section and that of the treatment by the same body on the same day."""
    section = found.section
    if section is None or head.section is None:
        return
    others = (one.section for one in treatments if one.section and _of_meeting(one, found))
    other = next((one for one in others if not _same(section, one)), None)
    if other:
        yield ConflictFound("section", (section.value, other.value), (*section.spans, *other.spans))


def _of_meeting(one: Treatment, found: DecisionFound) -> bool:
    """Whether a treatment is by the item's own body on its own day."""
    same_day = bool(one.day and found.meeting_date and one.day.value == found.meeting_date.value)
    return same_day and _same_name(found.body, one.body)


def _body_conflicts(found: DecisionFound, hints: SourceHints) -> Iterator[ConflictFound]:
    """The body that the feed announces and the one that the text tells."""
    body = found.body
    if body is None or hints.feed_body is None:
        return
    told, announced = body.value.lower(), hints.feed_body.lower()
    for known in hints.bodies:
        names = {name.lower() for name in (known.name, *known.aliases)}
        if told in names and announced in names:
            return
    if told not in announced and announced not in told:
        yield ConflictFound("body", (body.value, hints.feed_body), body.spans)


def _same(one: Found[str] | None, other: Found[str] | None) -> bool:
    """Whether two numbers of a section are equal, whatever stands around them."""
    keys = [key_of("/".join(_DIGITS.findall(value.value))) for value in (one, other) if value]
    return len(keys) == 2 and keys[0] == keys[1]


def _same_name(one: Found[str] | None, other: Found[str] | None) -> bool:
    """Whether two bodies' names are equal, or one is not told."""
    return one is None or other is None or one.value.lower() == other.value.lower()
