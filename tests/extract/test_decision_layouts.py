"""Layouts of papers and minutes as systems print them: what each of them says of its item."""

import pytest

from config.languages import load_language
from extract.dates import scan_dates
from extract.decision import find_decisions
from extract.decision_types import DecisionFound, SourceHints
from ingest.text import infer_blocks
from records.item import Item


def _own(text: str, code: str) -> DecisionFound:
    language = load_language(code)
    item = Item(
        source_id="s", base_id="b", native_id="n", url="https://x.example/1", text=text,
        blocks=infer_blocks(text), text_version="1",
    )  # fmt: skip
    own = find_decisions(item, scan_dates(text, language.dates), language, SourceHints()).own
    assert own is not None
    return own


def _values(own: DecisionFound, *names: str) -> tuple[object, ...]:
    found = (getattr(own, name) for name in names)
    return tuple(value.value if value else None for value in found)


SPACED = """S K A R V I K   K O M M U N E
Utvalg for kultur, idrett og frivillighet

Saksprotokoll - PS 7/26

Sak s behandler: Turid Fjell
Arkiv sak: 26/311

PLAN FOR OPPLÆRING AV FOLKEVALGTE
OG DERES VARA 2026-2027

F o r s l a g  t i l  v e d t a k
Planen godkjennes.

Vedtak:
Planen godkjennes.
"""


def test_letters_that_came_apart() -> None:
    """Labels with blanks between their letters are read, and such a letterhead is no title."""
    own = _own(SPACED, "nb")

    assert _values(own, "section", "case_number", "proposal") == ("7/26", "26/311", "Planen godkjennes.")
    assert [person.name.value for person in own.preparers] == ["Turid Fjell"]


def test_a_title_of_two_lines_in_capitals() -> None:
    """Lines in capitals right below each other are one title."""
    (title,) = _values(_own(SPACED, "nb"), "title")

    assert title == "PLAN FOR OPPLÆRING AV FOLKEVALGTE OG DERES VARA 2026-2027"


COLUMNS = """VIDMARK FYLKESKOMMUNE

Saksprotokoll

Arkivsak    Saksbehandler
2025/881    Odd Haugset

Utvalg              Møtedato        Utvalgssak
Fylkesutvalget      11.02.2025      FU-sak 12/25
Fylkestinget        25.02.2025      FT-sak 9/25

Opplæringsplan for fylkestinget

Fylkesdirektørens forslag til vedtak
Planen vedtas.

Fylkestingets behandling 25.02.2025
Ingen tegnet seg.

Fylkestingets vedtak
Planen vedtas.
"""


def test_a_title_that_mentions_a_body_is_no_body() -> None:
    """A title that ends in a body's name behind "for" is the title; the last row of the table decides."""
    own = _own(COLUMNS, "nb")

    assert _values(own, "body", "section", "title") == (
        "Fylkestinget", "9/25", "Opplæringsplan for fylkestinget",
    )  # fmt: skip
    assert [person.name.value for person in own.preparers] == ["Odd Haugset"]


CALLED = """Nordøya kommune
MØTEINNKALLING

Utval: Formannskapet
Dato: 14.03.2028

SAKLISTE
PS 3/28 Referatsaker
PS 4/28 Kurs for gruppeleiarar

PS 4/28 Kurs for gruppeleiarar

Arkivsak-ID: 28/19
Sakshandsamar: Eli Moen

Ordføraren si innstilling:
1. Gruppeleiarane melder seg på kurset.
2. Avgifta vert dekt av eige budsjett.

Bakgrunn:
Kurset går over to kveldar.
"""


def test_the_item_with_a_text_comes_before_those_listed() -> None:
    """Of a list of items the one whose paper follows is the own; its points are no items."""
    own = _own(CALLED, "nn")

    assert _values(own, "section", "case_number") == ("4/28", "28/19")
    assert own.proposal is not None
    assert own.proposal.value.endswith("eige budsjett.")


def test_the_end_of_a_range_on_the_cover_is_no_item() -> None:
    """ "Saknr 60/27 - 66/27" on a cover names no item."""
    cover = (
        "1 Lavika kommune MØTEPROTOKOLL Kommunestyret Møtedato: 05.10.2027 Kl: 18.00 "
        "Saknr 60/27 - 66/27 Til stede: 9 av 9"
    )
    page = (
        "2 Saksnr: 63/27 Valg av utvalg for oppvekst Saksbeh: Mona Hauk Arkivsak: 27/1560 "
        "Valgnemndas innstilling: Gro Berg velges. Behandling: Ett parti krevde forholdsvalg. Kravet ble "
        "trukket etter et gruppemøte. Vedtak: Gro Berg velges."
    )
    own = _own(f"{cover}\n\n{page}\n", "nb")

    assert _values(own, "section", "title") == ("63/27", "Valg av utvalg for oppvekst")


