"""What drafts say, house by house: headings, proposals, and what stays open."""

import pytest

from records.draft import Draft, Points
from records.errors import DraftError
from tests.export.houses import LAYOUTS, bare_house, own_house
from tests.export.made import norwegian_offer
from tests.export.reading import draft_of, lines_of, section_of


@pytest.mark.parametrize(
    ("layout", "headings"),
    [
        ("finland-fi", ["Valmistelu", None, "Esittelijä", "Päätösehdotus", "Päätös", "Muutoksenhaku"]),
        ("finland-sv", ["Beredning", None, "Föredragande", "Beslutsförslag", "Beslut", "Ändringssökande"]),
        (
            "sweden",
            [
                "Förslag till beslut",
                "Sammanfattning av ärendet",
                "Ärendet",
                "Ekonomiska konsekvenser",
                "Konsekvenser för barn",
                "Beslutsunderlag",
                "Beslutet skickas till",
                "Underskrift",
            ],
        ),
        (
            "norway-nb",
            [
                "Kommunedirektørens innstilling",
                "Sammendrag",
                "Saksopplysninger",
                "Vurdering",
                "Økonomiske konsekvenser",
                "Vedlegg",
            ],
        ),
        (
            "norway-nn",
            [
                "Kommunedirektøren si tilråding",
                "Samandrag",
                "Saksopplysningar",
                "Vurdering",
                "Økonomiske konsekvensar",
                "Vedlegg",
            ],
        ),
    ],
)
def test_headings_stand_in_house_order(layout: str, headings: list[str | None]) -> None:
    """Each country's usual headings, in its order; an empty one lets the account run on."""
    assert [section.heading for section in draft_of(bare_house(layout)).sections] == headings


def test_impacts_stand_where_the_house_wants_them() -> None:
    """A house that asks for impacts of its own gets their headings, and costs move below theirs."""
    house = own_house("finland-fi").model_copy(update={"impacts": ("economy", "children")})
    draft = draft_of(house)
    keys = [section.key for section in draft.sections]

    assert keys[2:4] == ["economy", "children"]
    assert section_of(draft, "children").heading == "Lapsivaikutukset"
    assert "120 euroa" in " ".join(lines_of(draft, "economy"))
    assert "120 euroa" not in " ".join(lines_of(draft, "account"))


def test_a_house_may_word_its_own_headings() -> None:
    """A profile's heading replaces the language's."""
    house = own_house("sweden").model_copy(update={"headings": {"account": "Bakgrund"}})

    assert section_of(draft_of(house), "account").heading == "Bakgrund"


@pytest.mark.parametrize(
    ("layout", "points"),
    [
        (
            "finland-fi",
            [
                "Kunnanhallitus päättää",
                "hyväksyä luottamushenkilöiden koulutusohjelman ajalle [kausi tai vuosi]",
                "varata koulutukseen [summa euroina] [mistä määrärahasta]",
                "antaa hallintopäällikölle tehtäväksi järjestää koulutukset.",
            ],
        ),
        (
            "finland-sv",
            [
                "Stadsstyrelsen beslutar",
                "godkänna utbildningsprogrammet för förtroendevalda för [period eller år]",
                "reservera [belopp i euro] för utbildningen ur [anslag]",
                "ge förvaltningsdirektören i uppgift att ordna utbildningen.",
            ],
        ),
        (
            "sweden",
            [
                "Kommunstyrelsen antar utbildningsprogram för förtroendevalda för [period eller år].",
                "Kommunstyrelsen avsätter [belopp i kronor] för utbildningen ur [anslag].",
                "Kommunstyrelsen ger [funktion] i uppdrag att genomföra utbildningen.",
            ],
        ),
        (
            "norway-nb",
            [
                "Formannskapet vedtar plan for folkevalgtopplæring for [periode eller år].",
                "Formannskapet setter av [beløp i kroner] til opplæringen fra [budsjettpost].",
                "Formannskapet gir kommunedirektøren i oppdrag å gjennomføre opplæringen.",
            ],
        ),
        (
            "norway-nn",
            [
                "Formannskapet vedtek plan for folkevaldopplæring for [periode eller år].",
                "Formannskapet set av [beløp i kroner] til opplæringa frå [budsjettpost].",
                "Formannskapet gir kommunedirektøren i oppdrag å gjennomføre opplæringa.",
            ],
        ),
    ],
)
def test_the_proposal_speaks_the_houses_grammar(layout: str, points: list[str]) -> None:
    """A plan of another council gives a proposal of the house's own, one action a point."""
    assert lines_of(draft_of(own_house(layout)), "proposal") == points


