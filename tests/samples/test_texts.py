"""The made-up texts are sound: they hold the expected facts, fit the calendar and name no real place."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from samples.council import Council
from samples.expected import Expected
from samples.load import list_councils, load_councils, load_expected
from samples.server import SampleServer
from tests.samples.made import Got, get, visible
from tests.samples.test_pdf import text_of

# Real municipalities that a writer of samples might slip into.
REAL = frozenset(
    re.findall(
        r"\w+",
        """Kemi Kemin Espoo Espoon Helsinki Oulu Oulun Tampere Turku Vantaa Kuopio Lahti Jämsä Raahe Kokkola
        Kittilä Porvoo Borgå Kirkkonummi Kyrkslätt Hangö Ekenäs Vasa Stockholm Göteborg Malmö Falun Falköping
        Tyresö Sigtuna Botkyrka Öckerö Uppsala Oslo Bergen Trondheim Moss Alver Vaksdal Stryn Kvinnherad Molde
        Rana Verdal""",
    )
)
WEEKDAYS = {
    "fi": ["maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"],
    "sv": ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
    "nb": ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    "nn": ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"],
}
SHORT_FINNISH = ["ma", "ti", "ke", "to", "pe", "la", "su"]
MONTHS = [
    "januari|januar",
    "februari|februar",
    "mars",
    "april",
    "maj|mai",
    "juni",
    "juli",
    "augusti|august",
    "september",
    "oktober",
    "november",
    "december|desember",
]
PARTS = ("preparers", "text", "proposal", "handling", "decision", "told")


def charset_of(got: Got) -> str:
    """Return the charset that header or page claim, header first."""
    told = got.headers["content-type"].encode() + b" " + got.body[:800]
    claims = re.findall(rb"charset=[\"']?([\w-]+)", told)
    return claims[0].decode() if claims else "utf-8"


def text_at(server: SampleServer, address: str) -> str:
    """Return the visible text of a page or PDF, white space folded."""
    got = get(server, address)
    assert got.status == 200, address
    if got.headers["content-type"] == "application/pdf":
        return " ".join(" ".join(text_of(got.body)).split())
    return visible(got.body.decode(charset_of(got)))


def texts(council: Council) -> Iterator[str]:
    """Yield every text of a council: items, histories, attachments, page files."""
    yield from council.texts.values()
    yield from (" ".join((one.title, one.maker, one.reasons, one.decision)) for one in council.officers)
    for meeting in council.meetings:
        for item in meeting.item:
            for part in (item, *item.history):
                yield " ".join(getattr(part, name) for name in PARTS)
            yield " ".join((item.title, *(one.title + one.text for one in item.attachments)))


def facts(expected: Expected) -> Iterator[str]:
    """Yield every string that must stand in the document."""
    yield from expected.quotes
    yield from (session.quote for session in expected.session)
    if expected.decision:
        told = expected.decision
        given = (told.section, told.case_number, told.title, told.presenter, told.proposal, told.decision)
        yield from (one for one in (*given, *told.preparers) if one)


@pytest.mark.parametrize("name", list_councils())
def test_expected_facts_stand_in_the_documents(name: str) -> None:
    """Body, date, §, case number, names, proposal, decision and quotes can be read on the page."""
    with SampleServer(councils=[name]) as server:
        for expected in load_expected(name):
            if expected.document_type in ("agenda", "minutes") and expected.id[0].isdigit():
                server.show(name, expected.document_type, expected.id.partition("-")[0])
            text = text_at(server, expected.path)
            missing = [fact for fact in facts(expected) if " ".join(fact.split()) not in text]
            assert not missing, expected.path
            told = expected.decision
            if told and told.body:
                assert told.body.casefold() in text.casefold()
            if told and told.meeting_date:
                day = told.meeting_date
                written = (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", day.isoformat())
                assert any(one in text for one in written)


def test_ordinary_documents_far_outnumber_relevant_ones() -> None:
    """At least two relevant and twenty ordinary documents; what is expected covers every relevant one."""
    listed = [one for name in list_councils() for one in load_expected(name)]
    items = sum(len(meeting.item) for council in load_councils() for meeting in council.meetings)
    pages = sum(len(council.pages) for council in load_councils())
    relevant = {one.id for one in listed if one.relevant}

    assert len(relevant) >= 7
    assert items + pages - len(relevant) >= 20


def test_every_page_decodes_as_it_claims() -> None:
    """No replacement character, no stray control byte, in any item or page of any council."""
    with SampleServer() as server:
        for council in load_councils():
            script = f"{council.site.prefix}{council.site.cgi}?page=meetingitem&id="
            held = council.meetings if council.source.system == "dynasty" else ()
            ids = [f"{meeting.id}-{item.n}" for meeting in held for item in meeting.item]
            web = [f"{council.site.prefix}{page.path}" for page in council.pages]
            web += [script.replace("meetingitem", "official_decision") + one.id for one in council.officers]
            for address in (*(script + one for one in ids), *web):
                text = text_at(server, address)
                assert len(text) > 60, address
                assert not re.search("[\ufffd\x00-\x08\x80-\x9f]|Ã.", text), address


@pytest.mark.parametrize("council", load_councils(), ids=lambda one: one.id)
def test_no_real_municipality_is_named(council: Council) -> None:
    """Councils, places and people are invented."""
    words = set(re.findall(r"[^\W\d_]+", " ".join((council.source.council.name, *texts(council)))))

    assert not words & REAL


@pytest.mark.parametrize("council", load_councils(), ids=lambda one: one.id)
def test_weekdays_fit_their_dates(council: Council) -> None:
    """Where a text names the day of the week, the calendar agrees."""
    for text in texts(council):
        for weekday, day in (*_finnish(text), *_written_out(text, (council.source.language or "")[:2])):
            assert weekday == day.weekday(), f"{day} in {council.id}"


def test_some_weekdays_are_named_at_all() -> None:
    """The check above has something to check, in every language."""
    for council in load_councils():
        if council.id in ("kuusiranta", "strandholm", "alvasa", "granfjord", "heimvik"):
            language = (council.source.language or "")[:2]
            whole = "\n".join(texts(council))
            assert [*_finnish(whole), *_written_out(whole, language)], council.id


def _finnish(text: str) -> Iterator[tuple[int, dt.date]]:
    full = "|".join(f"{name}na" for name in WEEKDAYS["fi"])
    for name, day, month, year in re.findall(
        rf"\b({'|'.join(SHORT_FINNISH)}|{full}) (\d+)\.(\d+)\.(\d{{4}})", text
    ):
        known = SHORT_FINNISH if name in SHORT_FINNISH else [f"{one}na" for one in WEEKDAYS["fi"]]
        yield known.index(name), dt.date(int(year), int(month), int(day))


def _written_out(text: str, language: str) -> Iterator[tuple[int, dt.date]]:
    if language not in ("sv", "nb", "nn"):
        return
    names = WEEKDAYS[language]
    pattern = rf"({'|'.join(names)})(?:en den)? (\d+)\.? ({'|'.join(MONTHS)}) (\d{{4}})"
    for name, day, month, year in re.findall(pattern, text.casefold()):
        number = next(n for n, one in enumerate(MONTHS, 1) if month in one.split("|"))
        yield names.index(name), dt.date(int(year), number, int(day))
