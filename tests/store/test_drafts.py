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
    DraftVersion,
    claim_draft,
    claim_version,
    forget_claims,
    get_draft,
    get_draft_data,
    list_draft_records,
    list_draft_versions,
    list_drafts,
    release_draft,
    save_draft,
    save_draft_state,
)
from tests.store.drafted import DIGEST, keep_draft, make_draft
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
    return keep_draft(store, claim, at, body="formannskapet", meeting_date=dt.date(2025, 5, 14)).id


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
    assert (kept.path, kept.digest) == (f"kuusiranta/{kept.id}.docx", DIGEST)
    assert (kept.state, kept.created_at, kept.written_at, kept.claimed_at) == ("written", NIGHT, NIGHT, None)
    assert (kept.version, kept.body, kept.meeting_date) == (1, "formannskapet", dt.date(2025, 5, 14))
    assert (kept.item, kept.verdict, kept.aftermath, kept.decided_at) == (None, None, None, None)


def test_what_a_draft_says_comes_back_as_it_was(store: Store) -> None:
    """The data of the newest version, whole; none of a draft that is only claimed, or of no draft."""
    draft = keep_draft(store, CLAIM)
    claim_draft(store, Claim("kuusiranta-c", "c", "kuusiranta", "fi", "Koulutus"), NIGHT)
    assert get_draft_data(store, draft.id) == draft
    assert get_draft_data(store, "kuusiranta-c") is None
    assert get_draft_data(store, "kuusiranta-none") is None


def test_data_of_another_release_are_told_by_the_draft(store: Store) -> None:
    """A shape that cannot be read is no traceback."""
    draft = keep_draft(store, CLAIM)
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE drafts SET data = '{}'")
    with pytest.raises(StoreError, match=rf"draft {draft.id}: expected a draft as this release writes it"):
        get_draft_data(store, draft.id)


def test_a_new_version_keeps_the_one_before(store: Store) -> None:
    """Its file, digest and data; while the new one is being written nothing changes."""
    first = keep_draft(store, CLAIM, path="k/a.docx")
    assert claim_version(store, first.id, NIGHT + MINUTE) == 2
    assert get_draft_data(store, first.id) == first
    second = make_draft(CLAIM.id, version=2, title="Koulutus syksyllä")
    save_draft(store, second, "k/a-2.docx", "cd" * 32, NIGHT + 2 * MINUTE)
    kept = get_draft(store, first.id)
    assert kept is not None
    assert (kept.version, kept.path, kept.title, kept.state) == (
        2,
        "k/a-2.docx",
        "Koulutus syksyllä",
        "written",
    )
    assert get_draft_data(store, first.id) == second
    assert list_draft_versions(store, first.id) == [DraftVersion(1, "k/a.docx", DIGEST, NIGHT)]


def test_a_version_is_claimed_by_one_and_can_be_given_up(store: Store) -> None:
    """Giving up leaves the draft as it was; a claim of a dead program lapses."""
    draft = written(store)
    before = get_draft(store, draft)
    assert claim_version(store, draft, NIGHT) == 2
    assert claim_version(store, draft, NIGHT + MINUTE) is None
    release_draft(store, draft)
    assert get_draft(store, draft) == before
    assert claim_version(store, draft, NIGHT) == 2
    assert claim_version(store, draft, NIGHT + CLAIM_LASTS) == 2
    assert list_draft_versions(store, draft) == []
    with pytest.raises(StoreError, match="expected a written draft"):
        claim_version(store, "kuusiranta-none", NIGHT)


def test_the_same_version_may_be_laid_again(store: Store) -> None:
    """A document that left the outbox is laid there anew: it is no version of its own."""
    first = keep_draft(store, CLAIM, path="k/a.docx")
    claim_version(store, first.id, NIGHT)
    save_draft(store, first, "k/b.docx", "ef" * 32, NIGHT + MINUTE)
    kept = get_draft(store, first.id)
    assert kept is not None
    assert (kept.version, kept.path, kept.digest) == (1, "k/b.docx", "ef" * 32)
    assert list_draft_versions(store, first.id) == []


def test_a_draft_tells_all_that_it_is_made_from(store: Store) -> None:
    """Precedents of one draft are found by each of them."""
    claim = Claim(
        "kuusiranta-d", "asked", "kuusiranta", "fi", "Koulutus", "a-1-p1", ("b-2-p1", "a-1-p1", "c-3")
    )
    keep_draft(store, claim)
    assert list_draft_records(store, claim.id) == ["a-1-p1", "b-2-p1", "c-3"]
    assert list_draft_records(store, "none") == []


def test_a_trigger_never_makes_a_second_draft(store: Store) -> None:
    """Not the next night, not in a year, not after the clerk put the first one away."""
    draft = written(store)
    assert claim_draft(store, CLAIM, NIGHT + MINUTE) is None
    save_draft_state(store, draft, "dismissed")
    assert claim_draft(store, CLAIM, NIGHT + dt.timedelta(days=365)) is None
    assert [kept.id for kept in list_drafts(store)] == [draft]


def test_a_claim_keeps_others_away_for_a_while(store: Store) -> None:
    """A program that died between claim and document does not block its trigger for good."""
    assert claim_draft(store, CLAIM, NIGHT) == NIGHT
    assert claim_draft(store, CLAIM, NIGHT + CLAIM_LASTS - MINUTE) is None
    assert claim_draft(store, CLAIM, NIGHT + CLAIM_LASTS) == NIGHT
    assert claim_draft(store, CLAIM, NIGHT + CLAIM_LASTS + MINUTE) is None


def test_a_claim_that_is_given_up_can_be_claimed_again(store: Store) -> None:
    """A document that could not be written tonight is tried the next night."""
    claim_draft(store, CLAIM, NIGHT)
    release_draft(store, CLAIM.id)
    assert get_draft(store, CLAIM.id) is None
    assert claim_draft(store, CLAIM, NIGHT + MINUTE) == NIGHT + MINUTE


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
        save_draft(store, make_draft("d-1"), "d/1.docx", "00", NIGHT)
    claim_draft(store, CLAIM, NIGHT)
    with pytest.raises(StoreError, match="expected a written draft"):
        save_draft_state(store, CLAIM.id, "accepted")
    save_draft(store, make_draft(CLAIM.id), "d/1.docx", "00", NIGHT)
    with pytest.raises(StoreError, match="expected a claimed draft"):
        save_draft(store, make_draft(CLAIM.id), "d/2.docx", "00", NIGHT)


def test_drafts_are_listed_newest_first_by_house_and_state(store: Store) -> None:
    """A clerk looks at the own house's, and at those still to be done."""
    old = written(store)
    other = written(store, Claim("odeborg-b", "b", "odeborg", "sv", "Utbildning"), NIGHT + MINUTE)
    claim_draft(store, Claim("kuusiranta-c", "c", "kuusiranta", "fi", "Koulutus"), NIGHT + 2 * MINUTE)
    assert [draft.id for draft in list_drafts(store)] == ["kuusiranta-c", other, old]
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
    assert (claim_draft(store, CLAIM, NIGHT + MINUTE) == NIGHT) is own


def test_a_version_that_a_dead_program_began_is_forgotten(store: Store) -> None:
    """The draft that lies in the outbox stays, whatever became of its next version."""
    draft = keep_draft(store, CLAIM)
    claim_version(store, draft.id, NIGHT)
    own = store.engine.dialect.name == "sqlite"

    assert forget_claims(store) == int(own)
    assert get_draft_data(store, draft.id) == draft
    assert (claim_version(store, draft.id, NIGHT) == 2) is own
