"""Made-up items of Norwegian meetings, Bokmål and Nynorsk; no council, person or number is real."""

from tests.extract.meeting_sample import Sample

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
        "plan- og bygningsloven for hovedutvalget Kommunedirektørens tilråding Hovedutvalget for "
        "plan og utvikling "
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
