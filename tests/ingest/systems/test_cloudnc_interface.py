"""CloudNC's interface of 2017: nodes, contents and named values, as it answered."""

import datetime as dt
import json

import pytest

from ingest.systems import cloudnc
from ingest.systems.base import Horizon
from records.council import Base, Council, Source
from records.errors import LayoutChanged, ParagrafError, ReadError
from records.item import Item
from records.page import FeedEntry
from tests.ingest.systems.pages import Site, page

API = "http://salmela.example/api/opennc/v1"
CONTENTS = f"{API}/Contents()?$filter=Classifications/any(f:f/NodeId%20eq%20{{}})"
SOURCE = Source(
    id="salmela",
    system="cloudnc",
    council=Council(name="Salmelan kaupunki", country="FI"),
    bases=(Base(id="main", url=f"{API}/"),),
    language="fi",
)
ADDRESS = f"{API}/Contents(57)/ExtendedProperties"
ENTRY = FeedEntry(
    url=ADDRESS,
    title="Koulutus",
    base_id="main",
    native_id="57",
    body="Kaupunginvaltuusto",
    meeting_date=dt.date(2016, 9, 19),
)
EARLIER = [
    {
        "Party": "Kaupunginhallitus",
        "Article": 210,
        "MeetingDate": "/Date(1472763600000)/",
        "DescisionProposal": "<p>Esitet&auml;&auml;n.</p>",
        "Descision": "<p>Ehdotus hyv&auml;ksyttiin.</p>",
        "Votings": [],
    }
]


def node(number: int, name: str, kind: int = 150) -> dict[str, object]:
    """Return a node with one name in Finnish and another in Swedish."""
    names = [{"LanguageId": 3, "Name": f"sv {name}"}, {"LanguageId": 1, "Name": name}]
    return {"NodeId": number, "ParentId": 1, "Names": names, "Type": kind, "Date": "2016-09-16T09:31:02"}


def content(number: int, subject: str, kind: int = 7, language: int = 1) -> dict[str, object]:
    """Return a content as lists show it."""
    classes = [{"NodeId": 59, "NodeName": "Internet", "Type": kind}]
    return {"ContentId": number, "Subject": subject, "LanguageId": language, "Classifications": classes}


def told(*values: dict[str, object], more: str | None = None) -> str:
    """Return an answer."""
    answer: dict[str, object] = {"odata.metadata": f"{API}/$metadata", "value": list(values)}
    return json.dumps(answer | ({"odata.nextLink": more} if more else {}))


def site() -> Site:
    """Return an interface with one body of two meetings, and office-holders that nobody follows."""
    return Site(
        {
            f"{API}/Nodes": told(node(1, "Toimielimet", 0), node(2, "Viranhaltijat", 0)),
            f"{API}/Nodes(1)/SubNodes()": told(node(10, "Kaupunginhallitus")),
            f"{API}/Nodes(10)/SubNodes()": told(node(11, "Kokoukset", 0)),
            f"{API}/Nodes(11)/SubNodes()": told(node(12, "Kokous 5.9.2016"), node(13, "Kokous 12.9.2016")),
            CONTENTS.format(12): told(content(57, "Vanha")),
            CONTENTS.format(13): told(
                content(60, "Kansi", kind=43), content(61, " Koulutus "), more=f"{API}/Contents()?$skip=2"
            ),
            f"{API}/Contents()?$skip=2": told(content(62, "Kurs", language=3), content(63, "Talous")),
        },
        "application/json",
    )


def properties(**values: str) -> str:
    """Return the named values of an item."""
    named: list[dict[str, object]] = [
        {"Id": 1, "Name": name, "Text": text, "Number": None} for name, text in values.items()
    ]
    return told(*named)


def read(**values: str) -> Item:
    """Return the item with these values."""
    (item,) = cloudnc.read(page(ADDRESS, properties(**values), "application/json"), SOURCE, ENTRY)
    return item


def test_bodies_meetings_and_contents_are_followed() -> None:
    """Covers and other languages are no items; a list that the answer cuts is followed to its end."""
    asked = site()
    entries = cloudnc.discover(SOURCE, asked.fetch, Horizon(dt.date(2016, 1, 1))).entries

    assert [(one.native_id, one.subject, one.meeting_date) for one in entries] == [
        ("61", "Koulutus", dt.date(2016, 9, 12)),
        ("63", "Talous", dt.date(2016, 9, 12)),
        ("57", "Vanha", dt.date(2016, 9, 5)),
    ]
    assert {one.body for one in entries} == {"Kaupunginhallitus"}
    assert entries[0].url == f"{API}/Contents(61)/ExtendedProperties"
    assert f"{API}/Nodes(2)/SubNodes()" not in asked.asked


