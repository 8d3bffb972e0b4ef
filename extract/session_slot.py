"""A time of training as a slot: every place that tells it, and the event word beside it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from extract.programme_cues import EventWord
from extract.programme_material import DatedFound, Material
from extract.programme_outline import Line
from records.base import Span
from records.evidence import Found

FEW_DAYS = 10
"""A training of more calendar days is told by its season or months."""
_ACROSS = 500


@dataclass(frozen=True)
class Slot:
    """A time of training with every place that tells it, the best one first."""

    mentions: tuple[DatedFound, ...]
    clock: Found[str] | None = None

    @property
    def date(self) -> DatedFound:
        """The mention that tells most."""
        return self.mentions[0]

    @cached_property
    def bounds(self) -> tuple[dt.date, dt.date] | None:
        """First and last day, or None where the year is not known."""
        start, end = self.date.value.start, self.date.value.end
        return (start, end or start) if start else None

    @cached_property
    def days(self) -> int:
        """How many calendar days the words span; 0 where that is not known."""
        bounds = self.bounds
        return (bounds[1] - bounds[0]).days + 1 if bounds else 0


def line_at(material: Material, position: int) -> Line:
    """Return the line that holds a place of the text."""
    return material.outline.lines[material.outline.line_index(position)]


def slot_event(material: Material, slot: Slot) -> EventWord | None:
    """Return the event word nearest to a slot's date within its row or sentence."""
    span = slot.date.span
    events = material.events_in(material.outline.sentence(span[0]))
    return min(events, key=lambda event: _distance(material, event.span, span), default=None)


def _distance(material: Material, event: Span, date: Span) -> int:
    """How far an event word is from a date: one behind it twice as far, across a full stop very far."""
    start, end = min(event[1], date[1]), max(event[0], date[0])
    across = ". " in material.text[start:end]
    return max(end - start, 0) * (2 if event[0] > date[0] else 1) + (_ACROSS if across else 0)
