"""Made-up documents of made-up councils, as extraction would hand them on."""

import datetime as dt
from collections.abc import Mapping

from config.codes import load_codes
from export.basis import Basis
from records.base import Span
from records.decision import Decision, Effective
from records.document import DocumentRecord, Origin, Relevance
from records.draft import Trigger
from records.evidence import Evidence
from records.programme import Coded, Cost, Named, Programme, Session

MADE_AT = dt.datetime(2025, 11, 22, 2, 31, tzinfo=dt.UTC)
TRIGGER = Trigger(kind="watched", key="made:main:1#0", made_at=MADE_AT)

FINNISH = """Kaupunginhallitus
Pöytäkirja 24.02.2025/Pykälä 71

Luottamushenkilöiden koulutus 2025

Kaupunginhallitus 24.02.2025 § 71
123/01.03.00/2025

Valmistelija: hallintojohtaja Aino Lehtimaa

Uusille luottamushenkilöille järjestetään peruskoulutus toukokuun alussa valtuustosalissa. Aiheina ovat \
kuntalain ydinkohdat, esteellisyys ja kokousmenettely.

Kuntaverkosto järjestää syksyllä 2025 kaksi iltaa: 3.9. kello 17-19 luottamushenkilön rooli ja 8.10. \
kello 17-19 päätöksentekoprosessi. Osallistuminen maksaa 120 euroa henkilöltä.

Valtuustokauden 2025-2029 kaksipäiväinen aloitusseminaari pidetään elo-syyskuussa 2025. Lisäksi on \
opintopolku, johon voi tutustua omaan tahtiin.

Päätösehdotus Kaupunginhallitus merkitsee koulutusohjelman tiedoksi.

Päätös Kaupunginhallitus merkitsi koulutusohjelman tiedoksi.
"""


def names_in(language: str) -> dict[str, str]:
    """Return the names of all codes in a language, as the pipeline hands them to drafts."""
    return load_codes().names_in(language)


def basis_of(record: DocumentRecord, programme: int | None = 0) -> Basis:
    """Return a record's programme as something to make a draft from."""
    return Basis("made:main:1#0", record, programme)


def at(text: str, quote: str) -> Span:
    """Return where a quote stands in a text, the first time."""
    start = text.index(quote)
    return start, start + len(quote)


def evidence_of(text: str, quotes: Mapping[str, str]) -> dict[str, Evidence]:
    """Return evidence for pointers by their quotes; a quote that begins with "~" is inherited."""
    return {
        pointer: Evidence(
            spans=(at(text, quote.removeprefix("~")),),
            rule="made",
            how="inherited" if quote.startswith("~") else "stated",
        )
        for pointer, quote in quotes.items()
    }


def finnish_record() -> DocumentRecord:
    """Return an item of Kuusiranta's board with a programme of four sessions."""
    text = FINNISH
    return DocumentRecord(
        source=Origin(
            url="https://kuusiranta.example/cgi/DREQUEST.PHP?page=meetingitem&id=20251-7",
            system="dynasty",
            publisher="Kuusirannan kaupunki",
            publisher_type="municipality",
            country="FI",
            retrieved_at=dt.datetime(2025, 2, 27, 1, 2, tzinfo=dt.UTC),
        ),
        document_type="minutes",
        language="fi",
        text=text,
        relevance=Relevance(is_programme=True, score=0.98),
        decision=_finnish_decision(),
        programmes=(_finnish_programme(),),
        evidence=evidence_of(text, _FINNISH_QUOTES),
    )


def _finnish_decision() -> Decision:
    decided = "Kaupunginhallitus merkitsi koulutusohjelman tiedoksi."
    return Decision(
        document_type="minutes",
        body="Kaupunginhallitus",
        meeting_date=dt.date(2025, 2, 24),
        section="71",
        case_number="123/01.03.00/2025",
        title="Luottamushenkilöiden koulutus 2025",
        proposal="Kaupunginhallitus merkitsee koulutusohjelman tiedoksi.",
        decision=decided,
        effective=Effective(text=decided, origin="decision", span=at(FINNISH, decided)),
        outcome="noted",
    )


def _finnish_programme() -> Programme:
    def coded(**codes: str) -> tuple[Coded, ...]:
        return tuple(Coded(code=code, span=at(FINNISH, quote)) for code, quote in codes.items())

    cost = Cost(
        kind="participation",
        amount=120,
        currency="EUR",
        text="Osallistuminen maksaa 120 euroa henkilöltä",
        span=at(FINNISH, "Osallistuminen maksaa 120 euroa henkilöltä"),
    )
    return Programme(
        title="Luottamushenkilöiden koulutus 2025",
        kind="plan",
        decision=0,
        term="2025/2029",
        organisers=(Named(name="Kuntaverkosto", span=at(FINNISH, "Kuntaverkosto")),),
        audiences=coded(new_members="Uusille luottamushenkilöille"),
        topics=coded(
            municipal_law="kuntalain ydinkohdat",
            disqualification="esteellisyys",
            meeting_procedure="kokousmenettely",
            roles_and_responsibilities="luottamushenkilön rooli",
        ),
        sessions=_finnish_sessions(),
        cost=cost,
        costs=(cost,),
    )


