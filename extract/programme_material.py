"""Knows what the finders of a programme read from: one stretch of an item with all that is known of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from config.languages import Language
from config.programme_words import ProgrammeWords
from extract.programme_cues import EventWord, event_cues
from extract.programme_outline import Outline, outline
from extract.reading import Reading
from records.base import Span
from records.dates import DateFinding
from records.evidence import Found
from records.item import Item

DatedFound = Found[DateFinding]


@dataclass(frozen=True, slots=True)
class Material:
    """One stretch (`region`) of an item: its outline, and the dates and event words that stand in it."""

    item: Item
    language: Language
    reading: Reading
    outline: Outline
    region: Span
    dates: tuple[DatedFound, ...]
    events: tuple[EventWord, ...]
    date_starts: tuple[int, ...]
    event_starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The item's whole text, which spans refer to."""
        return self.item.text

    @property
    def words(self) -> ProgrammeWords:
        """The section [programme] of the item's language."""
        return self.language.programme

    def events_in(self, span: Span) -> tuple[EventWord, ...]:
        """Return the event words that begin in a stretch, in order."""
        first = bisect_left(self.event_starts, span[0])
        last = bisect_left(self.event_starts, span[1])
        return self.events[first:last]

    def has_event(self, span: Span) -> bool:
        """Tell whether an event word begins in a stretch."""
        first = bisect_left(self.event_starts, span[0])
        return first < len(self.events) and self.event_starts[first] < span[1]

    def dates_in(self, span: Span) -> tuple[DatedFound, ...]:
        """Return the dates that begin in a stretch, in order."""
        first = bisect_left(self.date_starts, span[0])
        last = bisect_left(self.date_starts, span[1])
        return self.dates[first:last]

    def event_before(self, position: int) -> EventWord | None:
        """Return the last event word that begins before `position`."""
        index = bisect_right(self.event_starts, position)
        return self.events[index - 1] if index else None

    def holds(self, span: Span) -> bool:
        """Tell whether a stretch lies in the region."""
        return self.region[0] <= span[0] and span[1] <= self.region[1]

    def with_dates(self, dates: Sequence[DatedFound]) -> "Material":
        """Return the same with other dates."""
        ordered = tuple(sorted(dates, key=lambda found: found.span))
        return replace(self, dates=ordered, date_starts=tuple(found.span[0] for found in ordered))

    def narrowed(self, region: Span) -> "Material":
        """Return the same for a stretch of the region."""
        events = self.events_in(region)
        starts = tuple(event.span[0] for event in events)
        inner = replace(self, region=region, events=events, event_starts=starts)
        return inner.with_dates(self.dates_in(region))


def material(
    item: Item, language: Language, reading: Reading, dates: Sequence[DatedFound], region: Span
) -> Material:
    """Return what the finders read from, for one stretch of an item."""
    laid = outline(item, reading, [found.span[0] for found in dates])
    events = tuple(event_cues(language.programme).find(laid.folded, region))
    inside = [found for found in dates if region[0] <= found.span[0] and found.span[1] <= region[1]]
    return Material(
        item=item,
        language=language,
        reading=reading,
        outline=laid,
        region=region,
        dates=(),
        events=events,
        date_starts=(),
        event_starts=tuple(event.span[0] for event in events),
    ).with_dates(inside)