def test_meetings_are_followed_down_to_a_known_item() -> None:
    """The newest meeting is asked for first, in whatever order the nodes stand."""
    asked = site()
    cloudnc.discover(SOURCE, asked.fetch, Horizon(known=lambda entry: entry.native_id == "61"))

    assert CONTENTS.format(12) not in asked.asked


def test_an_item_is_printed_as_the_pages_print_it() -> None:
    """Head, parts under CloudNC's captions, persons with their titles, the presenter with the proposal."""
    item = read(
        Name="Luottamushenkilöiden koulutus",
        Article="8",
        CaseNativeId="SAL:1/00.01/2016",
        Draftsmans="Aino Ask;#Sihteeri;#;#aino@salmela.example;#!#Bo Ek;#lakimies;#;#;#",
        Description="<p>Koulutus &amp; kurssit<br />syksyll&auml;.</p>",
        Decisionproposal="<p>P&auml;&auml;tet&auml;&auml;n j&auml;rjest&auml;&auml;.</p>",
        Presenters="Pia Lammi;#Johtaja;#;#;#",
        Decision="Hyv&auml;ksyttiin.",
        Inform="Kaikki",
    )

    assert item.text.replace("\n\n", "\n").split("\n") == [
        "Kaupunginvaltuusto, kokous 19.9.2016",
        "§ 8 Luottamushenkilöiden koulutus",
        "Diaarinumero: SAL:1/00.01/2016",
        "Valmistelija",
        "Aino Ask, Sihteeri, aino@salmela.example",
        "Bo Ek, lakimies",
        "Kuvaus",
        "Koulutus & kurssit",
        "syksyllä.",
        "Ehdotus",
        "Esittelijä",
        "Pia Lammi, Johtaja",
        "Päätetään järjestää.",
        "Päätös",
        "Hyväksyttiin.",
        "Tiedoksi",
        "Kaikki",
    ]
    assert item.title == "Luottamushenkilöiden koulutus"


def test_earlier_treatments_come_with_body_day_and_section() -> None:
    """Keys are misspelt, moments count from 1970; midnight in Finland is the day before in UTC."""
    text = read(Name="Koulutus", Article="8", HistoryTopics=json.dumps(EARLIER)).text

    assert "Aikaisempi käsittely\n\nKaupunginhallitus 2.9.2016 § 210\n\nEhdotus\n\nEsitetään." in text


@pytest.mark.parametrize("history", ["", "[]", "not JSON", '{"Party": []}', "[" * 3000])
def test_a_history_that_is_none(history: str) -> None:
    """What cannot be read as treatments tells none."""
    assert "Ehdotus" not in read(Name="Koulutus", Article="8", HistoryTopics=history).text


def test_attachments_lie_on_the_same_host() -> None:
    """Their links are markup with addresses relative to the site; their names stand in the text."""
    link = "<a href='download.aspx?ID=7&amp;GUID={ab-1}' target='_blank'> Kartta.pdf</a>"
    item = read(Name="Koulutus", Article="8", Attachments=link)

    (attachment,) = item.attachments
    assert attachment.title == "Kartta.pdf"
    assert attachment.url == "http://salmela.example/download.aspx?GUID={ab-1}&ID=7"
    assert item.text.endswith("Liitteet\nKartta.pdf")


@pytest.mark.parametrize(
    ("content", "error", "found"),
    [
        ('{"error": {"code": "", "message": "denied"}}', ReadError, "value: Field required"),
        ('{"value": [{"Id": 1}]}', ReadError, "value.0.Name"),
        ('{"value": ', ReadError, "Invalid JSON"),
        (properties(Participant_councilman="Aino Ask;#jäsen;#"), ReadError, "none"),
        (properties(Name="Avaus"), LayoutChanged, "only 'Avaus'"),
    ],
    ids=["an error", "other names", "cut off", "those present", "a name alone"],
)
def test_what_is_no_item(content: str, error: type[ParagrafError], found: str) -> None:
    """JSON of another shape never becomes an item."""
    with pytest.raises(error, match=found):
        cloudnc.read(page(ADDRESS, content, "application/json"), SOURCE)


def test_a_page_where_the_interface_was_due() -> None:
    """A host that answers with HTML has no interface any more."""
    with pytest.raises(ReadError, match="no JSON"):
        cloudnc.discover(SOURCE, Site({f"{API}/Nodes": "<html></html>"}).fetch, Horizon())
