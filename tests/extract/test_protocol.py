"""Whole minutes and agendas: where their items begin and end."""

import pytest

from config.languages import load_language
from extract.dates import scan_dates
from extract.decision import SourceHints, find_decisions
from extract.decision_opening import open_item
from extract.protocol import ProtocolSection
from tests.extract.meeting_texts import SAMPLES, Sample
from tests.extract.test_decision import item_of, read

PROTOCOL = """Lunde kommune
MØTEPROTOKOLL

Utvalg: Formannskapet
Møtedato: 21.01.2020

Saksliste
PS 1/20 Godkjenning av protokoll
PS 2/20 Folkevalgtopplæring våren 2020
PS 3/20 Salg av tomt

PS 1/20 Godkjenning av protokoll
Vedtak: Protokoll fra 10.12.2019 godkjennes.

PS 2/20 Folkevalgtopplæring våren 2020
Arkivsaksnr 20/35
Saksbehandler: Marit Furu
Rådmannens innstilling
Formannskapet godkjenner programmet.
Vedtak: Formannskapet godkjenner programmet.

PS 3/20 Salg av tomt
Vedtak: Saken utsettes."""

NOTICE_AND_MINUTES = """Ketunmäen kunta
Kunnanhallitus
KOKOUSPÖYTÄKIRJA 7/2009
KOKOUSAIKA 28.09.2009 kello 18.00

Käsiteltävät asiat
72 § KOKOUKSEN LAILLISUUS Sivu 131
74 § LUOTTAMUSHENKILÖIDEN
KOULUTUSPÄIVÄ Sivu 134
75 § LOMA Sivu 135

72 § KOKOUKSEN LAILLISUUS

Ehdotus: Kokous todetaan lailliseksi.

Kunnanhallitus: Todettiin.

74 § LUOTTAMUSHENKILÖIDEN KOULUTUSPÄIVÄ

Koulutuspäiväksi sopisi lauantai 10.10.

Ehdotus (kunnanjohtaja): Kunnanhallitus päättää ajankohdan.

Kunnanhallitus: Koulutus pidetään lauantaina."""

RUNNING = (
    "Møteinnkalling formannskapet\n\n1 Lunde kommune MØTEINNKALLING Utvalg: Formannskapet Møtested: "
    "Rådhuset Møtedato: 16.06.2015 Tid: 09:00 SAKSLISTE Saksnr. Arkivsaksnr. Tittel 40/15 15/1144 "
    "REFERATSAKER 41/15 15/1130 SALG AV TOMT TIL BOLIGER Hans Oddvik Ordfører\n\n"
    "2 Sak 40/15 REFERATSAKER Saksbehandler: Randi Solvik Arkiv: 033 Arkivsaksnr.: 15/1144 Saksnr.: "
    "Utvalg Møtedato 40/15 Formannskapet Rådmannens innstilling: Referatsakene tas til orientering. Side "
    "2 av 43\n\n3 Sak 41/15 SALG AV TOMT TIL BOLIGER Saksbehandler: Rannveig Moen Arkivsaksnr.: 15/1130 "
    "Innstilling: Tomta selges. Bakgrunn: Det er behov for boliger i kommunen."
)

SWEDISH = (
    "Sammanträdesprotokoll kommunstyrelsen\n\n"
    "1 1(20) Plats och tid Ödesalen, kl 13.00 Paragrafer 38-40 ANSLAG/BEVIS Protokollet är justerat. "
    "Organ Kommunstyrelsen Sammanträdesdatum 2016-03-09 Förvaringsplats för protokollet Kansliet, "
    "kommunhuset i Ödeborg, andra våningen till höger om trappan\n\n"
    "2 2(20) Innehållsförteckning § 38 Fastställande av dagordning 3 § 40 Utbildning för förtroendevalda "
    "5\n\n3 3(20) KS § 38 Fastställande av dagordning Beslut Dagordningen fastställs. Ärendet "
    "Ordföranden går igenom dagordningen för dagens sammanträde.\n\n"
    "4 4(20) KS § 40 Dnr KS 2016/45 Utbildning för förtroendevalda Beslut Kommunstyrelsen godkänner "
    "programmet. Beslutet skickas till Kansliet"
)


def split(language: str, text: str) -> tuple[ProtocolSection, ...]:
    """Return the sections of a text."""
    words = load_language(language)
    found = open_item(item_of(text), scan_dates(text, words.dates), words.decision).sections
    return found if len(found) > 1 else ()


