"""Ahjo: which weeks and meetings are asked for, and how a decision's answer reads."""

import datetime as dt
import json

import pytest

from ingest.systems import ahjo, detect_system
from ingest.systems.ahjo_answers import Record
from ingest.systems.base import Discovery, Horizon
from records.council import Base, Council, Source
from records.errors import ConfigError, FetchError, Gone, LayoutChanged, ParagrafError, ReadError, Silent
from records.item import Item
from records.page import FeedEntry, Page
from tests.ingest.systems.pages import page

API = "https://selkala.example/fi/ahjo-proxy"
GUID = "{AABBCC44-29EF-C236-9C78-94B7AC300001}"
MEETING = "0040020264"
SOURCE = Source(
    id="selkala",
    system="ahjo",
    council=Council(name="Selkälän kaupunki", country="FI"),
    bases=(Base(id="main", url=API),),
    language="fi",
)
MAKERS = {"decisionMakers": [{"Organization": {"ID": "00400", "Name": "Kaupunginhallitus"}, "Sector": None}]}
HTML = """<html lang="fi"><head><title>Kurssi</title></head><body><div class="paatos">
<div class="Otsikonviite"></div><div class="Asiapykala">§ 62</div><h1 class="AsiaOtsikko">Kurssi</h1>
<div class="DnroTmuoto">HEL 2026-009117 T 00 00 03</div>
<div class="SisaltoSektio"><h3 class="SisaltoOtsikko">Päätös</h3><div><p>Kaupunginhallitus hyväksyi.</p>
</div></div>
<div class="SahkoinenAllekirjoitusSektio"><p>Päätös on sähköisesti allekirjoitettu.</p></div>
<h3 class="EsittelijaTiedot">Esittelijä</h3><div>kansliapäällikkö</div><div>Aada Virta</div>
</div></body></html>"""
MOTION = """<section class="esitys"><section class="SisaltoSektio">
<h3 class="SisaltoOtsikko">Päätösehdotus</h3>
<p>Hyväksytään.</p></section><section class="SisaltoSektio"><h3 class="SisaltoOtsikko">Päätös</h3><p>-</p>
</section></section>"""


def record(**changes: object) -> dict[str, object]:
    """Return a decision as lists show it."""
    whole: dict[str, object] = {
        "NativeId": GUID,
        "Title": "Kurssi",
        "Type": "päätös",
        "Language": "fi",
        "MeetingID": MEETING,
        "AgendaPoint": "13",
        "DateMeeting": "2026-10-05T02:00:00.000",
        "Acquired": "",
        "Reference": None,
    }
    return {**whole, **changes}


class Interface:
    """Answers lists of decisions by the first day of their week, and whatever else it is given."""

    def __init__(self, weeks: dict[str, list[object]], others: dict[str, object] | None = None) -> None:
        self.weeks = weeks
        self.others = {"agents/decisionmakers": MAKERS, "meetings": {"meetings": []}} | (others or {})
        self.asked: list[str] = []

    def fetch(self, url: str) -> Page:
        """Return an answer of the evening of 20 November 2026."""
        path, _, query = url.removeprefix(f"{API}/").partition("?")
        self.asked.append(f"{path}?{query}")
        told = self.others.get(path)
        if path == "decisions":
            since = query.partition("handledsince=")[2][:10]
            told = {"decisions": self.weeks.get(since, []), "nextCount": 0}
        if told is None:
            raise Gone(url, expected="a page", found="status 404")
        answer = page(url, json.dumps(told), "application/json")
        return answer.model_copy(update={"retrieved_at": dt.datetime(2026, 11, 20, 22, tzinfo=dt.UTC)})

    @property
    def since(self) -> list[str]:
        """The first days of the weeks that were asked for."""
        return [one.partition("handledsince=")[2][:10] for one in self.asked if one.startswith("decisions?")]


def discover(interface: Interface, horizon: Horizon) -> Discovery:
    """Return what the source offers."""
    return ahjo.discover(SOURCE, interface.fetch, horizon)


def read(told: object, entry: FeedEntry | None = None) -> Item:
    """Return the item of an answer."""
    (item,) = ahjo.read(page(f"{API}/decisions/1", json.dumps(told), "application/json"), SOURCE, entry)
    return item


