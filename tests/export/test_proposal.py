"""The proposal of a body that decides, and of one that prepares for another."""

from typing import Any

import pytest

from config.houses import House, HouseBody
from export.basis import Basis
from export.draft import draft_precedents, draft_programme
from records.draft import Placeholder, Points, line_text, section_lines
from tests.export.houses import bare_house, words_of
from tests.export.made import TRIGGER, finnish_record, names_in

FORMS = {
    "finland-fi": (
        "kunnanhallitus",
        HouseBody(id="v", name="kunnanvaltuusto", allative="kunnanvaltuustolle"),
    ),
    "finland-sv": ("kommunstyrelsen", HouseBody(id="v", name="kommunfullmäktige")),
    "sweden": ("kommunstyrelsen", HouseBody(id="v", name="kommunfullmäktige")),
    "norway-nb": ("formannskapet", HouseBody(id="v", name="kommunestyret")),
    "norway-nn": ("formannskapet", HouseBody(id="v", name="kommunestyret")),
}


def _house(layout: str, **changes: object) -> House:
    name, council = FORMS[layout]
    board = HouseBody(id="b", name=name, prepares_for="v")
    return bare_house(layout).model_copy(update={"bodies": (board, council), "body": "b", **changes})


def _proposal(house: House) -> list[str]:
    basis = Basis("made", finnish_record(), 0)
    draft = draft_programme(basis, house, words_of(house), names_in(house.language), TRIGGER)
    return [
        line_text(line)
        for section in draft.sections
        if section.key == "proposal"
        for line in section_lines((section,))
    ]


@pytest.mark.parametrize(
    ("layout", "opening", "first"),
    [
        (
            "finland-fi",
            "Kunnanhallitus päättää ehdottaa kunnanvaltuustolle, että kunnanvaltuusto päättää",
            "hyväksyä luottamushenkilöiden koulutusohjelman ajalle [kausi tai vuosi]",
        ),
        (
            "finland-sv",
            "Kommunstyrelsen beslutar föreslå för kommunfullmäktige att kommunfullmäktige beslutar",
            "godkänna utbildningsprogrammet för förtroendevalda för [period eller år]",
        ),
        (
            "sweden",
            "Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande:",
            "Kommunfullmäktige antar utbildningsprogram för förtroendevalda för [period eller år].",
        ),
        (
            "norway-nb",
            "Formannskapet rår kommunestyret til å gjøre slikt vedtak:",
            "Kommunestyret vedtar plan for folkevalgtopplæring for [periode eller år].",
        ),
        (
            "norway-nn",
            "Formannskapet rår kommunestyret til å gjere slikt vedtak:",
            "Kommunestyret vedtek plan for folkevaldopplæring for [periode eller år].",
        ),
    ],
)
def test_a_preparing_body_proposes_to_the_one_that_decides(layout: str, opening: str, first: str) -> None:
    """The opening names both bodies, and what stands alone is said of the one that decides."""
    assert _proposal(_house(layout))[:2] == [opening, first]


def test_a_form_that_the_profile_lacks_is_left_open() -> None:
    """No inflection is guessed: the form is a placeholder until the profile tells it."""
    name, council = FORMS["finland-fi"]
    board = HouseBody(id="b", name=name, prepares_for="v")
    bodies = (board, council.model_copy(update={"allative": None}))

    assert _proposal(_house("finland-fi", bodies=bodies))[0] == (
        "Kunnanhallitus päättää ehdottaa [toimielimelle], että kunnanvaltuusto päättää"
    )


@pytest.mark.parametrize(
    ("layout", "style", "told"),
    [
        (
            "finland-fi",
            "sentences",
            [
                "Kunnanhallitus ehdottaa kunnanvaltuustolle, että kunnanvaltuusto tekee seuraavan päätöksen:",
                "Kunnanvaltuusto hyväksyy luottamushenkilöiden koulutusohjelman ajalle [kausi tai vuosi].",
            ],
        ),
        (
            "sweden",
            "lead",
            [
                "Kommunstyrelsen föreslår att kommunfullmäktige beslutar att",
                "anta utbildningsprogram för förtroendevalda för [period eller år]",
            ],
        ),
    ],
)
def test_a_house_may_choose_the_other_style(layout: str, style: str, told: list[str]) -> None:
    """Both styles are worded where the language has both."""
    assert _proposal(_house(layout, proposal=style))[:2] == told


