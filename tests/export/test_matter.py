"""How surely an item of a council's own is the matter that a draft was made for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from config.houses import House
from config.wording import Wording
from export.compare import forms_of
from export.draft import draft_programme
from export.matter import (
    LINKED,
    POSSIBLE,
    draft_words,
    edited_case_number,
    edited_words,
    item_words,
    matter_likeness,
)
from export.word import render_draft
from export.written import Written, WrittenLine, WrittenSection, read_written
from records.document import DocumentRecord
from records.draft import Draft
from tests.export.houses import LAYOUTS, own_house, words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in, norwegian_offer


def _draft(layout: str, record: DocumentRecord) -> tuple[Draft, House, Wording]:
    house = own_house(layout)
    basis = basis_of(record)
    draft = draft_programme(basis, house, words_of(house), names_in(house.language), TRIGGER)
    return draft, house, words_of(house)


def _likeness(layout: str, title: str, proposal: str, record: DocumentRecord | None = None) -> float:
    draft, _, wording = _draft(layout, record or finnish_record())
    forms = forms_of(wording.aftermath)
    return matter_likeness(draft_words(draft, forms), item_words(title, proposal, forms))


def _filled(draft: Draft, wording: Wording) -> tuple[str, str]:
    """Return title and proposal of a draft as a clerk would hand them on, every placeholder filled."""
    told = draft_words(draft, forms_of(wording.aftermath))
    title, proposal = (
        " ".join(
            f"{point.number or ''}{'. ' if point.number else ''}"
            + " ".join("2027–2028" if word.gap else word.text for word in point.words)
            for point in part
        )
        for part in (told.title, told.proposal)
    )
    return title, proposal


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("made_from", [finnish_record, norwegian_offer])
def test_a_draft_that_was_filled_in_is_its_own_matter(
    layout: str, made_from: Callable[[], DocumentRecord]
) -> None:
    """In every language, for a plan of one's own and for taking part in another's course."""
    draft, _, wording = _draft(layout, made_from())
    forms = forms_of(wording.aftermath)

    likeness = matter_likeness(draft_words(draft, forms), item_words(*_filled(draft, wording), forms))

    assert likeness >= LINKED + 0.1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_course_is_another_matter(layout: str) -> None:
    """Two items on taking part, word for word the same but for the course and who holds it."""
    draft, _, wording = _draft(layout, norwegian_offer())
    forms = forms_of(wording.aftermath)
    title, proposal = _filled(draft, wording)
    for name, other in (("Kurs for folkevalgte", "Talousarviopäivä"), ("Fjordnettverket", "Kuntaverkosto")):
        assert name in proposal
        proposal = proposal.replace(name, other)

    assert matter_likeness(draft_words(draft, forms), item_words(title, proposal, forms)) < LINKED - 0.1


FI_STAFF = (
    "Kunnanhallitus päättää 1. hyväksyä henkilöstön koulutusohjelman vuodelle 2026 2. varata koulutukseen"
    " 20 000 euroa henkilöstöpalvelujen määrärahasta 3. antaa henkilöstöpäällikölle tehtäväksi järjestää"
    " koulutukset."
)
SE_STAFF = (
    "1. Kommunstyrelsen antar utbildningsprogram för chefer för perioden 2027–2030. 2. Kommunstyrelsen"
    " avsätter 185 000 kronor för utbildningen ur anslaget. 3. Kommunstyrelsen ger personalavdelningen"
    " i uppdrag att genomföra utbildningen."
)
NN_STAFF = (
    "1. Formannskapet vedtek plan for opplæring av tilsette for 2027. 2. Formannskapet set av 160 000 kroner"
    " til opplæringa frå lønsposten. 3. Formannskapet gir personalsjefen i oppdrag å gjennomføre opplæringa."
)
FI_CHAIRS = FI_STAFF.replace("henkilöstön", "lautakuntien puheenjohtajien").replace(
    "henkilöstöpäällikölle", "hallintopäällikölle"
)
FI_ATTEND = (
    "Kunnanhallitus päättää 1. hyväksyä osallistumisen koulutukseen ”Kuntapäivät” (Kuntaverkosto)"
    " 2. nimetä osallistujiksi puheenjohtajat 3. maksaa osallistumisen kustannukset määrärahasta."
)


@pytest.mark.parametrize(
    ("layout", "title", "proposal"),
    [
        ("finland-fi", "Henkilöstön koulutusohjelma 2026", FI_STAFF),
        ("sweden", "Utbildningsprogram för chefer 2027–2030", SE_STAFF),
        ("norway-nn", "Plan for opplæring av tilsette 2027", NN_STAFF),
        ("finland-fi", "Lautakuntien puheenjohtajien koulutusohjelma 2026", FI_CHAIRS),
        ("finland-fi", "Luottamushenkilöiden osallistuminen koulutukseen", FI_ATTEND),
        (
            "finland-fi",
            "Luottamushenkilöiden palkkiosääntö",
            "Kunnanhallitus päättää hyväksyä palkkiosäännön.",
        ),
        ("finland-fi", "", ""),
    ],
    ids=["staff-fi", "staff-sv", "staff-nn", "chairs", "attend", "fees", "nothing"],
)
def test_another_matter_of_the_same_meeting_is_not_the_drafts(layout: str, title: str, proposal: str) -> None:
    """With room to spare: the same points for other people, another kind of item, another subject."""
    assert _likeness(layout, title, proposal) < LINKED - 0.1


def test_a_proposal_put_in_other_words_is_a_possible_one() -> None:
    """A person should look: nothing but the title is the draft's own."""
    proposal = (
        "Kunnanhallitus hyväksyy luottamushenkilöiden koulutusohjelman vuosille 2026–2027 ja varaa siihen"
        " 6 400 euroa."
    )

    likeness = _likeness("finland-fi", "Luottamushenkilöiden koulutusohjelma", proposal)

    assert POSSIBLE <= likeness < LINKED


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_files_own_words_are_read_back(layout: str, tmp_path: Path) -> None:
    """Title and points of the Word file are the draft's own, but for what is still to be filled in."""
    draft, house, wording = _draft(layout, finnish_record())
    forms = forms_of(wording.aftermath)
    path = tmp_path / "draft.docx"
    path.write_bytes(render_draft(draft, wording))

    read = edited_words(read_written(path), house, wording, forms)

    own = draft_words(draft, forms)
    assert [point.number for point in read.proposal] == [point.number for point in own.proposal]
    assert matter_likeness(read, own) > LINKED
    assert edited_case_number(read_written(path), house, wording) is None


