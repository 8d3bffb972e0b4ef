"""Made-up items of Finnish meetings, second half; no council, person or number is real."""

from tests.extract.meeting_sample import Sample

MORE_FINNISH = (
    Sample(
        "list of body, day and section above a page with an empty earlier handling",
        "fi",
        """Valtuusto, kokous 5.10.2020

Pöytäkirja on tarkastettu

§ 78 Osavuosikatsaus ja talousarvion muuttaminen

KUUDno-2020-2237

Aikaisempi käsittely

Valmistelija

Marja Vesa, talousjohtaja, etunimi.sukunimi@kuusiranta.example

Perustelut

Katsaus valmistuu syyskuussa.

Ehdotus

Esittelijä

  • Arto Lind, pormestari, etunimi.sukunimi@kuusiranta.example

Kunnanhallitus päättää ottaa asian listalle.

Päätös

Ehdotus hyväksyttiin.

Valmistelija

Perustelut

Hallitus esittää katsauksen hyväksymistä.

Ehdotus

Valtuusto hyväksyy katsauksen.

Päätös

Valtuusto hylkäsi ehdotuksen äänin 12-5.

Tiedoksi

Talouspalvelut""",
        {
            "section": "78",
            "case_number": "KUUDno-2020-2237",
            "title": "Osavuosikatsaus ja talousarvion muuttaminen",
            "preparers": [("Marja Vesa", "talousjohtaja")],
            "proposal": "Valtuusto hyväksyy katsauksen.",
            "decision": "Valtuusto hylkäsi ehdotuksen äänin 12-5.",
            "outcome": "rejected",
            "handlings": [(None, None, "approved")],
        },
    ),
    Sample(
        "table of treatments with glued cells, own row last, statement before a colon",
        "fi",
        """Saaristokaupunki§KokouspvmAsia1
Sivistyslautakunta1213.01.20204
Kaupunginhallitus7427.01.202021
Kaupunginvaltuusto810.02.202010

1234-2019 (00 01 01, 00 01 00)

Valtuuston kokoukset ja seminaari syksyllä 2020

Tiivistelmä: -

Kh § 74

Johtava kaupunginsihteeri Anna-Pia Vuori 14.1.2020:

Valtuusto kokoontuu maanantaisin.

Kaupunginhallituksen ehdotus

Valtuusto pitää kokouksensa ehdotetusti.

PäätösEhdotus hyväksyttiin.

Kv § 8

Kaupunginhallituksen ehdotus

Valtuusto pitää kokouksensa ehdotetusti.

PäätösEhdotus hyväksyttiin.

Jakelu

tiedKanslia""",
        {
            "body": "Kaupunginvaltuusto",
            "meeting_date": "2020-02-10",
            "section": "8",
            "case_number": "1234-2019",
            "title": "Valtuuston kokoukset ja seminaari syksyllä 2020",
            "preparers": [("Anna-Pia Vuori", "Johtava kaupunginsihteeri")],
            "decision": "Ehdotus hyväksyttiin.",
            "outcome": "approved",
            "handlings": [("Kh", "74", "approved")],
        },
    ),
    Sample(
        "officer's decision, number and title glued",
        "fi",
        """Suunnittelupäällikkö    18.09.2026
Viranhaltijapäätös 174/2026Osallistuminen puheenjohtajien seminaariin

55/01.03.02/2026

Päätöksen tekijä
Suunnittelupäällikkö Reijo Aalto

Perustelut
Seminaari on kaksipäiväinen.

Päätös
Päätän, että puheenjohtaja osallistuu seminaariin.

Allekirjoitus
Reijo Aalto""",
        {
            "document_type": "officer_decision",
            "body": "Suunnittelupäällikkö",
            "meeting_date": "2026-09-18",
            "section": "174/2026",
            "title": "Osallistuminen puheenjohtajien seminaariin",
            "preparers": [("Reijo Aalto", "Suunnittelupäällikkö")],
            "decision": "Päätän, että puheenjohtaja osallistuu seminaariin.",
            "outcome": "approved",
        },
    ),
    Sample(
        "text of a PDF: body, section and day in columns, history only listed, preparers last",
        "fi",
        """Koskiniemen kaupunki            Pöytäkirja 6/2021            41 (66)

Kaupunginvaltuusto     § 72     30.08.2021

Koulutusohjelma toimikaudelle 2021-2025

KOS/2217/00.00.02/2021

Päätöshistoria
Kaupunginhallitus 16.08.2021 § 255

Tiivistelmä
Ohjelma kattaa koko kauden.

Esittelijä
Kaupunginhallitus

Päätösesitys
Kaupunginvaltuusto hyväksyy koulutusohjelman.

Päätös
Päätettiin panna asia pöydälle.

Valmistelijat
asiantuntija Lumi Haapa

Täytäntöönpanotiedot
Ote: kaupunginhallitus""",
        {
            "document_type": "minutes",
            "body": "Kaupunginvaltuusto",
            "meeting_date": "2021-08-30",
            "section": "72",
            "case_number": "KOS/2217/00.00.02/2021",
            "title": "Koulutusohjelma toimikaudelle 2021-2025",
            "preparers": [("Lumi Haapa", "asiantuntija")],
            "presenter": ("Kaupunginhallitus", None),
            "proposal": "Kaupunginvaltuusto hyväksyy koulutusohjelman.",
            "outcome": "tabled",
        },
    ),
    Sample(
        "decision first, newest treatment first",
        "fi",
        """RSS-linkki
Kokousasiat:https://lahtela.example:443/cgi/DREQUEST.PHP?page=rss/meetingitems&show=30
Kaupunginvaltuusto
Pöytäkirja 08.12.2025/Pykälä 98
Kokousaikataulu, kevät 2026
VALT 08.12.2025 § 98
438/00.01.02.00/2025
Päätösesitys
Kaupunginhallitus esittää, että valtuusto kokoontuu seuraavasti:
26.1.2026
23.3.2026
Päätös
Valtuusto päätti kokoontua seuraavasti:
9.2.2026
23.3.2026
Käsittely
Puheenjohtaja esitti ensimmäiseksi päiväksi 9.2.2026.
Tiedoksi
Kanslia
KH 17.11.2025 § 325
Päätösesitys
Kaupunginhallitus hyväksyy aikataulun.
Päätös
Esityksen mukaan.""",
        {
            "section": "98",
            "title": "Kokousaikataulu, kevät 2026",
            "decision": "Valtuusto päätti kokoontua seuraavasti: 9.2.2026 23.3.2026",
            "outcome": "approved_amended",
            "handlings": [("KH", "325", "approved")],
        },
    ),
)
