"""Made-up decisions of earlier years, as extraction would hand them on, for drafts that are built on them."""

import datetime as dt
from collections.abc import Iterable, Mapping

from export.basis import Basis
from records.council import Country
from records.dates import DateFinding
from records.decision import Decision, Effective
from records.document import DocumentRecord, Origin, Relevance
from records.programme import Coded, Cost, Named, Programme, Session
from tests.export.made import at, evidence_of

LEHTORANTA = """Lehtorannan kunta
Kunnanhallitus 3.6.2024 § 88

Luottamushenkilöiden koulutusohjelma 2024
LRK/45/00.02/2024

Valmistelija: hallintopäällikkö Aino Lehtimaa

Kunnanhallitus on sopinut valtuustoryhmien kanssa, että jokainen ryhmä saa samat tiedot. Ohjelma tehdään \
yhdessä Kuntaverkoston kanssa. Koulutus maksaa kunnalle 2 450 euroa. Ilmoittautumiset ottaa vastaan \
Aino Lehtimaa, aino.lehtimaa@lehtoranta.example. Kuntalain mukaan valtuutetulla on oikeus koulutukseen.

Perehdytysilta pidetään keskiviikkona 4.9.2024 klo 17-19 valtuustosalissa.

Esteellisyys ja hyvä hallinto 25.9.2024 klo 17-19.

Päätösehdotus
1. Kunnanhallitus hyväksyy koulutusohjelman vuodelle 2024.
2. Kunnanhallitus varaa koulutukseen 2 450 euroa.

Käsittely
Ehdotusta kannatettiin laajasti keskustelussa.

Päätös
Kunnanhallitus hyväksyi ehdotuksen.
"""

KUUSIRANTA = """Kuusirannan kaupunki
Kaupunginhallitus 10.2.2025 § 31

Valtuutettujen perehdytys 2025

Kuusirannan uudet valtuutetut perehdytetään tehtäväänsä kahtena iltana. Kouluttajana toimii \
Ristolan Opisto Oy.

Perehdytysilta pidetään 12.3.2025 klo 18-20 kirjastossa.

Talousarvion lukeminen 26.3.2025 klo 18-20.

Päätösehdotus
Kaupunginhallitus päättää järjestää perehdytyksen.

Päätös
Ehdotus hyväksyttiin.
"""

GRANAASEN = """Granåsen kommune
Formannskapet 14.11.2023 sak 61/23

Folkevalgtopplæring 2023-2027

Nyvalgte representanter får to kurskvelder på rådhuset. Opplæringen koster kr 38 000.

Møteledelse 9.1.2024 kl. 18-20.

Forslag til vedtak
Formannskapet vedtar opplæringsplanen.

Vedtak
Formannskapet vedtok planen enstemmig.
"""

EKHAMRA = """Ekhamra kommun
Kommunstyrelsen 2023-02-06 § 12

Utbildning för förtroendevalda 2023

Förvaltningen har tagit fram ett utbildningsprogram tillsammans med Länsnätverket. Kostnaden är 54 000 kronor.

Mötesteknik tisdag 14 mars 2023 kl. 17.30-19.00.

Förslag till beslut
Kommunstyrelsen antar utbildningsprogrammet för 2023.

Beslut
Kommunstyrelsen beslutar enligt förslaget.
"""


def lehtoranta() -> Basis:
    """Return a programme of Lehtoranta's board in Finnish, which names a person and tells her address."""
    text = LEHTORANTA
    record = _record(
        text,
        ("Lehtorannan kunta", "FI", "fi"),
        _decision(
            text,
            "Kunnanhallitus",
            dt.date(2024, 6, 3),
            "88",
            "Luottamushenkilöiden koulutusohjelma 2024",
            "Kunnanhallitus hyväksyy koulutusohjelman vuodelle 2024.",
        ),
        (
            _session("Perehdytysilta", dt.date(2024, 9, 4), "17:00/19:00", "valtuustosalissa"),
            _session("Esteellisyys ja hyvä hallinto", dt.date(2024, 9, 25), "17:00/19:00", None),
        ),
        organisers=("Kuntaverkoston",),
        cost=("2 450 euroa", 2450, "EUR"),
        topics={"disqualification": "Esteellisyys"},
        quotes={
            "/decision/section": "88",
            "/decision/case_number": "LRK/45/00.02/2024",
            "/decision/proposal": text[text.index("1. Kunnan") : text.index("\n\nKäsittely")],
            "/programmes/0/sessions/0/place": "valtuustosalissa",
        },
        dates=("keskiviikkona 4.9.2024 klo 17-19", "25.9.2024 klo 17-19", "3.6.2024", "vuodelle 2024"),
    )
    name = text.index("Aino Lehtimaa, aino")
    names = (name, name + len("Aino Lehtimaa")), at(text, "aino.lehtimaa@lehtoranta.example")
    return Basis("lehtoranta:1#0", record, 0, names)


