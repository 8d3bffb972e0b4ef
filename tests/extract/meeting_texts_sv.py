"""Made-up items of Swedish meetings, in Sweden and Finland; no council, person or number is real."""

from tests.extract.meeting_sample import Sample

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
        "KOMMUNSTYRELSENS BESLUT Ärendet återremitteras till kansliet för ny beredning. Ärendet "
        "Presidiet har "
        "tagit initiativ till ett seminarium. Förslag till beslut Arbetsutskottets förslag: Kommunstyrelsen "
        "genomför seminariet. Yrkanden Göte Lind (KD) yrkar återremiss. Reservation Elsie Tapp (S) "
        "reserverar sig.",
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
        "Utdrag ur protokoll fört vid sammanträde med kommunfullmäktige i Hedlinge måndagen den 29 "
        "november 2021\n\n§ 141\nSvar på motion om obligatorisk utbildning\nKS 2021/214-109\n\n"
        "Kommunfullmäktiges beslut\nKommunfullmäktige avslår motionen.\n\n"
        "Yrkanden\nAlva Stjern (MP) yrkar bifall till motionen.\n\n"
        "Kommunstyrelsens förslag till kommunfullmäktige\nMotionen avslås.\n\n"
        "Expediering\nMotionärerna",
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