def test_weeks_are_asked_for_back_to_the_oldest_day() -> None:
    """Each decision is an entry with its meeting's body and day; agenda and decision share its id."""
    interface = Interface({"2026-10-31": [], "2026-10-17": [record()]})
    (entry,) = discover(interface, Horizon(dt.date(2026, 10, 12))).entries

    assert interface.since == [
        "2026-11-14",
        "2026-11-07",
        "2026-10-31",
        "2026-10-24",
        "2026-10-17",
        "2026-10-12",
    ]
    assert entry.native_id == f"{MEETING}-13"
    assert (entry.body, entry.meeting_date) == ("Kaupunginhallitus", dt.date(2026, 10, 5))
    assert entry.url == f"{API}/decisions/%7BAABBCC44-29EF-C236-9C78-94B7AC300001%7D?apireqlang=fi"


def test_a_known_decision_ends_the_weeks_but_for_the_newest_three() -> None:
    """Minutes come out weeks after their meeting, so that newer known ones say nothing of them."""
    interface = Interface({"2026-11-14": [record()], "2026-10-31": [record(AgendaPoint="2")]})
    discover(interface, Horizon(dt.date(2026, 1, 1), known=lambda _: True))

    assert interface.since == ["2026-11-14", "2026-11-07", "2026-10-31"]


def test_a_walk_passes_what_is_known() -> None:
    """It goes back to the oldest day."""
    interface = Interface({"2026-10-31": [record()]})
    discover(interface, Horizon(dt.date(2026, 10, 20), known=lambda _: True, walk=True))

    assert interface.since[-1] == "2026-10-20"


def test_a_list_goes_on_while_more_follows() -> None:
    """`nextCount` tells that there is another page."""
    asked = []

    def fetch(url: str) -> Page:
        asked.append(url)
        first = url.endswith("page=0")
        told = {"cases": [{"CaseID": "HEL-1", "Records": [record(NativeId=url)]}], "nextCount": int(first)}
        return page(url, json.dumps(told), "application/json")

    source = SOURCE.model_copy(update={"feeds": (f"{API}/cases?size=1",)})
    ahjo.discover(source, fetch, Horizon())

    assert asked == [f"{API}/cases?size=1&page=0", f"{API}/cases?size=1&page=1"]


def test_other_languages_and_other_documents_are_no_decisions() -> None:
    """A case lists its motions and attachments beside its decisions, in both languages."""
    others = [record(Language="sv"), record(Type="esitys"), record(Type="pöytäkirja"), record(NativeId=None)]
    found = discover(Interface({"2026-11-14": [*others]}), Horizon(dt.date(2026, 11, 10)))

    assert found.entries == ()


def test_officers_decisions_keep_their_own_ids() -> None:
    """They belong to no meeting; the office is who decides."""
    office = {"ID": "U48VH1", "Name": "Liikuntapäällikkö", "Type": "Viranhaltija"}
    told = record(MeetingID=None, AgendaPoint=None, Type="viranhaltijan päätös", Organization=office)
    (entry,) = discover(Interface({"2026-11-14": [told]}), Horizon(dt.date(2026, 11, 10))).entries

    assert (entry.native_id, entry.body) == (GUID.strip("{}"), "Liikuntapäällikkö")


def test_agenda_items_stand_beside_decisions() -> None:
    """Those of meetings lately and soon; one whose decisions are out is not asked for."""
    agenda = [
        {"AgendaPoint": "14", "AgendaItem": "Talous", "PDF": {"NativeId": "{M-14}"}},
        {"AgendaItem": "Ilman numeroa"},
    ]
    soon, held = {"MeetingID": "0040020265", "DateMeeting": "2026-11-22T22:00:00Z"}, {"MeetingID": MEETING}
    others = {"meetings": {"meetings": [soon, held]}, "meetings/0040020265": {**soon, "Agenda": agenda}}
    interface = Interface({"2026-11-14": [record()]}, others)
    entries = {one.native_id: one for one in discover(interface, Horizon(dt.date(2026, 11, 10))).entries}

    assert list(entries) == ["0040020265-14", f"{MEETING}-13"]
    item = entries["0040020265-14"]
    assert item.url == f"{API}/meetings/0040020265/agendaitems/%7BM-14%7D?apireqlang=fi"
    assert (item.body, item.meeting_date) == ("Kaupunginhallitus", dt.date(2026, 11, 23))
    assert not any(MEETING in one for one in interface.asked)


