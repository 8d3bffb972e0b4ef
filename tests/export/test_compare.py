"""What became of a draft: its proposal, the minutes' and the decision, laid beside each other."""

import pytest

from export.aftermath import tell_verdict
from export.compare import compare_minutes, forms_of, proposal_of
from records.aftermath import Point, Verdict
from records.decision import Outcome
from tests.export.houses import LAYOUTS
from tests.export.minutes import AMENDED, PROPOSAL, compared, drafted, minuted, minutes_of


def _kinds(points: tuple[Point, ...]) -> list[set[str]]:
    return [{part.kind for part in point.parts} for point in points]


def test_a_drafts_proposal_is_its_points() -> None:
    """The opening without a number, then each point of the list."""
    draft, wording = drafted()

    points = proposal_of(draft, forms_of(wording.aftermath))

    assert [point.number for point in points] == [None, 1, 2, 3]
    assert sum(word.gap is not None for word in points[2].words) == 2


def test_what_the_clerk_filled_in_is_no_amendment() -> None:
    """The printed proposal is the draft's with its placeholders filled, and it was decided as it stood."""
    told = compared(
        minutes_of(proposal=PROPOSAL, decision="Ehdotus hyväksyttiin.", outcome="approved", stands=True)
    )

    assert told.verdict == "unchanged"
    assert _kinds(told.prepared) == [{"kept"}, {"kept", "filled"}, {"kept", "filled"}, {"kept"}]
    assert told.decided == ()
    assert told.decision == "Ehdotus hyväksyttiin."


def test_an_amended_decision_is_told_by_its_points() -> None:
    """One point changed and one added; that the body was of one mind changes nothing."""
    record = minutes_of(proposal=PROPOSAL, decision=AMENDED, outcome="approved_amended")

    told = compared(record)

    assert (told.verdict, told.amended) == ("amended", (2, 4))
    changed = [(part.kind, part.text) for part in told.decided[2].parts if part.kind in ("added", "removed")]
    assert changed == [("removed", "6 400"), ("added", "5 000")]


def test_every_part_stands_in_the_minutes() -> None:
    """Spans lead to the words in the text of the item; only removed words have none."""
    record = minutes_of(proposal=PROPOSAL, decision=AMENDED, outcome="approved_amended")

    told = compared(record)

    parts = [part for point in (*told.prepared, *told.decided) for part in point.parts]
    assert all(" ".join(record.text[slice(*part.span)].split()) == part.text for part in parts if part.span)
    assert {part.kind for part in parts if part.span is None} == {"removed"}


def test_minutes_that_print_no_proposal_are_laid_beside_thedrafted() -> None:
    """As Swedish minutes: what stands in a placeholder's place is filled in there, too."""
    told = compared(minutes_of(decision=AMENDED, outcome="approved"))

    assert (told.verdict, told.amended, told.prepared) == ("amended", (4,), ())


def test_minutes_without_proposal_are_laid_beside_the_clerks_own_file_first() -> None:
    """The clerk's file tells the sum that was proposed, which the draft could not."""
    told = compared(minutes_of(decision=AMENDED, outcome="approved"), edited=PROPOSAL)

    assert (told.verdict, told.amended) == ("amended", (2, 4))


@pytest.mark.parametrize(
    ("decision", "outcome", "stands", "verdict"),
    [
        ("Ehdotus hyväksyttiin.", "approved", True, "unchanged"),
        (PROPOSAL.replace("päättää", "päätti"), "approved", False, "unchanged"),  # told again in full
        (PROPOSAL.replace("6 400", "900"), "approved", False, "amended"),  # whatever the outcome says
        ("Ehdotus hyväksyttiin. Lisäksi kutsutaan nuoret.", "approved_amended", False, "amended"),
        ("Asia jätettiin pöydälle.", "tabled", False, "tabled"),
        ("Asia palautettiin valmisteluun.", "returned", False, "returned"),
        ("Ehdotus hylättiin.", "rejected", False, "rejected"),
        ("Asia poistettiin esityslistalta.", "withdrawn", False, "withdrawn"),
        ("Merkittiin tiedoksi.", "noted", False, "noted"),
        ("Ehdotus merkittiin tiedoksi.", "noted", True, "unchanged"),  # it was proposed to note it
        ("Keskusteltiin asiasta.", "other", False, "decided"),
        ("Koulutuksia ei tänä vuonna pidetä.", None, False, "decided"),
    ],
)
def test_verdicts(decision: str, outcome: Outcome | None, stands: bool, verdict: Verdict) -> None:
    """From what the record says of the outcome, and from the words where those can be compared."""
    record = minutes_of(proposal=PROPOSAL, decision=decision, outcome=outcome, stands=stands)

    assert compared(record).verdict == verdict


@pytest.mark.parametrize("kind", ["agenda", "minutes"])
def test_an_item_without_a_decision_is_on_the_agenda(kind: str) -> None:
    """Its proposal is laid beside the draft all the same, and a later meeting may still decide."""
    record = minutes_of(proposal=PROPOSAL).model_copy(update={"document_type": kind})

    told = compared(record)

    assert (told.verdict, told.is_open, len(told.prepared)) == ("agenda", True, 4)


def test_a_proposal_of_other_words_is_not_laid_beside_thedrafted() -> None:
    """A comparison in which nothing stays tells nothing."""
    told = compared(minutes_of(proposal="Myydään tontti.", decision="Hyväksyttiin.", outcome="approved"))

    assert (told.prepared, told.decided, told.verdict) == ((), (), "decided")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_drafts_own_words_come_back_unchanged_in_every_language(layout: str) -> None:
    """The proposal as drafted, taken over as the decision: unchanged, with nothing left to tell of it."""
    draft, wording = drafted(layout)
    forms = forms_of(wording.aftermath)
    words = proposal_of(draft, forms)
    text = "\n".join(
        f"{point.number or ''}{'. ' if point.number else ''}{' '.join(word.text for word in point.words)}"
        for point in words
    )
    record = minutes_of(proposal=text, decision=text, outcome="approved")

    told = compare_minutes(draft, minuted(record), record, forms)

    assert (told.verdict, len(told.prepared)) == ("unchanged", len(words))
    assert tell_verdict(told, wording) == wording.aftermath.verdicts["unchanged"]