PROPOSAL = "Styrelsen antar planen.\n"


@pytest.mark.parametrize(
    ("label", "code", "reason"),
    [
        ("Kommunledningens förslag till beslut\n", "sv", "any word in the genitive owns a heading"),
        ("Valberedningens förslag:\n", "sv", "so it does before a colon"),
        ("Tilråding frå ordføraren:\n", "nn", "an office stands behind the label"),
        ("Valgnemndas innstilling:\n", "nb", "a committee owns the label"),
    ],
)
def test_labels_of_proposals(label: str, code: str, reason: str) -> None:
    """What stands under a heading of proposals is the proposal, whoever owns it."""
    background = "Bakgrund" if code == "sv" else "Bakgrunn"
    own = _own(f"Opplæring\n\n§ 3 Plan\n\n{label}{PROPOSAL}\n{background}\nDet.\n", code)

    assert _values(own, "proposal") == (PROPOSAL.strip(),), reason


def test_a_sentence_that_refers_to_a_proposal_is_no_label() -> None:
    """ "Enligt arbetsutskottets förslag." is the decision itself."""
    text = (
        "Ekby kommun\nSAMMANTRÄDESPROTOKOLL\nKommunstyrelsen   2023-02-07\n\n"
        "KS § 23\n\nDnr 2023/18\n\nPlan\n\n"
        "Arbetsutskottets förslag till beslut\nPlanen antas.\n\n"
        "Kommunstyrelsens beslut\nEnligt arbetsutskottets förslag.\n"
    )
    assert _values(_own(text, "sv"), "decision", "outcome") == (
        "Enligt arbetsutskottets förslag.", "approved",
    )  # fmt: skip


def test_an_office_that_no_list_knows() -> None:
    """Behind a label, a small word before a name is the person's office."""
    text = (
        "Nuorisovaltuusto\nEsityslista 04.09.2024/Asianro 5\n\n"
        "Nuorisovaltuusto 04.09.2024\n\n12/00.01/2024\n\n"
        "Leiri\n\nValmistelija leirikummi Helka Laine\n\nPäätösehdotus\nValitaan lähtijät.\n"
    )
    (person,) = _own(text, "fi").preparers

    assert (person.name.value, person.role and person.role.value) == ("Helka Laine", "leirikummi")


def test_a_case_number_that_ends_a_running_head() -> None:
    """A page's running head may end in the case number, a section without its sign behind it."""
    head = "Kommunfullmäktige SAMMANTRÄDESPROTOKOLL 2018-11-26 Sida 8 Ks 2018/402 131 Val av nämnd"
    told = "Beslut Kommunfullmäktige väljer ledamöter. Sammanfattning Valberedningen är enig."
    text = f"{head} {told}\n"
    filler = "Kommunfullmäktige SAMMANTRÄDESPROTOKOLL 2018-11-26 Sida 9 " + "Nämnden svarar för skolan. " * 8

    own = _own(f"{text}\n{filler}\n", "sv")

    assert _values(own, "section", "case_number", "title") == ("131", "Ks 2018/402", "Val av nämnd")


def test_a_paper_with_debate_and_decision_is_minutes() -> None:
    """A paper that holds the deciding body's debate and decision has become its minutes."""
    text = (
        "Vikøy kommune\n\nSAKSPAPIR – Kommunestyret 18.12.2023\n\nSaksnr   Utval   Type   Dato\n"
        "8/2023   Formannskapet   PS   05.12.2023\n9/2023   Kommunestyret   PS   18.12.2023\n\n"
        "OPPLÆRING FOR NYE\n\nKommunedirektøren sitt framlegg til vedtak:\nPlanen vert vedteken.\n\n"
        "Kommunestyret - Sak 9/2023\n\nKST - Behandling:\nIngen tok ordet.\n\n"
        "KST - Vedtak:\nPlanen vert vedteken.\n"
    )
    own = _own(text, "nn")

    assert own.document_type.value == "minutes"
    assert _values(own, "decision", "section") == ("Planen vert vedteken.", "9/2023")


