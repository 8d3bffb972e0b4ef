"""Made-up items of meetings in the layouts that councils use; no council, person or number is real."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Sample:
    """A text and what must be read in it; keys that `told` leaves out are not looked at."""

    name: str
    language: str
    text: str
    told: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


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
        "static page: section before title, names surname first, points on own lines, statement after decision",
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

SWEDISH = (
    Sample(
        "Swedish Dynasty page of Finland: the board before, the council's own below",
        "sv",
        """Dynasty informationsservice Sökning RSS Granholmen

RSS-länk

Kommunfullmäktige
Protokoll 10.11.2025/Paragraf 64

Föregående ärende | Nästa ärende

Introduktion för nya ledamöter

Kommunstyrelsen 27.10.2025 § 288

Beredare Kommunsekreterare Tua Ek, fornamn.efternamn@granholmen.example

Ledamöterna får en introduktion.

Förslag Kommunstyrelsen föreslår att fullmäktige antecknar ärendet.

Beslut Godkändes.

Kommunfullmäktige 10.11.2025 § 64

391/00.00.01/2025

Beslutsförslag Fullmäktige antecknar introduktionen för kännedom.

Beslut Godkändes enligt förslag.""",
        {
            "document_type": "minutes",
            "body": "Kommunfullmäktige",
            "meeting_date": "2025-11-10",
            "section": "64",
            "case_number": "391/00.00.01/2025",
            "title": "Introduktion för nya ledamöter",
            "preparers": [("Tua Ek", "Kommunsekreterare")],
            "proposal": "Fullmäktige antecknar introduktionen för kännedom.",
            "decision": "Godkändes enligt förslag.",
            "outcome": "noted",
            "handlings": [("Kommunstyrelsen", "288", "noted")],
        },
    ),
    Sample(
        "extract of minutes, decision first, § before the case number",
        "sv",
        """Ödeborgs kommun
Kommunstyrelsen
SAMMANTRÄDESPROTOKOLL
Sammanträdesdatum 2023-03-14
Sida 11 (32)

§ 46    Dnr KS 2023/00071

Utbildningsplan för förtroendevalda

Beslut
1. Kommunstyrelsen antar utbildningsplanen.
2. Planen skickas till nämnderna.

Sammanfattning av ärendet
Kansliet har tagit fram en plan.

Beslutsunderlag
Kommunstyrelsens arbetsutskott 2023-02-28 § 29

Förslag till beslut på sammanträdet
Ordföranden yrkar bifall till arbetsutskottets förslag.

Beslutet skickas till
Samtliga nämnder

Justerandes sign                                   Utdragsbestyrkande""",
        {
            "document_type": "minutes",
            "body": "Kommunstyrelsen",
            "meeting_date": "2023-03-14",
            "section": "46",
            "case_number": "KS 2023/00071",
            "title": "Utbildningsplan för förtroendevalda",
            "proposal": None,
            "decision": "1. Kommunstyrelsen antar utbildningsplanen. 2. Planen skickas till nämnderna.",
            "outcome": "approved",
        },
    ),
    Sample(
        "minutes run together on one line, section without its sign",
        "sv",
        "KOMMUNSTYRELSEN   PROTOKOLL   2019-05-06   Blad 17 72 Dnr KS/2019:158 Seminarium om samtalston "
        "KOMMUNSTYRELSENS BESLUT Ärendet återremitteras till kansliet för ny beredning. Ärendet Presidiet har "
        "tagit initiativ till ett seminarium. Förslag till beslut Arbetsutskottets förslag: Kommunstyrelsen "
        "genomför seminariet. Yrkanden Göte Lind (KD) yrkar återremiss. Reservation Elsie Tapp (S) reserverar sig.",
        {
            "document_type": "minutes",
            "body": "KOMMUNSTYRELSEN",
            "meeting_date": "2019-05-06",
            "section": "72",
            "case_number": "KS/2019:158",
            "title": "Seminarium om samtalston",
            "proposal": "Kommunstyrelsen genomför seminariet.",
            "decision": "Ärendet återremitteras till kansliet för ny beredning.",
            "outcome": "returned",
        },
    ),
    Sample(
        "case paper: addressee, proposal behind a lead-in, signed below",
        "sv",
        """Ödeborgs kommun
Tjänsteskrivelse 2022-09-19
Dnr KS-2022/611.106

Kommunstyrelsen
Kommunfullmäktige

Kompetensutveckling varje mandatperiod

Förslag till beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta följande
1. Upplägget antas.
2. Upplägget gäller tills vidare.

Bakgrund
Kansliet har börjat om efter varje val.

