"""Knows a date as its role is told: its place, the words beside it, what is known of its document."""

from dataclasses import dataclass

from config.date_words import RoleWords
from extract.date_context import DateContext, Surroundings
from extract.date_cues import FAR
from extract.date_parts import Expression
from extract.date_places import Place, last
from extract.date_resolve import Resolved
from records.base import Span

LABEL, STAMP, NEAR, CLOSE, ADJACENT = 32, 45, 60, 30, 14
"""How many characters beside a date words may stand, by what they tell."""


@dataclass(frozen=True, slots=True)
class Case:
    """A date with its place, the words that tell roles, and what is known of its document.

    `event` is how far from it the reading found an event of training in its sentence.
    """

    resolved: Resolved
    place: Place
    around: Surroundings
    roles: RoleWords
    context: DateContext
    event: int = FAR

    @property
    def one(self) -> Expression:
        """The expression itself."""
        return self.resolved.expression

    @property
    def is_day(self) -> bool:
        """Whether it tells a day or days."""
        return self.one.first is not None and self.one.first.day > 0

    @property
    def is_coarse(self) -> bool:
        """Whether it tells nothing finer than a year or a counted period."""
        begins, ends = self.one.first, self.one.last
        if begins is None:
            return False
        return begins.coarse or (begins.day == 1 and ends is not None and ends.day >= 28)

    @property
    def label(self) -> Span:
        """What stands right before it: on its line, else (where it opens the line) above."""
        return last(self.place.intro if self.place.opens_line else self.place.before, LABEL)

    def text(self, window: Span) -> str:
        """Return a stretch of the folded text."""
        return self.around.text[window[0] : window[1]]

    def has(self, key: str, *windows: Span) -> bool:
        """Whether a cue of the list `key` stands in one of the stretches."""
        return self.around.cues.has(key, *windows)
