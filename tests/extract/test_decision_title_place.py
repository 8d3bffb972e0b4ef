"""Words of labels in the place of an item's title."""

import pytest

from tests.extract.test_decision import read, told_by

FINNISH = """Kuusirannan kaupunki
Pöytäkirja
Kaupunginhallitus
03.04.2017

{}

Valmistelija: hallintojohtaja Aila Ranta

Päätösehdotus: Kaupunginhallitus päättää järjestää koulutuksen.

Päätös: Hyväksyttiin.
"""
DYNASTY = """Kuusirannan kaupunki
Kaupunginhallitus
Pöytäkirja 03.04.2017/Pykälä 101

Edellinen asia | Seuraava asia

{}

Kaupunginhallitus 03.04.2017 § 101

123/00.01/2017

Päätösehdotus: Kaupunginhallitus päättää järjestää koulutuksen.

Päätös: Hyväksyttiin.
"""
SWEDISH = """Ödeborgs kommun
Kommunstyrelsen
SAMMANTRÄDESPROTOKOLL
Sammanträdesdatum 2023-03-14

{}

Ärendet
Nämnden vill ha dagar.

Arbetsutskottets förslag till kommunstyrelsen
Kommunstyrelsen antar planen.

Beslut
Kommunstyrelsen antar planen.
"""
NORWEGIAN = """Solvik kommune
Møteprotokoll

Utvalg: Formannskapet
Møtedato: 18.03.2025

{}

Rådmannens forslag til vedtak
Formannskapet vedtar planen.

Vedtak:
Formannskapet vedtar planen.
"""
ASKED = "Kaupunginhallitus päättää järjestää koulutuksen."
ADOPTED = "Kommunstyrelsen antar planen."
VOTED = "Formannskapet vedtar planen."


@pytest.mark.parametrize(
    ("language", "frame", "block", "title", "proposal"),
    [
        pytest.param(
            "fi",
            FINNISH,
            "§ 101\nSivistyslautakunnan esitys kaupunginhallitukselle 2017 pidettävistä päivistä",
            "Sivistyslautakunnan esitys kaupunginhallitukselle 2017 pidettävistä päivistä",
            ASKED,
            id="below the section",
        ),
        pytest.param(
            "fi",
            FINNISH,
            "§ 101 Sivistyslautakunnan esitys kaupunginhallitukselle 2017 pidettävistä päivistä",
            "Sivistyslautakunnan esitys kaupunginhallitukselle 2017 pidettävistä päivistä",
            ASKED,
            id="beside it",
        ),
        pytest.param(
            "fi",
            FINNISH,
            "§ 101\n\n123/00.01/2017\n\nEsitys kaupunginhallitukselle Kuusirannan päivistä",
            "Esitys kaupunginhallitukselle Kuusirannan päivistä",
            ASKED,
            id="below the case number, only to whom",
        ),
        pytest.param(
            "fi",
            FINNISH,
            "Sivistyslautakunnan esitys kaupunginhallitukselle 2017 pidettävistä päivistä\n\n§ 101",
            "Sivistyslautakunnan esitys kaupunginhallitukselle 2017 pidettävistä päivistä",
            ASKED,
            id="above the section",
        ),
        pytest.param(
            "fi",
            DYNASTY,
            "Sivistyslautakunnan esitys kaupunginhallitukselle\nkoulutuspäivien pidosta",
            "Sivistyslautakunnan esitys kaupunginhallitukselle koulutuspäivien pidosta",
            ASKED,
            id="below the head and navigation, broken in two lines",
        ),
        pytest.param(
            "sv",
            SWEDISH,
            "§ 46    Dnr KS 2023/00071\n\nBildningsnämndens förslag till kommunstyrelsen Kompetensdagar 2023",
            "Bildningsnämndens förslag till kommunstyrelsen Kompetensdagar 2023",
            ADOPTED,
            id="Swedish",
        ),
        pytest.param(
            "sv",
            SWEDISH,
            "§ 46\nBildningsnämndens förslag till kommunstyrelsen\nom kompetensdagar 2023",
            "Bildningsnämndens förslag till kommunstyrelsen om kompetensdagar 2023",
            ADOPTED,
            id="Swedish, broken in two lines",
        ),
        pytest.param(
            "nb",
            NORWEGIAN,
            "PS 22/25\nForslag til vedtak i formannskapet\nom kursdager",
            "Forslag til vedtak i formannskapet om kursdager",
            VOTED,
            id="Bokmål",
        ),
        pytest.param(
            "nn",
            NORWEGIAN,
            "PS 22/25\n\nKulturutvalets framlegg til vedtak Kursdagar 2025",
            "Kulturutvalets framlegg til vedtak Kursdagar 2025",
            VOTED,
            id="Nynorsk",
        ),
    ],
)
def test_words_of_labels_in_a_title(language: str, frame: str, block: str, title: str, proposal: str) -> None:
    """Whose proposal an item is stands in its title, and hides neither title nor proposal."""
    own = read(frame.format(block), language).own
    assert own is not None
    assert (told_by(own, "title"), told_by(own, "proposal")) == (title, proposal)


def test_a_label_below_the_title_stays_one() -> None:
    """The owned label of a proposal below the title is a label, also where text follows in its line."""
    text = FINNISH.format(
        "§ 101\nKoulutuspäivät\n\nSivistyslautakunnan esitys kaupunginhallitukselle Päivät pidetään."
    )
    own = read(text, "fi").own
    assert own is not None
    assert (told_by(own, "title"), told_by(own, "proposal")) == ("Koulutuspäivät", "Päivät pidetään.")


def test_a_label_with_a_colon_needs_no_title() -> None:
    """Right below the section a colon still makes a label."""
    own = read(FINNISH.format("§ 101\nKaupunginjohtajan esitys: Päivät pidetään."), "fi").own
    assert own is not None
    assert told_by(own, "proposal") == "Päivät pidetään."
