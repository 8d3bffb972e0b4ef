"""Knows a date as its role is told: its place, the words beside it, what is known of its document."""

from dataclasses import dataclass, field
from typing import Literal

from config.date_words import RoleWords
from extract.date_context import DateContext, Surroundings
from extract.date_cues import ends_in
from extract.date_parts import Expression
from extract.date_places import Place, first, last
from extract.date_resolve import Resolved
from records.base import Span

LABEL, NEAR, CLOSE = 32, 60, 60
"""How many characters beside a date a label, and other words, may stand."""
MONTH_END = 28
KINDS = ("training", "page", "item")
"""Kinds of document: on training for the elected, another page, another item of a meeting."""
Form = Literal["day", "longer", "neither"]
"""What a date tells: a day or days, a longer time, or (a clock, a weekday, a term) neither."""
FORMS: tuple[Form, ...] = ("day", "longer", "neither")


@dataclass(slots=True)
class Case:
    """A date with its place, the words that tell roles, and what is known of its document.

    `room` is the stretch from the date told before it to the one told after it. `one` is the
    expression itself and `own` its words, folded; `is_day` tells that it tells a day or days,
    `is_coarse` that it tells nothing finer than a year or a counted period of whole months, `kind`
    the kind of its document, one of KINDS. `says_meeting` tells that the label of a meeting's day stands
    before it, `event_gap` how far the nearest word for an event is. All this is told at once: dozens
    of tests ask for it.
    """

    resolved: Resolved
    place: Place
    around: Surroundings
    roles: RoleWords
    context: DateContext
    room: Span
    one: Expression = field(init=False)
    own: str = field(init=False)
    is_day: bool = field(init=False)
    is_coarse: bool = field(init=False)
    kind: str = field(init=False)
    says_meeting: bool = field(init=False)
    event_gap: int = field(init=False)

    def __post_init__(self) -> None:
        self.one = self.resolved.expression
        self.own = self.text(self.place.own)
        self.is_day = self.one.first is not None and self.one.first.day > 0
        self.is_coarse = _is_coarse(self.one)
        self.kind = "training" if self.context.relevant else "page" if self.context.is_page else "item"
        self.says_meeting = self.is_day and ends_in(self.label, self.roles.meeting_label, last=2)
        self.event_gap = self.around.cues.gap("session", self.place.own)

    @property
    def form(self) -> Form:
        """What it tells: a day, a longer time, or neither."""
        return "day" if self.is_day else "longer" if self.one.first is not None else "neither"

    @property
    def label(self) -> str:
        """What stands right before it: on its line, else (where it opens the line) above."""
        return self.text(last(self.place.intro if self.place.opens_line else self.place.before, LABEL))

    @property
    def following(self) -> str:
        """What stands right after it in its sentence."""
        return self.text(first(self.place.after, CLOSE))

    @property
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


def _is_coarse(one: Expression) -> bool:
    begins, ends = one.first, one.last
    if begins is None:
        return False
    return begins.coarse or (begins.day == 1 and ends is not None and ends.day >= MONTH_END)