Anne-Marie Ekdal
kanslichef""",
        {
            "document_type": "case_paper",
            "body": "Kommunstyrelsen",
            "meeting_date": None,
            "case_number": "KS-2022/611.106",
            "title": "Kompetensutveckling varje mandatperiod",
            "preparers": [("Anne-Marie Ekdal", "kanslichef")],
            "proposal": "1. Upplägget antas. 2. Upplägget gäller tills vidare.",
            "decision": None,
        },
    ),
    Sample(
        "case paper: the body only as the addressee, lower case",
        "sv",
        """Ödeborgs kommun
TJÄNSTEUTLÅTANDE
Barn- och utbildningsförvaltningen
Handläggare: Josef Malm
Datum: 2024-05-13
Dnr: BUN 2024/97

Till barn- och utbildningsnämnden

Plan för läsåret 2024/25

Förslag till beslut
Barn- och utbildningsnämnden godkänner planen.

Ärendet
Planen har tagits fram.""",
        {
            "document_type": "case_paper",
            "body": "barn- och utbildningsnämnden",
            "meeting_date": None,
            "case_number": "BUN 2024/97",
            "title": "Plan för läsåret 2024/25",
            "preparers": [("Josef Malm", None)],
            "proposal": "Barn- och utbildningsnämnden godkänner planen.",
        },
    ),
    Sample(
        "extract with the day in words, a motion rejected",
        "sv",
        """Utdrag ur protokoll fört vid sammanträde med kommunfullmäktige i Hedlinge måndagen den 29 november 2021

§ 141
Svar på motion om obligatorisk utbildning
KS 2021/214-109

Kommunfullmäktiges beslut
Kommunfullmäktige avslår motionen.

Yrkanden
Alva Stjern (MP) yrkar bifall till motionen.

Kommunstyrelsens förslag till kommunfullmäktige
Motionen avslås.

Expediering
Motionärerna""",
        {
            "document_type": "minutes",
            "body": "kommunfullmäktige",
            "meeting_date": "2021-11-29",
            "section": "141",
            "case_number": "KS 2021/214-109",
            "title": "Svar på motion om obligatorisk utbildning",
            "proposal": "Motionen avslås.",
            "decision": "Kommunfullmäktige avslår motionen.",
            "outcome": "rejected",
        },
    ),
)

NORWEGIAN = (
    Sample(
        "one case of a protocol, an amended decision",
        "nb",
        """Storvåg kommune
Møteprotokoll

Utvalg: Kommunestyret
Møtested: Kulturhuset
Dato: 13.12.2023
Tid: 16:00–20:35

PS 117/23 Kurs i møteledelse

Saksprotokoll i Kommunestyret

Kommunedirektørens forslag til vedtak:
Kommunestyret ber om et dagskurs torsdag 11. januar 2024.

Behandling:
Jonette Rise (V) fremmet følgende endringsforslag:
Kurset flyttes til onsdag 7. februar 2024.

Votering:
Endringsforslaget ble vedtatt med 19 mot 10 stemmer.

Vedtak:
Kommunestyret ber om et dagskurs onsdag 7. februar 2024.""",
        {
            "document_type": "minutes",
            "body": "Kommunestyret",
            "meeting_date": "2023-12-13",
            "section": "117/23",
            "title": "Kurs i møteledelse",
            "presenter": ("Kommunedirektøren", None),
            "proposal": "Kommunestyret ber om et dagskurs torsdag 11. januar 2024.",
            "decision": "Kommunestyret ber om et dagskurs onsdag 7. februar 2024.",
            "outcome": "approved_amended",
        },
    ),
    Sample(
        "case paper with a table of bodies, the last decides",
        "nb",
        """FJELLVIK KOMMUNE

Saksframlegg

Saksbehandler: Silje Marie Aune
Arkiv: FE-033
Arkivsaksnr: 23/01418-2

Saksgang
Saksnr      Utvalg              Møtedato
61/23       Formannskapet       26.09.2023
48/23       Kommunestyret       12.10.2023

Folkevalgtopplæring i perioden

Kommunedirektørens innstilling:
1. Kommunestyret vedtar opplegget.
2. Utgiftene dekkes over rammen.

Vedlegg:
1 Tilbudsbrev""",
        {
            "document_type": "case_paper",
            "body": "Kommunestyret",
            "meeting_date": "2023-10-12",
            "section": "48/23",
            "case_number": "23/01418-2",
            "title": "Folkevalgtopplæring i perioden",
            "preparers": [("Silje Marie Aune", None)],
            "proposal": "1. Kommunestyret vedtar opplegget. 2. Utgiftene dekkes over rammen.",
        },
    ),
    Sample(
        "protocol run together on one line",
        "nb",
        "Brattvåg kommune Hovedutvalg for plan og utvikling - møteprotokoll Møtedato: 28.04.2021          "
        "Møtested: Teams Saksnr. 33/21 Arkivsak 21/2047 - 1 Saksbehandler Rolf-Arne Hestad Kurs i "
        "plan- og bygningsloven for hovedutvalget Kommunedirektørens tilråding Hovedutvalget for plan og utvikling "
        "takker ja til kurset. Saksopplysninger Det er ytret ønske om mer kunnskap. Behandling Det ble "
        "stilt spørsmål. Vedtak Saken utsettes.",
        {
            "document_type": "minutes",
            "body": "Hovedutvalg for plan og utvikling",
            "meeting_date": "2021-04-28",
            "section": "33/21",
            "case_number": "21/2047 - 1",
            "title": "Kurs i plan- og bygningsloven for hovedutvalget",
            "preparers": [("Rolf-Arne Hestad", None)],
            "proposal": "Hovedutvalget for plan og utvikling takker ja til kurset.",
            "decision": "Saken utsettes.",
            "outcome": "tabled",
        },
    ),
    Sample(
        "sentence as the proposal's label, letters spaced",
        "nb",
        """Møteprotokoll
