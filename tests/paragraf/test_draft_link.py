"""`paragraf drafts ID --link ITEM` and `--unlink`: a clerk settles what a draft led to."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from paragraf.cli import app
from records.errors import StoreError
from store.aftermaths import list_own_items
from tests.paragraf.town import AMENDED, HELD, Town, item_of, open_town

OTHER = {"title": "Katuvalot", "proposal": "Uusitaan katuvalot.", "decision": "Hyväksyttiin."}


@pytest.fixture
def town(home: Path) -> Iterator[Town]:
    """A town with one draft in its outbox."""
    with open_town(home) as town:
        yield town


def _say(town: Town, *arguments: str) -> str:
    done = CliRunner().invoke(app, ("drafts", town.draft.id, *arguments))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return " ".join(done.output.split())


def _item_of_case(town: Town, number: int) -> str:
    own = list_own_items(town.store, "Kuusirannan kaupunki", HELD)
    (found,) = (item.id for item in own if item.case_number == f"{number}/00.02.00/2026")
    return found


def _two_alike(town: Town) -> None:
    decided = town.proposal(AMENDED).replace("päättää", "päätti")
    town.convene(item_of(town, 1), item_of(town, 2, decision=decided))
    town.minute()
    town.sync()


def test_one_of_several_items_is_chosen(town: Town) -> None:
    """Its id is read in the list; it is laid beside the draft as by night, and the next night keeps it."""
    _two_alike(town)
    second = _item_of_case(town, 902)
    assert f"- {second}: Kaupunginhallitus" in _say(town)

    said = _say(town, "--link", second)

    assert "päätettiin muutettuna, kohdat 2 ja" in said
    assert "[+ja varapuheenjohtajat+]" in said
    before = town.draft
    assert (before.item, before.verdict, before.state, town.aftermath.by) == (
        second,
        "amended",
        "decided",
        "clerk",
    )
    town.sync()
    assert town.draft == before


def test_a_draft_that_was_not_found_is_linked(town: Town) -> None:
    """An item in quite other words; a programme's id stands for its item's."""
    town.convene(item_of(town, 1, **OTHER))
    town.minute()
    town.sync()
    waiting = [town.draft.verdict]
    assert waiting == [None]

    _say(town, "--link", _item_of_case(town, 901))

    assert (town.draft.verdict, town.draft.state) == ("unchanged", "decided")


def test_a_linked_item_of_an_agenda_is_followed_to_its_decision(town: Town) -> None:
    """Until then the draft is taken over, not decided."""
    town.convene(item_of(town, 1, **OTHER), item_of(town, 2))
    town.sync()
    _say(town, "--link", _item_of_case(town, 901))
    on_agenda = town.draft
    town.minute()

    town.sync()

    assert (on_agenda.verdict, on_agenda.state) == ("agenda", "accepted")
    assert (town.draft.item, town.draft.verdict, town.aftermath.by) == (on_agenda.item, "unchanged", "clerk")


def test_what_is_taken_back_is_kept_away(town: Town) -> None:
    """The draft waits again, edited or not as its file tells; linked by hand it may be all the same."""
    town.convene(item_of(town, 1))
    town.minute()
    town.sync()
    item = town.draft.item
    assert item is not None

    assert f"not {item}" in _say(town, "--unlink")

    assert (town.draft.state, town.draft.verdict, town.draft.item) == ("written", None, None)
    assert [(one.item, one.title) for one in town.aftermath.refused] == [(item, None)]
    assert "after the meeting" not in _say(town)
    town.now += dt.timedelta(days=7)
    town.sync()
    assert (town.draft.verdict, town.draft.state) == (None, "written")

    _say(town, "--link", item)

    assert (town.draft.verdict, town.aftermath.refused) == ("unchanged", ())


def test_of_several_that_are_taken_back_none_comes_again(town: Town) -> None:
    """What it could have been it is not."""
    _two_alike(town)
    _say(town, "--unlink")

    town.sync()

    assert (town.draft.verdict, len(town.aftermath.refused)) == (None, 2)
    with pytest.raises(StoreError, match="expected a draft that is linked to an item"):
        _say(town, "--unlink")


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (
            "kuusiranta-nothing",
            "expected the id of an item of a meeting of Kuusirannan kaupunki, found nothing",
        ),
        ("siltavayla", "found what Siltaväylän"),
        ("#7", "expected one of the item's 1 decisions, found none of that number. Name it so: .*#1 "),
    ],
    ids=["unknown", "another-council", "no-such-decision"],
)
def test_a_wrong_id_is_told(town: Town, item: str, message: str) -> None:
    """With what would be right; the draft stays as it was."""
    town.convene(item_of(town, 1))
    town.minute()
    town.sync()
    before = town.draft
    named = f"{town.draft.item}{item}" if item.startswith("#") else item
    if item == "siltavayla":
        named = town.draft.record or ""

    with pytest.raises(StoreError, match=message):
        _say(town, "--link", named)

    assert town.draft == before


def test_a_number_chooses_among_decisions(town: Town) -> None:
    """As the list of what it could be prints it."""
    town.convene(item_of(town, 1))
    town.minute()
    town.sync()

    _say(town, "--link", f"{town.draft.item}#1")

    assert town.aftermath.by == "clerk"
