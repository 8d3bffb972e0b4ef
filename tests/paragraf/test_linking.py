"""Which item is which draft's matter."""

import datetime as dt
from typing import Any

import pytest

from config.wording import load_wording
from export.compare import forms_of
from export.matter import item_words
from paragraf.linking import Settled, Sought, settle_matters
from records.aftermath import Aftermath, Minuted, Verdict
from store.aftermaths import OwnItem

FORMS = forms_of(load_wording("fi", "FI").aftermath)
MADE = dt.date(2026, 11, 20)
MEETING = dt.date(2026, 11, 30)
LATER = dt.date(2026, 12, 14)
TITLE = "Luottamushenkilöiden koulutusohjelma"
PROPOSAL = (
    "Kaupunginhallitus päättää 1. hyväksyä luottamushenkilöiden koulutusohjelman ajalle {0}"
    " 2. varata koulutukseen {0} euroa 3. antaa hallintojohtajalle tehtäväksi järjestää koulutukset."
)
OTHER = PROPOSAL.replace("luottamushenkilöiden", "lautakuntien puheenjohtajien")
REWORDED = "Kaupunginhallitus hyväksyy luottamushenkilöiden koulutusohjelman ja varaa siihen rahaa."


def _sought(name: str = "k-1", **told: Any) -> Sought:
    words = (item_words(TITLE, PROPOSAL.format("9"), FORMS),)
    return Sought(
        **{"id": name, "since": MADE, "body": "kaupunginhallitus", "meeting": None, "words": words, **told}
    )


def _item(name: str = "i-1", **told: Any) -> OwnItem:
    values: dict[str, Any] = {
        "id": name,
        "source_id": "kuusiranta",
        "version": 1,
        "position": 0,
        "document_type": "minutes",
        "council": "Kuusirannan kaupunki",
        "url": None,
        "body": "Kaupunginhallitus",
        "meeting_date": MEETING,
        "section": "402",
        "case_number": f"{name}/2026",
        "title": f"{TITLE} 2027",
        "proposal": PROPOSAL.format("2027"),
        "decision": "Ehdotus hyväksyttiin.",
        "outcome": "approved",
        "is_programme": True,
    }
    return OwnItem(**{**values, **told})


def _found(item: str, verdict: Verdict, by: Any = "likeness") -> Aftermath:
    found = Minuted(item=item, version=1, document_type="minutes", council="Kuusirannan kaupunki")
    return Aftermath(verdict=verdict, found=found, by=by, likeness=0.8)


def _settle(drafts: list[Sought], own: list[OwnItem]) -> dict[str, Settled]:
    return dict(settle_matters(drafts, own, FORMS))


def _linked(drafts: list[Sought], own: list[OwnItem]) -> dict[str, str | None]:
    return {name: told.match.item.id if told.match else None for name, told in _settle(drafts, own).items()}


def test_the_item_that_is_like_the_draft_is_its_matter() -> None:
    """Beside another item on training in the same meeting, which is not."""
    settled = _settle([_sought()], [_item("i-2", title="Puheenjohtajien koulutus", proposal=OTHER), _item()])[
        "k-1"
    ]

    assert settled.match is not None
    assert (settled.match.item.id, settled.match.by) == ("i-1", "likeness")
    assert settled.match.likeness > 0.8


@pytest.mark.parametrize(
    "told",
    [
        {"meeting_date": MADE - dt.timedelta(1)},  # before the draft was made
        {"meeting_date": MADE + dt.timedelta(500)},  # next year's
        {"body": "Sivistyslautakunta"},
        {"title": "Puheenjohtajien koulutus", "proposal": OTHER},
        {"title": "Katuvalot", "proposal": "Uusitaan katuvalot.", "is_programme": False},
        {"title": None, "proposal": None, "decision": None},
    ],
    ids=["before", "next-year", "other-body", "other-people", "other-subject", "empty"],
)
def test_what_is_not_the_drafts_is_not_linked(told: dict[str, Any]) -> None:
    """Not even as the only item there is."""
    assert _linked([_sought()], [_item(**told)]).get("k-1") is None


@pytest.mark.parametrize(
    "told",
    [
        {"meeting_date": MADE},  # the very day
        {"body": None},
        {"body": "Kaupunginhallitus, ylimääräinen kokous"},
        {"document_type": "officer_decision", "body": "Hallintojohtaja"},
        {"document_type": "agenda", "decision": None, "outcome": None},
        {"proposal": None, "decision": PROPOSAL.format("2027")},  # minutes that print the decision alone
        {"is_programme": False},
        {"case_number": None},
    ],
    ids=["same-day", "no-body", "long-body", "officer", "agenda", "decision-alone", "unrelevant", "no-case"],
)
def test_what_is_the_drafts_is_linked(told: dict[str, Any]) -> None:
    """Whatever kind of document tells of it."""
    assert _linked([_sought()], [_item(**told)]) == {"k-1": "i-1"}


def test_of_two_alike_none_is_linked_and_both_are_told() -> None:
    """A person should choose: a wrong link is worse than none."""
    settled = _settle([_sought()], [_item("i-1"), _item("i-2")])["k-1"]

    assert settled.match is None
    assert [item.id for item in settled.possible] == ["i-1", "i-2"]


