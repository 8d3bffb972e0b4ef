"""Knows what the finders of a programme read from: one stretch of an item with all that is known of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

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
        first = bisect_left(self.events, span[0], key=lambda event: event.span[0])
        last = bisect_left(self.events, span[1], key=lambda event: event.span[0])
        return self.events[first:last]

    def has_event(self, span: Span) -> bool:
        """Tell whether an event word begins in a stretch."""
        first = bisect_left(self.events, span[0], key=lambda event: event.span[0])
        return first < len(self.events) and self.events[first].span[0] < span[1]

    def dates_in(self, span: Span) -> tuple[DatedFound, ...]:
        """Return the dates that begin in a stretch, in order."""
        first = bisect_left(self.dates, span[0], key=lambda found: found.span[0])
        last = bisect_left(self.dates, span[1], key=lambda found: found.span[0])
        return self.dates[first:last]

    def event_before(self, position: int) -> EventWord | None:
        """Return the last event word that begins before `position`."""
        index = bisect_right(self.events, position, key=lambda event: event.span[0])
        return self.events[index - 1] if index else None

    def holds(self, span: Span) -> bool:
        """Tell whether a stretch lies in the region."""
        return self.region[0] <= span[0] and span[1] <= self.region[1]


def material(
    item: Item, language: Language, reading: Reading, dates: Sequence[DatedFound], region: Span
) -> Material:
    """Return what the finders read from, for one stretch of an item."""
    laid = outline(item, reading, [found.span[0] for found in dates])
    inside = [found for found in dates if region[0] <= found.span[0] and found.span[1] <= region[1]]
    return Material(
        item=item,
        language=language,
        reading=reading,
        outline=laid,
        region=region,
        dates=tuple(sorted(inside, key=lambda found: found.span)),
        events=tuple(event_cues(language.programme).find(laid.folded, region)),
    )
