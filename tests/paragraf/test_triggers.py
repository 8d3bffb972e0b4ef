"""What sets drafts off in a night, for which house, and that one trigger makes one draft."""

from pathlib import Path

import pytest

from paragraf.triggers import find_orders
from paragraf.workshop import Workshop
from records.draft import TriggerKind
from store.drafts import get_draft_data, list_drafts
from tests.paragraf.drafthome import COUNCILS, draft_all, files_in, programme_of, workshop_in

DUE, CALENDAR, PAGE = "sidonnaisuuskoulutus", "iltakoulut", "Politikerutbildning"


def _orders(workshop: Workshop) -> set[tuple[str, TriggerKind, str]]:
    """Return for whom, why and from what drafts are due."""
    return {(order.house.id, order.kind, order.records[0]) for order in find_orders(workshop, COUNCILS)}


def test_an_own_decision_falls_due_for_its_house_alone(drafting_home: Path) -> None:
    """The town's decision of last December comes round; another house is told nothing of it: it is over."""
    with workshop_in(drafting_home, "kuusiranta", "alvasa") as workshop:
        due = programme_of(workshop, DUE)
        found = _orders(workshop)

    assert {order for order in found if order[2] == due} == {("kuusiranta", "due_again", due)}
    assert {order[0] for order in found if order[1] == "due_again"} == {"kuusiranta"}


def test_an_own_page_without_a_decision_is_drafted_for_its_house(drafting_home: Path) -> None:
    """Others are told of it as news."""
    with workshop_in(drafting_home, "alvasa", "kuusiranta", watch=("alvasa",)) as workshop:
        page = programme_of(workshop, PAGE)
        found = _orders(workshop)

    assert ("alvasa", "undecided", page) in found
    assert ("kuusiranta", "watched", page) in found
    assert not any(order[:2] == ("alvasa", "watched") for order in found)


def test_nothing_is_news_when_it_is_over(drafting_home: Path) -> None:
    """In a year all the training that was read is over, and what was decided is due again."""
    with workshop_in(drafting_home, "kuusiranta", "alvasa", nights=365) as workshop:
        assert {order[1] for order in _orders(workshop)} == {"due_again"}


def test_only_what_was_read_in_the_run_is_looked_at(drafting_home: Path) -> None:
    """Issues of a draft are told of its source, so it waits until that is read."""
    with workshop_in(drafting_home, "kuusiranta") as workshop:
        assert {order.source_id for order in find_orders(workshop, ("siltavayla",))} == {"siltavayla"}


def test_a_house_without_a_council_gets_news_alone(drafting_home: Path) -> None:
    """A shipped layout knows no own decisions; it errs on nothing."""
    with workshop_in(drafting_home, "sweden") as workshop:
        assert {order[1] for order in _orders(workshop)} == {"watched"}


@pytest.mark.parametrize(
    ("kind", "title", "house"),
    [("due_again", DUE, "kuusiranta"), ("undecided", PAGE, "alvasa"), ("watched", CALENDAR, "alvasa")],
)
def test_each_trigger_makes_one_draft_that_says_why(
    drafting_home: Path, kind: TriggerKind, title: str, house: str
) -> None:
    """Its row, its data and its file agree; a night later nothing is made again, whatever a clerk did."""
    with workshop_in(drafting_home, "kuusiranta", "alvasa") as workshop:
        tallies = draft_all(workshop)
        record = programme_of(workshop, title)
        (stored,) = [draft for draft in list_drafts(workshop.store, house=house) if draft.record == record]
        data = get_draft_data(workshop.store, stored.id)
    before = files_in(drafting_home)
    assert not [issue for tally in tallies.values() for issue in tally.issues]
    assert data is not None
    assert (stored.trigger, data.trigger.kind, data.id) == (kind, kind, stored.id)
    assert data.trigger.key.partition("@")[0] == record
    assert stored.path in before

    (drafting_home / "outbox" / stored.path).unlink()
    with workshop_in(drafting_home, "kuusiranta", "alvasa", nights=1) as workshop:
        draft_all(workshop)
    assert files_in(drafting_home).keys() == before.keys() - {stored.path}


def test_the_next_round_makes_a_draft_of_its_own(drafting_home: Path) -> None:
    """Nobody decided anew for a year: the same decision is drafted once more, not the year after that."""
    counts = []
    for nights in (0, 30, 365, 730):
        with workshop_in(drafting_home, "kuusiranta", nights=nights) as workshop:
            draft_all(workshop)
            record = programme_of(workshop, DUE)
            drafts = list_drafts(workshop.store, house="kuusiranta")
            counts.append(sum(draft.record == record for draft in drafts))
    assert counts == [1, 1, 2, 2]


def test_a_decision_on_several_programmes_is_due_as_a_whole(drafting_home: Path) -> None:
    """The draft is made from all programmes of the item, but what only reports."""
    with workshop_in(drafting_home, "kuusiranta") as workshop:
        due = programme_of(workshop, DUE)
        with workshop.store.write() as connection:
            for number, kind in ((2, "plan"), (3, "report")):
                name = due.removesuffix("1") + str(number)
                connection.exec_driver_sql(
                    "INSERT INTO programmes (id, item, position, decision, title, kind, score) "
                    f"SELECT '{name}', item, {number - 1}, decision, title, '{kind}', score FROM programmes "
                    f"WHERE id = '{due}'"
                )
        (order,) = [one for one in find_orders(workshop, COUNCILS) if one.kind == "due_again"]
    assert order.records == (due, due.removesuffix("1") + "2")
