"""What became of a draft, told in the clerk's language."""

import pytest

from export.aftermath import tell_aftermath, tell_verdict
from records.aftermath import Aftermath
from tests.export.houses import LAYOUTS
from tests.export.minutes import AMENDED, PROPOSAL, compared, drafted, minuted, minutes_of


def test_an_amendment_is_told_in_lines_a_clerk_can_read() -> None:
    """Verdict with points, item, address, both comparisons, and how the marks are read."""
    _, wording = drafted()
    record = minutes_of(proposal=PROPOSAL, decision=AMENDED, outcome="approved_amended")

    lines = tell_aftermath(compared(record), wording)

    assert lines[:3] == (
        "Tulos: päätettiin muutettuna, kohdat 2 ja 4.",
        "Kunnanhallitus 19.1.2026 § 12, ”Luottamushenkilöiden koulutusohjelma 2026”,"
        " asianumero 31/01.03.00/2026",
        "https://lehtoranta.example/item/1",
    )
    assert "  2. varata koulutukseen [=6 400 euroa hallintopalvelujen määrärahasta=]" in lines
    assert "  2. varata koulutukseen [-6 400-] [+5 000+] euroa hallintopalvelujen määrärahasta" in lines
    assert lines[-1].startswith("Merkinnät: [-poistettu-], [+lisätty+], [=")


def test_only_the_marks_that_stand_there_are_explained() -> None:
    """A decision as proposed shows what was filled in, and quotes the decision."""
    _, wording = drafted()
    record = minutes_of(proposal=PROPOSAL, decision="Ehdotus hyväksyttiin.", outcome="approved", stands=True)

    text = "\n".join(tell_aftermath(compared(record), wording))

    assert "[=" in text
    assert "[-" not in text
    assert "Päätös pöytäkirjan sanoin: ”Ehdotus hyväksyttiin.”" in text


def test_items_that_could_be_it_are_listed() -> None:
    """None of them is called the draft's; each by the id that links it."""
    _, wording = drafted()
    candidates = [minuted(minutes_of(title=title)) for title in ("Ohjelma 2026", "Koulutus 2026")]
    candidates.append(candidates[1].model_copy(update={"place": 4, "title": "Ilta 2026"}))
    candidates[0] = candidates[0].model_copy(update={"item": "own:main:2"})

    lines = tell_aftermath(Aftermath(verdict="possible", possible=tuple(candidates)), wording)

    assert [line for line in lines if "2026”" in line] == [
        "- own:main:2: Kunnanhallitus 19.1.2026 § 12, ”Ohjelma 2026”, asianumero 31/01.03.00/2026",
        "- own:main:1#1: Kunnanhallitus 19.1.2026 § 12, ”Koulutus 2026”, asianumero 31/01.03.00/2026",
        "- own:main:1#5: Kunnanhallitus 19.1.2026 § 12, ”Ilta 2026”, asianumero 31/01.03.00/2026",
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_points_are_named_as_the_language_does(layout: str) -> None:
    """One point, or several; an amendment of nothing but the opening is told without a place."""
    _, wording = drafted(layout)
    record = minutes_of(proposal=PROPOSAL, decision=AMENDED, outcome="approved_amended")
    told = compared(record)
    phrases = wording.aftermath

    several = tell_verdict(told, wording)
    one = tell_verdict(told.model_copy(update={"decided": told.decided[2:3]}), wording)
    opening = told.decided[2].model_copy(update={"number": None})
    unplaced = tell_verdict(told.model_copy(update={"decided": (opening,)}), wording)

    assert several.endswith(f"{phrases.points.format(list=f'2 {wording.conjunction} 4')}")
    assert one.endswith(phrases.point.format(list="2"))
    assert unplaced == phrases.verdicts["amended"]