def test_a_list_that_fails_is_a_warning() -> None:
    """Decisions are read even if no meeting can be."""
    interface = Interface({"2026-11-14": [record()]}, {"meetings": {"error": "no"}})
    found = discover(interface, Horizon(dt.date(2026, 11, 10)))

    assert len(found.entries) == 1
    assert "meetings: Field required" in found.warnings[0]


def test_meetings_are_listed_to_the_end() -> None:
    """A city has more of them than a page holds; an answer that tells its agenda is not asked again."""
    agenda = [{"AgendaPoint": "1", "AgendaItem": "Avaus"}]
    meeting = {"MeetingID": "0040020265", "DateMeeting": "2026-11-23T02:00:00.000", "Agenda": agenda}
    interface = Interface({}, {"meetings": {"meetings": [meeting], "nextCount": 1}})
    found = discover(interface, Horizon(dt.date(2026, 11, 10)))

    assert [one.native_id for one in found.entries] == ["0040020265-1"]
    assert "more than 50 pages" in found.gaps[0]


@pytest.mark.parametrize(("began", "gaps"), [(False, 1), (True, 0)])
def test_a_week_that_fails_is_a_gap_on_the_first_night(began: bool, gaps: int) -> None:
    """Later the newest weeks are asked for again, and nothing is lost."""
    broken = Interface({"2026-11-14": [record()], "2026-11-07": [{"Title": {"a": 1}}]})
    found = discover(broken, Horizon(dt.date(2026, 1, 1), began=began))

    assert broken.since == ["2026-11-14", "2026-11-07"]
    assert len(found.entries) == len(found.warnings) == 1
    assert len(found.gaps) == gaps


def test_no_answer_fails_the_source() -> None:
    """A missing key is told by the first list; a source without base by its settings."""
    with pytest.raises(ReadError, match="key_variable"):
        discover(Interface({}, {"agents/decisionmakers": {"message": "Forbidden"}}), Horizon())
    with pytest.raises(FetchError):
        discover(Interface({}, {"agents/decisionmakers": None}), Horizon())
    with pytest.raises(ConfigError):
        ahjo.discover(SOURCE.model_copy(update={"bases": ()}), Interface({}).fetch, Horizon())


def test_a_decision_reads_from_its_head_on() -> None:
    """Body and day come first, then Ahjo's own head; a signature says nothing."""
    item = read({"decisions": [record(Content=HTML, Organization={"Name": "Kaupunginhallitus"})]})

    assert item.text.replace("\n\n", "\n").split("\n") == [
        "Kaupunginhallitus 5.10.2026",
        "§ 62",
        "Kurssi",
        "HEL 2026-009117 T 00 00 03",
        "Päätös",
        "Kaupunginhallitus hyväksyi.",
        "Esittelijä",
        "kansliapäällikkö",
        "Aada Virta",
    ]
    assert (item.native_id, item.base_id, item.title) == (f"{MEETING}-13", "main", "Kurssi")


def test_what_only_the_proposal_tells_follows_the_decision() -> None:
    """Sections that both have are printed once; newer pages nest them in `section`."""
    text = read(record(Content=HTML, Motion=MOTION)).text

    assert text.count("Päätös\n") == 1
    assert "Kaupunginhallitus hyväksyi.\n\nPäätösehdotus\n\nHyväksytään.\n\nEsittelijä" in text


def test_an_agenda_item_takes_body_and_day_from_its_entry() -> None:
    """Its own answer names neither."""
    entry = FeedEntry(
        url=f"{API}/meetings/1/agendaitems/2",
        title="Kurssi",
        base_id="main",
        native_id="1-2",
        body="Kaupunginhallitus",
        meeting_date=dt.date(2026, 11, 23),
    )
    item = read({"AgendaItem": {"AgendaItem": "Kurssi", "AgendaPoint": "2", "Html": MOTION}}, entry)

    assert item.text.startswith("Kaupunginhallitus 23.11.2026\n\nPäätösehdotus")
    assert item.title == "Kurssi"