Utvalg: Formannskapet
Møtedato: 16.06.2015

Sak 40/15 Referatsaker
Arkivsaksnr.: 15/1144
Saksbehandler: Randi Solvik

Rådmannen anbefaler formannskapet å fatte slikt v e d t a k:
Referatsakene tas til etterretning.

Vedtak:
Som innstillingen.""",
        {
            "section": "40/15",
            "title": "Referatsaker",
            "presenter": ("Rådmannen", None),
            "proposal": "Referatsakene tas til etterretning.",
            "decision": "Som innstillingen.",
            "outcome": "noted",
            "effective": "proposal",
        },
    ),
    Sample(
        "two bodies with codes, the head names the council",
        "nn",
        """Austvåg kommune
Kommunestyret - møtebok 14.12.2023

Saksnr      Utval               Type   Dato
58/2023     Formannskapet       PS     30.11.2023
94/2023     Kommunestyret       PS     14.12.2023

Saksbehandlar     Arkiv          ArkivsakID
Åsmund Tveitane   FE-033         23/1780

PROGRAM FOR FOLKEVALDE

Kommunedirektøren sitt framlegg til vedtak:
Kommunestyret takkar ja til programmet.

Formannskapet - Sak 58/2023

FSK - Behandling:
Ei endring vart drøfta.

FSK - Tilråding:
Kommunestyret takkar ja til programmet.

Kommunestyret - Sak 94/2023

KST - Behandling:
Ordføraren orienterte.

KST - Vedtak:
Kommunestyret takkar ja til programmet.""",
        {
            "document_type": "minutes",
            "body": "Kommunestyret",
            "meeting_date": "2023-12-14",
            "section": "94/2023",
            "case_number": "23/1780",
            "title": "PROGRAM FOR FOLKEVALDE",
            "preparers": [("Åsmund Tveitane", None)],
            "proposal": "Kommunestyret takkar ja til programmet.",
            "decision": "Kommunestyret takkar ja til programmet.",
            "outcome": "approved",
            "handlings": [("Formannskapet", "58/2023", "approved")],
        },
    ),
    Sample(
        "short paper of a nynorsk council",
        "nn",
        """FJORDBYGD KOMMUNE
SAKSPAPIR

Sak nr: 41/26
Styre/råd/utval: Formannskapet
Møtedato: 09.06.2026
Arkivsak nr: 26/733
Saksansvarleg: Eldbjørg Nygard

MENTORORDNING FOR NYE UTVALSLEIARAR

Ordføraren sitt framlegg til vedtak:
Formannskapet opprettar ei ordning.

Kva saka gjeld
To leiarar har bede om støtte.""",
        {
            "document_type": "case_paper",
            "body": "Formannskapet",
            "meeting_date": "2026-06-09",
            "section": "41/26",
            "case_number": "26/733",
            "title": "MENTORORDNING FOR NYE UTVALSLEIARAR",
            "preparers": [("Eldbjørg Nygard", None)],
            "presenter": ("Ordføraren", None),
            "proposal": "Formannskapet opprettar ei ordning.",
        },
    ),
    Sample(
        "bodies told in sentences above their debates",
        "nb",
        """Saksframlegg
Saksbehandler: Tor Egil Brekke
Arkivsaksnr: 19/877

Salg av tomt i Kvernveien

Rådmannens innstilling:
Tomta selges.

Formannskapets behandling av sak 45/19 i møte den 12.03.2019:
Behandling:
Innstillingen ble enstemmig vedtatt.
Formannskapets innstilling:
Tomta selges.

Kommunestyrets behandling av sak 30/19 i møte den 28.03.2019:
Behandling:
Åse Kirk foreslo utsettelse.
Vedtak:
Saken utsettes.""",
        {
            "body": "Kommunestyret",
            "meeting_date": "2019-03-28",
            "section": "30/19",
            "title": "Salg av tomt i Kvernveien",
            "proposal": "Tomta selges.",
            "decision": "Saken utsettes.",
            "outcome": "tabled",
        },
    ),
)

SAMPLES = (*FINNISH, *SWEDISH, *NORWEGIAN)