def told(sections: tuple[ProtocolSection, ...]) -> list[tuple[str | None, str | None, bool]]:
    """Return number, title and whether a section is only listed."""
    return [
        (one.number.value if one.number else None, one.title.value if one.title else None, one.listed)
        for one in sections
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "nb",
            PROTOCOL,
            [
                ("1/20", "Godkjenning av protokoll", False),
                ("2/20", "Folkevalgtopplæring våren 2020", False),
                ("3/20", "Salg av tomt", False),
            ],
            id="list, then items with text",
        ),
        pytest.param(
            "fi",
            NOTICE_AND_MINUTES,
            [
                ("72", "KOKOUKSEN LAILLISUUS", False),
                ("74", "LUOTTAMUSHENKILÖIDEN KOULUTUSPÄIVÄ", False),
                ("75", "LOMA", True),
            ],
            id="an item that is only listed, a listed title over two lines",
        ),
        pytest.param(
            "nb",
            RUNNING,
            [("40/15", "REFERATSAKER", False), ("41/15", "SALG AV TOMT TIL BOLIGER", False)],
            id="a page a line",
        ),
        pytest.param(
            "sv",
            SWEDISH,
            [("38", "Fastställande av dagordning", False), ("40", "Utbildning för förtroendevalda", False)],
            id="signs within running text",
        ),
    ],
)
def test_finds_the_items_of_a_meeting(
    language: str, text: str, expected: list[tuple[str | None, str | None, bool]]
) -> None:
    """Each item is found once, with its text where there is one and under the name that the list gives it."""
    assert told(split(language, text)) == expected


def test_extents_hold_the_items_and_nothing_of_their_neighbours() -> None:
    """A section reaches from its own head to the next one's."""
    first, second, third = split("nb", PROTOCOL)
    assert PROTOCOL[slice(*second.span)].startswith("PS 2/20 Folkevalgtopplæring")
    assert PROTOCOL[slice(*second.span)].rstrip().endswith("Formannskapet godkjenner programmet.")
    assert first.span[1] == second.span[0]
    assert third.span[1] == len(PROTOCOL)


def test_every_item_inherits_body_and_day_of_the_cover() -> None:
    """The head that all items share is told as inherited for each."""
    found = read(PROTOCOL, "nb").all
    assert {(one.body.value, one.body.how) for one in found if one.body} == {("Formannskapet", "inherited")}
    assert {one.meeting_date.value.isoformat() for one in found if one.meeting_date} == {"2020-01-21"}
    assert [one.outcome.value if one.outcome else None for one in found] == ["approved", "approved", "tabled"]


def test_the_body_may_label_its_decision() -> None:
    """Old minutes print "Kunnanhallitus:" where others print "Päätös:"."""
    decisions = [one.decision.value if one.decision else None for one in read(NOTICE_AND_MINUTES, "fi").all]
    assert decisions == ["Todettiin.", "Koulutus pidetään lauantaina.", None]


def test_items_of_running_text_keep_their_own_fields() -> None:
    """Preparer, case number and proposal belong to the page that names them."""
    first, second = read(RUNNING, "nb").all
    assert [person.name.value for person in first.preparers] == ["Randi Solvik"]
    assert first.proposal is not None
    assert first.proposal.value == "Referatsakene tas til orientering."
    assert second.case_number is not None
    assert second.case_number.value == "15/1130"


def test_a_paper_behind_an_agenda_belongs_to_the_item_with_its_case_number() -> None:
    """A Swedish notice carries the papers of its items on the pages behind the list."""
    text = (
        "1 Kallelse Kommunstyrelsen Tid: kl. 13:30 Plats: Forumsalen Föredragningslista Ärende Dnr "
        "Föredragande "
        "1. Uppföljning av utbildning KS/2016:213 Kl Maud Walt 2. Medborgarförslag om promenad "
        "KS/2015:97 3. Övrigt "
        "Tranås, Crister Pers Ordförande Ida Josefs Processekreterare som skriver protokollet vid "
        "sammanträdet i dag\n\n"
        "2 Vår ref: Pernilla Kron Sektionschef Datum: Dnr: KS/2016:213 Uppföljning av utbildning för "
        "förtroendevalda "
        "Förslag till beslut Noterar informationen Beslutsmotivering Utbildningen är genomförd under "
        "året som gått."
    )
    first = read(text, "sv").own
    assert first is not None
    assert first.proposal is not None
    assert first.proposal.value == "Noterar informationen"
    assert first.title is not None
    assert first.title.value == "Uppföljning av utbildning"
    assert first.section is None


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_a_page_with_one_item_is_not_split(sample: Sample) -> None:
    """Earlier bodies' treatments, points and tables make no sections."""
    assert split(sample.language, sample.text) == ()


def test_rules_with_sections_are_no_minutes() -> None:
    """A page of rules numbers its sections too, but nothing is proposed or decided in it."""
    text = (
        "III OSA Valtuusto\n\n88 § Valtuuston toiminta\n\n"
        "Puheenjohtaja kutsuu koolle.\n\n89 § Ryhmät\n\n"
        "Ryhmä ilmoitetaan."
    )
    words = load_language("fi")
    assert find_decisions(item_of(text), (), words, SourceHints()).own is None