def kuusiranta() -> Basis:
    """Return a programme of another council in Finnish, one of whose sessions is worded as Lehtoranta's."""
    text = KUUSIRANTA
    record = _record(
        text,
        ("Kuusirannan kaupunki", "FI", "fi"),
        _decision(
            text,
            "Kaupunginhallitus",
            dt.date(2025, 2, 10),
            "31",
            "Valtuutettujen perehdytys 2025",
            "Kaupunginhallitus päättää järjestää perehdytyksen.",
        ),
        (
            _session("Perehdytysilta", dt.date(2025, 3, 12), "18:00/20:00", "kirjastossa"),
            _session("Talousarvion lukeminen", dt.date(2025, 3, 26), "18:00/20:00", None),
        ),
        providers=("Ristolan Opisto Oy",),
        topics={"economy_and_budget": "Talousarvion lukeminen"},
        quotes={"/programmes/0/sessions/0/place": "kirjastossa"},
        dates=("12.3.2025 klo 18-20", "26.3.2025 klo 18-20"),
    )
    return Basis("kuusiranta:1#0", record, 0)


def granaasen() -> Basis:
    """Return a programme of a Norwegian council in Bokmål."""
    text = GRANAASEN
    record = _record(
        text,
        ("Granåsen kommune", "NO", "nb"),
        _decision(
            text,
            "Formannskapet",
            dt.date(2023, 11, 14),
            "61/23",
            "Folkevalgtopplæring 2023-2027",
            "Formannskapet vedtar opplæringsplanen.",
        ),
        (_session("Møteledelse", dt.date(2024, 1, 9), "18:00/20:00", None),),
        cost=("kr 38 000", 38000, "NOK"),
        topics={"chairing": "Møteledelse"},
        dates=("9.1.2024 kl. 18-20",),
        term="2023/2027",
        quotes={"/programmes/0/term": "2023-2027"},
    )
    return Basis("granaasen:1#0", record, 0)


def ekhamra() -> Basis:
    """Return a programme of a Swedish council."""
    text = EKHAMRA
    record = _record(
        text,
        ("Ekhamra kommun", "SE", "sv"),
        _decision(
            text,
            "Kommunstyrelsen",
            dt.date(2023, 2, 6),
            "12",
            "Utbildning för förtroendevalda 2023",
            "Kommunstyrelsen antar utbildningsprogrammet för 2023.",
        ),
        (_session("Mötesteknik", dt.date(2023, 3, 14), "17:30/19:00", None),),
        organisers=("Länsnätverket",),
        cost=("54 000 kronor", 54000, "SEK"),
        topics={"meeting_procedure": "Mötesteknik"},
        dates=("tisdag 14 mars 2023 kl. 17.30-19.00",),
    )
    return Basis("ekhamra:1#0", record, 0)


def _session(title: str, day: dt.date, time: str, place: str | None) -> Session:
    return Session(title=title, edtf=day.isoformat(), start=day, end=day, time=time, place=place, span=(0, 0))


def _decision(text: str, body: str, day: dt.date, section: str, title: str, proposal: str) -> Decision:
    return Decision(
        document_type="minutes",
        body=body,
        meeting_date=day,
        section=section,
        title=title,
        proposal=proposal,
        effective=Effective(text=proposal, origin="proposal", span=at(text, proposal)),
        outcome="approved",
    )


def _record(
    text: str,
    origin: tuple[str, Country, str],
    decision: Decision,
    sessions: tuple[Session, ...],
    *,
    organisers: tuple[str, ...] = (),
    providers: tuple[str, ...] = (),
    cost: tuple[str, float, str] | None = None,
    topics: Mapping[str, str],
    quotes: Mapping[str, str] | None = None,
    dates: Iterable[str] = (),
    term: str | None = None,
) -> DocumentRecord:
    publisher, country, language = origin
    times = tuple(dates)
    pointed = {
        "/decision/body": decision.body or "",
        "/decision/title": decision.title or "",
        "/decision/proposal": decision.proposal or "",
        "/programmes/0/title": decision.title or "",
        **{f"/programmes/0/sessions/{n}/title": each.title or "" for n, each in enumerate(sessions)},
        **{f"/programmes/0/sessions/{n}/edtf": times[n] for n in range(len(sessions))},
        **(quotes or {}),
    }
    costs = (
        (Cost(kind="fee", amount=cost[1], currency=cost[2], text=cost[0], span=at(text, cost[0])),)
        if cost
        else ()
    )
    programme = Programme(
        title=decision.title,
        kind="plan",
        decision=0,
        term=term,
        organisers=tuple(Named(name=name, span=at(text, name)) for name in organisers),
        providers=tuple(Named(name=name, span=at(text, name)) for name in providers),
        topics=tuple(Coded(code=code, span=at(text, quote)) for code, quote in topics.items()),
        sessions=tuple(_placed(text, each, times[n], topics) for n, each in enumerate(sessions)),
        costs=costs,
    )
    return DocumentRecord(
        source=Origin(publisher=publisher, country=country, url=f"https://{language}.example/1"),
        document_type="minutes",
        language=language,
        text=text,
        relevance=Relevance(is_programme=True, score=1),
        decision=decision,
        programmes=(programme,),
        dates=tuple(DateFinding(text=told, span=at(text, told), edtf="2024-01-01") for told in times),
        evidence=evidence_of(text, pointed),
    )


def _placed(text: str, session: Session, time: str, topics: Mapping[str, str]) -> Session:
    start = at(text, session.title or "")[0]
    told = tuple(code for code, quote in topics.items() if quote in (session.title or ""))
    return session.model_copy(update={"span": (start, at(text, time)[1]), "topics": told})
