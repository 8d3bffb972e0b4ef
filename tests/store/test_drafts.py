"""One trigger makes one draft, however often and by whomever it is pulled."""

import datetime as dt
import multiprocessing
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from records.errors import StoreError
from store.database import Store, open_store
from store.drafts import (
    CLAIM_LASTS,
    Claim,
    claim_draft,
    forget_claims,
    get_draft,
    list_drafts,
    release_draft,
    save_draft,
    save_draft_state,
)
from tests.store.made import NIGHT

FORK = multiprocessing.get_context("fork")

CLAIM = Claim(
    id="kuusiranta-0123456789ab",
    trigger="offer odeborg-abc-p1 for kuusiranta",
    house="kuusiranta",
    language="fi",
    title="Luottamushenkilöiden koulutus",
    record="odeborg-abc-p1",
)
MINUTE = dt.timedelta(minutes=1)


def written(store: Store, claim: Claim = CLAIM, at: dt.datetime = NIGHT) -> str:
    """Claim and save a draft, and return its id."""
    draft = claim_draft(store, claim, at)
    assert draft is not None
    save_draft(store, draft, f"/outbox/{draft}.docx", "ab" * 32)
    return draft


def test_a_draft_comes_back_as_it_was(store: Store) -> None:
    """Why, for whom, from what, where."""
    kept = get_draft(store, written(store))
    assert kept is not None
    assert (kept.trigger, kept.house, kept.language, kept.title, kept.record) == (
        CLAIM.trigger,
        CLAIM.house,
        CLAIM.language,
        CLAIM.title,
        CLAIM.record,
    )
    assert (kept.path, kept.digest) == (f"/outbox/{kept.id}.docx", "ab" * 32)
    assert (kept.state, kept.created_at) == ("written", NIGHT)


def test_a_trigger_never_makes_a_second_draft(store: Store) -> None:
    """Not the next night, not in a year, not after the clerk put the first one away."""
    draft = written(store)
    assert claim_draft(store, CLAIM, NIGHT + MINUTE) is None
    save_draft_state(store, draft, "dismissed")
    assert claim_draft(store, CLAIM, NIGHT + dt.timedelta(days=365)) is None
    assert [kept.id for kept in list_drafts(store)] == [draft]


def test_a_claim_keeps_others_away_for_a_while(store: Store) -> None:
    """A program that died between claim and document does not block its trigger for good."""
    draft = claim_draft(store, CLAIM, NIGHT)
    assert claim_draft(store, CLAIM, NIGHT + CLAIM_LASTS - MINUTE) is None
    assert claim_draft(store, CLAIM, NIGHT + CLAIM_LASTS) == draft
    assert claim_draft(store, CLAIM, NIGHT + CLAIM_LASTS + MINUTE) is None


def test_a_claim_that_is_given_up_can_be_claimed_again(store: Store) -> None:
    """A document that could not be written tonight is tried the next night."""
    draft = claim_draft(store, CLAIM, NIGHT)
    assert draft is not None
    release_draft(store, draft)
    assert get_draft(store, draft) is None
    assert claim_draft(store, CLAIM, NIGHT) == draft


def test_a_written_draft_is_not_given_up(store: Store) -> None:
    """Releasing comes too late then."""
    draft = written(store)
    release_draft(store, draft)
    kept = get_draft(store, draft)
    assert kept is not None
    assert kept.state == "written"


def test_only_a_claimed_draft_is_saved_and_only_a_written_one_changes_state(store: Store) -> None:
    """Steps out of order are refused by name."""
    with pytest.raises(StoreError, match="draft d-1: expected a claimed draft"):
        save_draft(store, "d-1", "/outbox/1.docx", "00")
    draft = claim_draft(store, CLAIM, NIGHT)
    assert draft is not None
    with pytest.raises(StoreError, match="expected a written draft"):
        save_draft_state(store, draft, "accepted")
    save_draft(store, draft, "/outbox/1.docx", "00")
    with pytest.raises(StoreError, match="expected a claimed draft"):
        save_draft(store, draft, "/outbox/2.docx", "00")


def test_drafts_are_listed_newest_first_by_house_and_state(store: Store) -> None:
    """A clerk looks at the own house's, and at those still to be done."""
    old = written(store)
    other = written(store, Claim("odeborg-b", "b", "odeborg", "sv", "Utbildning"), NIGHT + MINUTE)
    claimed = claim_draft(
        store, Claim("kuusiranta-c", "c", "kuusiranta", "fi", "Koulutus"), NIGHT + 2 * MINUTE
    )
    assert [draft.id for draft in list_drafts(store)] == [claimed, other, old]
    assert [draft.id for draft in list_drafts(store, house="odeborg")] == [other]
    assert [draft.id for draft in list_drafts(store, house="kuusiranta", state="written")] == [old]
    assert list_drafts(store, state="accepted") == []


def _claim(address: str, pages: Path, start: Barrier) -> None:
    with open_store(address, pages) as store:
        start.wait()
        raise SystemExit(0 if claim_draft(store, CLAIM, NIGHT) else 3)


def test_of_several_programs_one_gets_the_claim(address: str, tmp_path: Path) -> None:
    """The nightly sync and a clerk at the web may want the same draft at the same moment."""
    open_store(address, tmp_path).close()
    start = FORK.Barrier(4)
    programs = [FORK.Process(target=_claim, args=(address, tmp_path, start)) for _ in range(4)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert sorted(program.exitcode or 0 for program in programs) == [0, 3, 3, 3]


def test_claims_of_dead_programs_are_forgotten(store: Store) -> None:
    """Where one program works at a time, a claim that is left is nobody's; machines that share wait."""
    claim_draft(store, CLAIM, NIGHT)
    own = store.engine.dialect.name == "sqlite"

    assert forget_claims(store) == int(own)
    assert (claim_draft(store, CLAIM, NIGHT) == CLAIM.id) is own
