"""What an item tells of its earlier meetings, which must not be taken for the item's own."""

import pytest

from extract.decision_types import DecisionFound
from tests.extract.test_decision import read, told_by

FINNISH = """Kuusirannan kaupunki
Kaupunginhallitus
Pöytäkirja 03.04.2017/Pykälä 101

Perehdytysohjelma valtuutetuille

Kaupunginhallitus 03.04.2017 § 101

{}

Päätösehdotus: Kaupunginhallitus päättää järjestää koulutuksen.

Päätös: Kaupunginhallitus hyväksyi päätösehdotuksen.
"""
SWEDISH = """Granholmens stad
Stadsstyrelsen
Protokoll 10.11.2025/Paragraf 64

Introduktion för nya ledamöter

Stadsstyrelsen 10.11.2025 § 64

{}

Förslag: Stadsstyrelsen antar programmet.

Beslut: Förslaget godkändes.
"""
NORWEGIAN = """Solvik kommune
Saksprotokoll

Utvalg: Formannskapet
Møtedato: 18.03.2025
Sak: 22/25

Opplæring av folkevalgte

{}

Rådmannens forslag til vedtak
Formannskapet vedtar planen.

Vedtak
Formannskapet vedtar planen.
"""
FRAMES = {"fi": FINNISH, "sv": SWEDISH, "nb": NORWEGIAN, "nn": NORWEGIAN}
OWN = {
    "fi": (
        "Kaupunginhallitus päättää järjestää koulutuksen.",
        "Kaupunginhallitus hyväksyi päätösehdotuksen.",
    ),
    "sv": ("Stadsstyrelsen antar programmet.", "Förslaget godkändes."),
    "nb": ("Formannskapet vedtar planen.", "Formannskapet vedtar planen."),
    "nn": ("Formannskapet vedtar planen.", "Formannskapet vedtar planen."),
}


def _own(language: str, told: str) -> DecisionFound:
    own = read(FRAMES[language].format(told), language).own
    assert own is not None
    return own


@pytest.mark.parametrize(
    ("language", "line"),
    [
        pytest.param("fi", "Pöydältä 21.3.2017 § 84.", id="taken from the table"),
        pytest.param("fi", "Pöydältä 21.3.2017 § 84", id="without a stop"),
        pytest.param("fi", "Kh pöydältä 21.3.2017 § 84", id="behind the body's letters"),
        pytest.param("fi", "Palautettu 21.3.2017 § 84", id="sent back"),
        pytest.param("fi", "Pöydälle § 84", id="without a day"),
        pytest.param("sv", "Bordlagt 20.10.2025 § 58.", id="Swedish, tabled"),
        pytest.param("sv", "Från bordet 20.10.2025 § 58", id="Swedish, from the table"),
        pytest.param("nb", "Utsatt 04.02.2025", id="Bokmål"),
        pytest.param("nb", "Bordlagt 04.02.2025.", id="Bokmål, tabled"),
        pytest.param("nn", "Utsett 04.02.2025.", id="Nynorsk"),
    ],
)
def test_the_meeting_that_a_matter_comes_back_from_treats_nothing(language: str, line: str) -> None:
    """A reference to an earlier meeting swallows neither proposal nor decision, and is no handling."""
    own = _own(language, line)
    assert (told_by(own, "proposal"), told_by(own, "decision")) == OWN[language]
    assert own.handlings == ()


def test_the_earlier_meeting_lends_no_section() -> None:
    """The section of the meeting that a matter comes back from is not the item's own."""
    text = (
        "Kaupunginhallitus 3.4.2017\n\nPöydältä 21.3.2017 § 84\n\nEhdotus: Hyväksytään.\n\n"
        "Päätös: Hyväksyttiin.\n"
    )
    own = read(text, "fi").own
    assert own is not None
    assert own.section is None


def test_a_body_s_own_head_still_opens_its_treatment() -> None:
    """A head of a treatment, which names a body and not where the matter lay, is read as before."""
    text = FINNISH.format(
        "Sivistyslautakunta 21.3.2017 § 84\n\nEhdotus: Järjestetään.\n\nPäätös: Hyväksyttiin.\n\n"
        "Kaupunginhallitus 03.04.2017 § 101"
    )
    own = read(text, "fi").own
    assert own is not None
    assert told_by(own, "handlings") == [("Sivistyslautakunta", "84", "approved")]


@pytest.mark.parametrize(
    ("language", "background"),
    [
        pytest.param(
            "fi",
            "Selostus\n\nAsia oli esillä 20.3.2017.\n\nPäätös Asia jätettiin pöydälle.\n\nTyötä on jatkettu.",
            id="Finnish",
        ),
        pytest.param(
            "sv",
            "Bakgrund\n\nÄrendet behandlades 20.10.2025.\n\nBeslut Ärendet bordlades.\n\n"
            "Arbetet har fortsatt.",
            id="Swedish",
        ),
        pytest.param(
            "nb",
            "Bakgrunn\n\nSaken var oppe 04.02.2025.\n\nVedtak\nSaken utsettes.\n\nArbeidet er ført videre.",
            id="Bokmål",
        ),
        pytest.param(
            "nn",
            "Bakgrunn\n\nSaka var oppe 04.02.2025.\n\nVedtak\nSaka vert utsett.\n\nArbeidet er ført vidare.",
            id="Nynorsk",
        ),
    ],
)
def test_the_own_decision_beats_one_in_the_background(language: str, background: str) -> None:
    """A decision that the background tells of is another meeting's where a proposal and decision follow."""
    own = _own(language, background)
    assert (told_by(own, "proposal"), told_by(own, "decision")) == OWN[language]
    assert told_by(own, "outcome") == "approved"


def test_a_decision_in_the_background_stands_where_no_other_follows() -> None:
    """The only decision is the item's own, though it stands below its background."""
    own = read(
        "Kaupunginhallitus\nPöytäkirja 03.04.2017/Pykälä 7\n\nOhjelma\n\nSelostus\n\nAsia esiteltiin.\n\n"
        "Päätös Asia jätettiin pöydälle.\n",
        "fi",
    ).own
    assert own is not None
    assert told_by(own, "outcome") == "tabled"


def test_own_labels_behind_an_earlier_treatment_are_the_own_ones() -> None:
    """Where the own text quotes an earlier meeting with its head, what starts over behind it is the own."""
    quoted = (
        "Selostus\n\nKaupunginhallitus 20.3.2017 § 84\n\nEhdotus Pidetään.\n\nPäätös Asia jätettiin pöydälle."
    )
    own = _own("fi", quoted)
    assert (told_by(own, "proposal"), told_by(own, "decision")) == OWN["fi"]
    assert told_by(own, "handlings") == [("Kaupunginhallitus", "84", "tabled")]