def test_an_officers_decision_names_office_kind_and_day() -> None:
    """As the head of such a decision does."""
    officer = HTML.replace('"paatos"', '"viranhaltijapaatos"')
    told = record(Content=officer, Organization={"Name": "Liikuntapäällikkö", "Type": "Viranhaltija"})

    assert read(told).text.startswith("Liikuntapäällikkö\nViranhaltijapäätös 5.10.2026\n\n§ 62\n\nKurssi")


def test_a_secret_item_keeps_its_public_title() -> None:
    """The provision that hides the rest stands in place of a decision; the frame names an officer's."""
    secret = (
        '<div class="viranhaltijapaatos"><div class="Asiapykala">1 §</div><h1 class="JulkinenOtsikko">'
        'Henkilöasia</h1><p class="Julkisuus SalassapidonPerustelut">Salassa pidettävä (24 §)</p></div>'
    )

    assert read(record(Content=secret)).text.split("\n\n") == [
        "Viranhaltijapäätös 5.10.2026",
        "1 §",
        "Henkilöasia",
        "Salassa pidettävä (24 §)",
    ]
    assert read(record(Content=secret, Language="sv")).text.startswith("Tjänsteinnehavarbeslut 5.10.2026")


def test_without_text_the_document_holds_it() -> None:
    """The answer's own head is printed, and its file is named as the item's text."""
    item = read(record(FileURI="https://selkala.example/a.pdf", Section="62", CaseIDLabel="HEL 2026-009117"))

    assert item.text.split("\n\n") == ["§ 62", "Kurssi", "HEL 2026-009117"]
    (attachment,) = item.attachments
    assert (attachment.holds_text, attachment.media_type) == (True, "application/pdf")


def test_attachments_are_those_with_an_address() -> None:
    """A secret one is listed without."""
    files = [{"Title": "Ohjelma", "FileURI": "https://selkala.example/o.pdf"}, {"Title": "Salainen"}]
    item = read(record(Content=HTML, Attachments=files))

    assert [(one.title, one.holds_text) for one in item.attachments] == [("Ohjelma", False)]


def test_bare_html_is_read_too() -> None:
    """A saved page has no answer around it."""
    (item,) = ahjo.read(page("https://selkala.example/fi/asia/hel-2026-1", HTML), SOURCE)

    assert item.text.startswith("§ 62\n\nKurssi")
    assert item.title == "Kurssi"
    assert detect_system(HTML) == "ahjo"


@pytest.mark.parametrize(
    ("content", "error", "found"),
    [
        ("", Silent, "nothing"),
        ("<html><body><form>Kirjaudu sisään</form></body></html>", LayoutChanged, "no landmark"),
        ('<div class="paatos"><h1 class="AsiaOtsikko">Kurssi</h1></div>', LayoutChanged, "only 'Kurssi'"),
        ('{"error": "Unauthorized"}', ReadError, "neither text nor document"),
        ('{"decisions": [', ReadError, "no JSON"),
        ('[{"Title": {"a": 1}}]', ReadError, "Title"),
        ("[1, 2]", ReadError, "expected an answer of Ahjo"),
        (json.dumps(record(CaseIDLabel="HEL 1")), ReadError, "neither text nor document"),
    ],
    ids=["empty", "login", "no text", "error", "cut off", "other shape", "numbers", "a record alone"],
)
def test_what_is_no_decision(content: str, error: type[ParagrafError], found: str) -> None:
    """Every error names the address and what was found instead."""
    with pytest.raises(error, match=found) as raised:
        ahjo.read(page(f"{API}/decisions/1", content), SOURCE)

    assert raised.value.where == f"{API}/decisions/1"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2026-10-05T02:00:00.000", dt.date(2026, 10, 5)),
        ("2026-10-04T21:00:00Z", dt.date(2026, 10, 5)),  # a Finnish midnight in summer
        ("2026-12-06T22:00:00Z", dt.date(2026, 12, 7)),  # and in winter
        ("9999-12-31T23:59:59Z", None),  # no day at all
        ("0001-01-01T00:00:00", dt.date(1, 1, 1)),
        ("", None),
    ],
)
def test_days_of_answers(told: str, day: dt.date | None) -> None:
    """A moment's day is Finland's; one beyond the calendar is none."""
    assert Record.model_validate({"DateDecision": told}).day == day