CELLS = """HEIMDAL KOMMUNE

Møtebok

Saksnr
Utval
Møtedato
052/26
Formannskapet
22.10.2026
061/26
Kommunestyret
05.11.2026

Sakshandsamar: Odd Hauk

Opplæring for folkevalde

Kommunedirektøren sitt framlegg til vedtak:

Planen vert vedteken.

22.10.2026 Formannskapet

FSK - Tilråding:

Planen vert vedteken.

05.11.2026 Kommunestyret

KST - Vedtak:

Planen vert vedteken med tillegg.
"""


def test_a_table_whose_cells_stand_below_each_other() -> None:
    """The last row of the table is the own, and a head that begins with its day opens the treatment."""
    own = _own(CELLS, "nn")

    assert _values(own, "body", "section", "title", "decision") == (
        "Kommunestyret", "061/26", "Opplæring for folkevalde", "Planen vert vedteken med tillegg.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        pytest.param(
            "Furuvik kommune - SAKSFREMSTILLING\n\nSaksnummer: 34/26\nSaksbehandler: Kari Dal\n\n"
            "OPPLÆRING 2026\n\nKommunedirektørens innstilling:\nPlanen vedtas.\n",
            "nb", (None, "34/26", "OPPLÆRING 2026"), id="a letterhead with the paper's name is no title",
        ),
        pytest.param(
            "Solvik kommune\nSaksutgreiing\n\nOpplæring for folkevalde\n\n"
            "Saksnr.     Utval             Møtedato\n3/27        Kommunestyret     25.01.2027\n\n"
            "Framlegg til vedtak:\nPlanen vert vedteken.\n",
            "nn", ("Kommunestyret", "3/27", "Opplæring for folkevalde"), id="a paper's name is no heading",
        ),
        pytest.param(
            "Björkvik kommun | Kommunstyrelsen | Sammanträdesprotokoll 2026-10-28 | 7 (22)\n\n"
            "§ 44 Utbildning\n\nBeslut\nPlanen antas.\n",
            "sv", ("Kommunstyrelsen", "44", "Utbildning"), id="a running head with bars",
        ),
        pytest.param(
            "DELEGERT VEDTAK\nSaksnr: DS 45/26\nKurs for politikere\n\nVedtak:\nSøknaden avslås.\n",
            "nb", (None, "DS 45/26", "Kurs for politikere"), id="a code that counts apart from the cases",
        ),
    ],
)  # fmt: skip
def test_heads(text: str, code: str, expected: tuple[str | None, ...]) -> None:
    """Body, section and title are told from letterheads and fields."""
    assert _values(_own(text, code), "body", "section", "title") == expected


def test_a_prepared_item_whose_proposal_only_an_office_labels() -> None:
    """A body with its day and a preparer below are an item of a meeting, without any heading."""
    text = (
        "Asuntojen rakentaminen\n\nKonserni- ja kehitysjaosto 27.08.2026\n\n"
        "Valmistelija Hallintojohtaja Pentti Saari\n\nKunta voi vaikuttaa.\n\n"
        "Kaupunginjohtaja Konserni- ja kehitysjaosto päättää, ettei asuntoja rakenneta.\n"
    )
    own = _own(text, "fi")

    assert _values(own, "body", "title") == ("Konserni- ja kehitysjaosto", "Asuntojen rakentaminen")
    assert own.proposal is not None
    assert own.proposal.value.startswith("Konserni- ja kehitysjaosto päättää")


@pytest.mark.parametrize(
    ("code", "decision", "outcome"),
    [
        ("nb", "Saken bordlegges til neste møte.", "tabled"),
        ("nb", "Saken trekkes.", "withdrawn"),
        ("nb", "Ungdomsrådet trekkes inn i arbeidet med utsatte barn.", "approved"),
        ("nn", "Kommunen takkar nei til å vera med.", "rejected"),
        ("sv", "Arvode utgår enligt reglementet.", "approved"),
        ("sv", "Ärendet utgår.", "withdrawn"),
        ("sv", "Kommunstyrelsen beslutar att avslå motionen.", "rejected"),
    ],
)
def test_outcomes_by_their_subject(code: str, decision: str, outcome: str) -> None:
    """The matter is put off or withdrawn where the words say so of the matter, not of anything else."""
    label = "Beslut" if code == "sv" else "Vedtak"
    number = "§ 3" if code == "sv" else "PS 3/27"
    own = _own(f"Plan\n\n{number} Plan\n\n{label}:\n{decision}\n", code)
    assert _values(own, "outcome") == (outcome,)
