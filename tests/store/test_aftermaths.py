"""What a council's own meetings handled, and what they made of drafts."""

import datetime as dt

import pytest

from records.aftermath import Aftermath, Minuted, Verdict
from records.decision import Decision
from records.errors import StoreError
from records.item import DocumentType
from store.aftermaths import list_own_items, read_aftermath, save_aftermath
from store.database import Store
from store.drafts import Claim, claim_draft, get_draft
from store.redact import list_overdue, redact_item
from store.takedown import take_down
from tests.store.drafted import keep_draft
from tests.store.made import DECISION, KUUSIRANTA, NIGHT, PROGRAMME, keep
from tests.store.test_redact import BOUND, LATER, finder, keep_named, writer

DAY = dt.date(2025, 2, 1)
MINUTE = dt.timedelta(minutes=1)


def _claim(name: str = "heimvik-1") -> Claim:
    return Claim(name, "watched", "heimvik", "nb", "Opplæring")


def _aftermath(item: str = "kuusiranta-x", verdict: Verdict = "amended", **told: str) -> Aftermath:
    found = Minuted(item=item, version=1, document_type="minutes", council="Kuusirannan kaupunki")
    return Aftermath(verdict=verdict, found=found, by="likeness", likeness=0.9, decision=told.get("decision"))


def _decision(day: dt.date | None, kind: DocumentType = "minutes") -> Decision:
    return DECISION.model_copy(update={"meeting_date": day, "document_type": kind})


def test_own_items_are_those_of_the_councils_meetings(store: Store) -> None:
    """Since a day, oldest first, agendas too; no ordinary page and no item of an unknown day."""
    keep(store, "1", decision=_decision(dt.date(2025, 3, 3)))
    keep(store, "2", decision=_decision(dt.date(2025, 2, 1), "agenda"), programmes=())
    keep(store, "3", decision=_decision(dt.date(2025, 1, 31)))
    keep(store, "4", decision=_decision(None))
    keep(store, "5", decision=None)

    own = list_own_items(store, "kuusirannan  KAUPUNKI", DAY)

    assert [(item.url or "")[-1] for item in own] == ["2", "1"]
    assert [(item.document_type, item.is_programme) for item in own] == [("agenda", False), ("minutes", True)]
    assert (own[1].case_number, own[1].section, own[1].outcome) == ("45/01.03.00/2025", "12", "approved")
    assert list_own_items(store, "Heimvik kommune", DAY) == []


def test_an_item_is_told_by_its_newest_version(store: Store) -> None:
    """Once the minutes are there, the agenda is not listed beside them."""
    keep(store, "1", "Esityslista", decision=_decision(dt.date(2025, 3, 3), "agenda"))
    keep(store, "1", "Pöytäkirja", decision=_decision(dt.date(2025, 3, 3)), seen_at=NIGHT + MINUTE)

    (item,) = list_own_items(store, KUUSIRANTA.council.name, DAY)

    assert (item.version, item.document_type) == (2, "minutes")


def test_what_a_meeting_made_of_it_is_noted(store: Store) -> None:
    """The item, the verdict and the difference; a correction of the minutes replaces them."""
    draft = keep_draft(store, _claim()).id

    save_aftermath(store, draft, _aftermath(), NIGHT)
    save_aftermath(store, draft, _aftermath("kuusiranta-y", "unchanged"), NIGHT + MINUTE)

    kept = get_draft(store, draft)
    assert kept is not None
    assert (kept.item, kept.verdict) == ("kuusiranta-y", "unchanged")
    assert (kept.decided_at, kept.state) == (NIGHT + MINUTE, "decided")
    assert read_aftermath(kept) == _aftermath("kuusiranta-y", "unchanged")


@pytest.mark.parametrize("verdict", ["agenda", "tabled", "returned"])
def test_a_matter_that_will_come_again_decides_no_draft(store: Store, verdict: Verdict) -> None:
    """The draft goes on waiting, and says where its matter is."""
    draft = keep_draft(store, _claim()).id

    save_aftermath(store, draft, _aftermath(verdict=verdict), NIGHT)

    kept = get_draft(store, draft)
    assert kept is not None
    assert (kept.item, kept.verdict, kept.state, kept.decided_at) == (
        "kuusiranta-x",
        verdict,
        "written",
        None,
    )


def test_what_a_draft_could_have_been_is_cleared(store: Store) -> None:
    """Another draft turned out to be the one; this one waits as before."""
    draft = keep_draft(store, _claim()).id
    item = Minuted(item="k-x", version=1, document_type="minutes", council="Kuusirannan kaupunki")
    save_aftermath(store, draft, Aftermath(verdict="possible", possible=(item,)), NIGHT)

    save_aftermath(store, draft, Aftermath(verdict="possible"), NIGHT)

    kept = get_draft(store, draft)
    assert kept is not None
    assert (kept.item, kept.verdict, kept.aftermath, kept.state) == (None, None, None, "written")


def test_a_draft_that_is_not_there_is_told(store: Store) -> None:
    """Neither is one that is only begun a draft that a meeting could decide on."""
    claim_draft(store, _claim("heimvik-2"), NIGHT)
    for name in ("heimvik-none", "heimvik-2"):
        with pytest.raises(StoreError, match=f"draft {name}: expected a written draft"):
            save_aftermath(store, name, _aftermath(), NIGHT)


def test_a_shape_of_another_release_is_as_none(store: Store) -> None:
    """The next sync tells it anew."""
    draft = keep_draft(store, _claim()).id
    with store.write() as connection:
        connection.exec_driver_sql('UPDATE drafts SET aftermath = \'{"verdict": "unheard of"}\'')

    kept = get_draft(store, draft)

    assert kept is not None
    assert read_aftermath(kept) is None


def test_the_words_of_an_item_that_is_taken_down_go(store: Store) -> None:
    """A draft that was decided on keeps the verdict, but none of the minutes' words."""
    change = keep(store)
    draft = keep_draft(store, _claim()).id
    save_aftermath(store, draft, _aftermath(change.item_id, decision="Hyväksyttiin."), NIGHT)

    take_down(store, change.item_id, "x", NIGHT)

    kept = get_draft(store, draft)
    assert kept is not None
    assert (kept.verdict, kept.aftermath) == ("amended", None)


def test_the_words_of_an_item_whose_names_are_overwritten_go(store: Store) -> None:
    """They may hold the name; the next sync reads the words that are left."""
    change = keep_named(store)
    draft = keep_draft(store, Claim("heimvik-1", "watched", "heimvik", "nb", "Opplæring")).id
    save_aftermath(store, draft, _aftermath(change.item_id, decision="Erik Kuusivirta valittiin."), NIGHT)
    (overdue,) = list_overdue(store, BOUND, LATER)

    redact_item(store, overdue, finder, writer, LATER)

    kept = get_draft(store, draft)
    assert kept is not None
    assert kept.aftermath is None


def test_programmes_make_an_item_one_on_training(store: Store) -> None:
    """So that a staff matter of the same meeting can be told from the councillors'."""
    keep(store, "1", programmes=(PROGRAMME,), decision=_decision(DAY))
    keep(store, "2", programmes=(), decision=_decision(DAY))

    assert [item.is_programme for item in list_own_items(store, KUUSIRANTA.council.name, DAY)] == [
        True,
        False,
    ]
