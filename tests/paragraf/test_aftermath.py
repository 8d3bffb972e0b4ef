"""After the meeting: a sample town's own agenda and minutes of a matter that was drafted for it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from export.aftermath import tell_aftermath
from paragraf.commands.draft_show import run_draft_show
from paragraf.edited import UNREAD
from store.drafts import save_draft_state
from store.records import get_record
from tests.paragraf.town import AMENDED, HELD, WORDING, Town, item_of, open_town, staff_item


@pytest.fixture
def town(home: Path) -> Iterator[Town]:
    """A town with one draft in its outbox."""
    with open_town(home) as town:
        yield town


def test_a_draft_is_followed_from_agenda_to_amended_decision(town: Town) -> None:
    """On the agenda it waits; the minutes decide it, in one point otherwise than proposed."""
    decided = town.proposal(AMENDED).replace("päättää", "päätti")
    town.convene(item_of(town, decision=decided), staff_item(town))

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
    town.convene(item_of(town, decision=town.proposal(AMENDED).replace("päättää", "päätti")))
    town.minute()
    town.sync()

    lines = tell_aftermath(town.aftermath, WORDING)

    assert lines[0].startswith("Tulos: päätettiin muutettuna, kohdat 2 ja")
    assert any("[=puheenjohtajat=]" in line for line in lines)
    assert any("[+ja varapuheenjohtajat+]" in line for line in lines)
    assert any(line.startswith("Kaupunginhallitus 7.12.2026 § 401") for line in lines)


def test_the_next_night_changes_nothing(town: Town) -> None:
    """Linked once: what is known is not told anew."""
    town.convene(item_of(town))
    town.minute()
    town.sync()
    before = town.draft

    town.sync()

    assert before.verdict == "unchanged"
    assert town.draft == before


def test_corrected_minutes_are_followed(town: Town) -> None:
    """The first minutes left a change out; the draft follows the item to its next version."""
    town.convene(item_of(town))
    town.minute()
    town.sync()
    first = town.aftermath
    town.convene(item_of(town, decision=town.proposal(AMENDED).replace("päättää", "päätti")))
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
    town.convene(item_of(town, **rewritten))
    town.minute()

    told = town.sync()["kuusiranta"]

    assert (town.draft.verdict is not None) == (edit == "rewritten")
    assert (UNREAD in [issue.kind for issue in told.issues]) == (edit == "broken")
    if edit == "rewritten":
        assert town.aftermath.by == "case_number"


def test_a_draft_that_was_put_away_is_not_followed(town: Town) -> None:
    """A clerk dismissed it: what the town decides is no longer its own."""
    save_draft_state(town.store, town.draft.id, "dismissed")
    town.convene(item_of(town))
    town.minute()

    town.sync()

    assert (town.draft.state, town.draft.verdict) == ("dismissed", None)


def test_another_item_of_the_meeting_is_not_the_drafts(town: Town) -> None:
    """Alone on the agenda, and in the same words but for course and people: not linked."""
    town.convene(staff_item(town))
    town.minute()

    town.sync()

    assert town.draft.item is None
    assert town.draft.state == "written"


def test_two_items_that_could_be_it_are_told_and_not_linked(town: Town) -> None:
    """The same proposal twice, as a clerk's slip: a person has to look."""
    town.convene(item_of(town, 1), item_of(town, 2))
    town.minute()

    town.sync()

    assert (town.aftermath.verdict, town.draft.state) == ("possible", "written")
    assert {each.section for each in town.aftermath.possible} == {"401", "402"}


def test_what_it_could_have_been_is_forgotten_once_it_is_not(town: Town) -> None:
    """The slip is corrected, and neither item is the draft's any more."""
    town.convene(item_of(town, 1), item_of(town, 2))
    town.minute()
    town.sync()
    other = {"title": "Katuvalot", "proposal": "Uusitaan katuvalot.", "decision": "Hyväksyttiin."}
    town.convene(item_of(town, 1, **other), item_of(town, 2, **other))
    town.minute()
    town.now += dt.timedelta(days=7)

    town.sync()

    assert (town.draft.verdict, town.draft.aftermath) == (None, None)


def test_the_command_tells_where_a_draft_was_amended(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """`paragraf drafts ID`: the item, the verdict and its points, and the words that differ."""
    town.convene(item_of(town, decision=town.proposal(AMENDED).replace("päättää", "päätti")))
    town.minute()
    town.sync()

    assert run_draft_show(town.draft.id) == 0

    told = " ".join(capsys.readouterr().out.split())
    assert told.count("Tulos: päätettiin muutettuna, kohdat 2 ja") == 1
    assert "Kaupunginhallitus 7.12.2026 § 401" in told
    assert "[+ja varapuheenjohtajat+]" in told
