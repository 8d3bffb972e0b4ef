"""Which drafts rest on an item, and which of them its news concern."""

import datetime as dt

import pytest

from store.database import Store
from store.drafts import Claim, claim_draft, save_draft_state
from store.items import Change
from store.resting import drafts_on, list_outdated
from tests.store.drafted import keep_draft
from tests.store.made import NIGHT, TEXT, keep

HOUR = dt.timedelta(hours=1)


def _claim(name: str, record: str, *beside: str) -> Claim:
    return Claim(name, "watched", "heimvik", "nb", "Opplæring", record, beside)


def _drafts(store: Store, change: Change) -> None:
    """Keep a draft of the item, one of its programme, one that has it beside another, and one of another."""
    keep_draft(store, _claim("a", change.item_id), NIGHT + HOUR)
    keep_draft(store, _claim("b", change.programme_ids[0]), NIGHT + HOUR)
    keep_draft(store, _claim("c", "kuusiranta-other-p1", change.item_id), NIGHT + HOUR)
    keep_draft(store, _claim("d", "kuusiranta-other-p1"), NIGHT + HOUR)


def test_a_draft_rests_on_everything_that_it_is_made_from(store: Store) -> None:
    """Whatever set it off; one that is only begun rests on nothing yet."""
    change = keep(store)
    _drafts(store, change)
    claim_draft(store, _claim("e", change.item_id), NIGHT)
    with store.read() as connection:
        assert [draft.id for draft in drafts_on(connection, change.item_id)] == ["a", "b", "c"]


def test_a_draft_is_outdated_when_its_item_has_a_newer_version(store: Store) -> None:
    """Not by the version that it was made from, and not by one that came before it was written."""
    change = keep(store)
    keep(store, words=f"{TEXT} Muutettu.", seen_at=NIGHT)
    _drafts(store, change)
    assert list_outdated(store) == []
    keep(store, words=f"{TEXT} Taas.", seen_at=NIGHT + 2 * HOUR)
    assert [draft.id for draft in list_outdated(store)] == ["a", "b", "c"]


@pytest.mark.parametrize("state", ["accepted", "dismissed", "decided"])
def test_a_draft_that_is_settled_is_never_outdated(store: Store, state: str) -> None:
    """Somebody has said what became of it."""
    change = keep(store)
    _drafts(store, change)
    keep(store, words=f"{TEXT} Taas.", seen_at=NIGHT + 2 * HOUR)
    with store.write() as connection:
        connection.exec_driver_sql(f"UPDATE drafts SET state = '{state}' WHERE id = 'a'")
    save_draft_state(store, "b", "accepted")
    assert [draft.id for draft in list_outdated(store)] == ["c"]