@pytest.mark.parametrize(
    ("layout", "told"),
    [
        (
            "finland-fi",
            [
                "Kunnanhallitus päättää",
                "merkitä luottamushenkilöiden koulutusohjelman ajalle [kausi tai vuosi] tiedoksi.",
            ],
        ),
        (
            "finland-sv",
            [
                "Kommunstyrelsen beslutar",
                "anteckna utbildningsprogrammet för förtroendevalda för [period eller år] för kännedom.",
            ],
        ),
        (
            "sweden",
            [
                "Kommunstyrelsen noterar informationen om utbildningsprogrammet för förtroendevalda för "
                "[period eller år]."
            ],
        ),
        (
            "norway-nb",
            ["Formannskapet tar plan for folkevalgtopplæring for [periode eller år] til orientering."],
        ),
        (
            "norway-nn",
            ["Formannskapet tek plan for folkevaldopplæring for [periode eller år] til orientering."],
        ),
    ],
)
def test_what_the_house_only_noted_is_proposed_to_be_noted(layout: str, told: list[str]) -> None:
    """The body's own practice is gone on with: nothing is proposed to another body, no clause but none."""
    house = _house(layout, council="Kuusirannan kaupunki", sections=("proposal", "appeal"))
    basis = Basis("made", finnish_record(), 0)
    draft = draft_precedents([basis], house, words_of(house), {}, TRIGGER)
    proposal, appeal = draft.sections

    assert [line_text(line) for line in section_lines((proposal,))] == told
    (clause,) = section_lines((appeal,))
    assert words_of(house).appeal.families["none"] in line_text(clause)


@pytest.mark.parametrize(
    ("council", "outcome"),
    [("Muu kunta", "noted"), ("Kuusirannan kaupunki", "approved"), ("Kuusirannan kaupunki", None)],
)
def test_others_notes_and_own_approvals_are_no_practice_of_noting(council: str, outcome: Any) -> None:
    """Only what the house itself noted every time is proposed to be noted."""
    record = finnish_record()
    assert record.decision is not None
    record = record.model_copy(update={"decision": record.decision.model_copy(update={"outcome": outcome})})
    house = _house("norway-nb", council=council)
    draft = draft_precedents([Basis("made", record, 0)], house, words_of(house), {}, TRIGGER)
    (proposal,) = [part for part in draft.sections if part.key == "proposal"]

    assert "til orientering" not in " ".join(map(line_text, section_lines((proposal,))))


def test_anothers_participation_names_its_item_and_not_the_training() -> None:
    """The title of such an item is no training's name: the name is to be filled in, the old one shown."""
    record = finnish_record()
    programme = record.programmes[0].model_copy(update={"kind": "participation"})
    record = record.model_copy(update={"programmes": (programme,)})
    house = _house("norway-nb")
    draft = draft_programme(Basis("made", record, 0), house, words_of(house), {}, TRIGGER)
    (proposal,) = [part for part in draft.sections if part.key == "proposal"]
    point = list(section_lines((proposal,)))[1]
    gaps = [piece for piece in point if isinstance(piece, Placeholder)]

    assert line_text(point) == (
        "Kommunestyret godkjenner deltakelse i opplæringen [navn på opplæringen] ([arrangør])."
    )
    assert [[old.text for old in gap.olds] for gap in gaps] == [
        ["Luottamushenkilöiden koulutus 2025"],
        ["Kuntaverkosto"],
    ]


def test_only_what_is_decided_is_numbered() -> None:
    """The opening is no point."""
    house = _house("norway-nb")
    draft = draft_programme(Basis("made", finnish_record(), 0), house, words_of(house), {}, TRIGGER)
    (proposal,) = [section for section in draft.sections if section.key == "proposal"]
    numbered = [block for block in proposal.blocks if isinstance(block, Points) and block.numbered]

    assert [len(block.items) for block in numbered] == [3]
    assert len(proposal.blocks) == 2


def test_a_body_may_have_a_presenter_of_its_own() -> None:
    """A committee's presenter is another than the board's."""
    _, council = FORMS["finland-fi"]
    board = HouseBody(id="b", name="sivistyslautakunta", presenter="sivistysjohtaja")
    house = _house("finland-fi", bodies=(board, council), presenter="kunnanjohtaja")
    draft = draft_programme(Basis("made", finnish_record(), 0), house, words_of(house), {}, TRIGGER)
    (told,) = [section for section in draft.sections if section.key == "presenter"]

    assert [line_text(line) for line in section_lines((told,))] == ["Sivistysjohtaja [esittelijän nimi]"]


def test_who_signs_is_told_by_title() -> None:
    """A line each, in the order of the profile; without titles one placeholder."""
    house = _house("sweden", signatories=("kommundirektör", "kanslichef"))
    draft = draft_programme(Basis("made", finnish_record(), 0), house, words_of(house), {}, TRIGGER)
    (told,) = [section for section in draft.sections if section.key == "signature"]

    assert [line_text(line) for line in section_lines((told,))] == [
        "Kommundirektör [undertecknarens namn]",
        "Kanslichef [undertecknarens namn]",
    ]


def test_a_house_may_label_its_head() -> None:
    """The label of the profile comes before the language's."""
    house = _house("sweden", labels={"body": "Nämnd"})
    draft = draft_programme(Basis("made", finnish_record(), 0), house, words_of(house), {}, TRIGGER)

    assert [fact.label for fact in draft.head.facts] == [
        "Förvaltning",
        "Handläggare",
        "Datum",
        "Diarienummer",
        "Nämnd",
    ]