def test_an_offer_gives_a_proposal_to_take_part() -> None:
    """The title of the offer is quoted; who takes part and what pays for it is left open."""
    assert lines_of(draft_of(own_house("norway-nb"), norwegian_offer()), "proposal") == [
        "Formannskapet godkjenner deltakelse i opplæringen «Kurs for folkevalgte» (Fjordnettverket).",
        "Formannskapet oppnevner [navn eller verv] som deltakere.",
        "Formannskapet dekker utgiftene til deltakelsen over [budsjettpost].",
    ]


def test_a_house_without_a_body_gets_a_placeholder_for_it() -> None:
    """A shipped layout names no body, and a draft invents none."""
    draft = draft_of(bare_house("sweden"))

    assert (
        lines_of(draft, "proposal")[1] == "[nämnd] avsätter [belopp i kronor] för utbildningen ur [anslag]."
    )
    assert (draft.body, draft.meeting_date, draft.council) == (None, None, None)


def test_a_grammar_that_the_language_does_not_offer_is_refused() -> None:
    """The error names the house and the wording, and what to do."""
    house = own_house("norway-nb").model_copy(update={"proposal": "lead"})

    with pytest.raises(
        DraftError, match=r'house own-norway-nb: expected proposal = "lead" with points in wording nb'
    ):
        draft_of(house)


def test_the_appeal_clause_is_the_clerks_choice() -> None:
    """The families are named with their paragraphs, and that the preparer decides; none is chosen."""
    draft = draft_of(own_house("finland-fi"))
    (appeal,) = lines_of(draft, "appeal")
    (hint,) = [line for line in lines_of(draft, "fill") if line.startswith(appeal)]

    assert appeal.startswith("[")
    assert all(f"{number} §" in hint for number in (134, 135, 136))
    assert "valmistelija ratkaisee" in appeal


def test_the_decision_waits_for_the_meeting() -> None:
    """Where the body's genitive is known the placeholder uses it."""
    assert lines_of(draft_of(own_house("finland-fi")), "decision") == [
        "[kunnanhallituksen päätös kirjataan kokouksen jälkeen]"
    ]
    assert lines_of(draft_of(bare_house("finland-fi")), "decision") == [
        "[päätös kirjataan kokouksen jälkeen]"
    ]


def test_roles_of_the_house_stand_before_the_names_to_fill_in() -> None:
    """A profile knows titles, never names."""
    draft = draft_of(own_house("finland-fi"))

    assert lines_of(draft, "preparation") == ["Hallintopäällikkö [valmistelijan nimi]"]
    assert lines_of(draft, "presenter") == ["Kunnanjohtaja [esittelijän nimi]"]


def test_the_basis_of_the_decision_and_its_recipients() -> None:
    """Sweden lists this document, the source and the rest, and who gets the decision."""
    draft = draft_of(own_house("sweden"))

    assert lines_of(draft, "documents") == [
        "Tjänsteskrivelse [datum]",
        "”Luottamushenkilöiden koulutus 2025”, Kuusirannan kaupunki, Kaupunginhallitus 24 februari 2025 § 71",
        "[övrigt underlag]",
    ]
    assert lines_of(draft, "distribution") == ["Kommundirektören", "Samtliga nämnder"]
    assert lines_of(draft_of(bare_house("sweden")), "distribution") == ["[mottagare]"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_draft_knows_what_it_is(layout: str) -> None:
    """House, language, country and kind of document are the profile's; the id is the trigger's."""
    house = own_house(layout)
    draft = draft_of(house)

    assert (draft.house, draft.language, draft.country, draft.tag) == (
        house.id,
        house.language,
        house.country,
        house.tag,
    )
    assert draft.document == house.document
    assert draft.id == draft_of(house, norwegian_offer()).id
    assert draft.id != draft_of(house, kind="asked").id
    assert Draft.model_validate_json(draft.model_dump_json()) == draft


def test_only_the_proposal_is_numbered() -> None:
    """Numbers stand for what is decided."""
    draft = draft_of(own_house("sweden"))
    numbered = [
        section.key
        for section in (*draft.cover, *draft.sections, *draft.closing)
        for block in section.blocks
        if isinstance(block, Points) and block.numbered
    ]

    assert numbered == ["proposal"]
