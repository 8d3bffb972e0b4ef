"""From items to programmes, with the real reading, dates and decisions."""

import pytest

from extract.document import extract_item
from extract.programme import find_programmes
from extract.reading import Reading
from records.document import DocumentRecord, Origin
from records.programme import Programme
from tests.extract.programmes import page, words

FINNISH = """\
Kunnanhallitus
Pöytäkirja 24.02.2025/Pykälä 12

Luottamushenkilöiden koulutus 2025

Kunnanhallitus 24.02.2025 § 12

77/00.01.02/2025

Valmistelija: hallintojohtaja Aino Koskela

Uusille luottamushenkilöille järjestetään peruskoulutus kesäkuun alussa. Aiheina ovat esteellisyys
ja kokousmenettely.

Valtuutetut voivat suorittaa omassa tahdissa verkkokurssin, jonka tarjoaa Päättäjäpolku Oy
ja jossa on 12 lyhyttä osaa.

Kaksipäiväinen valtuustoseminaari pidetään 5.-6.9.2025 Hotelli Järvenhelmessä. Osallistumismaksu on 40 euroa.

Päätösehdotus: Kunnanhallitus merkitsee tiedoksi.

Päätös: Hyväksyttiin.
"""

SWEDISH_PAGE = """\
Utbildning för förtroendevalda

Kommunledningskontoret ordnar kurser för alla förtroendevalda i Norrviks kommun.

Grundutbildning

Utbildningen hålls den 3 mars 2026 kl. 17–20 i sessionssalen. Den handlar om kommunallagen och jäv.

Mötesteknik

Utbildningen hålls den 14 april 2026 via Teams.

Kostnad
Utbildningen är kostnadsfri.
"""

BOKMAL_OFFER = """\
Program for folkevalgte

Pensjonistforbundet tilbyr kurs for folkevalgte i kommunestyrer og eldreråd.

Kurset har tre moduler:

 • Roller og habilitet
 • Kommuneøkonomi
 • Etikk

Kurset inngår i medlemskontingenten. Reise og opphold faktureres kommunen.
"""

TWO_ITEMS = """\
Ljungtuna kommun
Kommunstyrelsen
Sammanträdesprotokoll 2026-03-11

§ 41 Val av justerare

Beslut
Kommunstyrelsen utser Asta Lindgård att justera protokollet.

§ 42 Utbildningsdag för förtroendevalda
Dnr KS 2026/77

Förslag till beslut
Kommunstyrelsen godkänner programmet.

Beslut
Kommunstyrelsen godkänner programmet.

Sammanfattning av ärendet
Den 14 april 2026 kl. 9–16 hålls en utbildningsdag om jäv för alla förtroendevalda.

§ 43 Delårsbokslut

Beslut
Kommunstyrelsen lägger rapporten till handlingarna.
"""


def _record(text: str) -> DocumentRecord:
    return extract_item(page(text), Origin())


def _programme(text: str) -> Programme:
    (programme,) = _record(text).programmes
    return programme


def test_a_decision_on_training_is_a_plan_with_its_sessions() -> None:
    """Title and organiser are the decision's; each paragraph's training is a session."""
    found = _programme(FINNISH)
    assert (found.title, found.kind, found.decision) == ("Luottamushenkilöiden koulutus 2025", "plan", 0)
    assert [one.name for one in found.organisers] == ["Kunnanhallitus"]
    assert [one.name for one in found.providers] == ["Päättäjäpolku Oy"]
    assert [(one.title, one.edtf, one.format) for one in found.sessions] == [
        ("peruskoulutus", "2025-06", None),
        ("verkkokurssin", None, "self_study"),
        ("Kaksipäiväinen valtuustoseminaari", "2025-09-05/2025-09-06", "in_person"),
    ]
    assert found.sessions[0].topics == ("disqualification", "meeting_procedure")
    assert found.sessions[1].parts == 12
    assert (found.sessions[2].duration_days, found.sessions[2].place) == (2, "Hotelli Järvenhelmessä")
    assert found.cost is not None
    assert (found.cost.amount, found.cost.currency) == (40, "EUR")


def test_a_page_of_a_council_is_its_own_plan() -> None:
    """Headings with dates below them are sessions; an office that arranges is the organiser."""
    found = _programme(SWEDISH_PAGE)
    assert (found.title, found.kind, found.decision) == ("Utbildning för förtroendevalda", "plan", None)
    assert [one.name for one in found.organisers] == ["Kommunledningskontoret"]
    assert [(one.edtf, one.time, one.place, one.format) for one in found.sessions] == [
        ("2026-03-03", "17:00/20:00", "sessionssalen", "in_person"),
        ("2026-04-14", None, None, "online"),
    ]
    assert found.cost is not None
    assert found.cost.amount == 0


def test_a_page_of_an_association_is_an_offer() -> None:
    """Who offers is the organiser; the modules are sessions; the membership pays, travel is billed."""
    found = _programme(BOKMAL_OFFER)
    assert (found.title, found.kind) == ("Program for folkevalgte", "offer")
    assert [one.name for one in found.organisers] == ["Pensjonistforbundet"]
    assert [one.title for one in found.sessions] == ["Roller og habilitet", "Kommuneøkonomi", "Etikk"]
    assert found.cost is not None
    assert found.cost.amount == 0
    assert [(one.kind, one.amount) for one in found.costs] == [("participation", 0), ("travel", None)]


def test_of_several_items_the_one_on_training_holds_the_programme() -> None:
    """A protocol's programme is read from its own item alone."""
    record = _record(TWO_ITEMS)
    (found,) = record.programmes
    assert found.title == "Utbildningsdag för förtroendevalda"
    assert found.decision is not None
    assert [record.decision, *record.further_decisions][found.decision] is not None
    assert [(one.edtf, one.time) for one in found.sessions] == [("2026-04-14", "09:00/16:00")]


@pytest.mark.parametrize("text", [FINNISH, SWEDISH_PAGE, BOKMAL_OFFER, TWO_ITEMS])
def test_every_value_of_a_programme_has_evidence_in_the_text(text: str) -> None:
    """A pointer for every told value but offsets, its spans within the text, names equal to their quotes."""
    record = _record(text)
    for pointer, value in _leaves(record.programmes[0].model_dump(mode="json"), "/programmes/0"):
        evidence = record.evidence[pointer]
        assert evidence.spans, pointer
        assert all(0 <= start < end <= len(text) for start, end in evidence.spans), pointer
        if pointer.endswith(("/name", "/title")):
            quote = " ".join(" ".join(text[start:end] for start, end in evidence.spans).split())
            assert quote == value, pointer


def _leaves(value: object, pointer: str) -> list[tuple[str, object]]:
    if isinstance(value, dict):
        inner = [(f"{pointer}/{key}", one) for key, one in value.items() if key not in ("span", "decision")]
    elif isinstance(value, list):
        inner = [(f"{pointer}/{index}", one) for index, one in enumerate(value)]
    else:
        return [] if value is None else [(pointer, value)]
    return [leaf for path, one in inner for leaf in _leaves(one, path)]


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "\ufeff", "koulutus", "12.2.", "• \n• \n•", "(" * 500, "İ" * 50]
)
def test_any_text_is_read_without_an_error(text: str) -> None:
    """An empty text gives no programme, a word one without sessions or with its one; none raises."""
    for code in ("fi", "sv", "sv-FI", "nb", "nn"):
        found = find_programmes(page(text), words(code), Reading(), (), ())
        assert len(found) == (1 if text.strip() else 0)
        assert all(one.record().kind == "plan" or one.record().organisers for one in found)