def _finnish_sessions() -> tuple[Session, ...]:
    return (
        Session(
            title="peruskoulutus",
            edtf="2025-05",
            place="valtuustosalissa",
            format="in_person",
            audiences=("new_members",),
            topics=("municipal_law", "disqualification", "meeting_procedure"),
            span=at(FINNISH, FINNISH[FINNISH.index("Uusille") : FINNISH.index("Kuntaverkosto")].strip()),
        ),
        Session(
            title="luottamushenkilön rooli",
            edtf="2025-09-03",
            time="17:00/19:00",
            duration_hours=2,
            organisers=("Kuntaverkosto",),
            topics=("roles_and_responsibilities",),
            span=at(FINNISH, "3.9. kello 17-19 luottamushenkilön rooli"),
        ),
        Session(
            title="kaksipäiväinen aloitusseminaari",
            edtf="2025-08/2025-09",
            duration_days=2,
            span=at(FINNISH, "kaksipäiväinen aloitusseminaari pidetään elo-syyskuussa 2025"),
        ),
        Session(
            title="opintopolku",
            format="self_study",
            span=at(FINNISH, "opintopolku, johon voi tutustua omaan tahtiin"),
        ),
    )


_FINNISH_QUOTES = {
    "/language": "Kaupunginhallitus",
    "/decision/body": "Kaupunginhallitus",
    "/decision/meeting_date": "24.02.2025",
    "/decision/section": "71",
    "/decision/case_number": "123/01.03.00/2025",
    "/decision/title": "Luottamushenkilöiden koulutus 2025",
    "/decision/decision": "Kaupunginhallitus merkitsi koulutusohjelman tiedoksi.",
    "/decision/outcome": "merkitsi koulutusohjelman tiedoksi",
    "/programmes/0/title": "Luottamushenkilöiden koulutus 2025",
    "/programmes/0/kind": "Luottamushenkilöiden koulutus 2025",
    "/programmes/0/term": "Valtuustokauden 2025-2029",
    "/programmes/0/sessions/0/title": "peruskoulutus",
    "/programmes/0/sessions/0/edtf": "~toukokuun alussa",
    "/programmes/0/sessions/0/place": "valtuustosalissa",
    "/programmes/0/sessions/1/title": "luottamushenkilön rooli",
    "/programmes/0/sessions/1/edtf": "~3.9.",
    "/programmes/0/sessions/1/time": "kello 17-19",
    "/programmes/0/sessions/2/title": "kaksipäiväinen aloitusseminaari",
    "/programmes/0/sessions/2/edtf": "elo-syyskuussa 2025",
    "/programmes/0/sessions/3/title": "opintopolku",
}


NORWEGIAN = """Kurs for folkevalgte

Fjordnettverket tilbyr to kurs for nye kommunestyrer.

Møteledelse: lørdag 6. september 2025 kl. 09.30-15.00 på Granåsen hotell. Påmeldingsfrist 20. august 2025.

Økonomistyring for folkevalgte, nettkurs i november og desember 2025.

Oppfriskning hvert år i februar.

Deltakelse koster 1 450 kroner per person.
"""


def norwegian_offer() -> DocumentRecord:
    """Return an ordinary page on which a provider offers courses."""
    text = NORWEGIAN
    return DocumentRecord(
        source=Origin(
            url="https://fjordnettverket.example/kurs",
            publisher="Fjordnettverket",
            publisher_type="provider",
            country="NO",
            retrieved_at=dt.datetime(2025, 6, 2, tzinfo=dt.UTC),
        ),
        document_type="page",
        language="nb",
        text=text,
        relevance=Relevance(is_programme=True, score=0.9),
        programmes=(_norwegian_programme(),),
        evidence=evidence_of(
            text,
            {
                "/programmes/0/title": "Kurs for folkevalgte",
                "/programmes/0/kind": "tilbyr",
                "/programmes/0/sessions/0/title": "Møteledelse",
                "/programmes/0/sessions/0/edtf": "lørdag 6. september 2025",
                "/programmes/0/sessions/0/time": "kl. 09.30-15.00",
                "/programmes/0/sessions/0/registration_deadline": "20. august 2025",
                "/programmes/0/sessions/1/title": "Økonomistyring for folkevalgte",
                "/programmes/0/sessions/1/edtf": "november og desember 2025",
                "/programmes/0/sessions/2/title": "Oppfriskning",
                "/programmes/0/sessions/2/recurring": "hvert år i februar",
            },
        ),
    )


def _norwegian_programme() -> Programme:
    cost = "Deltakelse koster 1 450 kroner per person"
    return Programme(
        title="Kurs for folkevalgte",
        kind="offer",
        organisers=(Named(name="Fjordnettverket", span=at(NORWEGIAN, "Fjordnettverket")),),
        audiences=(Coded(code="new_members", span=at(NORWEGIAN, "nye kommunestyrer")),),
        topics=(
            Coded(code="chairing", span=at(NORWEGIAN, "Møteledelse")),
            Coded(code="economy_and_budget", span=at(NORWEGIAN, "Økonomistyring")),
        ),
        sessions=(
            Session(
                title="Møteledelse",
                edtf="2025-09-06",
                time="09:30/15:00",
                place="Granåsen hotell",
                format="in_person",
                registration_deadline="2025-08-20",
                topics=("chairing",),
                span=at(
                    NORWEGIAN, "Møteledelse: lørdag 6. september 2025 kl. 09.30-15.00 på Granåsen hotell"
                ),
            ),
            Session(
                title="Økonomistyring for folkevalgte",
                edtf="2025-11/2025-12",
                format="online",
                topics=("economy_and_budget",),
                span=at(NORWEGIAN, "Økonomistyring for folkevalgte, nettkurs i november og desember 2025"),
            ),
            Session(
                title="Oppfriskning",
                recurring="P1Y",
                month=2,
                span=at(NORWEGIAN, "Oppfriskning hvert år i februar"),
            ),
        ),
        costs=(Cost(kind="participation", amount=1450, currency="NOK", text=cost, span=at(NORWEGIAN, cost)),),
    )
