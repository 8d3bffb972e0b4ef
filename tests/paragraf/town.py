"""A home town that watches a provider, and what its meetings make of the draft that it gets of it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from config.houses import load_house
from config.paths import own
from config.settings import DraftSettings, Settings
from config.wording import load_wording
from export.compare import forms_of, proposal_of
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from records.aftermath import Aftermath
from records.run import SourceSummary
from samples.council import AgendaItem, Council, Meeting
from samples.load import load_council, load_houses
from samples.server import SampleServer
from store.aftermaths import read_aftermath
from store.database import Store, open_store
from store.drafts import StoredDraft, get_draft_data, list_drafts
from tests.paragraf.conftest import NOW, SETTINGS

MEETING = "2026480"
ITEMS = (f"{MEETING}-1", f"{MEETING}-2")
"""Of the town's own meetings no others are shown: they would be read anew by every test."""
HELD = dt.date(2026, 12, 7)
WORDING = load_wording("fi", "FI")
FILLED = "puheenjohtajat"
AMENDED = "puheenjohtajat ja varapuheenjohtajat"


@dataclass
class Town:
    """A home town that watches a provider, and the server of both, night after night."""

    store: Store
    server: SampleServer
    now: dt.datetime = NOW

    def sync(self) -> dict[str, SourceSummary]:
        """Run one night; the next one is a day later."""
        settings = Settings(fetch=SETTINGS.fetch, drafts=DraftSettings(watch=("siltavayla",)))
        workshop = Workshop(settings, self.store, (load_house("kuusiranta"),), lambda: self.now)
        told = run_sync(workshop, self.server.sources, Quiet())
        self.now += dt.timedelta(days=1)
        return {summary.source_id: summary for summary in told}

    @property
    def draft(self) -> StoredDraft:
        """The draft of what the provider offers."""
        (draft,) = (one for one in list_drafts(self.store, house="kuusiranta") if one.trigger == "watched")
        return draft

    @property
    def aftermath(self) -> Aftermath:
        """What became of it."""
        told = read_aftermath(self.draft)
        assert told is not None
        return told

    def proposal(self, filled: str = FILLED) -> str:
        """Return the draft's proposal in the marks of samples, with its placeholders filled."""
        data = get_draft_data(self.store, self.draft.id)
        assert data is not None
        points = proposal_of(data, forms_of(WORDING.aftermath))
        return "\n".join(
            f"{point.number or ''}{'. ' if point.number else ''}"
            + " ".join(filled if word.gap else word.text for word in point.words)
            for point in points
        )

    def title(self) -> str:
        """Return the draft's heading, with its placeholders filled."""
        data = get_draft_data(self.store, self.draft.id)
        assert data is not None
        return "".join(FILLED if piece.kind == "placeholder" else piece.text for piece in data.heading)

    def convene(self, *items: AgendaItem) -> None:
        """Put a meeting with these items on the town's site, its agenda at first."""
        port = urlsplit(self.server.url).port or 0
        self.server.stop()
        self.server = SampleServer(port, councils=[_with_meeting(*items), "siltavayla"], items=ITEMS).start()
        self.now = dt.datetime.combine(HELD - dt.timedelta(5), dt.time(2, 30), dt.UTC)

    def minute(self) -> None:
        """Publish the minutes in the agenda's place, some days after the meeting."""
        self.server.show("kuusiranta", "minutes", MEETING)
        self.now = dt.datetime.combine(HELD + dt.timedelta(4), dt.time(2, 30), dt.UTC)


def _with_meeting(*items: AgendaItem) -> Council:
    told = load_council("kuusiranta")
    meeting = Meeting(
        id=MEETING,
        body="Kaupunginhallitus",
        body_id=200110,
        short="KH",
        date=HELD,
        place="Kaupungintalo",
        presenter="Kaupunginjohtaja Ilkka Vuorensola",
        published=HELD - dt.timedelta(6),
        state="agenda",
        item=items,
    )
    return told.model_copy(update={"meetings": (meeting, *told.meetings)})


def item_of(town: Town, n: int = 1, **told: Any) -> AgendaItem:
    """Return an item of the meeting: by default the draft as it is, approved."""
    values = {
        "n": n,
        "section": 400 + n,
        "title": town.title(),
        "case_number": f"{900 + n}/00.02.00/2026",
        "proposal": town.proposal(),
        "decision": "Ehdotus hyväksyttiin.",
    }
    return AgendaItem.model_validate({**values, **told})


def staff_item(town: Town) -> AgendaItem:
    """Return an item in nearly the same words on another course, of the same meeting."""
    name = "Siltaväylän Kuntaopisto Oy"
    assert name in town.proposal()
    others = town.proposal("esihenkilöt").replace(name, "Kuntaverkosto")
    quoted = others[others.index("”") + 1 : others.rindex("”")]
    return item_of(
        town,
        2,
        title="Esihenkilöiden osallistuminen työhyvinvointipäiville",
        proposal=others.replace(quoted, "Jaksava esihenkilö"),
    )


@contextmanager
def open_town(home: Path) -> Iterator[Town]:
    """Lend a town with one draft in its outbox."""
    own("houses").mkdir(parents=True)
    for name, text in load_houses().items():
        own("houses", name).write_text(text, encoding="utf-8")
    with open_store(f"sqlite:///{home / 'paragraf.db'}", home / "pages") as store:
        town = Town(store, SampleServer(councils=["kuusiranta", "siltavayla"], items=ITEMS).start())
        try:
            town.sync()
            yield town
        finally:
            town.server.stop()
