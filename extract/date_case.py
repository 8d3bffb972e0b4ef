"""Knows a date as its role is told: its place, the words beside it, what is known of its document."""

from dataclasses import dataclass
from functools import cached_property

from config.date_words import RoleWords
from extract.date_context import DateContext, Surroundings
from extract.date_parts import Expression
from extract.date_places import Place, first, last
from extract.date_resolve import Resolved
from records.base import Span

LABEL, NEAR, CLOSE = 32, 60, 60
"""How many characters beside a date a label, and other words, may stand."""
MONTH_END = 28
KINDS = ("training", "page", "item")
"""Kinds of document: on training for the elected, another page, another item of a meeting."""


@dataclass(frozen=True)
class Case:
    """A date with its place, the words that tell roles, and what is known of its document.

    `room` is the stretch from the date told before it to the one told after it.
    """

    resolved: Resolved
    place: Place
    around: Surroundings
    roles: RoleWords
    context: DateContext
    room: Span

    @property
    def one(self) -> Expression:
        """The expression itself."""
        return self.resolved.expression

    @cached_property
    def own(self) -> str:
        """The words of the expression itself, folded."""
        return self.text(self.place.own)

    @cached_property
    def is_day(self) -> bool:
        """Whether it tells a day or days."""
        return self.one.first is not None and self.one.first.day > 0

    @cached_property
    def is_coarse(self) -> bool:
        """Whether it tells nothing finer than a year or a counted period of whole months."""
        begins, ends = self.one.first, self.one.last
        if begins is None:
            return False
        return begins.coarse or (begins.day == 1 and ends is not None and ends.day >= MONTH_END)

    @cached_property
    def label(self) -> str:
        """What stands right before it: on its line, else (where it opens the line) above."""
        return self.text(last(self.place.intro if self.place.opens_line else self.place.before, LABEL))

    @cached_property
    def following(self) -> str:
        """What stands right after it in its sentence."""
        return self.text(first(self.place.after, CLOSE))

    @property
    def kind(self) -> str:
        """The kind of its document, one of KINDS."""
        if self.context.relevant:
            return "training"
        return "page" if self.context.is_page else "item"

    @cached_property
    def row(self) -> Span:
        """The rest of the line that it opens, up to the next date; for one alone the line below."""
        if not self.place.opens_line:
            return (0, 0)
        if self.place.alone:
            return self.place.below
        return self.place.own[1], min(max(self.place.after[1], self.place.rest[1]), self.room[1])

    def text(self, window: Span) -> str:
        """Return a stretch of the folded text."""
        return self.around.text[window[0] : window[1]]

    def has(self, key: str, *windows: Span) -> bool:
        """Whether a cue of the list `key` stands in one of the stretches."""
        return self.around.cues.has(key, *windows)