def test_the_drafts_own_meeting_decides_between_two_alike() -> None:
    """It was made for that day."""
    own = [_item("i-1"), _item("i-2", meeting_date=LATER)]

    assert _linked([_sought(meeting=LATER)], own) == {"k-1": "i-2"}


def test_the_own_meeting_makes_no_matter_of_another() -> None:
    """To be of the day alone is not enough."""
    own = [_item("i-2", title="Puheenjohtajien koulutusohjelma", proposal=OTHER)]

    assert _linked([_sought(meeting=MEETING)], own) == {"k-1": None}


def test_an_item_that_could_be_two_drafts_is_neithers() -> None:
    """Two drafts in the house's general words, one decision: it is told with both."""
    assert _linked([_sought("k-1"), _sought("k-2")], [_item()]) == {"k-1": None, "k-2": None}


def test_the_draft_that_a_clerk_took_up_wins() -> None:
    """Of drafts in the house's general words, the one that was edited or accepted is the one decided on."""
    drafts = [_sought("k-1"), _sought("k-2", in_hand=True), _sought("k-3")]

    assert _linked(drafts, [_item()]) == {"k-2": "i-1"}
    assert _linked([*drafts, _sought("k-4", in_hand=True)], [_item()]) == dict.fromkeys(
        ("k-1", "k-2", "k-3", "k-4")
    )


def test_a_case_number_ties_whatever_the_words() -> None:
    """As the clerk wrote it into the file; other drafts that are alike lose nothing and gain nothing."""
    own = [_item("i-1"), _item("i-2", title="Koulutus", proposal="Järjestetään.", case_number="77 / 2026")]
    drafts = [_sought("k-1", case_number="77/2026"), _sought("k-2")]

    settled = _settle(drafts, own)

    assert settled["k-1"].match is not None
    assert (settled["k-1"].match.item.id, settled["k-1"].match.by) == ("i-2", "case_number")
    assert settled["k-2"].match is not None
    assert settled["k-2"].match.item.id == "i-1"


def test_a_case_number_of_an_earlier_meeting_ties_nothing() -> None:
    """The case may be years old; what was decided before the draft was made is not of it."""
    early = _item(meeting_date=MADE - dt.timedelta(30), case_number="77/2026")

    assert _linked([_sought(case_number="77/2026")], [early]) == {}


def test_a_matter_is_told_by_the_first_meeting_that_decides() -> None:
    """Tabled on the 30th, decided on the 14th; the same item once more in January adds nothing."""
    tabled = _item("i-1", case_number="77/2026", decision="Pöydälle.", outcome="tabled")
    decided = _item("i-2", case_number="77/2026", meeting_date=LATER)
    again = _item("i-3", case_number="77/2026", meeting_date=dt.date(2027, 1, 11))

    assert _linked([_sought()], [tabled]) == {"k-1": "i-1"}
    assert _linked([_sought()], [tabled, decided, again]) == {"k-1": "i-2"}
    assert _linked([_sought(case_number="77/2026")], [tabled, decided, again]) == {"k-1": "i-2"}


def test_the_drafts_body_tells_before_the_one_that_follows() -> None:
    """The board proposes, the council decides: the draft was for the council."""
    board = _item("i-1", case_number="77/2026")
    council = _item("i-2", case_number="77/2026", meeting_date=LATER, body="Kaupunginvaltuusto")

    assert _linked([_sought(case_number="77/2026", body="kaupunginvaltuusto")], [board, council]) == {
        "k-1": "i-2"
    }


def test_a_draft_that_was_decided_on_stays_with_its_item() -> None:
    """Even when another is liker now; by what it was known stays too, and no other draft takes its item."""
    own = [_item("i-1"), _item("i-2", title="Ohjelma", proposal=REWORDED)]
    drafts = [_sought("k-1", before=_found("i-2", "amended", "case_number")), _sought("k-2")]

    settled = _settle(drafts, own)

    assert settled["k-1"].match is not None
    assert (settled["k-1"].match.item.id, settled["k-1"].match.by) == ("i-2", "case_number")
    assert settled["k-1"].match.likeness == 0.8
    assert settled["k-2"].match is not None
    assert settled["k-2"].match.item.id == "i-1"


@pytest.mark.parametrize("verdict", ["agenda", "tabled", "returned"])
def test_a_draft_that_waits_goes_on_to_the_meeting_that_decides(verdict: Verdict) -> None:
    """What it was linked to binds it to nothing."""
    tabled = _item("i-1", case_number="77/2026", outcome="tabled")
    decided = _item("i-2", case_number="77/2026", meeting_date=LATER)

    assert _linked([_sought(before=_found("i-1", verdict))], [tabled, decided]) == {"k-1": "i-2"}


def test_the_clerks_own_words_find_a_matter_that_the_draft_no_longer_does() -> None:
    """The file was rewritten from end to end, and taken to the meeting as it was."""
    edited = item_words("Koulutusvuosi", REWORDED, FORMS)
    draft = _sought(words=(item_words(TITLE, PROPOSAL.format("9"), FORMS), edited))

    assert _linked([draft], [_item(title="Koulutusvuosi 2027", proposal=REWORDED)]) == {"k-1": "i-1"}


def test_nothing_is_told_of_drafts_without_a_matter() -> None:
    """Nor where there are no drafts, or no items."""
    assert _settle([_sought()], []) == _settle([], [_item()]) == {}
