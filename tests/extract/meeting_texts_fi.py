"""Made-up items of Finnish meetings, first half; no council, person or number is real."""

from tests.extract.meeting_sample import Sample

FINNISH = (
    Sample(
        "label doubled, label and text on one line",
        "fi",
        """Dynasty tietopalvelu Haku RSS Kuusirannan kaupunki

RSS-linkki

Kokousasiat:
https://kuusiranta.example:443/cgi/DREQUEST.PHP?page=rss/meetingitems&show=30

Kaupunginhallitus
Pöytäkirja 12.05.2025/Pykälä 88

\u00a0

Uusien valtuutettujen perehdytys

\u00a0

Kaupunginhallitus 12.05.2025 § 88\u00a0

410/01.03.00/2025

\u00a0

Valmistelu Valmistelu: Hallinto- ja talousjohtaja Kaarina Salmi

Perehdytys pidetään kolmena iltana kesäkuussa.

Esittelijä Kaupunginjohtaja Onni Rautio

Päätösehdotus Kaupunginhallitus merkitsee perehdytyksen ohjelman tiedoksi.

Päätös Ehdotus hyväksyttiin.""",
        {
            "document_type": "minutes",
            "body": "Kaupunginhallitus",
            "meeting_date": "2025-05-12",
            "section": "88",
            "case_number": "410/01.03.00/2025",
            "title": "Uusien valtuutettujen perehdytys",
            "preparers": [("Kaarina Salmi", "Hallinto- ja talousjohtaja")],
            "presenter": ("Onni Rautio", "Kaupunginjohtaja"),
            "proposal": "Kaupunginhallitus merkitsee perehdytyksen ohjelman tiedoksi.",
            "decision": "Ehdotus hyväksyttiin.",
            "outcome": "noted",
            "effective": "proposal",
        },
    ),
    Sample(
        "static page: section before title, names surname first, points on own lines, statement "
        "after decision",
        "fi",
        """Mäntyharjun kaupunki
Toimielimet
 |
Opetuslautakunta
 |
Pöytäkirja 08.05.2017
Opetuslautakunta
Pöytäkirja 08.05.2017 Pykälä 27
Edellinen asia
 |
Seuraava asia
Kokousasia PDF-muodossa
Liitteet
Sääntöluonnos - kokouksessa korjattu
730/2017
00.01.01.00
Opetuslautakunta
15 §
10.4.2017
§ 27
Johtosäännön hyväksyminen (Kv-asia)
Valmistelijat / lisätiedot:
Halla Tiina, puh.  050 000 0000
Korpi Olli, puh.  050 000 0001
etunimi.sukunimi@mantyharju.example
Päätösehdotus
     Sivistysjohtaja Eero Lampi
Opetuslautakunta ehdottaa, että kaupunginhallitus
1
hyväksyy johtosäännön
2
kumoaa vanhan säännön.
Käsittely
     Asia käsiteltiin pykälän 30 jälkeen.
Päätös
 Opetuslautakunta:
Esittelijän ehdotus hyväksyttiin yksimielisesti.
Selostus
Sääntö on vuodelta 2001.
Tiedoksi
Edellinen asia
 |
Seuraava asia""",
        {
            "document_type": "minutes",
            "body": "Opetuslautakunta",
            "meeting_date": "2017-05-08",
            "section": "27",
            "title": "Johtosäännön hyväksyminen (Kv-asia)",
            "case_number": "730/2017",
            "preparers": [("Halla Tiina", None), ("Korpi Olli", None)],
            "presenter": ("Eero Lampi", "Sivistysjohtaja"),
            "proposal": "Opetuslautakunta ehdottaa, että kaupunginhallitus 1 hyväksyy johtosäännön "
            "2 kumoaa vanhan säännön.",
            "decision": "Opetuslautakunta: Esittelijän ehdotus hyväksyttiin yksimielisesti.",
            "outcome": "approved",
            "effective": "proposal",
        },
    ),
    Sample(
        "agenda: number of the list, no section, empty decision, the board's handling before",
        "fi",
        """Aluevaltuusto
Esityslista 17.02.2026/Asianro 5

Luottamushenkilöiden koulutussuunnitelma

Aluehallitus 02.02.2026 § 31
Valmistelija: Hallintopäällikkö Outi Kumpula, puh. 040 000 0000
Suunnitelma kattaa koko toimikauden.
Päätösehdotus: Aluehallitus esittää suunnitelman aluevaltuuston hyväksyttäväksi.
Päätös: Hyväksyttiin.

Aluevaltuusto 17.02.2026
77/00.01.02/2026
Päätösehdotus: Aluevaltuusto hyväksyy koulutussuunnitelman.
Päätös:
_________
Edellinen asia | Seuraava asia |""",
        {
            "document_type": "agenda",
            "body": "Aluevaltuusto",
            "meeting_date": "2026-02-17",
            "section": None,
            "case_number": "77/00.01.02/2026",
            "title": "Luottamushenkilöiden koulutussuunnitelma",
            "preparers": [("Outi Kumpula", "Hallintopäällikkö")],
            "proposal": "Aluevaltuusto hyväksyy koulutussuunnitelman.",
            "decision": None,
            "outcome": None,
            "handlings": [("Aluehallitus", "31", "approved")],
        },
    ),
    Sample(
        "abbreviated bodies, earlier committee, contacts on lines of their own",
        "fi",
        """Kunnanhallitus
Pöytäkirja 24.05.2021/Pykälä 137
Edellinen asia | Seuraava asia | Muutoksenhakuohje
Kokoustilojen uusiminen
118/10.03.00.16/2021
Teknpltk 05.05.2021 § 27
Asian taustaa:
Valtuustosalin laitteet ovat vanhoja.
Päätösehdotus Lautakunta esittää laitteiden uusimista.
Päätös Hyväksyttiin.
Khall 24.05.2021 § 137
Valmistelija Lehto Pirjo, vs. kunnanjohtaja
Puh. 044 000 0000
pirjo.lehto(at)pihlajisto.example
Kunnanjohtajan ehdotus: Kunnanhallitus päättää uusia laitteet.
Kunnanhallituksen päätös:
Kunnanhallitus palautti asian uudelleen valmisteltavaksi.
Ptk tark. ____""",
        {
            "section": "137",
            "case_number": "118/10.03.00.16/2021",
            "preparers": [("Lehto Pirjo", "vs. kunnanjohtaja")],
            "presenter": ("Kunnanjohtaja", None),
            "proposal": "Kunnanhallitus päättää uusia laitteet.",
            "decision": "Kunnanhallitus palautti asian uudelleen valmisteltavaksi.",
            "outcome": "returned",
            "effective": "decision",
            "handlings": [("Teknpltk", "27", "approved")],
        },
    ),
    Sample(
        "newest page: labels glued to their text, the proposal under an office alone",
        "fi",
        """Iltakoulujen aikataulu

Konserni- ja kehitysjaosto 27.08.2026

ValmistelijaHallintojohtaja Ben Vik ja controller Jenni Aho

Iltakoulut pidetään kerran kuussa.

KaupunginjohtajaKonserni- ja kehitysjaosto hyväksyy aikataulun.

PäätösHyväksyttiin.

TiedoksiKanslia""",
        {
            "body": "Konserni- ja kehitysjaosto",
            "meeting_date": "2026-08-27",
            "title": "Iltakoulujen aikataulu",
            "preparers": [("Ben Vik", "Hallintojohtaja"), ("Jenni Aho", "controller")],
            "presenter": ("Kaupunginjohtaja", None),
            "proposal": "Konserni- ja kehitysjaosto hyväksyy aikataulun.",
            "decision": "Hyväksyttiin.",
            "outcome": "approved",
        },
    ),
    Sample(
        "newest page with blanks between label and text",
        "fi",
        """Valtuuston seminaari keväällä

Kaupunginhallitus 14.01.2026
§ 9

Valmistelija Viestintäpäällikkö Ida Mäki

Seminaari pidetään huhtikuussa.

Kaupunginjohtaja Kaupunginhallitus päättää järjestää seminaarin.

Päätös Kaupunginhallitus päätti ehdotuksen mukaisesti kuitenkin siten, että paikaksi vaihdetaan kirjasto.""",
        {
            "section": "9",
            "proposal": "Kaupunginhallitus päättää järjestää seminaarin.",
            "outcome": "approved_amended",
        },
    ),
)
