"""Knows the addresses of one Dynasty site, and what it shows at this moment."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from samples.council import AgendaItem, Council, Layout, Meeting, State
from samples.dynasty_words import Words, load_words
from samples.parts import Part, compose, day, number

SCRIPT = "/cgi/DREQUEST.PHP"
ItemId = str


@dataclass(frozen=True, slots=True)
class Shown:
    """An item in its meeting, with its id (`2026418-9`) and whether agenda or minutes are shown."""

    meeting: Meeting
    item: AgendaItem
    state: State

    @property
    def id(self) -> ItemId:
        """The record system's id: meeting id and place."""
        return f"{self.meeting.id}-{self.item.n}"


@dataclass(frozen=True)
class View:
    """A council's Dynasty site at one moment.

    `host` is the server's address as links print it, with its port. `states` overrides the state a
    meeting starts in; `withdrawn` items are gone; `only` limits the items to the named ones.
    """

    council: Council
    host: str
    states: Mapping[str, State] = field(default_factory=dict)
    withdrawn: Container[ItemId] = ()
    only: Container[ItemId] | None = None

    @property
    def words(self) -> Words:
        """The record system's words in the site's language."""
        return load_words(self.council.site.language)

    @property
    def layout(self) -> Layout:
        """How the site prints items."""
        return self.council.site.layout

    @property
    def script(self) -> str:
        """The CGI script's full address."""
        return f"{self.host}{self.council.site.prefix}{self.council.site.cgi}"

    @property
    def folder(self) -> str:
        """The full address of the folder that holds files, without a slash at the end."""
        return f"{self.script.removesuffix(SCRIPT)}/kokous"

    def state(self, meeting: Meeting) -> State:
        """Return whether the meeting's agenda or its minutes are shown."""
        return self.states.get(meeting.id, meeting.state)

    def items(self, meeting: Meeting) -> tuple[Shown, ...]:
        """Return the meeting's items that are on the site, in their order."""
        state = self.state(meeting)
        all_shown = (Shown(meeting, item, state) for item in meeting.item)
        return tuple(
            shown
            for shown in all_shown
            if shown.id not in self.withdrawn and (self.only is None or shown.id in self.only)
        )

    def find_meeting(self, meeting_id: str) -> Meeting | None:
        """Return the meeting with that id, or None."""
        return next((meeting for meeting in self.council.meetings if meeting.id == meeting_id), None)

    def find_item(self, item_id: ItemId) -> Shown | None:
        """Return the item with that id if it is on the site, or None."""
        meeting = self.find_meeting(item_id.rpartition("-")[0])
        shown = self.items(meeting) if meeting else ()
        return next((one for one in shown if one.id == item_id), None)

    def neighbours(self, shown: Shown) -> tuple[Shown | None, Shown | None]:
        """Return the items before and after one, None at either end."""
        row = self.items(shown.meeting)
        place = row.index(shown)
        before = row[place - 1] if place else None
        return before, row[place + 1] if place + 1 < len(row) else None

    def parts(self, shown: Shown) -> tuple[Part, ...]:
        """Return what an item prints."""
        return compose(self.layout, shown.meeting, shown.item, shown.state)

    def body(self, meeting: Meeting) -> str:
        """Return the body's name as page heads print it."""
        return meeting.body.upper() if self.layout.upper else meeting.body

    def kind(self, state: State) -> str:
        """Return the site's word for minutes or agenda."""
        return self.words.minutes if state == "minutes" else self.words.agenda

    def called(self, shown: Shown) -> str:
        """Return what an item is called beside its meeting: `Pykälä 310`, `Asianro 4`."""
        word = self.words.section if shown.state == "minutes" else self.words.number
        return f"{word} {number(shown.item, shown.state)}"

    def heading(self, shown: Shown, between: str) -> str:
        """Return the page head's second line: `Pöytäkirja 28.09.2026/Pykälä 310`."""
        return f"{self.kind(shown.state)} {day(shown.meeting)}{between}{self.called(shown)}"
