"""After the meeting: a sample town's own agenda and minutes of a matter that was drafted for it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from docx import Document

from config.houses import load_house
from config.paths import own
from config.settings import DraftSettings, Settings
from config.wording import load_wording
from export.aftermath import tell_aftermath
from export.compare import forms_of, proposal_of
from paragraf.commands.draft_show import run_draft_show
from paragraf.edited import UNREAD
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
from store.drafts import StoredDraft, get_draft_data, list_drafts, save_draft_state
from store.records import get_record
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


def _item(town: Town, n: int = 1, **told: Any) -> AgendaItem:
    values = {
        "n": n,
        "section": 400 + n,
        "title": town.title(),
        "case_number": f"{900 + n}/00.02.00/2026",
        "proposal": town.proposal(),
        "decision": "Ehdotus hyväksyttiin.",
    }
    return AgendaItem.model_validate({**values, **told})


def _staff(town: Town) -> AgendaItem:
    """Return an item in nearly the same words on another course, of the same meeting."""
    name = "Siltaväylän Kuntaopisto Oy"
    assert name in town.proposal()
    others = town.proposal("esihenkilöt").replace(name, "Kuntaverkosto")
    quoted = others[others.index("”") + 1 : others.rindex("”")]
    return _item(
        town,
        2,
        title="Esihenkilöiden osallistuminen työhyvinvointipäiville",
        proposal=others.replace(quoted, "Jaksava esihenkilö"),
    )


@pytest.fixture
def town(home: Path) -> Iterator[Town]:
    """A town with one draft in its outbox."""
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


def test_a_draft_is_followed_from_agenda_to_amended_decision(town: Town) -> None:
    """On the agenda it waits; the minutes decide it, in one point otherwise than proposed."""
    decided = town.proposal(AMENDED).replace("päättää", "päätti")
    town.convene(_item(town, decision=decided), _staff(town))

    town.sync()
    on_agenda = town.draft
    town.minute()
    town.sync()

    told, after = town.aftermath, town.draft
    assert [on_agenda.verdict, on_agenda.state] == ["agenda", "written"]
    assert [after.verdict, after.state] == ["amended", "decided"]
    assert told.found is not None
    assert (told.found.section, told.found.meeting_date, told.by) == ("401", HELD, "likeness")
    assert told.found.item == on_agenda.item
    stored = get_record(town.store, told.found.item)
    assert stored is not None
    parts = [part for point in (*told.prepared, *told.decided) for part in point.parts]
    spans = {part.span: part.text for part in parts if part.span}
    text = stored.record.text
    assert all(" ".join(text[slice(*span)].split()) == words for span, words in spans.items())


def test_where_it_was_amended_is_told_in_the_clerks_language(town: Town) -> None:
    """The place of the change, what was filled in, and what the body put in."""
    town.convene(_item(town, decision=town.proposal(AMENDED).replace("päättää", "päätti")))
    town.minute()
    town.sync()

    lines = tell_aftermath(town.aftermath, WORDING)

    assert lines[0].startswith("Tulos: päätettiin muutettuna, kohdat 2 ja")
    assert any("[=puheenjohtajat=]" in line for line in lines)
    assert any("[+ja varapuheenjohtajat+]" in line for line in lines)
    assert any(line.startswith("Kaupunginhallitus 7.12.2026 § 401") for line in lines)


def test_the_next_night_changes_nothing(town: Town) -> None:
    """Linked once: what is known is not told anew."""
    town.convene(_item(town))
    town.minute()
    town.sync()
    before = town.draft

    town.sync()

    assert before.verdict == "unchanged"
    assert town.draft == before


def test_corrected_minutes_are_followed(town: Town) -> None:
    """The first minutes left a change out; the draft follows the item to its next version."""
    town.convene(_item(town))
    town.minute()
    town.sync()
    first = town.aftermath
    town.convene(_item(town, decision=town.proposal(AMENDED).replace("päättää", "päätti")))
    town.minute()
    town.now += dt.timedelta(days=7)  # when minutes are looked at for corrections

    town.sync()

    assert (first.verdict, town.aftermath.verdict) == ("unchanged", "amended")
    assert first.found is not None
    assert town.aftermath.found is not None
    assert (first.found.item, first.found.version) == (town.aftermath.found.item, 1)
    assert town.aftermath.found.version == 2


@pytest.mark.parametrize("edit", ["rewritten", "broken"])
def test_a_clerks_file_tells_the_case_number(town: Town, home: Path, edit: str) -> None:
    """Rewritten from end to end, the item is known by its number; from a broken file nothing can be told."""
    path = home / "outbox" / (town.draft.path or "")
    if edit == "rewritten":
        document = Document(str(path))
        for paragraph in document.paragraphs:
            if paragraph.text.startswith(WORDING.head["case_number"]):
                paragraph.text = f"{WORDING.head['case_number']}: 901/00.02.00/2026"
        document.save(str(path))
    else:
        path.write_bytes(b"PK half a file")
    rewritten: dict[str, Any] = {
        "title": "Koulutusasia",
        "proposal": "Järjestetään ilta.",
        "decision": "Hyväksyttiin.",
    }
    town.convene(_item(town, **rewritten))
    town.minute()

    told = town.sync()["kuusiranta"]

    assert (town.draft.verdict is not None) == (edit == "rewritten")
    assert (UNREAD in [issue.kind for issue in told.issues]) == (edit == "broken")
    if edit == "rewritten":
        assert town.aftermath.by == "case_number"


def test_a_draft_that_was_put_away_is_not_followed(town: Town) -> None:
    """A clerk dismissed it: what the town decides is no longer its own."""
    save_draft_state(town.store, town.draft.id, "dismissed")
    town.convene(_item(town))
    town.minute()

    town.sync()

    assert (town.draft.state, town.draft.verdict) == ("dismissed", None)


def test_another_item_of_the_meeting_is_not_the_drafts(town: Town) -> None:
    """Alone on the agenda, and in the same words but for course and people: not linked."""
    town.convene(_staff(town))
    town.minute()

    town.sync()

    assert town.draft.item is None
    assert town.draft.state == "written"


def test_two_items_that_could_be_it_are_told_and_not_linked(town: Town) -> None:
    """The same proposal twice, as a clerk's slip: a person has to look."""
    town.convene(_item(town, 1), _item(town, 2))
    town.minute()

    town.sync()

    assert (town.aftermath.verdict, town.draft.state) == ("possible", "written")
    assert {each.section for each in town.aftermath.possible} == {"401", "402"}


def test_what_it_could_have_been_is_forgotten_once_it_is_not(town: Town) -> None:
    """The slip is corrected, and neither item is the draft's any more."""
    town.convene(_item(town, 1), _item(town, 2))
    town.minute()
    town.sync()
    other = {"title": "Katuvalot", "proposal": "Uusitaan katuvalot.", "decision": "Hyväksyttiin."}
    town.convene(_item(town, 1, **other), _item(town, 2, **other))
    town.minute()
    town.now += dt.timedelta(days=7)

    town.sync()

    assert (town.draft.verdict, town.draft.aftermath) == (None, None)


def test_the_command_tells_where_a_draft_was_amended(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """`paragraf drafts ID`: the item, the verdict and its points, and the words that differ."""
    town.convene(_item(town, decision=town.proposal(AMENDED).replace("päättää", "päätti")))
    town.minute()
    town.sync()

    assert run_draft_show(town.draft.id) == 0

    told = " ".join(capsys.readouterr().out.split())
    assert told.count("Tulos: päätettiin muutettuna, kohdat 2 ja") == 1
    assert "Kaupunginhallitus 7.12.2026 § 401" in told
    assert "[+ja varapuheenjohtajat+]" in told