def _written(*lines: str, heading: str | None = None) -> Written:
    told = tuple(WrittenLine(text, "paragraph", number) for number, text in enumerate(lines, 1))
    return Written("x.docx", None, None, (WrittenSection(heading, 1, told),))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Asianumero 31/01.03.00/2026", "31/01.03.00/2026"),
        ("Asianumero: 31/01.03.00/2026", "31/01.03.00/2026"),
        ("ASIANUMERO\t31/2026", "31/2026"),
        ("Asianumero [asianumero]", None),
        ("Asianumero", None),
        ("Kokouspäivä 31.1.2026", None),
    ],
)
def test_a_clerks_case_number_is_read(line: str, number: str | None) -> None:
    """Once it stands there; the placeholder is none."""
    _, house, wording = _draft("finland-fi", finnish_record())

    assert edited_case_number(_written("Kokous", line), house, wording) == number


def test_a_houses_own_label_is_known() -> None:
    """A house that calls the number otherwise finds it under its own word."""
    _, house, wording = _draft("finland-fi", finnish_record())
    own = house.model_copy(update={"labels": {"case_number": "Diaarinumero"}})

    assert edited_case_number(_written("Diaarinumero: 31/2026"), own, wording) == "31/2026"
    assert edited_case_number(_written("Asianumero: 31/2026"), own, wording) is None


def test_a_heading_that_a_clerk_ended_with_a_colon_is_the_same() -> None:
    """As it is written by hand."""
    _, house, wording = _draft("finland-fi", finnish_record())
    written = _written("Hyväksytään ohjelma.", heading="PÄÄTÖSEHDOTUS:")

    assert len(edited_words(written, house, wording, forms_of(wording.aftermath)).proposal) == 1


def test_a_file_without_a_proposal_tells_nothing() -> None:
    """A clerk may have cut it down to the account; no other part is taken for the proposal."""
    _, house, wording = _draft("finland-fi", finnish_record())

    told = edited_words(
        _written("Hyväksytään.", heading="Selostus"), house, wording, forms_of(wording.aftermath)
    )

    assert (told.title, told.proposal) == ((), ())
